/** A body as plain text: for search, comparison, counting and short summaries. */
import { isNoteMark } from './notes.ts';
import { type BodyNode, isElement, parseTree } from './tree.ts';

const LINE_TAGS = new Set([
  'h2',
  'h3',
  'h4',
  'p',
  'li',
  'tr',
  'caption',
  'figcaption',
  'figure',
  'ul',
  'ol',
  'table',
  'details',
  'summary',
  'section',
]);

/**
 * The text of a sanitised body: one line a block, cells of a row joined by tabs, NFC. Descriptions of images
 * and the numbers of notes are not part of it.
 */
export function bodyText(html: string): string {
  const parts: string[] = [];
  collect(parseTree(html), parts);
  return parts
    .join('')
    .normalize('NFC')
    .split('\n')
    .map((line) =>
      line
        .replace(/[ \u00A0]+/g, ' ')
        .replace(/ ?\t ?/g, '\t')
        .trim(),
    )
    .filter((line) => line !== '')
    .join('\n');
}

function collect(nodes: readonly BodyNode[], parts: string[]): void {
  for (const node of nodes) {
    if (!isElement(node)) parts.push(node.text.replace(/\s+/g, ' '));
    else if (node.tag === 'br') parts.push('\n');
    else if (isNoteMark(node)) continue;
    else {
      const isLine = LINE_TAGS.has(node.tag);
      if (isLine) parts.push('\n');
      if (node.tag === 'td' || node.tag === 'th') collectCell(node.children, parts);
      else collect(node.children, parts);
      if (isLine) parts.push('\n');
    }
  }
}

function collectCell(children: readonly BodyNode[], parts: string[]): void {
  const inner: string[] = [];
  collect(children, inner);
  parts.push(inner.join('').replace(/\s+/g, ' ').trim(), '\t');
}

/** Words of a body. Vietnamese writes each syllable apart, so this counts syllables (tiếng). */
export function wordCount(html: string): number {
  return bodyText(html).match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}/.,-]*/gu)?.length ?? 0;
}

/**
 * The beginning of a body as one line of at most `maxChars` characters, cut between words and then ended
 * with "…". Headings and tables are passed over when paragraphs follow.
 */
export function excerpt(html: string, maxChars: number): string {
  const nodes = parseTree(html);
  const paragraphs = nodes.filter(
    (node) => isElement(node) && ['p', 'blockquote', 'ul', 'ol'].includes(node.tag),
  );
  const parts: string[] = [];
  collect(paragraphs.length > 0 ? paragraphs : nodes, parts);
  const line = parts.join('').normalize('NFC').replace(/\s+/g, ' ').trim();
  const chars = [...line];
  if (chars.length <= maxChars) return line;
  const cut = chars.slice(0, Math.max(0, maxChars - 1)).join('');
  const atWord = /\s/.test(chars[maxChars - 1] ?? '') ? cut : cut.replace(/\s+\S*$/u, '');
  return `${(atWord || cut).replace(/[\s.,;:–-]+$/u, '')}…`;
}

/**
 * SHA-256 addresses of the stored files a sanitised body shows or links to (`/tep/<hash>…`), each once, in order:
 * for where-used lists and for checks before publishing.
 */
export function fileAddresses(html: string): string[] {
  const found = html.matchAll(/ (?:src|href)="\/tep\/(?:[^"/]*\/)*?([0-9a-f]{64})(?![0-9a-f])/g);
  return [...new Set([...found].flatMap(([, hash]) => (hash ? [hash] : [])))];
}
