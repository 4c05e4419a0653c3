import { createHash } from 'node:crypto';
import { join, type Queryable, type Sql, sql, type Transaction } from '../../platform/db/index.ts';
import type { CivilDate } from '../../rules/calendar/index.ts';
import type { ClockEvent } from '../../rules/clock/index.ts';
import type { Clock, ClockTrace, KeptState, StoredRule, Subject } from './rules.ts';

interface ClockRow {
  id: number;
  locality_id: number;
  portal_id: number;
  subject_kind: string;
  subject_id: number;
  duty: string;
  profile_code: string;
  rule: StoredRule;
  events: KeptEvent[];
  trace: ClockTrace;
  state: KeptState;
  started_at: Date;
  due_on: CivilDate | null;
  due_at: Date | null;
  met_at: Date | null;
}

/** An event as JSON: its instant is an ISO text. */
type KeptEvent = Omit<ClockEvent, 'at'> & { at: string };

/** Events as they are kept. */
export function readEvents(kept: readonly KeptEvent[]): ClockEvent[] {
  return kept.map((event) => ({ ...event, at: new Date(event.at) }) as ClockEvent);
}

function clockOf(row: ClockRow): Clock {
  return {
    id: row.id,
    localityId: row.locality_id,
    portalId: row.portal_id,
    subject: { kind: row.subject_kind, id: row.subject_id },
    duty: row.duty,
    profileCode: row.profile_code,
    rule: row.rule,
    events: readEvents(row.events),
    trace: row.trace,
    state: row.state,
    startedAt: row.started_at,
    dueOn: row.due_on ?? undefined,
    dueAt: row.due_at ?? undefined,
    metAt: row.met_at ?? undefined,
  };
}

const CLOCK = sql`select c.id, locality_id, portal_id, subject_kind, subject_id, duty, profile_code, r.rule, events, trace,
    state, started_at, due_on, due_at, met_at from clock c join clock_rule r on r.id = c.rule_id`;
const OPEN = sql`state in ('running', 'paused', 'undated')`;

async function readClock(found: Promise<ClockRow | undefined>): Promise<Clock | undefined> {
  const row = await found;
  return row && clockOf(row);
}

/** The id of a rule, which is kept once however many clocks run by it. */
async function keepRule(tx: Transaction, rule: StoredRule): Promise<number> {
  const text = JSON.stringify(rule);
  const digest = createHash('sha256').update(text).digest('hex');
  const known = sql`select id from clock_rule where digest = ${digest}`;
  const kept = await tx.find<{ id: number }>(known);
  if (kept) return kept.id;
  await tx.run(sql`insert into clock_rule (digest, rule) values (${digest}, ${text}::jsonb)
    on conflict (digest) do nothing`);
  return (await tx.get<{ id: number }>(known)).id;
}

export async function insertClock(tx: Transaction, clock: Omit<Clock, 'id'>, now: Date): Promise<number> {
  const ruleId = await keepRule(tx, clock.rule);
  const { id } = await tx.get<{ id: number }>(sql`insert into clock
    (locality_id, portal_id, subject_kind, subject_id, duty, profile_code, rule_id, events, trace, state, started_at,
     due_on, due_at, met_at, updated_at)
    values (${clock.localityId}, ${clock.portalId}, ${clock.subject.kind}, ${clock.subject.id}, ${clock.duty},
      ${clock.profileCode}, ${ruleId}, ${JSON.stringify(clock.events)}::json,
      ${JSON.stringify(clock.trace)}::json, ${clock.state}, ${clock.startedAt}, ${clock.dueOn ?? null}::date,
      ${clock.dueAt ?? null}, ${clock.metAt ?? null}, ${now})
    returning id`);
  return id;
}

/** Clocks that differ only in whose they are. */
export async function insertSameClocks(
  tx: Transaction,
  clock: Omit<Clock, 'id' | 'portalId' | 'subject'>,
  of: {
    subjectKind: string;
    subjects: readonly { portalId: number; subjectId: number }[];
    now: Date;
  },
): Promise<void> {
  const ruleId = await keepRule(tx, clock.rule);
  const numbers = (name: 'portalId' | 'subjectId') => `{${of.subjects.map((one) => one[name]).join(',')}}`;
  await tx.run(sql`insert into clock
    (locality_id, portal_id, subject_kind, subject_id, duty, profile_code, rule_id, events, trace, state, started_at,
     due_on, due_at, met_at, updated_at)
    select ${clock.localityId}, portal, ${of.subjectKind}, subject, ${clock.duty}, ${clock.profileCode}, ${ruleId},
      ${JSON.stringify(clock.events)}::json, ${JSON.stringify(clock.trace)}::json, ${clock.state}, ${clock.startedAt},
      ${clock.dueOn ?? null}::date, ${clock.dueAt ?? null}, ${clock.metAt ?? null}, ${of.now}
    from unnest(${numbers('portalId')}::bigint[], ${numbers('subjectId')}::bigint[]) as t(portal, subject)`);
}

export async function saveClock(tx: Transaction, clock: Clock, now: Date): Promise<void> {
  await tx.run(sql`update clock set events = ${JSON.stringify(clock.events)}::json,
      trace = ${JSON.stringify(clock.trace)}::json, state = ${clock.state}, due_on = ${clock.dueOn ?? null}::date,
      due_at = ${clock.dueAt ?? null}, met_at = ${clock.metAt ?? null}, updated_at = ${now}
    where id = ${clock.id}`);
}

/** Puts a clock on another portal's board: its matter went there. */
export async function moveClock(tx: Transaction, clockId: number, portalId: number): Promise<void> {
  await tx.run(sql`update clock set portal_id = ${portalId} where id = ${clockId}`);
}

/** The clock for changing it; whoever comes second waits here. */
export function lockClock(tx: Transaction, clockId: number): Promise<Clock | undefined> {
  return readClock(tx.find<ClockRow>(sql`${CLOCK} where c.id = ${clockId} for update of c`));
}

export function findClockById(db: Queryable, clockId: number): Promise<Clock | undefined> {
  return readClock(db.find<ClockRow>(sql`${CLOCK} where c.id = ${clockId}`));
}

/** The clock of a subject that was not cancelled, the latest when there are several. */
export function findLiveClock(db: Queryable, subject: Subject): Promise<Clock | undefined> {
  return readClock(
    db.find<ClockRow>(sql`${CLOCK} where subject_kind = ${subject.kind} and subject_id = ${subject.id}
      and state <> 'cancelled' order by c.id desc limit 1`),
  );
}

/** The clocks of many matters at once, those not cancelled, the latest of a matter first. At most 2,000 matters. */
export async function listLiveClocks(
  db: Queryable,
  kinds: readonly string[],
  subjectIds: readonly number[],
): Promise<Clock[]> {
  if (subjectIds.length === 0) return [];
  const rows =
    await db.rows<ClockRow>(sql`${CLOCK} where subject_kind = any (${`{${kinds.join(',')}}`}::text[])
    and subject_id = any (${`{${subjectIds.slice(0, 2_000).join(',')}}`}::bigint[]) and state <> 'cancelled'
    order by c.id desc`);
  return rows.map(clockOf);
}

/** Every clock a subject ever had, newest first: corrections of the start event leave the earlier ones. */
export async function listClocksOf(db: Queryable, subject: Subject): Promise<Clock[]> {
  const rows = await db.rows<ClockRow>(sql`${CLOCK} where subject_kind = ${subject.kind}
    and subject_id = ${subject.id} order by c.id desc limit 100`);
  return rows.map(clockOf);
}

export interface OpenClockFilter {
  localityId?: number;
  portalIds?: readonly number[];
  subjectKind?: string;
  /** Only those due before this instant; undated ones are left out then. */
  dueBefore?: Date;
  /** The last clock of the page before. */
  after?: Pick<Clock, 'id' | 'dueAt'>;
  /** At most 500. */
  limit: number;
}

const MOST_CLOCKS = 500;
const NEVER = sql`'infinity'::timestamptz`;

/** Clocks that still run, next due first, undated ones last. */
export async function listOpenClocks(db: Queryable, filter: OpenClockFilter): Promise<Clock[]> {
  const wanted: Sql[] = [OPEN];
  if (filter.localityId !== undefined) wanted.push(sql`locality_id = ${filter.localityId}`);
  if (filter.portalIds) {
    if (filter.portalIds.length === 0) return [];
    wanted.push(sql`portal_id in (${join([...filter.portalIds])})`);
  }
  if (filter.subjectKind !== undefined) wanted.push(sql`subject_kind = ${filter.subjectKind}`);
  if (filter.dueBefore) wanted.push(sql`due_at < ${filter.dueBefore}`);
  if (filter.after) {
    const from = filter.after.dueAt ? sql`${filter.after.dueAt}::timestamptz` : NEVER;
    wanted.push(sql`(coalesce(due_at, ${NEVER}), c.id) > (${from}, ${filter.after.id})`);
  }
  const rows = await db.rows<ClockRow>(sql`${CLOCK} where ${join(wanted, ' and ')}
    order by coalesce(due_at, ${NEVER}), c.id limit ${Math.min(filter.limit, MOST_CLOCKS)}`);
  return rows.map(clockOf);
}

/** How many clocks of the locality, closed ones too, started on or after an instant. */
export async function countClocksFrom(db: Queryable, localityId: number, from: Date): Promise<number> {
  const { count } = await db.get<{ count: number }>(sql`select count(*) as count from clock
    where locality_id = ${localityId} and started_at >= ${from} and state <> 'cancelled'`);
  return count;
}

/** How the clocks of one portal stand. */
export interface PortalClocks {
  portal_id: number;
  open: number;
  overdue: number;
  /** Open, and the calendar does not reach far enough to say when they are due. */
  undated: number;
  met: number;
  met_late: number;
}

/** How the clocks of a locality stand at an instant, by portal. */
export function countByPortal(
  db: Queryable,
  of: { localityId: number; now: Date; subjectKind?: string | undefined },
): Promise<PortalClocks[]> {
  const kind = of.subjectKind === undefined ? sql`true` : sql`subject_kind = ${of.subjectKind}`;
  return db.rows(sql`select portal_id, count(*) filter (where ${OPEN})::integer as open,
      count(*) filter (where ${OPEN} and due_at <= ${of.now})::integer as overdue,
      count(*) filter (where ${OPEN} and due_at is null)::integer as undated,
      count(*) filter (where state = 'met')::integer as met,
      count(*) filter (where state = 'metLate')::integer as met_late
    from clock where locality_id = ${of.localityId} and state <> 'cancelled' and ${kind} group by portal_id`);
}
