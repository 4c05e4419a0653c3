import type { Queryable, Transaction } from '../../platform/db/index.ts';
import { CalendarUnconfirmedError, type CivilDate, civilDateOf } from '../../rules/calendar/index.ts';
import type { ClockEvent } from '../../rules/clock/index.ts';
import type { Words } from '../../rules/lang.ts';
import {
  type ContentKind,
  type DutyVariant,
  dutyFor,
  type PortalRole,
  type Profile,
  type ProfileSet,
  profileOn,
  type RegulationTimeline,
  type StartEvent,
  shippedProfiles,
} from '../../rules/profile/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { listRegulationPeriods } from '../portals/index.ts';
import { calendarOf } from './calendar.ts';
import { findLiveClock, insertClock, insertSameClocks, lockClock, saveClock } from './clock-store.ts';
import { type Clock, type Outcome, type Subject, settle, settleStrictly, storedRule } from './rules.ts';
import { shareLaw } from './store.ts';
import { START_CORRECTED } from './words.ts';

/** The case a clock is started for. */
export interface ClockStart {
  now: Date;
  localityId: number;
  portalId: number;
  /** Whether the portal is the main one or a member: some duties bind only one of them. */
  bodyRole: PortalRole;
  subject: Subject;
  /** A content kind of the profiles; a kind they do not know has no time limit. */
  contentKind: string;
  /** The event the regulation counts from: issued, approved, received … */
  startEvent: string;
  /** When it happened. */
  at: Date;
  /** For documents and questions: which of several values; the usual one when left out. */
  variant?: DutyVariant;
  /** The profiles of the installation; those shipped when left out. */
  profiles?: ProfileSet;
}

/** The regulations a locality applies, by date. */
export async function timelineOf(db: Queryable, localityId: number): Promise<RegulationTimeline> {
  const periods = await listRegulationPeriods(db, localityId);
  return periods.map((period) => ({ profileCode: period.profile_code, validFrom: period.valid_from }));
}

/** The regulation in force in a locality on a day; undefined before its first one. */
export async function profileOf(
  db: Queryable,
  localityId: number,
  on: CivilDate,
  profiles: ProfileSet = shippedProfiles(),
): Promise<Profile | undefined> {
  const code = profileOn(await timelineOf(db, localityId), on);
  return code === undefined ? undefined : profiles.get(code);
}

/**
 * Starts the clock of a duty inside the caller's command. The regulation in force on the civil date of the start event
 * decides, the national text fills its gaps. Where the calendar is not confirmed far enough the clock is kept
 * `undated` and dated when the calendar is confirmed.
 *
 * @returns undefined when no text sets a period for the case
 */
export async function startClock(tx: Transaction, start: ClockStart): Promise<Clock | undefined> {
  await shareLaw(tx);
  const begun = await beginClock(tx, start);
  if (!begun) return undefined;
  const clock = { ...begun, portalId: start.portalId, subject: start.subject };
  return { ...clock, id: await insertClock(tx, clock, start.now) };
}

/**
 * The same duty for many portals at once: one law, one trace, one statement.
 *
 * @param subjects whose it is, and the number of the matter, of the kind given
 * @returns how many clocks were started; none when no text sets a period for the case
 */
export async function startSameClocks(
  tx: Transaction,
  start: Omit<ClockStart, 'portalId' | 'subject'> & { subjectKind: string },
  subjects: readonly { portalId: number; subjectId: number }[],
): Promise<number> {
  await shareLaw(tx);
  const begun = subjects.length > 0 ? await beginClock(tx, start) : undefined;
  if (!begun) return 0;
  await insertSameClocks(tx, begun, { subjectKind: start.subjectKind, subjects, now: start.now });
  return subjects.length;
}

/** A clock at its start, whosever it will be. */
async function beginClock(
  tx: Transaction,
  start: Omit<ClockStart, 'portalId' | 'subject'>,
): Promise<Omit<Clock, 'id' | 'portalId' | 'subject'> | undefined> {
  const { localityId, bodyRole, contentKind, startEvent, at } = start;
  const found = dutyFor({
    profiles: start.profiles ?? shippedProfiles(),
    timeline: await timelineOf(tx, localityId),
    contentKind: contentKind as ContentKind,
    startEvent: startEvent as StartEvent,
    bodyRole,
    on: civilDateOf(at),
    ...(start.variant !== undefined && { variant: start.variant }),
  });
  if (!found) return undefined;
  const rule = storedRule(found, contentKind, bodyRole);
  const events: ClockEvent[] = [{ kind: 'started', at }];
  return {
    localityId,
    duty: found.rule.duty,
    profileCode: found.profile.code,
    rule,
    events,
    startedAt: at,
    ...settle(rule.clock, events, await calendarOf(tx, localityId)),
  };
}

/** The clock of a subject that was not cancelled; undefined when it has none. */
export function findClock(db: Queryable, subject: Subject): Promise<Clock | undefined> {
  return findLiveClock(db, subject);
}

async function addEvent(tx: Transaction, clock: Clock, event: ClockEvent, now: Date): Promise<Clock> {
  const events = [...clock.events, event];
  const calendar = await calendarOf(tx, clock.localityId);
  const needsDate = event.kind === 'promised' || event.kind === 'extended';
  const outcome: Outcome = needsDate
    ? settleOrRefuse(() => settleStrictly(clock.rule.clock, events, calendar))
    : settle(clock.rule.clock, events, calendar);
  const changed = { ...clock, events, ...outcome };
  await saveClock(tx, changed, now);
  return changed;
}

/** A promise or an extension without a date to hold it against is refused with the calendar's own words. */
export function settleOrRefuse(work: () => Outcome): Outcome {
  try {
    return work();
  } catch (error) {
    if (error instanceof CalendarUnconfirmedError) throw new Refusal('calendar-unconfirmed', error.words);
    throw error;
  }
}

async function lockLive(tx: Transaction, subject: Subject): Promise<Clock | undefined> {
  await shareLaw(tx);
  const clock = await findLiveClock(tx, subject);
  return clock && lockClock(tx, clock.id);
}

const isClosed = ({ state, metAt }: Clock) => state === 'met' || state === 'metLate' || metAt !== undefined;

/**
 * Records what happened to a matter: paused, resumed, extended, promised, forwarded, reclassified.
 *
 * @throws Refusal `clock-…` when the event cannot follow the ones before it, `calendar-unconfirmed` when it needs a
 * date the calendar cannot say
 */
export async function recordClockEvent(tx: Transaction, clockId: number, event: ClockEvent): Promise<Clock> {
  await shareLaw(tx);
  const clock = await lockClock(tx, clockId);
  if (!clock) throw new Error(`There is no clock ${clockId}.`);
  return addEvent(tx, clock, event, event.at);
}

/**
 * The matter is done. What is done a second time (a later edition) leaves the clock as it was met the first time. Done
 * before the start event was due to happen counts as done with it.
 */
export async function meetClock(tx: Transaction, subject: Subject, at: Date): Promise<Clock | undefined> {
  const clock = await lockLive(tx, subject);
  if (!clock || isClosed(clock)) return clock;
  const last = clock.events.at(-1)?.at ?? clock.startedAt;
  return addEvent(tx, clock, { kind: 'met', at: at < last ? last : at }, at);
}

/** The matter ended without result. Undefined when there was no open clock. */
export async function cancelClock(
  tx: Transaction,
  subject: Subject,
  at: Date,
  reason: Words,
): Promise<Clock | undefined> {
  const clock = await lockLive(tx, subject);
  if (!clock || isClosed(clock)) return undefined;
  const last = clock.events.at(-1)?.at ?? clock.startedAt;
  return addEvent(tx, clock, { kind: 'cancelled', at: at < last ? last : at, reason }, at);
}

/**
 * The event that starts the clock was corrected while nothing is published yet: the clock is cancelled, kept as
 * history, and `begin` starts another. A clock already met stays. Without `begin` there is no clock any more.
 */
export async function changeClockStart(
  tx: Transaction,
  subject: Subject,
  at: Date,
  begin: (() => Promise<Clock | undefined>) | undefined,
): Promise<Clock | undefined> {
  const clock = await lockLive(tx, subject);
  if (clock && isClosed(clock)) return clock;
  if (clock) await cancelClock(tx, subject, at, START_CORRECTED);
  return begin?.();
}
