import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';
import type { CalendarRow, CivilDate } from '../../rules/calendar/index.ts';

/** A row of the working calendar as it is kept. `locality_id` null: the whole country. */
export interface CalendarRowRecord {
  id: number;
  locality_id: number | null;
  on_date: CivilDate;
  kind: CalendarRow['kind'];
  name_vi: string;
  name_en: string;
  source_vi: string;
  source_en: string;
  announced_on: CivilDate | null;
  swap_with: CivilDate | null;
  compensates: CivilDate | null;
  confidence: NonNullable<CalendarRow['confidence']> | null;
}

const ROW = sql`id, locality_id, on_date, kind, name_vi, name_en, source_vi, source_en, announced_on, swap_with,
  compensates, confidence`;

/** Rows that hold in a locality, national ones first, so that the local row of a date wins. Null: national ones only. */
export function listCalendarRows(db: Queryable, localityId: number | null): Promise<CalendarRowRecord[]> {
  return db.rows(sql`select ${ROW} from calendar_row
    where retired_at is null and (locality_id is null or locality_id = ${localityId}::bigint)
    order by locality_id nulls first, on_date limit 10000`);
}

/** Live rows of one scope on the dates named. */
export function listRowsOn(
  db: Queryable,
  localityId: number | null,
  dates: readonly CivilDate[],
): Promise<{ id: number; on_date: CivilDate }[]> {
  return db.rows(sql`select id, on_date from calendar_row
    where retired_at is null and coalesce(locality_id, 0) = ${localityId ?? 0}
      and on_date in (select value::date from json_array_elements_text(${JSON.stringify(dates)}::json))`);
}

export function findCalendarRow(db: Queryable, rowId: number): Promise<CalendarRowRecord | undefined> {
  return db.find(sql`select ${ROW} from calendar_row where id = ${rowId} and retired_at is null`);
}

export interface NewCalendarRow extends CalendarRow {
  localityId: number | null;
  addedBy: number | null;
  addedAt: Date;
}

export async function insertCalendarRow(tx: Transaction, row: NewCalendarRow): Promise<number> {
  const source = typeof row.source === 'string' ? { vi: row.source, en: row.source } : row.source;
  const { id } = await tx.get<{ id: number }>(sql`insert into calendar_row
    (locality_id, on_date, kind, name_vi, name_en, source_vi, source_en, announced_on, swap_with, compensates,
     confidence, added_by, added_at)
    values (${row.localityId}, ${row.on}::date, ${row.kind}, ${row.name.vi}, ${row.name.en}, ${source.vi}, ${source.en},
      ${row.announcedOn ?? null}::date, ${row.swapWith ?? null}::date, ${row.compensates ?? null}::date,
      ${row.confidence ?? null}, ${row.addedBy}, ${row.addedAt})
    returning id`);
  return id;
}

export async function retireRow(
  tx: Transaction,
  rowId: number,
  at: Date,
  by: number | null,
): Promise<number> {
  return tx.run(sql`update calendar_row set retired_at = ${at}, retired_by = ${by}
    where id = ${rowId} and retired_at is null`);
}

export interface ConfirmationRecord {
  locality_id: number | null;
  confirmed_from: CivilDate;
  confirmed_through: CivilDate;
  source: string;
  declined: { on: CivilDate; reason: string }[];
  confirmed_at: Date;
}

/** The last confirmation of each scope that holds in the locality: at most two. */
export function listConfirmations(db: Queryable, localityId: number | null): Promise<ConfirmationRecord[]> {
  return db.rows(sql`select distinct on (coalesce(locality_id, 0)) locality_id, confirmed_from, confirmed_through,
      source, declined, confirmed_at
    from calendar_confirmation where locality_id is null or locality_id = ${localityId}::bigint
    order by coalesce(locality_id, 0), id desc`);
}

export async function insertConfirmation(
  tx: Transaction,
  one: {
    localityId: number | null;
    from: CivilDate;
    through: CivilDate;
    source: string;
    declined: readonly { on: CivilDate; reason: string }[];
    by: number | null;
    at: Date;
  },
): Promise<number> {
  const { id } = await tx.get<{ id: number }>(sql`insert into calendar_confirmation
    (locality_id, confirmed_from, confirmed_through, source, declined, confirmed_by, confirmed_at)
    values (${one.localityId}, ${one.from}::date, ${one.through}::date, ${one.source},
      ${JSON.stringify(one.declined)}::jsonb, ${one.by}, ${one.at}) returning id`);
  return id;
}

/** Everything the calendar of a locality is made of, as one hash: another hash, another calendar. */
export async function calendarVersion(db: Queryable, localityId: number): Promise<string> {
  const { version } = await db.get<{ version: string }>(sql`select
      coalesce((select md5(string_agg(md5(r::text), '' order by r.id)) from calendar_row r
        where r.retired_at is null and (r.locality_id is null or r.locality_id = ${localityId})), '')
      || coalesce((select md5(string_agg(md5(c::text), '' order by c.id)) from calendar_confirmation c
        where c.locality_id is null or c.locality_id = ${localityId}), '') as version`);
  return version;
}

/** One number for everything that changes the law of a date: whoever starts a clock shares it, whoever changes takes it alone. */
const LAW_LOCK = 7206020;

/** Held to the end of the transaction by all who date a clock, so that no clock is dated by a calendar already changed. */
export async function shareLaw(tx: Transaction): Promise<void> {
  await tx.rows(sql`select pg_advisory_xact_lock_shared(${LAW_LOCK}::bigint)`);
}

/** Waits for the transactions that are dating clocks, and keeps new ones out until this one ends. */
export async function lockLaw(tx: Transaction): Promise<void> {
  await tx.rows(sql`select pg_advisory_xact_lock(${LAW_LOCK}::bigint)`);
}

export async function insertRegulationPeriod(
  tx: Transaction,
  one: { localityId: number; profileCode: string; validFrom: CivilDate; decision: string; at: Date },
): Promise<number> {
  const { id } = await tx.get<{ id: number }>(sql`insert into regulation_period
    (locality_id, profile_code, valid_from, decision, created_at)
    values (${one.localityId}, ${one.profileCode}, ${one.validFrom}::date, ${one.decision}, ${one.at}) returning id`);
  return id;
}

export interface LocalityRecord {
  id: number;
  code: string;
  name_vi: string;
  name_en: string;
}

export function findLocalityById(db: Queryable, localityId: number): Promise<LocalityRecord | undefined> {
  return db.find(sql`select id, code, name_vi, name_en from locality where id = ${localityId}`);
}

/** The open main portal of a locality. */
export function findMainPortal(db: Queryable, localityId: number): Promise<{ id: number } | undefined> {
  return db.find(sql`select id from portal where locality_id = ${localityId} and is_main and state = 'open'`);
}
