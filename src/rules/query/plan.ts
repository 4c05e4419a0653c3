import { allOf, anyOf, filterLexeme, QUARTER, quoted } from './lexemes.ts';
import type { ParsedQuery } from './parse.ts';
import type { Token } from './tokens.ts';

/** How many entries of a locality hold each lexeme. */
export interface Frequencies {
  entries: number;
  /** Syllables of all entries together. */
  length: number;
  of: ReadonlyMap<string, number>;
}

/** What results are narrowed to. */
export interface Filters {
  language?: string | undefined;
  portalId?: number | undefined;
  kind?: string | undefined;
  field?: string | undefined;
  /** Lexemes of an issuer, in whatever form it is written: one of them must stand there. */
  issuers?: readonly string[] | undefined;
  year?: number | undefined;
}

/** One question to the index, and what an entry that answers it is worth before it is read. */
export interface Probe {
  tsquery: string;
  weight: number;
}

export interface Plan {
  probes: Probe[];
  /** Only the newest were asked for, since the words stand nearly everywhere. */
  isWindowed: boolean;
}

/** Entries that the index is asked to fetch for one query: a sentence is answered by what holds some of its words. */
const BUDGET = { words: 2_000, sentence: 5_000 };
/** A word of so few entries brings all of them to be ranked; nothing more need be asked. */
const RARE_WORD = 120;
/** So many rare words and pairs tell where a sentence belongs. */
const ENOUGH_RARE = 2;
/** Queries of more words are sentences: nothing holds all of them, and most of their weight is enough. */
export const LONGEST_STRICT = 5;
/** Entries that all words together may make it walk. */
const WALK = 10_000;
/** Entries that are fetched of words that stand everywhere. */
const WINDOW = 1_000;
const NUMBER_WEIGHT = 1_000;
/** More words than this are a sentence, and no entry holds them all. */
const MOST_JOINED = 8;
const QUESTION_WEIGHT = 0.15;

/** Weight of a term by how few entries hold it (Robertson and Spärck Jones), never negative. */
export function idf(entries: number, df: number): number {
  return Math.log(1 + (entries - df + 0.5) / (df + 0.5));
}

/** What a word of the query is worth beside its rarity. */
export function askingWeight({ asks }: { asks: boolean }): number {
  return asks ? QUESTION_WEIGHT : 1;
}

export function filterLexemes(filters: Filters): string[] {
  return filterGroups(filters).flat();
}

/** Of each group one must stand there. */
function filterGroups(filters: Filters): string[][] {
  const { language, portalId, kind, field, issuers, year } = filters;
  const single = [
    // Vietnamese is nearly everything: the column is asked, not the index
    ...(language && language !== 'vi' ? [filterLexeme.language(language)] : []),
    ...(portalId === undefined ? [] : [filterLexeme.portal(portalId)]),
    ...(kind ? [filterLexeme.kind(kind)] : []),
    ...(field ? [filterLexeme.field(field)] : []),
    ...(year === undefined ? [] : [filterLexeme.year(year)]),
  ];
  return [...single.map((one) => [one]), ...(issuers === undefined ? [] : [[...issuers]])];
}

function pairsOf(tokens: readonly Token[]): string[] {
  return tokens.slice(1).map(({ fold }, i) => `${tokens[i]?.fold}_${fold}`);
}

/** What the index is asked for: a word, or two in a row. */
interface Term {
  lexeme: string;
  fold: string;
  isPair: boolean;
  asks: boolean;
}

function termsOf({ tokens }: ParsedQuery, counted: Frequencies): Term[] {
  const words = tokens.map((token): Term => {
    const { fold, asks } = token;
    return { lexeme: primary(token, counted), fold, isPair: false, asks };
  });
  const pairs = pairsOf(tokens).map((lexeme, i): Term => {
    const asks = (tokens[i]?.asks ?? false) && (tokens[i + 1]?.asks ?? false);
    return { lexeme, fold: lexeme, isPair: true, asks };
  });
  const once = new Map([...words, ...pairs].map((term) => [term.lexeme, term]));
  return [...once.values()];
}

/** Every lexeme whose frequency the plan needs, but the quarters. */
export function lexemesToCount(query: ParsedQuery, filters: Filters): string[] {
  const { tokens, numbers } = query;
  const lexemes = new Set(filterLexemes(filters));
  for (const { form, fold } of tokens) for (const one of [form, fold, `^${fold}`]) lexemes.add(one);
  for (const pair of pairsOf(tokens)) lexemes.add(pair);
  for (const { keys } of numbers)
    for (const key of keys) for (const sign of ['=', '#']) lexemes.add(sign + key);
  return [...lexemes];
}

/** What must stand in every entry: filters, phrases, and what must not. */
function required(query: ParsedQuery, filters: Filters): string {
  const { phrases, excluded } = query;
  const wanted = [
    ...filterGroups(filters).map((group) => (group.length === 1 ? quoted(group[0] ?? '') : anyOf(group))),
    ...phrases.map((phrase) => allOf(phrase.length > 1 ? pairsOf(phrase) : phrase.map(typedAs))),
    ...excluded.map((words) => `!(${allOf(words.length > 1 ? pairsOf(words) : words.map(typedAs))})`),
  ];
  return wanted.map((one) => ` & ${one}`).join('');
}

/** With marks as typed, or without when typed without. */
function typedAs({ form }: Token): string {
  return form;
}

/** The lexeme by which a word is looked for: with its marks where any entry has them. */
function primary({ form, fold }: Token, { of }: Frequencies): string {
  return (of.get(form) ?? 0) > 0 ? form : fold;
}

/** Chooses what the index is asked: rare words and pairs first, all words together, words of the title, numbers. */
export function planOf(query: ParsedQuery, filters: Filters, counted: Frequencies): Plan {
  const { of, entries } = counted;
  const dfOf = (lexeme: string) => of.get(lexeme) ?? 0;
  const share = filterGroups(filters).reduce((left, group) => {
    const held = group.reduce((sum, one) => sum + dfOf(one), 0);
    return Math.min(left, held / Math.max(1, entries));
  }, 1);
  // an issuer that nothing bears is found nowhere
  if (filters.issuers?.length === 0) return { probes: [], isWindowed: false };
  const must = required(query, filters);
  const probes: Probe[] = [];
  for (const { keys } of query.numbers) probes.push(...numberProbes(keys, must, dfOf));
  const terms = termsOf(query, counted);
  const weightOf = (term: Term) => idf(entries, dfOf(term.lexeme)) * askingWeight(term);
  const joined = terms.filter(({ isPair, asks }) => !isPair && !asks);
  const rare = withinBudget(
    terms.filter(({ lexeme }) => dfOf(lexeme) > 0),
    ({ lexeme }) => dfOf(lexeme) * share,
    joined.length <= MOST_JOINED ? BUDGET.words : BUDGET.sentence,
  );
  for (const term of rare)
    probes.push({ tsquery: quoted(term.lexeme) + must, weight: weightOf(term) * (term.isPair ? 0.7 : 1) });
  const isSure = rare.some((term) => joined.includes(term) && dfOf(term.lexeme) * share <= RARE_WORD);
  const isSentence = joined.length > LONGEST_STRICT && rare.length >= ENOUGH_RARE;
  if (isSure || isSentence || joined.length === 0 || joined.length > MOST_JOINED)
    return { probes, isWindowed: false };
  const least = Math.min(...joined.map(({ lexeme }) => dfOf(lexeme))) * share;
  const sum = joined.reduce((total, one) => total + weightOf(one), 0);
  const titles = [...new Set(joined.map(({ fold }) => `^${fold}`))];
  const leastTitle = Math.min(...titles.map(dfOf)) * share;
  const isWindowed = rare.length === 0 && least > WINDOW * 2;
  const newest = (df: number) =>
    isWindowed ? newestQuarters(counted, df / Math.max(1, entries * share)) : '';
  // all of them together are worth what each is worth, and half as much again where each was asked for already
  const all = rare.length === 0 ? sum : sum / 2;
  if (least > 0 && (isWindowed || (joined.length > 1 && least <= WALK) || rare.length === 0))
    probes.push({ tsquery: allOf(joined.map(({ lexeme }) => lexeme)) + must + newest(least), weight: all });
  if (leastTitle > 0 && leastTitle <= WALK)
    probes.push({
      tsquery: allOf(titles) + must + (leastTitle > WINDOW ? newest(leastTitle) : ''),
      weight: sum,
    });
  return { probes, isWindowed };
}

function numberProbes(keys: readonly string[], must: string, dfOf: (lexeme: string) => number): Probe[] {
  const own = keys.flatMap((key, i) =>
    dfOf(`=${key}`) > 0 ? [{ tsquery: quoted(`=${key}`) + must, weight: NUMBER_WEIGHT - i }] : [],
  );
  const cited = keys.flatMap((key) => {
    const df = dfOf(`#${key}`);
    return df > 0 && df <= BUDGET.words ? [{ tsquery: quoted(`#${key}`) + must, weight: 8 }] : [];
  });
  return [...own, ...cited];
}

/** The rarest, as long as all of them together stay within what one query may fetch. */
function withinBudget(terms: readonly Term[], costOf: (term: Term) => number, budget: number): Term[] {
  const chosen: Term[] = [];
  let spent = 0;
  for (const term of [...terms].sort((a, b) => costOf(a) - costOf(b))) {
    spent += costOf(term);
    if (spent > budget) break;
    chosen.push(term);
  }
  return chosen;
}

/** As many of the newest quarters as should hold enough of what stands in this part of all entries. */
function newestQuarters({ of }: Frequencies, part: number): string {
  const quarters = [...of]
    .filter(([lexeme]) => lexeme.startsWith(QUARTER))
    .sort(([a], [b]) => (a < b ? 1 : -1));
  const chosen: string[] = [];
  let expected = 0;
  for (const [lexeme, df] of quarters) {
    chosen.push(lexeme);
    expected += df * part;
    if (expected >= WINDOW) break;
  }
  return chosen.length === 0 || chosen.length === quarters.length ? '' : ` & ${anyOf(chosen)}`;
}
