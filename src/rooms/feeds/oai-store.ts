import { type Queryable, type Sql, sql } from '../../platform/db/index.ts';
import type { Lang } from '../../rules/lang.ts';
import type { DescribedItem } from '../site/index.ts';
import type { Selection } from './oai-rules.ts';

/** A record as its header says it: a public copy, or the notice of one that was taken down. */
export interface HeaderRow {
  /** Of the copy; null when it was taken down. */
  publication_id: number | null;
  item_id: number;
  language: Lang;
  /** Null for what was taken down before sections were kept. */
  section_id: number | null;
  /** Published in this form, or taken down. */
  at: Date;
}

/** Which records of a portal are wanted, beside the time. */
interface Wanted {
  portalId: number;
  sectionIds: readonly number[] | undefined;
  lang: Lang | undefined;
}

function narrowed({ portalId, sectionIds, lang }: Wanted): Sql {
  const ids = sectionIds ? `{${sectionIds.join(',')}}` : null;
  return sql`r.portal_id = ${portalId} and (${ids}::bigint[] is null or r.section_id = any (${ids}::bigint[]))
    and (${lang ?? null}::text is null or r.language = ${lang ?? null}::text)`;
}

/** Headers in the order of their datestamps, after the one given last; live and taken down alike. */
export function listHeaders(
  db: Queryable,
  wanted: Wanted,
  { from, end, after }: Omit<Selection, 'set' | 'cursor'>,
  limit: number,
): Promise<HeaderRow[]> {
  const [since, until] = [new Date(from), new Date(end)];
  const key = after && [new Date(after.at), after.itemId, after.lang];
  const page = (at: Sql) => sql`${at} >= ${since}::timestamptz and ${at} <= ${until}::timestamptz
    and (${key?.[0] ?? null}::timestamptz is null or (${at}, r.item_id, r.language)
      > (${key?.[0] ?? null}::timestamptz, ${key?.[1] ?? null}::bigint, ${key?.[2] ?? null}::text))
    order by ${at}, r.item_id, r.language limit ${limit}`;
  return db.rows(sql`select * from (
      (select r.id as publication_id, r.item_id, r.language, r.section_id, r.published_at as at from publication r
        where ${narrowed(wanted)} and r.ended_at is null and ${page(sql`r.published_at`)})
      union all
      (select null, r.item_id, r.language, r.section_id, r.withdrawn_at from withdrawal r
        where ${narrowed(wanted)} and r.lifted_at is null and ${page(sql`r.withdrawn_at`)})
    ) one order by at, item_id, language limit ${limit}`);
}

/** One record of a portal; live or taken down. */
export function findHeader(
  db: Queryable,
  portalId: number,
  { itemId, lang }: { itemId: number; lang: Lang },
): Promise<HeaderRow | undefined> {
  return db.find(sql`select r.id as publication_id, r.item_id, r.language, r.section_id, r.published_at as at
      from publication r where r.item_id = ${itemId} and r.language = ${lang} and r.portal_id = ${portalId}
        and r.ended_at is null
    union all
    select null, r.item_id, r.language, r.section_id, r.withdrawn_at from withdrawal r
      where r.item_id = ${itemId} and r.language = ${lang} and r.portal_id = ${portalId} and r.lifted_at is null
    limit 1`);
}

/** What the elements of some public copies are made of; the text only where there is no summary. */
export function listDescribed(
  db: Queryable,
  publicationIds: readonly number[],
): Promise<(DescribedItem & { id: number })[]> {
  if (publicationIds.length === 0) return Promise.resolve([]);
  return db.rows(sql`select p.id, p.item_id, p.section_id, p.kind, p.slug, p.title, p.summary,
      case when p.summary = '' then p.body_html else '' end as body_html, p.author, p.source, p.source_url, p.facts,
      p.first_published_at, p.published_at, p.attachments, s.slug_vi as section_slug_vi, s.slug_en as section_slug_en, o.slug as other_slug
    from publication p
    join section s on s.id = p.section_id
    left join publication o on o.item_id = p.item_id and o.language <> p.language and o.ended_at is null
    where p.id = any (${`{${publicationIds.join(',')}}`}::bigint[]) and p.ended_at is null`);
}
