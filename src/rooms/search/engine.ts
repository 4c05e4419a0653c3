import type { Queryable } from '../../platform/db/index.ts';
import type { CivilDate } from '../../rules/calendar/index.ts';
import type { ChosenIssuer, Register } from '../../rules/issuers/index.ts';
import type { Lang } from '../../rules/lang.ts';
import type { ListedRow } from '../site/index.ts';

/** Where a document stands, by the days its board approved. */
export type ForceState = 'inForce' | 'notYet' | 'ended';
export const FORCE_STATES: readonly ForceState[] = ['inForce', 'notYet', 'ended'];

/** What results are narrowed to; everything is optional. */
export interface SearchFilters {
  portalId?: number | undefined;
  kind?: string | undefined;
  field?: string | undefined;
  issuer?: string | undefined;
  year?: number | undefined;
  state?: ForceState | undefined;
}

export interface SearchRequest {
  text: string;
  localityId: number;
  languages: readonly Lang[];
  filters: SearchFilters;
  /** Who is who among issuers; nobody is known when left out. */
  issuers?: Register;
  /** For what is in force. */
  today: CivilDate;
  limit: number;
  offset: number;
}

/** One item found, by its best passage. */
export interface Found extends ListedRow {
  language: Lang;
  score: number;
  number: string;
  issuer: string;
  /** Address of the passage; empty for the head, else `#place` leads there. */
  place: string;
  heading: string;
  /** Name of the attached file the passage stands in; its place is where the page lists that file. */
  file: string | undefined;
  /** The passage, for the excerpt. */
  body: string;
  /** Its number is the one asked for. */
  isNumbered: boolean;
  /** By which the system it was taken from knows it; empty where it was written here. */
  source_id: string;
  /** Its passages that were ranked, best first; never more than a few. */
  passages: readonly FoundPassage[];
}

/** A passage of an item, with its address as of {@link Found}. */
export interface FoundPassage {
  place: string;
  heading: string;
  score: number;
}

export interface FacetValue {
  value: string;
  count: number;
}

export type Facets = Record<'kind' | 'portalId' | 'field' | 'issuer' | 'year' | 'state', FacetValue[]>;

export interface SearchAnswer {
  found: Found[];
  /** How many items were found, as far as was looked. */
  total: number;
  /** More may stand there than was looked at: counts and facets are of those looked at. */
  isCut: boolean;
  /** No item has every word; these have most. */
  isLoose: boolean;
  /** The query as it may have been meant. */
  suggestion: string | undefined;
  /** What was found is of the suggestion, since the query itself found nothing. */
  isCorrected: boolean;
  facets: Facets;
  /** Whose documents were asked for: as the register calls it, with those it came after. */
  issuer: Pick<ChosenIssuer, 'name' | 'predecessors'> | undefined;
}

/** What finds. The engine in SQL is the default; a larger one can stand in its place, fed by the same entries. */
export interface SearchEngine {
  search(db: Queryable, request: SearchRequest): Promise<SearchAnswer>;
  /** Words that may follow what has been typed, most frequent first. */
  suggest(db: Queryable, typed: { text: string; localityId: number; limit: number }): Promise<string[]>;
}
