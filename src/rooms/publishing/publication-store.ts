import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';
import type { Lang } from '../../rules/lang.ts';
import type { MediaRow } from '../media/index.ts';
import type { MediaFacts } from './proposal-store.ts';
import type { Attachment, Facts } from './store.ts';

export interface Picture {
  hash: string;
  name: string;
  width: number | null;
  height: number | null;
  alt: string;
  caption: string;
}

/** A copy of exactly what was approved, as the public reads it. */
export interface NewPublication {
  localityId: number;
  portalId: number;
  sectionId: number;
  itemId: number;
  editionId: number;
  editionNumber: number;
  language: Lang;
  kind: string;
  form: string;
  slug: string;
  title: string;
  summary: string;
  bodyHtml: string;
  bodyText: string;
  author: string;
  source: string;
  sourceUrl: string;
  sourcePublishedAt: Date | null;
  picture: Picture | null;
  attachments: Attachment[];
  facts: Facts;
  originPortalId: number | null;
  originItemId: number | null;
  madeFromEditionNumber: number | null;
  publishedAt: Date;
  approvedBy: number;
  approvedAt: Date;
  clock: unknown;
  contentHash: string;
  /** Of the item in this language, by whichever copy. */
  firstPublishedAt: Date;
  /** Approved by nobody yet: the board decides afterwards. */
  urgent?: boolean;
}

/** Ends what was public of the item in this language before. @returns when it was first published. */
export async function endPublication(
  tx: Transaction,
  itemId: number,
  language: Lang,
  as: 'superseded' | 'withdrawn',
  at: Date,
  notice: string | null,
): Promise<
  | {
      id: number;
      first_published_at: Date;
      edition_id: number;
      section_id: number;
      title: string;
      slug: string;
    }
  | undefined
> {
  return tx.find(sql`update publication set ended_at = ${at}, ended_as = ${as}, withdrawal_notice = ${notice}
    where item_id = ${itemId} and language = ${language} and ended_at is null
    returning id, first_published_at, edition_id, section_id, title, slug`);
}

/** Public copies of different editions. @returns the number of each by its edition */
export async function insertPublications(
  tx: Transaction,
  copies: readonly NewPublication[],
): Promise<Map<number, number>> {
  const rows = await tx.rows<{ id: number; edition_id: number }>(sql`insert into publication
    (locality_id, portal_id, section_id, item_id, edition_id, edition_number, language, kind, form, slug, title, summary,
     body_html, body_text, author, source, source_url, source_published_at, picture, attachments, facts,
     origin_portal_id, origin_item_id, made_from_edition_number, first_published_at, published_at, approved_by,
     approved_at, clock, content_hash, urgent)
    select "localityId", "portalId", "sectionId", "itemId", "editionId", "editionNumber", language, kind, form, slug, title,
      summary, "bodyHtml", "bodyText", author, source, "sourceUrl", "sourcePublishedAt", picture, attachments, facts,
      "originPortalId", "originItemId", "madeFromEditionNumber", "firstPublishedAt", "publishedAt", "approvedBy",
      "approvedAt", clock, "contentHash", coalesce(urgent, false)
    from json_to_recordset(${JSON.stringify(copies)}::json) as r("localityId" bigint, "portalId" bigint,
      "sectionId" bigint, "itemId" bigint, "editionId" bigint, "editionNumber" integer, language text, kind text,
      form text, slug text, title text, summary text, "bodyHtml" text, "bodyText" text, author text, source text,
      "sourceUrl" text, "sourcePublishedAt" timestamptz, picture jsonb, attachments jsonb, facts jsonb,
      "originPortalId" bigint, "originItemId" bigint, "madeFromEditionNumber" integer,
      "firstPublishedAt" timestamptz, "publishedAt" timestamptz, "approvedBy" bigint, "approvedAt" timestamptz,
      clock jsonb, "contentHash" text, urgent boolean)
    order by "editionId" returning id, edition_id`);
  return new Map(rows.map(({ id, edition_id }) => [edition_id, id]));
}

/** A file of the portal's library that a public copy shows. */
export interface ShownFile {
  publicationId: number;
  hash: string;
  name: string;
  type: string;
  sizeBytes: number;
}

export async function insertPublicationFiles(
  tx: Transaction,
  portalId: number,
  files: readonly ShownFile[],
): Promise<void> {
  if (files.length === 0) return;
  await tx.run(sql`insert into publication_file (publication_id, portal_id, hash, name, type, size_bytes)
    select "publicationId", ${portalId}::bigint, hash, name, type, "sizeBytes"
    from json_to_recordset(${JSON.stringify(files)}::json)
      as r("publicationId" bigint, hash text, name text, type text, "sizeBytes" bigint)
    on conflict do nothing`);
}

export function findMediaByHash(
  db: Queryable,
  portalId: number,
  hash: string,
): Promise<MediaFacts | undefined> {
  return db.find(sql`select hash, name, type, size_bytes, width, height from media
    where portal_id = ${portalId} and hash = ${hash} order by id limit 1`);
}

/** The first file of each of these hashes in the library of a portal. */
export function listMediaByHashes(
  db: Queryable,
  portalId: number,
  hashes: readonly string[],
): Promise<MediaFacts[]> {
  if (hashes.length === 0) return Promise.resolve([]);
  return db.rows(sql`select distinct on (hash) hash, name, type, size_bytes, width, height from media
    where portal_id = ${portalId} and hash in (select json_array_elements_text(${JSON.stringify(hashes)}::json))
    order by hash, id`);
}

export function findMedia(
  db: Queryable,
  mediaId: number,
): Promise<(MediaFacts & Pick<MediaRow, 'id' | 'portal_id'>) | undefined> {
  return db.find(
    sql`select id, portal_id, hash, name, type, size_bytes, width, height from media where id = ${mediaId}`,
  );
}
