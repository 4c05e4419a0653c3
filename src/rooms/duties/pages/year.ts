import {
  addDays,
  buildCalendar,
  type CivilDate,
  type DayKind,
  daysBetween,
  formatDate,
  weekdayOf,
} from '../../../rules/calendar/index.ts';
import type { Lang, Words } from '../../../rules/lang.ts';
import { calendarRowOf } from '../calendar.ts';
import { CALENDAR_WORDS } from '../page-words.ts';
import type { CalendarRowRecord } from '../store.ts';

/** One day of the year's tables. */
export interface YearDay {
  on: CivilDate;
  working: boolean;
  kind: DayKind;
  name: Words | undefined;
}

export interface YearMonth {
  month: number;
  days: YearDay[];
  workingDays: number;
  offDays: number;
  /** Days that differ from the plain week. */
  departures: YearDay[];
}

/** A year by month, from the rows as they stand, confirmed or not: what people look at, never what dates are counted by. */
export function yearOf(year: number, rows: readonly CalendarRowRecord[]): YearMonth[] {
  const calendar = buildCalendar({
    rows: rows.map(calendarRowOf),
    confirmedFrom: `${year}-01-01`,
    confirmedThrough: `${year}-12-31`,
  });
  return Array.from({ length: 12 }, (_, i) => {
    const first = `${year}-${String(i + 1).padStart(2, '0')}-01`;
    const next = i === 11 ? `${year + 1}-01-01` : `${year}-${String(i + 2).padStart(2, '0')}-01`;
    const days = Array.from({ length: daysBetween(first, next) }, (_day, d) => {
      const on = addDays(first, d);
      const { working, kind, name } = calendar.dayOf(on);
      return { on, working, kind, name };
    });
    const workingDays = days.filter((day) => day.working).length;
    const departures = days.filter((day) => day.kind !== 'ordinary' && day.kind !== 'weekend');
    return { month: i + 1, days, workingDays, offDays: days.length - workingDays, departures };
  });
}

/** The weeks of a month, Monday first; places outside the month are empty. */
export function weeksOf(days: readonly YearDay[]): (YearDay | undefined)[][] {
  const weeks: (YearDay | undefined)[][] = [];
  for (const day of days) {
    const weekday = weekdayOf(day.on);
    if (weekday === 1 || weeks.length === 0) weeks.push(Array.from({ length: 7 }));
    const week = weeks.at(-1);
    if (week) week[weekday - 1] = day;
  }
  return weeks;
}

/** "Quốc khánh: nghỉ, 02/09". */
export function dayText(day: YearDay, lang: Lang): string {
  const kind = CALENDAR_WORDS[lang].kinds[day.kind];
  const name = day.name?.[lang];
  return `${formatDate(day.on, lang, 'weekdayDayMonth')}: ${kind}${name ? ` (${name})` : ''}`;
}
