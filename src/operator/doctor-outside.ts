import type { Config } from '../platform/config/index.ts';
import type { OpenDatabase } from '../platform/db/index.ts';
import { outsideNews, outsideSummary } from '../rooms/publishing/index.ts';
import type { Words } from '../rules/lang.ts';
import type { Finding } from './doctor-checks.ts';
import type { LocalityStanding } from './store.ts';

const title = (code: string | undefined): Words => ({
  vi: ['Hỏi các trang ngoài', code].filter(Boolean).join(', '),
  en: ['Asking other sites', code].filter(Boolean).join(', '),
});
const REMEDY: Words = {
  vi: 'Xem máy chủ có ra được mạng qua cổng 80 và 443 không, và có phân giải được tên miền không. Không có máy trung gian (proxy) nào được dùng.',
  en: 'See whether the server reaches the internet on ports 80 and 443 and resolves names. No proxy is used.',
};

/** Whether other sites are asked for what published items lead to, and whether the way out is open. */
export async function listOutsideFindings(
  { asksOutside }: Pick<Config, 'asksOutside'>,
  { database }: Pick<OpenDatabase, 'database'>,
  localities: readonly Pick<LocalityStanding, 'id' | 'code'>[],
): Promise<Finding[]> {
  const found: Finding[] = [];
  // off is off for all of them
  for (const { id, code } of asksOutside ? localities : localities.slice(0, 1)) {
    const summary = await database.transaction({ as: 'system' }, (tx) => outsideSummary(tx, id));
    const said = (lang: 'vi' | 'en') => outsideNews(summary, asksOutside, lang);
    const { tone } = said('vi');
    found.push({
      state: tone === 'good' ? 'good' : tone === 'warn' ? 'warn' : 'note',
      title: title(asksOutside ? code : undefined),
      text: { vi: said('vi').text.join(' '), en: said('en').text.join(' ') },
      ...(tone === 'warn' && { remedy: REMEDY }),
    });
  }
  return found;
}
