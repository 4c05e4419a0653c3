import { type Queryable, sql } from '../../platform/db/index.ts';
import type { State } from './rules.ts';

/** An inquiry that was forgotten once and is there again. */
export interface RevivedRow {
  id: number;
  locality_id: number;
  portal_id: number;
  received_portal_id: number;
  state: State;
}

/** Those of these digests that are there: a forgotten one has no digest any more. Parts come before their whole. */
export function listRevived(db: Queryable, codeDigests: readonly string[]): Promise<RevivedRow[]> {
  return db.rows(sql`select id, locality_id, portal_id, received_portal_id, state from inquiry
    where code_digest in (select value from json_array_elements_text(${JSON.stringify(codeDigests)}::json))
      and forgotten_at is null order by id desc`);
}
