import { type CalendarDay, civilDateOfDay, type DayNumber } from '../calendar/index.ts';
import type { Words } from '../lang.ts';
import { type Count, type CountedStretch, civilCode, countFirstPeriod, countsIn, isPaused } from './count.ts';
import { countOf, type Fold } from './running.ts';
import type { SkippedRun, TraceStep } from './types.ts';

const DAY_NOT_COUNTED = civilCode('Đ147.3');
const LAST_DAY_OFF = civilCode('Đ148.5');
const END_OF_DAY = civilCode('Đ148.6');

/** The reason of an event, where one was given. */
export function reasonOf(event: { reason?: Words }): { reason?: Words } {
  return event.reason === undefined ? {} : { reason: event.reason };
}

/** A run of skipped days while it grows. */
type OpenRun = { from: DayNumber; through: DayNumber; day: CalendarDay };

/** Whether a skipped day carries on the run before it: its neighbour, of the same kind and name. */
function carriesOn(run: OpenRun, day: DayNumber, { kind, name }: CalendarDay): boolean {
  if (run.through !== day - 1) return false;
  return (run.day.kind === 'weekend') === (kind === 'weekend') && run.day.name?.vi === name?.vi;
}

function runOf({ from, through, day }: OpenRun): SkippedRun {
  const first = civilDateOfDay(from);
  const run: SkippedRun = {
    from: first,
    through: through === from ? first : civilDateOfDay(through),
    kind: day.kind === 'weekend' ? 'weekend' : 'off',
  };
  if (day.name !== undefined) run.name = day.name;
  if (day.source !== undefined) run.source = day.source;
  return run;
}

/** The step on a counted day that looks like a day off, or like less than a day. */
function oddDayStep(day: DayNumber, { kind, source }: CalendarDay): TraceStep {
  const params: { on: string; source?: Words | string } = { on: civilDateOfDay(day) };
  if (source !== undefined) params.source = source;
  return { step: kind === 'half' ? 'halfDay' : 'workedRestDay', params };
}

/** Adds the steps that tell which days of a stretch were passed over, and which rest days were worked. */
function explainStretch(trace: TraceStep[], count: Count, stretch: CountedStretch): void {
  const { rule, calendar, pauses } = count;
  const { unit, after, last, through } = stretch;
  const runs: OpenRun[] = [];
  const oddDays: TraceStep[] = [];
  for (let day = after + 1; day <= last && unit !== 'calendarDay'; day += 1) {
    if (isPaused(pauses, day)) continue;
    const known = calendar.dayAt(day);
    if (countsIn(unit, rule.weekends, day, calendar)) {
      if (known.kind === 'swappedWork' || known.kind === 'half') oddDays.push(oddDayStep(day, known));
      continue;
    }
    const run = runs.at(-1);
    if (run !== undefined && carriesOn(run, day, known)) run.through = day;
    else runs.push({ from: day, through: day, day: known });
  }
  if (runs.length > 0) {
    const params: Extract<TraceStep, { step: 'skipped' }>['params'] = {
      from: civilDateOfDay(after + 1),
      through: civilDateOfDay(last),
      runs: runs.map(runOf),
    };
    if (unit === 'ngay' && rule.weekends !== 'counted') params.weekendsBy = 'rule';
    trace.push({ step: 'skipped', params });
  }
  for (const step of oddDays) trace.push(step);
  if (through !== last) {
    const params = { from: civilDateOfDay(last), to: civilDateOfDay(through) };
    trace.push({ step: 'rolledOver', params, article: LAST_DAY_OFF });
  }
}

/** How the count began, for the trace. */
function addStartSteps(steps: TraceStep[], fold: Fold): void {
  const { rule, start, period, article } = fold;
  if (rule.startAt !== undefined) {
    steps.push({
      step: 'startsAt',
      params: { at: start.atMs, later: start.after + 1 !== start.eventDay },
      article: rule.startArticle ?? rule.article,
    });
  } else if (period.unit !== 'immediate') {
    const on = civilDateOfDay(start.eventDay);
    steps.push({ step: 'dayNotCounted', params: { on }, article: DAY_NOT_COUNTED });
  }
  if (fold.began.period.unit !== 'immediate') {
    steps.push({ step: 'period', params: fold.began.period, article: fold.began.article });
  }
  if (period.unit === 'immediate') {
    const { through } = countFirstPeriod(countOf(fold), start, period);
    const params = { on: civilDateOfDay(through), working: through === start.eventDay };
    steps.push({ step: 'immediate', params, article });
  }
}

/** The whole trace of a clock. */
export function traceOf(fold: Fold, stretches: readonly CountedStretch[], dueOn: string): TraceStep[] {
  const { rule, calendar, receivedAt, history, closed, period } = fold;
  const count = countOf(fold);
  const trace: TraceStep[] = [
    {
      step: 'started',
      params: {
        event: rule.startEvent,
        at: receivedAt.getTime(),
        outsideHours: !calendar.isWorkingTime(receivedAt),
      },
    },
  ];
  for (const step of history.slice(0, fold.startStepsAt)) trace.push(step);
  addStartSteps(trace, fold);
  for (const step of history.slice(fold.startStepsAt)) trace.push(step);
  for (const stretch of stretches) {
    if (stretch.unit !== 'immediate') explainStretch(trace, count, stretch);
  }
  const nth =
    fold.grants.length === 0 && period.unit !== 'immediate' && stretches[0]?.last === stretches[0]?.through;
  const dueParams = nth ? { on: dueOn, nth: period.value } : { on: dueOn };
  trace.push({ step: 'due', params: dueParams, article: END_OF_DAY });
  if (closed?.kind === 'met') {
    trace.push({ step: 'met', params: { at: closed.at.getTime(), late: closed.late } });
  } else if (closed) {
    trace.push({ step: 'cancelled', params: { at: closed.at.getTime(), ...reasonOf(closed) } });
  }
  return trace;
}
