import { type Queryable, type Sql, sql, type Transaction } from '../../platform/db/index.ts';
import type { OutsideReason } from '../../platform/outside/index.ts';
import type { CivilDate } from '../../rules/calendar/index.ts';
import type { Failures, OutsideStanding, OutsideState } from './outside-rules.ts';

/** Whether the public reads something that leads to the address `a`. */
const IS_PUBLIC: Sql = sql`exists (select from item_link l join edition e on e.id = l.edition_id
  join portal p on p.id = l.portal_id
  where l.target_address = a.address and e.state = 'published' and p.locality_id = a.locality_id and p.state = 'open')`;

/** Takes in what published items lead to and is not known yet, to be asked from this day on. */
export async function takeInAddresses(tx: Transaction, localityId: number, on: CivilDate): Promise<void> {
  await tx.run(sql`insert into outside_address (locality_id, address, host, next_on)
    select distinct p.locality_id, l.target_address, split_part(l.target_address, '/', 3), ${on}::date
    from item_link l join edition e on e.id = l.edition_id join portal p on p.id = l.portal_id
    where l.target_address is not null and e.state = 'published' and p.locality_id = ${localityId} and p.state = 'open'
      and not exists (select from outside_address a
        where a.locality_id = p.locality_id and a.address = l.target_address)`);
}

/** Forgets what nothing public leads to and was not asked since. */
export async function forgetAddresses(tx: Transaction, localityId: number, before: Date): Promise<void> {
  await tx.run(sql`delete from outside_address a where a.locality_id = ${localityId}
    and (a.asked_at is null or a.asked_at < ${before}) and not ${IS_PUBLIC}`);
}

export interface DueAddress extends Failures {
  id: number;
  address: string;
}

/** Addresses to be asked on a day, those waiting longest first; of one host not more than its part. */
export function listDueAddresses(
  db: Queryable,
  { localityId, on, limit, perHost }: { localityId: number; on: CivilDate; limit: number; perHost: number },
): Promise<DueAddress[]> {
  return db.rows(sql`select id, address, failed_days, failed_since::text, failed_on::text
    from (select a.*, row_number() over (partition by a.host order by a.next_on, a.id) as turn
      from outside_address a where a.locality_id = ${localityId} and a.next_on <= ${on}::date and ${IS_PUBLIC}) due
    where turn <= ${perHost} order by next_on, id limit ${limit}`);
}

/** What opened last, each of another host: when these do not open either, it is our own way out that is closed. */
export async function listWitnesses(db: Queryable, localityId: number, limit: number): Promise<string[]> {
  const rows = await db.rows<{
    address: string;
  }>(sql`select address from (select distinct on (host) address, opened_at
      from outside_address where locality_id = ${localityId} and standing = 'opens'
      order by host, opened_at desc) w
    order by opened_at desc limit ${limit}`);
  return rows.map(({ address }) => address);
}

export interface HeardAddress extends OutsideState {
  id: number;
  reason: OutsideReason;
  status: number | null;
}

export async function saveHeard(tx: Transaction, heard: readonly HeardAddress[], at: Date): Promise<void> {
  if (heard.length === 0) return;
  await tx.run(sql`update outside_address a set standing = r.standing, reason = r.reason, status = r.status,
      asked_at = ${at}, opened_at = case when r.standing = 'opens' then ${at}::timestamptz else a.opened_at end,
      failed_days = r.failed_days, failed_since = r.failed_since, failed_on = r.failed_on, next_on = r.next_on
    from json_to_recordset(${JSON.stringify(heard)}::json) as r(id bigint, standing text, reason text, status integer,
      failed_days integer, failed_since date, failed_on date, next_on date)
    where a.id = r.id`);
}

export interface RoundRow {
  began_at: Date;
  ended_at: Date;
  asked: number;
  has_way_out: boolean;
  /** When a round last told something. */
  told_at: Date | null;
}

export async function saveRound(
  tx: Transaction,
  localityId: number,
  { began_at, ended_at, asked, has_way_out }: Omit<RoundRow, 'told_at'>,
): Promise<void> {
  await tx.run(sql`insert into outside_round (locality_id, began_at, ended_at, asked, has_way_out, told_at)
    values (${localityId}, ${began_at}, ${ended_at}, ${asked}, ${has_way_out}, ${has_way_out ? ended_at : null})
    on conflict (locality_id) do update set began_at = excluded.began_at, ended_at = excluded.ended_at,
      asked = excluded.asked, has_way_out = excluded.has_way_out,
      told_at = coalesce(excluded.told_at, outside_round.told_at)`);
}

/** How the addresses of a locality stand, and its last round; no round while none was asked. */
export interface OutsideSummary {
  counts: Readonly<Record<OutsideStanding, number>>;
  round: RoundRow | undefined;
}

export async function outsideSummary(db: Queryable, localityId: number): Promise<OutsideSummary> {
  const rows = await db.rows<{
    standing: OutsideStanding;
    count: number;
  }>(sql`select standing, count(*)::integer as count
    from outside_address where locality_id = ${localityId} group by standing`);
  const counts = { unasked: 0, opens: 0, unclear: 0, failing: 0, broken: 0 };
  for (const { standing, count } of rows) counts[standing] = count;
  const round = await db.find<RoundRow>(sql`select began_at, ended_at, asked, has_way_out, told_at
    from outside_round where locality_id = ${localityId}`);
  return { counts, round };
}

/** An address that is broken, and what was heard there last. */
export interface BrokenAddress {
  address: string;
  reason: OutsideReason;
  status: number | null;
  failed_since: CivilDate;
  asked_at: Date;
}

/** Of these addresses, those that are broken and were asked after this moment. */
export function listBrokenAddresses(
  db: Queryable,
  { localityId, addresses, after }: { localityId: number; addresses: readonly string[]; after: Date },
): Promise<BrokenAddress[]> {
  return db.rows(sql`select address, reason, status, failed_since::text, asked_at from outside_address
    where locality_id = ${localityId} and standing = 'broken' and asked_at > ${after}
      and address in (select value from json_array_elements_text(${JSON.stringify(addresses)}::json))`);
}
