import { type Queryable, sql } from '../../platform/db/index.ts';
import type { Lang } from '../../rules/lang.ts';
import type { Picture } from './publication-store.ts';
import type { State } from './rules.ts';
import type { Attachment, Facts } from './store.ts';

/** A row of the desk's list: the latest edition of an item in one language. */
export interface ListedEdition {
  edition_id: number;
  item_id: number;
  portal_id: number;
  language: Lang;
  number: number;
  state: State;
  title: string;
  section_vi: string;
  section_en: string;
  saved_at: Date;
  saved_by_name: string | null;
  publish_at: Date | null;
  is_public: boolean;
}

export interface ItemFilter {
  portalIds: readonly number[];
  state?: State | undefined;
  sectionId?: number | undefined;
  language?: Lang | undefined;
  text?: string | undefined;
  /** Only these editions, for exporting what was chosen. */
  editionIds?: readonly number[] | undefined;
  /** The last row of the page before. */
  after?: { savedAt: Date; editionId: number } | undefined;
  limit: number;
}

/**
 * Items of the portals, last saved first. Without a state: the latest edition that was not discarded; with one:
 * every edition that stands there now, also where a newer draft is open.
 */
export function listItemEditions(db: Queryable, filter: ItemFilter): Promise<ListedEdition[]> {
  const text = filter.text ? `%${filter.text.replace(/[\\%_]/g, '\\$&')}%` : null;
  const state = filter.state ?? null;
  const after = filter.after ?? null;
  const ids = filter.editionIds ? `{${filter.editionIds.join(',')}}` : null;
  return db.rows(sql`
    select e.id as edition_id, e.item_id, e.portal_id, e.language, e.number, e.state, e.title, s.name_vi as section_vi,
      s.name_en as section_en, e.saved_at, p.full_name as saved_by_name, e.publish_at,
      exists (select from publication b where b.item_id = e.item_id and b.language = e.language and b.ended_at is null)
        as is_public
    from edition e
    join item i on i.id = e.item_id
    join section s on s.id = i.section_id
    left join person p on p.id = e.saved_by
    where e.portal_id = any (${`{${filter.portalIds.join(',')}}`}::bigint[])
      and case when ${state}::text is null
        then e.state <> 'discarded' and not exists (select from edition n where n.item_id = e.item_id
          and n.language = e.language and n.number > e.number and n.state <> 'discarded')
        else e.state = ${state}::text end
      and (${filter.sectionId ?? null}::bigint is null or i.section_id = ${filter.sectionId ?? null}::bigint)
      and (${filter.language ?? null}::text is null or e.language = ${filter.language ?? null}::text)
      and (${text}::text is null or vi_fold(e.title) like vi_fold(${text}::text))
      and (${ids}::bigint[] is null or e.id = any (${ids}::bigint[]))
      and (${after?.savedAt ?? null}::timestamptz is null
        or (e.saved_at, e.id) < (${after?.savedAt ?? null}::timestamptz, ${after?.editionId ?? null}::bigint))
    order by e.saved_at desc, e.id desc limit ${filter.limit}`);
}

/** What the public reads of an item now, in one language. */
export interface LiveCopy {
  id: number;
  edition_id: number;
  edition_number: number;
  language: Lang;
  title: string;
  summary: string;
  body_text: string;
  slug: string;
  picture: Picture | null;
  attachments: Attachment[];
  facts: Facts;
  first_published_at: Date;
  published_at: Date;
  approved_by: number;
  approved_at: Date;
  content_hash: string;
}

export function listLiveCopies(db: Queryable, itemId: number): Promise<LiveCopy[]> {
  return db.rows(sql`select id, edition_id, edition_number, language, title, summary, body_text, slug, picture,
      attachments, facts, first_published_at, published_at, approved_by, approved_at, content_hash
    from publication where item_id = ${itemId} and ended_at is null order by language limit 2`);
}

/** Names of colleagues, as far as row-level security shows them. */
export async function namesOf(db: Queryable, ids: readonly (number | null)[]): Promise<Map<number, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  if (known.length === 0) return new Map();
  const rows = await db.rows<{ id: number; full_name: string }>(
    sql`select id, full_name from person where id = any (${`{${known.join(',')}}`}::bigint[]) limit 500`,
  );
  return new Map(rows.map((row) => [row.id, row.full_name]));
}

/** Titles of items by id, for the states of proposals. */
export async function itemIdsSeen(db: Queryable, ids: readonly number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const rows = await db.rows<{ id: number }>(
    sql`select id from item where id = any (${`{${ids.join(',')}}`}::bigint[]) limit 500`,
  );
  return new Set(rows.map((row) => row.id));
}
