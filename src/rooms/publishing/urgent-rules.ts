import type { Words } from '../../rules/lang.ts';

/** Working days the board has to approve afterwards, where a portal has not chosen; no regulation names a number. */
export const USUAL_LIMIT_DAYS = 1;
export const MOST_LIMIT_DAYS = 5;

/** Whether a portal publishes urgently at all, and how soon its board decides afterwards, in working days. */
export interface UrgentSetting {
  allowed: boolean;
  limitDays: number;
}

export const USUAL_SETTING: UrgentSetting = { allowed: true, limitDays: USUAL_LIMIT_DAYS };

/** What is known of an urgent publication: enough to say where it stands. */
export interface UrgentFacts {
  due_at: Date | null;
  decision: 'approved' | 'refused' | null;
  decided_at: Date | null;
  ended_at: Date | null;
  ended_as: 'superseded' | 'withdrawn' | null;
}

/**
 * Where an urgent publication stands. Whatever replaced it or took it down before a decision was itself decided by the
 * board, and counts as its decision.
 */
export type UrgentStanding =
  | 'waiting'
  | 'overdue'
  | 'approved'
  | 'approvedLate'
  | 'refused'
  | 'refusedLate'
  | 'replaced'
  | 'replacedLate';

export const URGENT_STANDINGS: Record<UrgentStanding, Words> = {
  waiting: { vi: 'Chờ Ban Biên tập duyệt', en: 'Waits for the board' },
  overdue: { vi: 'Quá hạn duyệt', en: 'Approval overdue' },
  approved: { vi: 'Đã duyệt trong hạn', en: 'Approved in time' },
  approvedLate: { vi: 'Đã duyệt, trễ hạn', en: 'Approved late' },
  refused: { vi: 'Không duyệt, đã gỡ trong hạn', en: 'Refused and taken down in time' },
  refusedLate: { vi: 'Không duyệt, đã gỡ trễ hạn', en: 'Refused and taken down late' },
  replaced: { vi: 'Đã có bản khác được quyết định thay', en: 'Decided by a later edition or a withdrawal' },
  replacedLate: {
    vi: 'Đã có bản khác thay, trễ hạn',
    en: 'Decided by a later edition or a withdrawal, late',
  },
};

/** Pure: the same facts and moment give the same standing. Without a due date nothing is late. */
export function urgentStanding(facts: UrgentFacts, now: Date): UrgentStanding {
  const { due_at, decision, decided_at, ended_at } = facts;
  const isLate = (at: Date) => due_at !== null && at >= due_at;
  if (decision !== null && decided_at !== null) {
    const late = isLate(decided_at);
    return decision === 'approved' ? (late ? 'approvedLate' : 'approved') : late ? 'refusedLate' : 'refused';
  }
  if (ended_at !== null) return isLate(ended_at) ? 'replacedLate' : 'replaced';
  return isLate(now) ? 'overdue' : 'waiting';
}
