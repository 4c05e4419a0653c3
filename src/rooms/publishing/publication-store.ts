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

export async function insertPublication(
  tx: Transaction,
  p: NewPublication,
  firstPublishedAt: Date,
): Promise<number> {
  const row = await tx.get<{ id: number }>(sql`insert into publication
    (locality_id, portal_id, section_id, item_id, edition_id, edition_number, language, kind, slug, title, summary,
     body_html, body_text, author, source, source_url, source_published_at, picture, attachments, facts,
     origin_portal_id, origin_item_id, made_from_edition_number, first_published_at, published_at, approved_by,
     approved_at, clock, content_hash)
    values (${p.localityId}, ${p.portalId}, ${p.sectionId}, ${p.itemId}, ${p.editionId}, ${p.editionNumber},
      ${p.language}, ${p.kind}, ${p.slug}, ${p.title}, ${p.summary}, ${p.bodyHtml}, ${p.bodyText}, ${p.author},
      ${p.source}, ${p.sourceUrl}, ${p.sourcePublishedAt}, ${p.picture ? JSON.stringify(p.picture) : null}::jsonb,
      ${JSON.stringify(p.attachments)}::jsonb, ${JSON.stringify(p.facts)}::jsonb, ${p.originPortalId},
      ${p.originItemId}, ${p.madeFromEditionNumber}, ${firstPublishedAt}, ${p.publishedAt}, ${p.approvedBy},
      ${p.approvedAt}, ${p.clock === null ? null : JSON.stringify(p.clock)}::jsonb, ${p.contentHash})
    returning id`);
  return row.id;
}

export async function insertPublicationFile(
  tx: Transaction,
  publicationId: number,
  portalId: number,
  file: { hash: string; name: string; type: string; sizeBytes: number },
): Promise<void> {
  await tx.run(sql`insert into publication_file (publication_id, portal_id, hash, name, type, size_bytes)
    values (${publicationId}, ${portalId}, ${file.hash}, ${file.name}, ${file.type}, ${file.sizeBytes})
    on conflict do nothing`);
}

export async function insertWithdrawal(
  tx: Transaction,
  w: { portalId: number; itemId: number; language: Lang; title: string; notice: string; at: Date },
): Promise<void> {
  await tx.run(sql`insert into withdrawal (portal_id, item_id, language, title, notice, withdrawn_at)
    values (${w.portalId}, ${w.itemId}, ${w.language}, ${w.title}, ${w.notice}, ${w.at})`);
}

/** A new edition of something taken down brings it back: the notice goes. */
export async function liftWithdrawals(
  tx: Transaction,
  itemId: number,
  language: Lang,
  at: Date,
): Promise<void> {
  await tx.run(sql`update withdrawal set lifted_at = ${at}
    where item_id = ${itemId} and language = ${language} and lifted_at is null`);
}

export function findMediaByHash(
  db: Queryable,
  portalId: number,
  hash: string,
): Promise<MediaFacts | undefined> {
  return db.find(sql`select hash, name, type, size_bytes, width, height from media
    where portal_id = ${portalId} and hash = ${hash} order by id limit 1`);
}

export function findMedia(
  db: Queryable,
  mediaId: number,
): Promise<(MediaFacts & Pick<MediaRow, 'id' | 'portal_id'>) | undefined> {
  return db.find(
    sql`select id, portal_id, hash, name, type, size_bytes, width, height from media where id = ${mediaId}`,
  );
}
