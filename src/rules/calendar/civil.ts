/**
 * Civil dates and instants of Việt Nam: UTC+7 all year, no daylight saving. Everything is integer
 * arithmetic on days and milliseconds, so the time zone of the process never matters.
 */

/** A date of the civil calendar in Việt Nam, written 'YYYY-MM-DD', years 1583 to 9999. */
export type CivilDate = string;

/** A time of day in Việt Nam, 'HH:MM', 00:00 to 23:59. */
export type TimeOfDay = string;

/** Days since 1970-01-01 in the civil calendar: the integer all counting is done with. */
export type DayNumber = number;

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const OFFSET_MS = 7 * 60 * MINUTE_MS;

/** Date and time were written in a form that is no date or time; a fault of the caller. */
export class CivilDateError extends RangeError {
  override name = 'CivilDateError';
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

/** Days since 1970-01-01 of a Gregorian date, by counting years from 1 March so that the leap day comes last. */
function dayNumber(year: number, month: number, day: number): DayNumber {
  const shiftedYear = month > 2 ? year : year - 1;
  const shiftedMonth = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * shiftedMonth + 2) / 5) + day - 1;
  const leaps = Math.floor(shiftedYear / 4) - Math.floor(shiftedYear / 100) + Math.floor(shiftedYear / 400);
  return shiftedYear * 365 + leaps + dayOfYear - 719_468;
}

function parseDay(on: string): DayNumber {
  if (on.length !== 10 || on.charCodeAt(4) !== 45 || on.charCodeAt(7) !== 45) return Number.NaN;
  const year = digits(on, 0, 4);
  const month = digits(on, 5, 7);
  const day = digits(on, 8, 10);
  const valid = year >= 1583 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return valid ? dayNumber(year, month, day) : Number.NaN;
}

/** Whether the value is a real date written 'YYYY-MM-DD' (29 February only in leap years). */
export function isCivilDate(value: unknown): value is CivilDate {
  return typeof value === 'string' && !Number.isNaN(parseDay(value));
}

/** The day number of a civil date; throws CivilDateError when it is no date. */
export function dayNumberOf(on: CivilDate): DayNumber {
  const day = parseDay(on);
  if (Number.isNaN(day)) throw new CivilDateError(`not a date YYYY-MM-DD: ${JSON.stringify(on)}`);
  return day;
}

function pad2(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

/** The civil date of a day number; the inverse of dayNumberOf. */
export function civilDateOfDay(day: DayNumber): CivilDate {
  // Years from 1 March, in eras of 400 years (146,097 days); day 719,468 is 1970-01-01.
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${pad2(month)}-${pad2(dayOfMonth)}`;
}

/** The date `days` days later (earlier when negative), every day counted. */
export function addDays(on: CivilDate, days: number): CivilDate {
  return civilDateOfDay(dayNumberOf(on) + days);
}

/** How many days `to` lies after `from`; negative when it lies before. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/** Day of the week as in ISO 8601: 1 = Monday … 7 = Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The weekday of a day number; 1970-01-01 was a Thursday. */
export function weekdayOfDay(day: DayNumber): Weekday {
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** The weekday of a date. */
export function weekdayOf(on: CivilDate): Weekday {
  return weekdayOfDay(dayNumberOf(on));
}

/** Negative, zero or positive as `a` lies before, on or after `b`; fits Array.sort. */
export function compare(a: CivilDate, b: CivilDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The day number, in Việt Nam, of an instant. */
export function dayNumberAt(instant: Date): DayNumber {
  return Math.floor((instant.getTime() + OFFSET_MS) / DAY_MS);
}

/** The date in Việt Nam at an instant. */
export function civilDateOf(instant: Date): CivilDate {
  return civilDateOfDay(dayNumberAt(instant));
}

/** Minutes since midnight of 'HH:MM'; throws CivilDateError when it is no time of day. */
export function minutesOf(time: TimeOfDay): number {
  const hours = digits(time, 0, 2);
  const minutes = digits(time, 3, 5);
  if (time.length !== 5 || time.charCodeAt(2) !== 58 || !(hours <= 23) || !(minutes <= 59)) {
    throw new CivilDateError(`not a time HH:MM: ${JSON.stringify(time)}`);
  }
  return hours * 60 + minutes;
}

/** The first instant of a day number in Việt Nam, in milliseconds since the epoch. */
export function startOfDayMs(day: DayNumber): number {
  return day * DAY_MS - OFFSET_MS;
}

/** The instant of a date and time (00:00 when left out) in Việt Nam. */
export function instantOf(on: CivilDate, time: TimeOfDay = '00:00'): Date {
  return new Date(startOfDayMs(dayNumberOf(on)) + minutesOf(time) * MINUTE_MS);
}

/** The time of day in Việt Nam at an instant, seconds cut off. */
export function timeOf(instant: Date): TimeOfDay {
  return new Date(instant.getTime() + OFFSET_MS).toISOString().slice(11, 16);
}

/** 00:00 of the following day: the exclusive end of a period whose last day is `on` (24:00, BLDS 2015 Đ148.6). */
export function startOfNextDay(on: CivilDate): Date {
  return new Date(startOfDayMs(dayNumberOf(on) + 1));
}
