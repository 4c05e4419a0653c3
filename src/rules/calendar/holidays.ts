import type { Words } from '../lang.ts';
import { addDays, type CivilDate, compare, type Weekday, weekdayOf } from './civil.ts';
import { civilDateOfLunar } from './lunar.ts';
import { compensationName, HOLIDAYS } from './words.ts';
import type { CalendarRow } from './working.ts';

/** A statutory holiday before days in lieu are worked out. */
type Holiday = { on: CivilDate; name: Words; point: string };

/** Where the labour code in force on 1 January of the year lists the holidays, and the days in lieu. */
function labourCode(year: number): { holiday: (point: string) => Words; inLieu: Words } {
  if (year >= 2021) return codeOf('2019', 112, 111);
  // The code of 2012 entered into force on 01/05/2013.
  if (year >= 2014) return codeOf('2012', 115, 115);
  // The code of 1994 had one article for both, without points.
  const whole = { vi: 'Điều 73 Bộ luật Lao động 1994', en: 'Labour Code 1994, Article 73' };
  return { holiday: () => whole, inLieu: whole };
}

function codeOf(code: string, holidays: number, inLieu: number): ReturnType<typeof labourCode> {
  return {
    holiday: (point) => ({
      vi: `Điểm ${point} khoản 1 Điều ${holidays} Bộ luật Lao động ${code}`,
      en: `Labour Code ${code}, Article ${holidays}.1.${point}`,
    }),
    inLieu: {
      vi: `Khoản 3 Điều ${inLieu} Bộ luật Lao động ${code}`,
      en: `Labour Code ${code}, Article ${inLieu}.3`,
    },
  };
}

/** The days made up for: each holiday on a weekly rest day moves to the next day that is neither. */
function daysInLieu(holidays: readonly CivilDate[], rest: ReadonlySet<Weekday>): Map<CivilDate, CivilDate> {
  const off = new Set(holidays);
  const inLieu = new Map<CivilDate, CivilDate>();
  for (const on of [...holidays].sort(compare)) {
    if (!rest.has(weekdayOf(on))) continue;
    let next = addDays(on, 1);
    while (off.has(next) || rest.has(weekdayOf(next))) next = addDays(next, 1);
    off.add(next);
    inLieu.set(next, on);
  }
  return inLieu;
}

/** Consecutive days off around a holiday, weekly rest included. */
function lengthOfBreak(holidays: readonly CivilDate[], rest: ReadonlySet<Weekday>): number {
  const off = new Set([...holidays, ...daysInLieu(holidays, rest).keys()]);
  const isOff = (on: CivilDate) => off.has(on) || rest.has(weekdayOf(on));
  const start = holidays[0] ?? '';
  let length = 1;
  for (let on = addDays(start, -1); isOff(on); on = addDays(on, -1)) length += 1;
  for (let on = addDays(start, 1); isOff(on); on = addDays(on, 1)) length += 1;
  return length;
}

/** Of several lawful choices the one with fewest days in lieu, then the longest break, then the first. */
function choose(choices: readonly CivilDate[][], rest: ReadonlySet<Weekday>): CivilDate[] {
  const ranked = choices.map((days) => ({
    days,
    inLieu: daysInLieu(days, rest).size,
    length: lengthOfBreak(days, rest),
  }));
  ranked.sort((a, b) => a.inLieu - b.inLieu || b.length - a.length);
  return ranked[0]?.days ?? [];
}

/**
 * Tết: five days, of which the Prime Minister fixes each year how many fall before the new year
 * (BLLĐ 2019 Đ112.3). Four days (one and three) under the code of 1994, to Tết 2013.
 */
function tetDays(year: number, rest: ReadonlySet<Weekday>): CivilDate[] {
  const newYear = civilDateOfLunar(year, 1, 1);
  const pattern = (before: number, total: number) =>
    Array.from({ length: total }, (_, i) => addDays(newYear, i - before));
  if (year <= 2013) return pattern(1, 4);
  // What was announced for every year from 2018 to 2026: two days before, unless one before costs fewer days in lieu.
  const twoBefore = pattern(2, 5);
  const oneBefore = pattern(1, 5);
  return daysInLieu(oneBefore, rest).size < daysInLieu(twoBefore, rest).size ? oneBefore : twoBefore;
}

/** National Day: 2 September, and from 2021 one day beside it which the Prime Minister fixes (Đ112.3). */
function nationalDays(year: number, rest: ReadonlySet<Weekday>): CivilDate[] {
  const second = `${year}-09-02`;
  if (year < 2021) return [second];
  return choose(
    [
      [`${year}-09-01`, second],
      [second, `${year}-09-03`],
    ],
    rest,
  );
}

function statutoryHolidays(year: number, rest: ReadonlySet<Weekday>): Holiday[] {
  const one = (on: CivilDate, name: Words, point: string): Holiday => ({ on, name, point });
  const list = [
    one(`${year}-01-01`, HOLIDAYS.newYear, 'a'),
    ...tetDays(year, rest).map((on) => one(on, HOLIDAYS.tet, 'b')),
    one(`${year}-04-30`, HOLIDAYS.victory, 'c'),
    one(`${year}-05-01`, HOLIDAYS.labour, 'd'),
    ...nationalDays(year, rest).map((on) => one(on, HOLIDAYS.national, 'đ')),
  ];
  // Luật 84/2007/QH11 made the tenth of the third lunar month a holiday.
  if (year >= 2007) list.push(one(civilDateOfLunar(year, 3, 10), HOLIDAYS.hungKings, 'e'));
  if (year >= 2026) list.push(one(`${year}-11-24`, HOLIDAYS.culture, ''));
  return list.sort((a, b) => compare(a.on, b.on));
}

function sourceOf(holiday: Holiday, year: number): Words {
  if (holiday.point === '') {
    return { vi: 'Nghị quyết 28/2026/QH16', en: 'Resolution 28/2026/QH16 of the National Assembly' };
  }
  return labourCode(year).holiday(holiday.point);
}

/**
 * Proposes the statutory holidays of a year and the days in lieu of those on a weekly rest day
 * (BLLĐ 2019 Đ111.3, Đ112; the codes of 2012 and 1994 for earlier years). A proposal only: which days
 * of Tết and which day beside 2 September, and every swap, are announced year by year, so a person
 * confirms the rows before the calendar knows them. Sorted by date; one row a date.
 */
export function proposeHolidays(year: number, weeklyRest: readonly Weekday[] = [6, 7]): CalendarRow[] {
  const rest = new Set(weeklyRest);
  const code = labourCode(year);
  const rows = new Map<CivilDate, CalendarRow>();
  const holidays = statutoryHolidays(year, rest);
  for (const holiday of holidays) {
    const row = rows.get(holiday.on);
    // Two holidays on one day (Giỗ Tổ on 30/4 or 1/5) are one day off with both names.
    const name = row ? both(row.name, holiday.name) : holiday.name;
    rows.set(holiday.on, {
      on: holiday.on,
      kind: 'off',
      name,
      source: sourceOf(holiday, year),
      confidence: 'computed',
    });
  }
  for (const [on, holidayOn] of daysInLieu([...rows.keys()], rest)) {
    rows.set(on, {
      on,
      kind: 'off',
      name: compensationName(rows.get(holidayOn)?.name ?? HOLIDAYS.national),
      source: code.inLieu,
      compensates: holidayOn,
      confidence: 'computed',
    });
  }
  return [...rows.values()].sort((a, b) => compare(a.on, b.on));
}

function both(first: Words, second: Words): Words {
  return { vi: `${first.vi} và ${second.vi}`, en: `${first.en} and ${second.en}` };
}
