import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';
import type { Intake } from './intakes.ts';
import type { State } from './rules.ts';

/** An open inquiry whose day is near or past. */
export interface PressingRow {
  id: number;
  portal_id: number;
  intake: Intake;
  confidential: boolean;
  state: State;
  officer_id: number | null;
  /** The warning given last: stage and the day it was about. */
  warned: string | null;
}

/** Open inquiries of a locality whose running clock ends before an instant, the next due first. */
export function listPressing(
  db: Queryable,
  { localityId, dueBefore, limit }: { localityId: number; dueBefore: Date; limit: number },
): Promise<PressingRow[]> {
  return db.rows(sql`select i.id, i.portal_id, i.intake, i.confidential, i.state, i.officer_id, i.warned
    from inquiry i join lateral (select c.due_at from clock c
      where c.subject_kind in ('inquiry', 'inquiryPromise', 'inquiryNotice') and c.subject_id = i.id
        and c.state = 'running' order by c.subject_kind = 'inquiryNotice' desc, c.subject_kind desc limit 1) due on true
    where i.locality_id = ${localityId} and i.closed_at is null and due.due_at < ${dueBefore}
    order by due.due_at, i.id limit ${limit}`);
}

export async function saveWarned(tx: Transaction, inquiryId: number, warned: string): Promise<void> {
  await tx.run(sql`update inquiry set warned = ${warned} where id = ${inquiryId}`);
}
