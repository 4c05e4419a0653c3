import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';

export type ScanState = 'off' | 'waiting' | 'clean' | 'infected';

/** A file in the library of a portal. */
export interface MediaRow {
  id: number;
  portal_id: number;
  hash: string;
  name: string;
  type: string;
  size_bytes: number;
  width: number | null;
  height: number | null;
  uploaded_at: Date;
}

/** What somebody says of a file. */
export interface Described {
  description: string;
  caption: string;
  author: string;
  source: string;
  licence: string;
  taken_on: string | null;
  focal_x: number;
  focal_y: number;
  transcript: string;
}

export interface LibraryRow extends MediaRow {
  description: string;
  author: string;
  folder_id: number | null;
  scan: ScanState;
  uploaded_by_name: string | null;
  /** Whether something published shows or links to it now. */
  is_public: boolean;
}

/** Everything the library knows of a file. */
export interface MediaDetails extends MediaRow, Described {
  folder_id: number | null;
  poster_media_id: number | null;
  original_hash: string | null;
  original_name: string | null;
  original_size_bytes: number | null;
  scan: ScanState;
  scanned_at: Date | null;
  scan_name: string;
  removed_at: Date | null;
  uploaded_by_name: string | null;
}

const MEDIA = sql`id, portal_id, hash, name, type, size_bytes, width, height, uploaded_at`;

export interface NewMedia extends Omit<MediaRow, 'id'> {
  uploaded_by: number | null;
  folder_id: number | null;
  original: { hash: string; name: string; sizeBytes: number } | null;
  scan: ScanState;
}

export async function insertMedia(tx: Transaction, media: NewMedia): Promise<MediaRow> {
  const { original, scan } = media;
  const scannedAt = scan === 'clean' ? media.uploaded_at : null;
  return tx.get(sql`insert into media (portal_id, hash, name, type, size_bytes, width, height, uploaded_by, uploaded_at,
      folder_id, original_hash, original_name, original_size_bytes, scan, scanned_at)
    values (${media.portal_id}, ${media.hash}, ${media.name}, ${media.type}, ${media.size_bytes}, ${media.width},
      ${media.height}, ${media.uploaded_by}, ${media.uploaded_at}, ${media.folder_id}, ${original?.hash ?? null},
      ${original?.name ?? null}, ${original?.sizeBytes ?? null}, ${scan}, ${scannedAt}) returning ${MEDIA}`);
}

/** What was taken out of the library and is sent again is there again. */
export async function bringBack(tx: Transaction, mediaId: number): Promise<boolean> {
  return (
    (await tx.run(sql`update media set removed_at = null, removed_by = null
      where id = ${mediaId} and removed_at is not null`)) > 0
  );
}

/** The file with these bytes, whether it is in the library or was taken out of it. */
export function findMediaIn(db: Queryable, portalId: number, hash: string): Promise<MediaRow | undefined> {
  return db.find(
    sql`select ${MEDIA} from media where portal_id = ${portalId} and hash = ${hash} order by id limit 1`,
  );
}

export function findMediaById(db: Queryable, mediaId: number): Promise<MediaRow | undefined> {
  return db.find(sql`select ${MEDIA} from media where id = ${mediaId}`);
}

export function findDetails(db: Queryable, mediaId: number): Promise<MediaDetails | undefined> {
  return db.find(sql`select m.id, m.portal_id, m.hash, m.name, m.type, m.size_bytes, m.width, m.height, m.uploaded_at,
      m.description, m.caption, m.author, m.source, m.licence, m.taken_on::text, m.focal_x, m.focal_y, m.transcript,
      m.folder_id, m.poster_media_id, m.original_hash, m.original_name, m.original_size_bytes, m.scan, m.scanned_at,
      m.scan_name, m.removed_at, p.full_name as uploaded_by_name
    from media m left join person p on p.id = m.uploaded_by where m.id = ${mediaId}`);
}

/** Files with these ids, of any portal that the transaction sees. */
export function listMediaByIds(db: Queryable, ids: readonly number[]): Promise<MediaRow[]> {
  return db.rows(
    sql`select ${MEDIA} from media where id = any (${`{${ids.join(',')}}`}::bigint[]) limit 200`,
  );
}

export interface LibraryFilter {
  portalIds: readonly number[];
  kind?: 'image' | 'other' | undefined;
  /** Media types; all when left out. */
  types?: readonly string[] | undefined;
  /** A folder alone, `null` for what lies in none; everywhere when left out. */
  folderId?: number | null | undefined;
  /** What was taken out of the library, in place of what is there. */
  removed?: boolean | undefined;
  text?: string | undefined;
  beforeId?: number | undefined;
  limit: number;
}

/** Files of the portals, the newest first. */
export function listMedia(db: Queryable, filter: LibraryFilter): Promise<LibraryRow[]> {
  const text = filter.text ? `%${filter.text.replace(/[\\%_]/g, '\\$&')}%` : null;
  const kind = filter.kind ?? null;
  const types = filter.types ? JSON.stringify(filter.types) : null;
  const before = filter.beforeId ?? null;
  const { folderId } = filter;
  return db.rows(sql`select m.id, m.portal_id, m.hash, m.name, m.type, m.size_bytes, m.width, m.height, m.uploaded_at,
      m.description, m.author, m.folder_id, m.scan, p.full_name as uploaded_by_name,
      exists (select from publication_file f join publication b on b.id = f.publication_id
        where f.hash = m.hash and f.portal_id = m.portal_id and b.ended_at is null) as is_public
    from media m left join person p on p.id = m.uploaded_by
    where m.portal_id = any (${`{${filter.portalIds.join(',')}}`}::bigint[])
      and (m.removed_at is not null) = ${filter.removed ?? false}
      and (${kind}::text is null or (m.type like 'image/%') = (${kind}::text = 'image'))
      and (${types}::jsonb is null or m.type in (select jsonb_array_elements_text(${types}::jsonb)))
      and (${folderId === undefined} or m.folder_id is not distinct from ${folderId ?? null}::bigint)
      and (${text}::text is null or vi_fold(m.name || ' ' || m.description || ' ' || m.author || ' ' || m.caption)
        like vi_fold(${text}::text))
      and (${before}::bigint is null or m.id < ${before}::bigint)
    order by m.id desc limit ${filter.limit}`);
}

export interface ServedFile {
  name: string;
  type: string;
}

/** The file as the public role sees it: shown by something published on a portal of the locality, and not held back. */
export function findPublicFile(
  db: Queryable,
  localityId: number,
  portalId: number,
  hash: string,
): Promise<(ServedFile & { portal_id: number }) | undefined> {
  return db.find(sql`select f.name, f.type, f.portal_id from publication_file f join portal p on p.id = f.portal_id
    where f.hash = ${hash} and p.locality_id = ${localityId}
      and not exists (select from media_hold h
        where h.hash = f.hash and h.portal_id = f.portal_id and h.ended_at is null)
    order by (f.portal_id = ${portalId}) desc, f.publication_id desc limit 1`);
}

/** The file in any library the transaction sees; the one with malware not even there. */
export function findOwnFile(
  db: Queryable,
  hash: string,
): Promise<(ServedFile & { portal_id: number }) | undefined> {
  return db.find(sql`select name, type, portal_id from media
    where hash = ${hash} and scan <> 'infected' order by id limit 1`);
}

/** Writes what somebody says of a file. */
export async function saveDescribed(
  tx: Transaction,
  mediaId: number,
  d: Described,
  by: number | null,
  at: Date,
): Promise<void> {
  await tx.run(sql`update media set description = ${d.description}, caption = ${d.caption}, author = ${d.author},
      source = ${d.source}, licence = ${d.licence}, taken_on = ${d.taken_on}::date, focal_x = ${d.focal_x},
      focal_y = ${d.focal_y}, transcript = ${d.transcript}, described_by = ${by}, described_at = ${at}
    where id = ${mediaId}`);
}

export async function removeMedia(
  tx: Transaction,
  mediaId: number,
  by: number | null,
  at: Date,
): Promise<void> {
  await tx.run(sql`update media set removed_at = ${at}, removed_by = ${by} where id = ${mediaId}`);
}

export async function savePoster(tx: Transaction, mediaId: number, posterId: number | null): Promise<void> {
  await tx.run(sql`update media set poster_media_id = ${posterId} where id = ${mediaId}`);
}
