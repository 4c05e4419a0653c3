// One inquiry's time, counted a second time from what the record says happened to it.
import { ask, type Day, type OracleEvent, type OracleRule, rank, tomorrow, write } from './clock-oracle.ts';
import { type Calendars, dayOf, momentOf } from './recount-calendar.ts';
import { type Law, oracleRule } from './recount-laws.ts';

export type TimeState = 'running' | 'paused' | 'met' | 'metLate' | 'cancelled' | 'undated';

export interface Time {
  state: TimeState;
  dueOn: string | null;
}

/** The record shows something the law does not allow. */
export class Unlawful extends Error {}

interface Span {
  events: OracleEvent[];
  /** Fixed when it ended: by the calendar of that moment. */
  ended?: Time;
  closedAt?: number;
  isPaused: boolean;
}

/** The clock of an answer, and that of the day stated in a notice. */
export class MatterTime {
  readonly #law: Law;
  #rule: OracleRule;
  readonly #begun: string;
  readonly #calendars: Calendars;
  readonly #localityId: number;
  readonly #first: Span;
  #class: string;
  #stated: { on: Day; ended?: Time } | undefined;

  constructor(law: Law, place: { calendars: Calendars; localityId: number }, from: number, classNow: string) {
    this.#law = law;
    this.#calendars = place.calendars;
    this.#localityId = place.localityId;
    this.#class = classNow;
    this.#begun = classNow;
    this.#rule = oracleRule(law, classNow);
    this.#first = { events: [{ kind: 'started', at: momentOf(from) }], isPaused: false };
  }

  #period(name: string) {
    const period = this.#law.periods[name];
    if (!period) throw new Unlawful(`no period for ${name}`);
    return period;
  }

  /** The due date by the calendar of a moment. `grants`: the last event must be lawful by it. */
  #count(at: number, grants = false): { dueOn: string; late: boolean | undefined } | undefined {
    const { events } = this.#first;
    const table = this.#calendars.at(this.#localityId, at);
    const changed: OracleEvent = { kind: 'calendarChanged', at: momentOf(at) };
    const last = events.at(-1);
    const closes = last?.kind === 'met' || last?.kind === 'cancelled';
    const asked =
      grants || closes ? [...events.slice(0, -1), changed, ...events.slice(-1)] : [...events, changed];
    try {
      const verdict = ask(table, this.#rule, asked);
      if ('refused' in verdict) throw new Unlawful(verdict.refused);
      return { dueOn: verdict.due, late: verdict.late };
    } catch (error) {
      if (error instanceof Unlawful || !/knows nothing/.test((error as Error).message)) throw error;
      return undefined;
    }
  }

  reclassify(to: string, at: number): void {
    const [now, next] = [this.#period(this.#class), this.#period(to)];
    this.#class = to;
    if (this.#first.ended || (now.unit === next.unit && now.value === next.value)) return;
    this.#first.events.push({ kind: 'reclassified', at: momentOf(at), ...next });
  }

  pause(at: number): void {
    if (!this.#law.pauses || this.#first.ended || this.#first.isPaused) return;
    this.#first.isPaused = true;
    this.#first.events.push({ kind: 'paused', at: momentOf(at) });
  }

  resume(at: number): void {
    if (!this.#first.isPaused || this.#first.ended) return;
    this.#first.isPaused = false;
    this.#first.events.push({ kind: 'resumed', at: momentOf(at) });
  }

  /** @returns the due date after it */
  extend(at: number): string | undefined {
    if (!this.#law.extensions?.[this.#class]) throw new Unlawful(`${this.#class} has no extension`);
    this.#rule = oracleRule(this.#law, this.#begun, this.#class);
    this.#first.events.push({ kind: 'extended', at: momentOf(at) });
    return this.#count(at, true)?.dueOn;
  }

  promise(on: string, at: number): void {
    if (this.#law.cap) {
      this.#first.events.push({ kind: 'promised', at: momentOf(at), on: dayOf(on) });
      if (!this.#count(at, true)) throw new Unlawful('promised where nobody knows the days');
      return;
    }
    if (!this.#law.noticeMeets || this.#stated) throw new Unlawful('no notice is known here');
    if (rank(dayOf(on)) < rank(momentOf(at))) throw new Unlawful('promised in the past');
    if (this.#calendars.at(this.#localityId, at).get(rank(dayOf(on))) !== 'working')
      throw new Unlawful('promised for a day off');
    this.#endFirst('met', at);
    this.#stated = { on: dayOf(on) };
  }

  /** Answered: the time that binds is met, in time or late. */
  answer(at: number): void {
    if (!this.#stated) {
      this.#endFirst('met', at);
      return;
    }
    const due = this.#statedDue(at);
    const isLate = due !== undefined && rank(due) < rank(momentOf(at));
    this.#stated.ended = { state: isLate ? 'metLate' : 'met', dueOn: due ? write(due) : null };
  }

  cancel(at: number): void {
    this.#endFirst('cancelled', at);
    if (!this.#stated || this.#stated.ended) return;
    const due = this.#statedDue(at);
    this.#stated.ended = { state: 'cancelled', dueOn: due ? write(due) : null };
  }

  /** The day stated binds anew, or the next working day where it is one off by now. @returns it; none was stated: undefined */
  holdTo(at: number): string | undefined {
    if (!this.#stated) return undefined;
    const on = this.#statedDue(at);
    if (!on) throw new Unlawful('held to a day nobody knows');
    this.#stated = { on };
    return write(on);
  }

  #endFirst(kind: 'met' | 'cancelled', at: number): void {
    if (this.#first.ended || this.#first.closedAt !== undefined) return;
    const isKnown = rank(momentOf(at)) <= this.#calendars.confirmedThrough(this.#localityId, at);
    const due = isKnown || this.#first.isPaused ? undefined : this.#count(at)?.dueOn;
    this.#first.events.push({ kind, at: momentOf(at) });
    this.#first.closedAt = at;
    // after a due date that is known it is late, whatever is said later of the day on which it was done
    if (kind === 'met' && due !== undefined && rank(dayOf(due)) < rank(momentOf(at))) {
      this.#first.ended = { state: 'metLate', dueOn: due };
      return;
    }
    // what is done on a day that is known, while its due date is not, is in time
    if (isKnown || kind === 'cancelled') this.#first.ended = this.#verdict(kind, at);
  }

  #verdict(kind: 'met' | 'cancelled', at: number): Time {
    const counted = this.#count(at);
    const state = kind === 'met' && counted?.late === true ? 'metLate' : kind;
    return { state, dueOn: counted?.dueOn ?? null };
  }

  /** Done on a day nobody knew: judged by the first calendar that knows it and the due date. */
  #judgedLater(at: number): Time | undefined {
    const { closedAt } = this.#first;
    if (closedAt === undefined) return undefined;
    const known = this.#calendars.changesBetween(closedAt, at).find((change) => this.#count(change));
    return known === undefined ? undefined : this.#verdict('met', known);
  }

  /** The day stated; when it became a day off, the next working day. */
  #statedDue(at: number): Day | undefined {
    const table = this.#calendars.at(this.#localityId, at);
    let day = this.#stated?.on;
    while (day && table.get(rank(day)) !== 'working') {
      if (!table.has(rank(day))) return undefined;
      day = tomorrow(day);
    }
    return day;
  }

  /** The one that counts: the day stated, where one was. */
  binding(at: number): Time {
    const { first, stated } = this.standing(at);
    return stated ?? first;
  }

  /** How both stand at a moment, when every change of the calendar until then was worked in. */
  standing(at: number): { first: Time; stated: Time | undefined } {
    const counted = this.#first.ended ? undefined : this.#count(at);
    const running = this.#first.isPaused ? 'paused' : 'running';
    const open: Time = counted ? { state: running, dueOn: counted.dueOn } : { state: 'undated', dueOn: null };
    const due = this.#statedDue(at);
    const stated: Time | undefined = this.#stated && {
      ...{ state: due ? 'running' : 'undated', dueOn: due ? write(due) : null },
    };
    return {
      first: this.#first.ended ?? this.#judgedLater(at) ?? open,
      stated: this.#stated?.ended ?? stated,
    };
  }
}
