import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';
import type { CivilDate } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';

/** Different queries kept of one portal and day: beyond that somebody is filling the table. */
const MOST_A_DAY = 500;

export interface Miss {
  localityId: number;
  portalId: number;
  language: Lang;
  query: string;
  on: CivilDate;
}

/** Counts one more search in vain. */
export async function countMiss(tx: Transaction, miss: Miss): Promise<void> {
  const { localityId, portalId, language, query, on } = miss;
  await tx.run(sql`insert into search_miss (locality_id, portal_id, language, query, missed_on, times)
    select ${localityId}, ${portalId}, ${language}, ${query}, ${on}::date, 1
    where (select count(*) from search_miss where portal_id = ${portalId} and missed_on = ${on}::date) < ${MOST_A_DAY}
    on conflict (portal_id, missed_on, query, language) do update set times = search_miss.times + 1`);
}

export interface MissRow {
  query: string;
  times: number;
  days: number;
  last_on: CivilDate;
}

/** What was sought in vain on these portals since a day, most often first. */
export function listMisses(
  db: Queryable,
  portalIds: readonly number[],
  since: CivilDate,
  limit: number,
): Promise<MissRow[]> {
  return db.rows(sql`select query, sum(times)::int as times, count(distinct missed_on)::int as days,
      max(missed_on) as last_on
    from search_miss where portal_id = any (${`{${portalIds.join(',')}}`}::bigint[]) and missed_on >= ${since}::date
    group by query order by 2 desc, 4 desc, 1 limit ${limit}`);
}

/** @returns how many rows were dropped */
export function dropMisses(tx: Transaction, before: CivilDate): Promise<number> {
  return tx.run(sql`delete from search_miss where missed_on < ${before}::date`);
}
