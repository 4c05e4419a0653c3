/**
 * TCVN3 has no codes for capitals with a tone: "HéI" was typed for "HỘI", "Hµ NéI" for "HÀ NỘI". The capital is
 * given back where the letters around it tell; where nothing tells, the small letter stays and the place is named.
 */
import type { Glyph } from './glyphs.ts';
import { isSyllable } from './syllables.ts';

/** What a word tells about its own case: `open` has letters of lost case and no other evidence. */
type Casing = 'capitals' | 'small' | 'open' | 'neutral';

export interface Word {
  /** Glyphs of the word, `to` exclusive. */
  from: number;
  to: number;
}

export interface Restored extends Word {
  reason: 'wordInCapitals' | 'lineInCapitals' | 'caseUnknown';
}

const isLetter = (text: string) => /^\p{L}/u.test(text);
const isCapital = (text: string) => text !== text.toLowerCase();

/** Gives capitals back in place; names each word that was changed or stays in doubt. */
export function restoreCapitals(glyphs: Glyph[]): Restored[] {
  if (!glyphs.some(({ caseLost }) => caseLost)) return [];
  return linesOf(glyphs).flatMap((line) => restoreLine(glyphs, line));
}

function restoreLine(glyphs: Glyph[], words: readonly Word[]): Restored[] {
  const casings = words.map((word) => casingOf(glyphs.slice(word.from, word.to)));
  const restored: Restored[] = [];
  words.forEach((word, index) => {
    const own = casings[index];
    const hasLost = glyphs.slice(word.from, word.to).some(({ caseLost }) => caseLost);
    if (!hasLost || own === 'small') return;
    const reason = own === 'capitals' ? 'wordInCapitals' : byNeighbours(casings, index);
    if (reason === undefined) return;
    if (reason !== 'caseUnknown') raise(glyphs, word);
    restored.push({ ...word, reason });
  });
  return restored;
}

/** An open word is in capitals when every neighbour that tells anything is. */
function byNeighbours(casings: readonly Casing[], index: number): Restored['reason'] | undefined {
  const tells = (casing: Casing) => casing === 'capitals' || casing === 'small';
  const around = [casings.slice(0, index).findLast(tells), casings.slice(index + 1).find(tells)];
  if (around.every((casing) => casing === undefined)) return 'caseUnknown';
  return around.includes('small') ? undefined : 'lineInCapitals';
}

/** A capital after the first letter speaks for the whole word; abbreviations and Roman figures do not speak. */
function casingOf(word: readonly Glyph[]): Casing {
  const sure = word.filter(({ caseLost }) => !caseLost);
  if (sure.some(({ text }) => !isCapital(text))) return 'small';
  const hasLost = sure.length < word.length;
  if (word.some(({ text, caseLost }, index) => index > 0 && !caseLost && isCapital(text))) {
    const text = word.map((glyph) => glyph.text).join('');
    if (hasLost) return 'capitals';
    return isSyllable(text) && !/^[IVXLCDM]+$/u.test(text) ? 'capitals' : 'neutral';
  }
  return hasLost ? 'open' : 'neutral';
}

function raise(glyphs: Glyph[], { from, to }: Word): void {
  for (let index = from; index < to; index += 1) {
    const glyph = glyphs[index];
    if (glyph?.caseLost) glyphs[index] = { ...glyph, text: glyph.text.toUpperCase() };
  }
}

/** The words of each line. */
function linesOf(glyphs: readonly Glyph[]): Word[][] {
  const lines: Word[][] = [];
  let line: Word[] = [];
  let from: number | undefined;
  for (let index = 0; index <= glyphs.length; index += 1) {
    const text = glyphs[index]?.text ?? '\n';
    if (isLetter(text)) from ??= index;
    else {
      if (from !== undefined) line.push({ from, to: index });
      from = undefined;
      if (text !== '\n' && text !== '\r') continue;
      if (line.length > 0) lines.push(line);
      line = [];
    }
  }
  return lines;
}
