// Days of the recount: the rows of the calendar as they stood at a moment, and the plain week. Nothing of src/rules.
import { type Day, type DayTable, type Moment, rank, tomorrow, weekday } from './clock-oracle.ts';

/** A row of `calendar_row` as text; instants in milliseconds. */
export interface DayRow {
  localityId: number | null;
  on: string;
  kind: string;
  addedAt: number;
  retiredAt: number | null;
}

/** A row of `calendar_confirmation`. */
export interface ConfirmedRow {
  localityId: number | null;
  through: string;
  at: number;
}

const FIRST: Day = { y: 2026, m: 6, d: 1 };
const LAST_YEAR = 2027;
const VIET_NAM_MS = 7 * 3_600_000;

/** The wall clock of Viet Nam, seven hours ahead of UTC all year. */
export function momentOf(ms: number): Moment {
  const wall = new Date(ms + VIET_NAM_MS).toISOString();
  const minute = Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
  // a started minute has passed: 08:00:01 is after 08:00
  return { ...dayOf(wall), minute: minute + (wall.slice(17, 23) === '00.000' ? 0 : 0.5) };
}

export function dayOf(iso: string): Day {
  return { y: Number(iso.slice(0, 4)), m: Number(iso.slice(5, 7)), d: Number(iso.slice(8, 10)) };
}

/** Calendars of localities as they changed: asked for a moment, the days that were known then. */
export class Calendars {
  readonly #days: readonly DayRow[];
  readonly #confirmed: readonly ConfirmedRow[];
  readonly #changes: readonly number[];
  readonly #tables = new Map<string, DayTable>();

  constructor(days: readonly DayRow[], confirmed: readonly ConfirmedRow[]) {
    this.#days = days;
    this.#confirmed = confirmed;
    const instants = [
      ...days.flatMap((row) => [row.addedAt, row.retiredAt ?? 0]),
      ...confirmed.map(({ at }) => at),
    ];
    this.#changes = [...new Set(instants)].sort((a, b) => a - b);
  }

  /** Days after the last one somebody confirmed are not in the table: nobody knows what they are. */
  at(localityId: number, ms: number): DayTable {
    const version = this.#changes.filter((change) => change <= ms).length;
    const key = `${localityId} ${version}`;
    const known = this.#tables.get(key) ?? this.#build(localityId, ms);
    this.#tables.set(key, known);
    return known;
  }

  /** Moments after the first, up to the second, at which some calendar changed. */
  changesBetween(after: number, through: number): number[] {
    return this.#changes.filter((change) => change > after && change <= through);
  }

  confirmedThrough(localityId: number, ms: number): number {
    const mine = this.#confirmed.filter(
      (row) => row.at <= ms && (row.localityId === null || row.localityId === localityId),
    );
    return Math.max(0, ...mine.map((row) => rank(dayOf(row.through))));
  }

  #build(localityId: number, ms: number): DayTable {
    const table: DayTable = new Map();
    const end = this.confirmedThrough(localityId, ms);
    for (let day = FIRST; day.y <= LAST_YEAR && rank(day) <= end; day = tomorrow(day))
      table.set(rank(day), weekday(day) === 0 || weekday(day) === 6 ? 'rest' : 'working');
    // the locality's own word on a day comes after the nation's
    for (const scope of [null, localityId]) {
      for (const row of this.#days) {
        const holds = row.addedAt <= ms && (row.retiredAt === null || row.retiredAt > ms);
        const on = rank(dayOf(row.on));
        if (row.localityId === scope && holds && table.has(on))
          table.set(on, row.kind === 'off' ? 'off' : 'working');
      }
    }
    return table;
  }
}
