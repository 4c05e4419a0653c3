/**
 * From the code tables of before Unicode to Unicode NFC (TCVN 6909:2001; QĐ 72/2002/QĐ-TTg). What the table
 * tells is exact; what it does not tell (the capitals of TCVN3, mixed texts) is judged, and each place is marked.
 */
import { toNfc } from '../text/index.ts';
import { type Restored, restoreCapitals } from './capitals.ts';
import { chooseCode } from './choose.ts';
import { decodeText } from './decode.ts';
import { type ConvertibleCode, type Glyph, readerOf } from './glyphs.ts';
import { hasUnicodeLetters, type Stretch, stretchesOf } from './mixed.ts';
import { westernText } from './tables.ts';

/**
 * Why a place was marked:
 * - `wordInCapitals`, `lineInCapitals`: small letters made capital by their word, by the words beside it;
 * - `caseUnknown`: nothing tells whether the word was in capitals; left small;
 * - `capitalFont`: made capital because the caller said so (`capitalRuns`);
 * - `doubledLetter`: "Aµ" read as À;
 * - `mixedDoubt`: in a mixed text, a word that reads well both ways;
 * - `toneOrStop`: VIQR, the sign read as a tone may be the end of the sentence.
 */
export type MarkReason = Restored['reason'] | 'capitalFont' | 'doubledLetter' | 'mixedDoubt' | 'toneOrStop';

/** A place of the converted text to look at: UTF-16 offsets, `end` exclusive. */
export interface Mark {
  start: number;
  end: number;
  reason: MarkReason;
}

export interface ConvertOptions {
  /**
   * Parts of the input set in a font that draws small letters as capitals (.VnTimeH …): offsets in bytes of
   * single-byte input, in UTF-16 units of text; `end` exclusive.
   */
  capitalRuns?: readonly { start: number; end: number }[];
}

export interface Converted {
  /** NFC. */
  text: string;
  from: ConvertibleCode;
  /** In the order of the text. */
  marks: readonly Mark[];
}

/**
 * Converts a legacy text. Bytes are single-byte codes, or UTF-8 and UTF-16 of a text that was read as
 * windows-1252 or latin1 and saved so; text is what such a reading gave. Words that are sound Unicode stay.
 * @throws Refusal with `auto`: `encoding-sound`, `encoding-damaged`, `encoding-unknown`
 */
export function convertLegacy(
  input: Uint8Array | string,
  from: ConvertibleCode | 'auto',
  options: ConvertOptions = {},
): Converted {
  const source = typeof input === 'string' ? input : sourceOf(input);
  const code = from === 'auto' ? chooseCode(source) : from;
  const { glyphs, doubts } = readGlyphs(source, code);
  const inFont = raiseRuns(glyphs, options.capitalRuns ?? []);
  const restored = restoreCapitals(glyphs);
  return { ...write(glyphs, [...doubts, ...inFont, ...restored]), from: code };
}

/** A stored text has only letters of Europe, Vietnamese and punctuation; bytes that give others are no UTF-8. */
const FOREIGN = /(?![\u0300-\u036F])[^\p{ASCII}\u0080-\u02FF\u1EA0-\u1EF9\u2000-\u22FF\uFEFF]/u;

function sourceOf(bytes: Uint8Array): string {
  const { text, encoding, hadBom } = decodeText(bytes);
  const isUnicode = encoding.startsWith('utf-') && (hadBom || encoding !== 'utf-8' || !FOREIGN.test(text));
  return isUnicode ? text : westernText(bytes);
}

/** A place by its glyphs, `to` exclusive. */
type Place = { from: number; to: number; reason: MarkReason };

function readGlyphs(source: string, code: ConvertibleCode): { glyphs: Glyph[]; doubts: Place[] } {
  const stretches: readonly Stretch[] = hasUnicodeLetters(source)
    ? stretchesOf(source, code)
    : [{ from: 0, to: source.length, convert: true }];
  const read = readerOf(code);
  const glyphs: Glyph[] = [];
  const doubts: Place[] = [];
  for (const { from, to, convert, doubtful } of stretches) {
    const first = glyphs.length;
    for (const glyph of convert ? read(source, from, to) : asItIs(source, from, to)) {
      const index = glyphs.push(glyph) - 1;
      if (glyph.doubled) doubts.push({ from: index, to: index + 1, reason: 'doubledLetter' });
      if (glyph.maybeStop) doubts.push({ from: index, to: index + 1, reason: 'toneOrStop' });
    }
    if (doubtful) doubts.push({ from: first, to: glyphs.length, reason: 'mixedDoubt' });
  }
  return { glyphs, doubts };
}

/** Letter by letter with its combining marks, so that each glyph is in NFC by itself. */
function asItIs(source: string, from: number, to: number): Glyph[] {
  return [...source.slice(from, to).matchAll(/\P{M}?\p{M}*/gu)]
    .filter(([text]) => text !== '')
    .map(({ 0: text, index }) => ({ text: toNfc(text), at: from + index, size: text.length }));
}

/** Makes capitals of what was set in a capital font, in place. */
function raiseRuns(glyphs: Glyph[], runs: readonly { start: number; end: number }[]): Place[] {
  const places: Place[] = [];
  for (const { start, end } of runs) {
    let place: Place | undefined;
    glyphs.forEach((glyph, index) => {
      if (glyph.at < start || glyph.at >= end) return;
      const { caseLost, ...rest } = glyph;
      const text = glyph.text.toUpperCase();
      if (!caseLost && text === glyph.text) return;
      glyphs[index] = { ...rest, text };
      place ??= { from: index, to: index, reason: 'capitalFont' };
      place.to = index + 1;
    });
    if (place) places.push(place);
  }
  return places;
}

function write(glyphs: readonly Glyph[], places: readonly Place[]): { text: string; marks: Mark[] } {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of glyphs) {
    starts.push(length);
    length += text.length;
  }
  starts.push(length);
  const offset = (index: number) => starts[index] ?? length;
  const marks = places
    .map(({ from, to, reason }) => ({ start: offset(from), end: offset(to), reason }))
    .sort((one, other) => one.start - other.start || one.end - other.end);
  return { text: glyphs.map(({ text }) => text).join(''), marks };
}
