import { isPermitted, type Person } from '../../rules/access/index.ts';
import type { Standing } from '../../rules/clock/index.ts';
import { permits } from './permits.ts';
import type { MoveName, State } from './rules.ts';

/** What the next step of an inquiry depends on. */
export interface Standpoint {
  portal_id: number;
  confidential: boolean;
  state: State;
  officer_id: number | null;
  /** Everyone who wrote on the answer. */
  writers: readonly number[];
  /** Bodies that were asked and have not contributed. */
  awaits: readonly number[];
  last_move: MoveName;
}

/** What somebody has to do with an inquiry next; `read`: the asker replied, and the work goes on. */
export type NextStep = 'accept' | 'read' | 'draft' | 'contribute' | 'check' | 'sign';

/**
 * The step that waits for this person and no other kind of person: triage for the board, the answer for the officer in
 * charge (or anyone who may, while nobody is), checking and signing never by a writer (LC-020).
 */
export function nextStepOf(one: Standpoint, person: Person): NextStep | undefined {
  const reads = one.confidential ? 'inquiries.readConfidential' : 'inquiries.read';
  const holds = (permit: keyof typeof permits, portalId = one.portal_id) =>
    isPermitted(person, permits, reads, portalId) && isPermitted(person, permits, permit, portalId);
  const isWriter = one.writers.includes(person.personId);
  const isTheirs = one.officer_id === null || one.officer_id === person.personId;
  if (one.state === 'received') return holds('inquiries.triage') ? 'accept' : undefined;
  if (one.awaits.some((portalId) => holds('inquiries.answer', portalId))) return 'contribute';
  if (one.state === 'inProgress' && isTheirs && holds('inquiries.answer'))
    return one.last_move === 'reply' || one.last_move === 'add' ? 'read' : 'draft';
  if (one.state === 'drafted' && !isWriter && holds('inquiries.check')) return 'check';
  return one.state === 'checked' && !isWriter && holds('inquiries.sign') ? 'sign' : undefined;
}

/** The parts of the board, the most pressing first. */
export const BOARD_GROUPS = ['overdue', 'today', 'running', 'paused', 'undated'] as const;
export type BoardGroup = (typeof BOARD_GROUPS)[number];

const GROUP_OF: Readonly<Record<Standing['state'], BoardGroup>> = {
  overdue: 'overdue',
  dueToday: 'today',
  open: 'running',
  paused: 'paused',
  // the first clock was met by a notice and none runs now
  metInTime: 'undated',
  metLate: 'undated',
  cancelled: 'undated',
};

export function boardGroupOf(standing: Standing | undefined): BoardGroup {
  return standing ? GROUP_OF[standing.state] : 'undated';
}

/**
 * When somebody is warned of a due date, and who. Our reading of what being in time needs: no regulation names these
 * steps. Each step warns those of the steps before it too.
 */
export const WARNING_STAGES = ['lastDay', 'overdue', 'escalated'] as const;
export type WarningStage = (typeof WARNING_STAGES)[number];

/** Working days over the due date after which the overseer of the main portal is told as well. */
export const ESCALATED_AFTER_DAYS = 2;

/** The last working day before the due date, and the due date itself; then from the first day after it. */
export function warningStageOf(standing: Standing): WarningStage | undefined {
  if (standing.state === 'dueToday') return 'lastDay';
  if (standing.state === 'open') {
    const left = standing.workingDaysLeft ?? standing.calendarDaysLeft ?? Number.POSITIVE_INFINITY;
    return left <= 1 ? 'lastDay' : undefined;
  }
  if (standing.state !== 'overdue') return undefined;
  const over = standing.workingDaysOver ?? standing.calendarDaysOver ?? 0;
  return over >= ESCALATED_AFTER_DAYS ? 'escalated' : 'overdue';
}
