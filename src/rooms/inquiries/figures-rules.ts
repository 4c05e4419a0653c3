import type { CivilDate } from '../../rules/calendar/index.ts';
import type { FigureRow } from './figures-store.ts';

/** How a body, an intake or a month fared. */
export interface Figures {
  received: number;
  answered: number;
  /** Of the answered ones that had a time. */
  inTime: number;
  late: number;
  open: number;
  overdue: number;
  /** Refused, passed outside, withdrawn, joined to another. */
  otherwise: number;
  published: number;
  /** Working days from the receipt to the answer, of the middle one; undefined without answers. */
  medianDays: number | undefined;
}

/** Working days after the first to the second; undefined where the calendar does not know them. */
export type WorkingDays = (from: CivilDate, to: CivilDate) => number | undefined;

export function figuresOf(rows: readonly FigureRow[], workingDays: WorkingDays): Figures {
  const sum = (fits: (row: FigureRow) => boolean) =>
    rows.reduce((total, row) => (fits(row) ? total + row.count : total), 0);
  return {
    received: sum(() => true),
    answered: sum(({ outcome }) => outcome === 'answered'),
    inTime: sum(({ verdict }) => verdict === 'inTime'),
    late: sum(({ verdict }) => verdict === 'late'),
    open: sum(({ outcome }) => outcome === 'open'),
    overdue: sum(({ verdict }) => verdict === 'overdue'),
    otherwise: sum(({ outcome }) => outcome === 'otherwise'),
    published: rows.reduce((total, row) => total + row.published, 0),
    medianDays: median(
      rows.flatMap((row) => {
        const days =
          row.outcome === 'answered' && row.answered_on !== null
            ? workingDays(row.received_on, row.answered_on)
            : undefined;
        return days === undefined ? [] : [{ value: days, count: row.count }];
      }),
    ),
  };
}

/** The middle of values that each stand for several; of an even number the mean of the two in the middle. */
export function median(values: readonly { value: number; count: number }[]): number | undefined {
  const sorted = values.toSorted((a, b) => a.value - b.value);
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return undefined;
  const at = (place: number) => {
    let passed = 0;
    for (const { value, count } of sorted) {
      passed += count;
      if (passed > place) return value;
    }
    throw new RangeError(`There is no value at place ${place} of ${total}.`);
  };
  return (at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2))) / 2;
}

/** Rows by what they have in common, in the order they come. */
export function groupRows<K>(rows: readonly FigureRow[], keyOf: (row: FigureRow) => K): Map<K, FigureRow[]> {
  const groups = new Map<K, FigureRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
