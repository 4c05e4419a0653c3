import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';
import type { Role } from '../../rules/access/index.ts';

const ids = (list: readonly number[]) => `{${list.join(',')}}`;

// Idle accounts --------------------------------------------------------------------------------------

export interface UsedRow {
  person_id: number;
  /** A portal on which he holds a right, to tell him something on. */
  portal_id: number;
  last_used_at: Date;
}

/** Open accounts with a right in force, and when each was last used, invited or opened again. */
export function listLastUses(db: Queryable, localityId: number, todayOn: string): Promise<UsedRow[]> {
  return db.rows(sql`select p.id as person_id,
      (select min(g.portal_id) from role_grant g where g.person_id = p.id and g.revoked_at is null
        and (g.valid_to is null or g.valid_to >= ${todayOn}::date)) as portal_id,
      greatest(p.created_at, (select max(s.last_seen_at) from session s where s.person_id = p.id),
        (select max(i.created_at) from invitation i where i.person_id = p.id)) as last_used_at
    from person p where p.locality_id = ${localityId} and p.disabled_at is null
      and exists (select from role_grant g where g.person_id = p.id and g.revoked_at is null
        and (g.valid_to is null or g.valid_to >= ${todayOn}::date))
    order by p.id limit 20000`);
}

export async function findName(db: Queryable, personId: number): Promise<string> {
  const row = await db.find<{ full_name: string }>(sql`select full_name from person where id = ${personId}`);
  return row?.full_name ?? '';
}

/** Those who oversee the locality or run its main portal: they are told when its last administrator is idle. */
export function listWatchers(
  db: Queryable,
  localityId: number,
  todayOn: string,
): Promise<{ person_id: number; portal_id: number }[]> {
  return db.rows(sql`select distinct g.person_id, g.portal_id from role_grant g join portal p on p.id = g.portal_id
    where p.locality_id = ${localityId} and p.is_main and p.state = 'open' and g.role in ('overseer', 'contentAdmin', 'head')
      and g.revoked_at is null and g.valid_from <= ${todayOn}::date
      and (g.valid_to is null or g.valid_to >= ${todayOn}::date)`);
}

// The review of rights ---------------------------------------------------------------------------------

/** Open portals without an open review, and from when the time to the next one counts. */
export function listReviewStarts(
  db: Queryable,
  localityId: number,
): Promise<{ portal_id: number; last_at: Date }[]> {
  return db.rows(sql`select p.id as portal_id, coalesce(
      (select max(r.finished_at) from rights_review r where r.portal_id = p.id),
      (select min(g.granted_at) from role_grant g where g.portal_id = p.id)) as last_at
    from portal p where p.locality_id = ${localityId} and p.state = 'open'
      and not exists (select from rights_review r where r.portal_id = p.id and r.finished_at is null)
      and exists (select from role_grant g where g.portal_id = p.id) order by p.id limit 5000`);
}

/** Opens a review with a line for each right in force, and the last day its holder did something there on record. */
export async function insertReview(
  tx: Transaction,
  one: { portalId: number; dueOn: string; todayOn: string; at: Date },
): Promise<{ reviewId: number; lines: number }> {
  const { id } = await tx.get<{ id: number }>(sql`insert into rights_review (portal_id, opened_at, due_on)
    values (${one.portalId}, ${one.at}, ${one.dueOn}::date) returning id`);
  const lines =
    await tx.run(sql`insert into rights_review_line (review_id, portal_id, grant_id, person_id, role, last_used_on)
    select ${id}, g.portal_id, g.id, g.person_id, g.role,
      (select max(e.at) at time zone 'Asia/Ho_Chi_Minh' from audit_entry e
        where e.person_id = g.person_id and e.portal_id = g.portal_id)::date
    from role_grant g join person p on p.id = g.person_id
    where g.portal_id = ${one.portalId} and g.revoked_at is null and g.lent_by is null and p.disabled_at is null
      and (g.valid_to is null or g.valid_to >= ${one.todayOn}::date)`);
  return { reviewId: id, lines };
}

export interface ReviewRow {
  id: number;
  portal_id: number;
  opened_at: Date;
  due_on: string;
  finished_at: Date | null;
  finisher_name: string | null;
  lines: number;
  decided: number;
  taken: number;
}

const REVIEW = sql`select r.id, r.portal_id, r.opened_at, r.due_on::text, r.finished_at, p.full_name as finisher_name,
    (select count(*)::int from rights_review_line l where l.review_id = r.id) as lines,
    (select count(*)::int from rights_review_line l where l.review_id = r.id and l.verdict is not null) as decided,
    (select count(*)::int from rights_review_line l where l.review_id = r.id and l.verdict = 'taken') as taken
  from rights_review r left join person p on p.id = r.finished_by`;

/** Open ones first, then the latest. */
export function listReviews(db: Queryable, portalIds: readonly number[]): Promise<ReviewRow[]> {
  return db.rows(sql`${REVIEW} where r.portal_id = any (${ids(portalIds)}::bigint[])
    order by (r.finished_at is null) desc, r.due_on desc, r.id limit 1000`);
}

export function findReview(db: Queryable, id: number): Promise<ReviewRow | undefined> {
  return db.find(sql`${REVIEW} where r.id = ${id}`);
}

export interface ReviewLineRow {
  id: number;
  grant_id: number;
  person_id: number;
  full_name: string;
  username: string;
  role: Role;
  last_used_on: string | null;
  valid_to: string | null;
  is_gone: boolean;
  verdict: 'kept' | 'taken' | null;
  note: string | null;
  decider_name: string | null;
  decided_at: Date | null;
}

export function listReviewLines(db: Queryable, reviewId: number): Promise<ReviewLineRow[]> {
  return db.rows(sql`select l.id, l.grant_id, l.person_id, p.full_name, p.username, l.role, l.last_used_on::text,
      g.valid_to::text, g.revoked_at is not null as is_gone, l.verdict, l.note, d.full_name as decider_name, l.decided_at
    from rights_review_line l join person p on p.id = l.person_id join role_grant g on g.id = l.grant_id
      left join person d on d.id = l.decided_by
    where l.review_id = ${reviewId} order by p.id, l.id limit 2000`);
}

export function decideLine(
  tx: Transaction,
  one: {
    lineId: number;
    reviewId: number;
    verdict: 'kept' | 'taken';
    note: string | null;
    by: number;
    at: Date;
  },
): Promise<number> {
  return tx.run(sql`update rights_review_line set verdict = ${one.verdict}, note = ${one.note}, decided_by = ${one.by},
    decided_at = ${one.at} where id = ${one.lineId} and review_id = ${one.reviewId} and verdict is null`);
}

export function finishReview(tx: Transaction, id: number, by: number | null, at: Date): Promise<number> {
  return tx.run(sql`update rights_review set finished_at = ${at}, finished_by = ${by}
    where id = ${id} and finished_at is null`);
}

/** The last reviews in which a person's rights were looked at. */
export function listReviewsOf(
  db: Queryable,
  personId: number,
): Promise<{ decided_at: Date; verdict: 'kept' | 'taken'; role: Role; decider_name: string | null }[]> {
  return db.rows(sql`select l.decided_at, l.verdict, l.role, d.full_name as decider_name from rights_review_line l
    left join person d on d.id = l.decided_by
    where l.person_id = ${personId} and l.verdict is not null order by l.decided_at desc limit 20`);
}
