import { type Queryable, sql } from '../../platform/db/index.ts';
import type { Lang } from '../../rules/lang.ts';
import type { ListedRow } from '../site/index.ts';

export type FoundRow = ListedRow & { rank: number; headline: string };

export interface SearchQuery {
  text: string;
  lang: Lang;
  localityId: number;
  /** One portal, or the whole locality when undefined. */
  portalId: number | undefined;
  kind: string | undefined;
  limit: number;
  offset: number;
}

/**
 * Published items that hold every word of the query. Words match without diacritics; those that match with
 * their diacritics rank first, words of the title before words of the text, newer before older among equals.
 */
export function findPublished(db: Queryable, query: SearchQuery): Promise<FoundRow[]> {
  return db.rows(sql`
    with asked as (
      select plainto_tsquery('simple', vi_fold(${query.text}::text)) as folded,
             plainto_tsquery('simple', vi_norm(${query.text}::text)) as exact
    ), found as (
      select p.id,
        ts_rank('{0.1, 0.1, 0.7, 0.7}', p.search, asked.folded)
          + 2 * ts_rank('{0, 0.4, 0, 1}', p.search, asked.exact) as rank
      from publication p, asked
      where p.search @@ asked.folded and p.locality_id = ${query.localityId} and p.language = ${query.lang}
        and p.ended_at is null and exists (select from portal o where o.id = p.portal_id and o.state = 'open')
        and (${query.portalId ?? null}::bigint is null or p.portal_id = ${query.portalId ?? null}::bigint)
        and (${query.kind ?? null}::text is null or p.kind = ${query.kind ?? null}::text)
      order by rank desc, p.first_published_at desc, p.id desc
      limit ${query.limit} offset ${query.offset}
    )
    select p.id, p.item_id, p.portal_id, p.section_id, p.kind, p.slug, p.title, p.summary, p.picture,
      p.first_published_at, p.origin_portal_id, s.name_vi as section_vi, s.name_en as section_en,
      s.slug_vi as section_slug_vi, s.slug_en as section_slug_en, found.rank,
      left(p.body_text, 4000) as headline
    from found join publication p on p.id = found.id join section s on s.id = p.section_id
    order by found.rank desc, p.first_published_at desc, p.id desc`);
}
