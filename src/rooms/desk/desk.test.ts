import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { startOfNextDay } from '../../rules/calendar/index.ts';
import { groupOf, sortTasks } from './rules.ts';

const NOW = new Date('2026-11-20T09:45:00+07:00');
const endOf = (on: string) => startOfNextDay(on);

describe('Việc của tôi', () => {
  for (const [due, group] of [
    ['2026-11-19', 'overdue'],
    ['2026-11-20', 'today'],
    ['2026-11-21', 'week'],
    ['2026-11-27', 'week'],
    ['2026-11-28', 'later'],
  ] as const) {
    test(`what is due on ${due} stands under “${group}” on 20/11/2026`, () => {
      assert.equal(groupOf({ dueAt: endOf(due) }, NOW), group);
    });
  }

  test('a period that ended at this very moment is overdue, not due today', () => {
    assert.equal(groupOf({ dueAt: NOW }, NOW), 'overdue');
  });

  test('the most pressing stands first, and what has no date last', () => {
    const task = (id: string, due?: string) => ({
      ...{ id, room: 'x', portalId: 1, title: id, note: '', action: { label: '', href: '' } },
      ...(due ? { dueAt: endOf(due) } : {}),
    });
    const sorted = sortTasks(
      [task('a'), task('b', '2026-12-30'), task('c', '2026-11-18'), task('d', '2026-11-12')],
      NOW,
    );
    assert.deepEqual(
      sorted.map(({ group, tasks }) => [group, tasks.map(({ id }) => id)]),
      [
        ['overdue', ['d', 'c']],
        ['later', ['b']],
        ['undated', ['a']],
      ],
    );
  });
});
