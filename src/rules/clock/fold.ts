/**
 * A due date as a fold over events. The law it follows, where the regulation has no rule of its own:
 *
 * - The day of the event is not counted (BLDS 2015 Đ147.3); a period ends at 24:00 of its last day
 *   (Đ148.6), so `dueAt` is 00:00 of the day after.
 * - `workingDay`: by the working calendar; a half day is a day.
 * - `calendarDay`: every day; when the last is a day off, the end of the next working day (Đ148.5).
 * - `ngay`: Lào Cai Đ11.6. Days off that the calendar lists never count; plain weekly rest days count
 *   only where the rule says 'counted', and a last day off then rolls over. With `startAt` the clock
 *   starts at the first such time of a working day at or after the event, and that day is day 1.
 * - `immediate`: due at the end of the day of the event if it is a working day, else of the next one.
 *   That is our reading of "ngay"; the trace says so.
 * - Pause: the day of the pause keeps whatever count it has; the days after it up to and including
 *   the day of the resume are not counted (Đ147.3 again: the day of an event is not counted). While
 *   paused there is no due date to miss; `dueOn` is provisional, as if resumed at once. A limit that
 *   had run out before the pause stays run out.
 * - Extension: its own period, in its own unit, from the day after the earlier limit's last day. It
 *   must be granted before the limit runs out.
 * - Promise: a working day, from the day it is made to the end of the cap, which is counted from the
 *   same start with the same pauses. It takes the place of what was due before.
 * - Reclassified: the new period takes the place of the first one, from the same start. Pauses and
 *   extensions stay; an earlier promise falls away.
 * - Forwarded: only history, unless the event says that the clock restarts; then all counting begins
 *   anew with it, and pauses, extensions and promises before it are gone.
 * - CalendarChanged: all counting is done again by the calendar given now. Grants made before such an
 *   event were lawful by the calendar of their day and are not refused afterwards.
 */
import {
  civilDateOfDay,
  dayNumberAt,
  dayNumberOf,
  startOfNextDay,
  type WorkingCalendar,
} from '../calendar/index.ts';
import { countFirstPeriod, type Pause, startOf, stretchOf } from './count.ts';
import { begin, countOf, dueDayOf, type Fold, isLapsed, stretchesOf } from './running.ts';
import { reasonOf, traceOf } from './trace.ts';
import type { ClockEvent, ClockRefusal, ClockRefusalCode, ClockRule, ClockState } from './types.ts';
import { refusalWords } from './words.ts';

type Refused = { code: ClockRefusalCode; latestOn?: string };

function pause(fold: Fold, event: Extract<ClockEvent, { kind: 'paused' }>): Refused | undefined {
  if (fold.rule.allowsPause !== true) return { code: 'pauseNotAllowed' };
  if (fold.openPause) return { code: 'alreadyPaused' };
  fold.openPause = { day: dayNumberAt(event.at), at: event.at };
  fold.history.push({ step: 'paused', params: { at: event.at.getTime(), ...reasonOf(event) } });
  return undefined;
}

function resume(fold: Fold, event: Extract<ClockEvent, { kind: 'resumed' }>): Refused | undefined {
  if (!fold.openPause) return { code: 'notPaused' };
  const taken: Pause = { after: fold.openPause.day, through: dayNumberAt(event.at) };
  fold.openPause = undefined;
  const at = event.at.getTime();
  if (taken.through === taken.after) {
    fold.history.push({ step: 'resumed', params: { at } });
    return undefined;
  }
  fold.pauses.push(taken);
  const from = civilDateOfDay(taken.after + 1);
  fold.history.push({ step: 'resumed', params: { at, from, through: civilDateOfDay(taken.through) } });
  return undefined;
}

function extend(fold: Fold, event: Extract<ClockEvent, { kind: 'extended' }>): Refused | undefined {
  const offer = fold.extension;
  if (!offer) return { code: 'extensionNotAllowed' };
  if (fold.extensionsUsed >= offer.times) return { code: 'extensionsUsedUp' };
  const value = event.value ?? offer.value;
  if (value > offer.value) return { code: 'extensionTooLong' };
  if (fold.checked && isLapsed(fold, event.at)) return { code: 'tooLate' };
  fold.extensionsUsed += 1;
  fold.grants.push({ kind: 'extension', period: { value, unit: offer.unit } });
  fold.history.push({
    step: 'extended',
    params: { value, unit: offer.unit, at: event.at.getTime(), ...reasonOf(event) },
    article: offer.article,
  });
  return undefined;
}

function promise(fold: Fold, event: Extract<ClockEvent, { kind: 'promised' }>): Refused | undefined {
  const { cap, rule } = fold;
  if (!(rule.allowsPromise ?? cap !== undefined)) return { code: 'promiseNotAllowed' };
  const madeOn = dayNumberAt(event.at);
  const promised = dayNumberOf(event.promisedOn);
  if (promised < madeOn) return { code: 'promiseInThePast' };
  const latest = cap && countFirstPeriod(countOf(fold), fold.start, cap).through;
  const latestOn = latest === undefined ? {} : { latestOn: civilDateOfDay(latest) };
  if (fold.checked) {
    if (isLapsed(fold, event.at)) return { code: 'tooLate' };
    if (latest !== undefined && promised > latest) return { code: 'promiseBeyondCap', ...latestOn };
    if (!fold.calendar.isWorkingAt(promised)) return { code: 'promiseOnDayOff' };
  }
  fold.grants.push({ kind: 'promise', madeOn, promised });
  fold.history.push({
    step: 'promised',
    params: { at: event.at.getTime(), on: event.promisedOn, ...latestOn },
    article: cap?.article ?? fold.article,
  });
  return undefined;
}

function forward(fold: Fold, event: Extract<ClockEvent, { kind: 'forwarded' }>): undefined {
  const { to, restarts } = event;
  fold.history.push({ step: 'forwarded', params: { at: event.at.getTime(), to, restarts } });
  if (!restarts) return;
  fold.start = startOf(fold.rule, event.at, fold.calendar);
  fold.began = { period: fold.period, article: fold.article };
  fold.pauses = [];
  fold.openPause = undefined;
  fold.grants = [];
  fold.extensionsUsed = 0;
  fold.startStepsAt = fold.history.length;
}

function reclassify(fold: Fold, event: Extract<ClockEvent, { kind: 'reclassified' }>): undefined {
  fold.period = event.period;
  fold.article = event.article;
  fold.cap = event.cap ?? fold.cap;
  if (event.extension !== undefined) fold.extension = event.extension ?? undefined;
  fold.history.push({
    step: 'reclassified',
    params: { ...event.period, at: event.at.getTime(), ...reasonOf(event) },
    article: event.article,
  });
  for (const grant of fold.grants) {
    if (grant.kind !== 'promise') continue;
    fold.history.push({ step: 'promiseFellAway', params: { on: civilDateOfDay(grant.promised) } });
  }
  fold.grants = fold.grants.filter((grant) => grant.kind === 'extension');
}

function noteCalendarChange(fold: Fold, event: Extract<ClockEvent, { kind: 'calendarChanged' }>): undefined {
  const was = event.wasDueOn === undefined ? {} : { wasDueOn: event.wasDueOn };
  const params = { at: event.at.getTime(), ...was, ...reasonOf(event) };
  fold.history.push({ step: 'calendarChanged', params });
}

function close(fold: Fold, event: Extract<ClockEvent, { kind: 'met' | 'cancelled' }>): undefined {
  const late = event.kind === 'met' && isLapsed(fold, event.at);
  const reason = event.kind === 'cancelled' ? reasonOf(event) : {};
  fold.closed = { kind: event.kind, at: event.at, late, ...reason };
}

function apply(fold: Fold, event: ClockEvent): Refused | undefined {
  if (fold.closed) return { code: 'alreadyClosed' };
  switch (event.kind) {
    case 'started':
      return { code: 'alreadyStarted' };
    case 'paused':
      return pause(fold, event);
    case 'resumed':
      return resume(fold, event);
    case 'extended':
      return extend(fold, event);
    case 'promised':
      return promise(fold, event);
    case 'forwarded':
      return forward(fold, event);
    case 'reclassified':
      return reclassify(fold, event);
    case 'calendarChanged':
      return noteCalendarChange(fold, event);
    case 'met':
    case 'cancelled':
      return close(fold, event);
  }
}

function stateOf(fold: Fold): ClockState {
  const { rule, closed, openPause } = fold;
  const stretches = stretchesOf(fold);
  const dueOn = civilDateOfDay(dueDayOf(stretches));
  const running = openPause ? 'paused' : 'running';
  const met = closed?.late ? 'late-met' : 'met';
  const state: ClockState = {
    state: closed === undefined ? running : closed.kind === 'met' ? met : 'cancelled',
    receivedAt: fold.receivedAt,
    startedAt: new Date(fold.start.atMs),
    dueOn,
    dueAt: startOfNextDay(dueOn),
    pauses: fold.pauses.map(({ after, through }) => ({
      after: civilDateOfDay(after),
      through: civilDateOfDay(through),
    })),
    stretches: stretches.map((stretch) => stretchOf(rule, stretch)),
    trace: traceOf(fold, stretches, dueOn),
  };
  if (openPause && closed === undefined) state.pausedAt = openPause.at;
  if (closed?.kind === 'met') state.metAt = closed.at;
  if (closed?.kind === 'cancelled') state.cancelledAt = closed.at;
  return state;
}

function refuse(refused: Refused, event: ClockEvent | undefined): ClockRefusal {
  return { state: 'refused', ...refused, event, words: refusalWords(refused.code, refused.latestOn) };
}

function inTimeOrder(events: readonly ClockEvent[]): readonly ClockEvent[] {
  const sorted = events.every((event, i) => i === 0 || (events[i - 1]?.at ?? event.at) <= event.at);
  return sorted ? events : [...events].sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Whether folding was refused. */
export function isClockRefusal(result: ClockState | ClockRefusal): result is ClockRefusal {
  return result.state === 'refused';
}

/**
 * Folds the events of one matter, in time order (those of one instant as given), into its clock. An
 * impossible sequence comes back as a ClockRefusal. Throws CalendarUnconfirmedError when a day is
 * needed that the calendar has not confirmed: it never guesses a legal date.
 */
export function foldClock(
  rule: ClockRule,
  events: readonly ClockEvent[],
  calendar: WorkingCalendar,
): ClockState | ClockRefusal {
  const ordered = inTimeOrder(events);
  const [first, ...rest] = ordered;
  if (first?.kind !== 'started') return refuse({ code: 'notStarted' }, first);
  const fold = begin(rule, first.at, calendar);
  const lastChange = rest.findLastIndex((event) => event.kind === 'calendarChanged');
  for (const [index, event] of rest.entries()) {
    fold.checked = index > lastChange;
    const refused = apply(fold, event);
    if (refused) return refuse(refused, event);
  }
  return stateOf(fold);
}
