// Seeded cases for tests/clock-oracle.test.ts: calendars and matters, each in the engine's words and
// in the oracle's.
import {
  buildCalendar,
  type CalendarRow,
  proposeHolidays,
  type WorkingCalendar,
} from '../../src/rules/calendar/index.ts';
import type { ClockEvent, ClockRule, Unit } from '../../src/rules/clock/index.ts';
import {
  type Day,
  type DayTable,
  type Moment,
  monthLength,
  type OracleEvent,
  type OracleExtra,
  type OracleRule,
  rank,
  tableOf,
  tomorrow,
  weekday,
  write,
} from './clock-oracle.ts';

/** Whole numbers from 0 to `below` − 1, the same ones for the same seed (mulberry32). */
export type Dice = (below: number) => number;

export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/** One calendar, for both sides. */
export type World = { calendar: WorkingCalendar; table: DayTable };

const NAME = { vi: 'ngày thử', en: 'test day' };

const PROPOSED: readonly CalendarRow[] = Array.from({ length: 18 }, (_, i) =>
  proposeHolidays(2010 + i),
).flat();

function randomDay(dice: Dice, firstYear: number, lastYear: number): Day {
  const y = firstYear + dice(lastYear - firstYear + 1);
  const m = 1 + dice(12);
  return { y, m, d: 1 + dice(monthLength(y, m)) };
}

/** 2010 to 2027 as proposed, with some 400 swaps, half days and local days off strewn in. */
export function worldOf(dice: Dice): World {
  const extras = new Map<number, OracleExtra>();
  const rows: CalendarRow[] = [...PROPOSED];
  const put = (day: Day, kind: 'off' | 'work' | 'half') => {
    if (extras.has(rank(day))) return;
    extras.set(rank(day), { ...day, kind });
    const half = dice(2) === 0 ? 'halfMorning' : 'halfAfternoon';
    rows.push({ on: write(day), kind: kind === 'half' ? half : kind, name: NAME, source: 'test' });
  };
  for (let i = 0; i < 150; i += 1) {
    let off = randomDay(dice, 2010, 2027);
    put(off, 'off');
    for (let run = dice(3); run > 0 && off.y <= 2027; run -= 1) {
      off = tomorrow(off);
      if (off.y <= 2027) put(off, 'off');
    }
    let work = randomDay(dice, 2010, 2026);
    while (weekday(work) !== 6) work = tomorrow(work);
    put(work, 'work');
    if (dice(2) === 0) put(randomDay(dice, 2010, 2027), 'half');
  }
  const calendar = buildCalendar({ rows, confirmedFrom: '2010-01-01', confirmedThrough: '2027-12-31' });
  return { calendar, table: tableOf([...extras.values()]) };
}

/** One matter, for both sides. */
export type Case = {
  rule: ClockRule;
  events: ClockEvent[];
  oracleRule: OracleRule;
  oracleEvents: OracleEvent[];
};

const UNITS: readonly Unit[] = ['workingDay', 'workingDay', 'calendarDay', 'ngay', 'ngay', 'immediate'];
const COUNTED: readonly Exclude<Unit, 'immediate'>[] = ['workingDay', 'calendarDay', 'ngay'];

function pick<T>(dice: Dice, list: readonly T[]): T {
  return list[dice(list.length)] as T;
}

function instant({ y, m, d, minute }: Moment): Date {
  return new Date(Date.UTC(y, m - 1, d, 0, minute - 7 * 60));
}

function oracleRuleOf(dice: Dice): OracleRule {
  return {
    unit: pick(dice, UNITS),
    value: 1 + dice(20),
    startMinute: pick(dice, [undefined, undefined, 8 * 60, 8 * 60, 7 * 60 + 30, 0, 13 * 60 + 45]),
    weekendsCount: dice(2) === 0,
    rollOver: dice(8) > 0,
    cap: dice(3) > 0 ? { unit: pick(dice, COUNTED), value: 1 + dice(30) } : undefined,
    pauseAllowed: dice(8) > 0,
    extension:
      dice(4) > 0 ? { unit: pick(dice, COUNTED), value: 1 + dice(15), times: 1 + dice(2) } : undefined,
  };
}

const ARTICLE = { article: 'Đ1' };

function ruleOf(rule: OracleRule): ClockRule {
  const { unit, value, startMinute, cap, extension } = rule;
  const pad = (part: number) => String(part).padStart(2, '0');
  return {
    duty: 'TEST',
    period: { value, unit },
    article: ARTICLE,
    startEvent: 'received',
    weekends: rule.weekendsCount ? 'counted' : 'excluded',
    rollOver: rule.rollOver,
    allowsPause: rule.pauseAllowed,
    ...(startMinute === undefined
      ? {}
      : { startAt: `${pad(Math.floor(startMinute / 60))}:${pad(startMinute % 60)}` }),
    ...(cap === undefined ? {} : { cap: { ...cap, article: ARTICLE } }),
    ...(extension === undefined ? {} : { extension: { ...extension, article: ARTICLE } }),
  };
}

function later(dice: Dice, from: Moment): Moment {
  let day: Day = from;
  for (let i = dice(3) * dice(6); i > 0; i -= 1) day = tomorrow(day);
  const sameDay = rank(day) === rank(from);
  const minute = sameDay ? from.minute + dice(1440 - from.minute) : dice(1440);
  return { y: day.y, m: day.m, d: day.d, minute };
}

function dayAfter(from: Day, days: number): Day {
  let day: Day = { y: from.y, m: from.m, d: from.d };
  for (let i = 0; i < days; i += 1) day = tomorrow(day);
  return day;
}

function nextEvent(dice: Dice, at: Moment, isPaused: boolean): OracleEvent {
  // Mostly what can happen, now and then what cannot.
  const sensible = isPaused ? dice(10) > 2 : false;
  if (sensible) return { kind: 'resumed', at };
  switch (dice(12)) {
    case 0:
    case 1:
    case 2:
      return { kind: dice(20) === 0 ? 'resumed' : 'paused', at };
    case 3:
    case 4:
      return { kind: 'extended', at };
    case 5:
    case 6:
      return { kind: 'promised', at, on: dayAfter(at, dice(14)) };
    case 7:
      return { kind: 'forwarded', at, restarts: dice(2) === 0 };
    case 8:
    case 9:
      return { kind: 'reclassified', at, unit: pick(dice, UNITS), value: 1 + dice(20) };
    case 10:
      return { kind: dice(3) === 0 ? 'cancelled' : 'met', at };
    default:
      return { kind: dice(10) === 0 ? 'started' : 'calendarChanged', at };
  }
}

function eventOf(event: OracleEvent): ClockEvent {
  const at = instant(event.at);
  switch (event.kind) {
    case 'promised':
      return { kind: 'promised', at, promisedOn: write(event.on) };
    case 'forwarded':
      return { kind: 'forwarded', at, to: NAME, restarts: event.restarts };
    case 'reclassified':
      return { kind: 'reclassified', at, period: { value: event.value, unit: event.unit }, article: ARTICLE };
    default:
      return { kind: event.kind, at };
  }
}

/** A matter that starts at any minute from 2010 to the end of 2026, with up to six further events. */
export function caseOf(dice: Dice): Case {
  const oracleRule = oracleRuleOf(dice);
  let at: Moment = { ...randomDay(dice, 2010, 2026), minute: dice(1440) };
  const oracleEvents: OracleEvent[] = [{ kind: 'started', at }];
  let isPaused = false;
  for (let i = dice(7); i > 0; i -= 1) {
    at = later(dice, at);
    const event = nextEvent(dice, at, isPaused);
    if (event.kind === 'paused') isPaused = true;
    if (event.kind === 'resumed' || event.kind === 'forwarded') isPaused = false;
    oracleEvents.push(event);
  }
  return { rule: ruleOf(oracleRule), events: oracleEvents.map(eventOf), oracleRule, oracleEvents };
}
