import { foldVietnamese } from '../text/index.ts';
import type { Token } from './tokens.ts';

// What stands in the index for an entry. Marked and unmarked words never collide: the one has a mark, the other none.
//   nước   nuoc   nuoc_sach   a word, the word without marks, two in a row without marks
//   ^nuoc  ^nuoc_sach         the same in the title
//   =22/2016/qd               the entry is the document of this number
//   #30/2020/nd-cp            the entry names this number
//   @k:news @p:7 @q:2026-4    kind, portal, quarter of publishing … for filters

/** What an entry can be filtered by. */
export interface Facts {
  kind: string;
  portalId: number;
  language: string;
  field: string;
  issuer: string;
  year: number | null;
  /** "2026-4": quarter of the first publishing. */
  quarter: string;
}

const slug = (text: string) =>
  foldVietnamese(text)
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, 120);

export const filterLexeme = {
  kind: (kind: string) => `@k:${kind}`,
  portal: (id: number) => `@p:${id}`,
  language: (language: string) => `@l:${language}`,
  field: (field: string) => `@f:${slug(field)}`,
  issuer: (issuer: string) => ISSUER + slug(issuer),
  year: (year: number) => `@y:${year}`,
  quarter: (quarter: string) => `@q:${quarter}`,
} as const;

/** Beginning of every lexeme of an issuer. */
export const ISSUER = '@i:';

/** The words of an issuer that an index holds, without marks. */
export function issuerOfLexeme(lexeme: string): string {
  return lexeme.slice(ISSUER.length).replaceAll('_', ' ');
}

/** Beginning of every lexeme of a quarter. */
export const QUARTER = '@q:';

export function factLexemes(facts: Facts): string[] {
  return [
    filterLexeme.kind(facts.kind),
    filterLexeme.portal(facts.portalId),
    filterLexeme.language(facts.language),
    ...(facts.field ? [filterLexeme.field(facts.field)] : []),
    ...(facts.issuer ? [filterLexeme.issuer(facts.issuer)] : []),
    ...(facts.year === null ? [] : [filterLexeme.year(facts.year)]),
    filterLexeme.quarter(facts.quarter),
  ];
}

/** Words, words without marks, and pairs of neighbours. */
export function wordLexemes(tokens: readonly Token[]): Set<string> {
  const lexemes = new Set<string>();
  let before = '';
  for (const { form, fold } of tokens) {
    lexemes.add(form);
    lexemes.add(fold);
    if (before) lexemes.add(`${before}_${fold}`);
    before = fold;
  }
  return lexemes;
}

/** Words and pairs of a title, without marks. */
export function titleLexemes(tokens: readonly Token[]): Set<string> {
  const lexemes = new Set<string>();
  let before = '';
  for (const { fold } of tokens) {
    lexemes.add(`^${fold}`);
    if (before) lexemes.add(`^${before}_${fold}`);
    before = fold;
  }
  return lexemes;
}

/** A lexeme as it stands in a tsquery. */
export function quoted(lexeme: string): string {
  return `'${lexeme.replace(/['\\]/g, '$&$&')}'`;
}

export function allOf(lexemes: readonly string[]): string {
  return lexemes.map(quoted).join(' & ');
}

export function anyOf(lexemes: readonly string[]): string {
  return `(${lexemes.map(quoted).join(' | ')})`;
}
