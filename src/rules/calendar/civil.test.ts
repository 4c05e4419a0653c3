import assert from 'node:assert/strict';
import test from 'node:test';
import {
  addDays,
  CivilDateError,
  civilDateOf,
  civilDateOfDay,
  compare,
  dayNumberOf,
  daysBetween,
  formatDate,
  formatInstant,
  instantOf,
  isCivilDate,
  startOfNextDay,
  timeOf,
  weekdayOf,
} from './index.ts';

test('day numbers and civil dates are each other’s inverse for every day from 1600 to 2400', () => {
  const last = dayNumberOf('2400-12-31');
  for (let day = dayNumberOf('1600-01-01'); day <= last; day += 1) {
    const on = civilDateOfDay(day);
    assert.equal(on, new Date(day * 86_400_000).toISOString().slice(0, 10));
    assert.equal(dayNumberOf(on), day);
  }
});

test('only real dates in the one form are dates', () => {
  for (const good of ['2024-02-29', '2000-02-29', '1583-01-01', '9999-12-31'])
    assert.ok(isCivilDate(good), good);
  const bad = [
    '2023-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-04-31',
    '2026-1-1',
    '26-01-01',
    '2026/01/01',
    '',
    20260101,
  ];
  for (const value of bad) assert.ok(!isCivilDate(value), String(value));
  assert.throws(() => addDays('2026-02-30', 1), CivilDateError);
  assert.throws(() => instantOf('2026-02-28', '24:00'), CivilDateError);
});

test('the day in Việt Nam changes at 17:00 UTC', () => {
  assert.equal(civilDateOf(new Date('2026-11-17T16:59:59.999Z')), '2026-11-17');
  assert.equal(civilDateOf(new Date('2026-11-17T17:00:00Z')), '2026-11-18');
  assert.equal(timeOf(new Date('2026-11-17T17:05:59Z')), '00:05');
  assert.equal(instantOf('2026-11-18', '00:05').toISOString(), '2026-11-17T17:05:00.000Z');
  assert.equal(startOfNextDay('2026-12-31').toISOString(), '2026-12-31T17:00:00.000Z');
});

test('dates are added, compared and told by weekday', () => {
  assert.equal(addDays('2024-02-28', 2), '2024-03-01');
  assert.equal(addDays('2026-01-01', -1), '2025-12-31');
  assert.equal(daysBetween('2026-02-14', '2026-02-22'), 8);
  assert.equal(weekdayOf('2026-11-24'), 2);
  assert.equal(weekdayOf('2026-11-22'), 7);
  assert.deepEqual(['2026-01-02', '2025-12-31'].sort(compare), ['2025-12-31', '2026-01-02']);
});

test('dates and moments are written as each language writes them', () => {
  assert.equal(formatDate('2026-11-24', 'vi', 'long'), 'thứ Ba 24/11/2026');
  assert.equal(formatDate('2026-11-24', 'en', 'long'), 'Tuesday 24 November 2026');
  assert.equal(formatDate('2026-11-19', 'vi', 'short'), '19/11/2026');
  assert.equal(formatDate('2026-11-09', 'en', 'short'), '9 Nov 2026');
  assert.equal(formatDate('2026-11-22', 'vi', 'weekdayDayMonth'), 'Chủ nhật 22/11');
  assert.equal(formatDate('2026-11-21', 'en', 'weekdayDayMonth'), 'Saturday 21 November');
  const instant = instantOf('2026-11-19', '14:05');
  assert.equal(formatInstant(instant, 'vi'), '14:05 thứ Năm 19/11/2026');
  assert.equal(formatInstant(instant, 'en'), '14:05 Thursday 19 November 2026');
});
