import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';
import type { CivilDate } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';

/** Rows of one portal and day: beyond that new queries are counted together. */
const MOST_A_DAY = 2_000;

export interface Click {
  localityId: number;
  portalId: number;
  language: Lang;
  /** Empty where nothing of it may be kept. */
  query: string;
  on: CivilDate;
  place: number;
  isCorrected: boolean;
}

/** Counts one more search in which a result was opened. */
export async function countClick(tx: Transaction, click: Click): Promise<void> {
  const { localityId, portalId, language, query, on, place, isCorrected } = click;
  await tx.run(sql`insert into search_click
      (locality_id, portal_id, language, query, clicked_on, place, is_corrected, times)
    select ${localityId}::bigint, ${portalId}::bigint, ${language}::text, case
        when count(*) < ${MOST_A_DAY} or coalesce(bool_or(query = ${query}), false) then ${query}::text else '' end,
      ${on}::date, ${place}::integer, ${isCorrected}::boolean, 1
    from search_click where portal_id = ${portalId} and clicked_on = ${on}::date
    on conflict (portal_id, clicked_on, query, language, place, is_corrected)
      do update set times = search_click.times + 1`);
}

export interface ClickRow {
  query: string;
  times: number;
  corrected: number;
  /** How often, by the first place of each span. */
  places: Record<string, number>;
}

/** In which searches on these portals results were opened since a day, most often first; what has no query last. */
export function listClicks(
  db: Queryable,
  portalIds: readonly number[],
  since: CivilDate,
  limit: number,
): Promise<ClickRow[]> {
  return db.rows(sql`select query, sum(times)::int as times, sum(corrected)::int as corrected,
      jsonb_object_agg(place, times) as places
    from (select query, place, sum(times)::int as times,
        coalesce(sum(times) filter (where is_corrected), 0)::int as corrected
      from search_click
      where portal_id = any (${`{${portalIds.join(',')}}`}::bigint[]) and clicked_on >= ${since}::date
      group by query, place) spans
    group by query order by query = '', 2 desc, 1 limit ${limit}`);
}

/** @returns how many rows were dropped */
export function dropClicks(tx: Transaction, before: CivilDate): Promise<number> {
  return tx.run(sql`delete from search_click where clicked_on < ${before}::date`);
}
