import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';
import type { Lang } from '../../rules/lang.ts';
import type { DiffPart } from '../../ui/index.ts';
import type { ClockSnapshot } from '../duties/index.ts';
import type { Cause, Way } from './life-rules.ts';
import type { Picture } from './publication-store.ts';
import type { Attachment, Facts } from './store.ts';

export interface NewWithdrawal {
  portalId: number;
  itemId: number;
  sectionId: number;
  language: Lang;
  publicationId: number;
  /** Empty where nothing is left of it. */
  title: string;
  notice: string;
  way: Way;
  cause: Cause;
  targetItemId: number | null;
  targetPath: string | null;
  at: Date;
}

export async function insertWithdrawal(tx: Transaction, w: NewWithdrawal): Promise<number> {
  const { id } = await tx.get<{ id: number }>(sql`insert into withdrawal
    (portal_id, item_id, section_id, language, publication_id, title, notice, way, cause, target_item_id, target_path,
     withdrawn_at)
    values (${w.portalId}, ${w.itemId}, ${w.sectionId}, ${w.language}, ${w.publicationId}, ${w.title}, ${w.notice},
      ${w.way}, ${w.cause}, ${w.targetItemId}, ${w.targetPath}, ${w.at}) returning id`);
  return id;
}

/** A new edition of something taken down brings it back: the notice goes. @returns the notices that went */
export async function liftWithdrawals(
  tx: Transaction,
  itemId: number,
  language: Lang,
  at: Date,
): Promise<number[]> {
  const rows = await tx.rows<{ id: number }>(sql`update withdrawal set lifted_at = ${at}
    where item_id = ${itemId} and language = ${language} and lifted_at is null returning id`);
  return rows.map(({ id }) => id).sort((a, b) => a - b);
}

/** Where the address of an item in a language leads now, if it was taken down so; the portal holds its own alone. */
export function findRedirect(
  db: Queryable,
  itemId: number,
  language: Lang,
): Promise<{ target_item_id: number | null; target_path: string | null } | undefined> {
  return db.find(sql`select target_item_id, target_path from withdrawal
    where item_id = ${itemId} and language = ${language} and way = 'redirect' and lifted_at is null
    order by id desc limit 1`);
}

/** Names of a portal, its sections' addresses: what an address within it can be. */
export function findAddressFacts(
  db: Queryable,
  portalId: number,
): Promise<{ hosts: string[]; slugs: string[] }> {
  return db.get(sql`select
    (select coalesce(json_agg(host), '[]') from portal_hostname where portal_id = ${portalId}) as hosts,
    (select coalesce(json_agg(s), '[]') from section, lateral (values (slug_vi), (slug_en)) t(s)
      where portal_id = ${portalId}) as slugs`);
}

export function isEverPublic(db: Queryable, portalId: number, itemId: number): Promise<boolean> {
  return db
    .get<{ found: boolean }>(
      sql`select exists (select from publication where item_id = ${itemId} and portal_id = ${portalId}) as found`,
    )
    .then(({ found }) => found);
}

export interface NewCorrection {
  portalId: number;
  itemId: number;
  language: Lang;
  publicationId: number;
  note: string;
  changes: DiffPart[] | null;
  at: Date;
}

export async function insertCorrection(tx: Transaction, one: NewCorrection): Promise<number> {
  const { id } = await tx.get<{ id: number }>(sql`insert into correction
    (portal_id, item_id, language, publication_id, note, corrected_at, changes)
    values (${one.portalId}, ${one.itemId}, ${one.language}, ${one.publicationId}, ${one.note}, ${one.at},
      ${one.changes === null ? null : JSON.stringify(one.changes)}::jsonb) returning id`);
  return id;
}

/** What a writer and the board said about a new edition being a correction. */
export interface CorrectionMark {
  correction_note: string;
  correction_shows_changes: boolean;
}

export function findCorrectionMark(db: Queryable, editionId: number): Promise<CorrectionMark> {
  return db.get(sql`select correction_note, correction_shows_changes from edition where id = ${editionId}`);
}

/** Who notes a correction writes on the edition: four eyes count him. */
export async function saveCorrectionNote(
  tx: Transaction,
  editionId: number,
  note: string,
  personId: number | null,
): Promise<void> {
  await tx.run(sql`update edition set correction_note = ${note},
      correction_shows_changes = correction_shows_changes and ${note} <> '',
      writers = case when ${personId}::bigint is null or ${personId}::bigint = any (writers) then writers
        else array_append(writers, ${personId}::bigint) end
    where id = ${editionId}`);
}

export async function saveShowsChanges(tx: Transaction, editionId: number, shows: boolean): Promise<void> {
  await tx.run(sql`update edition set correction_shows_changes = ${shows} where id = ${editionId}`);
}

/** The text a copy ended with, to hold the next against. */
export function findCopyText(
  db: Queryable,
  publicationId: number,
): Promise<{ title: string; summary: string; body_html: string; facts: Facts }> {
  return db.get(sql`select title, summary, body_html, facts from publication where id = ${publicationId}`);
}

/** A copy that was taken down or replaced, as it was approved. */
export interface ArchivedCopy {
  id: number;
  item_id: number;
  portal_id: number;
  section_id: number;
  section_vi: string;
  section_en: string;
  edition_id: number;
  edition_number: number;
  language: Lang;
  kind: string;
  title: string;
  published_at: Date;
  first_published_at: Date;
  approved_by: number;
  approved_at: Date;
  content_hash: string;
  ended_at: Date | null;
  ended_as: 'superseded' | 'withdrawn' | null;
  way: Way | null;
  cause: Cause | null;
}

const ARCHIVED = sql`select p.id, p.item_id, p.portal_id, p.section_id, s.name_vi as section_vi, s.name_en as section_en,
    p.edition_id, p.edition_number, p.language, p.kind, p.title, p.published_at, p.first_published_at, p.approved_by,
    p.approved_at, p.content_hash, p.ended_at, p.ended_as, w.way, w.cause
  from publication p join section s on s.id = p.section_id
  left join withdrawal w on w.publication_id = p.id`;

/** Every copy of an item, the newest first. */
export function listCopiesOfItem(db: Queryable, itemId: number): Promise<ArchivedCopy[]> {
  return db.rows(sql`${ARCHIVED} where p.item_id = ${itemId} order by p.id desc limit 500`);
}

/** Copies of portals that were taken down and not brought back, the newest first. */
export function listTakenDown(
  db: Queryable,
  filter: {
    portalIds: readonly number[];
    text?: string | undefined;
    beforeId?: number | undefined;
    limit: number;
  },
): Promise<ArchivedCopy[]> {
  const text = filter.text ? `%${filter.text.replace(/[\\%_]/g, '\\$&')}%` : null;
  return db.rows(sql`${ARCHIVED}
    where p.portal_id = any (${`{${filter.portalIds.join(',')}}`}::bigint[]) and p.ended_as = 'withdrawn'
      and (${text}::text is null or vi_fold(p.title) like vi_fold(${text}::text))
      and (${filter.beforeId ?? null}::bigint is null or p.id < ${filter.beforeId ?? null}::bigint)
    order by p.id desc limit ${filter.limit}`);
}

/** Public copies of other portals that took this item over; read as the public reads. */
export function listAdoptions(
  db: Queryable,
  itemId: number,
): Promise<{ portal_id: number; item_id: number; language: Lang }[]> {
  return db.rows(sql`select portal_id, item_id, language from publication
    where origin_item_id = ${itemId} and ended_at is null order by portal_id, language limit 500`);
}

/** One copy as it was approved, with everything it shows and what was said when it ended. */
export interface KeptCopy extends ArchivedCopy {
  summary: string;
  body_html: string;
  author: string;
  source: string;
  source_url: string;
  /** Which fields of its own it has (`rules/item-forms`). */
  form: string;
  picture: Picture | null;
  attachments: Attachment[];
  facts: Facts;
  clock: ClockSnapshot | null;
  withdrawal_notice: string | null;
  /** Why it was taken down, from the history of its edition: also where no notice was left. */
  reason: string | null;
  files: { hash: string; name: string; type: string; size_bytes: number }[];
}

export function findKeptCopy(db: Queryable, itemId: number, copyId: number): Promise<KeptCopy | undefined> {
  return db.find(sql`select p.id, p.item_id, p.portal_id, p.section_id, s.name_vi as section_vi,
      s.name_en as section_en, p.edition_id, p.edition_number, p.language, p.kind, p.form, p.title, p.published_at,
      p.first_published_at, p.approved_by, p.approved_at, p.content_hash, p.ended_at, p.ended_as, w.way, w.cause,
      p.summary, p.body_html, p.author, p.source, p.source_url, p.picture, p.attachments, p.facts, p.clock,
      p.withdrawal_notice,
      (select v.reason from edition_event v where v.edition_id = p.edition_id and v.move = 'withdraw'
        order by v.id desc limit 1) as reason,
      (select coalesce(json_agg(json_build_object('hash', f.hash, 'name', f.name, 'type', f.type,
          'size_bytes', f.size_bytes) order by f.name, f.hash), '[]')
        from publication_file f where f.publication_id = p.id) as files
    from publication p join section s on s.id = p.section_id
    left join withdrawal w on w.publication_id = p.id
    where p.item_id = ${itemId} and p.id = ${copyId}`);
}
