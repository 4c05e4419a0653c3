import { type Queryable, type Sql, sql } from '../../platform/db/index.ts';
import type { CivilDate } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import type { Intake } from './intakes.ts';

/** Inquiries that are alike in everything the figures ask: no row of it is about one person. */
export interface FigureRow {
  portal_id: number;
  intake: Intake;
  /** In which it was asked, and is answered. */
  language: Lang;
  /** Of the receipt: "2026-11". */
  month: string;
  /** `otherwise`: refused, passed outside, withdrawn or joined to another. */
  outcome: 'open' | 'answered' | 'otherwise';
  /** Undefined where no text sets a time; `overdue`: open and past its day. */
  verdict: 'inTime' | 'late' | 'overdue' | null;
  received_on: CivilDate;
  answered_on: CivilDate | null;
  count: number;
  /** Of these, how many have an answer that the public can read. */
  published: number;
}

const ZONE: Sql = sql`'Asia/Ho_Chi_Minh'`;

/**
 * Everything received in a span, counted once: a letter that was split counts by its parts. The clock that binds decides
 * in time or late; the day stated in a notice binds over the first period.
 */
export function countFigures(
  db: Queryable,
  asked: { localityId: number; from: CivilDate; to: CivilDate; now: Date },
): Promise<FigureRow[]> {
  return db.rows(sql`
    with one as (select i.portal_id, i.intake, i.language,
        (i.received_at at time zone ${ZONE})::date as received_on,
        (i.answered_at at time zone ${ZONE})::date as answered_on,
        case when i.closed_at is null then 'open' when i.state = 'answered' then 'answered' else 'otherwise' end
          as outcome,
        case when i.state = 'answered' and due.state = 'met' then 'inTime'
          when i.state = 'answered' and due.state = 'metLate' then 'late'
          when i.closed_at is null and due.state = 'running' and due.due_at <= ${asked.now} then 'overdue' end
          as verdict,
        exists (select from publication p where p.item_id = i.item_id and p.language = i.language
          and p.ended_at is null) as is_public
      from inquiry i left join lateral (select c.state, c.due_at from clock c
        where c.subject_kind in ('inquiry', 'inquiryPromise') and c.subject_id = i.id and c.state <> 'cancelled'
        order by c.subject_kind desc, c.id desc limit 1) due on true
      where i.locality_id = ${asked.localityId} and i.state <> 'split'
        and i.received_at >= (${asked.from}::date)::timestamp at time zone ${ZONE}
        and i.received_at < (${asked.to}::date)::timestamp at time zone ${ZONE})
    select portal_id, intake, language, to_char(received_on, 'YYYY-MM') as month, outcome, verdict, received_on, answered_on,
      count(*) as count, count(*) filter (where is_public) as published
    from one group by 1, 2, 3, 4, 5, 6, 7, 8 order by 1, 2, 3, 4`);
}

/** Bodies of a locality whose portal was closed: what they answered before stays in the figures under their name. */
export function closedBodies(
  db: Queryable,
  localityId: number,
): Promise<{ portal_id: number; name_vi: string; name_en: string }[]> {
  return db.rows(sql`select p.id as portal_id, n.name_vi, n.name_en from portal p
    join body_name n on n.body_id = p.body_id and n.valid_to is null
    where p.locality_id = ${localityId} and p.state = 'closed' order by n.name_vi limit 1000`);
}

/** Years of the first and the latest receipt of a locality. */
export function yearsOf(
  db: Queryable,
  localityId: number,
): Promise<{ first: number | null; last: number | null }> {
  return db.get(sql`select extract(year from min(received_at) at time zone ${ZONE})::int as first,
      extract(year from max(received_at) at time zone ${ZONE})::int as last
    from inquiry where locality_id = ${localityId}`);
}
