import type { CivilDate } from '../rules/calendar/index.ts';
import type { DayMark as CountedDay, Standing } from '../rules/clock/index.ts';
import type { DayMark } from './clocks.tsx';

/**
 * The counted days of a clock as its strokes. The day of the event is not drawn unless it counts; a due date to come is
 * one more open day, one that has passed a bar; of a matter that is closed nothing is drawn after the day it was closed.
 *
 * @param closedOn the day the matter was met or cancelled; undefined while it is open
 */
export function drawStrokes(
  days: readonly CountedDay[],
  { state, dueOn, workingDaysOver }: Standing,
  closedOn?: CivilDate,
): DayMark[] {
  const isPast = state === 'overdue' || state === 'metLate';
  const over = days.filter(({ mark }) => mark === 'over').length;
  // today is marked as today even when it is a day off: it is one day over only if the count says so
  const isTodayOver = workingDaysOver === undefined || over < workingDaysOver;
  return days
    .filter((day) => day.receivedTime === undefined || day.ordinal !== undefined)
    .filter((day) => closedOn === undefined || day.on <= closedOn)
    .map((day): DayMark => {
      if (day.mark === 'off') return 'off';
      if (isPast && day.isDue) return 'due';
      if (isPast && day.on > dueOn) return day.isToday && !isTodayOver ? 'off' : 'over';
      if (isPast || closedOn !== undefined) return 'passed';
      return day.isToday ? 'today' : day.mark === 'due' ? 'open' : day.mark;
    });
}
