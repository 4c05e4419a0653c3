import { LRUCache } from 'lru-cache';
import type { Queryable } from '../../platform/db/index.ts';
import {
  buildCalendar,
  type CalendarRow,
  type CivilDate,
  type WorkingCalendar,
} from '../../rules/calendar/index.ts';
import { type CalendarRowRecord, calendarVersion, listCalendarRows, listConfirmations } from './store.ts';

/** Calendars by content: the same rows and confirmations are the same calendar, in whatever database. */
const built = new LRUCache<string, WorkingCalendar>({ max: 64 });

/** Before anything is confirmed one day lies far back, so that every real date is beyond the calendar. */
const NOTHING_CONFIRMED: { from: CivilDate; through: CivilDate } = {
  from: '1900-01-01',
  through: '1900-01-01',
};

/** A stored row as the calendar takes it. */
export function calendarRowOf(row: CalendarRowRecord): CalendarRow {
  return {
    on: row.on_date,
    kind: row.kind,
    name: { vi: row.name_vi, en: row.name_en },
    source: { vi: row.source_vi, en: row.source_en },
    ...(row.announced_on !== null && { announcedOn: row.announced_on }),
    ...(row.swap_with !== null && { swapWith: row.swap_with }),
    ...(row.compensates !== null && { compensates: row.compensates }),
    ...(row.confidence !== null && { confidence: row.confidence }),
  };
}

/** The days confirmed for a scope: what the nation confirmed, and what the locality added to it; undefined at first. */
export async function confirmedSpan(
  db: Queryable,
  localityId: number | null,
): Promise<{ from: CivilDate; through: CivilDate } | undefined> {
  const confirmations = await listConfirmations(db, localityId);
  const [from] = confirmations.map((one) => one.confirmed_from).sort();
  const through = confirmations
    .map((one) => one.confirmed_through)
    .sort()
    .at(-1);
  return from === undefined || through === undefined ? undefined : { from, through };
}

/**
 * The working calendar of a locality: national rows, then its own, over the days somebody confirmed. Built once for
 * each content; the content's hash is asked every time, so that a change is seen by the next caller.
 */
export async function calendarOf(db: Queryable, localityId: number): Promise<WorkingCalendar> {
  const version = await calendarVersion(db, localityId);
  const known = built.get(version);
  if (known) return known;
  const rows = (await listCalendarRows(db, localityId)).map(calendarRowOf);
  const { from, through } = (await confirmedSpan(db, localityId)) ?? NOTHING_CONFIRMED;
  const calendar = buildCalendar({ rows, confirmedFrom: from, confirmedThrough: through });
  // Read committed: a change may have come between the hash and the rows; such a calendar is used once and not kept.
  if (version !== '' && (await calendarVersion(db, localityId)) === version) built.set(version, calendar);
  return calendar;
}
