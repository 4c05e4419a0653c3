import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import {
  addDays,
  buildCalendar,
  type CalendarRow,
  CalendarUnconfirmedError,
  instantOf,
  parseCalendarFile,
  proposeHolidays,
} from './index.ts';

const file = parseCalendarFile(
  JSON.parse(readFileSync(new URL('../../../profiles/calendar/viet-nam.json', import.meta.url), 'utf8')),
);
const calendar = buildCalendar(file);
const NAME = { vi: 'ngày thử', en: 'test day' };

function allOff(from: string, through: string): boolean {
  for (let on = from; on <= through; on = addDays(on, 1)) if (calendar.isWorkingDay(on)) return false;
  return (
    calendar.isWorkingDay(addDays(through, 1)) && calendar.isWorkingDay(calendar.addWorkingDays(from, -1))
  );
}

test('the breaks of 2023 to 2026 are off from end to end, and no longer', () => {
  const breaks = [
    ['2023-01-20', '2023-01-26'],
    ['2023-04-29', '2023-05-03'],
    ['2023-09-01', '2023-09-04'],
    ['2024-02-08', '2024-02-14'],
    ['2024-08-31', '2024-09-03'],
    ['2025-01-25', '2025-02-02'],
    ['2025-04-30', '2025-05-04'],
    ['2025-08-30', '2025-09-02'],
    ['2026-01-01', '2026-01-04'],
    ['2026-02-14', '2026-02-22'],
    ['2026-04-25', '2026-04-27'],
    ['2026-04-30', '2026-05-03'],
    ['2026-08-29', '2026-09-02'],
    ['2026-11-24', '2026-11-24'],
  ] as const;
  for (const [from, through] of breaks) assert.ok(allOff(from, through), `${from} to ${through}`);
});

test('swapped days are told by kind, name and source', () => {
  for (const on of ['2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22']) {
    assert.deepEqual([calendar.dayOf(on).working, calendar.dayOf(on).kind], [true, 'swappedWork'], on);
    assert.equal(calendar.workingHoursOn(on).length, 2, on);
  }
  for (const on of ['2024-04-29', '2025-05-02', '2026-01-02', '2026-08-31']) {
    assert.deepEqual([calendar.dayOf(on).working, calendar.dayOf(on).kind], [false, 'swappedOff'], on);
  }
  assert.equal(calendar.dayOf('2023-05-02').kind, 'compensation');
  assert.equal(calendar.dayOf('2026-11-24').name?.vi, 'Ngày Văn hóa Việt Nam');
  assert.equal(calendar.dayOf('2026-11-21').kind, 'weekend');
  assert.deepEqual(calendar.dayOf('2026-11-20'), { working: true, kind: 'ordinary' });
});

test('the confirmed rows are the statutory proposal of each year and its swaps, nothing else', () => {
  const swaps = file.rows.filter(({ swapWith }) => swapWith !== undefined);
  assert.equal(swaps.length, 8);
  const rest = file.rows.filter(({ swapWith }) => swapWith === undefined);
  const proposed = [2023, 2024, 2025, 2026].flatMap((year) => proposeHolidays(year));
  const comparable = (rows: CalendarRow[]) =>
    rows.map(({ on, kind, name, source, compensates }) => ({ on, kind, name, source, compensates }));
  assert.deepEqual(comparable(rest), comparable(proposed));
});

test('a day of 2027 is not confirmed: every question about it throws and says what to do', () => {
  const questions = [
    () => calendar.isWorkingDay('2027-01-04'),
    () => calendar.dayOf('2027-01-04'),
    () => calendar.workingHoursOn('2027-01-04'),
    () => calendar.addWorkingDays('2026-12-30', 2),
    () => calendar.addWorkingDays('2023-01-03', -1),
    () => calendar.workingDaysBetween('2026-12-01', '2027-01-04'),
    () => calendar.workingMinutesBetween(instantOf('2026-12-31'), instantOf('2027-01-04')),
  ];
  for (const question of questions) assert.throws(question, CalendarUnconfirmedError);
  assert.throws(questions[0] ?? assert.fail, (error) => {
    assert.ok(error instanceof CalendarUnconfirmedError);
    assert.deepEqual([error.askedOn, error.confirmedThrough], ['2027-01-04', '2026-12-31']);
    assert.match(error.words.vi, /đến 31\/12\/2026, chưa có ngày 04\/01\/2027\. Hãy đề nghị quản trị viên/);
    assert.match(error.words.en, /to 31 Dec 2026 and does not reach 4 Jan 2027\. Ask the administrator/);
    return true;
  });
});

test('working days are added and counted without the first day', () => {
  const table: [from: string, n: number, to: string][] = [
    ['2025-04-24', 1, '2025-04-25'],
    ['2025-04-24', 2, '2025-04-26'],
    ['2025-04-24', 3, '2025-04-28'],
    ['2025-04-29', 1, '2025-05-05'],
    ['2026-02-13', 1, '2026-02-23'],
    ['2026-02-15', 1, '2026-02-23'],
    ['2026-08-21', 1, '2026-08-22'],
    ['2026-08-28', 1, '2026-09-03'],
    ['2026-11-17', 5, '2026-11-25'],
    ['2026-11-25', -1, '2026-11-23'],
    ['2026-11-22', -1, '2026-11-20'],
    ['2026-11-22', 0, '2026-11-22'],
  ];
  for (const [from, n, to] of table) assert.equal(calendar.addWorkingDays(from, n), to, `${from} + ${n}`);
  assert.equal(calendar.workingDaysBetween('2026-11-20', '2026-11-25'), 2);
  assert.equal(calendar.workingDaysBetween('2026-11-25', '2026-11-20'), -2);
  assert.equal(calendar.workingDaysBetween('2026-02-13', '2026-02-22'), 0);
});

test('working minutes run only in working hours', () => {
  const minutes = (from: [string, string], to: [string, string]) =>
    calendar.workingMinutesBetween(instantOf(...from), instantOf(...to));
  assert.equal(minutes(['2026-11-17', '21:40'], ['2026-11-18', '08:00']), 30);
  assert.equal(minutes(['2026-11-18', '11:00'], ['2026-11-18', '14:00']), 60);
  assert.equal(minutes(['2026-11-20', '16:30'], ['2026-11-23', '07:45']), 45);
  assert.equal(minutes(['2026-11-23', '07:45'], ['2026-11-20', '16:30']), -45);
  assert.equal(minutes(['2026-11-16', '00:00'], ['2026-11-17', '00:00']), 450);
  assert.ok(calendar.isWorkingTime(instantOf('2026-11-18', '07:30')));
  assert.ok(!calendar.isWorkingTime(instantOf('2026-11-18', '17:00')));
  assert.ok(!calendar.isWorkingTime(instantOf('2026-11-24', '09:00')));
});

test('a locality’s later row wins, and a half day is one working day with half its hours', () => {
  const local: CalendarRow[] = [
    { on: '2026-11-24', kind: 'work', name: NAME, source: 'test' },
    { on: '2026-11-18', kind: 'halfMorning', name: NAME, source: 'test' },
    { on: '2026-11-19', kind: 'halfAfternoon', name: NAME, source: 'test' },
    { on: '2026-11-20', kind: 'off', name: NAME, source: 'test' },
  ];
  const changed = buildCalendar({ ...file, rows: [...file.rows, ...local] });
  assert.ok(changed.isWorkingDay('2026-11-24'));
  assert.equal(changed.addWorkingDays('2026-11-17', 3), '2026-11-23');
  assert.deepEqual(changed.workingHoursOn('2026-11-18'), [['07:30', '11:30']]);
  assert.deepEqual(changed.workingHoursOn('2026-11-19'), [['13:30', '17:00']]);
  assert.deepEqual(changed.workingHoursOn('2026-11-20'), []);
  assert.equal(changed.workingMinutesBetween(instantOf('2026-11-18'), instantOf('2026-11-21')), 450);
});
