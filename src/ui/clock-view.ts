import { civilDateOf, type WorkingCalendar } from '../rules/calendar/index.ts';
import {
  type ClockState,
  type DayMark as CountedDay,
  dayStrip,
  type Standing,
  standing,
  standingWords,
} from '../rules/clock/index.ts';
import type { Lang } from '../rules/lang.ts';
import type { ClockView, DayMark, ClockState as ShownState } from './clocks.tsx';

const SHOWN_STATES: Readonly<Record<Standing['state'], ShownState>> = {
  open: 'running',
  dueToday: 'urgent',
  overdue: 'overdue',
  paused: 'paused',
  metInTime: 'done',
  metLate: 'doneLate',
  cancelled: 'paused',
};

/**
 * A folded clock as pages show it: its state, the words of `rules/clock`, its strokes. `dueText` and `whyHref` come from
 * the room, which knows what is due and where its trace is read.
 */
export function presentClock(
  clock: ClockState,
  now: Date,
  calendar: WorkingCalendar,
  lang: Lang,
  more?: { readonly dueText?: string | undefined; readonly whyHref?: string | undefined },
): ClockView {
  const stands = standing(clock, now, calendar);
  return {
    state: SHOWN_STATES[stands.state],
    words: standingWords(stands, lang),
    marks: strokes(dayStrip(clock, now, calendar), clock, stands.state),
    due: more?.dueText,
    whyHref: more?.whyHref,
  };
}

/**
 * The day of the event is not drawn unless it counts; a due date to come is one more open day; of a matter that is
 * closed nothing is drawn after the day it was closed.
 */
function strokes(days: readonly CountedDay[], clock: ClockState, state: Standing['state']): DayMark[] {
  const closedAt = clock.metAt ?? clock.cancelledAt;
  const lastOn = closedAt === undefined ? undefined : civilDateOf(closedAt);
  const isPast = state === 'overdue' || state === 'metLate';
  return days
    .filter((day, i) => (i > 0 || day.ordinal !== undefined) && (lastOn === undefined || day.on <= lastOn))
    .map((day): DayMark => {
      if (day.mark === 'off') return 'off';
      if (isPast) return day.isDue ? 'due' : day.on > clock.dueOn ? 'over' : 'passed';
      if (lastOn !== undefined) return 'passed';
      return day.isToday ? 'today' : day.mark === 'due' ? 'open' : day.mark;
    });
}
