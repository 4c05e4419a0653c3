import type { AskedToken } from './parse.ts';
import { type Token, tokensOf } from './tokens.ts';

export interface Marked {
  text: string;
  hit: boolean;
}

const BEFORE = 60;
const LENGTH = 220;

/** Whether a word of a text is one that was asked. */
export type Compare = (asked: AskedToken, token: Token) => boolean;

/** Whichever way diacritics are written. */
const byFold: Compare = (asked, token) => asked.fold === token.fold;

/** The piece of a text where most of what was asked stands together, with those words marked. */
export function excerptOf(text: string, asked: readonly AskedToken[], compare: Compare = byFold): Marked[] {
  const flat = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const content = asked.filter(({ asks }) => !asks);
  const wanted = content.length > 0 ? content : asked;
  const hits = tokensOf(flat).filter((token) => wanted.some((one) => compare(one, token)));
  const start = Math.max(0, (bestPlace(hits) ?? 0) - BEFORE);
  const from = start === 0 ? 0 : flat.indexOf(' ', start) + 1;
  const end = from + LENGTH >= flat.length ? flat.length : wordEnd(flat, from + LENGTH);
  const parts: Marked[] = from > 0 ? [{ text: '… ', hit: false }] : [];
  let at = from;
  for (const hit of hits) {
    if (hit.from < at || hit.to > end) continue;
    if (hit.from > at) parts.push({ text: flat.slice(at, hit.from), hit: false });
    parts.push({ text: flat.slice(hit.from, hit.to), hit: true });
    at = hit.to;
  }
  if (at < end) parts.push({ text: flat.slice(at, end), hit: false });
  if (end < flat.length) parts.push({ text: ' …', hit: false });
  return parts;
}

function wordEnd(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at);
  return space > 0 ? space : at;
}

/** Where the most different words stand in the length of an excerpt, and stand closest. */
function bestPlace(hits: readonly Token[]): number | undefined {
  let best: { from: number; count: number; span: number } | undefined;
  hits.forEach((hit, i) => {
    const inside = new Set<string>();
    let end = hit.to;
    for (let j = i; j < hits.length && (hits[j]?.to ?? 0) <= hit.from + LENGTH - BEFORE; j += 1) {
      const { fold, to } = hits[j] ?? hit;
      if (!inside.has(fold)) end = to;
      inside.add(fold);
    }
    const one = { from: hit.from, count: inside.size, span: end - hit.from };
    if (!best || one.count > best.count || (one.count === best.count && one.span < best.span)) best = one;
  });
  return best?.from;
}
