import { articleText } from '../clock/index.ts';
import type { Lang } from '../lang.ts';
import type { ItemForm } from './types.ts';

/** How the articles of each locality's regulation are marked in the tables of the forms. */
const MARKS: Readonly<Record<string, string>> = {
  'lao-cai': 'LC',
  'thai-binh': 'TB',
  'quang-ngai': 'QN',
  'long-xuyen': 'LX',
  'bac-giang': 'BG',
};

/**
 * The articles that want a form, as a locality reads them: those of its own regulation, and laws of the whole country
 * with their name. Empty where nothing it is bound by names the form.
 *
 * @param localityCode of the regulation in force; undefined where that is one of the whole country
 */
export function wantedBy(form: ItemForm, localityCode: string | undefined, lang: Lang): string[] {
  const marks = Object.values(MARKS);
  const own = localityCode === undefined ? undefined : MARKS[localityCode];
  return form.articles.flatMap((cited) => {
    const [, body = '', article = ''] = /^(.*) (Đ\S+)$/u.exec(cited) ?? [];
    if (body === own) return [articleText(article, undefined, lang)];
    return marks.includes(body) ? [] : [articleText(article, body, lang)];
  });
}
