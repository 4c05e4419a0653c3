import { type Queryable, sql } from '../../platform/db/index.ts';
import type { Lang } from '../../rules/lang.ts';
import type { ListedRow } from '../site/index.ts';

/** The newest published items of some sections, or of the whole portal. */
export function listNewest(
  db: Queryable,
  portalId: number,
  sectionIds: readonly number[] | undefined,
  lang: Lang,
  limit: number,
): Promise<(ListedRow & { published_at: Date })[]> {
  const ids = sectionIds ? `{${sectionIds.join(',')}}` : null;
  return db.rows(sql`select p.id, p.item_id, p.portal_id, p.section_id, p.kind, p.slug, p.title, p.summary, p.picture,
      p.first_published_at, p.published_at, p.origin_portal_id, s.name_vi as section_vi, s.name_en as section_en,
      s.slug_vi as section_slug_vi, s.slug_en as section_slug_en
    from publication p join section s on s.id = p.section_id
    where p.portal_id = ${portalId} and p.language = ${lang} and p.ended_at is null and p.archived_at is null
      and (${ids}::bigint[] is null or p.section_id = any (${ids}::bigint[]))
    order by p.first_published_at desc, p.id desc limit ${limit}`);
}
