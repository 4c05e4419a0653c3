import { foldVietnamese, normVietnamese } from '../text/index.ts';
import { expansionOf } from './abbreviations.ts';

/** One syllable, word or figure of a text. */
export interface Token {
  /** Small letters with marks, one spelling of tone place and of i/y: what an exact match compares. */
  form: string;
  /** The same without marks. */
  fold: string;
  /** Offsets (UTF-16) into the text; the syllables of an abbreviation share its place. */
  from: number;
  to: number;
}

type Word = Pick<Token, 'form' | 'fold'>;

/** Longer strings of letters are cut: nobody looks for them, and an index has limits. */
const LONGEST = 40;
const isPartOfWord = partsOfWords();

function partsOfWords(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let code = 0; code < table.length; code += 1)
    if (/[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(code))) table[code] = 1;
  return table;
}

// The syllables of Vietnamese are a few thousand: each is canonised once.
const known = new Map<string, readonly Word[]>();
const MOST_KNOWN = 60_000;

// "kỹ thuật" and "kĩ thuật", "quý" and "quí": y that closes an open syllable by itself. Not after a vowel ("thúy").
const OPEN_Y = /^(?:[bcdghklmnpqrstvx]{1,3}|qu)y$/;
const I_OF_Y: Readonly<Record<string, string>> = { y: 'i', ỳ: 'ì', ỷ: 'ỉ', ỹ: 'ĩ', ý: 'í', ỵ: 'ị' };

/** The canonical spelling of one word: NFC, small letters, newer tone place, i for y, no leading zeros. */
export function canonicalWord(word: string): Word {
  const norm = normVietnamese(word)
    .replaceAll('ð', 'đ')
    .replace(/^0+(?=\d)/, '')
    .slice(0, LONGEST);
  const fold = foldVietnamese(norm);
  if (!OPEN_Y.test(fold)) return { form: norm, fold };
  const last = norm.at(-1) ?? '';
  return { form: norm.slice(0, -1) + (I_OF_Y[last] ?? last), fold: `${fold.slice(0, -1)}i` };
}

/**
 * The words of a text in NFC, in order. Abbreviations of administration stand as the words they mean, so that
 * "UBND" and "Ủy ban nhân dân" are the same to whoever looks for either.
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const { length } = text;
  for (let at = 0; at < length; ) {
    if (isPartOfWord[text.charCodeAt(at)] === 0) {
      at += 1;
      continue;
    }
    const from = at;
    while (at < length && isPartOfWord[text.charCodeAt(at)] === 1) at += 1;
    for (const { form, fold } of wordsOf(text.slice(from, at))) tokens.push({ form, fold, from, to: at });
  }
  return tokens;
}

function wordsOf(raw: string): readonly Word[] {
  const before = known.get(raw);
  if (before) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const word = canonicalWord(raw);
  const words = word.fold === '' ? [] : (expansionOf(word.form, word.fold)?.map(canonicalWord) ?? [word]);
  known.set(raw, words);
  return words;
}
