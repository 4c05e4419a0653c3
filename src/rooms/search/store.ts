import { type Queryable, sql } from '../../platform/db/index.ts';
import type { CivilDate } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import type { Frequencies, Probe } from '../../rules/query/index.ts';
import type { ListedRow } from '../site/index.ts';
import type { ForceState } from './engine.ts';

/** How many entries hold these lexemes, and every one that begins so: quarters, issuers. */
export async function countTerms(
  db: Queryable,
  localityId: number,
  lexemes: readonly string[],
  beginnings: readonly string[],
): Promise<Frequencies> {
  const rows = await db.rows<{ term: string; entries: number; length: number | null }>(sql`
    select term, entries::bigint as entries, null::bigint as length from search_term
      where locality_id = ${localityId} and term in (select jsonb_array_elements_text(${JSON.stringify(lexemes)}::jsonb))
    union all
    select t.term, t.entries, null from jsonb_array_elements_text(${JSON.stringify(beginnings)}::jsonb) as b(beginning)
      cross join lateral (select term, entries from search_term
        where locality_id = ${localityId} and term >= b.beginning and term < b.beginning || '~') t
    union all
    select '', entries, length from search_total where locality_id = ${localityId}`);
  const total = rows.find(({ term }) => term === '');
  return {
    entries: total?.entries ?? 0,
    length: total?.length ?? 0,
    of: new Map(rows.filter(({ term }) => term !== '').map(({ term, entries }) => [term, entries])),
  };
}

/** An entry that may be an answer, with what a list shows of its item. */
export type CandidateRow = ListedRow & {
  language: Lang;
  title: string;
  place: string;
  heading: string;
  body: string;
  number: string;
  /** By which the system it was taken from knows it; empty where it was written here. */
  source_id: string;
  number_key: string;
  field: string;
  issuer: string;
  year: number | null;
  effective_on: CivilDate | null;
  expires_on: CivilDate | null;
  /** Items the probes found in all, before the best were kept. */
  items: number;
};

export interface CandidateQuestion {
  localityId: number;
  languages: readonly Lang[];
  state: ForceState | undefined;
  today: CivilDate;
  /** Items that are read and ranked. */
  most: number;
}

/** Passages of the items that answer the probes best; never of what is public no longer. */
export function listCandidates(
  db: Queryable,
  probes: readonly Probe[],
  question: CandidateQuestion,
): Promise<CandidateRow[]> {
  if (probes.length === 0) return Promise.resolve([]);
  const { localityId, languages, state, today, most } = question;
  return db.rows(sql`
    select p.id, p.item_id, p.portal_id, p.section_id, p.kind, p.slug, p.title, p.summary, p.picture,
      p.first_published_at, p.origin_portal_id, p.language, s.name_vi as section_vi, s.name_en as section_en,
      s.slug_vi as section_slug_vi, s.slug_en as section_slug_en, e.place, e.heading, e.body,
      coalesce(p.facts ->> 'number', '') as number, coalesce(p.facts ->> 'sourceId', '') as source_id, e.number_key, e.field, e.issuer, e.year, e.effective_on, e.expires_on,
      c.items
    from search_candidates(${localityId}, ${`{${languages.join(',')}}`}::text[],
      array(select jsonb_array_elements_text(${JSON.stringify(probes.map(({ tsquery }) => tsquery))}::jsonb)),
      ${`{${probes.map(({ weight }) => weight.toFixed(4)).join(',')}}`}::real[], ${state ?? null}::text, ${today}::date,
      ${most}) c
    join search_entry e on e.id = c.id
    join publication p on p.id = c.publication_id and p.ended_at is null
    join portal o on o.id = p.portal_id and o.state = 'open'
    join section s on s.id = p.section_id
    order by c.weight desc, c.id`);
}

/** Which of these words stand in a locality, and how often. */
export async function listKnown(
  db: Queryable,
  localityId: number,
  terms: readonly string[],
): Promise<Map<string, { entries: number; shown: string }>> {
  const rows = await db.rows<{ term: string; entries: number; shown: string }>(sql`
    select term, entries, shown from search_term where locality_id = ${localityId} and entries > 0
      and term in (select jsonb_array_elements_text(${JSON.stringify(terms)}::jsonb))`);
  return new Map(rows.map(({ term, entries, shown }) => [term, { entries, shown }]));
}

/** Words, or pairs of words, that begin so, most frequent first. */
export function listBeginning(
  db: Queryable,
  localityId: number,
  beginning: string,
  limit: number,
): Promise<{ term: string; shown: string; entries: number }[]> {
  return db.rows(sql`select term, shown, entries from (
      select term, shown, entries from search_term
      where locality_id = ${localityId} and term >= ${beginning} and term < ${`${beginning}~`} and shown <> '' and entries > 0
      limit 2000) near
    order by entries desc, term limit ${limit}`);
}
