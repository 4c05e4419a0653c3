import type { CommandContext } from '../../platform/command/index.ts';
import type { Queryable } from '../../platform/db/index.ts';
import { addDays, type CivilDate } from '../../rules/calendar/index.ts';
import { clockCategoryOf, type DutyVariant } from '../../rules/profile/index.ts';
import {
  type Clock,
  calendarOf,
  cancelClock,
  findClock,
  listClocksOf,
  recordClockEvent,
  type Subject,
  startAgreedClock,
  startClock,
} from '../duties/index.ts';
import { INTAKE_RULES, type Intake } from './intakes.ts';
import { agreedSubject, clockSubject, ENDED, noticeSubject } from './moving.ts';
import { type InquiryRow, listEvents } from './store.ts';

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

/** What every clock of an inquiry starts with; undefined where no text knows its kind. */
function startOf({ now, profiles }: CommandContext, one: ClocksToStart) {
  const contentKind = clockCategoryOf(one.intake);
  return (
    contentKind &&
    ({
      ...{ now, localityId: one.localityId, portalId: one.portalId, profiles },
      bodyRole: one.isMain ? 'main' : 'member',
      ...{ contentKind, startEvent: 'received', at: one.at },
    } as const)
  );
}

/** The clock of the answer, and that of the first word where the intake knows one; each where a text sets a period. */
export async function startInquiryClock(
  context: CommandContext,
  one: ClocksToStart,
): Promise<Clock | undefined> {
  const { tx } = context;
  const { reaction } = INTAKE_RULES[one.intake];
  const start = startOf(context, one);
  if (!start) return undefined;
  if (reaction) await startClock(tx, { ...start, subject: noticeSubject(one.inquiryId), variant: reaction });
  return startClock(tx, {
    ...start,
    subject: clockSubject(one.inquiryId),
    ...(one.variant && { variant: one.variant }),
  });
}

/**
 * An inquiry is handled by itself again: the clocks that were cancelled when it was joined start anew from its own
 * receipt. A first word that was given stays given. Where a notice had met the first clock, the day stated in it binds
 * again, or the working day after it when it became a day off.
 *
 * @returns the day stated that binds; null: the time of the answer does
 */
export async function restartClocks(
  context: CommandContext,
  row: InquiryRow,
  isMain: boolean,
): Promise<CivilDate | null> {
  const { tx } = context;
  const { id, intake, variant } = row;
  const { reaction } = INTAKE_RULES[intake];
  const start = startOf(context, {
    ...{ localityId: row.locality_id, portalId: row.portal_id, isMain, intake },
    ...{ inquiryId: id, at: row.received_at },
  });
  if (!start) return null;
  // a clock that was met stays with the body that met it
  for (const portalId of new Set((await listEvents(tx, id)).map(({ portal_id }) => portal_id)))
    await tx.alsoSee(portalId);
  if (reaction && !(await findClock(tx, noticeSubject(id))))
    await startClock(tx, { ...start, subject: noticeSubject(id), variant: reaction });
  const first = await findClock(tx, clockSubject(id));
  if (first) return restartAgreed(context, row, first);
  await startClock(tx, { ...start, subject: clockSubject(id), ...(variant && { variant }) });
  return null;
}

async function restartAgreed(
  { tx, now }: CommandContext,
  row: InquiryRow,
  first: Clock,
): Promise<CivilDate | null> {
  if (row.promised_on === null) return null;
  const calendar = await calendarOf(tx, row.locality_id);
  let promisedOn = row.promised_on;
  while (promisedOn <= calendar.confirmedThrough && !calendar.isWorkingDay(promisedOn))
    promisedOn = addDays(promisedOn, 1);
  // a day that has passed meanwhile was stated when it had not
  const [stated] = await listClocksOf(tx, agreedSubject(row.id));
  const at = stated?.startedAt ?? now;
  const on = { ...first, portalId: row.portal_id };
  await startAgreedClock(tx, on, { subject: agreedSubject(row.id), promisedOn, at });
  return promisedOn;
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
