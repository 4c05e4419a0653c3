import { type Queryable, type Sql, sql, type Transaction } from '../../platform/db/index.ts';

/** A document that belongs into the gazette, or was sent to it. */
export interface SendingRow {
  id: number;
  locality_id: number;
  portal_id: number;
  item_id: number;
  sent_by: number | null;
  sent_at: Date | null;
  /** The public copy as it stands now. */
  publication_id: number;
  title: string;
  number: string;
  type: string;
  issuer: string;
  issued_on: string | null;
  /** Of the issue it stands in, of any state. */
  issue_id: number | null;
}

const SENDING: Sql = sql`select s.id, s.locality_id, s.portal_id, s.item_id, s.sent_by, s.sent_at, d.publication_id, d.title,
    d.number, d.type, d.issuer, d.issued_on::text,
    (select e.issue_id from gazette_entry e where e.sending_id = s.id order by e.id desc limit 1) as issue_id
  from gazette_sending s join document d on d.item_id = s.item_id and d.language = 'vi' and d.ended_at is null`;

const among = (ids: readonly number[]) => sql`any (${`{${ids.join(',')}}`}::bigint[])`;

/** What a public copy says of itself that decides whether it belongs into the gazette. */
export interface CopyFacts {
  item_id: number;
  locality_id: number;
  portal_id: number;
  is_main: boolean;
  facts: Record<string, string>;
  /** Whether the copy was published under a clock; a holding taken in later was not. */
  is_clocked: boolean;
}

const COPY: Sql = sql`select p.item_id, p.locality_id, p.portal_id, o.is_main, p.facts, p.clock is not null as is_clocked
  from publication p join portal o on o.id = p.portal_id
  where p.language = 'vi' and p.kind = 'documents' and p.ended_at is null`;

export function findCopyFacts(tx: Transaction, itemId: number): Promise<CopyFacts | undefined> {
  return tx.find(sql`${COPY} and p.item_id = ${itemId}`);
}

/** The public documents among these items that were not noted yet. */
export function listUnnoted(tx: Transaction, itemIds: readonly number[]): Promise<CopyFacts[]> {
  return tx.rows(sql`${COPY} and p.item_id = ${among(itemIds)}
    and not exists (select from gazette_sending s where s.item_id = p.item_id) order by p.item_id`);
}

/** @returns its number; undefined when it was noted before */
export async function insertSending(
  tx: Transaction,
  sending: { localityId: number; portalId: number; itemId: number; at: Date },
): Promise<number | undefined> {
  const row = await tx.find<{
    id: number;
  }>(sql`insert into gazette_sending (locality_id, portal_id, item_id, noted_at)
    values (${sending.localityId}, ${sending.portalId}, ${sending.itemId}, ${sending.at})
    on conflict (item_id) do nothing returning id`);
  return row?.id;
}

export function findSending(db: Queryable, itemId: number): Promise<SendingRow | undefined> {
  return db.find(sql`${SENDING} where s.item_id = ${itemId}`);
}

/** Its number, also while the library has not read the document yet. */
export async function findSendingId(tx: Transaction, itemId: number): Promise<number | undefined> {
  const row = await tx.find<{ id: number }>(sql`select id from gazette_sending where item_id = ${itemId}`);
  return row?.id;
}

/** @returns false when it was sent before */
export async function markSent(
  tx: Transaction,
  id: number,
  sent: { by: number; at: Date },
): Promise<boolean> {
  const changed = await tx.run(sql`update gazette_sending set sent_by = ${sent.by}, sent_at = ${sent.at}
    where id = ${id} and sent_at is null`);
  return changed > 0;
}

/** What bodies have not sent yet, oldest first. */
export function listUnsent(
  db: Queryable,
  portalIds: readonly number[],
  limit: number,
): Promise<SendingRow[]> {
  if (portalIds.length === 0) return Promise.resolve([]);
  return db.rows(sql`${SENDING} where s.sent_at is null and s.portal_id = ${among(portalIds)}
    order by d.issued_on nulls last, s.id limit ${limit}`);
}

/** What was sent to the gazette of a locality and stands in no issue yet. */
export function listWaiting(db: Queryable, localityId: number, limit: number): Promise<SendingRow[]> {
  return db.rows(sql`select * from (${SENDING} where s.sent_at is not null and s.locality_id = ${localityId}) one
    where issue_id is null order by issued_on nulls last, id limit ${limit}`);
}

export function listSendings(db: Queryable, ids: readonly number[]): Promise<SendingRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return db.rows(sql`${SENDING} where s.id = ${among(ids)} order by s.id`);
}

/** "12/2026/QĐ-UBND, Quy định …", by the number of the sending. */
export async function nameSendings(
  db: Queryable,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const rows = await listSendings(db, ids);
  return new Map(rows.map(({ id, number, title }) => [id, [number, title].filter(Boolean).join(', ')]));
}
