import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildCalendar } from '../../rules/calendar/index.ts';
import { workingDue } from './due-rules.ts';
import { type UrgentFacts, urgentStanding } from './urgent-rules.ts';

const at = (text: string) => new Date(`${text}+07:00`);
const FACTS: UrgentFacts = {
  due_at: at('2026-11-24T00:00'),
  decision: null,
  decided_at: null,
  ended_at: null,
  ended_as: null,
};
const BEFORE = at('2026-11-23T23:59');
const AFTER = at('2026-11-24T00:00');

test('an urgent publication waits to the end of its last day, and is overdue from then on', () => {
  assert.equal(urgentStanding(FACTS, BEFORE), 'waiting');
  assert.equal(urgentStanding(FACTS, AFTER), 'overdue');
  assert.equal(urgentStanding({ ...FACTS, due_at: null }, at('2027-06-01T00:00')), 'waiting');
});

test('a decision counts at the moment it was made, whenever one looks', () => {
  const decided = (decision: 'approved' | 'refused', decided_at: Date) =>
    urgentStanding({ ...FACTS, decision, decided_at, ended_at: null }, at('2027-01-01T00:00'));
  assert.equal(decided('approved', BEFORE), 'approved');
  assert.equal(decided('approved', AFTER), 'approvedLate');
  assert.equal(decided('refused', BEFORE), 'refused');
  assert.equal(decided('refused', AFTER), 'refusedLate');
});

test('what replaced it or took it down first was itself decided', () => {
  const ended = (ended_at: Date) => urgentStanding({ ...FACTS, ended_at, ended_as: 'superseded' }, AFTER);
  assert.equal(ended(BEFORE), 'replaced');
  assert.equal(ended(AFTER), 'replacedLate');
});

test('the period is of working days after the day itself; beyond the confirmed calendar no day is guessed', () => {
  const calendar = buildCalendar({
    rows: [],
    confirmedFrom: '2026-11-01',
    confirmedThrough: '2026-11-30',
  });
  // Friday: the weekend does not count
  assert.equal(workingDue(calendar, at('2026-11-20T09:45'), 1)?.dueOn, '2026-11-23');
  assert.equal(
    workingDue(calendar, at('2026-11-20T23:30'), 2)?.dueAt.getTime(),
    at('2026-11-25T00:00').getTime(),
  );
  assert.equal(workingDue(calendar, at('2026-11-30T09:00'), 1), undefined);
});
