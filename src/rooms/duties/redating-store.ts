import { join, type Queryable, sql, type Transaction } from '../../platform/db/index.ts';
import type { CivilDate } from '../../rules/calendar/index.ts';
import type { Words } from '../../rules/lang.ts';
import type { readEvents } from './clock-store.ts';
import type { ClockTrace, KeptState, StoredRule } from './rules.ts';

/** One change of the calendar and what it did to the clocks. */
export interface RedatingRow {
  id: number;
  locality_id: number | null;
  cause_vi: string;
  cause_en: string;
  changed_from: CivilDate;
  changed_through: CivilDate;
  started_at: Date;
  finished_at: Date | null;
  reached_clock_id: number;
  clocks_seen: number;
  clocks_moved: number;
}

const REDATING = sql`select id, locality_id, cause_vi, cause_en, changed_from, changed_through, started_at, finished_at,
    reached_clock_id, clocks_seen, clocks_moved from redating`;

export async function insertRedating(
  tx: Transaction,
  one: {
    localityId: number | null;
    cause: Words;
    from: CivilDate;
    through: CivilDate;
    by: number | null;
    at: Date;
  },
): Promise<number> {
  const { id } = await tx.get<{ id: number }>(sql`insert into redating
    (locality_id, cause_vi, cause_en, changed_from, changed_through, requested_by, started_at)
    values (${one.localityId}, ${one.cause.vi}, ${one.cause.en}, ${one.from}::date, ${one.through}::date, ${one.by},
      ${one.at}) returning id`);
  return id;
}

export function lockRedating(tx: Transaction, id: number): Promise<RedatingRow | undefined> {
  return tx.find(sql`${REDATING} where id = ${id} for update`);
}

export function findRedating(db: Queryable, id: number): Promise<RedatingRow | undefined> {
  return db.find(sql`${REDATING} where id = ${id}`);
}

/** The last changes that touched the locality, newest first. */
export function listRedatings(db: Queryable, localityId: number, limit: number): Promise<RedatingRow[]> {
  return db.rows(sql`${REDATING} where locality_id is null or locality_id = ${localityId}
    order by id desc limit ${limit}`);
}

export interface OpenClockRow {
  id: number;
  locality_id: number;
  portal_id: number;
  rule: StoredRule;
  events: Parameters<typeof readEvents>[0];
  state: KeptState;
  due_on: CivilDate | null;
}

/** The highest id of a clock there is: where a run ends. Later clocks are dated by the new calendar from the start. */
export async function lastClockId(db: Queryable): Promise<number> {
  const { id } = await db.get<{ id: number }>(sql`select coalesce(max(id), 0) as id from clock`);
  return id;
}

/**
 * The open clocks of a range of ids that the change can touch: received before its last day ends and due from its first
 * day on, and all that have no date yet. By range rather than by limit, so that the plan never depends on statistics.
 */
export async function listTouched(
  db: Queryable,
  redating: RedatingRow,
  changedBefore: Date,
  throughId: number,
): Promise<OpenClockRow[]> {
  const scope = redating.locality_id === null ? sql`true` : sql`locality_id = ${redating.locality_id}`;
  const rows = await db.rows<
    Omit<OpenClockRow, 'rule'> & { rule_id: number }
  >(sql`select id, locality_id, portal_id,
      rule_id, events, state, due_on from clock
    where ${scope} and id > ${redating.reached_clock_id} and id <= ${throughId}
      and state in ('running', 'paused', 'undated')
      and (due_on is null or (due_on >= ${redating.changed_from}::date and started_at < ${changedBefore}))
    order by id`);
  // thousands of clocks run by a handful of rules: each is read once
  const rules = await readRules(db, new Set(rows.map((row) => row.rule_id)));
  return rows.map(({ rule_id, ...row }) => ({ ...row, rule: rules.get(rule_id) as StoredRule }));
}

async function readRules(db: Queryable, ids: ReadonlySet<number>): Promise<Map<number, StoredRule>> {
  if (ids.size === 0) return new Map();
  const rows = await db.rows<{ id: number; rule: StoredRule }>(
    sql`select id, rule from clock_rule where id in (${join([...ids])})`,
  );
  return new Map(rows.map(({ id, rule }) => [id, rule]));
}

/** A clock after counting anew. `events` only where one was added. */
export interface Redated {
  id: number;
  portal_id: number;
  trace: ClockTrace;
  events?: unknown;
  state: KeptState;
  due_on: CivilDate | null;
  due_at: Date | null;
  due_before: CivilDate | null;
  moved: boolean;
}

/** Writes clocks counted anew, and which of them moved, in two statements. Clocks in the order of their ids. */
export async function saveRedated(
  tx: Transaction,
  redatingId: number,
  clocks: readonly Redated[],
  now: Date,
): Promise<void> {
  const [first, last] = [clocks[0], clocks.at(-1)];
  if (!first || !last) return;
  // one document, whose parts are taken over as they are; an array of texts would be parsed one by one
  await tx.run(sql`update clock c set trace = m.trace, events = coalesce(m.events, c.events), state = m.state,
      due_on = m.due_on, due_at = m.due_at, updated_at = ${now}
    from json_to_recordset(${JSON.stringify(clocks)}::json)
      as m(id bigint, trace json, events json, state text, due_on date, due_at timestamptz)
    where c.id = m.id and c.id between ${first.id} and ${last.id}`);
  const moves = clocks.filter((clock) => clock.moved);
  await insertMoves(tx, redatingId, moves);
}

async function insertMoves(tx: Transaction, redatingId: number, moves: readonly Redated[]): Promise<void> {
  if (moves.length === 0) return;
  const kept = moves.map(({ id, portal_id, due_before, due_on }) => ({ id, portal_id, due_before, due_on }));
  await tx.run(sql`insert into redating_move (redating_id, clock_id, portal_id, due_before, due_after)
    select ${redatingId}::bigint, m.id, m.portal_id, m.due_before, m.due_on
    from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb)
      as m(id bigint, portal_id bigint, due_before date, due_on date)`);
}

export async function saveProgress(
  tx: Transaction,
  id: number,
  step: { reached: number; seen: number; moved: number; finishedAt: Date | null },
): Promise<void> {
  await tx.run(sql`update redating set reached_clock_id = ${step.reached}, clocks_seen = clocks_seen + ${step.seen},
      clocks_moved = clocks_moved + ${step.moved}, finished_at = ${step.finishedAt} where id = ${id}`);
}

export interface MoveRow {
  clock_id: number;
  due_before: CivilDate | null;
  due_after: CivilDate | null;
  duty: string;
  duty_vi: string;
  duty_en: string;
  subject_kind: string;
  subject_id: number;
  portal_vi: string;
  portal_en: string;
}

/** What moved, in the portals the asker sees, in the order of the clocks. */
export function listMoves(
  db: Queryable,
  redatingId: number,
  afterClockId: number,
  limit: number,
): Promise<MoveRow[]> {
  return db.rows(sql`select m.clock_id, m.due_before, m.due_after, c.duty, r.rule->'name'->>'vi' as duty_vi,
      r.rule->'name'->>'en' as duty_en, c.subject_kind, c.subject_id, n.name_vi as portal_vi, n.name_en as portal_en
    from redating_move m
    join clock c on c.id = m.clock_id
    join clock_rule r on r.id = c.rule_id
    join portal p on p.id = m.portal_id
    join body_name n on n.body_id = p.body_id and n.valid_to is null
    where m.redating_id = ${redatingId} and m.clock_id > ${afterClockId} order by m.clock_id limit ${limit}`);
}
