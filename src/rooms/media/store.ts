import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';

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

export interface LibraryRow extends MediaRow {
  uploaded_by_name: string | null;
  /** Whether something published shows or links to it now. */
  is_public: boolean;
}

const MEDIA = sql`id, portal_id, hash, name, type, size_bytes, width, height, uploaded_at`;

export async function insertMedia(
  tx: Transaction,
  media: Omit<MediaRow, 'id'> & { uploaded_by: number | null },
): Promise<MediaRow> {
  return tx.get(sql`insert into media (portal_id, hash, name, type, size_bytes, width, height, uploaded_by, uploaded_at)
    values (${media.portal_id}, ${media.hash}, ${media.name}, ${media.type}, ${media.size_bytes}, ${media.width},
      ${media.height}, ${media.uploaded_by}, ${media.uploaded_at}) returning ${MEDIA}`);
}

export function findMediaIn(db: Queryable, portalId: number, hash: string): Promise<MediaRow | undefined> {
  return db.find(
    sql`select ${MEDIA} from media where portal_id = ${portalId} and hash = ${hash} order by id limit 1`,
  );
}

export function findMediaById(db: Queryable, mediaId: number): Promise<MediaRow | undefined> {
  return db.find(sql`select ${MEDIA} from media where id = ${mediaId}`);
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
  text?: string | undefined;
  beforeId?: number | undefined;
  limit: number;
}

/** Files of the portals, the newest first. */
export function listMedia(db: Queryable, filter: LibraryFilter): Promise<LibraryRow[]> {
  const text = filter.text ? `%${filter.text.replace(/[\\%_]/g, '\\$&')}%` : null;
  const kind = filter.kind ?? null;
  const before = filter.beforeId ?? null;
  return db.rows(sql`select m.id, m.portal_id, m.hash, m.name, m.type, m.size_bytes, m.width, m.height, m.uploaded_at,
      p.full_name as uploaded_by_name,
      exists (select from publication_file f join publication b on b.id = f.publication_id
        where f.hash = m.hash and f.portal_id = m.portal_id and b.ended_at is null) as is_public
    from media m left join person p on p.id = m.uploaded_by
    where m.portal_id = any (${`{${filter.portalIds.join(',')}}`}::bigint[])
      and (${kind}::text is null or (m.type like 'image/%') = (${kind}::text = 'image'))
      and (${text}::text is null or vi_fold(m.name) like vi_fold(${text}::text))
      and (${before}::bigint is null or m.id < ${before}::bigint)
    order by m.id desc limit ${filter.limit}`);
}

export interface ServedFile {
  name: string;
  type: string;
}

/** The file as the public role sees it: shown by something published on a portal of the locality. */
export function findPublicFile(
  db: Queryable,
  localityId: number,
  portalId: number,
  hash: string,
): Promise<ServedFile | undefined> {
  return db.find(sql`select f.name, f.type from publication_file f join portal p on p.id = f.portal_id
    where f.hash = ${hash} and p.locality_id = ${localityId}
    order by (f.portal_id = ${portalId}) desc, f.publication_id desc limit 1`);
}

/** The file in any library the transaction sees. */
export function findOwnFile(db: Queryable, hash: string): Promise<ServedFile | undefined> {
  return db.find(sql`select name, type from media where hash = ${hash} order by id limit 1`);
}
