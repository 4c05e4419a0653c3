import assert from 'node:assert/strict';
import test from 'node:test';
import { CalendarFileError, parseCalendarFile } from './index.ts';

const NAME = { vi: 'nghỉ', en: 'off' };
const row = (fields: object) => ({ on: '2025-05-02', kind: 'off', name: NAME, source: 'test', ...fields });
const fileOf = (rows: unknown, fields: object = {}) => ({
  confirmedFrom: '2025-01-01',
  confirmedThrough: '2025-12-31',
  rows,
  ...fields,
});

test('a calendar file is read with its swaps, its week and its hours', () => {
  const parsed = parseCalendarFile(
    fileOf(
      [row({ swapWith: '2025-04-26' }), row({ on: '2025-04-26', kind: 'work', swapWith: '2025-05-02' })],
      {
        weeklyRest: [7],
        workingHours: { 6: [['07:00', '11:00']] },
      },
    ),
  );
  assert.equal(parsed.rows[1]?.swapWith, '2025-05-02');
  assert.deepEqual(parsed.weeklyRest, [7]);
  assert.deepEqual(parsed.workingHours, { 6: [['07:00', '11:00']] });
});

test('texts of a calendar file become NFC', () => {
  const parsed = parseCalendarFile(fileOf([row({ name: { vi: 'Tết'.normalize('NFD'), en: 'Tết' } })]));
  assert.equal(parsed.rows[0]?.name.vi, 'Tết'.normalize('NFC'));
});

test('a wrong calendar file is refused, and the message names the row', () => {
  const wrong: [input: unknown, message: RegExp][] = [
    [null, /file: must be an object/],
    [fileOf('none'), /"rows" must be a list/],
    [fileOf([], { confirmedThrough: '2024-12-31' }), /lies before/],
    [fileOf([row({}), row({ on: '2025-02-30' })]), /rows\[1\] \(2025-02-30\): "on" must be a date/],
    [fileOf([row({ kind: 'free' })]), /rows\[0\] \(2025-05-02\): "kind" must be one of/],
    [fileOf([row({ name: { vi: 'nghỉ', en: ' ' } })]), /rows\[0\] \(2025-05-02\)\.name\.en: must be a text/],
    [fileOf([row({ source: undefined })]), /rows\[0\] \(2025-05-02\)\.source: must be an object/],
    [fileOf([row({ nmae: 1 })]), /rows\[0\] \(2025-05-02\): unknown field "nmae"/],
    [fileOf([row({ confidence: 'sure' })]), /"confidence" must be one of/],
    [fileOf([row({}), row({})]), /rows\[1\] \(2025-05-02\): the date stands twice/],
    [fileOf([row({ on: '2026-01-01' })]), /rows\[0\] \(2026-01-01\): lies outside/],
    [fileOf([row({ swapWith: '2025-04-26' })]), /"swapWith" 2025-04-26 is not the other day/],
    [fileOf([row({ compensates: '2025-05-01' })]), /"compensates" 2025-05-01 is no day off/],
    [fileOf([], { weeklyRest: [8] }), /weeklyRest\[0\]: must be a weekday/],
    [
      fileOf([], { workingHours: { 1: [['11:00', '07:00']] } }),
      /workingHours\.1: \[from, to\] must be rising/,
    ],
  ];
  for (const [input, message] of wrong) {
    assert.throws(
      () => parseCalendarFile(input),
      (error) => error instanceof CalendarFileError && message.test(error.message),
      String(message),
    );
  }
});
