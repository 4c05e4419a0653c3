import type { CivilDate, TimeOfDay } from '../calendar/index.ts';
import type { Words } from '../lang.ts';

/**
 * How a period is counted:
 * - `workingDay`: "ngày làm việc", by the working calendar;
 * - `calendarDay`: every day of the calendar;
 * - `ngay`: "ngày" without holidays and Tết (Lào Cai Đ11.6); weekends by `ClockRule.weekends`;
 * - `immediate`: "ngay", to the end of the day itself (its `value` is not read).
 */
export type Unit = 'workingDay' | 'calendarDay' | 'ngay' | 'immediate';

/** Where a rule stands: 'Đ11.6.a', and the text when it is not the locality's own regulation. */
export type ArticleRef = { article: string; instrument?: string };

/** A number of days of one kind. */
export type Period = { value: number; unit: Unit };

/** A duty with a time limit, as the profile of a regulation states it. */
export type ClockRule = {
  /** Code of the duty, e.g. 'LC-060'. */
  duty: string;
  period: Period;
  article: ArticleRef;
  /** Code of the event that starts the clock: 'received', 'issued', 'approved' …, see words.ts. */
  startEvent: string;
  /** The clock runs from this time of a working day, which is then day 1 (Lào Cai Đ11.6.c: 08:00). */
  startAt?: TimeOfDay;
  /** The article that says from when the clock runs; `article` when left out. */
  startArticle?: ArticleRef;
  /** For `ngay`: whether weekly rest days count. Lào Cai's text decides nothing; 'excluded' when left out. */
  weekends?: 'excluded' | 'counted';
  /** A period whose last day is a day off ends with the next working day (BLDS 2015 Đ148.5); true when left out. */
  rollOver?: boolean;
  /** The longest period a promise may use, counted from the same start. */
  cap?: Period & { article: ArticleRef };
  /** Whether a date may be promised instead; true exactly when there is a cap, when left out. */
  allowsPromise?: boolean;
  allowsPause?: boolean;
  /** What one extension adds, and how many there may be. */
  extension?: Period & { times: number; article: ArticleRef };
};

/** What happened to a matter, in the shape the clock folds over. */
export type ClockEvent =
  | { kind: 'started'; at: Date }
  | { kind: 'paused'; at: Date; reason?: Words }
  | { kind: 'resumed'; at: Date }
  /** `value` takes less than the extension the rule offers, never more. */
  | { kind: 'extended'; at: Date; value?: number; reason?: Words }
  | { kind: 'promised'; at: Date; promisedOn: CivilDate }
  /** `restarts`: the receiving body's clock begins anew with this event. */
  | { kind: 'forwarded'; at: Date; to: Words; restarts: boolean }
  | {
      kind: 'reclassified';
      at: Date;
      period: Period;
      article: ArticleRef;
      cap?: Period & { article: ArticleRef };
      /** What the new class offers, null for none; left out, nothing changes. */
      extension?: ClockRule['extension'] | null;
      reason?: Words;
    }
  /** The working calendar was changed after the events before this one; `wasDueOn` is the date it moved. */
  | { kind: 'calendarChanged'; at: Date; wasDueOn?: CivilDate; reason?: Words }
  | { kind: 'met'; at: Date }
  | { kind: 'cancelled'; at: Date; reason?: Words };

/** Consecutive days of one kind that were not counted. */
export type SkippedRun = {
  from: CivilDate;
  through: CivilDate;
  kind: 'weekend' | 'off';
  name?: Words;
  source?: Words | string;
};

/** One step on the way to a due date: data, stored as JSON, put into words by explainTrace. `at` is in ms since the epoch. */
export type TraceStep =
  | { step: 'started'; params: { event: string; at: number; outsideHours: boolean } }
  | { step: 'startsAt'; params: { at: number; later: boolean }; article: ArticleRef }
  | { step: 'dayNotCounted'; params: { on: CivilDate }; article: ArticleRef }
  | { step: 'period'; params: Period; article: ArticleRef }
  | { step: 'immediate'; params: { on: CivilDate; working: boolean }; article: ArticleRef }
  | { step: 'reclassified'; params: Period & { at: number; reason?: Words }; article: ArticleRef }
  | { step: 'promiseFellAway'; params: { on: CivilDate } }
  | { step: 'paused'; params: { at: number; reason?: Words } }
  | { step: 'resumed'; params: { at: number; from?: CivilDate; through?: CivilDate } }
  | { step: 'extended'; params: Period & { at: number; reason?: Words }; article: ArticleRef }
  | { step: 'promised'; params: { at: number; on: CivilDate; latestOn?: CivilDate }; article: ArticleRef }
  | { step: 'forwarded'; params: { at: number; to: Words; restarts: boolean } }
  | { step: 'calendarChanged'; params: { at: number; wasDueOn?: CivilDate; reason?: Words } }
  | {
      step: 'skipped';
      params: { from: CivilDate; through: CivilDate; runs: SkippedRun[]; weekendsBy?: 'rule' };
    }
  | { step: 'workedRestDay'; params: { on: CivilDate; source?: Words | string } }
  | { step: 'halfDay'; params: { on: CivilDate; source?: Words | string } }
  | { step: 'rolledOver'; params: { from: CivilDate; to: CivilDate }; article: ArticleRef }
  | { step: 'due'; params: { on: CivilDate; nth?: number }; article: ArticleRef }
  | { step: 'met'; params: { at: number; late: boolean } }
  | { step: 'cancelled'; params: { at: number; reason?: Words } };

/** A stretch of counting: the days after `after` (not counted) to `last`, in one unit; it ends with `through`. */
export type Stretch = {
  after: CivilDate;
  last: CivilDate;
  through: CivilDate;
  unit: Unit;
  weekends: 'excluded' | 'counted';
};

/** A clock after its events: JSON, except that the instants are Dates. */
export type ClockState = {
  state: 'running' | 'paused' | 'met' | 'late-met' | 'cancelled';
  /** The event that started the clock. */
  receivedAt: Date;
  /** The moment counting began: the event, or the rule's startAt on the first working day. */
  startedAt: Date;
  /** The last lawful day; provisional while paused. */
  dueOn: CivilDate;
  /** The exclusive end: 00:00 of the day after dueOn (24:00 of dueOn, BLDS 2015 Đ148.6). */
  dueAt: Date;
  pausedAt?: Date;
  metAt?: Date;
  cancelledAt?: Date;
  /** Days taken out of the count by pauses: after `after`, to `through`. */
  pauses: { after: CivilDate; through: CivilDate }[];
  stretches: Stretch[];
  trace: TraceStep[];
};

/** Why an event cannot follow the ones before it. */
export type ClockRefusalCode =
  | 'notStarted'
  | 'alreadyStarted'
  | 'alreadyClosed'
  | 'pauseNotAllowed'
  | 'alreadyPaused'
  | 'notPaused'
  | 'extensionNotAllowed'
  | 'extensionsUsedUp'
  | 'extensionTooLong'
  | 'tooLate'
  | 'promiseNotAllowed'
  | 'promiseInThePast'
  | 'promiseOnDayOff'
  | 'promiseBeyondCap';

/** An impossible sequence, as a value: nothing was counted. */
export type ClockRefusal = {
  state: 'refused';
  code: ClockRefusalCode;
  /** The event refused; undefined when there was none at all. */
  event: ClockEvent | undefined;
  /** The latest lawful date, when a promise went beyond it. */
  latestOn?: CivilDate;
  /** What is wrong and what to do next. */
  words: Words;
};

/** Where a clock stands at a moment. */
export type Standing = {
  state: 'open' | 'dueToday' | 'overdue' | 'paused' | 'metInTime' | 'metLate' | 'cancelled';
  dueOn: CivilDate;
  /** Working days after today to the due date; absent where the calendar is not confirmed. */
  workingDaysLeft?: number;
  calendarDaysLeft?: number;
  /** Working days after the due date to today, or to the day it was met; absent where not confirmed. */
  workingDaysOver?: number;
  calendarDaysOver?: number;
};

/** One day of the strip of days ("vạch ngày"). */
export type DayMark = {
  on: CivilDate;
  mark: 'passed' | 'today' | 'open' | 'off' | 'due' | 'over';
  isToday: boolean;
  isDue: boolean;
  /** Which counted day this is, from 1; absent on days that do not count. */
  ordinal?: number;
  /** On the day of the event: its time. */
  receivedTime?: TimeOfDay;
};
