import { articleText } from '../clock/index.ts';
import type { Lang } from '../lang.ts';
import type { ItemForm } from './types.ts';

/** Localities by the letters their regulation is cited with in the tables of forms. */
const REGULATION_OF: Readonly<Record<string, string>> = {
  LC: 'lao-cai',
  TB: 'thai-binh',
  QN: 'quang-ngai',
  LX: 'long-xuyen',
  BG: 'bac-giang',
};
const REGULATION: Readonly<Record<Lang, string>> = { vi: 'Quy chế', en: 'Regulation' };

/**
 * The articles that want a form in a locality, as a reader of its regulation knows them: "Điểm a khoản 1 Điều 8, Quy chế".
 * Those of other localities are left out, laws of the country stay.
 */
export function articlesOf(form: ItemForm, localityCode: string | undefined, lang: Lang): string[] {
  return form.articles.flatMap((cited) => {
    const [, text = '', article = ''] = /^(.*) (Đ\S+)$/u.exec(cited) ?? [];
    const locality = REGULATION_OF[text];
    if (locality === undefined) return [articleText(article, text, lang)];
    return locality === localityCode ? [articleText(article, REGULATION[lang], lang)] : [];
  });
}
