import { createPerformer } from '../src/platform/command/index.ts';
import { migrate, openServer, sql, withOwner } from '../src/platform/db/index.ts';
import { createJobs, migrateJobs } from '../src/platform/jobs/index.ts';
import type { Ports } from '../src/platform/ports.ts';
import { appendAudit } from '../src/rooms/audit/index.ts';
import { addCalendarRow, dutiesRoom, redate, seedCalendar, startClock } from '../src/rooms/duties/index.ts';
import type { Machine } from '../src/rules/access/index.ts';
import { addDays, instantOf } from '../src/rules/calendar/index.ts';
import { SERVER_URL, urlOf } from '../tests/support/server-url.ts';
import type { Row } from './support.ts';

const CLOCKS = 100_000;
/** Clocks started through the room, one for each of the days before; the others are copies of them. */
const PATTERNS = 20;
const NOW = new Date('2026-11-20T09:45:00+07:00');

const GOAL_SECONDS = 10;

export interface RedateResult {
  name: string;
  rows: Row[];
  /** Open clocks looked at and moved. */
  seen: number;
  moved: number;
  /** From the start of the job to its last commit. */
  seconds: number;
}

/** Dates 100,000 open clocks anew after a late holiday, on a PostgreSQL database of its own. */
export async function run(): Promise<RedateResult> {
  const name = `cong_lang_bench_redate_${process.pid}`;
  await withOwner(SERVER_URL, (server) => server.query(`create database ${name}`));
  try {
    await withOwner(urlOf(name), async (owner) => {
      await migrate(owner);
      await migrateJobs(owner);
    });
    return await measure(name);
  } finally {
    await withOwner(SERVER_URL, (server) => server.query(`drop database if exists ${name} with (force)`));
  }
}

async function measure(name: string): Promise<RedateResult> {
  const { database } = openServer({ url: urlOf(name, 'cong_lang_app'), statementTimeoutMs: 120_000 });
  const ports = { database, now: () => NOW } as unknown as Ports;
  const jobs = createJobs<Ports>({
    database,
    definitions: dutiesRoom.jobs,
    context: () => ports,
    onError: (error) => {
      throw error;
    },
  });
  const cache = { purge: () => {} };
  const { perform } = createPerformer({ database, jobs: () => jobs, cache, appendAudit, now: () => NOW });
  try {
    await jobs.drain();
    const localityId = await addLocality(database);
    const machine: Machine = { kind: 'machine', name: 'bench', localityId };
    await seedCalendar({ perform }, machine);
    await jobs.drain();
    await fill(database, localityId);
    const row = {
      on: '2026-12-01',
      kind: 'off' as const,
      name: { vi: 'Ngày nghỉ báo muộn', en: 'A day announced late' },
      source: 'bench',
    };
    const target = { scope: 'national' as const, portalId: null };
    const { redatingId } = await perform(machine, addCalendarRow, { ...target, row });
    const startedAt = performance.now();
    await redate(database, redatingId, () => NOW);
    const seconds = (performance.now() - startedAt) / 1_000;
    const { seen, moved } = await database.transaction({ as: 'system' }, (tx) =>
      tx.get<{ seen: number; moved: number }>(
        sql`select clocks_seen as seen, clocks_moved as moved from redating where id = ${redatingId}`,
      ),
    );
    const told: Row = {
      what: `a late holiday re-dates ${seen.toLocaleString('en')} open clocks (${moved.toLocaleString('en')} moved), PostgreSQL`,
      value: `${seconds.toFixed(1)} s`,
      goal: `< ${GOAL_SECONDS} s`,
      holds: seconds < GOAL_SECONDS && moved === CLOCKS,
    };
    return { name: 'redate', rows: [told], seen, moved, seconds };
  } finally {
    await jobs.stop();
    await database.close();
  }
}

type Db = ReturnType<typeof openServer>['database'];

function addLocality(database: Db): Promise<number> {
  return database.transaction({ as: 'system' }, async (tx) => {
    const { id } = await tx.get<{ id: number }>(sql`insert into locality (code, name_vi, name_en, kind)
      values ('lao-cai', 'Lào Cai', 'Lào Cai', 'province') returning id`);
    await tx.run(sql`insert into regulation_period (locality_id, profile_code, valid_from, decision)
      values (${id}, 'lao-cai-22-2016', '2016-05-06', 'bench')`);
    await tx.run(sql`insert into body (locality_id) values (${id})`);
    await tx.run(sql`insert into portal (locality_id, body_id, is_main, opened_on, face, contact)
      select ${id}, id, true, '2020-01-01', '{}', '{}' from body`);
    return id;
  });
}

/** Starts one clock for each of the last days through the room, and copies them until there are enough. */
async function fill(database: Db, localityId: number): Promise<void> {
  await database.transaction({ as: 'system' }, async (tx) => {
    const { id: portalId } = await tx.get<{ id: number }>(sql`select id from portal`);
    for (let i = 0; i < PATTERNS; i++) {
      await startClock(tx, {
        now: NOW,
        localityId,
        portalId,
        bodyRole: 'main',
        subject: { kind: 'item', id: i + 1 },
        contentKind: 'legal-dissemination',
        startEvent: 'issued',
        at: instantOf(addDays('2026-11-29', -(i % 8)), '09:45'),
      });
    }
    await tx.run(sql`insert into clock (locality_id, portal_id, subject_kind, subject_id, duty, profile_code, rule_id,
        events, trace, state, started_at, due_on, due_at, updated_at)
      select locality_id, portal_id, subject_kind, ${PATTERNS}::bigint * n + id, duty, profile_code, rule_id, events,
        trace, state, started_at, due_on, due_at, updated_at
      from clock cross join generate_series(1, ${CLOCKS / PATTERNS - 1}::bigint) n`);
  });
}
