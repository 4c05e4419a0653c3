/** Reads a legacy text letter by letter; every glyph knows where it stood in the source. */
import { byteOf, TCVN3_LETTERS, VISCII_LETTERS, VNI_LETTERS } from './tables.ts';
import { viqrReader } from './viqr.ts';

export type ConvertibleCode = 'tcvn3' | 'vni' | 'viscii' | 'viqr';

export interface Glyph {
  text: string;
  /** Where it stood in the source, in UTF-16 units, and how many of them it took. */
  at: number;
  size: number;
  /** The code table has this letter only small: it may have been printed as a capital. */
  caseLost?: boolean;
  /** It was a capital by being written twice ("Aµ" for À). */
  doubled?: boolean;
  /** The tone may as well be the end of the sentence (VIQR "la."). */
  maybeStop?: boolean;
}

/** Reads the source from `from` to `to` (exclusive). A reader remembers its state from call to call (VIQR). */
export type GlyphReader = (source: string, from: number, to: number) => Glyph[];

export function readerOf(code: ConvertibleCode): GlyphReader {
  if (code === 'viqr') return viqrReader();
  if (code === 'vni') return readVni;
  if (code === 'viscii') return readViscii;
  return readTcvn3;
}

/** C1 codes that mean nothing in the table are the punctuation of windows-1252: “ ” ‘ ’ – …  */
function otherwise(char: string): string {
  return /[\u0080-\u009F]/u.test(char) ? (WESTERN_C1[char.charCodeAt(0) - 0x80] ?? char) : char;
}
const WESTERN_C1 = new TextDecoder('windows-1252').decode(
  Uint8Array.from({ length: 0x20 }, (_, index) => 0x80 + index),
);

const readTcvn3: GlyphReader = (source, from, to) => {
  const glyphs: Glyph[] = [];
  for (let at = from; at < to; at += 1) {
    const char = source[at] ?? '';
    const letter = TCVN3_LETTERS.get(byteOf(char) ?? -1);
    if (letter === undefined) glyphs.push({ text: otherwise(char), at, size: 1 });
    else if (!isToned(letter) || letter !== letter.toLowerCase()) glyphs.push({ text: letter, at, size: 1 });
    else if (isDoubled(glyphs.at(-1), letter, source[at + 1])) {
      glyphs.pop();
      glyphs.push({ text: letter.toUpperCase(), at: at - 1, size: 2, doubled: true });
    } else glyphs.push({ text: letter, at, size: 1, caseLost: true });
  }
  return glyphs;
};

function isToned(letter: string): boolean {
  return /[\u0300\u0301\u0303\u0309\u0323]/u.test(letter.normalize('NFD'));
}

/** Some converters of the time wrote À as "Aµ": capital, then the small letter. "Oóc", "Oòng" are words. */
function isDoubled(before: Glyph | undefined, letter: string, next: string | undefined): boolean {
  const plain = letter
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, '')
    .normalize('NFC');
  if (before?.text !== plain.toUpperCase()) return false;
  return plain !== 'o' || (next !== 'c' && next !== 'n');
}

const readVni: GlyphReader = (source, from, to) => {
  const glyphs: Glyph[] = [];
  for (let at = from; at < to; ) {
    const char = source[at] ?? '';
    const pair = at + 1 < to ? char + (source[at + 1] ?? '') : '';
    const found = VNI_LETTERS.get(pair.toLowerCase());
    const letter = found ?? VNI_LETTERS.get(char.toLowerCase());
    const size = found === undefined ? 1 : 2;
    const isCapital = char !== char.toLowerCase();
    const text = letter === undefined ? otherwise(char) : isCapital ? letter.toUpperCase() : letter;
    glyphs.push({ text, at, size });
    at += size;
  }
  return glyphs;
};

const readViscii: GlyphReader = (source, from, to) => {
  const glyphs: Glyph[] = [];
  for (let at = from; at < to; at += 1) {
    const char = source[at] ?? '';
    glyphs.push({ text: VISCII_LETTERS.get(byteOf(char) ?? -1) ?? char, at, size: 1 });
  }
  return glyphs;
};
