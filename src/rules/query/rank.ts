import type { ParsedQuery } from './parse.ts';
import { askingWeight, type Frequencies, idf } from './plan.ts';
import { type Token, tokensOf } from './tokens.ts';

/** An entry as it is read for ranking. */
export interface Candidate {
  title: string;
  heading: string;
  text: string;
}

export interface Scored {
  score: number;
  /** Part of the weight of what was asked that stands in the entry or its title, 0 to 1. */
  coverage: number;
  /** Whether every word that says what is asked stands there. */
  hasAll: boolean;
}

/** What the parts of the formula count for; tuned on questions about real texts, see docs/decisions. */
export interface Weights {
  k1: number;
  b: number;
  title: number;
  heading: number;
  pair: number;
  /** A word that has other marks than those typed. */
  otherMarks: number;
  /** Exactly the marks that were typed. */
  exact: number;
}

export const WEIGHTS: Weights = {
  k1: 1.2,
  b: 0.75,
  title: 1.2,
  heading: 2.5,
  pair: 1.3,
  otherMarks: 0.25,
  exact: 0.15,
};

interface Term {
  fold: string;
  form: string;
  isMarked: boolean;
  weight: number;
  asks: boolean;
}

/** A query made ready for scoring many entries. */
export interface Scorer {
  /** Undefined when a phrase is missing or something excluded stands there. */
  score(entry: Candidate): Scored | undefined;
}

/**
 * BM25F over words and pairs of neighbours (Robertson, Zaragoza, The Probabilistic Relevance Framework, 2009), with the
 * title and the heading of a provision as fields that weigh more, and a bonus for the very marks typed.
 */
export function scorerOf(query: ParsedQuery, counted: Frequencies, weights: Weights = WEIGHTS): Scorer {
  const terms = termsOf(query, counted);
  const pairs = pairTerms(query, counted);
  const indexOf = new Map(terms.map(({ fold }, i) => [fold, i]));
  const pairIndex = new Map(pairs.map(({ key }, i) => [key, i]));
  const average = counted.entries > 0 ? Math.max(1, counted.length / counted.entries) : 1;
  const total = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const titles = new Map<string, Token[]>();
  const titleOf = (title: string) => {
    const read = titles.get(title) ?? tokensOf(title);
    titles.set(title, read);
    return read;
  };
  return {
    score({ title, heading, text }) {
      const fields = [
        { tokens: titleOf(title), weight: weights.title },
        { tokens: tokensOf(heading), weight: weights.heading },
        { tokens: tokensOf(text), weight: 1 },
      ];
      if (!keepsTo(query, fields)) return undefined;
      const counts = countIn(fields, { indexOf, pairIndex, terms, otherMarks: weights.otherMarks });
      const length = fields.reduce((sum, { tokens }) => sum + tokens.length, 0);
      const dampening = weights.k1 * (1 - weights.b + (weights.b * length) / average);
      const saturated = (tf: number) => (tf * (weights.k1 + 1)) / (tf + dampening);
      let score = 0;
      let covered = 0;
      let hasAll = true;
      terms.forEach((term, i) => {
        const tf = counts.tf[i] ?? 0;
        if (tf > 0) {
          covered += term.weight;
          score += term.weight * (saturated(tf) + (counts.exact[i] ? weights.exact : 0));
        } else if (!term.asks) hasAll = false;
      });
      pairs.forEach(({ weight }, i) => {
        const tf = counts.pairs[i] ?? 0;
        if (tf > 0) score += weights.pair * weight * saturated(tf);
      });
      return { score, coverage: covered / total, hasAll };
    },
  };
}

function termsOf({ tokens }: ParsedQuery, { of, entries }: Frequencies): Term[] {
  const terms = new Map<string, Term>();
  for (const token of tokens) {
    const { form, fold, asks } = token;
    if (terms.has(fold)) continue;
    const isMarked = form !== fold;
    const df = isMarked && (of.get(form) ?? 0) > 0 ? of.get(form) : of.get(fold);
    const weight = askingWeight(token) * idf(entries, df ?? 0);
    terms.set(fold, { fold, form, isMarked, asks, weight });
  }
  return [...terms.values()];
}

function pairTerms({ tokens }: ParsedQuery, { of, entries }: Frequencies): { key: string; weight: number }[] {
  const pairs = new Map<string, number>();
  tokens.slice(1).forEach((token, i) => {
    const before = tokens[i];
    if (!before) return;
    const key = `${before.fold}_${token.fold}`;
    const asking = askingWeight({ asks: before.asks && token.asks });
    pairs.set(key, asking * idf(entries, of.get(key) ?? 0));
  });
  return [...pairs].map(([key, weight]) => ({ key, weight }));
}

interface Field {
  tokens: readonly Token[];
  weight: number;
}

function countIn(
  fields: readonly Field[],
  asked: {
    indexOf: ReadonlyMap<string, number>;
    pairIndex: ReadonlyMap<string, number>;
    terms: readonly Term[];
    otherMarks: number;
  },
): { tf: Float64Array; exact: Uint8Array; pairs: Float64Array } {
  const { indexOf, pairIndex, terms } = asked;
  const tf = new Float64Array(terms.length);
  const exact = new Uint8Array(terms.length);
  const pairs = new Float64Array(pairIndex.size);
  for (const { tokens, weight } of fields) {
    let before = '';
    for (const { fold, form } of tokens) {
      const at = indexOf.get(fold);
      if (at === undefined) {
        before = '';
        continue;
      }
      const term = terms[at];
      const isSame = form === term?.form;
      if (isSame) exact[at] = 1;
      const isOther = term?.isMarked && !isSame;
      tf[at] = (tf[at] ?? 0) + (isOther ? weight * asked.otherMarks : weight);
      if (before) {
        const pair = pairIndex.get(`${before}_${fold}`);
        if (pair !== undefined) pairs[pair] = (pairs[pair] ?? 0) + weight;
      }
      before = fold;
    }
  }
  return { tf, exact, pairs };
}

function keepsTo({ phrases, excluded }: ParsedQuery, fields: readonly Field[]): boolean {
  const stands = (words: readonly Token[]) => fields.some(({ tokens }) => standsIn(words, tokens));
  return phrases.every(stands) && !excluded.some(stands);
}

/** Whether these words stand there one after the other; marks count where they were typed. */
function standsIn(words: readonly Token[], tokens: readonly Token[]): boolean {
  const isSame = (word: Token, token: Token | undefined) =>
    word.form === word.fold ? word.fold === token?.fold : word.form === token?.form;
  return tokens.some((_, at) => words.every((word, i) => isSame(word, tokens[at + i])));
}
