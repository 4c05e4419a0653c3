import type { Transaction } from '../../platform/db/index.ts';
import {
  CalendarUnconfirmedError,
  type CivilDate,
  civilDateOf,
  type WorkingCalendar,
} from '../../rules/calendar/index.ts';
import {
  type ArticleRef,
  articleText,
  type ClockEvent,
  type ClockRule,
  foldClock,
  isClockRefusal,
  periodText,
} from '../../rules/clock/index.ts';
import type { Words } from '../../rules/lang.ts';
import {
  type ContentKind,
  type DutyVariant,
  dutyFor,
  type ProfileSet,
  type StartEvent,
  shippedProfiles,
} from '../../rules/profile/index.ts';
import { calendarOf } from './calendar.ts';
import { findLiveClock, insertClock, lockClock, moveClock } from './clock-store.ts';
import { recordClockEvent, settleOrRefuse, timelineOf } from './clocks.ts';
import { type Clock, type Subject, settleStrictly } from './rules.ts';
import { shareLaw } from './store.ts';

/** The live clock of a matter, locked, while it is still open. */
async function lockOpen(tx: Transaction, subject: Subject): Promise<Clock | undefined> {
  await shareLaw(tx);
  const live = await findLiveClock(tx, subject);
  const clock = live && (await lockClock(tx, live.id));
  return clock && clock.metAt === undefined && clock.state !== 'cancelled' ? clock : undefined;
}

/**
 * The matter is of another class than was thought (inter-agency, special, complex): its clock takes the period of that
 * class, from the same start. Undefined when there is no open clock, or the regulation has no period for the class.
 */
export async function reclassifyClock(
  tx: Transaction,
  subject: Subject,
  to: { variant: DutyVariant; reason?: Words; at: Date; profiles?: ProfileSet },
): Promise<Clock | undefined> {
  const clock = await lockOpen(tx, subject);
  if (!clock) return undefined;
  const found = dutyFor({
    profiles: to.profiles ?? shippedProfiles(),
    timeline: await timelineOf(tx, clock.localityId),
    contentKind: clock.rule.contentKind as ContentKind,
    startEvent: clock.rule.clock.startEvent as StartEvent,
    bodyRole: clock.rule.bodyRole,
    on: civilDateOf(clock.startedAt),
    variant: to.variant,
  });
  if (!found || isSamePeriod(found.rule, periodNow(clock))) return clock;
  const { period, article, cap, extension } = found.rule;
  return recordClockEvent(tx, clock.id, {
    kind: 'reclassified',
    at: to.at,
    period,
    article,
    ...(cap && { cap }),
    extension: extension ?? null,
    ...(to.reason && { reason: to.reason }),
  });
}

type Counted = Pick<ClockRule, 'period' | 'article'>;

function periodNow(clock: Clock): Counted {
  const last = clock.events.findLast((event) => event.kind === 'reclassified');
  return last?.kind === 'reclassified' ? last : clock.rule.clock;
}

function isSamePeriod(a: Counted, b: Counted): boolean {
  return (
    a.period.value === b.period.value &&
    a.period.unit === b.period.unit &&
    a.article.article === b.article.article
  );
}

/** The matter went to another body, on whose board its clock stands from now on. The count goes on. */
export async function forwardClock(
  tx: Transaction,
  subject: Subject,
  to: { portalId: number; name: Words; at: Date },
): Promise<Clock | undefined> {
  const clock = await lockOpen(tx, subject);
  if (!clock) return undefined;
  await tx.alsoSee(to.portalId);
  const changed = await recordClockEvent(tx, clock.id, {
    kind: 'forwarded',
    at: to.at,
    to: to.name,
    restarts: false,
  });
  await moveClock(tx, clock.id, to.portalId);
  return { ...changed, portalId: to.portalId };
}

/**
 * A day was stated by which the matter will be answered, as the regulation allows instead of the answer itself: a second
 * obligation, until that day. It rests on the rule of the first.
 *
 * @throws Refusal `clock-promiseInThePast`, `clock-promiseOnDayOff`, `calendar-unconfirmed`
 */
export async function startAgreedClock(
  tx: Transaction,
  first: Clock,
  agreed: { subject: Subject; promisedOn: CivilDate; at: Date },
): Promise<Clock> {
  await shareLaw(tx);
  const { at, promisedOn, subject } = agreed;
  const { cap: _, extension: __, startAt: ___, ...counted } = first.rule.clock;
  const rule = {
    ...first.rule,
    clock: { ...counted, period: { value: 0, unit: 'immediate' as const }, allowsPromise: true },
    satisfiedBy: ['answer'],
  };
  const events: ClockEvent[] = [
    { kind: 'started', at },
    { kind: 'promised', at, promisedOn },
  ];
  const calendar = await calendarOf(tx, first.localityId);
  const clock = {
    ...{ localityId: first.localityId, portalId: first.portalId, subject },
    ...{ duty: first.duty, profileCode: first.profileCode, rule, events, startedAt: at },
    ...settleOrRefuse(() => settleStrictly(rule.clock, events, calendar)),
  };
  return { ...clock, id: await insertClock(tx, clock, at) };
}

/** What the rule of a clock still lets one do to it, each with the article that says so. */
export interface ClockChoices {
  /** The article by which asking back stops the clock; undefined: it goes on. */
  pause: Words | undefined;
  extension: { period: Words; article: Words } | undefined;
  /** `cap`: a promise on the same clock; `notice`: a notice with a day meets it and starts a second one. */
  promise: { by: 'cap' | 'notice'; latestOn: CivilDate | undefined; article: Words } | undefined;
}

/** Beyond every cap: the fold refuses it and names the latest lawful day. */
const BEYOND: CivilDate = '9999-12-31';

/** What may be done to a running clock at this moment. */
export function clockChoices(
  clock: Clock,
  calendar: WorkingCalendar,
  profiles: ProfileSet,
  now: Date,
): ClockChoices {
  const { clock: rule, citation, satisfiedBy } = clock.rule;
  const isRunning = clock.state === 'running';
  const duty = profiles
    .get(clock.profileCode)
    ?.duties.find((one) => (one.duty[0] ?? `${clock.profileCode}:${one.code}`) === clock.duty);
  const cite = (article: ArticleRef): Words => ({
    vi: articleText(article.article, article.instrument, 'vi'),
    en: articleText(article.article, article.instrument, 'en'),
  });
  const used = clock.events.filter(({ kind }) => kind === 'extended').length;
  const extension = extensionNow(clock);
  const by = rule.cap ? 'cap' : satisfiedBy.includes('noticeWithDate') ? 'notice' : undefined;
  return {
    pause: isRunning && rule.allowsPause && duty?.pause ? cite(duty.pause) : undefined,
    extension:
      isRunning && extension && used < extension.times
        ? {
            period: {
              vi: periodText(extension.value, extension.unit, 'vi'),
              en: periodText(extension.value, extension.unit, 'en'),
            },
            article: cite(extension.article),
          }
        : undefined,
    promise:
      isRunning && by
        ? {
            by,
            latestOn: latestPromise(clock, calendar, now),
            article: rule.cap ? cite(rule.cap.article) : citation,
          }
        : undefined,
  };
}

/** What may be extended now: by the class it was last put into, where that was another than the first. */
function extensionNow({ rule, events }: Clock): ClockRule['extension'] {
  const last = events.findLast((event) => event.kind === 'reclassified' && event.extension !== undefined);
  return last?.kind === 'reclassified' ? (last.extension ?? undefined) : rule.clock.extension;
}

/** The last day a promise may name; undefined without a cap, or where the calendar is not confirmed so far. */
function latestPromise(clock: Clock, calendar: WorkingCalendar, now: Date): CivilDate | undefined {
  try {
    const events: ClockEvent[] = [...clock.events, { kind: 'promised', at: now, promisedOn: BEYOND }];
    const told = foldClock(clock.rule.clock, events, calendar);
    return isClockRefusal(told) ? told.latestOn : undefined;
  } catch (error) {
    if (error instanceof CalendarUnconfirmedError) return undefined;
    throw error;
  }
}
