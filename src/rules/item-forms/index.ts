import type { Lang } from '../lang.ts';
import { articleFields } from './article.ts';
import { DIRECTION_FORMS } from './direction.ts';
import { DISCLOSURE_FORMS } from './disclosure.ts';
import { ENVIRONMENT_FORMS } from './environment.ts';
import { INTRODUCTION_FORMS } from './introduction.ts';
import { NOTICE_FORMS } from './notices.ts';
import { PLAN_FORMS } from './plans.ts';
import { STATEMENT_FORMS } from './statements.ts';
import type { FieldTable, FormFacts, FormFamily, ItemForm } from './types.ts';

/** Kinds of item with fields of their own: one table, which editor, public pages, lists and tests read. */

export { articlesOf } from './articles.ts';
export { isOver, isWithin, type Period, periodOf } from './periods.ts';
export {
  type BesideFacts,
  fieldName,
  missingFacts,
  postedName,
  readFacts,
  rowsOf,
  typedFacts,
  typedOf,
} from './read.ts';
export {
  factsText,
  factWords,
  publicFacts,
  type ShownFact,
  type ShownFacts,
  type ShownTable,
  shownFacts,
  tellingOf,
} from './shown.ts';
export {
  type FieldTable,
  FORM_FAMILIES,
  type FormFacts,
  type FormFamily,
  type FormField,
  type FormProblem,
  type ItemForm,
} from './types.ts';

/** The form of an item that has none of its own. */
export const ARTICLE = 'article';

export const ITEM_FORMS: readonly ItemForm[] = [
  ...INTRODUCTION_FORMS,
  ...DIRECTION_FORMS,
  ...STATEMENT_FORMS,
  ...PLAN_FORMS,
  ...ENVIRONMENT_FORMS,
  ...DISCLOSURE_FORMS,
  ...NOTICE_FORMS,
];

const BY_CODE = new Map(ITEM_FORMS.map((form) => [form.code, form]));

/** A form by its code; undefined for an article and for a code nobody knows. */
export function findItemForm(code: string | null | undefined): ItemForm | undefined {
  return BY_CODE.get(code ?? '');
}

/** The fields an item has beside its text: those of its form, or of an article in its kind of section. */
export function fieldTable(code: string, contentKind: string): FieldTable | undefined {
  return findItemForm(code) ?? (code === ARTICLE ? articleFields(contentKind) : undefined);
}

/** Whether an item of this form may stand in a section of this kind. */
export function isAllowedIn(code: string, contentKind: string): boolean {
  return code === ARTICLE || (findItemForm(code)?.kinds.some((kind) => kind === contentKind) ?? false);
}

/** A choice of a form that says that an item of it cannot wait. */
export interface Pressing {
  form: string;
  field: string;
  value: string;
}

/** The choices that say of an item that it cannot wait for an approval. */
export const PRESSING: readonly Pressing[] = ITEM_FORMS.flatMap(({ code, presses }) =>
  presses ? [{ form: code, ...presses }] : [],
);

/** Whether the writer of an item says that it cannot wait. */
export function isPressing(code: string, facts: FormFacts): boolean {
  return PRESSING.some(({ form, field, value }) => form === code && facts[field] === value);
}

/** The forms that may stand in any of these kinds of section, by family, in the order of the table. */
export function formsFor(contentKinds: readonly string[]): Map<FormFamily, ItemForm[]> {
  const found = new Map<FormFamily, ItemForm[]>();
  for (const form of ITEM_FORMS) {
    if (form.kinds.some((kind) => contentKinds.includes(kind)))
      found.set(form.family, [...(found.get(form.family) ?? []), form]);
  }
  return found;
}

/** The body a writer begins with: the headings of the form, in the language of the edition. */
export function templateBody(code: string, lang: Lang): string {
  return (findItemForm(code)?.headings ?? []).map((one) => `<h2>${one[lang]}</h2>`).join('');
}

/** Whether a text is still the template, with nothing written below its headings. */
export function isTemplate(code: string, text: string): boolean {
  const headings = findItemForm(code)?.headings ?? [];
  const plain = text.replace(/\s+/g, ' ').trim();
  return (
    headings.length > 0 &&
    (['vi', 'en'] as const).some((lang) => plain === headings.map((one) => one[lang]).join(' '))
  );
}
