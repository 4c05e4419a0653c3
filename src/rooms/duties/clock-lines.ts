import type { Queryable } from '../../platform/db/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { calendarOf } from './calendar.ts';
import { listLiveClocks } from './clock-store.ts';
import { type ClockView, clockView } from './clock-view.ts';

/** The clocks of many matters of one kind, by their numbers, as the lines of a list show them. */
export async function clocksOfMany(
  db: Queryable,
  of: { kind: string; ids: readonly number[] },
  asked: { localityId: number; lang: Lang; now: Date },
): Promise<ReadonlyMap<number, ClockView>> {
  const clocks = await listLiveClocks(db, [of.kind], of.ids);
  const calendar = await calendarOf(db, asked.localityId);
  return new Map(
    clocks.map((clock) => [clock.subject.id, clockView(clock, asked.lang, asked.now, calendar)]),
  );
}
