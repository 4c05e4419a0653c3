import type { GuidePassage } from '../../platform/guides/index.ts';
import {
  type AskedToken,
  type Compare,
  excerptOf,
  type Marked,
  parseQuery,
  type Token,
  tokensOf,
} from '../../rules/query/index.ts';

/** A passage that answers, with the words that were asked marked in its heading and its text. */
export interface GuideAnswer {
  guide: GuidePassage['guide'];
  part: string;
  title: Marked[];
  excerpt: Marked[];
}

export interface GuideAnswers {
  /** False: no passage has all of the words; these have most of them. */
  hasAll: boolean;
  answers: GuideAnswer[];
}

/** A heading says what its passage is about. */
const HEADING_WEIGHT = 5;
/** Two words that were asked one after the other, and stand so. */
const TOGETHER_WEIGHT = 3;
/** How often a word stands in a passage counts up to here; longer passages are not better ones. */
const MOST_COUNTED = 3;
const MOST_ANSWERS = 12;

const byFold: Compare = (asked, token) => asked.fold === token.fold;
/** A word typed with marks means that word; one without means any. */
const byForm: Compare = (asked, token) =>
  asked.form === asked.fold ? asked.fold === token.fold : asked.form === token.form;

/**
 * The passages of the guides in which the words of a query stand, the best first. Words with marks are first taken as they are
 * typed, then without marks; when no passage has all of the words, those with at least half of them are given.
 */
export function searchGuides(passages: readonly GuidePassage[], query: string): GuideAnswers {
  const { tokens } = parseQuery(query);
  const content = tokens.filter(({ asks }) => !asks);
  const asked = distinct(content.length > 0 ? content : tokens);
  if (asked.length === 0) return { hasAll: true, answers: [] };
  const read = passages.map((passage) => ({
    ...{
      passage,
      heading: tokensOf(passage.title.normalize('NFC')),
      body: tokensOf(passage.text.normalize('NFC')),
    },
  }));
  for (const least of [asked.length, Math.ceil(asked.length / 2)]) {
    for (const compare of [byForm, byFold]) {
      const found = read
        .map((one) => ({ ...one, ...weigh(one, asked, compare) }))
        .filter(({ words }) => words >= least)
        .sort((a, b) => b.words - a.words || b.weight - a.weight)
        .slice(0, MOST_ANSWERS);
      if (found.length > 0)
        return {
          hasAll: least === asked.length,
          answers: found.map(({ passage }) => answerOf(passage, asked, compare)),
        };
    }
  }
  return { hasAll: false, answers: [] };
}

function distinct(tokens: readonly AskedToken[]): AskedToken[] {
  return [...new Map(tokens.map((token) => [token.form, token])).values()];
}

interface ReadPassage {
  heading: readonly Token[];
  body: readonly Token[];
}

/** How many of the words stand in a passage, and how well. */
function weigh({ heading, body }: ReadPassage, asked: readonly AskedToken[], compare: Compare) {
  let words = 0;
  let weight = 0;
  for (const [index, one] of asked.entries()) {
    const next = asked[index + 1];
    const isHere = (token: Token) => compare(one, token);
    const times = body.filter(isHere).length;
    if (heading.some(isHere) || times > 0) words += 1;
    weight += (heading.some(isHere) ? HEADING_WEIGHT : 0) + Math.min(times, MOST_COUNTED);
    if (next && standTogether(body, isHere, (token) => compare(next, token))) weight += TOGETHER_WEIGHT;
  }
  return { words, weight };
}

function standTogether(
  tokens: readonly Token[],
  isFirst: (token: Token) => boolean,
  isNext: (token: Token) => boolean,
): boolean {
  return tokens.some((token, index) => {
    const next = tokens[index + 1];
    return next !== undefined && isFirst(token) && isNext(next);
  });
}

function answerOf(passage: GuidePassage, asked: readonly AskedToken[], compare: Compare): GuideAnswer {
  const marked = (text: string) => excerptOf(text, asked, compare);
  const { guide, part, title, text } = passage;
  return { guide, part, title: marked(title), excerpt: marked(text) };
}
