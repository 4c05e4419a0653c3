// Reading of queries and texts for search: words, numbers, passages, what the index is asked, ranking. Pure.
export { oneLetterEdits } from './distance.ts';
export { type Compare, excerptOf, type Marked } from './excerpt.ts';
export {
  type Facts,
  factLexemes,
  ISSUER,
  issuerOfLexeme,
  QUARTER,
  titleLexemes,
  wordLexemes,
} from './lexemes.ts';
export { type AskedNumber, citedNumberKeys, numbersIn, ownNumberKeys } from './numbers.ts';
export { type AskedToken, besideNumbers, type ParsedQuery, parseQuery } from './parse.ts';
export { type Passage, passagesOf, stretchesOf } from './passages.ts';
export {
  askingWeight,
  type Filters,
  type Frequencies,
  filterLexemes,
  idf,
  LONGEST_STRICT,
  lexemesToCount,
  type Plan,
  type Probe,
  planOf,
} from './plan.ts';
export { type Candidate, type Scored, type Scorer, scorerOf, WEIGHTS, type Weights } from './rank.ts';
export { canonicalWord, type Token, tokensOf } from './tokens.ts';
