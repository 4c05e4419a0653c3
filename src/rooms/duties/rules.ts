import {
  addDays,
  type CalendarRow,
  CalendarUnconfirmedError,
  type CivilDate,
  civilDateOf,
  dateWords,
  daysBetween,
  proposeHolidays,
  type WorkingCalendar,
} from '../../rules/calendar/index.ts';
import {
  type ArticleRef,
  articleText,
  type ClockEvent,
  type ClockRule,
  type ClockState,
  foldClock,
  isClockRefusal,
  type Stretch,
  type TraceStep,
} from '../../rules/clock/index.ts';
import type { Words } from '../../rules/lang.ts';
import type { DutyStep, FoundDuty, PortalRole } from '../../rules/profile/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { calendarEndWords } from './words.ts';

/** What a clock runs for: an item, a question … named by the room that owns it. */
export interface Subject {
  kind: string;
  id: number;
}

/** The rule a clock counts by, with what a reader wants to know about it, as it stood when the clock started. */
export interface StoredRule {
  clock: ClockRule;
  /** What must be done. */
  name: Words;
  /** The article, cited in full with its instrument. */
  citation: Words;
  /** How the value was found: own regulation, or the gap in it and the national text. */
  basis: DutyStep[];
  via: 'own' | 'fallback';
  contentKind: string;
  bodyRole: PortalRole;
  /** Which acts meet it: an answer, a notice with the day of the answer … */
  satisfiedBy: string[];
}

/**
 * `undated`: the working calendar is not confirmed far enough to say the due date; dated as soon as it is.
 */
export type KeptState = 'running' | 'paused' | 'met' | 'metLate' | 'cancelled' | 'undated';

/** The steps that led to the due date, and the stretches the day strip is drawn from. */
export interface ClockTrace {
  steps: TraceStep[];
  stretches: Stretch[];
  pauses: ClockState['pauses'];
  /** Why there is no date: the day asked for and the days confirmed at that time. */
  undated?: { askedOn: CivilDate; confirmedFrom: CivilDate; confirmedThrough: CivilDate };
}

/** A clock of law as it is kept: its rule, what happened, and what followed from both. */
export interface Clock {
  id: number;
  localityId: number;
  portalId: number;
  subject: Subject;
  /** The duty's id, e.g. LC-047; the code of the profile and value where the value has none. */
  duty: string;
  profileCode: string;
  rule: StoredRule;
  events: ClockEvent[];
  trace: ClockTrace;
  state: KeptState;
  /** The event that started it. */
  startedAt: Date;
  /** Undefined while undated, and for a matter done before any date could be said. */
  dueOn: CivilDate | undefined;
  /** 00:00 of the day after `dueOn`. */
  dueAt: Date | undefined;
  metAt: Date | undefined;
}

/** What follows from a clock's events. */
export type Outcome = Pick<Clock, 'trace' | 'state' | 'dueOn' | 'dueAt' | 'metAt'>;

/** Cites an article with the text it stands in, also where the clock leaves the locality's own text unnamed. */
export function citationOf(
  { article }: ArticleRef,
  { profile, duty }: Pick<FoundDuty, 'profile' | 'duty'>,
): Words {
  const { kind, number } = profile.instrument;
  const cite = (lang: 'vi' | 'en') => articleText(article, duty.source ?? `${kind[lang]} ${number}`, lang);
  return { vi: cite('vi'), en: cite('en') };
}

/** The rule of a found duty, as a clock keeps it. */
export function storedRule(found: FoundDuty, contentKind: string, bodyRole: PortalRole): StoredRule {
  return {
    clock: found.rule,
    name: found.duty.name,
    citation: citationOf(found.article, found),
    basis: found.steps,
    via: found.via,
    contentKind,
    bodyRole,
    satisfiedBy: found.duty.satisfiedBy,
  };
}

/**
 * Folds the events into what is kept.
 *
 * @throws Refusal when an event cannot follow the ones before it (code `clock-…`)
 * @throws CalendarUnconfirmedError only through `settleStrictly`
 */
export function settle(rule: ClockRule, events: readonly ClockEvent[], calendar: WorkingCalendar): Outcome {
  try {
    return settleStrictly(rule, events, calendar);
  } catch (error) {
    if (error instanceof CalendarUnconfirmedError) return undatedOutcome(events, error);
    throw error;
  }
}

/** As `settle`, for events that need a date to be lawful, such as a promise: throws where the calendar ends. */
export function settleStrictly(
  rule: ClockRule,
  events: readonly ClockEvent[],
  calendar: WorkingCalendar,
): Outcome {
  const folded = foldClock(rule, events, calendar);
  if (isClockRefusal(folded)) throw new Refusal(`clock-${folded.code}`, folded.words);
  return outcomeOf(folded);
}

/** The outcome of a folded clock. */
export function outcomeOf(folded: ClockState): Outcome {
  return {
    trace: { steps: folded.trace, stretches: folded.stretches, pauses: folded.pauses },
    state: folded.state === 'late-met' ? 'metLate' : folded.state,
    dueOn: folded.dueOn,
    dueAt: folded.dueAt,
    metAt: folded.metAt,
  };
}

/**
 * No date can be said. A matter done on a confirmed day is in time all the same: what the calendar could not say lies
 * after its last day, and the due date later still. Anything else waits for the calendar.
 */
function undatedOutcome(
  events: readonly ClockEvent[],
  { askedOn, confirmedFrom, confirmedThrough }: CalendarUnconfirmedError,
): Outcome {
  const closed = events.find((event) => event.kind === 'met' || event.kind === 'cancelled');
  const metAt = closed?.kind === 'met' ? closed.at : undefined;
  const inTime = metAt !== undefined && askedOn > confirmedThrough && civilDateOf(metAt) <= confirmedThrough;
  const state: KeptState = closed?.kind === 'cancelled' ? 'cancelled' : inTime ? 'met' : 'undated';
  const trace = {
    steps: [],
    stretches: [],
    pauses: [],
    undated: { askedOn, confirmedFrom, confirmedThrough },
  };
  return { trace, state, dueOn: undefined, dueAt: undefined, metAt };
}

/** Days ahead that should always be confirmed: the longest periods of the regulations fit in. */
export const CONFIRMED_AHEAD_DAYS = 90;

/** A sentence when fewer than 90 days ahead of today are confirmed; for the desk's first page and for doctor. */
export function calendarWarning(
  calendar: WorkingCalendar,
  now: Date,
): { daysLeft: number; words: Words } | undefined {
  const daysLeft = Math.max(0, daysBetween(civilDateOf(now), calendar.confirmedThrough));
  if (daysLeft >= CONFIRMED_AHEAD_DAYS) return undefined;
  return { daysLeft, words: calendarEndWords(dateWords(calendar.confirmedThrough), daysLeft) };
}

/** Statutory days of the span that no row answers and nobody declined. */
export function openProposals(
  span: { from: CivilDate; through: CivilDate },
  known: ReadonlySet<CivilDate>,
): CalendarRow[] {
  const first = Number(span.from.slice(0, 4));
  const last = Number(span.through.slice(0, 4));
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return years
    .flatMap((year) => proposeHolidays(year))
    .filter(({ on }) => on >= span.from && on <= span.through && !known.has(on));
}

/** The day after the last confirmed one: where the next confirmation begins. */
export function nextUnconfirmed(calendar: Pick<WorkingCalendar, 'confirmedThrough'>): CivilDate {
  return addDays(calendar.confirmedThrough, 1);
}

/** Days off are announced year by year: a calendar is confirmed to the end of the year after next at most. */
export function latestConfirmable(now: Date): CivilDate {
  return `${Number(civilDateOf(now).slice(0, 4)) + 2}-12-31`;
}
