import { type Queryable, sql } from '../../platform/db/index.ts';
import type { Role } from '../../rules/access/index.ts';

export interface SessionLine {
  created_at: Date;
  last_seen_at: Date;
  ended_at: Date | null;
}

/** The last sessions of a person, as the desk may see them: never their tokens. */
export function listSessions(db: Queryable, personId: number): Promise<SessionLine[]> {
  return db.rows(sql`select created_at, last_seen_at, ended_at from session
    where person_id = ${personId} order by created_at desc limit 10`);
}

/** What happened to a right of the person on one of the portals, the latest first. */
export interface PastLine {
  portal_id: number;
  role: Role;
  at: Date;
  what: 'given' | 'taken' | 'kept' | 'refused';
  by_name: string | null;
}

/**
 * Rights given and taken, refused, and kept in a review. Reviews are kept by a later room; their lines are read here
 * because the page of a person is where they are looked for.
 */
export function listPast(db: Queryable, personId: number, portalIds: readonly number[]): Promise<PastLine[]> {
  const ids = `{${portalIds.join(',')}}`;
  return db.rows(sql`select * from (
      select g.portal_id, g.role, g.granted_at as at, 'given' as what, p.full_name as by_name
        from role_grant g left join person p on p.id = g.granted_by where g.person_id = ${personId}
      union all select g.portal_id, g.role, g.revoked_at, 'taken', null
        from role_grant g where g.person_id = ${personId} and g.revoked_at is not null
      union all select g.portal_id, g.role, g.settled_at, 'refused', p.full_name
        from grant_proposal g left join person p on p.id = g.settled_by
        where g.person_id = ${personId} and g.state = 'refused'
      union all select l.portal_id, l.role, l.decided_at, 'kept', p.full_name
        from rights_review_line l left join person p on p.id = l.decided_by
        where l.person_id = ${personId} and l.verdict = 'kept') as past
    where portal_id = any (${ids}::bigint[]) order by at desc limit 40`);
}
