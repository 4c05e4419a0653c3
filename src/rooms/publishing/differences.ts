import { diffWords } from 'diff';
import { bodyText } from '../../rules/body-html/index.ts';
import { factsText, fieldTable, findItemForm } from '../../rules/item-forms/index.ts';
import type { Lang } from '../../rules/lang.ts';
import type { DiffPart } from '../../ui/index.ts';
import type { EditionContent, ItemRow } from './store.ts';

/** Comparing takes at most this long; two texts with nothing in common are not worth more. */
const COMPARE_LIMIT_MS = 1_500;

/** Whose fields a text has beside its body. */
export type OfItem = Pick<ItemRow, 'form' | 'kind'>;

/** Title, summary, text and the public fields of an edition as one text, for comparing. */
export function textOf(
  content: Pick<EditionContent, 'title' | 'summary' | 'bodyHtml' | 'facts'>,
  item: OfItem,
  lang: Lang,
): string {
  return joined([
    ...[content.title, content.summary, bodyText(content.bodyHtml)],
    fieldsText(content.facts, item, lang),
  ]);
}

/** The same of what is public, whose text has the fields of a form in it (`publication-rules.ts`). */
export function textOfCopy(
  copy: { title: string; summary: string; body_text: string; facts: EditionContent['facts'] },
  item: OfItem,
  lang: Lang,
): string {
  const fields = findItemForm(item.form) ? '' : fieldsText(copy.facts, item, lang);
  return joined([copy.title, copy.summary, copy.body_text, fields]);
}

function fieldsText(facts: EditionContent['facts'], { form, kind }: OfItem, lang: Lang): string {
  const table = fieldTable(form, kind);
  return table ? factsText(table, facts, lang) : '';
}

const joined = (parts: readonly string[]) => parts.filter((part) => part !== '').join('\n\n');

/** What differs between two texts, word by word; undefined when they differ too much to say in time. */
export function diffTexts(before: string, after: string): DiffPart[] | undefined {
  const changes = diffWords(before, after, { timeout: COMPARE_LIMIT_MS });
  return changes?.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

/** Only what stands around a change, in whole words, so that a long text with one new word is read at a glance. */
export function shorten(parts: readonly DiffPart[], around = 160): DiffPart[] {
  return parts.map((part, i) => {
    if (part.kind !== 'same' || part.text.length <= 2 * around + 20) return part;
    const head = i === 0 ? '' : part.text.slice(0, around).replace(/\s+\S*$/, '');
    const tail = i === parts.length - 1 ? '' : part.text.slice(-around).replace(/^\S*\s+/, '');
    return { ...part, text: `${head} … ${tail}` };
  });
}
