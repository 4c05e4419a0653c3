import { empty, join, type Queryable, type Sql, sql, type Transaction } from '../../platform/db/index.ts';
import type { Caller } from '../../rules/audit/index.ts';

export interface EntryRow {
  locality_id: number;
  seq: number;
  portal_id: number | null;
  person_id: number | null;
  actor: string;
  command: string;
  subject_kind: string;
  subject_id: string;
  payload: unknown;
  at: Date;
  prev_hash: string;
  hash: string;
}

/** Locks the head of the locality's chain until the transaction ends; whoever comes second waits here. */
export async function lockHead(tx: Transaction, localityId: number): Promise<{ seq: number; hash: string }> {
  await tx.run(sql`insert into audit_head (locality_id) values (${localityId}) on conflict do nothing`);
  return tx.get(sql`select seq, hash from audit_head where locality_id = ${localityId} for update`);
}

export async function insertEntry(
  tx: Transaction,
  row: Omit<EntryRow, 'payload'> & { payload: string },
): Promise<void> {
  await tx.run(sql`insert into audit_entry
    (locality_id, seq, portal_id, person_id, actor, command, subject_kind, subject_id, payload, at, prev_hash, hash)
    values (${row.locality_id}, ${row.seq}, ${row.portal_id}, ${row.person_id}, ${row.actor}, ${row.command},
      ${row.subject_kind}, ${row.subject_id}, ${row.payload}::jsonb, ${row.at}, ${row.prev_hash}, ${row.hash})`);
  await tx.run(
    sql`update audit_head set seq = ${row.seq}, hash = ${row.hash} where locality_id = ${row.locality_id}`,
  );
}

export async function insertCaller(
  tx: Transaction,
  row: Caller & { localityId: number; seq: number; portalId: number | null; at: Date },
): Promise<void> {
  await tx.run(sql`insert into sign_in_record (locality_id, seq, portal_id, at, address, port)
    values (${row.localityId}, ${row.seq}, ${row.portalId}, ${row.at}, ${row.address}::inet, ${row.port})`);
}

/** @returns how many were deleted */
export function deleteCallersBefore(tx: Transaction, before: Date): Promise<number> {
  return tx.run(sql`delete from sign_in_record where at < ${before}`);
}

const COLUMNS: Sql = sql`locality_id, seq, portal_id, person_id, actor, command, subject_kind, subject_id, payload, at, prev_hash, hash`;

/** Entries of a locality after `seq`, in order. */
export function listAfter(
  db: Queryable,
  localityId: number,
  seq: number,
  limit: number,
): Promise<EntryRow[]> {
  return db.rows(sql`select ${COLUMNS} from audit_entry
    where locality_id = ${localityId} and seq > ${seq} order by seq limit ${limit}`);
}

export function findHead(
  db: Queryable,
  localityId: number,
): Promise<{ seq: number; hash: string } | undefined> {
  return db.find(sql`select seq, hash from audit_head where locality_id = ${localityId}`);
}

// Reading ---------------------------------------------------------------------------------------------

/** What is looked for; everything left out is not asked. */
export interface EntryFilter {
  command?: string | undefined;
  /** User name, or name of the machine. */
  actor?: string | undefined;
  portalId?: number | undefined;
  subjectKind?: string | undefined;
  subjectId?: string | undefined;
  /** From this instant on. */
  since?: Date | undefined;
  /** Before this instant. */
  until?: Date | undefined;
}

/** Whose entries are read: those of these portals, and of the locality itself for who sees the main one. */
export interface Readable {
  localityId: number;
  portalIds: readonly number[];
  ofLocality: boolean;
  /** Portals of which the reader sees from where people signed in. */
  callerPortalIds: readonly number[];
}

function conditions({ localityId, portalIds, ofLocality }: Readable, filter: EntryFilter): Sql {
  const own = sql`e.portal_id = any (${[...portalIds]}::bigint[])`;
  const parts = [sql`e.locality_id = ${localityId}`, ofLocality ? sql`(${own} or e.portal_id is null)` : own];
  if (filter.command) parts.push(sql`e.command = ${filter.command}`);
  if (filter.actor) parts.push(sql`e.actor = ${filter.actor}`);
  if (filter.portalId) parts.push(sql`e.portal_id = ${filter.portalId}`);
  if (filter.subjectKind) parts.push(sql`e.subject_kind = ${filter.subjectKind}`);
  if (filter.subjectId) parts.push(sql`e.subject_id = ${filter.subjectId}`);
  if (filter.since) parts.push(sql`e.at >= ${filter.since}`);
  if (filter.until) parts.push(sql`e.at < ${filter.until}`);
  return join(parts, ' and ');
}

/** One entry with the names a reader needs; the person's full name only where row-level security shows it. */
export interface ReadEntryRow extends EntryRow {
  portal_name_vi: string | null;
  portal_name_en: string | null;
  full_name: string | null;
  /** Address and source port of what was done at the door, while they are kept and the reader may see them. */
  caller_address: string | null;
  caller_port: number | null;
}

const readOf = ({
  callerPortalIds,
}: Readable): Sql => sql`select e.locality_id, e.seq, e.portal_id, e.person_id, e.actor, e.command, e.subject_kind, e.subject_id,
    e.payload, e.at, e.prev_hash, e.hash, coalesce(n.short_name, n.name_vi) as portal_name_vi, n.name_en as portal_name_en, p.full_name,
    host(c.address) as caller_address, c.port as caller_port
  from audit_entry e
  left join portal t on t.id = e.portal_id
  left join body_name n on n.body_id = t.body_id and n.valid_to is null
  left join person p on p.id = e.person_id
  left join sign_in_record c on c.locality_id = e.locality_id and c.seq = e.seq
    and e.portal_id = any (${[...callerPortalIds]}::bigint[])`;

/** Entries older than `before`, newest first. */
export function listOlder(
  db: Queryable,
  readable: Readable,
  filter: EntryFilter,
  before: number | undefined,
  limit: number,
): Promise<ReadEntryRow[]> {
  const edge = before === undefined ? empty : sql`and e.seq < ${before}`;
  return db.rows(
    sql`${readOf(readable)} where ${conditions(readable, filter)} ${edge} order by e.seq desc limit ${limit}`,
  );
}

/** Entries newer than `after`, the nearest first. */
export function listNewer(
  db: Queryable,
  readable: Readable,
  filter: EntryFilter,
  after: number,
  limit: number,
): Promise<ReadEntryRow[]> {
  return db.rows(
    sql`${readOf(readable)} where ${conditions(readable, filter)} and e.seq > ${after} order by e.seq limit ${limit}`,
  );
}

/** How many entries fit, counted up to a bound. */
export async function countEntries(
  db: Queryable,
  readable: Readable,
  filter: EntryFilter,
  bound: number,
): Promise<number> {
  const row = await db.get<{ n: number }>(
    sql`select count(*) as n from (select from audit_entry e where ${conditions(readable, filter)} limit ${bound}) found`,
  );
  return row.n;
}

/** Commands among the latest entries, for choosing from; a bound keeps a long record quick. */
export async function listRecentCommands(
  db: Queryable,
  readable: Readable,
  among: number,
): Promise<string[]> {
  const rows = await db.rows<{ command: string }>(sql`select distinct command from (
    select e.command from audit_entry e where ${conditions(readable, {})} order by e.seq desc limit ${among}) latest order by command`);
  return rows.map((row) => row.command);
}

export interface PortalName {
  id: number;
  is_main: boolean;
  name_vi: string;
  name_en: string;
}

/** Names of portals, the main one first; a locality has some hundreds at most. */
export function listPortalNames(db: Queryable, portalIds: readonly number[]): Promise<PortalName[]> {
  return db.rows(sql`select p.id, p.is_main, coalesce(n.short_name, n.name_vi) as name_vi, n.name_en from portal p
    join body_name n on n.body_id = p.body_id and n.valid_to is null
    where p.id = any (${[...portalIds]}::bigint[]) order by p.is_main desc, n.name_vi limit 1000`);
}

export async function findMainPortalId(db: Queryable, localityId: number): Promise<number | undefined> {
  const row = await db.find<{ id: number }>(
    sql`select id from portal where locality_id = ${localityId} and is_main and state = 'open'`,
  );
  return row?.id;
}
