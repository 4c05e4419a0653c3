import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keptIn, monthBeside, periodOf, periodsBack, weeksOf } from './rules.ts';

test('a week is Monday to Sunday, a month its own days, also across the year', () => {
  assert.deepEqual(periodOf('2026-11-22', 'week'), { from: '2026-11-16', through: '2026-11-22' });
  assert.deepEqual(periodOf('2026-11-23', 'week'), { from: '2026-11-23', through: '2026-11-29' });
  assert.deepEqual(periodOf('2027-02-10', 'month'), { from: '2027-02-01', through: '2027-02-28' });
  assert.equal(monthBeside('2026-12-01', 1), '2027-01-01');
  assert.equal(monthBeside('2027-01-01', -1), '2026-12-01');
});

test('periods go back from today, and none is asked of a time before the target held', () => {
  const weeks = periodsBack('2026-11-20', 'week', 4, '2026-11-04');
  assert.deepEqual(
    weeks.map(({ from }) => from),
    ['2026-11-16', '2026-11-09', '2026-11-02'],
  );
});

test('a period is kept as soon as it has enough, short only when it is over', () => {
  const week = periodOf('2026-11-20', 'week');
  assert.equal(keptIn(week, '2026-11-20', 3, 3), 'kept');
  assert.equal(keptIn(week, '2026-11-22', 2, 3), 'open');
  assert.equal(keptIn(week, '2026-11-23', 2, 3), 'short');
});

test('a month’s page shows whole weeks from Monday', () => {
  const weeks = weeksOf('2026-11-01');
  assert.equal(weeks.length, 6);
  assert.deepEqual([weeks[0]?.[0], weeks[0]?.[6], weeks[5]?.[6]], ['2026-10-26', '2026-11-01', '2026-12-06']);
});
