import assert from 'node:assert/strict';
import type { Command } from '../../src/platform/command/index.ts';
import { sql } from '../../src/platform/db/index.ts';
import { notify, queueMail } from '../../src/rooms/notifications/index.ts';
import { composeMail } from '../../src/ui/index.ts';
import type { World } from './world.ts';

interface Told {
  portalId: number;
  personId: number;
  /** Stands in everything that is told. */
  mark: string;
}

/** Tells a person two things and orders a mail in each language, as commands of other rooms do. */
const tellAndMail: Command<Told, void> = {
  name: 'test.tellAndMail',
  permit: 'any',
  permits: { any: [] },
  portal: (input) => input.portalId,
  async run(context, { portalId, personId, mark }) {
    const told = { portalId, personId, href: { vi: '/ban-lam-viec', en: '/en/desk' } };
    const words = { vi: `${mark} còn 1 ngày làm việc`, en: `${mark} has 1 working day left` };
    await notify(context, { ...told, kind: 'warning', words });
    await notify(context, { ...told, kind: 'news', words: { vi: `${mark} mới`, en: `${mark} is new` } });
    for (const language of ['vi', 'en'] as const) {
      await queueMail(context, {
        ...{ portalId, language, purpose: 'notifications.digest', to: 'ai.do@example.com' },
        dedupeKey: `test:${portalId}:${language}`,
        content: composeMail(language, {
          subject: `${mark}: đã nhận câu hỏi`,
          portal: { name: 'Tỉnh Lào Cai', href: 'https://www.laocai.gov.vn' },
          greeting: 'Kính gửi ông, bà,',
          paragraphs: ['Cổng đã nhận câu hỏi của ông, bà.'],
          facts: [['Mã tra cứu', 'LC-0139-2026']],
          list: [{ text: 'Một việc', href: 'https://www.laocai.gov.vn/mot', note: 'còn 1 ngày' }],
          action: { label: 'Theo dõi', href: 'https://www.laocai.gov.vn/theo-doi/LC-0139-2026' },
          closing: 'Trân trọng.',
          unsubscribeHref: 'https://www.laocai.gov.vn/bo-nhan-thu/1',
        }),
      });
    }
    context.record({ portalId, subject: { kind: 'portal', id: portalId }, payload: {} });
  },
};

/** Notices of a person, a mail that was sent and one that failed. @returns the number of the sent one */
export async function fillNotifications(world: World, portalKey: string, told: Omit<Told, 'portalId'>) {
  const { ports } = world.app;
  const { id: portalId } = world.portal(portalKey);
  const machine = world.machines[portalKey.split('/')[0] ?? ''] ?? assert.fail(portalKey);
  await ports.perform(machine, tellAndMail, { ...told, portalId });
  await ports.jobs.drain();
  return ports.database.transaction({ as: 'system' }, async (tx) => {
    await tx.run(sql`update notice set read_at = created_at where kind = 'news' and portal_id = ${portalId}`);
    await tx.run(sql`update mail_message set state = 'failed', failed_at = sent_at, sent_at = null,
      content = coalesce(content, 'sealed'), last_error = 'recipient 550 5.1.1' where portal_id = ${portalId} and language = 'en'`);
    const mail = await tx.get<{ id: number }>(
      sql`select id from mail_message where portal_id = ${portalId} and language = 'vi'`,
    );
    return mail.id;
  });
}
