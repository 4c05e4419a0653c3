import { type DayNumber, dayNumberAt, type WorkingCalendar } from '../calendar/index.ts';
import type { Words } from '../lang.ts';
import {
  type Count,
  type CountedStretch,
  countFirstPeriod,
  countPeriod,
  countPromise,
  type Pause,
  type Start,
  startOf,
} from './count.ts';
import type { ArticleRef, ClockRule, Period, TraceStep } from './types.ts';

/** What was granted on top of the first period, in order. */
export type Grant =
  | { kind: 'extension'; period: Period }
  | { kind: 'promise'; madeOn: DayNumber; promised: DayNumber };

/** A clock in the middle of its events. */
export type Fold = {
  rule: ClockRule;
  calendar: WorkingCalendar;
  receivedAt: Date;
  start: Start;
  /** The period the count began with, before any reclassification. */
  began: { period: Period; article: ArticleRef };
  period: Period;
  article: ArticleRef;
  cap: ClockRule['cap'];
  extension: ClockRule['extension'];
  pauses: Pause[];
  openPause: { day: DayNumber; at: Date } | undefined;
  grants: Grant[];
  extensionsUsed: number;
  closed: { kind: 'met' | 'cancelled'; at: Date; late: boolean; reason?: Words } | undefined;
  history: TraceStep[];
  /** Where in the history the steps of the start belong. */
  startStepsAt: number;
  /** No calendar change follows: what is granted now must be lawful by this calendar. */
  checked: boolean;
};

/** A clock at its first event. */
export function begin(rule: ClockRule, at: Date, calendar: WorkingCalendar): Fold {
  return {
    rule,
    calendar,
    receivedAt: at,
    start: startOf(rule, at, calendar),
    began: { period: rule.period, article: rule.article },
    period: rule.period,
    article: rule.article,
    cap: rule.cap,
    extension: rule.extension,
    pauses: [],
    openPause: undefined,
    grants: [],
    extensionsUsed: 0,
    closed: undefined,
    history: [],
    startStepsAt: 0,
    checked: true,
  };
}

/** What the counting functions need of a clock. */
export function countOf(fold: Fold): Count {
  return { rule: fold.rule, calendar: fold.calendar, pauses: fold.pauses };
}

/** The stretches that lead to the due date, by what has happened so far. */
export function stretchesOf(fold: Fold): CountedStretch[] {
  const count = countOf(fold);
  let stretches = [countFirstPeriod(count, fold.start, fold.period)];
  for (const grant of fold.grants) {
    if (grant.kind === 'promise') {
      const unit = fold.cap?.unit ?? fold.period.unit;
      stretches = [countPromise(count, fold.start, grant.madeOn, grant.promised, unit)];
    } else {
      stretches.push(countPeriod(count, dueDayOf(stretches), grant.period));
    }
  }
  return stretches;
}

/** The last lawful day of the stretches. */
export function dueDayOf(stretches: readonly CountedStretch[]): DayNumber {
  return stretches.at(-1)?.through ?? Number.NaN;
}

/** Whether the limit ran out before `at`; a pause that began in time holds it open. */
export function isLapsed(fold: Fold, at: Date): boolean {
  return dueDayOf(stretchesOf(fold)) < (fold.openPause?.day ?? dayNumberAt(at));
}
