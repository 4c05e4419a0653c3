import type { CommandContext } from '../../platform/command/index.ts';
import type { Queryable } from '../../platform/db/index.ts';
import type { DutyVariant } from '../../rules/profile/index.ts';
import {
  type Clock,
  cancelClock,
  findClock,
  recordClockEvent,
  type Subject,
  startClock,
} from '../duties/index.ts';
import { INTAKE_RULES, type Intake } from './intakes.ts';
import { agreedSubject, clockSubject, ENDED, noticeSubject } from './moving.ts';

/** The clocks an inquiry may have: of the answer, of the day stated, of the first word to the asker. */
export const subjectsOf = (id: number): Subject[] => [clockSubject(id), agreedSubject(id), noticeSubject(id)];

export async function endClocks(
  { tx, now }: CommandContext,
  id: number,
  why: keyof typeof ENDED,
): Promise<void> {
  for (const subject of subjectsOf(id)) await cancelClock(tx, subject, now, ENDED[why]);
}

/** The clock that binds now: that of the day stated, where one was, else that of the answer. */
export async function bindingClock({ tx }: { tx: Queryable }, inquiryId: number): Promise<Clock | undefined> {
  return (await findClock(tx, agreedSubject(inquiryId))) ?? (await findClock(tx, clockSubject(inquiryId)));
}

export interface ClocksToStart {
  localityId: number;
  portalId: number;
  isMain: boolean;
  intake: Intake;
  /** The class as it was chosen; the usual one when left out. */
  variant?: DutyVariant | null;
  inquiryId: number;
  at: Date;
}

/** The clock of the answer, and that of the first word where the intake knows one; each where a text sets a period. */
export async function startInquiryClock(
  { tx, now, profiles }: CommandContext,
  one: ClocksToStart,
): Promise<Clock | undefined> {
  const { contentKind, reaction } = INTAKE_RULES[one.intake];
  if (!contentKind) return undefined;
  const start = {
    ...{ now, localityId: one.localityId, portalId: one.portalId, profiles },
    bodyRole: one.isMain ? 'main' : 'member',
    ...{ contentKind, startEvent: 'received', at: one.at },
  } as const;
  if (reaction) await startClock(tx, { ...start, subject: noticeSubject(one.inquiryId), variant: reaction });
  return startClock(tx, {
    ...start,
    subject: clockSubject(one.inquiryId),
    ...(one.variant && { variant: one.variant }),
  });
}

/** Whether the clock stands still; asked of its events, since one without a date yet may stand still too. */
export function isStopped({ events }: Clock): boolean {
  return events.findLast(({ kind }) => kind === 'paused' || kind === 'resumed')?.kind === 'paused';
}

/** A stopped clock runs on. */
export async function resumeClock({ tx, now }: CommandContext, inquiryId: number): Promise<void> {
  for (const subject of [clockSubject(inquiryId), agreedSubject(inquiryId)]) {
    const clock = await findClock(tx, subject);
    if (clock && clock.metAt === undefined && isStopped(clock))
      await recordClockEvent(tx, clock.id, { kind: 'resumed', at: now });
  }
}
