import { type AskedNumber, numbersIn } from './numbers.ts';
import { askingWords } from './question-words.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A word of a query; `asks`: it makes the question and says nothing about what is asked. */
export type AskedToken = Token & { asks: boolean };

/** A query as it is understood. */
export interface ParsedQuery {
  /** What is looked for, in order; the words of phrases among them. */
  tokens: AskedToken[];
  /** Each must stand as it is written, syllable after syllable. */
  phrases: Token[][];
  /** None of these may stand there: a word, or several in a row. */
  excluded: Token[][];
  numbers: AskedNumber[];
}

const PHRASE = /(?<![\p{L}\p{N}])(-?)["“”«„]([^"“”«»„]*)["“”»]/gu;
const EXCLUDED = /(?<=^|\s)[-−–]([\p{L}\p{N}]+)/gu;

/** Reads a query: phrases in quotation marks, words after a hyphen left out, document numbers, the rest words. */
export function parseQuery(query: string): ParsedQuery {
  const phrases: Token[][] = [];
  const excluded: Token[][] = [];
  const text = query.normalize('NFC').trim();
  const open = text
    .replace(PHRASE, (_, hyphen: string, inside: string) => {
      const words = tokensOf(inside);
      if (words.length > 0) (hyphen ? excluded : phrases).push(words);
      return hyphen ? ' ' : ` ${inside} `;
    })
    .replace(EXCLUDED, (_, word: string) => {
      excluded.push(tokensOf(word));
      return ' ';
    });
  const tokens = tokensOf(open);
  const asks = askingWords(tokens);
  return {
    tokens: tokens.map((token, i) => ({ ...token, asks: asks[i] ?? false })),
    ...{ phrases, excluded, numbers: numbersIn(open) },
  };
}

/** The query without the words of its numbers, for when a document of such a number is there. */
export function besideNumbers(query: ParsedQuery): ParsedQuery {
  const { tokens, numbers } = query;
  const isNumber = (token: Token) => numbers.some(({ from, to }) => token.from >= from && token.to <= to);
  return { ...query, tokens: tokens.filter((token) => !isNumber(token)) };
}
