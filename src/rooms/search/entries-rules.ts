import { civilDateOf, isCivilDate } from '../../rules/calendar/index.ts';
import {
  citedNumberKeys,
  factLexemes,
  ownNumberKeys,
  type Passage,
  passagesOf,
  type Token,
  titleLexemes,
  tokensOf,
  wordLexemes,
} from '../../rules/query/index.ts';
import { documentNumberKey } from '../../rules/text/index.ts';
import { filePassages, type ReadFile } from './file-rules.ts';

/** Raised when the reader reads otherwise than before: every entry is then made again, a few at a time. */
export const READER_VERSION = 2;

/** A public copy as the index reads it. */
export interface PublicCopy {
  id: number;
  item_id: number;
  locality_id: number;
  portal_id: number;
  language: string;
  kind: string;
  title: string;
  summary: string;
  body_html: string;
  body_text: string;
  facts: Record<string, string>;
  /** In the order in which its page shows them. */
  attachments: { hash: string; name: string; label: string }[];
  first_published_at: Date;
  /** Day on which another text put on record ends it as a whole. */
  ended_on: string | null;
}

/** A row of the index. */
export interface Entry {
  publication_id: number;
  item_id: number;
  locality_id: number;
  portal_id: number;
  language: string;
  kind: string;
  place: string;
  title: string;
  heading: string;
  body: string;
  lexemes: string[];
  length: number;
  number_key: string;
  field: string;
  issuer: string;
  year: number | null;
  effective_on: string | null;
  expires_on: string | null;
  first_published_at: string;
  /** With the head: hash and reader of each text of a file that was at hand, so that one read later is noticed. */
  files: string;
}

/** How the words of an entry are written, by lexeme: with marks, for whoever is shown them. */
export type Spellings = Map<string, string>;

const firstOf = (one: string | null, other: string | null) =>
  one === null || (other !== null && other < one) ? other : one;
const dateOrNull = (text: string | undefined) => (isCivilDate(text) ? text : null);

/**
 * The entries of a public copy, one a passage, the head first, what stands only in its files last.
 *
 * @param read texts of files of its locality, in any order; those it does not bear are passed over
 */
export function entriesOf(copy: PublicCopy, spellings: Spellings, read: readonly ReadFile[] = []): Entry[] {
  const passages = passagesOf({
    summary: copy.summary,
    bodyHtml: copy.body_html,
    bodyText: copy.body_text,
  });
  const made = entryMaker(copy, spellings);
  const own = read.filter(
    ({ locality_id, hash }) =>
      locality_id === copy.locality_id && copy.attachments.some((file) => file.hash === hash),
  );
  const files = own.map(({ hash, reader_version }) => `${hash}:${reader_version}`).sort();
  return [...passages, ...filePassages(copy, own)].map((passage) => ({
    ...made(passage),
    files: passage.place === '' ? files.join() : '',
  }));
}

/** What makes an entry of a passage of this copy. */
function entryMaker(copy: PublicCopy, spellings: Spellings): (passage: Passage) => Omit<Entry, 'files'> {
  const { facts } = copy;
  const { number = '', field = '', issuer = '' } = facts;
  const on = civilDateOf(copy.first_published_at);
  const issuedOn = dateOrNull(facts.issuedOn);
  const year = Number((issuedOn ?? on).slice(0, 4));
  const numberKey = number === '' ? '' : documentNumberKey(number);
  const title = copy.title.normalize('NFC');
  const titleTokens = tokensOf([title, number].filter(Boolean).join(' '));
  const quarter = `${on.slice(0, 4)}-${Math.ceil(Number(on.slice(5, 7)) / 3)}`;
  const factual = factLexemes({
    ...{ kind: copy.kind, portalId: copy.portal_id, language: copy.language, field, issuer, year, quarter },
  });
  return ({ place, heading, text }) => {
    const isHead = place === '';
    const tokens = tokensOf(heading ? `${heading}\n${text}` : text);
    const lexemes = wordLexemes(tokens);
    if (isHead) {
      for (const one of wordLexemes(titleTokens)) lexemes.add(one);
      for (const one of titleLexemes(titleTokens)) lexemes.add(one);
      for (const key of numberKey ? ownNumberKeys(numberKey, year) : []) lexemes.add(`=${key}`);
    }
    for (const key of citedNumberKeys(text)) if (key !== numberKey) lexemes.add(`#${key}`);
    for (const one of factual) lexemes.add(one);
    noteSpellings(spellings, isHead ? [...titleTokens, ...tokens] : tokens);
    return {
      publication_id: copy.id,
      ...{ item_id: copy.item_id, locality_id: copy.locality_id, portal_id: copy.portal_id },
      ...{ language: copy.language, kind: copy.kind, place, title, heading, body: text },
      lexemes: [...lexemes],
      length: tokens.length + (isHead ? titleTokens.length : 0),
      ...{ number_key: numberKey, field, issuer, year },
      effective_on: dateOrNull(facts.inForceFrom),
      expires_on: firstOf(dateOrNull(facts.expiresOn), copy.ended_on),
      first_published_at: copy.first_published_at.toISOString(),
    };
  };
}

function noteSpellings(spellings: Spellings, tokens: readonly Token[]): void {
  let before: Token | undefined;
  for (const token of tokens) {
    if (token.form !== token.fold && !spellings.has(token.fold)) spellings.set(token.fold, token.form);
    if (before) {
      const pair = `${before.fold}_${token.fold}`;
      const isMarked = before.form !== before.fold || token.form !== token.fold;
      if (isMarked && !spellings.has(pair)) spellings.set(pair, `${before.form} ${token.form}`);
    }
    before = token;
  }
}

/** How many entries more or fewer hold a term now. */
export class TermChanges {
  readonly #byLocality = new Map<number, Map<string, number>>();
  readonly #totals = new Map<number, { entries: number; length: number }>();

  /** @param by 1 for an entry that came, -1 for one that went */
  count(localityId: number, lexemes: readonly string[], length: number, by: 1 | -1): void {
    const terms = this.#byLocality.get(localityId) ?? new Map<string, number>();
    this.#byLocality.set(localityId, terms);
    for (const term of lexemes) terms.set(term, (terms.get(term) ?? 0) + by);
    const total = this.#totals.get(localityId) ?? { entries: 0, length: 0 };
    this.#totals.set(localityId, { entries: total.entries + by, length: total.length + by * length });
  }

  /** In the order in which rows are locked, so that two jobs never wait for each other. */
  terms(): { locality_id: number; term: string; entries: number }[] {
    return [...this.#byLocality]
      .sort(([a], [b]) => a - b)
      .flatMap(([locality_id, terms]) =>
        [...terms]
          .filter(([, entries]) => entries !== 0)
          .map(([term, entries]) => ({ locality_id, term, entries }))
          .sort((a, b) => (a.term < b.term ? -1 : 1)),
      );
  }

  totals(): { locality_id: number; entries: number; length: number }[] {
    return [...this.#totals]
      .sort(([a], [b]) => a - b)
      .map(([locality_id, total]) => ({ locality_id, ...total }));
  }
}
