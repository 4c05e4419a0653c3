import type { Words } from '../lang.ts';
import {
  type CivilDate,
  civilDateOfDay,
  type DayNumber,
  dayNumberAt,
  dayNumberOf,
  minutesOf,
  startOfDayMs,
  type TimeOfDay,
  type Weekday,
  weekdayOfDay,
} from './civil.ts';
import { dateWords } from './format.ts';
import { unconfirmedWords } from './words.ts';

/**
 * One day on which the calendar departs from the plain week, with the reason it does so.
 * `halfMorning` = only the morning is worked, `halfAfternoon` = only the afternoon. A half day counts
 * as one whole working day when days are counted, and gives half the hours when hours are counted.
 */
export type CalendarRow = {
  on: CivilDate;
  kind: 'off' | 'work' | 'halfMorning' | 'halfAfternoon';
  name: Words;
  /** The legal source: an article, or the announcement that moved the day. */
  source: Words | string;
  announcedOn?: CivilDate;
  /** The other day of a swap (hoán đổi ngày làm việc). */
  swapWith?: CivilDate;
  /** The holiday on a weekly rest day that this day off makes up for (BLLĐ 2019 Đ111.3). */
  compensates?: CivilDate;
  /** How the row is known: read in the text, in a source that checked it, not yet checked, computed. */
  confidence?: 'text' | 'secondary' | 'unchecked' | 'computed';
};

/** A stretch of working time, [from, to). */
export type TimeSpan = readonly [from: TimeOfDay, to: TimeOfDay];

/** The working time of each weekday, 1 = Monday … 7 = Sunday; a weekday left out has none. */
export type WorkingHours = Partial<Record<Weekday, readonly TimeSpan[]>>;

const OFFICE_DAY: readonly TimeSpan[] = [
  ['07:30', '11:30'],
  ['13:30', '17:00'],
];

/** Monday to Friday 07:30–11:30 and 13:30–17:00; a locality may state its own. */
export const DEFAULT_WORKING_HOURS: WorkingHours = {
  1: OFFICE_DAY,
  2: OFFICE_DAY,
  3: OFFICE_DAY,
  4: OFFICE_DAY,
  5: OFFICE_DAY,
};

/**
 * What kind of day it is: `ordinary` working day; `weekend` = weekly rest; `holiday` = any announced
 * day off; `compensation` = day off in lieu; `swappedOff` / `swappedWork` = the two sides of a swap,
 * `swappedWork` also for any other rest day declared a working day; `half` = half a day is worked.
 */
export type DayKind =
  | 'ordinary'
  | 'weekend'
  | 'holiday'
  | 'compensation'
  | 'swappedOff'
  | 'swappedWork'
  | 'half';

/** What the calendar says of one day. */
export type CalendarDay = { working: boolean; kind: DayKind; name?: Words; source?: Words | string };

/** The answers of a working calendar; all of them throw CalendarUnconfirmedError outside the confirmed days. */
export type WorkingCalendar = {
  readonly confirmedFrom: CivilDate;
  readonly confirmedThrough: CivilDate;
  isWorkingDay(on: CivilDate): boolean;
  dayOf(on: CivilDate): CalendarDay;
  /**
   * The n-th working day after `from`, `from` itself not counted (BLDS 2015 Đ147.3); the n-th before
   * it when n is negative; `from` itself when n is 0.
   */
  addWorkingDays(from: CivilDate, n: number): CivilDate;
  /** Working days after `a` up to and including `b`; negative when `b` lies before `a`. */
  workingDaysBetween(a: CivilDate, b: CivilDate): number;
  /** Whole minutes of working time between two instants; negative when `b` lies before `a`. */
  workingMinutesBetween(a: Date, b: Date): number;
  /** The working time of one day; empty on a day off. */
  workingHoursOn(on: CivilDate): readonly TimeSpan[];
  /** As isWorkingDay, by day number. */
  isWorkingAt(day: DayNumber): boolean;
  /** As dayOf, by day number. */
  dayAt(day: DayNumber): CalendarDay;
  /** Whether an instant lies in working time. */
  isWorkingTime(instant: Date): boolean;
};

/** What a calendar is built from. Later rows win over earlier ones on the same date: national first, local after. */
export type CalendarOptions = {
  rows: readonly CalendarRow[];
  confirmedFrom: CivilDate;
  confirmedThrough: CivilDate;
  /** Weekdays of weekly rest; Saturday and Sunday when left out (BLLĐ 2019 Đ111, 40 hours a week). */
  weeklyRest?: readonly Weekday[];
  workingHours?: WorkingHours;
};

/** A legal date was asked of days nobody has confirmed yet. The calendar never guesses. */
export class CalendarUnconfirmedError extends RangeError {
  override name = 'CalendarUnconfirmedError';
  readonly code = 'calendarUnconfirmed';
  readonly askedOn: CivilDate;
  readonly confirmedFrom: CivilDate;
  readonly confirmedThrough: CivilDate;
  /** What to tell the person, and what to do next. */
  readonly words: Words;

  constructor(askedOn: CivilDate, confirmedFrom: CivilDate, confirmedThrough: CivilDate) {
    const words = unconfirmedWords(
      dateWords(askedOn, 'short'),
      dateWords(confirmedFrom, 'short'),
      dateWords(confirmedThrough, 'short'),
    );
    super(words.en);
    this.askedOn = askedOn;
    this.confirmedFrom = confirmedFrom;
    this.confirmedThrough = confirmedThrough;
    this.words = words;
  }
}

const NOON = '12:00';

/** The part of the spans before noon, or from noon on. */
function halfOf(spans: readonly TimeSpan[], half: 'halfMorning' | 'halfAfternoon'): readonly TimeSpan[] {
  return spans.flatMap(([from, to]): TimeSpan[] => {
    if (half === 'halfMorning') return from < NOON ? [[from, to < NOON ? to : NOON]] : [];
    return to > NOON ? [[from > NOON ? from : NOON, to]] : [];
  });
}

function kindOfRow(row: CalendarRow): DayKind {
  if (row.kind === 'work') return 'swappedWork';
  if (row.kind !== 'off') return 'half';
  if (row.swapWith !== undefined) return 'swappedOff';
  return row.compensates === undefined ? 'holiday' : 'compensation';
}

const ORDINARY: CalendarDay = { working: true, kind: 'ordinary' };
const WEEKEND: CalendarDay = { working: false, kind: 'weekend' };

/** The tables of the confirmed days, index 0 = confirmedFrom. */
type Tables = {
  first: DayNumber;
  count: number;
  days: CalendarDay[];
  spans: (readonly TimeSpan[])[];
  /** Working days before index i. */
  workedBefore: Int32Array;
  /** Day number of the k-th working day. */
  worked: Int32Array;
  /** Minutes of working time before index i. */
  minutesBefore: Float64Array;
};

function spansOfDay(row: CalendarRow | undefined, day: DayNumber, hours: WorkingHours): readonly TimeSpan[] {
  const own = hours[weekdayOfDay(day)];
  if (row === undefined || row.kind === 'off') return own ?? [];
  // A rest day that is worked has no hours of its own: it takes those of the day it is swapped with.
  const swapped = row.swapWith === undefined ? undefined : hours[weekdayOfDay(dayNumberOf(row.swapWith))];
  const full = own?.length ? own : (swapped ?? hours[1] ?? Object.values(hours)[0] ?? []);
  return row.kind === 'work' ? full : halfOf(full, row.kind);
}

function spanMinutes(spans: readonly TimeSpan[]): number {
  return spans.reduce((sum, [from, to]) => sum + minutesOf(to) - minutesOf(from), 0);
}

function buildTables(options: CalendarOptions): Tables {
  const first = dayNumberOf(options.confirmedFrom);
  const count = dayNumberOf(options.confirmedThrough) - first + 1;
  if (count < 1) throw new RangeError('a calendar must confirm at least one day');
  const rest = new Set<Weekday>(options.weeklyRest ?? [6, 7]);
  const hours = options.workingHours ?? DEFAULT_WORKING_HOURS;
  const rows = new Map<DayNumber, CalendarRow>();
  for (const row of options.rows) rows.set(dayNumberOf(row.on), row);
  const tables: Tables = {
    first,
    count,
    days: [],
    spans: [],
    workedBefore: new Int32Array(count + 1),
    worked: new Int32Array(count),
    minutesBefore: new Float64Array(count + 1),
  };
  for (let i = 0; i < count; i += 1) {
    const row = rows.get(first + i);
    const plain = rest.has(weekdayOfDay(first + i)) ? WEEKEND : ORDINARY;
    const day = row
      ? { working: row.kind !== 'off', kind: kindOfRow(row), name: row.name, source: row.source }
      : plain;
    const spans = day.working ? spansOfDay(row, first + i, hours) : [];
    const before = tables.workedBefore[i] ?? 0;
    tables.days.push(day);
    tables.spans.push(spans);
    if (day.working) tables.worked[before] = first + i;
    tables.workedBefore[i + 1] = before + (day.working ? 1 : 0);
    tables.minutesBefore[i + 1] = (tables.minutesBefore[i] ?? 0) + spanMinutes(spans);
  }
  return tables;
}

/**
 * Builds the working calendar of a locality from its rows. Asking costs a table look-up; nothing is
 * read after building. Throws CivilDateError for a row whose date is none.
 */
export function buildCalendar(options: CalendarOptions): WorkingCalendar {
  const tables = buildTables(options);
  const { confirmedFrom, confirmedThrough } = options;
  const { first, count, days, spans, workedBefore, worked, minutesBefore } = tables;
  const total = workedBefore[count] ?? 0;

  function indexOf(day: DayNumber): number {
    const index = day - first;
    if (index >= 0 && index < count) return index;
    throw new CalendarUnconfirmedError(civilDateOfDay(day), confirmedFrom, confirmedThrough);
  }
  function dayAt(day: DayNumber): CalendarDay {
    return days[indexOf(day)] ?? WEEKEND;
  }
  function spansAt(day: DayNumber): readonly TimeSpan[] {
    return spans[indexOf(day)] ?? [];
  }
  function addWorkingDays(from: CivilDate, n: number): CivilDate {
    const index = indexOf(dayNumberOf(from));
    if (n === 0) return from;
    const rank = n > 0 ? (workedBefore[index + 1] ?? 0) + n - 1 : (workedBefore[index] ?? 0) + n;
    // Past either end the date is unknown; the first unconfirmed day is the one that was asked for.
    if (rank < 0) indexOf(first - 1);
    if (rank >= total) indexOf(first + count);
    return civilDateOfDay(worked[rank] ?? Number.NaN);
  }
  function workingDaysBetween(a: CivilDate, b: CivilDate): number {
    return (
      (workedBefore[indexOf(dayNumberOf(b)) + 1] ?? 0) - (workedBefore[indexOf(dayNumberOf(a)) + 1] ?? 0)
    );
  }
  /** Minutes of working time from the first confirmed day to the instant, with fractions. */
  function minutesUntil(instant: Date): number {
    const day = dayNumberAt(instant);
    const minute = (instant.getTime() - startOfDayMs(day)) / 60_000;
    let sum = minutesBefore[indexOf(day)] ?? 0;
    for (const [from, to] of spansAt(day)) {
      const begins = minutesOf(from);
      sum += Math.min(Math.max(minute - begins, 0), minutesOf(to) - begins);
    }
    return sum;
  }
  return {
    confirmedFrom,
    confirmedThrough,
    isWorkingDay: (on) => dayAt(dayNumberOf(on)).working,
    dayOf: (on) => dayAt(dayNumberOf(on)),
    addWorkingDays,
    workingDaysBetween,
    workingMinutesBetween: (a, b) => Math.trunc(minutesUntil(b) - minutesUntil(a)),
    workingHoursOn: (on) => spansAt(dayNumberOf(on)),
    isWorkingAt: (day) => dayAt(day).working,
    dayAt,
    isWorkingTime(instant) {
      const day = dayNumberAt(instant);
      const minute = (instant.getTime() - startOfDayMs(day)) / 60_000;
      return spansAt(day).some(([from, to]) => minute >= minutesOf(from) && minute < minutesOf(to));
    },
  };
}
