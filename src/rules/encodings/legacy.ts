/**
 * Texts in code tables from before Unicode (QĐ 72/2002/QĐ-TTg unified the use of TCVN 6909 from 2003). They
 * arrive as ordinary Latin-1 characters that only a .Vn… or VNI-… font turned into Vietnamese; stored as they
 * are they would be unreadable and unfindable, so they are recognised and named here.
 */
import { LEGACY_WORDS } from './words.ts';

export type LegacyCode = 'tcvn3' | 'vni' | 'mojibake';

export type LegacyFinding = {
  code: LegacyCode;
  /** Share of the words that carry the marks of the code table, 0 to 1. */
  share: number;
  /** The first such words, to show to the person who sent the text. */
  samples: string[];
  vi: string;
  en: string;
};

/** Fewer damaged words than this are taken as typing errors or foreign names. */
const MIN_WORDS = 3;
const SAMPLE_COUNT = 5;
/** Read at most this much: the share is settled long before. */
const READ_CHARS = 200_000;

/** Characters that stand for Vietnamese letters in TCVN3 and never touch a letter in a Unicode text. */
const TCVN3_MARK = /\p{L}[µ¸¶·¹¨»¾¼½©®ª«¬\u00AD×÷]|[µ¸¶·¹¨»¾¼½©®ª«¬\u00AD×÷]\p{L}|®/u;
/** TCVN3 letters that Vietnamese does not have, between consonants: "ViÖt", "hßa", "chñ". */
const TCVN3_LETTER = /[bcdghklmnpqrstvx][ÆÇËÎÏÑÖØÞßåæçëîïðñöøûüþ]/iu;
/** VNI writes vowel + mark: "Vieät", "hoøa", "nöôùc"; these pairs do not occur in Vietnamese. */
const VNI_PAIR = /[aeouy][äåëïøûüÿ]|[aeo][ùõ]|[ae]â|oâ[^n]|oâ$|aê|öô|[öô][ùøûõï]|^ñ|[aeiou]ñ/iu;
/** UTF-8 bytes shown one by one: "Viá»‡t", "Ä‘", "Æ°", "Ã¡". */
const MOJIBAKE = /á[º»]|Ä[‘\u0090\u0091]|Æ[°¡]|Ã[\u0080-\u00BF]/u;
/** Letters only a Unicode (or windows-1258) text has. */
const VIETNAMESE = /[ăđơưĂĐƠƯ\u1EA0-\u1EF9]/u;

const WORD = /[\p{L}\p{M}µ¸¶·¹¨»¾¼½©®ª«¬\u00AD×÷°±¡‘º\u0080-\u009F]+/gu;

/** Finds a text in TCVN3 (ABC), VNI or damaged UTF-8; undefined for sound text. Converting is not done here. */
export function findLegacyEncoding(text: string): LegacyFinding | undefined {
  const words = text.slice(0, READ_CHARS).match(WORD) ?? [];
  const sound = words.filter((word) => VIETNAMESE.test(word)).length;
  const candidates: [LegacyCode, string[], number][] = [
    ['mojibake', words.filter((word) => MOJIBAKE.test(word)), 0.03],
    ['tcvn3', words.filter((word) => isTcvn3(word)), 0.1],
    ['vni', words.filter((word) => !VIETNAMESE.test(word) && VNI_PAIR.test(word)), 0.15],
  ];
  const found = candidates
    .filter(([, hits, least]) => hits.length >= MIN_WORDS && hits.length >= words.length * least)
    .filter(([, hits]) => hits.length > sound)
    .sort((one, other) => rank(other) - rank(one))[0];
  if (!found) return undefined;
  const [code, hits] = found;
  return {
    code,
    share: hits.length / words.length,
    samples: [...new Set(hits)].slice(0, SAMPLE_COUNT),
    ...LEGACY_WORDS[code],
  };
}

function isTcvn3(word: string): boolean {
  if (VIETNAMESE.test(word)) return false;
  return TCVN3_MARK.test(word) || TCVN3_LETTER.test(word);
}

/** Damaged UTF-8 also looks like TCVN3, never the other way round. */
function rank([code, hits]: [LegacyCode, string[], number]): number {
  return code === 'mojibake' ? Number.POSITIVE_INFINITY : hits.length;
}
