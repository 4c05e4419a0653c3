import { type Queryable, type Sql, sql } from '../../platform/db/index.ts';
import type { Lang } from '../../rules/lang.ts';
import type { Attachment, Facts, Picture } from '../publishing/index.ts';

/** A row of a list of published items. */
export interface ListedRow {
  id: number;
  item_id: number;
  portal_id: number;
  section_id: number;
  kind: string;
  slug: string;
  title: string;
  summary: string;
  picture: Picture | null;
  first_published_at: Date;
  origin_portal_id: number | null;
  section_vi: string;
  section_en: string;
  section_slug_vi: string;
  section_slug_en: string;
}

const LISTED: Sql = sql`select p.id, p.item_id, p.portal_id, p.section_id, p.kind, p.slug, p.title, p.summary, p.picture,
    p.first_published_at, p.origin_portal_id, s.name_vi as section_vi, s.name_en as section_en,
    s.slug_vi as section_slug_vi, s.slug_en as section_slug_en
  from publication p join section s on s.id = p.section_id`;

/** Newest first, the row before `before` on; keyset by (first_published_at, id). */
export interface Page {
  limit: number;
  before?: { at: Date; id: number } | undefined;
}

function keyset({ before }: Page): Sql {
  return before
    ? sql`and (p.first_published_at, p.id) < (${before.at}::timestamptz, ${before.id}::bigint)`
    : sql``;
}

const ORDER: Sql = sql`order by p.first_published_at desc, p.id desc`;

export function listOfPortal(db: Queryable, portalId: number, lang: Lang, page: Page): Promise<ListedRow[]> {
  return db.rows(sql`${LISTED} where p.portal_id = ${portalId} and p.language = ${lang} and p.ended_at is null
    and p.kind not in ('introduction', 'contact', 'transaction-info') ${keyset(page)} ${ORDER} limit ${page.limit}`);
}

/** Items of a section and of those below it. */
export function listOfSections(
  db: Queryable,
  sectionIds: readonly number[],
  lang: Lang,
  page: Page,
): Promise<ListedRow[]> {
  return db.rows(sql`${LISTED} where p.section_id = any (${`{${sectionIds.join(',')}}`}::bigint[])
    and p.language = ${lang} and p.ended_at is null ${keyset(page)} ${ORDER} limit ${page.limit}`);
}

/** The newest few of each of several sections, in one query. */
export function listNewestBySection(
  db: Queryable,
  sectionIds: readonly number[],
  lang: Lang,
  each: number,
): Promise<(ListedRow & { top_section_id: number })[]> {
  return db.rows(sql`select r.*, t.id as top_section_id
    from unnest(${`{${sectionIds.join(',')}}`}::bigint[]) as t(id)
    cross join lateral (
      ${LISTED} where (p.section_id = t.id or s.parent_id = t.id) and p.language = ${lang} and p.ended_at is null
      ${ORDER} limit ${each}) r`);
}

/** The newest items from elsewhere in the locality: on the main portal those of the members, on a member's those of the main one. */
export function listOfOthers(
  db: Queryable,
  { localityId, portalId, isMain }: { localityId: number; portalId: number; isMain: boolean },
  mainPortalId: number,
  lang: Lang,
  limit: number,
): Promise<ListedRow[]> {
  // what the main portal took over stands among its own items already
  const others = isMain
    ? sql`p.locality_id = ${localityId} and p.portal_id <> ${portalId}
        and exists (select from portal o where o.id = p.portal_id and o.state = 'open')
        and not exists (select from publication t where t.origin_item_id = p.item_id and t.portal_id = ${portalId}
          and t.ended_at is null)`
    : sql`p.portal_id = ${mainPortalId}`;
  return db.rows(sql`${LISTED} where ${others} and p.language = ${lang} and p.ended_at is null
    and p.kind in ('news', 'direction', 'legal-dissemination', 'statement') ${ORDER} limit ${limit}`);
}

export interface ArticleRow extends ListedRow {
  edition_number: number;
  language: Lang;
  body_html: string;
  author: string;
  source: string;
  source_url: string;
  source_published_at: Date | null;
  attachments: Attachment[];
  facts: Facts;
  origin_item_id: number | null;
  made_from_edition_number: number | null;
  published_at: Date;
  approved_at: Date;
  clock: unknown;
  content_hash: string;
  /** Number of the edition now public in the other language, if any. */
  other_edition_number: number | null;
  other_published_at: Date | null;
  other_slug: string | null;
}

/** The public copy of an item in a language, with what the other language has. */
export function findArticle(db: Queryable, itemId: number, lang: Lang): Promise<ArticleRow | undefined> {
  return db.find(sql`select p.id, p.item_id, p.portal_id, p.section_id, p.kind, p.slug, p.title, p.summary, p.picture,
      p.first_published_at, p.origin_portal_id, p.edition_number, p.language, p.body_html, p.author, p.source,
      p.source_url, p.source_published_at, p.attachments, p.facts, p.origin_item_id, p.made_from_edition_number,
      p.published_at, p.approved_at, p.clock, p.content_hash,
      s.name_vi as section_vi, s.name_en as section_en, s.slug_vi as section_slug_vi, s.slug_en as section_slug_en,
      o.edition_number as other_edition_number, o.published_at as other_published_at, o.slug as other_slug
    from publication p
    join section s on s.id = p.section_id
    left join publication o on o.item_id = p.item_id and o.language <> p.language and o.ended_at is null
    where p.item_id = ${itemId} and p.language = ${lang} and p.ended_at is null`);
}

export interface WithdrawalRow {
  title: string;
  notice: string;
  withdrawn_at: Date;
}

export function findWithdrawal(
  db: Queryable,
  portalId: number,
  itemId: number,
  lang: Lang,
): Promise<WithdrawalRow | undefined> {
  return db.find(sql`select title, notice, withdrawn_at from withdrawal
    where portal_id = ${portalId} and item_id = ${itemId} and language = ${lang} and lifted_at is null
    order by id desc limit 1`);
}

/** Whether the item is public in the other language, so that a reader can be led there. */
export function findOtherLanguage(
  db: Queryable,
  itemId: number,
  lang: Lang,
): Promise<{ slug: string; slug_vi: string; slug_en: string } | undefined> {
  return db.find(sql`select p.slug, s.slug_vi, s.slug_en from publication p join section s on s.id = p.section_id
    where p.item_id = ${itemId} and p.language <> ${lang} and p.ended_at is null`);
}

export function listRelated(db: Queryable, article: ArticleRow, limit: number): Promise<ListedRow[]> {
  return db.rows(sql`${LISTED} where p.section_id = ${article.section_id} and p.language = ${article.language}
    and p.ended_at is null and p.item_id <> ${article.item_id} ${ORDER} limit ${limit}`);
}

/** Everything a reader can be led to: for the site map as XML. */
export function listForSitemap(
  db: Queryable,
  portalId: number,
): Promise<
  { item_id: number; slug: string; language: Lang; slug_vi: string; slug_en: string; published_at: Date }[]
> {
  return db.rows(sql`select p.item_id, p.slug, p.language, s.slug_vi, s.slug_en, p.published_at
    from publication p join section s on s.id = p.section_id
    where p.portal_id = ${portalId} and p.ended_at is null order by p.first_published_at desc limit 50000`);
}
