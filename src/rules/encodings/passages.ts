/**
 * Passages in an old code table inside an otherwise sound text: a paragraph pasted from an old file, a quoted title. Word
 * by word, as `mixed.ts` sorts them; one odd word is a foreign name, two beside each other are a passage.
 */
import { convertLegacy } from './convert.ts';
import type { ConvertibleCode } from './glyphs.ts';
import { hasUnicodeLetters, type Piece, sortPieces } from './mixed.ts';

/** A passage with what it would be in Unicode: offsets in UTF-16 units, `to` exclusive. */
export interface LegacyPassage {
  code: ConvertibleCode | 'mojibake';
  from: number;
  to: number;
  /** In NFC; undefined where the letters are lost. */
  converted: string | undefined;
}

const CODES: readonly ConvertibleCode[] = ['tcvn3', 'vni', 'viscii', 'viqr'];
/** Words in plain letters between two of the passage: "Uû ban nh©n d©n" has two. */
const MOST_BETWEEN = 6;
/** VIQR is written in signs that also end sentences and join abbreviations. */
const LEAST: Record<ConvertibleCode, number> = { tcvn3: 2, vni: 2, viscii: 2, viqr: 3 };

/** The passages of a text in order, not overlapping. */
export function findLegacyPassages(text: string): LegacyPassage[] {
  if (!/[^\p{ASCII}]|[\^~`'?.(+*]\p{L}|[aeiouy][.'`?~](?:\s|$)/u.test(text)) return [];
  const damaged = damagedPassages(text);
  const found = CODES.flatMap((code) => passagesIn(text, code))
    .filter((one) => !damaged.some((other) => one.from < other.to && other.from < one.to))
    .sort((a, b) => b.weight - a.weight || a.from - b.from);
  const kept: typeof found = [];
  for (const one of found)
    if (!kept.some((other) => one.from < other.to && other.from < one.to)) kept.push(one);
  const read = kept.map(({ code, from, to }) => ({
    code,
    from,
    to,
    converted: convertLegacy(text.slice(from, to), code).text,
  }));
  return [...damaged, ...read].sort((a, b) => a.from - b.from);
}

interface Candidate {
  code: ConvertibleCode;
  from: number;
  to: number;
  weight: number;
}

function passagesIn(text: string, code: ConvertibleCode): Candidate[] {
  const found: Candidate[] = [];
  const pieces = sortPieces(text, code);
  let run: number[] = [];
  let between = 0;
  let odd = 0;
  const end = () => {
    if (run.length >= LEAST[code] && odd <= run.length) {
      const { from, to } = stretched(pieces, run[0] ?? 0, run.at(-1) ?? 0);
      found.push({ code, from, to, weight: run.length * 2 - odd });
    }
    run = [];
    between = 0;
    odd = 0;
  };
  pieces.forEach((piece, index) => {
    if (piece.kind === 'legacy') {
      run.push(index);
      between = 0;
    } else if (hasUnicodeLetters(text.slice(piece.from, piece.to))) end();
    else if (piece.kind === 'odd') odd += 1;
    else if (piece.kind !== 'either') between += 1;
    if (between > MOST_BETWEEN) end();
  });
  end();
  return found;
}

/** A word that reads well both ways belongs to the passage it touches: "KÕ ho¹ch", "nghóa". */
function stretched(pieces: readonly Piece[], first: number, last: number): { from: number; to: number } {
  let [start, stop] = [first, last];
  while (pieces[start - 1]?.kind === 'either') start -= 1;
  while (pieces[stop + 1]?.kind === 'either') stop += 1;
  return { from: pieces[start]?.from ?? 0, to: pieces[stop]?.to ?? 0 };
}

/** UTF-8 shown byte by byte: "Viá»‡t", "Ä‘Æ°á»£c". */
const DAMAGED = /(?:á[º»].|Ä[‘\u0090\u0091ƒ]|Æ[°¡¯]|Ã[\u0080-\u00BF]|áº|á»|â€[œ\u009D™“”¦]?|Ä‚|Å©|Ä©)/u;

function damagedPassages(text: string): LegacyPassage[] {
  const words = [...text.matchAll(/\S+/gu)].filter(([word]) => DAMAGED.test(word));
  const found: LegacyPassage[] = [];
  for (const { 0: word, index } of words) {
    const last = found.at(-1);
    const gap = last === undefined ? '' : text.slice(last.to, index);
    if (last && (gap.match(/\S+/gu)?.length ?? 0) <= MOST_BETWEEN && !hasUnicodeLetters(gap))
      last.to = index + word.length;
    else found.push({ code: 'mojibake', from: index, to: index + word.length, converted: undefined });
  }
  return found.map((one) => ({ ...one, converted: mendMojibake(text.slice(one.from, one.to)) }));
}

const WESTERN_BYTES = new Map(
  Array.from({ length: 256 }, (_, byte) => [
    new TextDecoder('windows-1252').decode(Uint8Array.of(byte)),
    byte,
  ]),
);

/** The text whose UTF-8 was once read as windows-1252; undefined where bytes were lost on the way. */
export function mendMojibake(text: string): string | undefined {
  const bytes: number[] = [];
  for (const sign of text) {
    const byte = WESTERN_BYTES.get(sign);
    if (byte === undefined) return undefined;
    bytes.push(byte);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes)).normalize('NFC');
  } catch {
    return undefined;
  }
}
