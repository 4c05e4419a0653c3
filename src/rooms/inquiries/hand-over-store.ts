import { type Queryable, sql } from '../../platform/db/index.ts';
import type { InquiryRow } from './store.ts';

/** Open inquiries of a portal this person is in charge of. */
export function listInChargeOf(
  db: Queryable,
  { portalId, personId }: { portalId: number; personId: number },
): Promise<Pick<InquiryRow, 'id' | 'intake'>[]> {
  return db.rows(sql`select id, intake from inquiry where portal_id = ${portalId} and officer_id = ${personId}
    and closed_at is null order by id limit 500`);
}
