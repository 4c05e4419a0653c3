import { type Queryable, sql } from '../../platform/db/index.ts';
import type { State } from './rules.ts';

/** An open inquiry that stands with a body whose portal was closed, and the portal its names lead to now. */
export interface OrphanRow {
  id: number;
  locality_id: number;
  portal_id: number;
  state: State;
  successor_portal_id: number;
  body_vi: string;
}

export function listOrphans(db: Queryable, limit: number): Promise<OrphanRow[]> {
  return db.rows(sql`select i.id, i.locality_id, i.portal_id, i.state, s.id as successor_portal_id, n.name_vi as body_vi
    from inquiry i
    join portal p on p.id = i.portal_id and p.state = 'closed'
    join body_name n on n.body_id = p.body_id and n.valid_to is null
    join portal s on s.id = portal_successor(p.id)
    where i.closed_at is null order by i.id limit ${limit}`);
}
