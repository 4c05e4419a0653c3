import {
  civilDateOfDay,
  type DayNumber,
  dayNumberAt,
  minutesOf,
  startOfDayMs,
  type WorkingCalendar,
} from '../calendar/index.ts';
import type { ArticleRef, ClockRule, Period, Stretch, Unit } from './types.ts';

/** The civil code on periods of time; it applies where the regulation has no rule of its own. */
export function civilCode(article: string): ArticleRef {
  return { article, instrument: 'BLDS 2015' };
}

/** Days out of the count: after `after`, to `through`. An open pause has no end yet and takes nothing out. */
export type Pause = { after: DayNumber; through: DayNumber };

/** What all counting of one clock has in common. */
export type Count = {
  rule: ClockRule;
  calendar: WorkingCalendar;
  pauses: readonly Pause[];
};

/** A counted stretch as day numbers; `last` is the last counted day, before any roll-over. */
export type CountedStretch = { after: DayNumber; last: DayNumber; through: DayNumber; unit: Unit };

/** Whether a pause takes the day out of the count. */
export function isPaused(pauses: readonly Pause[], day: DayNumber): boolean {
  for (const pause of pauses) if (day > pause.after && day <= pause.through) return true;
  return false;
}

/** Whether a day counts in a unit, pauses aside. */
export function countsIn(
  unit: Unit,
  weekends: 'excluded' | 'counted' | undefined,
  day: DayNumber,
  calendar: WorkingCalendar,
): boolean {
  if (unit === 'calendarDay') return true;
  if (unit === 'ngay' && weekends === 'counted') {
    const { working, kind } = calendar.dayAt(day);
    return working || kind === 'weekend';
  }
  return calendar.isWorkingAt(day);
}

/** The first working day on or after `day` that no pause takes out. */
function workingDayFrom(day: DayNumber, { calendar, pauses }: Count): DayNumber {
  let on = day;
  while (isPaused(pauses, on) || !calendar.isWorkingAt(on)) on += 1;
  return on;
}

/**
 * Counts a period from the day after `after`. The last day, when it is a day off, gives way to the
 * next working day (BLDS 2015 Đ148.5) unless the rule says otherwise.
 */
export function countPeriod(count: Count, after: DayNumber, period: Period): CountedStretch {
  const { rule, calendar, pauses } = count;
  const { unit } = period;
  if (unit === 'immediate') {
    const day = workingDayFrom(after + 1, count);
    return { after, last: day, through: day, unit };
  }
  let last = after;
  for (let left = period.value; left > 0; ) {
    last += 1;
    if (!isPaused(pauses, last) && countsIn(unit, rule.weekends, last, calendar)) left -= 1;
  }
  return { after, last, through: rollOver(count, last, unit), unit };
}

/** The working day a period ends with whose last day is `last`. */
export function rollOver(count: Count, last: DayNumber, unit: Unit): DayNumber {
  if (unit === 'workingDay' || count.rule.rollOver === false) return last;
  return count.calendar.isWorkingAt(last) ? last : workingDayFrom(last + 1, count);
}

/** When counting begins: the moment, the day before day 1, and the day of the event itself. */
export type Start = { atMs: number; after: DayNumber; eventDay: DayNumber };

/**
 * The day of the event is not counted (BLDS 2015 Đ147.3). A rule with a start time begins at that
 * time of the first working day at or after the event, and that day is day 1 (Lào Cai Đ11.6.c).
 */
export function startOf(rule: ClockRule, at: Date, calendar: WorkingCalendar): Start {
  const eventDay = dayNumberAt(at);
  if (rule.startAt === undefined) return { atMs: at.getTime(), after: eventDay, eventDay };
  const offsetMs = minutesOf(rule.startAt) * 60_000;
  let day = eventDay;
  while (!calendar.isWorkingAt(day) || startOfDayMs(day) + offsetMs < at.getTime()) day += 1;
  return { atMs: startOfDayMs(day) + offsetMs, after: day - 1, eventDay };
}

/** The first period of a clock. An immediate duty without a start time has the day of the event itself. */
export function countFirstPeriod(count: Count, start: Start, period: Period): CountedStretch {
  const ownDay = period.unit === 'immediate' && count.rule.startAt === undefined;
  return countPeriod(count, ownDay ? start.eventDay - 1 : start.after, period);
}

/**
 * The end of a promised date. It stands as it was given, a day off gives way to the next working day
 * (BLDS 2015 Đ148.5), and days of a pause after the promise are added as to any other time limit.
 */
export function countPromise(
  count: Count,
  start: Start,
  madeOn: DayNumber,
  promised: DayNumber,
  unit: Unit,
): CountedStretch {
  const { rule, calendar, pauses } = count;
  let through = promised;
  while (rule.rollOver !== false && !calendar.isWorkingAt(through)) through += 1;
  const countedUnit = unit === 'immediate' ? 'workingDay' : unit;
  const stopped = pauses.some(
    (pause) => pause.after < through && pause.through > Math.max(madeOn, pause.after),
  );
  let left = 0;
  for (let day = madeOn + 1; stopped && day <= through; day += 1) {
    if (countsIn(countedUnit, rule.weekends, day, calendar)) left += 1;
  }
  const after = start.after;
  if (left === 0) return { after, last: promised, through, unit: countedUnit };
  return { ...countPeriod(count, madeOn, { value: left, unit: countedUnit }), after };
}

/** A stretch in dates, for the state. */
export function stretchOf(rule: ClockRule, stretch: CountedStretch): Stretch {
  return {
    after: civilDateOfDay(stretch.after),
    last: civilDateOfDay(stretch.last),
    through: civilDateOfDay(stretch.through),
    unit: stretch.unit,
    weekends: rule.weekends ?? 'excluded',
  };
}
