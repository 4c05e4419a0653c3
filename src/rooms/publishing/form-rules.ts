import { bodyText } from '../../rules/body-html/index.ts';
import { type FormProblem, findItemForm, isTemplate, missingFacts } from '../../rules/item-forms/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import type { EditionRow } from './store.ts';

type Filled = Pick<EditionRow, 'facts' | 'body_html' | 'picture_media_id' | 'attachments'>;

/** What an edition of this form still lacks before it may be submitted, field by field. */
export function formProblems(form: string, edition: Filled): FormProblem[] {
  const table = findItemForm(form);
  if (!table) return [];
  const missing = missingFacts(table, edition.facts, {
    hasPicture: edition.picture_media_id !== null,
    files: edition.attachments.length,
  });
  return isTemplate(form, bodyText(edition.body_html)) ? [...missing, STILL_TEMPLATE] : missing;
}

const STILL_TEMPLATE: FormProblem = {
  field: 'body',
  words: {
    vi: 'Nội dung mới có các đề mục. Viết dưới mỗi đề mục, bỏ đề mục không dùng.',
    en: 'The text has only its headings. Write below each, and take out those not needed.',
  },
};

/** @throws Refusal `form-missing` with the first thing that is missing, at its field */
export function checkFormFilled(form: string, edition: Filled): void {
  const [first] = formProblems(form, edition);
  if (first) throw new Refusal('form-missing', first.words, first.field);
}
