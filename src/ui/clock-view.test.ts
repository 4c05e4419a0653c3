import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { h } from 'preact';
import { buildCalendar, civilDateOf, instantOf, parseCalendarFile } from '../rules/calendar/index.ts';
import { type ClockEvent, dayStrip, foldClock, isClockRefusal, standing } from '../rules/clock/index.ts';
import { type ClockView, ClockWords, DeskRow, drawStrokes, renderPart } from './index.ts';

const calendar = buildCalendar(
  parseCalendarFile(
    JSON.parse(readFileSync(new URL('../../profiles/calendar/viet-nam.json', import.meta.url), 'utf8')),
  ),
);
const at = (moment: string) => instantOf(moment.slice(0, 10), moment.slice(11));
const SIGNS = { passed: 'p', today: 'T', open: 'o', off: '.', due: '|', over: 'x' } as const;

/** Five working days from Monday 16/11/2026: due on Monday 23/11; Tuesday 24/11 is a holiday. */
function strokesOn(now: string, ...events: ClockEvent[]): string {
  const rule = {
    ...{ duty: 'QN-042', startEvent: 'received', article: { article: 'Đ9.1.đ' } },
    period: { value: 5, unit: 'workingDay' },
  } as const;
  const state = foldClock(rule, [{ kind: 'started', at: at('2026-11-16 08:00') }, ...events], calendar);
  if (isClockRefusal(state)) assert.fail(state.code);
  const instant = at(now);
  const closedOn = state.metAt && civilDateOf(state.metAt);
  const days = dayStrip(state, instant, calendar);
  return drawStrokes(days, standing(state, instant, calendar), closedOn)
    .map((mark) => SIGNS[mark])
    .join('');
}

for (const [when, now, strokes] of [
  ['a clock that runs shows the days left, the last one too', '2026-11-20 09:45', 'pppT..o'],
  ['on the due date today is the last stroke', '2026-11-23 09:45', 'pppp..T'],
  [
    'past it the due date is a bar and every working day over is one stroke',
    '2026-11-26 09:45',
    'pppp..|.xx',
  ],
  ['a day off is never counted as a day over, not even today', '2026-11-28 09:45', 'pppp..|.xxx.'],
] as const) {
  test(when, () => assert.equal(strokesOn(now), strokes));
}

test('of a matter that is closed nothing is drawn after that day', () => {
  assert.equal(strokesOn('2026-11-30 09:00', { kind: 'met', at: at('2026-11-19 10:00') }), 'ppp');
  assert.equal(strokesOn('2026-11-30 09:00', { kind: 'met', at: at('2026-11-25 10:00') }), 'pppp..|.x');
});

test('a row of the desk that is overdue bears a mark of its own beside its words; one in time does not', () => {
  const row = (clock: ClockView) =>
    renderPart(h(DeskRow, { lang: 'vi', href: '/x', room: 'Tin bài', title: 'Bài', clock }));
  const late = row({ state: 'overdue', words: 'quá 2 ngày làm việc', marks: ['due', 'over', 'over'] });
  assert.match(late, /clock-overdue.*<svg class="icon".*quá 2 ngày làm việc.*class="strip strip-overdue"/);
  const early = row({ state: 'running', words: 'còn 2 ngày làm việc', marks: ['today', 'open', 'open'] });
  assert.doesNotMatch(early, /class="icon"/);
});

test('a clock without a date is said in words and draws no strokes', () => {
  const clock: ClockView = { state: 'running', words: 'chưa tính được hạn', marks: [] };
  assert.doesNotMatch(renderPart(h(ClockWords, { lang: 'vi', clock })), /<svg/);
});
