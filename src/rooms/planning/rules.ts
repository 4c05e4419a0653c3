import { addDays, type CivilDate, weekdayOf } from '../../rules/calendar/index.ts';

export type Per = 'week' | 'month';

/** Days of a period, both included. */
export interface Period {
  from: CivilDate;
  through: CivilDate;
}

const MONDAY = 1;

/** First day of the month a day lies in. */
export function monthOf(on: CivilDate): CivilDate {
  return `${on.slice(0, 7)}-01`;
}

/** First day of the month before or after. */
export function monthBeside(first: CivilDate, step: -1 | 1): CivilDate {
  return monthOf(addDays(first, step === 1 ? 31 : -1));
}

/** The week (Monday to Sunday) or month a day lies in. */
export function periodOf(on: CivilDate, per: Per): Period {
  if (per === 'month') {
    const from = monthOf(on);
    return { from, through: addDays(monthBeside(from, 1), -1) };
  }
  const from = addDays(on, MONDAY - weekdayOf(on));
  return { from, through: addDays(from, 6) };
}

/** This period and those before it, the newest first; none from before a target held. */
export function periodsBack(today: CivilDate, per: Per, count: number, notBefore: CivilDate): Period[] {
  const periods: Period[] = [];
  for (let on = today; periods.length < count; ) {
    const period = periodOf(on, per);
    if (period.through < notBefore) break;
    periods.push(period);
    on = addDays(period.from, -1);
  }
  return periods;
}

export type Kept = 'kept' | 'short' | 'open';

/** Whether a period brought what it should; one that still runs is open until it has. */
export function keptIn(period: Period, today: CivilDate, items: number, atLeast: number): Kept {
  if (items >= atLeast) return 'kept';
  return period.through >= today ? 'open' : 'short';
}

/** The weeks a month's page shows, each of seven days from Monday. */
export function weeksOf(first: CivilDate): CivilDate[][] {
  const { through } = periodOf(first, 'month');
  const weeks: CivilDate[][] = [];
  for (let on = periodOf(first, 'week').from; on <= through; on = addDays(on, 7))
    weeks.push(Array.from({ length: 7 }, (_, day) => addDays(on, day)));
  return weeks;
}
