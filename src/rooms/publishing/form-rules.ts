import { bodyText } from '../../rules/body-html/index.ts';
import { type FormProblem, fieldTable, isTemplate, missingFacts } from '../../rules/item-forms/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import type { EditionContent, EditionRow, ItemRow } from './store.ts';

type Filled = Pick<EditionRow, 'facts' | 'body_html' | 'picture_media_id' | 'attachments'>;

type Kind = Pick<ItemRow, 'form' | 'kind'>;

/** What an edition of this item still lacks before it may be submitted, field by field. */
export function formProblems({ form, kind }: Kind, edition: Filled): FormProblem[] {
  const table = fieldTable(form, kind);
  if (!table) return [];
  const missing = missingFacts(table, edition.facts, {
    hasPicture: edition.picture_media_id !== null,
    files: edition.attachments.length,
  });
  return isTemplate(form, bodyText(edition.body_html)) ? [...missing, STILL_TEMPLATE] : missing;
}

/** The same of what was typed. */
export function contentProblems(item: Kind, content: EditionContent): FormProblem[] {
  const { facts, bodyHtml, pictureMediaId, attachments } = content;
  const filled = { facts, attachments, body_html: bodyHtml, picture_media_id: pictureMediaId };
  return formProblems(item, filled);
}

const STILL_TEMPLATE: FormProblem = {
  field: 'body',
  words: {
    vi: 'Nội dung mới có các đề mục. Viết dưới mỗi đề mục, bỏ đề mục không dùng.',
    en: 'The text has only its headings. Write below each, and take out those not needed.',
  },
};

/** @throws Refusal `form-missing` with the first thing that is missing, at its field */
export function checkFormFilled(item: Kind, edition: Filled): void {
  const [first] = formProblems(item, edition);
  if (first) throw new Refusal('form-missing', first.words, first.field);
}
