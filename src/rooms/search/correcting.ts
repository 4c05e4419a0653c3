import type { Queryable } from '../../platform/db/index.ts';
import { type AskedToken, type Frequencies, oneLetterEdits } from '../../rules/query/index.ts';
import { listKnown } from './store.ts';

/** Words of one query that are looked at, and words each may have been. */
const MOST_SUSPECTS = 3;
const MOST_MEANT = 40;

/**
 * A query as it may have been meant: a word that stands nowhere, or beside neighbours it never stands beside, replaced by
 * one a letter away that does. The pair it makes with a neighbour says more than how frequent it is.
 *
 * @returns undefined when nothing better is known
 */
export async function correct(
  db: Queryable,
  localityId: number,
  tokens: readonly AskedToken[],
  { of }: Frequencies,
): Promise<string | undefined> {
  const suspects = suspectsAmong(tokens, of);
  if (suspects.length === 0) return undefined;
  const near = new Map(suspects.map((at) => [at, oneLetterEdits(tokens[at]?.fold ?? '')]));
  const known = await listKnown(db, localityId, [...new Set([...near.values()].flat())]);
  const pairs = new Map<string, [at: number, word: string]>();
  const meant = new Map<number, string[]>();
  for (const [at, edits] of near) {
    const words = edits
      .filter((word) => known.has(word))
      .sort((a, b) => (known.get(b)?.entries ?? 0) - (known.get(a)?.entries ?? 0))
      .slice(0, MOST_MEANT);
    meant.set(at, words);
    for (const word of words) for (const pair of pairsAt(tokens, at, word)) pairs.set(pair, [at, word]);
  }
  const neighbours = await listKnown(db, localityId, [...pairs.keys()]);
  const shown = tokens.map(({ form }) => form);
  let changed = 0;
  for (const [at, words] of meant) {
    const worth = (word: string) =>
      Math.max(0, ...pairsAt(tokens, at, word).map((pair) => neighbours.get(pair)?.entries ?? 0));
    const [best] = [...words].sort(
      (a, b) => worth(b) - worth(a) || (known.get(b)?.entries ?? 0) - (known.get(a)?.entries ?? 0),
    );
    const isUnknown = (of.get(tokens[at]?.fold ?? '') ?? 0) === 0;
    if (best === undefined || (!isUnknown && worth(best) === 0)) continue;
    shown[at] = spelling(tokens, at, best, neighbours) ?? known.get(best)?.shown ?? best;
    if (shown[at] === '') shown[at] = best;
    changed += 1;
  }
  return changed > 0 ? shown.join(' ') : undefined;
}

function suspectsAmong(tokens: readonly AskedToken[], of: ReadonlyMap<string, number>): number[] {
  const places = tokens.flatMap(({ asks, fold }, at) => (asks || /\d/.test(fold) ? [] : [at]));
  const countOf = (term: string) => of.get(term) ?? 0;
  const unknown = places.filter((at) => countOf(tokens[at]?.fold ?? '') === 0);
  if (unknown.length > 0) return unknown.slice(0, MOST_SUSPECTS);
  const lonely = places.filter((at) =>
    pairsAt(tokens, at, tokens[at]?.fold ?? '').every((pair) => countOf(pair) === 0),
  );
  return tokens.length > 1 ? lonely.slice(0, MOST_SUSPECTS) : [];
}

function pairsAt(tokens: readonly AskedToken[], at: number, word: string): string[] {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  return [...(before ? [`${before.fold}_${word}`] : []), ...(after ? [`${word}_${after.fold}`] : [])];
}

/** How the word is written beside its neighbour, with marks, when the query has any. */
function spelling(
  tokens: readonly AskedToken[],
  at: number,
  word: string,
  neighbours: ReadonlyMap<string, { entries: number; shown: string }>,
): string | undefined {
  if (tokens.every(({ form, fold }) => form === fold)) return word;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  const first = before && neighbours.get(`${before.fold}_${word}`)?.shown.split(' ')[1];
  return first || (after && neighbours.get(`${word}_${after.fold}`)?.shown.split(' ')[0]) || undefined;
}
