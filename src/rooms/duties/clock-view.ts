import {
  type CivilDate,
  civilDateOf,
  formatDate,
  formatInstant,
  startOfNextDay,
  type WorkingCalendar,
  weekdayName,
  weekdayOf,
} from '../../rules/calendar/index.ts';
import {
  ANY_START_EVENT,
  type ClockState,
  type DayMark,
  dayStrip,
  explainTrace,
  START_EVENTS,
  type Standing,
  standing,
  standingWords,
  type TraceStep,
} from '../../rules/clock/index.ts';
import type { Lang, Words } from '../../rules/lang.ts';
import type { DutyStep } from '../../rules/profile/index.ts';
import { type DayCell, type ClockView as DrawnClock, drawStrokes } from '../../ui/index.ts';
import { type CLOCK_PAGE_WORDS, clockPageWords } from './page-words.ts';
import type { Clock, StoredRule } from './rules.ts';

/** One sentence of the trace with what it rests on. */
export interface TraceSentence {
  text: string;
  source?: string;
}

/** A clock as pages show it. */
export interface ClockView {
  id: number;
  portalId: number;
  duty: string;
  /** What must be done, and the article that says so. */
  name: string;
  citation: string;
  state: Clock['state'];
  /** Undefined while undated. */
  standing: Standing | undefined;
  /** "còn 2 ngày làm việc", "xong đúng hạn", "chưa tính được hạn". */
  words: string;
  /** "thứ Ba 24/11/2026"; undefined while undated. */
  due: string | undefined;
  dueAt: Date | undefined;
  /** Undefined while open. */
  inTime: boolean | undefined;
  /** The day it was met or cancelled; undefined while open. */
  closedOn: CivilDate | undefined;
  marks: DayMark[];
  trace: TraceSentence[];
}

function findEvent(clock: Pick<Clock, 'events'>, kind: 'paused' | 'cancelled'): Date | undefined {
  return clock.events.findLast((event) => event.kind === kind)?.at;
}

/** The folded state of a kept clock, without counting again: what was decided stays decided. Undefined while undated. */
export function stateOf(clock: Omit<Clock, 'id'>): ClockState | undefined {
  const { dueOn, dueAt, metAt, trace } = clock;
  if (dueOn === undefined || clock.state === 'undated') return undefined;
  const pausedAt = clock.state === 'paused' ? findEvent(clock, 'paused') : undefined;
  const cancelledAt = clock.state === 'cancelled' ? findEvent(clock, 'cancelled') : undefined;
  return {
    state: clock.state === 'metLate' ? 'late-met' : clock.state,
    receivedAt: clock.startedAt,
    startedAt: clock.startedAt,
    dueOn,
    dueAt: dueAt ?? startOfNextDay(dueOn),
    ...(pausedAt && { pausedAt }),
    ...(metAt && { metAt }),
    ...(cancelledAt && { cancelledAt }),
    pauses: trace.pauses,
    stretches: trace.stretches,
    trace: trace.steps,
  };
}

/** How the value was found, then how the days were counted: the first before the step that names the period. */
export function traceSentences(
  steps: readonly TraceStep[],
  basis: readonly DutyStep[],
  lang: Lang,
): TraceSentence[] {
  const told = explainTrace(steps, lang);
  const found = basis.map((step) => ({ text: step.words[lang] }));
  const period = steps.findIndex(({ step }) => step === 'period' || step === 'immediate');
  const at = period === -1 ? told.length : period;
  return [...told.slice(0, at), ...found, ...told.slice(at)];
}

function undatedSentences(clock: Omit<Clock, 'id'>, lang: Lang): TraceSentence[] {
  const { undated } = clock.trace;
  const w = clockPageWords(lang);
  const event = (START_EVENTS[clock.rule.clock.startEvent] ?? ANY_START_EVENT)[lang];
  const basis = clock.rule.basis.map((step) => ({ text: step.words[lang] }));
  const started = { text: w.startedAt(event, formatInstant(clock.startedAt, lang)) };
  const period = { text: w.periodIs(periodOf(clock.rule, lang)), source: clock.rule.citation[lang] };
  const range = undated && {
    from: formatDate(undated.confirmedFrom, lang, 'short'),
    through: formatDate(undated.confirmedThrough, lang, 'short'),
  };
  return [started, ...basis, period, { text: w.undatedTrace(range) }];
}

function periodOf({ clock: { period } }: StoredRule, lang: Lang): string {
  return clockPageWords(lang).period(period.value, period.unit);
}

function inTimeOf({ state }: Pick<Clock, 'state'>): boolean | undefined {
  if (state === 'met') return true;
  return state === 'metLate' ? false : undefined;
}

function undatedWords(clock: Omit<Clock, 'id'>, w: (typeof CLOCK_PAGE_WORDS)[Lang]): string {
  if (clock.state === 'met') return w.metBeforeDate;
  return clock.state === 'cancelled' ? w.cancelled : w.undated;
}

/** A clock in words, marks and sentences at a moment. Never throws for an unconfirmed day. */
export function clockView(clock: Clock, lang: Lang, now: Date, calendar: WorkingCalendar): ClockView {
  const state = stateOf(clock);
  const where = state && standing(state, now, calendar);
  return {
    id: clock.id,
    portalId: clock.portalId,
    duty: clock.duty,
    name: clock.rule.name[lang],
    citation: clock.rule.citation[lang],
    state: clock.state,
    standing: where,
    words: where ? standingWords(where, lang) : undatedWords(clock, clockPageWords(lang)),
    due: state && formatDate(state.dueOn, lang),
    dueAt: clock.dueAt,
    inTime: inTimeOf(clock),
    closedOn: closedOn(state),
    marks: state ? stripOf(state, now, calendar) : [],
    trace: state ? traceSentences(state.trace, clock.rule.basis, lang) : undatedSentences(clock, lang),
  };
}

function closedOn(state: ClockState | undefined): CivilDate | undefined {
  const closedAt = state?.metAt ?? state?.cancelledAt;
  return closedAt && civilDateOf(closedAt);
}

/** The strip, where the calendar still holds its first day. */
function stripOf(state: ClockState, now: Date, calendar: WorkingCalendar): DayMark[] {
  const isKnown =
    civilDateOf(state.receivedAt) >= calendar.confirmedFrom && state.dueOn <= calendar.confirmedThrough;
  return isKnown ? dayStrip(state, now, calendar) : [];
}

const DRAWN_STATES: Record<Standing['state'], DrawnClock['state']> = {
  open: 'running',
  dueToday: 'urgent',
  overdue: 'overdue',
  paused: 'paused',
  metInTime: 'done',
  metLate: 'doneLate',
  cancelled: 'paused',
};

/** The clock as the components of `ui` draw it. */
export function drawnClock(view: ClockView, options: { due?: string; whyHref?: string } = {}): DrawnClock {
  return {
    state: view.standing ? DRAWN_STATES[view.standing.state] : 'running',
    words: view.words,
    marks: view.standing ? drawStrokes(view.marks, view.standing, view.closedOn) : [],
    ...(options.due !== undefined && { due: options.due }),
    ...(options.whyHref !== undefined && { whyHref: options.whyHref }),
  };
}

/** "24/11", "24 Nov": a cell is narrow. */
function shortDay(on: CivilDate, lang: Lang): string {
  return lang === 'vi'
    ? formatDate(on, lang, 'dayMonth')
    : formatDate(on, lang, 'short').replace(/ \d{4}$/, '');
}

/** The strip of days in words, for `DayTable`. `withToday`: whether today is marked (not on a page that only computes). */
export function dayCells(marks: readonly DayMark[], lang: Lang, withToday = true): DayCell[] {
  const w = clockPageWords(lang);
  return marks.map((day) => {
    const weekday = weekdayName(weekdayOf(day.on), lang);
    const notes = [
      withToday && day.isToday ? w.today : '',
      day.receivedTime === undefined ? '' : w.receivedAt(day.receivedTime),
      day.ordinal === undefined ? '' : w.dayNumber(day.ordinal),
      day.isDue ? w.isDue : '',
      day.mark === 'off' && day.receivedTime === undefined ? w.notCounted : '',
    ].filter((note) => note !== '');
    const note = notes.join(', ');
    const isStart = day.receivedTime !== undefined && !day.isDue;
    return {
      weekday: weekday.charAt(0).toUpperCase() + weekday.slice(1),
      day: shortDay(day.on, lang),
      ...(note && { note: note.charAt(0).toUpperCase() + note.slice(1) }),
      kind: isStart ? 'start' : withToday || day.mark !== 'today' ? day.mark : 'open',
    };
  });
}

/** A clock as `publication.clock` keeps it: everything the public needs, in both languages, for good. */
export interface ClockSnapshot {
  duty: string;
  name: Words;
  article: Words;
  startEvent: string;
  startedAt: string;
  /** Null for a matter done before any date could be said. */
  dueOn: string | null;
  metAt: string | null;
  inTime: boolean | null;
  trace: { basis: DutyStep[]; steps: TraceStep[] };
}

/** What is published about a clock. */
export function clockSnapshot(clock: Clock): ClockSnapshot {
  return {
    duty: clock.duty,
    name: clock.rule.name,
    article: clock.rule.citation,
    startEvent: clock.rule.clock.startEvent,
    startedAt: clock.startedAt.toISOString(),
    dueOn: clock.dueOn ?? null,
    metAt: clock.metAt?.toISOString() ?? null,
    inTime: inTimeOf(clock) ?? null,
    trace: { basis: clock.rule.basis, steps: clock.trace.steps },
  };
}

/** The published trace in sentences. */
export function snapshotTrace(snapshot: ClockSnapshot, lang: Lang): TraceSentence[] {
  return traceSentences(snapshot.trace.steps, snapshot.trace.basis, lang);
}
