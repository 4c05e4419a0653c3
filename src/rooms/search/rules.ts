import { foldVietnamese } from '../../rules/text/index.ts';

export interface Marked {
  text: string;
  hit: boolean;
}

/** Longest query that is read; longer ones are cut, not refused. */
export const QUERY_MAX = 200;
const EXCERPT_BEFORE = 60;
const EXCERPT_LENGTH = 220;

/** A query as it is asked: one line, at most {@link QUERY_MAX} characters. */
export function cleanQuery(text: string | null): string {
  return (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, QUERY_MAX);
}

/**
 * The piece of a text around the first word of the query, with the words marked whichever way their diacritics
 * are written. Folding keeps the number of characters, so places in the folded text are places in the text.
 */
export function excerptAround(text: string, query: string): Marked[] {
  const flat = text.normalize('NFC').replace(/\s+/g, ' ');
  const folded = foldVietnamese(flat);
  const wanted = foldVietnamese(query).split(' ').filter(Boolean);
  if (folded.length !== flat.length || wanted.length === 0)
    return [{ text: flat.slice(0, EXCERPT_LENGTH), hit: false }];
  const word = new RegExp(
    `(?<![\\p{L}\\p{N}])(${wanted.map(escapeRegExp).join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  );
  const first = folded.search(word);
  const start = Math.max(0, first - EXCERPT_BEFORE);
  const from = start === 0 ? 0 : flat.indexOf(' ', start) + 1;
  const end = Math.min(flat.length, from + EXCERPT_LENGTH);
  const parts: Marked[] = from > 0 ? [{ text: '… ', hit: false }] : [];
  let at = from;
  for (const match of folded.slice(0, end).matchAll(word)) {
    if (match.index < from) continue;
    if (match.index > at) parts.push({ text: flat.slice(at, match.index), hit: false });
    at = match.index + match[0].length;
    parts.push({ text: flat.slice(match.index, at), hit: true });
  }
  if (at < end) parts.push({ text: flat.slice(at, end), hit: false });
  if (end < flat.length) parts.push({ text: ' …', hit: false });
  return parts;
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
