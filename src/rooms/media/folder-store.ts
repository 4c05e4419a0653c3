import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';

export interface FolderRow {
  id: number;
  portal_id: number;
  parent_id: number | null;
  name: string;
}

export interface CountedFolder extends FolderRow {
  /** Files that lie in it itself. */
  files: number;
}

/** A portal with more folders than this keeps no order by them. */
export const MOST_FOLDERS = 500;

export function listFolders(db: Queryable, portalId: number): Promise<CountedFolder[]> {
  return db.rows(sql`select f.id, f.portal_id, f.parent_id, f.name,
      (select count(*)::int from media m where m.folder_id = f.id and m.removed_at is null) as files
    from media_folder f where f.portal_id = ${portalId} and f.removed_at is null
    order by vi_fold(f.name), f.id limit ${MOST_FOLDERS}`);
}

export function findFolder(db: Queryable, folderId: number): Promise<FolderRow | undefined> {
  return db.find(sql`select id, portal_id, parent_id, name from media_folder
    where id = ${folderId} and removed_at is null`);
}

/** @returns undefined when one of this name is there beside it */
export function insertFolder(
  tx: Transaction,
  folder: { portalId: number; parentId: number | null; name: string; by: number | null; at: Date },
): Promise<{ id: number } | undefined> {
  return tx.find(sql`insert into media_folder (portal_id, parent_id, name, created_by, created_at)
    values (${folder.portalId}, ${folder.parentId}, ${folder.name}, ${folder.by}, ${folder.at})
    on conflict (portal_id, coalesce(parent_id, 0), lower(name)) where removed_at is null do nothing
    returning id`);
}

export function findNamed(
  db: Queryable,
  portalId: number,
  parentId: number | null,
  name: string,
): Promise<{ id: number } | undefined> {
  return db.find(sql`select id from media_folder where portal_id = ${portalId} and removed_at is null
    and parent_id is not distinct from ${parentId}::bigint and lower(name) = lower(${name})`);
}

export async function saveFolder(
  tx: Transaction,
  folderId: number,
  { name, parentId }: { name: string; parentId: number | null },
): Promise<void> {
  await tx.run(sql`update media_folder set name = ${name}, parent_id = ${parentId} where id = ${folderId}`);
}

/** What lies in a folder goes to the one above: its files, and the folders in it. */
export async function emptyFolder(tx: Transaction, folder: FolderRow): Promise<number> {
  await tx.run(sql`update media_folder set parent_id = ${folder.parent_id}
    where parent_id = ${folder.id} and removed_at is null`);
  return tx.run(sql`update media set folder_id = ${folder.parent_id} where folder_id = ${folder.id}`);
}

export function listInside(db: Queryable, folderId: number): Promise<{ id: number; name: string }[]> {
  return db.rows(sql`select id, name from media_folder where parent_id = ${folderId} and removed_at is null`);
}

export async function markFolderRemoved(tx: Transaction, folderId: number, at: Date): Promise<void> {
  await tx.run(sql`update media_folder set removed_at = ${at} where id = ${folderId}`);
}

/** @returns the files that were moved, of those named */
export async function moveInto(
  tx: Transaction,
  portalId: number,
  mediaIds: readonly number[],
  folderId: number | null,
): Promise<number> {
  return tx.run(sql`update media set folder_id = ${folderId}
    where portal_id = ${portalId} and removed_at is null
      and id = any (${`{${mediaIds.join(',')}}`}::bigint[])`);
}
