import { foldVietnamese, toNfc } from '../text/index.ts';

/** The parts of a Vietnamese name, which is written surname first and called by its last word. */
export interface NameParts {
  surname: string;
  middle: string[];
  given: string;
}

/** Splits a full name. A single word is a given name; `surname` is then empty. */
export function vietnameseNameParts(fullName: string): NameParts {
  const words = toNfc(fullName).trim().split(/\s+/u).filter(Boolean);
  const given = words.at(-1) ?? '';
  return { surname: words.length > 1 ? (words[0] ?? '') : '', middle: words.slice(1, -1), given };
}

/** Letters and digits only, small, without marks: "Sở TT&TT" gives "sottt". */
export function plainLetters(text: string): string {
  return foldVietnamese(text).replace(/[^a-z0-9]/g, '');
}
