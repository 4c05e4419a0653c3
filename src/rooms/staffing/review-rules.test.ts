import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addMonths, idleStep, opensReview, reviewDueOn } from './review-rules.ts';

test('six months later is the same day, or the last day of a shorter month', () => {
  assert.equal(addMonths('2026-07-01', 6), '2027-01-01');
  assert.equal(addMonths('2026-08-31', 6), '2027-02-28');
  assert.equal(addMonths('2027-08-31', 6), '2028-02-29');
  assert.equal(addMonths('2026-12-15', 1), '2027-01-15');
});

test('a review opens thirty days before the six months are over', () => {
  assert.equal(reviewDueOn('2026-07-01'), '2027-01-01');
  assert.equal(opensReview('2026-07-01', '2026-12-01'), false);
  assert.equal(opensReview('2026-07-01', '2026-12-02'), true);
});

test('an account is warned after 30 and 40 days and closed after 45', () => {
  const table: [string, ReturnType<typeof idleStep>][] = [
    ['2026-10-30', { do: 'nothing' }],
    ['2026-10-31', { do: 'warn', days: 30 }],
    ['2026-11-09', { do: 'warn', days: 30 }],
    ['2026-11-10', { do: 'warn', days: 40 }],
    ['2026-11-14', { do: 'warn', days: 40 }],
    ['2026-11-15', { do: 'close' }],
  ];
  for (const [on, step] of table) assert.deepEqual(idleStep('2026-10-01', on), step, on);
});
