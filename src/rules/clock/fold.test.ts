import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import {
  buildCalendar,
  type CalendarRow,
  CalendarUnconfirmedError,
  instantOf,
  parseCalendarFile,
} from '../calendar/index.ts';
import {
  type ClockEvent,
  type ClockRefusal,
  type ClockRule,
  type ClockState,
  foldClock,
  isClockRefusal,
  type Unit,
} from './index.ts';

const file = parseCalendarFile(
  JSON.parse(readFileSync(new URL('../../../profiles/calendar/viet-nam.json', import.meta.url), 'utf8')),
);
const calendar = buildCalendar(file);

const ARTICLE = { article: 'Đ10.2' };
const ruleOf = (value: number, unit: Unit, more: Partial<ClockRule> = {}): ClockRule => ({
  duty: 'test',
  period: { value, unit },
  article: ARTICLE,
  startEvent: 'received',
  ...more,
});
const laoCai = (value: number, more: Partial<ClockRule> = {}) =>
  ruleOf(value, 'ngay', { startAt: '08:00', ...more });
const at = (moment: string) => instantOf(moment.slice(0, 10), moment.slice(11));
const started = (moment: string): ClockEvent => ({ kind: 'started', at: at(moment) });

function fold(rule: ClockRule, events: ClockEvent[], of = calendar): ClockState {
  const result = foldClock(rule, events, of);
  if (isClockRefusal(result)) assert.fail(`refused: ${result.code}`);
  return result;
}
function dueOn(rule: ClockRule, ...events: ClockEvent[]): string {
  return fold(rule, events).dueOn;
}
function refusal(rule: ClockRule, ...events: ClockEvent[]): ClockRefusal {
  const result = foldClock(rule, events, calendar);
  if (!isClockRefusal(result)) assert.fail(`due ${result.dueOn}`);
  return result;
}

test('LC-047: a dissemination item is due 12 working days after issue, a swapped Saturday counted', () => {
  assert.equal(dueOn(ruleOf(12, 'workingDay'), started('2026-08-21 09:00')), '2026-09-10');
});

test('LC-048: a document is due 2 working days after issue by its issuer, 8 by the bodies in scope', () => {
  assert.equal(dueOn(ruleOf(2, 'workingDay'), started('2025-04-24 16:00')), '2025-04-26');
  assert.equal(dueOn(ruleOf(8, 'workingDay'), started('2025-04-24 16:00')), '2025-05-08');
});

test('LC-050: an immediate duty is due by the end of the day, or of the next working day', () => {
  const rule = ruleOf(0, 'immediate');
  assert.equal(dueOn(rule, started('2026-11-20 23:59')), '2026-11-20');
  assert.equal(dueOn(rule, started('2026-11-24 00:00')), '2026-11-25');
  assert.equal(dueOn(rule, started('2026-02-14 10:00')), '2026-02-23');
});

test('LC-060: 5 days run from 08:00 of the next working day, and that day is day 1', () => {
  const state = fold(laoCai(5), [started('2026-11-17 21:40')]);
  assert.equal(state.startedAt.toISOString(), at('2026-11-18 08:00').toISOString());
  // Tuesday 24/11/2026 is the new Việt Nam Culture Day; without it the fifth day would be the 24th.
  assert.equal(state.dueOn, '2026-11-25');
  const before = buildCalendar({ ...file, rows: file.rows.filter(({ on }) => on !== '2026-11-24') });
  assert.equal(fold(laoCai(5), [started('2026-11-17 21:40')], before).dueOn, '2026-11-24');
});

test('LC-061: 8 days pass over weekends, days in lieu and holidays', () => {
  assert.equal(dueOn(laoCai(8), started('2026-04-22 07:59')), '2026-05-06');
  assert.equal(dueOn(laoCai(8), started('2026-04-22 08:00')), '2026-05-06');
  assert.equal(dueOn(laoCai(8), started('2026-04-22 08:01')), '2026-05-07');
});

test('LC-062: where weekends count, holidays still do not, and a last day off rolls over', () => {
  const counted = { weekends: 'counted' } as const;
  assert.equal(dueOn(laoCai(5, counted), started('2026-11-18 07:00')), '2026-11-23');
  assert.equal(dueOn(laoCai(5, { ...counted, rollOver: false }), started('2026-11-18 07:00')), '2026-11-22');
  assert.equal(dueOn(laoCai(3, counted), started('2026-04-29 07:00')), '2026-05-04');
  assert.equal(dueOn(laoCai(4, counted), started('2026-11-18 07:00')), '2026-11-23');
});

test('QN-038: 15 working days from the eve of Tết end in mid-March', () => {
  assert.equal(dueOn(ruleOf(15, 'workingDay'), started('2026-02-13 17:30')), '2026-03-13');
});

test('calendar days that end in Tết run to the end of the next working day (BLDS 2015 Đ148.5)', () => {
  assert.equal(dueOn(ruleOf(10, 'calendarDay'), started('2025-01-21 10:00')), '2025-02-03');
  assert.equal(
    dueOn(ruleOf(10, 'calendarDay', { rollOver: false }), started('2025-01-21 10:00')),
    '2025-01-31',
  );
  assert.equal(dueOn(ruleOf(10, 'calendarDay'), started('2025-03-03 10:00')), '2025-03-13');
});

test('the due date ends at 24:00 Việt Nam time: met a millisecond earlier is in time', () => {
  const rule = ruleOf(1, 'workingDay');
  const end = fold(rule, [started('2026-03-02 10:00')]).dueAt;
  assert.equal(end.toISOString(), '2026-03-03T17:00:00.000Z');
  const metAt = (ms: number): ClockEvent => ({ kind: 'met', at: new Date(end.getTime() + ms) });
  assert.equal(fold(rule, [started('2026-03-02 10:00'), metAt(-1)]).state, 'met');
  assert.equal(fold(rule, [started('2026-03-02 10:00'), metAt(0)]).state, 'late-met');
});

const granted = ruleOf(5, 'workingDay', {
  allowsPause: true,
  extension: { value: 3, unit: 'calendarDay', times: 1, article: ARTICLE },
  cap: { value: 10, unit: 'workingDay', article: ARTICLE },
});
const pausedAt = (moment: string): ClockEvent => ({ kind: 'paused', at: at(moment) });
const resumedAt = (moment: string): ClockEvent => ({ kind: 'resumed', at: at(moment) });
const extendedAt = (moment: string): ClockEvent => ({ kind: 'extended', at: at(moment) });
const promisedAt = (moment: string, promisedOn: string): ClockEvent => ({
  kind: 'promised',
  at: at(moment),
  promisedOn,
});
const START = started('2026-03-02 10:00');

test('a pause takes out the days after it up to and including the day of the resume', () => {
  assert.equal(dueOn(granted, START), '2026-03-09');
  assert.equal(
    dueOn(granted, START, pausedAt('2026-03-04 09:00'), resumedAt('2026-03-06 16:00')),
    '2026-03-11',
  );
  assert.equal(
    dueOn(granted, START, pausedAt('2026-03-04 09:00'), resumedAt('2026-03-04 16:00')),
    '2026-03-09',
  );
  assert.equal(
    dueOn(granted, START, pausedAt('2026-03-06 09:00'), resumedAt('2026-03-08 16:00')),
    '2026-03-09',
  );
});

test('while paused there is no due date to miss, but one missed before stays missed', () => {
  const inTime = fold(granted, [
    START,
    pausedAt('2026-03-09 09:00'),
    { kind: 'met', at: at('2026-03-20 09:00') },
  ]);
  assert.equal(inTime.state, 'met');
  const missed = fold(granted, [
    START,
    pausedAt('2026-03-10 09:00'),
    { kind: 'met', at: at('2026-03-20 09:00') },
  ]);
  assert.equal(missed.state, 'late-met');
});

test('an extension runs in its own unit from the end of the earlier limit', () => {
  assert.equal(dueOn(granted, START, extendedAt('2026-03-09 23:00')), '2026-03-12');
  const half: ClockEvent = { kind: 'extended', at: at('2026-03-05 08:00'), value: 2 };
  assert.equal(dueOn(granted, START, half), '2026-03-11');
});

test('LC-062: a promise takes the place of the limit, up to the cap from the same start', () => {
  const rule = laoCai(5, { cap: { value: 10, unit: 'ngay', article: { article: 'Đ11.6.c' } } });
  const question = started('2026-11-17 21:40');
  assert.equal(dueOn(rule, question, promisedAt('2026-11-20 10:00', '2026-12-02')), '2026-12-02');
  const refused = refusal(rule, question, promisedAt('2026-11-20 10:00', '2026-12-03'));
  assert.deepEqual([refused.code, refused.latestOn], ['promiseBeyondCap', '2026-12-02']);
  assert.match(refused.words.vi, /muộn nhất là thứ Tư 02\/12\/2026/);
  assert.match(refused.words.en, /Choose Wednesday 2 December 2026 at the latest/);
});

test('a pause after a promise moves the promised day by the days taken out', () => {
  const events = [START, promisedAt('2026-03-03 10:00', '2026-03-12'), pausedAt('2026-03-04 09:00')];
  assert.equal(dueOn(granted, ...events), '2026-03-12');
  assert.equal(dueOn(granted, ...events, resumedAt('2026-03-06 09:00')), '2026-03-16');
});

test('a new class replaces the period from the same start; a promise falls away, an extension stays', () => {
  const newClass: ClockEvent = {
    kind: 'reclassified',
    at: at('2026-03-05 09:00'),
    period: { value: 8, unit: 'workingDay' },
    article: ARTICLE,
  };
  assert.equal(dueOn(granted, START, newClass), '2026-03-12');
  assert.equal(dueOn(granted, START, promisedAt('2026-03-04 10:00', '2026-03-16'), newClass), '2026-03-12');
  assert.equal(dueOn(granted, START, extendedAt('2026-03-04 10:00'), newClass), '2026-03-16');
});

test('a new class brings the extension it offers', () => {
  const plain = ruleOf(5, 'workingDay');
  const complex: ClockEvent = {
    kind: 'reclassified',
    at: at('2026-03-03 09:00'),
    period: { value: 8, unit: 'workingDay' },
    article: ARTICLE,
    extension: { value: 5, unit: 'workingDay', times: 1, article: ARTICLE },
  };
  assert.equal(dueOn(plain, START, complex, extendedAt('2026-03-04 10:00')), '2026-03-19');
  assert.equal(refusal(plain, START, extendedAt('2026-03-04 10:00')).code, 'extensionNotAllowed');
  const simpleAgain: ClockEvent = { ...complex, at: at('2026-03-04 09:00'), extension: null };
  const refused = refusal(plain, START, complex, simpleAgain, extendedAt('2026-03-04 10:00'));
  assert.equal(refused.code, 'extensionNotAllowed');
});

test('forwarding leaves the limit alone unless it restarts the clock', () => {
  const to = { vi: 'Sở Xây dựng', en: 'Department of Construction' };
  const forwarded = (restarts: boolean): ClockEvent => ({
    kind: 'forwarded',
    at: at('2026-03-04 09:00'),
    to,
    restarts,
  });
  assert.equal(dueOn(granted, START, forwarded(false)), '2026-03-09');
  assert.equal(dueOn(granted, START, forwarded(true)), '2026-03-11');
});

test('a new day off moves open clocks, and what was lawfully granted before is not refused', () => {
  const storm: CalendarRow = {
    on: '2026-03-12',
    kind: 'off',
    name: { vi: 'nghỉ tránh bão', en: 'storm closure' },
    source: 'test',
  };
  const changed = buildCalendar({ ...file, rows: [...file.rows, storm] });
  const promised = [START, promisedAt('2026-03-04 10:00', '2026-03-12')];
  const change: ClockEvent = { kind: 'calendarChanged', at: at('2026-03-11 18:00'), wasDueOn: '2026-03-12' };
  assert.equal(fold(granted, [...promised, change], changed).dueOn, '2026-03-13');
  const unnoted = foldClock(granted, promised, changed);
  assert.equal(isClockRefusal(unnoted) && unnoted.code, 'promiseOnDayOff');
});

test('events are applied in time order, whatever order they are given in', () => {
  const events = [resumedAt('2026-03-06 16:00'), START, pausedAt('2026-03-04 09:00')];
  assert.equal(dueOn(granted, ...events), '2026-03-11');
});

test('an impossible sequence is refused with a sentence in both languages that says what to do', () => {
  const plain = ruleOf(5, 'workingDay');
  const met: ClockEvent = { kind: 'met', at: at('2026-03-03 10:00') };
  const table: [code: string, refused: ClockRefusal][] = [
    ['notStarted', refusal(plain)],
    ['notStarted', refusal(plain, met)],
    ['alreadyStarted', refusal(plain, START, started('2026-03-03 10:00'))],
    ['alreadyClosed', refusal(plain, START, met, { kind: 'cancelled', at: at('2026-03-04 10:00') })],
    ['pauseNotAllowed', refusal(plain, START, pausedAt('2026-03-03 10:00'))],
    ['alreadyPaused', refusal(granted, START, pausedAt('2026-03-03 10:00'), pausedAt('2026-03-03 11:00'))],
    ['notPaused', refusal(granted, START, resumedAt('2026-03-03 10:00'))],
    ['extensionNotAllowed', refusal(plain, START, extendedAt('2026-03-03 10:00'))],
    [
      'extensionsUsedUp',
      refusal(granted, START, extendedAt('2026-03-03 10:00'), extendedAt('2026-03-04 10:00')),
    ],
    ['extensionTooLong', refusal(granted, START, { kind: 'extended', at: at('2026-03-03 10:00'), value: 4 })],
    ['tooLate', refusal(granted, START, extendedAt('2026-03-10 00:00'))],
    ['tooLate', refusal(granted, START, promisedAt('2026-03-10 00:00', '2026-03-12'))],
    ['promiseNotAllowed', refusal(plain, START, promisedAt('2026-03-03 10:00', '2026-03-12'))],
    ['promiseInThePast', refusal(granted, START, promisedAt('2026-03-04 10:00', '2026-03-03'))],
    ['promiseOnDayOff', refusal(granted, START, promisedAt('2026-03-04 10:00', '2026-03-08'))],
    ['promiseBeyondCap', refusal(granted, START, promisedAt('2026-03-04 10:00', '2026-03-17'))],
  ];
  for (const [code, refused] of table) {
    assert.equal(refused.code, code);
    assert.match(refused.words.vi, /\. Hãy |\. Nếu /, code);
    assert.ok(refused.words.en.length > 40, code);
  }
});

test('a due date beyond the confirmed calendar is never guessed', () => {
  assert.throws(
    () => foldClock(ruleOf(5, 'workingDay'), [started('2026-12-28 09:00')], calendar),
    CalendarUnconfirmedError,
  );
  assert.equal(dueOn(ruleOf(3, 'workingDay'), started('2026-12-28 09:00')), '2026-12-31');
});

test('a trace is plain JSON', () => {
  const { trace } = fold(granted, [START, promisedAt('2026-03-04 10:00', '2026-03-12')]);
  assert.deepEqual(JSON.parse(JSON.stringify(trace)), trace);
});

test('a hundred thousand clocks fold within three seconds on a busy machine', () => {
  const rule = ruleOf(15, 'workingDay');
  const begun = performance.now();
  for (let i = 0; i < 100_000; i += 1) {
    fold(rule, [{ kind: 'started', at: new Date(Date.UTC(2025, 0, 1) + (i % 50_000) * 600_000) }]);
  }
  assert.ok(performance.now() - begun < 3000);
});
