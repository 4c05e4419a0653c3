/** Which legacy code a text is written in, by what its words become when they are read in each. */
import { Refusal } from '../refusal.ts';
import type { ConvertibleCode } from './glyphs.ts';
import { findLegacyEncoding } from './legacy.ts';
import { hasUnicodeLetters, sortPieces } from './mixed.ts';
import { isVietnamese } from './syllables.ts';
import { CHOICE_WORDS, LEGACY_WORDS } from './words.ts';

/** Read at most this much: the choice is settled long before. In UTF-16 units. */
const READ_CHARS = 100_000;
/** Fewer words than this may be chance; with sound Vietnamese beside them they may be borrowed words. */
const MIN_WORDS = 2;
const MIN_WORDS_BESIDE_SOUND = 3;
/** Share of the words that can be read in the code only, among those that cannot be read as they are. */
const MIN_SHARE = 0.6;
const CODES: readonly ConvertibleCode[] = ['tcvn3', 'vni', 'viscii', 'viqr'];

/**
 * Chooses the code.
 * @throws Refusal `encoding-sound` (nothing to convert), `encoding-damaged` (UTF-8 read wrongly) or
 *   `encoding-unknown` (no table makes Vietnamese of it)
 */
export function chooseCode(source: string): ConvertibleCode {
  const head = source.slice(0, READ_CHARS);
  if (findLegacyEncoding(head)?.code === 'mojibake')
    throw new Refusal('encoding-damaged', LEGACY_WORDS.mojibake);
  const tried = CODES.map((code) => ({ code, ...tally(head, code) }));
  const best = tried.sort((one, other) => other.legacy - other.odd - (one.legacy - one.odd))[0];
  const least = best?.sound ? MIN_WORDS_BESIDE_SOUND : MIN_WORDS;
  if (best && best.legacy >= least && best.legacy >= MIN_SHARE * (best.legacy + best.odd)) return best.code;
  throw isSoundText(head)
    ? new Refusal('encoding-sound', CHOICE_WORDS.sound)
    : new Refusal('encoding-unknown', CHOICE_WORDS.unknown);
}

function tally(head: string, code: ConvertibleCode): { legacy: number; odd: number; sound: number } {
  const count = { legacy: 0, odd: 0, sound: 0 };
  for (const { kind, from, to } of sortPieces(head, code)) {
    if (kind === 'legacy' || kind === 'odd') count[kind] += 1;
    else if (kind === 'sound' && hasUnicodeLetters(head.slice(from, to))) count.sound += 1;
  }
  return count;
}

/** More words that are Vietnamese as they stand than words that are not; ASCII alone is sound. */
function isSoundText(head: string): boolean {
  const words = head.match(/\S*[^\p{ASCII}\s]\S*/gu) ?? [];
  const sound = words.filter((word) => isVietnamese(word)).length;
  return sound * 2 >= words.length;
}
