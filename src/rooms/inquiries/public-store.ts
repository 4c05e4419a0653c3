import { type Queryable, type Sql, sql } from '../../platform/db/index.ts';
import type { Lang } from '../../rules/lang.ts';
import type { ClockSnapshot } from '../duties/index.ts';

/** A question as it was answered in public. */
export interface AnsweredRow {
  id: number;
  item_id: number;
  portal_id: number;
  slug: string;
  title: string;
  first_published_at: Date;
  section_slug_vi: string;
  section_slug_en: string;
  clock: ClockSnapshot | null;
}

export interface AnsweredAsked {
  localityId: number;
  lang: Lang;
  /** One body's portal; all of the locality when left out. */
  portalId: number | undefined;
  topic: string | undefined;
  words: string;
  before: { at: Date; id: number } | undefined;
  limit: number;
}

const FROM_ANSWERED: Sql = sql`from publication p join section s on s.id = p.section_id
    where p.kind = 'questions' and p.ended_at is null`;
const COLUMNS: Sql = sql`select p.id, p.item_id, p.portal_id, p.slug, p.title, p.first_published_at,
    s.slug_vi as section_slug_vi, s.slug_en as section_slug_en, p.clock`;

/** Answered questions, the latest first. Words match with or without their marks. */
export function listAnswered(db: Queryable, asked: AnsweredAsked): Promise<AnsweredRow[]> {
  const { before, portalId, topic, words } = asked;
  const body = portalId === undefined ? sql`` : sql`and p.portal_id = ${portalId}`;
  const field = topic === undefined ? sql`` : sql`and p.facts->>'topic' = ${topic}`;
  const text = words === '' ? sql`` : sql`and p.search @@ plainto_tsquery('simple', vi_fold(${words}::text))`;
  const after = before
    ? sql`and (p.first_published_at, p.id) < (${before.at}::timestamptz, ${before.id}::bigint)`
    : sql``;
  return db.rows(sql`${COLUMNS} ${FROM_ANSWERED} and p.locality_id = ${asked.localityId} and p.language = ${asked.lang}
    ${body} ${field} ${text} ${after}
    order by p.first_published_at desc, p.id desc limit ${asked.limit}`);
}

/** Answered questions that hold any of the words (folded, letters and figures alone), those with most of them first. */
export function listWithAnyWord(
  db: Queryable,
  asked: { localityId: number; lang: Lang; words: readonly string[]; limit: number },
): Promise<(AnsweredRow & { text: string })[]> {
  const any = asked.words.join(' | ');
  return db.rows(sql`${COLUMNS}, left(p.body_text, 2000) as text ${FROM_ANSWERED}
    and p.locality_id = ${asked.localityId} and p.language = ${asked.lang}
    and p.search @@ to_tsquery('simple', ${any}::text)
    order by ts_rank(p.search, to_tsquery('simple', ${any}::text)) desc, p.first_published_at desc limit ${asked.limit}`);
}
