/** Gaps, repeats and restarts in the numbering of provisions. */
import type { Mark } from './marks.ts';
import type { ProvisionFinding } from './model.ts';
import { letterFollows } from './ordinal.ts';

/** The last number of a row of siblings, and whether the row has begun again. */
export type Sequence = { number: string; value: number; restarted: boolean };

type Noted = {
  sequences: Map<string, Sequence>;
  notes: { code: ProvisionFinding['code']; at: number; before: string }[];
};

/** Whether a letter may come right after this point ("i" then "k"); for "a1" and "aa" anything may. */
export function letterNumbering(before: string): (letter: string) => boolean {
  return (letter) => before.length === 1 && letterFollows(before, letter);
}

/** Compares the number with the one before it in its row. */
export function noteNumber(
  { sequences, notes }: Noted,
  mark: Mark,
  at: number,
  key: string,
  isTaken: boolean,
): void {
  const before = sequences.get(key);
  const note = (code: ProvisionFinding['code']) => notes.push({ code, at, before: before?.number ?? '0' });
  const value = mark.value;
  const begins =
    before !== undefined && value === 1 && before.value > 1 && /^(?:1|I|a|A)$/u.test(mark.number);
  const restarted = begins || (before?.restarted === true && isTaken);
  const through = countsOn(sequences, key, mark);
  sequences.set(key, { number: mark.number, value, restarted });
  if (mark.kind === 'clause' && !mark.number.includes('.'))
    sequences.set(LAST_CLAUSE, { number: mark.number, value, restarted });
  if (value === 0 || through) return;
  if (begins) note(isCountedThrough(mark) ? 'repeated' : 'restarted');
  else if (isTaken && !before?.restarted) note('repeated');
  else if (before === undefined ? value > 1 && countsFromOne(mark) : skips(before, mark)) note('gap');
  else if (before && value < before.value) note('backwards');
}

const LAST_CLAUSE = 'the last clause anywhere';

/** Clauses of a text in roman parts may count through the parts: "I. 1, 2; II. 3, 4". */
function countsOn(sequences: ReadonlyMap<string, Sequence>, key: string, { kind, value }: Mark): boolean {
  if (kind !== 'clause' || sequences.has(key) || !/(?:^|-)phan-[a-z0-9]+\/clause$/u.test(key)) return false;
  return sequences.get(LAST_CLAUSE)?.value === value - 1;
}

/** A clause or point that opens a row with another number goes on from the row before, or is an excerpt. */
function countsFromOne({ kind, number }: Mark): boolean {
  return kind !== 'part' && kind !== 'section' && kind !== 'form' && !number.includes('.');
}

function isCountedThrough({ kind }: Mark): boolean {
  return kind === 'article' || kind === 'chapter';
}

function skips(before: Sequence, mark: Mark): boolean {
  if (mark.value <= before.value) return false;
  if (mark.kind === 'point')
    return mark.number.length === 1 && !letterFollows(before.number[0] ?? '', mark.number);
  if (mark.kind === 'capital') return !letterFollows(before.number.toLowerCase(), mark.number.toLowerCase());
  return mark.value > before.value + 1;
}
