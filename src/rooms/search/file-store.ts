import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';
import { FILE_READER_VERSION, type ReadFile } from './file-rules.ts';

/** A file of something public, by the locality that shows it. */
export interface AttachedFile {
  localityId: number;
  hash: string;
  /** As one of the items that bear it names it. */
  name: string;
}

/** Files attached to what is public that have no reading yet, or one by an older reader; of these items, or of all. */
export async function listUnread(
  tx: Transaction,
  {
    itemIds,
    staleBefore,
    limit,
  }: { itemIds: readonly number[] | undefined; staleBefore: Date; limit: number },
): Promise<AttachedFile[]> {
  const only = itemIds ? `{${itemIds.join(',')}}` : null;
  const rows = await tx.rows<{ locality_id: number; hash: string; name: string }>(sql`
    select p.locality_id, a.hash, min(a.name) as name
    from publication p cross join lateral jsonb_to_recordset(p.attachments) as a(hash text, name text)
    left join file_text t on t.locality_id = p.locality_id and t.hash = a.hash
    where p.ended_at is null and p.attachments <> '[]' and (${only}::bigint[] is null or p.item_id = any (${only}::bigint[]))
      and (t.hash is null or t.reader_version < ${FILE_READER_VERSION}
        or (t.read_at is null and (t.begun_at is null or t.begun_at < ${staleBefore})))
    group by p.locality_id, a.hash order by min(p.id), a.hash limit ${limit}`);
  return rows.map(({ locality_id, hash, name }) => ({ localityId: locality_id, hash, name }));
}

/**
 * Takes a file for reading, if something public still shows it and nobody else reads it or has.
 *
 * @returns how often it was begun, this time counted; undefined when it is not to be read
 */
export async function takeFile(
  tx: Transaction,
  { localityId, hash }: AttachedFile,
  { now, staleBefore }: { now: Date; staleBefore: Date },
): Promise<number | undefined> {
  const row = await tx.find<{ tries: number }>(sql`
    insert into file_text (locality_id, hash, reader_version, tries, begun_at, text, is_cut)
    select ${localityId}::bigint, ${hash}::text, ${FILE_READER_VERSION}::integer, 1, ${now}::timestamptz, '', false
    where exists (select from publication_file f join publication p on p.id = f.publication_id
      where f.hash = ${hash} and p.locality_id = ${localityId} and p.ended_at is null)
    on conflict (locality_id, hash) do update set begun_at = excluded.begun_at, read_at = null, code = null, text = '',
      is_cut = false, reader_version = excluded.reader_version,
      tries = case when file_text.reader_version = excluded.reader_version then file_text.tries + 1 else 1 end
    where file_text.reader_version < excluded.reader_version
      or (file_text.read_at is null and (file_text.begun_at is null or file_text.begun_at < ${staleBefore}))
    returning tries`);
  return row?.tries;
}

/** Keeps what was read of a file that was taken. */
export async function saveReading(
  tx: Transaction,
  { localityId, hash }: AttachedFile,
  reading: { text: string; isCut: boolean; code: string | null; at: Date },
): Promise<void> {
  await tx.run(sql`update file_text set text = ${reading.text}, is_cut = ${reading.isCut}, code = ${reading.code},
      read_at = ${reading.at}
    where locality_id = ${localityId} and hash = ${hash} and reader_version = ${FILE_READER_VERSION} and read_at is null`);
}

/** Gives a file back that could not be read for no fault of its own. */
export async function giveBack(
  tx: Transaction,
  { localityId, hash }: AttachedFile,
  { isCounted }: { isCounted: boolean },
): Promise<void> {
  await tx.run(sql`update file_text set begun_at = null, tries = tries - ${isCounted ? 0 : 1}
    where locality_id = ${localityId} and hash = ${hash} and read_at is null`);
}

/** Items that show a file to the public. */
export async function listBearers(tx: Transaction, { localityId, hash }: AttachedFile): Promise<number[]> {
  const rows = await tx.rows<{ item_id: number }>(sql`
    select distinct p.item_id from publication_file f join publication p on p.id = f.publication_id
    where f.hash = ${hash} and p.locality_id = ${localityId} and p.ended_at is null order by 1`);
  return rows.map(({ item_id }) => item_id);
}

const OF_ITEMS = (itemIds: readonly number[]) => sql`t.read_at is not null and t.code is null
  and (t.locality_id, t.hash) in (
    select p.locality_id, a.hash
    from publication p cross join lateral jsonb_to_recordset(p.attachments) as a(hash text)
    where p.item_id = any (${`{${itemIds.join(',')}}`}::bigint[]) and p.ended_at is null)`;

/** What was read of the files of these items. */
export function listReadings(db: Queryable, itemIds: readonly number[]): Promise<ReadFile[]> {
  return db.rows(sql`select t.locality_id, t.hash, t.reader_version, t.text from file_text t
    where ${OF_ITEMS(itemIds)}`);
}

/** How much that is, in bytes; nothing of it is fetched. */
export async function sizeOfReadings(db: Queryable, itemIds: readonly number[]): Promise<number> {
  const row = await db.get<{ size: number }>(sql`select coalesce(sum(octet_length(t.text)), 0)::bigint as size
    from file_text t where ${OF_ITEMS(itemIds)}`);
  return row.size;
}

/** Drops what was read of files that nothing public shows any more. @returns how many */
export function dropReadings(tx: Transaction): Promise<number> {
  return tx.run(sql`delete from file_text t where not exists (
    select from publication_file f join publication p on p.id = f.publication_id
    where f.hash = t.hash and p.locality_id = t.locality_id and p.ended_at is null)`);
}

/** Forgets that files could not be read, so that they are tried again. @returns how many */
export function dropRefusals(tx: Transaction): Promise<number> {
  return tx.run(sql`delete from file_text where code is not null`);
}
