import { type Queryable, sql } from '../../platform/db/index.ts';
import type { Lang } from '../../rules/lang.ts';
import type { ClockSnapshot } from './clock-view.ts';

/** How often a duty was met in time and late, on one portal. */
export interface DutyCount {
  duty: string;
  name: string;
  article: string;
  in_time: number;
  late: number;
}

/** One publication that had a time limit. */
export interface RecordRow {
  id: number;
  item_id: number;
  language: Lang;
  slug: string;
  title: string;
  slug_vi: string;
  slug_en: string;
  first_published_at: Date;
  clock: ClockSnapshot;
}

/** Each published item of the portal that had a clock once: in the language of the page where it is there. */
function shown(portalId: number, lang: Lang) {
  return sql`with shown as (select distinct on (item_id) id, item_id, language, slug, title, section_id,
      first_published_at, clock
    from publication where portal_id = ${portalId} and ended_at is null and clock is not null
    order by item_id, (language = ${lang}) desc)`;
}

/** Counts by duty, the duty most often met first. Asked as the public. */
export function countByDuty(db: Queryable, portalId: number, lang: Lang): Promise<DutyCount[]> {
  return db.rows(sql`${shown(portalId, lang)} select clock->>'duty' as duty,
      max(clock->'name'->>(${lang}::text)) as name, max(clock->'article'->>(${lang}::text)) as article,
      count(*) filter (where (clock->>'inTime')::boolean) as in_time,
      count(*) filter (where not (clock->>'inTime')::boolean) as late
    from shown where clock->>'inTime' is not null
    group by clock->>'duty' order by count(*) desc, clock->>'duty' limit 100`);
}

/** Where a page of the list ends. */
export interface RecordCursor {
  at: Date;
  id: number;
}

/** Publications that had a time limit, newest first, after the cursor. Asked as the public. */
export function listRecord(
  db: Queryable,
  portalId: number,
  lang: Lang,
  before: RecordCursor | undefined,
  limit: number,
): Promise<RecordRow[]> {
  const after = before ? sql`and (s.first_published_at, s.id) < (${before.at}, ${before.id})` : sql``;
  return db.rows(sql`${shown(portalId, lang)} select s.id, s.item_id, s.language, s.slug, s.title, c.slug_vi, c.slug_en,
      s.first_published_at, s.clock
    from shown s join section c on c.id = s.section_id
    where s.clock->>'inTime' is not null ${after}
    order by s.first_published_at desc, s.id desc limit ${limit}`);
}
