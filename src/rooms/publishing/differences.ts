import { diffWords } from 'diff';
import { bodyText } from '../../rules/body-html/index.ts';
import { factsText, findItemForm } from '../../rules/item-forms/index.ts';
import type { Lang } from '../../rules/lang.ts';
import type { DiffPart } from '../../ui/index.ts';
import type { EditionContent } from './store.ts';

/** Comparing takes at most this long; two texts with nothing in common are not worth more. */
const COMPARE_LIMIT_MS = 1_500;

/** Title, summary, text and the fields of its form of an edition as one text, for comparing. */
export function textOf(
  content: Pick<EditionContent, 'title' | 'summary' | 'bodyHtml'> & { facts?: EditionContent['facts'] },
  formCode?: string,
  lang: Lang = 'vi',
): string {
  const form = findItemForm(formCode);
  const fields = form && content.facts ? factsText(form, content.facts, lang) : '';
  return [content.title, content.summary, bodyText(content.bodyHtml), fields]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** What differs between two texts, word by word; undefined when they differ too much to say in time. */
export function diffTexts(before: string, after: string): DiffPart[] | undefined {
  const changes = diffWords(before, after, { timeout: COMPARE_LIMIT_MS });
  return changes?.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

/** Only what stands around a change, so that a long text with one new word is read at a glance. */
export function shorten(parts: readonly DiffPart[], around = 160): DiffPart[] {
  return parts.map((part, i) => {
    if (part.kind !== 'same' || part.text.length <= 2 * around + 20) return part;
    const head = i === 0 ? '' : part.text.slice(0, around);
    const tail = i === parts.length - 1 ? '' : part.text.slice(-around);
    return { ...part, text: `${head} … ${tail}` };
  });
}
