import type { Command, CommandContext } from '../../platform/command/index.ts';
import {
  addDays,
  type CalendarRow,
  type CivilDate,
  civilDateOf,
  dateWords,
  isCivilDate,
  proposeHolidays,
} from '../../rules/calendar/index.ts';
import type { Words } from '../../rules/lang.ts';
import { Refusal } from '../../rules/refusal.ts';
import { findPortal } from '../portals/index.ts';
import { confirmedSpan } from './calendar.ts';
import { permits } from './permits.ts';
import { REDATE_JOB } from './redating.ts';
import { insertRedating } from './redating-store.ts';
import { latestConfirmable, nextUnconfirmed, openProposals } from './rules.ts';
import {
  findCalendarRow,
  insertCalendarRow,
  insertConfirmation,
  listCalendarRows,
  listRowsOn,
  lockLaw,
  retireRow,
} from './store.ts';
import { CAUSES, REFUSALS } from './words.ts';

/** Cache keys of pages that show a date worked out by the calendar of a locality. */
export function calendarKeys(localityId: number | null): string[] {
  return [localityId === null ? 'calendar' : `calendar:${localityId}`];
}

/** Whose calendar a command changes: `locality` by its main portal; `national` by the operator's tool alone. */
export interface CalendarTarget {
  scope: 'locality' | 'national';
  /** The main portal of the locality; null for the nation. */
  portalId: number | null;
}

/** The locality whose rows change, null for the nation. */
export async function targetLocality(
  { tx, actor }: CommandContext,
  { scope, portalId }: CalendarTarget,
): Promise<number | null> {
  if (scope === 'national') {
    if (actor.kind !== 'machine') throw new Refusal('national-calendar', REFUSALS.nationalCalendar);
    return null;
  }
  const portal = portalId === null ? undefined : await findPortal(tx, portalId);
  if (!portal?.is_main || portal.locality_id !== actor.localityId) {
    throw new Refusal('main-portal-only', REFUSALS.mainPortalOnly);
  }
  return portal.locality_id;
}

const personOf = ({ actor }: CommandContext) => (actor.kind === 'person' ? actor.personId : null);

/** One entry for the change, and the job that dates the open clocks anew. */
export async function orderRedating(
  context: CommandContext,
  localityId: number | null,
  cause: Words,
  days: readonly CivilDate[],
): Promise<number> {
  const sorted = [...days].sort();
  const redatingId = await insertRedating(context.tx, {
    localityId,
    cause,
    from: sorted[0] ?? '',
    through: sorted.at(-1) ?? '',
    by: personOf(context),
    at: context.now,
  });
  context.purge(...calendarKeys(localityId));
  context.enqueue(REDATE_JOB, { redatingId });
  return redatingId;
}

export interface AddCalendarRow extends CalendarTarget {
  row: CalendarRow;
}

export interface CalendarChange {
  rowIds: number[];
  redatingId: number;
}

/**
 * Adds a day on which the calendar departs from the plain week. A swap adds both its days: the one off, the one worked.
 *
 * Refuses `calendar-date`, `calendar-row-exists`, `calendar-swap`, `calendar-text`, `national-calendar`, `main-portal-only`.
 */
export const addCalendarRow: Command<AddCalendarRow, CalendarChange> = {
  name: 'duties.addCalendarRow',
  permit: 'duties.changeCalendar',
  permits,
  portal: (input) => input.portalId ?? 0,
  async run(context, input) {
    const localityId = await targetLocality(context, input);
    const rows = withSwap(checkedRow(input.row));
    await lockLaw(context.tx);
    const rowIds = await insertRows(context, localityId, rows);
    const days = rows.map((row) => row.on);
    const redatingId = await orderRedating(context, localityId, CAUSES.added(rows), days);
    context.record({
      portalId: input.portalId,
      subject: { kind: 'calendarRow', id: rowIds[0] ?? 0 },
      payload: { scope: input.scope, rows, rowIds, redatingId },
    });
    return { rowIds, redatingId };
  },
};

function checkedRow(row: CalendarRow): CalendarRow {
  if (!isCivilDate(row.on)) throw new Refusal('calendar-date', REFUSALS.notADate, 'on');
  const source = typeof row.source === 'string' ? { vi: row.source, en: row.source } : row.source;
  if (!row.name.vi.trim()) throw new Refusal('calendar-text', REFUSALS.nameMissing, 'nameVi');
  if (!source.vi.trim()) throw new Refusal('calendar-text', REFUSALS.sourceMissing, 'sourceVi');
  return {
    ...row,
    name: { vi: row.name.vi, en: row.name.en.trim() || row.name.vi },
    source: { vi: source.vi, en: source.en.trim() || source.vi },
  };
}

function withSwap(row: CalendarRow): CalendarRow[] {
  const { swapWith } = row;
  if (swapWith === undefined) return [row];
  if (!isCivilDate(swapWith)) throw new Refusal('calendar-date', REFUSALS.notADate, 'swapWith');
  if (swapWith === row.on || (row.kind !== 'off' && row.kind !== 'work')) {
    throw new Refusal('calendar-swap', REFUSALS.badSwap, 'swapWith');
  }
  return [row, { ...row, on: swapWith, swapWith: row.on, kind: row.kind === 'off' ? 'work' : 'off' }];
}

async function insertRows(
  context: CommandContext,
  localityId: number | null,
  rows: readonly CalendarRow[],
): Promise<number[]> {
  const dates = rows.map((row) => row.on);
  const [taken] = await listRowsOn(context.tx, localityId, dates);
  if (taken) {
    const field = taken.on_date === dates[0] ? 'on' : 'swapWith';
    throw new Refusal('calendar-row-exists', REFUSALS.rowExists(dateWords(taken.on_date)), field);
  }
  const ids: number[] = [];
  for (const row of rows) {
    const added = { ...row, localityId, addedBy: personOf(context), addedAt: context.now };
    ids.push(await insertCalendarRow(context.tx, added));
  }
  return ids;
}

export interface RetireCalendarRow extends CalendarTarget {
  rowId: number;
}

/** Takes a row out of the calendar, with the other day of its swap. Refuses `calendar-row-missing`. */
export const retireCalendarRow: Command<RetireCalendarRow, CalendarChange> = {
  name: 'duties.retireCalendarRow',
  permit: 'duties.changeCalendar',
  permits,
  portal: (input) => input.portalId ?? 0,
  async run(context, input) {
    const { tx, now } = context;
    const localityId = await targetLocality(context, input);
    await lockLaw(tx);
    const row = await findCalendarRow(tx, input.rowId);
    if (!row || row.locality_id !== localityId) {
      const isNational = row?.locality_id === null;
      throw new Refusal('calendar-row-missing', isNational ? REFUSALS.nationalCalendar : REFUSALS.rowMissing);
    }
    const partners = row.swap_with === null ? [] : await listRowsOn(tx, localityId, [row.swap_with]);
    const retired = [{ id: row.id, on_date: row.on_date }, ...partners];
    for (const one of retired) await retireRow(tx, one.id, now, personOf(context));
    const rowIds = retired.map((one) => one.id);
    const days = retired.map((one) => one.on_date);
    const name = { vi: row.name_vi, en: row.name_en };
    const redatingId = await orderRedating(context, localityId, CAUSES.retired(days, name), days);
    context.record({
      portalId: input.portalId,
      subject: { kind: 'calendarRow', id: row.id },
      payload: { scope: input.scope, rowIds, days, redatingId },
    });
    return { rowIds, redatingId };
  },
};

export interface AcceptProposals extends CalendarTarget {
  year: number;
  /** The proposed days taken over; they become rows as they were proposed. */
  days: readonly CivilDate[];
}

/** Takes statutory days proposed for a year into the calendar. Refuses `calendar-proposal` and as `addCalendarRow`. */
export const acceptProposals: Command<AcceptProposals, CalendarChange> = {
  name: 'duties.acceptProposals',
  permit: 'duties.changeCalendar',
  permits,
  portal: (input) => input.portalId ?? 0,
  async run(context, input) {
    const localityId = await targetLocality(context, input);
    const rows = proposeHolidays(input.year).filter((row) => input.days.includes(row.on));
    if (rows.length === 0 || rows.length !== new Set(input.days).size) {
      throw new Refusal('calendar-proposal', REFUSALS.proposalUnknown, 'proposals');
    }
    await lockLaw(context.tx);
    const rowIds = await insertRows(context, localityId, rows);
    const days = rows.map((row) => row.on);
    const redatingId = await orderRedating(context, localityId, CAUSES.added(rows), days);
    context.record({
      portalId: input.portalId,
      subject: { kind: 'calendarRow', id: rowIds[0] ?? 0 },
      payload: { scope: input.scope, year: input.year, days, rowIds, redatingId },
    });
    return { rowIds, redatingId };
  },
};

export interface ConfirmCalendar extends CalendarTarget {
  through: CivilDate;
  /** What the confirmation rests on: the announcement and its number. */
  source: string;
  /** Proposed days that are no days off this time, each with the reason. */
  declined: readonly { on: CivilDate; reason: string }[];
}

/**
 * Confirms the calendar through a date: from then on legal dates are counted over these days. It only ever extends; a
 * wrong day is corrected by its row.
 *
 * Refuses `calendar-date`, `calendar-confirmed-already`, `calendar-too-far`, `calendar-text`, and `calendar-proposals-open`
 * while a statutory day of the span has neither a row nor been declined.
 */
export const confirmCalendar: Command<ConfirmCalendar, { redatingId: number; through: CivilDate }> = {
  name: 'duties.confirmCalendar',
  permit: 'duties.changeCalendar',
  permits,
  portal: (input) => input.portalId ?? 0,
  async run(context, input) {
    const { tx, now } = context;
    const { through, source, declined } = input;
    const localityId = await targetLocality(context, input);
    await lockLaw(tx);
    const thisYear = `${civilDateOf(now).slice(0, 4)}-01-01`;
    const span = (await confirmedSpan(tx, localityId)) ?? { from: thisYear, through: addDays(thisYear, -1) };
    checkThrough(through, span.through, latestConfirmable(now));
    if (!source.trim()) throw new Refusal('calendar-text', REFUSALS.sourceMissing, 'source');
    if (declined.some(({ reason }) => !reason.trim())) {
      throw new Refusal('calendar-text', REFUSALS.declineReasonMissing, 'declineReason');
    }
    const known = new Set([
      ...(await listCalendarRows(tx, localityId)).map((row) => row.on_date),
      ...declined.map(({ on }) => on),
    ]);
    const from = nextUnconfirmed({ confirmedThrough: span.through });
    const open = openProposals({ from, through }, known);
    if (open.length > 0)
      throw new Refusal('calendar-proposals-open', REFUSALS.proposalsOpen(open), 'through');
    const by = personOf(context);
    const id = await insertConfirmation(tx, {
      localityId,
      from: span.from,
      through,
      source,
      declined,
      by,
      at: now,
    });
    const cause = CAUSES.confirmed(dateWords(through, 'short'));
    const redatingId = await orderRedating(context, localityId, cause, [from, through]);
    context.record({
      portalId: input.portalId,
      subject: { kind: 'calendarConfirmation', id },
      payload: { scope: input.scope, from, through, source, declined, redatingId },
    });
    return { redatingId, through };
  },
};

function checkThrough(through: CivilDate, confirmed: CivilDate, latest: CivilDate): void {
  if (!isCivilDate(through)) throw new Refusal('calendar-date', REFUSALS.notADate, 'through');
  if (through <= confirmed) {
    const words = REFUSALS.confirmedAlready(dateWords(confirmed), dateWords(addDays(confirmed, 1)));
    throw new Refusal('calendar-confirmed-already', words, 'through');
  }
  if (through > latest) throw new Refusal('calendar-too-far', REFUSALS.tooFar(dateWords(latest)), 'through');
}
