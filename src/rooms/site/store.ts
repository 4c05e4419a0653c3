import { type Queryable, type Sql, sql } from '../../platform/db/index.ts';
import type { Lang } from '../../rules/lang.ts';
import type { DiffPart } from '../../ui/index.ts';
import type { Attachment, Facts, Picture, WithdrawalCause, WithdrawalWay } from '../publishing/index.ts';

/** A row of a list of published items. */
export interface ListedRow {
  id: number;
  item_id: number;
  portal_id: number;
  section_id: number;
  kind: string;
  /** Its fields of its own (rules/item-forms), and what they say. */
  form: string;
  facts: Facts;
  language: Lang;
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

const LISTED: Sql = sql`select p.id, p.item_id, p.portal_id, p.section_id, p.kind, p.form, p.facts, p.language, p.slug, p.title, p.summary, p.picture,
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

/** What was moved into the archive stands in no other list. */
const CURRENT: Sql = sql`p.archived_at is null`;

const ORDER: Sql = sql`order by p.first_published_at desc, p.id desc`;

/** Items of a section and of those below it that are current. */
export function listOfSections(
  db: Queryable,
  sectionIds: readonly number[],
  lang: Lang,
  page: Page,
): Promise<ListedRow[]> {
  return db.rows(sql`${LISTED} where p.section_id = any (${`{${sectionIds.join(',')}}`}::bigint[])
    and p.language = ${lang} and p.ended_at is null and ${CURRENT} ${keyset(page)} ${ORDER} limit ${page.limit}`);
}

/** What a section shows of itself: what is current or its archive, and whether there is one, in one round trip. */
export async function listShelf(
  db: Queryable,
  sectionIds: readonly number[],
  lang: Lang,
  page: Page & { archived: boolean },
): Promise<{ rows: ListedRow[]; hasArchive: boolean }> {
  const ids = `{${sectionIds.join(',')}}`;
  const which = page.archived ? sql`p.archived_at is not null` : CURRENT;
  const found = await db.rows<{ has_archive: boolean; id: number | null } & Partial<ListedRow>>(sql`
    select a.has_archive, r.* from (select exists (select from publication p
        where p.section_id = any (${ids}::bigint[]) and p.language = ${lang} and p.ended_at is null
          and p.archived_at is not null) as has_archive) a
    left join (${LISTED} where p.section_id = any (${ids}::bigint[])
      and p.language = ${lang} and p.ended_at is null and ${which} ${keyset(page)} ${ORDER} limit ${page.limit}) r on true
    order by r.first_published_at desc, r.id desc`);
  return {
    rows: found.filter((row): row is typeof row & ListedRow => row.id !== null),
    hasArchive: found[0]?.has_archive === true,
  };
}

/** What a home page lists: its own newest items but those that are no news, questions and documents among them, the newest of some sections, and the newest from elsewhere. */
export interface HomeLists {
  newest: ListedRow[];
  /** By the id of the section asked for; items of the sections below it among them. */
  bySection: Map<number, ListedRow[]>;
  others: ListedRow[];
  /** Notices of the portal and of the main one in either language, and advertisements of the portal; whether still in force or not. */
  marked: ListedRow[];
}

export interface HomeWish {
  portal: { localityId: number; portalId: number; isMain: boolean };
  mainPortalId: number;
  lang: Lang;
  newest: number;
  /** A section and those below it; each is read by its own index. */
  sections: readonly { id: number; within: readonly number[] }[];
  eachSection: number;
  others: number;
}

/** All lists of a home page in one round trip. */
export async function listForHome(db: Queryable, wish: HomeWish): Promise<HomeLists> {
  const { portal, lang, sections } = wish;
  const pairs = sections.flatMap(({ id, within }) => within.map((section) => [id, section] as const));
  const numbers = (at: 0 | 1) => `{${pairs.map((pair) => pair[at]).join(',')}}`;
  const rows = await db.rows<
    ListedRow & { list: 'newest' | 'section' | 'others' | 'marked'; top: number | null }
  >(sql`
    (select 'newest' as list, null::bigint as top, r.* from (${LISTED}
      where p.portal_id = ${portal.portalId} and p.language = ${lang} and p.ended_at is null and ${CURRENT}
        and p.kind not in ('introduction', 'contact', 'transaction-info', 'documents', 'questions')
        and p.form <> 'advertisement'
      ${ORDER} limit ${wish.newest}) r)
    union all
    (select 'section', t.top, r.*
      from unnest(${numbers(0)}::bigint[], ${numbers(1)}::bigint[]) as t(top, section)
      cross join lateral (${LISTED}
        where p.section_id = t.section and p.language = ${lang} and p.ended_at is null and ${CURRENT}
        ${ORDER} limit ${wish.eachSection}) r)
    union all
    (select 'others', null, r.* from (${LISTED}
      where ${ofOthers(portal, wish.mainPortalId)} and p.language = ${lang} and p.ended_at is null and ${CURRENT}
        and p.kind in ('news', 'direction', 'legal-dissemination', 'statement')
      ${ORDER} limit ${wish.others}) r)
    union all
    (select 'marked', null, r.* from (${LISTED}
      where p.locality_id = ${portal.localityId} and p.ended_at is null and ${CURRENT}
        and p.form in ('emergency', 'advertisement') and p.portal_id in (${portal.portalId}, ${wish.mainPortalId})
        and (p.language = ${lang} or p.form = 'emergency')
      ${ORDER} limit 60) r)`);
  const of = (list: string) => rows.filter((row) => row.list === list).sort(newestFirst);
  const inSections = of('section');
  return {
    newest: of('newest'),
    bySection: new Map(
      sections.map(({ id }) => [id, inSections.filter((row) => row.top === id).slice(0, wish.eachSection)]),
    ),
    others: of('others'),
    marked: of('marked'),
  };
}

const newestFirst = (a: ListedRow, b: ListedRow) =>
  b.first_published_at.getTime() - a.first_published_at.getTime() || b.id - a.id;

/** On the main portal the items of the members, on a member's those of the main one. */
function ofOthers({ localityId, portalId, isMain }: HomeWish['portal'], mainPortalId: number): Sql {
  // what the main portal took over stands among its own items already
  return isMain
    ? sql`p.locality_id = ${localityId} and p.portal_id <> ${portalId}
        and exists (select from portal o where o.id = p.portal_id and o.state = 'open')
        and not exists (select from publication t where t.origin_item_id = p.item_id and t.portal_id = ${portalId}
          and t.ended_at is null)`
    : sql`p.portal_id = ${mainPortalId}`;
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
  /** Published at once: the board decides afterwards, and no page says that it did before. */
  urgent: boolean;
  /** Since when it stands in the archive list alone. */
  archived_at: Date | null;
  clock: unknown;
  content_hash: string;
  /** Number of the edition now public in the other language, if any. */
  other_edition_number: number | null;
  other_published_at: Date | null;
  other_slug: string | null;
  /** The newest others of its section. */
  related: RelatedRow[];
  /** Notes of corrections, the newest first. */
  corrections: CorrectionRow[];
  /** Edition of the source this translation was last held against without a change. */
  reviewed_source_number: number | null;
}

export interface CorrectionRow {
  note: string;
  at: string;
  /** What it changed, where the board shows the old wording. */
  changes: DiffPart[] | null;
}

export interface RelatedRow {
  item_id: number;
  slug: string;
  title: string;
}

/**
 * The public copy of an item in a language, with what the other language has and what stands beside it. How many do is
 * written out: with a parameter the server would plan the statement anew each time.
 */
export function findArticle(db: Queryable, itemId: number, lang: Lang): Promise<ArticleRow | undefined> {
  return db.find(sql`select p.id, p.item_id, p.portal_id, p.section_id, p.kind, p.form, p.slug, p.title, p.summary, p.picture,
      p.first_published_at, p.origin_portal_id, p.edition_number, p.language, p.body_html, p.author, p.source,
      p.source_url, p.source_published_at, p.attachments, p.facts, p.origin_item_id, p.made_from_edition_number,
      p.published_at, p.approved_at, p.urgent, p.archived_at, p.clock, p.content_hash,
      s.name_vi as section_vi, s.name_en as section_en, s.slug_vi as section_slug_vi, s.slug_en as section_slug_en,
      o.edition_number as other_edition_number, o.published_at as other_published_at, o.slug as other_slug,
      (select coalesce(json_agg(r), '[]') from (
        select n.item_id, n.slug, n.title from publication n
        where n.section_id = p.section_id and n.language = p.language and n.ended_at is null and n.archived_at is null
          and n.item_id <> p.item_id
        order by n.first_published_at desc, n.id desc limit 5) r) as related,
      (select coalesce(json_agg(json_build_object('note', c.note, 'at', c.corrected_at, 'changes', c.changes)
          order by c.id desc), '[]')
        from correction c where c.item_id = p.item_id and c.language = p.language) as corrections,
      (select max(r.source_edition_number) from translation_review r where r.publication_id = p.id)
        as reviewed_source_number
    from publication p
    join section s on s.id = p.section_id
    left join publication o on o.item_id = p.item_id and o.language <> p.language and o.ended_at is null
    where p.item_id = ${itemId} and p.language = ${lang} and p.ended_at is null`);
}

export interface WithdrawalRow {
  /** Empty where nothing is left of it, as the notice is. */
  title: string;
  notice: string;
  way: WithdrawalWay;
  cause: WithdrawalCause;
  withdrawn_at: Date;
}

export function findWithdrawal(
  db: Queryable,
  portalId: number,
  itemId: number,
  lang: Lang,
): Promise<WithdrawalRow | undefined> {
  return db.find(sql`select title, notice, way, cause, withdrawn_at from withdrawal
    where portal_id = ${portalId} and item_id = ${itemId} and language = ${lang} and lifted_at is null
    order by id desc limit 1`);
}

/** Longest chain of addresses that lead on. */
const MOST_STEPS = 50;

/**
 * Where the address of something taken down leads in the end: over all that were taken down after it, to the last. An
 * item in the language asked for, else in the other; undefined where it leads nowhere any more.
 */
export function findSuccessor(
  db: Queryable,
  itemId: number,
  lang: Lang,
): Promise<
  | { path: string }
  | { path: null; item_id: number; language: Lang | null; slug: string; slug_vi: string; slug_en: string }
  | undefined
> {
  return db.find(sql`with recursive chain as (
      select w.target_item_id, w.target_path, 1 as step from withdrawal w
      where w.item_id = ${itemId} and w.language = ${lang} and w.way = 'redirect' and w.lifted_at is null
      union all
      select w.target_item_id, w.target_path, c.step + 1 from chain c
      join withdrawal w on w.item_id = c.target_item_id and w.language = ${lang} and w.way = 'redirect'
        and w.lifted_at is null
      where c.step < ${MOST_STEPS})
    select c.target_path as path, c.target_item_id as item_id, p.language, p.slug, s.slug_vi, s.slug_en
    from (select * from chain order by step desc limit 1) c
    left join lateral (select * from publication p where p.item_id = c.target_item_id and p.ended_at is null
      order by p.language = ${lang} desc limit 1) p on true
    left join section s on s.id = p.section_id`);
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

/** A section that somebody follows, or one below it. */
export interface FollowedSection {
  id: number;
  parent_id: number | null;
  portal_id: number;
  name_vi: string;
  name_en: string;
  slug_vi: string;
  slug_en: string;
}

/** Sections of the locality that are in use, by number, with those below them. */
export function listFollowedSections(
  db: Queryable,
  localityId: number,
  ids: readonly number[],
): Promise<FollowedSection[]> {
  const numbers = `{${ids.join(',')}}`;
  return db.rows(sql`select s.id, s.parent_id, s.portal_id, s.name_vi, s.name_en, s.slug_vi, s.slug_en
    from section s join portal p on p.id = s.portal_id
    where (s.id = any (${numbers}::bigint[]) or s.parent_id = any (${numbers}::bigint[]))
      and p.locality_id = ${localityId} and s.retired_at is null limit 500`);
}

/** The newest items of sections and of whole portals, each by its own index, by the key they are asked under. */
export async function listShelves(
  db: Queryable,
  wish: {
    sections: readonly { key: string; id: number }[];
    portals: readonly { key: string; id: number }[];
    lang: Lang;
    each: number;
  },
): Promise<ReadonlyMap<string, ListedRow[]>> {
  const { lang, each } = wish;
  const column = (list: readonly { key: string; id: number }[], of: 'key' | 'id') =>
    `{${list.map((one) => one[of]).join(',')}}`;
  const rows = await db.rows<ListedRow & { key: string }>(sql`
    (select f.key, r.* from unnest(${column(wish.sections, 'key')}::text[], ${column(wish.sections, 'id')}::bigint[]) as f(key, id)
      cross join lateral (${LISTED} where p.section_id = f.id and p.language = ${lang} and p.ended_at is null
        ${ORDER} limit ${each}) r)
    union all
    (select f.key, r.* from unnest(${column(wish.portals, 'key')}::text[], ${column(wish.portals, 'id')}::bigint[]) as f(key, id)
      cross join lateral (${LISTED} where p.portal_id = f.id and p.language = ${lang} and p.ended_at is null
        ${ORDER} limit ${each}) r)`);
  const byKey = Map.groupBy(rows.sort(newestFirst), ({ key }) => key);
  return new Map([...byKey].map(([key, list]) => [key, list.slice(0, each)]));
}
