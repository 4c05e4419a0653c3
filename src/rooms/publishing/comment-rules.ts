import {
  type BodyNode,
  bodyText,
  escapeText,
  isElement,
  parseTree,
  writeTree,
} from '../../rules/body-html/index.ts';
import type { EditionContent } from './store.ts';

/** A part of an edition one can speak about: its title, its summary, or a block of its text. */
export interface Passage {
  /** `title`, `summary`, or the place of the block in the text, from 1. Only a hint: an edit moves blocks. */
  key: string;
  kind: 'title' | 'summary' | 'block';
  text: string;
  /** The block as it is kept; empty for title and summary. */
  html: string;
}

type Readable = Pick<EditionContent, 'title' | 'summary' | 'bodyHtml'>;

const oneLine = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** The passages of an edition in the order in which they are read; blocks without a word are left out. */
export function passagesOf({ title, summary, bodyHtml }: Readable): Passage[] {
  const blocks = parseTree(bodyHtml).map((node, index): Passage => {
    const html = writeTree([node]);
    return { key: String(index + 1), kind: 'block', text: oneLine(bodyText(html)), html };
  });
  return [
    { key: 'title', kind: 'title' as const, text: oneLine(title), html: '' },
    { key: 'summary', kind: 'summary' as const, text: oneLine(summary), html: '' },
    ...blocks,
  ].filter(({ text }) => text !== '');
}

/** What a remark holds on to: the words it was made at, and where they stood then. */
export interface Anchor {
  passage: string;
  quote: string;
}

export type Placed =
  /** The words still stand in this passage. */
  | { key: string; changed: false }
  /** The passage is still to be known, but the words are others now. */
  | { key: string; changed: true }
  /** The passage is gone. */
  | undefined;

/** Share of words two passages must have in common for one to be taken for the other after an edit. */
const SAME_PASSAGE = 0.5;

/**
 * Finds the passage a remark was made at, by its words: first where it stood, then anywhere; a passage that was edited is
 * known by the words it kept. Pure.
 */
export function placeAnchor(passages: readonly Passage[], { passage, quote }: Anchor): Placed {
  const wanted = oneLine(quote);
  const holds = (one: Passage) => one.text.includes(wanted);
  const there = passages.find(({ key }) => key === passage);
  const exact = there && holds(there) ? there : passages.find(holds);
  if (exact) return { key: exact.key, changed: false };
  const likeness = passages
    .filter(({ kind }) =>
      passage === 'title' || passage === 'summary' ? kind === passage : kind === 'block',
    )
    .map((one) => ({ key: one.key, share: sharedWords(one.text, wanted) }))
    .sort((a, b) => b.share - a.share);
  const [best] = likeness;
  return best && best.share >= SAME_PASSAGE ? { key: best.key, changed: true } : undefined;
}

/** Share of the words of the quotation that stand in the text, each counted as often as it stands there. */
function sharedWords(text: string, quote: string): number {
  const words = (part: string) => part.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const left = new Map<string, number>();
  for (const word of words(text)) left.set(word, (left.get(word) ?? 0) + 1);
  const asked = words(quote);
  let found = 0;
  for (const word of asked) {
    const count = left.get(word) ?? 0;
    if (count > 0) {
      found += 1;
      left.set(word, count - 1);
    }
  }
  return asked.length === 0 ? 0 : found / asked.length;
}

export type Replaced = { content: Readable } | 'gone' | 'formatted';

/**
 * The edition with the quoted words replaced where the remark stands.
 *
 * @returns `gone` when the words stand there no more; `formatted` when they run across bold words, links or lines of a
 * list, which a plain sentence in their place would lose
 */
export function replaceQuote(content: Readable, anchor: Anchor, replacement: string): Replaced {
  const { title, summary, bodyHtml } = content;
  const placed = placeAnchor(passagesOf(content), anchor);
  if (!placed || placed.changed) return 'gone';
  const words = oneLine(replacement);
  const quote = oneLine(anchor.quote);
  const inLine = (text: string) => oneLine(text).replace(quote, () => words);
  if (placed.key === 'title') return { content: { ...content, title: inLine(title) } };
  if (placed.key === 'summary') return { content: { ...content, summary: inLine(summary) } };
  const tree = parseTree(bodyHtml);
  const block = tree[Number(placed.key) - 1];
  if (!block || !replaceIn(block, quote, words)) return 'formatted';
  return { content: { ...content, bodyHtml: writeTree(tree) } };
}

/** Replaces inside one run of text, the first that holds the words whole. */
function replaceIn(node: BodyNode, quote: string, words: string): boolean {
  if (isElement(node)) return node.children.some((child) => replaceIn(child, quote, words));
  // a non-breaking space or a line end inside the run is the same space to who reads
  const pattern = quote.split(' ').map(escapePattern).join('\\s+');
  const changed = node.text.normalize('NFC').replace(new RegExp(pattern, 'u'), () => words);
  if (changed === node.text.normalize('NFC')) return false;
  node.text = changed;
  return true;
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A passage's text as it is quoted: whole, or cut to what can be read at a glance. */
export function shortQuote(quote: string, max = 160): string {
  return quote.length <= max ? quote : `${quote.slice(0, max).replace(/\s+\S*$/u, '')} …`;
}

/** The block with the quoted words marked, where they stand in one run of text; as it is where they do not. */
export function markQuotes(html: string, quotes: readonly string[]): string {
  let marked = html;
  for (const quote of quotes) {
    const text = escapeText(quote);
    // only between tags: what stands inside a tag is no text
    const at = marked.split(/(<[^>]*>)/).findIndex((part, i) => i % 2 === 0 && part.includes(text));
    if (at === -1 || text === '') continue;
    const parts = marked.split(/(<[^>]*>)/);
    parts[at] = (parts[at] ?? '').replace(text, () => `<mark>${text}</mark>`);
    marked = parts.join('');
  }
  return marked;
}
