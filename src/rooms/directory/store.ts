import { type Queryable, sql } from '../../platform/db/index.ts';
import type { CivilDate } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import type { Picture } from '../publishing/index.ts';

export interface BodyOnDayRow {
  body_id: number;
  parent_body_id: number | null;
  kind: string;
  name_vi: string;
  name_en: string;
  /** Its open portal, where it has one that answers. */
  portal_id: number | null;
}

/** The bodies of a locality under the names they have on a day. A locality has some hundreds. */
export function listBodiesOn(db: Queryable, localityId: number, on: CivilDate): Promise<BodyOnDayRow[]> {
  return db.rows(sql`select n.body_id, n.parent_body_id, n.kind, n.name_vi, n.name_en,
      (select p.id from portal p join portal_hostname h on h.portal_id = p.id and h.is_canonical and h.state = 'live'
        where p.body_id = n.body_id and p.state = 'open' limit 1) as portal_id
    from body_name n
    where n.locality_id = ${localityId} and n.valid_from <= ${on}::date
      and (n.valid_to is null or n.valid_to > ${on}::date)
    order by n.body_id limit 3000`);
}

/** The first day a body of the locality has a name. */
export async function findFirstDay(db: Queryable, localityId: number): Promise<string | undefined> {
  const row = await db.get<{ first: string | null }>(
    sql`select min(valid_from)::text as first from body_name where locality_id = ${localityId}`,
  );
  return row.first ?? undefined;
}

/** A public item with a form of its own. */
export interface FormItemRow {
  item_id: number;
  portal_id: number;
  form: string;
  language: Lang;
  slug: string;
  title: string;
  facts: Record<string, string>;
  picture: Picture | null;
  section_slug_vi: string;
  section_slug_en: string;
}

/** Items of some forms, each in the language asked for where it is public in it. A locality has some hundreds of leaders. */
export function listFormItems(
  db: Queryable,
  asked: { localityId: number; portalId?: number; forms: readonly string[]; lang: Lang },
): Promise<FormItemRow[]> {
  const { localityId, portalId = null, forms, lang } = asked;
  return db.rows(sql`select distinct on (p.item_id) p.item_id, p.portal_id, p.form, p.language, p.slug, p.title, p.facts,
      p.picture, s.slug_vi as section_slug_vi, s.slug_en as section_slug_en
    from publication p join section s on s.id = p.section_id
    where p.locality_id = ${localityId} and p.ended_at is null and p.form <> 'article'
      and p.form = any (${`{${forms.join(',')}}`}::text[])
      and (${portalId}::bigint is null or p.portal_id = ${portalId}::bigint)
    order by p.item_id, p.language = ${lang} desc limit 3000`);
}

/** How many items of each form are public on a portal, in Vietnamese and in English. */
export function countForms(
  db: Queryable,
  portalId: number,
): Promise<{ form: string; vi: number; en: number; last_at: Date }[]> {
  return db.rows(sql`select form, count(*) filter (where language = 'vi')::int as vi,
      count(*) filter (where language = 'en')::int as en, max(published_at) as last_at
    from publication where portal_id = ${portalId} and ended_at is null and form <> 'article' group by form`);
}
