// A slow second opinion on due dates. It shares no code with src/rules: its own dates ({ y, m, d }),
// its own table of holidays, and it walks day by day. When it and the engine disagree, the wording of
// the law decides who is wrong.

export type Day = { y: number; m: number; d: number };

/** A moment in Việt Nam, as wall clock. */
export type Moment = Day & { minute: number };

export type OracleUnit = 'workingDay' | 'calendarDay' | 'ngay' | 'immediate';

export type OracleRule = {
  unit: OracleUnit;
  value: number;
  startMinute: number | undefined;
  weekendsCount: boolean;
  rollOver: boolean;
  cap: { unit: OracleUnit; value: number } | undefined;
  pauseAllowed: boolean;
  extension: { unit: OracleUnit; value: number; times: number } | undefined;
};

export type OracleEvent =
  | {
      kind: 'started' | 'paused' | 'resumed' | 'extended' | 'met' | 'cancelled' | 'calendarChanged';
      at: Moment;
    }
  | { kind: 'promised'; at: Moment; on: Day }
  | { kind: 'forwarded'; at: Moment; restarts: boolean }
  | { kind: 'reclassified'; at: Moment; unit: OracleUnit; value: number };

/** A departure from the plain week, on top of the holidays. */
export type OracleExtra = Day & { kind: 'off' | 'work' | 'half' };

export type OracleVerdict = { due: string; late: boolean | undefined } | { refused: string };

export function monthLength(y: number, m: number): number {
  if (m === 2) return (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0 ? 29 : 28;
  return m === 4 || m === 6 || m === 9 || m === 11 ? 30 : 31;
}

export function tomorrow({ y, m, d }: Day): Day {
  if (d < monthLength(y, m)) return { y, m, d: d + 1 };
  return m < 12 ? { y, m: m + 1, d: 1 } : { y: y + 1, m: 1, d: 1 };
}

export function yesterday({ y, m, d }: Day): Day {
  if (d > 1) return { y, m, d: d - 1 };
  return m > 1 ? { y, m: m - 1, d: monthLength(y, m - 1) } : { y: y - 1, m: 12, d: 31 };
}

/** A number that sorts like the day. */
export function rank(day: Day): number {
  return day.y * 10_000 + day.m * 100 + day.d;
}

export function write({ y, m, d }: Day): string {
  return `${y}-${m < 10 ? '0' : ''}${m}-${d < 10 ? '0' : ''}${d}`;
}

const SAKAMOTO = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];

/** 0 = Sunday … 6 = Saturday, by Sakamoto's rule. */
export function weekday({ y, m, d }: Day): number {
  const year = m < 3 ? y - 1 : y;
  return (
    (year +
      Math.floor(year / 4) -
      Math.floor(year / 100) +
      Math.floor(year / 400) +
      (SAKAMOTO[m - 1] ?? 0) +
      d) %
    7
  );
}

/** Year: new year of Tết (month, day), days off before it, Giỗ Tổ (month, day), the day beside 2 September. */
const TABLE: Record<
  number,
  [tet: [number, number], before: number, hung: [number, number], beside?: number]
> = {
  2010: [[2, 14], 1, [4, 23]],
  2011: [[2, 3], 1, [4, 12]],
  2012: [[1, 23], 1, [3, 31]],
  2013: [[2, 10], 1, [4, 19]],
  2014: [[1, 31], 2, [4, 9]],
  2015: [[2, 19], 2, [4, 28]],
  2016: [[2, 8], 1, [4, 16]],
  2017: [[1, 28], 2, [4, 6]],
  2018: [[2, 16], 2, [4, 25]],
  2019: [[2, 5], 1, [4, 14]],
  2020: [[1, 25], 2, [4, 2]],
  2021: [[2, 12], 2, [4, 21], 3],
  2022: [[2, 1], 1, [4, 10], 1],
  2023: [[1, 22], 2, [4, 29], 1],
  2024: [[2, 10], 2, [4, 18], 3],
  2025: [[1, 29], 2, [4, 7], 1],
  2026: [[2, 17], 1, [4, 26], 1],
  2027: [[2, 6], 2, [4, 16], 3],
};

function holidaysOf(y: number): Day[] {
  const row = TABLE[y];
  if (!row) throw new Error(`the oracle knows nothing of ${y}`);
  const [[tetMonth, tetDay], before, [hungMonth, hungDay], beside] = row;
  let day: Day = { y, m: tetMonth, d: tetDay };
  for (let i = 0; i < before; i += 1) day = yesterday(day);
  const days: Day[] = [{ y, m: 1, d: 1 }];
  for (let i = 0; i < (y < 2014 ? 4 : 5); i += 1) {
    days.push(day);
    day = tomorrow(day);
  }
  days.push({ y, m: hungMonth, d: hungDay }, { y, m: 4, d: 30 }, { y, m: 5, d: 1 }, { y, m: 9, d: 2 });
  if (beside !== undefined) days.push({ y, m: 9, d: beside });
  if (y >= 2026) days.push({ y, m: 11, d: 24 });
  return days;
}

/** What the oracle knows of each day: 'rest' = plain weekly rest. */
export type DayTable = Map<number, 'working' | 'rest' | 'off'>;

/** All days of 2010 to 2027 under the holidays, days in lieu, and the extras. */
export function tableOf(extras: readonly OracleExtra[]): DayTable {
  const table: DayTable = new Map();
  for (let day: Day = { y: 2010, m: 1, d: 1 }; day.y <= 2027; day = tomorrow(day)) {
    table.set(rank(day), weekday(day) === 0 || weekday(day) === 6 ? 'rest' : 'working');
  }
  for (let y = 2010; y <= 2027; y += 1) {
    const holidays = holidaysOf(y).sort((a, b) => rank(a) - rank(b));
    const inLieu = holidays.filter((day) => table.get(rank(day)) === 'rest');
    for (const day of holidays) table.set(rank(day), 'off');
    for (const holiday of inLieu) {
      let day = tomorrow(holiday);
      while (table.get(rank(day)) !== 'working') day = tomorrow(day);
      table.set(rank(day), 'off');
    }
  }
  for (const extra of extras) table.set(rank(extra), extra.kind === 'off' ? 'off' : 'working');
  return table;
}

/** One matter as the oracle follows it. */
class Matter {
  readonly table: DayTable;
  readonly rule: OracleRule;
  started: Moment;
  unit: OracleUnit;
  value: number;
  stopped = new Set<number>();
  pausedOn: Day | undefined;
  grants: ({ days: number; unit: OracleUnit } | { promised: Day; made: Day })[] = [];
  extensions = 0;

  constructor(table: DayTable, rule: OracleRule, started: Moment) {
    this.table = table;
    this.rule = rule;
    this.started = started;
    this.unit = rule.unit;
    this.value = rule.value;
  }

  status(day: Day): 'working' | 'rest' | 'off' {
    const status = this.table.get(rank(day));
    if (status === undefined) throw new Error(`the oracle knows nothing of ${write(day)}`);
    return status;
  }

  isCounted(day: Day, unit: OracleUnit): boolean {
    if (unit === 'calendarDay') return true;
    const status = this.status(day);
    return status === 'working' || (unit === 'ngay' && this.rule.weekendsCount && status === 'rest');
  }

  /** The day before day 1. */
  eve(unit: OracleUnit): Day {
    const { y, m, d, minute } = this.started;
    if (this.rule.startMinute === undefined)
      return unit === 'immediate' ? yesterday({ y, m, d }) : { y, m, d };
    let day: Day = { y, m, d };
    if (minute > this.rule.startMinute) day = tomorrow(day);
    while (this.status(day) !== 'working') day = tomorrow(day);
    return yesterday(day);
  }

  /** The end of `days` counted days after `eve`. */
  walk(eve: Day, days: number, unit: OracleUnit): Day {
    let day = eve;
    let left = unit === 'immediate' ? 1 : days;
    while (left > 0) {
      day = tomorrow(day);
      if (!this.stopped.has(rank(day)) && this.isCounted(day, unit)) left -= 1;
    }
    if (!this.rule.rollOver || this.status(day) === 'working') return day;
    do day = tomorrow(day);
    while (this.stopped.has(rank(day)) || this.status(day) !== 'working');
    return day;
  }

  promiseEnd(made: Day, promised: Day): Day {
    let end = promised;
    while (this.rule.rollOver && this.status(end) !== 'working') end = tomorrow(end);
    const unit = this.rule.cap?.unit ?? this.unit;
    let days = 0;
    let interrupted = false;
    for (let day = made; rank(day) < rank(end); ) {
      day = tomorrow(day);
      if (this.isCounted(day, unit)) days += 1;
      if (this.stopped.has(rank(day))) interrupted = true;
    }
    return interrupted && days > 0 ? this.walk(made, days, unit) : end;
  }

  due(): Day {
    let due = this.walk(this.eve(this.unit), this.value, this.unit);
    for (const grant of this.grants) {
      due =
        'days' in grant
          ? this.walk(due, grant.days, grant.unit)
          : this.promiseEnd(grant.made, grant.promised);
    }
    return due;
  }

  isOver(at: Day): boolean {
    return rank(this.due()) < rank(this.pausedOn ?? at);
  }

  resume(at: Moment): void {
    for (let day = this.pausedOn ?? at; rank(day) < rank(at); ) {
      day = tomorrow(day);
      this.stopped.add(rank(day));
    }
    this.pausedOn = undefined;
  }

  restart(at: Moment): void {
    this.started = at;
    this.stopped = new Set();
    this.pausedOn = undefined;
    this.grants = [];
    this.extensions = 0;
  }
}

function refusalOfExtension(matter: Matter, at: Moment, checked: boolean): string | undefined {
  const offer = matter.rule.extension;
  if (!offer) return 'extensionNotAllowed';
  if (matter.extensions >= offer.times) return 'extensionsUsedUp';
  return checked && matter.isOver(at) ? 'tooLate' : undefined;
}

function refusalOfPromise(matter: Matter, at: Moment, on: Day, checked: boolean): string | undefined {
  const { cap } = matter.rule;
  if (!cap) return 'promiseNotAllowed';
  if (rank(on) < rank(at)) return 'promiseInThePast';
  if (!checked) return undefined;
  if (matter.isOver(at)) return 'tooLate';
  if (rank(on) > rank(matter.walk(matter.eve(cap.unit), cap.value, cap.unit))) return 'promiseBeyondCap';
  return matter.status(on) === 'working' ? undefined : 'promiseOnDayOff';
}

/** Applies one event; the answer is why it cannot be, if so. */
function happen(matter: Matter, event: OracleEvent, checked: boolean): string | undefined {
  const { at } = event;
  switch (event.kind) {
    case 'started':
      return 'alreadyStarted';
    case 'paused':
      if (!matter.rule.pauseAllowed) return 'pauseNotAllowed';
      if (matter.pausedOn) return 'alreadyPaused';
      matter.pausedOn = at;
      return undefined;
    case 'resumed':
      if (!matter.pausedOn) return 'notPaused';
      matter.resume(at);
      return undefined;
    case 'extended': {
      const refused = refusalOfExtension(matter, at, checked);
      const offer = matter.rule.extension;
      if (refused || !offer) return refused;
      matter.extensions += 1;
      matter.grants.push({ days: offer.value, unit: offer.unit });
      return undefined;
    }
    case 'promised': {
      const refused = refusalOfPromise(matter, at, event.on, checked);
      if (!refused) matter.grants.push({ promised: event.on, made: at });
      return refused;
    }
    case 'forwarded':
      if (event.restarts) matter.restart(at);
      return undefined;
    case 'reclassified':
      matter.unit = event.unit;
      matter.value = event.value;
      matter.grants = matter.grants.filter((grant) => 'days' in grant);
      return undefined;
    default:
      return undefined;
  }
}

/** The due date of one matter, or the code of its first impossible event. */
export function ask(table: DayTable, rule: OracleRule, events: readonly OracleEvent[]): OracleVerdict {
  const [first, ...rest] = events;
  if (first?.kind !== 'started') return { refused: 'notStarted' };
  const matter = new Matter(table, rule, first.at);
  const lastChange = rest.map(({ kind }) => kind).lastIndexOf('calendarChanged');
  let closed = false;
  let late: boolean | undefined;
  for (const [index, event] of rest.entries()) {
    if (closed) return { refused: 'alreadyClosed' };
    const refused = happen(matter, event, index > lastChange);
    if (refused) return { refused };
    closed = event.kind === 'met' || event.kind === 'cancelled';
    if (event.kind === 'met') late = matter.isOver(event.at);
  }
  return { due: write(matter.due()), late };
}
