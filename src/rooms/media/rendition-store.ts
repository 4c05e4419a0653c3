import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';
import type { Rendition } from './rules.ts';

export interface RenditionRow extends Rendition {
  hash: string;
  size_bytes: number;
}

/** What can be made of a file, as the jobs see it. */
export interface RenderedMedia {
  id: number;
  portal_id: number;
  hash: string;
  name: string;
  type: string;
  size_bytes: number;
  width: number | null;
  focal_x: number;
  focal_y: number;
}

export function findRendered(db: Queryable, mediaId: number): Promise<RenderedMedia | undefined> {
  return db.find(sql`select id, portal_id, hash, name, type, size_bytes, width, focal_x, focal_y from media
    where id = ${mediaId} and removed_at is null and scan <> 'infected'`);
}

export function listRenditions(db: Queryable, portalId: number, baseHash: string): Promise<RenditionRow[]> {
  return db.rows(sql`select shape, width, format, hash, size_bytes from media_rendition
    where portal_id = ${portalId} and base_hash = ${baseHash} order by shape, width, format`);
}

export async function saveRendition(
  tx: Transaction,
  of: { portalId: number; baseHash: string; at: Date },
  { shape, width, format, hash, size_bytes }: RenditionRow,
): Promise<void> {
  await tx.run(sql`insert into media_rendition (portal_id, base_hash, shape, width, format, hash, size_bytes, made_at)
    values (${of.portalId}, ${of.baseHash}, ${shape}, ${width}, ${format}, ${hash}, ${size_bytes}, ${of.at})
    on conflict (portal_id, base_hash, shape, width, format)
      do update set hash = excluded.hash, size_bytes = excluded.size_bytes, made_at = excluded.made_at`);
}

/** Cut pictures of a file whose focal point was moved. */
export async function dropWide(tx: Transaction, portalId: number, baseHash: string): Promise<void> {
  await tx.run(sql`delete from media_rendition
    where portal_id = ${portalId} and base_hash = ${baseHash} and shape = 'wide'`);
}

/** The best that was made: cut before whole, AVIF before WebP where the browser reads it. */
export function findRendition(
  db: Queryable,
  of: { portalId: number; baseHash: string },
  asked: { shape: Rendition['shape']; width: number; readsAvif: boolean },
): Promise<RenditionRow | undefined> {
  return db.find(sql`select shape, width, format, hash, size_bytes from media_rendition
    where portal_id = ${of.portalId} and base_hash = ${of.baseHash} and width = ${asked.width}
      and (shape = ${asked.shape} or (${asked.shape} = 'wide' and shape = 'whole'))
      and (format = 'webp' or ${asked.readsAvif})
    order by (shape = ${asked.shape}) desc, (format = 'avif') desc limit 1`);
}

/** Documents whose first page nobody has tried to draw, the newest first. */
export function listUndrawn(db: Queryable, types: readonly string[], most: number): Promise<RenderedMedia[]> {
  return db.rows(sql`select id, portal_id, hash, name, type, size_bytes, width, focal_x, focal_y from media
    where previewed_at is null and removed_at is null and scan in ('off', 'clean')
      and type in (select jsonb_array_elements_text(${JSON.stringify(types)}::jsonb))
    order by id desc limit ${most}`);
}

export async function markDrawn(tx: Transaction, mediaId: number, at: Date): Promise<void> {
  await tx.run(sql`update media set previewed_at = ${at} where id = ${mediaId}`);
}
