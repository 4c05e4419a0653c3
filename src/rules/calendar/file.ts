import type { Words } from '../lang.ts';
import { type CivilDate, isCivilDate, minutesOf, type Weekday } from './civil.ts';
import type { CalendarRow, WorkingHours } from './working.ts';

/** A calendar as a data file: the days somebody has confirmed, and every row that departs from the plain week. */
export type CalendarFile = {
  confirmedFrom: CivilDate;
  confirmedThrough: CivilDate;
  weeklyRest?: Weekday[];
  workingHours?: WorkingHours;
  rows: CalendarRow[];
};

/** The calendar file is wrong; the message names the row and what is wrong with it. */
export class CalendarFileError extends Error {
  override name = 'CalendarFileError';
}

type Fields = Record<string, unknown>;

function fail(where: string, what: string): never {
  throw new CalendarFileError(`calendar file: ${where}: ${what}`);
}

function objectAt(value: unknown, where: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) fail(where, 'must be an object');
  return value as Fields;
}

function dateAt(fields: Fields, key: string, where: string): CivilDate {
  const value = fields[key];
  if (!isCivilDate(value)) fail(where, `"${key}" must be a date YYYY-MM-DD, not ${JSON.stringify(value)}`);
  return value;
}

function textAt(value: unknown, where: string): string {
  if (typeof value !== 'string' || value.trim() === '') fail(where, 'must be a text that is not empty');
  return value.normalize('NFC');
}

function wordsAt(value: unknown, where: string): Words {
  const fields = objectAt(value, where);
  return { vi: textAt(fields.vi, `${where}.vi`), en: textAt(fields.en, `${where}.en`) };
}

const KINDS: readonly string[] = ['off', 'work', 'halfMorning', 'halfAfternoon'];
const CONFIDENCES: readonly string[] = ['text', 'secondary', 'unchecked', 'computed'];
const ROW_KEYS = new Set('on kind name source announcedOn swapWith compensates confidence'.split(' '));

function rowAt(value: unknown, index: number): CalendarRow {
  const fields = objectAt(value, `rows[${index}]`);
  const where = `rows[${index}] (${String(fields.on)})`;
  for (const key of Object.keys(fields)) if (!ROW_KEYS.has(key)) fail(where, `unknown field "${key}"`);
  const row: CalendarRow = {
    on: dateAt(fields, 'on', where),
    kind: fields.kind as CalendarRow['kind'],
    name: wordsAt(fields.name, `${where}.name`),
    source:
      typeof fields.source === 'string'
        ? textAt(fields.source, `${where}.source`)
        : wordsAt(fields.source, `${where}.source`),
  };
  if (!KINDS.includes(row.kind)) fail(where, `"kind" must be one of ${KINDS.join(', ')}`);
  for (const key of ['announcedOn', 'swapWith', 'compensates'] as const) {
    if (fields[key] !== undefined) row[key] = dateAt(fields, key, where);
  }
  if (fields.confidence !== undefined) {
    row.confidence = fields.confidence as NonNullable<CalendarRow['confidence']>;
    if (!CONFIDENCES.includes(row.confidence)) {
      fail(where, `"confidence" must be one of ${CONFIDENCES.join(', ')}`);
    }
  }
  return row;
}

/** What holds between rows: one row a date, inside the confirmed days, swaps in pairs, days in lieu after a holiday. */
function checkRows(rows: readonly CalendarRow[], from: CivilDate, through: CivilDate): void {
  const byDate = new Map<CivilDate, CalendarRow>();
  rows.forEach((row, index) => {
    const where = `rows[${index}] (${row.on})`;
    if (byDate.has(row.on)) fail(where, 'the date stands twice');
    if (row.on < from || row.on > through) fail(where, `lies outside ${from} to ${through}`);
    byDate.set(row.on, row);
  });
  rows.forEach((row, index) => {
    const where = `rows[${index}] (${row.on})`;
    const other = row.swapWith === undefined ? undefined : byDate.get(row.swapWith);
    if (row.swapWith !== undefined && (other?.swapWith !== row.on || other.kind === row.kind)) {
      fail(where, `"swapWith" ${row.swapWith} is not the other day of this swap`);
    }
    if (row.compensates !== undefined && byDate.get(row.compensates)?.kind !== 'off') {
      fail(where, `"compensates" ${row.compensates} is no day off of this file`);
    }
  });
}

function weekdayAt(value: unknown, where: string): Weekday {
  const weekday = Number(value);
  if (!Number.isInteger(weekday) || weekday < 1 || weekday > 7) fail(where, 'must be a weekday 1 to 7');
  return weekday as Weekday;
}

function hoursAt(value: unknown): WorkingHours {
  const hours: WorkingHours = {};
  for (const [key, list] of Object.entries(objectAt(value, 'workingHours'))) {
    const where = `workingHours.${key}`;
    if (!Array.isArray(list)) fail(where, 'must be a list of [from, to]');
    let last = -1;
    const spans = list.map((span: unknown): [string, string] => {
      const [from, to] = Array.isArray(span) ? span : [];
      try {
        if (minutesOf(from) <= last || minutesOf(to) <= minutesOf(from)) throw new RangeError('order');
        last = minutesOf(to);
      } catch (cause) {
        throw new CalendarFileError(`calendar file: ${where}: [from, to] must be rising times HH:MM`, {
          cause,
        });
      }
      return [from, to];
    });
    hours[weekdayAt(key, where)] = spans;
  }
  return hours;
}

/**
 * Checks a calendar file that has been read as JSON and returns it typed, texts as NFC. Throws
 * CalendarFileError, which names the row. A file with an error is refused whole: half a calendar
 * would give wrong legal dates.
 */
export function parseCalendarFile(input: unknown): CalendarFile {
  const fields = objectAt(input, 'file');
  const confirmedFrom = dateAt(fields, 'confirmedFrom', 'file');
  const confirmedThrough = dateAt(fields, 'confirmedThrough', 'file');
  if (confirmedThrough < confirmedFrom) fail('file', '"confirmedThrough" lies before "confirmedFrom"');
  if (!Array.isArray(fields.rows)) fail('file', '"rows" must be a list');
  const rows = fields.rows.map(rowAt);
  checkRows(rows, confirmedFrom, confirmedThrough);
  const file: CalendarFile = { confirmedFrom, confirmedThrough, rows };
  const rest = fields.weeklyRest;
  if (rest !== undefined) {
    if (!Array.isArray(rest)) fail('file', '"weeklyRest" must be a list of weekdays');
    file.weeklyRest = rest.map((value, index) => weekdayAt(value, `weeklyRest[${index}]`));
  }
  if (fields.workingHours !== undefined) file.workingHours = hoursAt(fields.workingHours);
  return file;
}
