import {
  addDays,
  type CivilDate,
  civilDateOf,
  compare,
  dayNumberOf,
  daysBetween,
  timeOf,
  type WorkingCalendar,
} from '../calendar/index.ts';
import { countsIn } from './count.ts';
import type { ClockState, DayMark, Standing } from './types.ts';

/** Working days after `from` to `to`, where the calendar knows both. A count is left out rather than guessed. */
function workingDays(calendar: WorkingCalendar, from: CivilDate, to: CivilDate): number | undefined {
  if (from < calendar.confirmedFrom || to > calendar.confirmedThrough) return undefined;
  return calendar.workingDaysBetween(from, to);
}

function withOver(
  state: 'overdue' | 'metLate',
  dueOn: CivilDate,
  on: CivilDate,
  calendar: WorkingCalendar,
): Standing {
  const over = workingDays(calendar, dueOn, on);
  return {
    state,
    dueOn,
    calendarDaysOver: daysBetween(dueOn, on),
    ...(over === undefined ? {} : { workingDaysOver: over }),
  };
}

/**
 * Where a clock stands at `now`. It never throws for an unconfirmed day: past the confirmed calendar
 * the counts of working days are left out, and whether it is overdue is certain all the same.
 */
export function standing(state: ClockState, now: Date, calendar: WorkingCalendar): Standing {
  const { dueOn } = state;
  const today = civilDateOf(now);
  if (state.state === 'cancelled') return { state: 'cancelled', dueOn };
  if (state.state === 'met') return { state: 'metInTime', dueOn };
  if (state.state === 'late-met')
    return withOver('metLate', dueOn, civilDateOf(state.metAt ?? now), calendar);
  // A limit that ran out before the pause began stays overdue; one that had not cannot be missed.
  if (state.pausedAt !== undefined && civilDateOf(state.pausedAt) <= dueOn) return { state: 'paused', dueOn };
  if (today > dueOn) return withOver('overdue', dueOn, today, calendar);
  if (today === dueOn) return { state: 'dueToday', dueOn, workingDaysLeft: 0, calendarDaysLeft: 0 };
  const left = workingDays(calendar, today, dueOn);
  return {
    state: 'open',
    dueOn,
    calendarDaysLeft: daysBetween(today, dueOn),
    ...(left === undefined ? {} : { workingDaysLeft: left }),
  };
}

/** Days shown at most: the strip is for the eye, not for counting. */
const STRIP_DAYS_MAX = 31;
/** Days shown after the due date of an overdue matter, at most. */
const STRIP_OVER_MAX = 14;

function isTakenByPause(state: ClockState, on: CivilDate): boolean {
  return state.pauses.some(({ after, through }) => on > after && on <= through);
}

/** Whether a day counts towards the limit, by the stretch it lies in. */
function counts(state: ClockState, on: CivilDate, calendar: WorkingCalendar): boolean {
  const stretch = state.stretches.find(({ after, last }) => on > after && on <= last);
  if (stretch === undefined || isTakenByPause(state, on)) return false;
  return countsIn(stretch.unit, stretch.weekends, dayNumberOf(on), calendar);
}

function earlier(a: CivilDate, b: CivilDate): CivilDate {
  return compare(a, b) <= 0 ? a : b;
}

/** The strip up to which day: the due date, or today when overdue, within the confirmed days. */
function lastDay(state: ClockState, today: CivilDate, calendar: WorkingCalendar): CivilDate {
  const closedAt = state.metAt ?? state.cancelledAt;
  const until = closedAt === undefined ? today : civilDateOf(closedAt);
  if (until <= state.dueOn) return earlier(state.dueOn, calendar.confirmedThrough);
  return earlier(earlier(until, addDays(state.dueOn, STRIP_OVER_MAX)), calendar.confirmedThrough);
}

function markOf(
  day: { on: CivilDate; working: boolean },
  dueOn: CivilDate,
  today: CivilDate,
): DayMark['mark'] {
  if (day.on === dueOn) return 'due';
  if (day.on === today) return 'today';
  if (!day.working) return 'off';
  if (day.on > dueOn) return 'over';
  return day.on < today ? 'passed' : 'open';
}

/**
 * The days from the event to the due date (to today when overdue) as marks for the strip of days.
 * `off` = not counted. At most 31 days, the last ones; at most 14 past the due date.
 */
export function dayStrip(state: ClockState, now: Date, calendar: WorkingCalendar): DayMark[] {
  const today = civilDateOf(now);
  const receivedOn = civilDateOf(state.receivedAt);
  const last = lastDay(state, today, calendar);
  const marks: DayMark[] = [];
  let ordinal = 0;
  for (let on = receivedOn; on <= last; on = addDays(on, 1)) {
    const counted = counts(state, on, calendar);
    if (counted) ordinal += 1;
    const isPlain = on > state.dueOn || on === receivedOn ? calendar.isWorkingDay(on) : counted;
    const mark: DayMark = {
      on,
      mark: markOf({ on, working: isPlain }, state.dueOn, today),
      isToday: on === today,
      isDue: on === state.dueOn,
    };
    if (counted) mark.ordinal = ordinal;
    if (on === receivedOn) mark.receivedTime = timeOf(state.receivedAt);
    marks.push(mark);
  }
  return marks.slice(-STRIP_DAYS_MAX);
}
