import type { Database, Transaction } from '../../platform/db/index.ts';
import type { JobDefinition } from '../../platform/jobs/index.ts';
import type { Ports } from '../../platform/ports.ts';
import {
  CalendarUnconfirmedError,
  startOfNextDay,
  type WorkingCalendar,
} from '../../rules/calendar/index.ts';
import { type ClockEvent, foldClock, isClockRefusal } from '../../rules/clock/index.ts';
import { calendarOf } from './calendar.ts';
import { readEvents } from './clock-store.ts';
import {
  lastClockId,
  listTouched,
  lockRedating,
  type OpenClockRow,
  type Redated,
  type RedatingRow,
  saveProgress,
  saveRedated,
} from './redating-store.ts';
import { type Outcome, outcomeOf, settle, settleStrictly } from './rules.ts';
import { lockLaw } from './store.ts';

/** Name of the job every change of the calendar enqueues; its data is `{ redatingId }`. */
export const REDATE_JOB = 'duties.redate';

/** Ids a transaction: large enough that its round trips do not count, small enough that nobody waits a second. */
const BATCH = 5_000;
/** Their traces stay within the memory PostgreSQL gives a query (work_mem, 4 MB by default). */
const ROWS_A_STATEMENT = 1_000;

type Changed = Extract<ClockEvent, { kind: 'calendarChanged' }>;

/**
 * A clock by the calendar as it is now. The change is written into its history only when the due date moved, or when
 * what was granted before (a promise on a day that is now off) needs it to stay lawful. Undefined: nothing to write.
 */
export function recount(
  row: OpenClockRow,
  calendar: WorkingCalendar,
  changed: Omit<Changed, 'kind' | 'wasDueOn'>,
): Redated | undefined {
  const rule = row.rule.clock;
  const events = readEvents(row.events);
  const startedAt = events[0]?.at ?? changed.at;
  const isBefore = changed.at < startedAt;
  const change: Changed = {
    kind: 'calendarChanged',
    ...changed,
    // a matter whose start event is still to come cannot have a history before it
    at: isBefore ? startedAt : changed.at,
    ...(row.due_on !== null && { wasDueOn: row.due_on }),
  };
  const isDone = events.some((event) => event.kind === 'met');
  try {
    // Most clocks of a change move, so the change is counted with first; one that stays is told without it.
    const changedEvents = isDone ? events : inTimeOrder(events, change);
    const outcome = settleStrictly(rule, changedEvents, calendar);
    const moved = outcome.dueOn !== (row.due_on ?? undefined);
    if (moved) return redated(row, outcome, isDone ? undefined : changedEvents, true);
    const plain = foldClock(rule, events, calendar);
    if (!isClockRefusal(plain)) return redated(row, outcomeOf(plain), undefined, false);
    return redated(row, outcome, changedEvents, false);
  } catch (error) {
    if (!(error instanceof CalendarUnconfirmedError)) throw error;
    // still no date; a clock that had one goes back to waiting, and the list of moves says so
    if (row.due_on === null) return undefined;
    const changedEvents = inTimeOrder(events, change);
    return redated(row, settle(rule, changedEvents, calendar), changedEvents, true);
  }
}

/** Events recorded between the change and this run were already checked by the new calendar: the change stands before them. */
function inTimeOrder(events: readonly ClockEvent[], change: Changed): ClockEvent[] {
  return [...events, change].sort((a, b) => a.at.getTime() - b.at.getTime());
}

function redated(
  row: OpenClockRow,
  outcome: Outcome,
  events: readonly ClockEvent[] | undefined,
  moved: boolean,
): Redated {
  return {
    id: row.id,
    portal_id: row.portal_id,
    trace: outcome.trace,
    ...(events && { events }),
    state: outcome.state,
    due_on: outcome.dueOn ?? null,
    due_at: outcome.dueAt ?? null,
    due_before: row.due_on,
    moved,
  };
}

/** Counts the next batch anew. @returns whether there is more to do. */
async function redateBatch(tx: Transaction, redatingId: number, now: Date, limit: number): Promise<boolean> {
  // alone with the clocks: everyone else who writes one holds the law shared, so no row needs a lock of its own
  await lockLaw(tx);
  const redating = await lockRedating(tx, redatingId);
  if (!redating || redating.finished_at !== null) return false;
  const last = await lastClockId(tx);
  const through = Math.min(redating.reached_clock_id + limit, last);
  const rows = await listTouched(tx, redating, startOfNextDay(redating.changed_through), through);
  const calendars = new Map<number, WorkingCalendar>();
  for (const { locality_id } of rows) {
    if (!calendars.has(locality_id)) calendars.set(locality_id, await calendarOf(tx, locality_id));
  }
  const change = { at: redating.started_at, reason: causeOf(redating) };
  let moved = 0;
  let writing = Promise.resolve();
  for (let i = 0; i < rows.length; i += ROWS_A_STATEMENT) {
    const part = rows.slice(i, i + ROWS_A_STATEMENT).flatMap((row) => {
      const calendar = calendars.get(row.locality_id);
      const outcome = calendar && recount(row, calendar, change);
      return outcome ? [outcome] : [];
    });
    moved += part.filter((clock) => clock.moved).length;
    // the database writes one part while the next is counted
    await writing;
    writing = saveRedated(tx, redatingId, part, now);
    writing.catch(() => {}); // reported where it is awaited
  }
  await writing;
  const isLast = through === last;
  await saveProgress(tx, redatingId, {
    reached: through,
    seen: rows.length,
    moved,
    finishedAt: isLast ? now : null,
  });
  return !isLast;
}

function causeOf({ cause_vi, cause_en }: RedatingRow) {
  return { vi: cause_vi, en: cause_en };
}

/**
 * Dates every open clock that a change of the calendar can touch anew, batch by batch. What a batch wrote stays when
 * the next one fails; run again, it goes on from there, and once finished does nothing.
 */
export async function redate(
  database: Database,
  redatingId: number,
  now: () => Date,
  batch = BATCH,
): Promise<void> {
  let more = true;
  while (more) {
    more = await database.transaction({ as: 'system' }, (tx) => redateBatch(tx, redatingId, now(), batch));
  }
}

export const redateJob: JobDefinition<Ports> = {
  name: REDATE_JOB,
  retryLimit: 10,
  run: (ports, data) => redate(ports.database, Number(data.redatingId), ports.now),
};
