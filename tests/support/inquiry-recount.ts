// A second opinion on inquiries. It reads the record (audit_entry), the history (inquiry_event) and the rows of the
// calendar, nothing else, and says from them what every inquiry and every clock must be.
import { type Queryable, sql } from '../../src/platform/db/index.ts';
import { Calendars, type ConfirmedRow, type DayRow } from './recount-calendar.ts';
import { type Law, lawOf, type Period, usualClassOf } from './recount-laws.ts';
import { MatterTime, Unlawful } from './recount-matter.ts';

interface Entry {
  locality_id: number;
  seq: number;
  portal_id: number;
  subject_id: string;
  payload: Payload;
  at: Date;
}
interface Payload {
  move: string;
  sentBefore?: boolean;
  from?: string;
  to?: string;
  intake?: string;
  variant?: string | null;
  childIds?: number[];
  intoId?: number;
  toPortalId?: number;
  promisedOn?: string;
  dueOn?: string | null;
  reason?: string;
  mode?: string;
  joinedIds?: number[];
  releasedIds?: number[];
}
interface Step {
  inquiry_id: number;
  move: string;
  from_state: string;
  to_state: string;
  facts: unknown;
  at: Date;
}

export interface Trail {
  entries: Entry[];
  steps: Step[];
  calendars: Calendars;
}

export async function readTrail(db: Queryable): Promise<Trail> {
  const days = await db.rows<{
    locality_id: number | null;
    on: string;
    kind: string;
    added: Date;
    retired: Date | null;
  }>(
    sql`select locality_id, on_date::text as on, kind, added_at as added, retired_at as retired from calendar_row`,
  );
  const confirmed = await db.rows<{ locality_id: number | null; through: string; at: Date }>(
    sql`select locality_id, confirmed_through::text as through, confirmed_at as at from calendar_confirmation`,
  );
  return {
    entries:
      await db.rows<Entry>(sql`select locality_id, seq, portal_id, subject_id, payload, at from audit_entry
      where subject_kind = 'inquiry' and payload ? 'move' order by locality_id, seq`),
    steps: await db.rows<Step>(
      sql`select inquiry_id, move, from_state, to_state, facts, at from inquiry_event order by inquiry_id, id`,
    ),
    calendars: new Calendars(
      days.map(
        (row): DayRow => ({
          ...{ localityId: row.locality_id, on: row.on, kind: row.kind, addedAt: row.added.getTime() },
          retiredAt: row.retired?.getTime() ?? null,
        }),
      ),
      confirmed.map(
        (row): ConfirmedRow => ({
          ...{ localityId: row.locality_id, through: row.through, at: row.at.getTime() },
        }),
      ),
    ),
  };
}

/** What an inquiry must be. */
export interface Recounted {
  id: number;
  localityId: number;
  receivedPortalId: number;
  portalId: number;
  intake: string;
  variant: string | null;
  state: string;
  receivedAt: number;
  answeredAt: number | null;
  closedAt: number | null;
  promisedOn: string | null;
  parentId: number | null;
  mergedIntoId: number | null;
  /** Its answer stands on a public page. */
  isPublished: boolean;
  time: MatterTime | undefined;
  /** The first word to the asker: that it is out of scope, or what becomes of it. */
  notice: MatterTime | undefined;
  /** The steps as the record has them. */
  moves: { move: string; from: string; to: string; at: number }[];
}

export interface Recount {
  inquiries: Map<number, Recounted>;
  /** What is joined to an inquiry now, by the order of its numbers. */
  joined: Map<number, number[]>;
  /** What the record shows and the law, or the record itself, contradicts. */
  wrong: string[];
}

/** @param localities codes by id */
export function recount(trail: Trail, localities: ReadonlyMap<number, string>): Recount {
  const all: Recount = { inquiries: new Map(), joined: new Map(), wrong: [] };
  for (const entry of trail.entries) {
    if (entry.payload.sentBefore) continue;
    try {
      if (entry.payload.move === 'receive') begin(all, trail, localities, entry);
      else follow(all, trail, localities, entry);
    } catch (error) {
      if (!(error instanceof Unlawful)) throw error;
      all.wrong.push(`inquiry ${entry.subject_id}, ${entry.payload.move}: ${error.message}`);
    }
  }
  compareSteps(all, trail.steps);
  return all;
}

function begin(all: Recount, trail: Trail, localities: ReadonlyMap<number, string>, entry: Entry): void {
  const { locality_id: localityId, portal_id: portalId, payload, at } = entry;
  const id = Number(entry.subject_id);
  const intake = payload.intake ?? '';
  add(all, trail, localities, {
    ...{ id, localityId, receivedPortalId: portalId, portalId, intake, variant: usualClassOf(intake) },
    ...{ receivedAt: at.getTime(), parentId: null },
    moves: [{ move: 'receive', from: 'received', to: 'received', at: at.getTime() }],
  });
}

type Beginning = Omit<
  Recounted,
  'state' | 'answeredAt' | 'closedAt' | 'promisedOn' | 'mergedIntoId' | 'isPublished' | 'time' | 'notice'
>;

function add(all: Recount, trail: Trail, localities: ReadonlyMap<number, string>, one: Beginning): void {
  const law = lawOf(localities.get(one.localityId) ?? '', one.intake);
  const time = law && timeOf(law, trail, one);
  all.inquiries.set(one.id, {
    ...one,
    ...{
      state: 'received',
      answeredAt: null,
      closedAt: null,
      promisedOn: null,
      mergedIntoId: null,
      isPublished: false,
    },
    ...{ time, notice: law?.firstWord && firstWordOf(law.firstWord, trail, one) },
  });
}

function timeOf(
  law: Law,
  { calendars }: Trail,
  { localityId, receivedAt, variant }: Pick<Recounted, 'localityId' | 'receivedAt' | 'variant'>,
): MatterTime {
  return new MatterTime(law, { calendars, localityId }, receivedAt, variant ?? law.usual);
}

const ENDS = ['answered', 'refused', 'sentOut', 'withdrawn', 'merged', 'split'];

function follow(all: Recount, trail: Trail, localities: ReadonlyMap<number, string>, entry: Entry): void {
  const one = all.inquiries.get(Number(entry.subject_id));
  if (!one) throw new Unlawful('never received');
  const { payload } = entry;
  const at = entry.at.getTime();
  const { move, from = '', to = '' } = payload;
  if (from !== one.state) throw new Unlawful(`from ${from}, but it was ${one.state}`);
  if (ENDS.includes(from)) throw new Unlawful(`a step after the end`);
  one.moves.push({ move, from, to, at });
  one.state = to;
  if (ENDS.includes(to)) one.closedAt = at;
  if (payload.toPortalId !== undefined) one.portalId = payload.toPortalId;
  keepTime(one, payload, at);
  if (['accept', 'refuse', 'sendOut'].includes(move)) one.notice?.answer(at);
  else if (ENDS.includes(to)) one.notice?.cancel(at);
  if (move === 'sign') Object.assign(one, { answeredAt: at, isPublished: payload.mode !== 'direct' });
  if (move === 'merge') one.mergedIntoId = payload.intoId ?? null;
  followJoined(all, trail, localities, one, entry);
  if (move === 'merge') joinTo(all, one);
  if (move === 'refuse' && payload.reason === 'outOfScope') tellAtOnce(one, trail, localities, at);
  for (const id of payload.childIds ?? []) {
    add(all, trail, localities, {
      ...{ id, localityId: one.localityId, receivedPortalId: one.receivedPortalId, portalId: one.portalId },
      ...{ intake: one.intake, variant: one.variant, receivedAt: one.receivedAt, parentId: one.id },
      moves: [{ move: 'receive', from: 'received', to: 'received', at }],
    });
  }
}

function joinTo({ joined }: Recount, one: Recounted): void {
  const into = one.mergedIntoId ?? 0;
  joined.set(
    into,
    [...(joined.get(into) ?? []), one.id].sort((a, b) => a - b),
  );
}

/**
 * What is joined to an inquiry goes with it to another body and on to another inquiry, and stands by itself again when
 * it is taken back or split. The record names whom it concerned.
 */
function followJoined(
  all: Recount,
  trail: Trail,
  localities: ReadonlyMap<number, string>,
  one: Recounted,
  { payload, at: instant }: Entry,
): void {
  const at = instant.getTime();
  const isFreed = payload.move === 'withdraw' || payload.move === 'split';
  const isMoved = payload.toPortalId !== undefined || payload.move === 'merge';
  const ids = isFreed || isMoved ? (all.joined.get(one.id) ?? []) : [];
  const named = (isFreed ? payload.releasedIds : payload.joinedIds) ?? [];
  if (JSON.stringify(named) !== JSON.stringify(ids))
    all.wrong.push(`inquiry ${one.id}, ${payload.move}: names ${named} as joined to it, should be ${ids}`);
  for (const other of ids.flatMap((id) => all.inquiries.get(id) ?? [])) {
    const step = (move: string, to: string) => other.moves.push({ move, from: 'merged', to, at });
    if (isFreed) {
      step('release', 'received');
      setFree(other, trail, localities, at);
    } else if (payload.move === 'merge') {
      step('rejoin', 'merged');
      other.mergedIntoId = one.mergedIntoId;
      joinTo(all, other);
    } else {
      step('follow', 'merged');
      other.portalId = one.portalId;
    }
  }
  if (isFreed || payload.move === 'merge') all.joined.delete(one.id);
}

/** By itself again: its own time from its own receipt. A day stated by a notice, and a first word given, still hold. */
function setFree(one: Recounted, trail: Trail, localities: ReadonlyMap<number, string>, at: number): void {
  const law = lawOf(localities.get(one.localityId) ?? '', one.intake);
  Object.assign(one, { state: 'received', closedAt: null, mergedIntoId: null });
  if (one.notice?.standing(at).first.state === 'cancelled' && law?.firstWord)
    one.notice = firstWordOf(law.firstWord, trail, one);
  one.promisedOn = one.time?.holdTo(at) ?? null;
  if (one.promisedOn === null && law) one.time = timeOf(law, trail, one);
}

/** What the step does to the time of the answer. */
function keepTime(one: Recounted, payload: Payload, at: number): void {
  const { time } = one;
  switch (payload.move) {
    case 'accept':
    case 'reclassify':
      if (payload.variant) time?.reclassify(payload.variant, at);
      one.variant = payload.variant ?? null;
      break;
    case 'askBodies':
      if (one.variant !== 'ownCompetence') break;
      time?.reclassify('interAgency', at);
      one.variant = 'interAgency';
      break;
    case 'askBack':
      time?.pause(at);
      break;
    case 'reply':
    case 'goOn':
      time?.resume(at);
      break;
    case 'promise':
      if (!time) throw new Unlawful('a promise where no text sets a time');
      one.promisedOn = payload.promisedOn ?? null;
      time.promise(payload.promisedOn ?? '', at);
      break;
    case 'extend':
      extend(one, payload, at);
      break;
    case 'sign':
      time?.answer(at);
      break;
    case 'refuse':
    case 'sendOut':
    case 'withdraw':
    case 'merge':
    case 'split':
      time?.cancel(at);
      break;
  }
}

function extend({ time }: Recounted, { dueOn }: Payload, at: number): void {
  if (!time) throw new Unlawful('an extension where no text sets a time');
  const due = time.extend(at);
  if (due !== dueOn) throw new Unlawful(`extended to ${dueOn}, should be ${due}`);
}

/** Out of scope is told on the day of the receipt, or on the next working day. */
function tellAtOnce(one: Recounted, trail: Trail, localities: ReadonlyMap<number, string>, at: number): void {
  if (!lawOf(localities.get(one.localityId) ?? '', one.intake)?.tellsAtOnce) return;
  one.notice = firstWordOf({ unit: 'immediate', value: 0 }, trail, one);
  one.notice.answer(at);
}

function firstWordOf(
  period: Period,
  { calendars }: Trail,
  { localityId, receivedAt }: Pick<Recounted, 'localityId' | 'receivedAt'>,
): MatterTime {
  const law = { usual: 'word', periods: { word: period } };
  return new MatterTime(law, { calendars, localityId }, receivedAt, 'word');
}

/** History and record tell the same. */
function compareSteps(all: Recount, steps: readonly Step[]): void {
  const told = new Map<number, Recounted['moves']>();
  for (const step of steps) {
    const { inquiry_id: id, move, from_state: from, to_state: to, at } = step;
    told.set(id, [...(told.get(id) ?? []), { move, from, to, at: at.getTime() }]);
  }
  for (const [id, { moves }] of all.inquiries) {
    if (JSON.stringify(told.get(id)) !== JSON.stringify(moves))
      all.wrong.push(
        `inquiry ${id}: history ${JSON.stringify(told.get(id))}, record ${JSON.stringify(moves)}`,
      );
    told.delete(id);
  }
  for (const id of told.keys()) all.wrong.push(`inquiry ${id} has a history and no record`);
}
