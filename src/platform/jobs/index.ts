import { AsyncLocalStorage } from 'node:async_hooks';
import {
  fromPglite,
  getConstructionPlans,
  getMigrationPlans,
  type Job,
  type JobResult,
  PgBoss,
} from 'pg-boss';
import boss from 'pg-boss/package.json' with { type: 'json' };
import type { Database, OwnerConnection, Transaction } from '../db/index.ts';

const SCHEMA = 'jobs';
/** No job has this id. */
const NO_JOB = '00000000-0000-0000-0000-000000000000';
const TIME_ZONE = 'Asia/Ho_Chi_Minh';

/** Each job of a batch is settled for itself: one that fails does not repeat the others. A full one is followed at once. */
const BATCHES = { perJobResults: true, burstWhenBatchFull: true } as const;

/** What a room declares: one kind of work done after commit, safe to run twice. */
export interface JobDefinition<Context> {
  name: string;
  /** How often a failing job is tried again, with growing pauses, before it waits for a person. */
  retryLimit: number;
  /** A cron expression in Asia/Ho_Chi_Minh, for work that comes round by itself. */
  cron?: string;
  /** For many small jobs: how many are fetched at one poll, and how many of them run side by side. Else one, alone. */
  batch?: { size: number; atOnce: number };
  /**
   * A worker silent for so long has died and its work is given to another, at least 10; 900 when left out. For work
   * somebody waits for: a killed process leaves behind what it had fetched.
   */
  lostAfterSeconds?: number;
  run(context: Context, data: Record<string, unknown>): Promise<void>;
  /**
   * The same for those of a batch together, where that is cheaper; as safe to run twice. When it fails, each of them is run
   * for itself, so that one costs its neighbours nothing.
   */
  runMany?(context: Context, data: readonly Record<string, unknown>[]): Promise<void>;
}

export interface FailedJob {
  id: string;
  name: string;
  data: unknown;
  error: string;
  createdAt: Date;
  failedAt: Date | null;
  tries: number;
}

export interface Jobs {
  /** Part of the transaction: the job exists if and only if the transaction commits. A list: one job for each, in one statement. */
  enqueue(
    tx: Transaction,
    name: string,
    data: object | readonly object[],
    options?: { startAfter?: Date; singletonKey?: string },
  ): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Makes sure that the queues are there to be put into, and works none of them; for the operator's tool. */
  prepare(): Promise<void>;
  /** Runs everything that is due now, in this process, and returns how many ran; for tests and the operator's tool. */
  drain(): Promise<number>;
  listFailed(limit: number): Promise<FailedJob[]>;
  /** Puts a failed job back into its queue. */
  retry(name: string, id: string): Promise<void>;
}

/** Creates or upgrades the queue's tables; the owner's part of `migrate`. */
export async function migrateJobs(owner: OwnerConnection): Promise<void> {
  const [schema] = await owner.query<{ there: boolean }>(
    `select to_regclass('${SCHEMA}.version') is not null as there`,
  );
  if (!schema?.there) {
    await owner.exec(getConstructionPlans(SCHEMA));
  } else {
    const [row] = await owner.query<{ version: number }>(`select version from ${SCHEMA}.version`);
    // plans from the latest version to itself do not exist, and asking for them throws
    if (row?.version !== boss.pgboss.schema) await owner.exec(getMigrationPlans(SCHEMA, row?.version));
  }
  for (const role of ['cong_lang_app', 'cong_lang_system']) {
    await owner.exec(`grant usage on schema ${SCHEMA} to ${role};
      grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${role};
      grant execute on all functions in schema ${SCHEMA} to ${role};`);
  }
}

/**
 * The transaction a job is put into. What the queue asks for on the way goes through it as well: the embedded database
 * has only the one connection, which the transaction holds, so asking beside it would wait for ever.
 */
const enqueuing = new AsyncLocalStorage<{ tx: Transaction | undefined }>();

function databaseFor(database: Database) {
  const executeSql = (text: string, values: unknown[] = []) =>
    (enqueuing.getStore()?.tx ?? database).statement(text, values);
  if (database.kind === 'postgres') return { executeSql };
  return fromPglite({
    query: async <T>(text: string, values?: unknown[]) => (await executeSql(text, values)) as { rows: T[] },
    exec: async (text: string) => [(await executeSql(text)) as { rows: never[] }],
  });
}

export function createJobs<Context>(options: {
  database: Database;
  definitions: readonly JobDefinition<Context>[];
  context: () => Context;
  onError(error: Error, jobName?: string): void;
  pollingIntervalMs?: number;
}): Jobs {
  const { database, definitions, context, onError, pollingIntervalMs = 1_000 } = options;
  const boss = new PgBoss({
    db: databaseFor(database),
    schema: SCHEMA,
    backend: database.kind === 'pglite' ? 'pglite' : 'postgres',
    migrate: false,
    createSchema: false,
  });
  boss.on('error', (error) => onError(error));
  let started: 'no' | 'for draining' | 'working' = 'no';

  const begin = async () => {
    if (started !== 'no') return;
    await boss.start();
    await prepareQueues(boss, definitions);
    started = 'for draining';
  };
  const runner = runnerOf(context, onError);

  return {
    enqueue: (tx, name, data, options) => put(boss, tx, { name, data, ...options }),
    async start() {
      await begin();
      for (const definition of definitions) {
        const { size, atOnce } = definition.batch ?? { size: 1, atOnce: 1 };
        await boss.work(
          definition.name,
          { ...BATCHES, batchSize: size, pollingIntervalSeconds: pollingIntervalMs / 1_000 },
          async (found) =>
            (await runner.together(definition, found))
              ? found.map(({ id }) => ({ id, status: 'completed' }))
              : runBatch(found, atOnce, (job) => runner.one(definition, job.data)),
        );
        if (definition.cron) await boss.schedule(definition.name, definition.cron, {}, { tz: TIME_ZONE });
      }
      started = 'working';
    },
    async stop() {
      if (started !== 'no') await boss.stop({ graceful: true, timeout: 10_000 });
      started = 'no';
    },
    prepare: begin,
    async drain() {
      await begin();
      let ran = 0;
      for (let found = true; found; ) {
        const before = ran;
        for (const definition of definitions) ran += await runDue(boss, definition, runner);
        found = ran > before;
      }
      return ran;
    },
    listFailed: (limit) => listFailed(database, limit),
    async retry(name, id) {
      await boss.retry(name, id);
    },
  };
}

/** Puts one job in, or one for each of a list. */
async function put(
  boss: PgBoss,
  tx: Transaction,
  job: { name: string; data: object | readonly object[]; startAfter?: Date; singletonKey?: string },
): Promise<void> {
  const { name, data, startAfter, singletonKey } = job;
  const db = { executeSql: (text: string, values?: unknown[]) => tx.statement(text, values ?? []) };
  const held: { tx: Transaction | undefined } = { tx };
  const how = { ...(startAfter ? { startAfter } : {}), ...(singletonKey ? { singletonKey } : {}) };
  const list = Array.isArray(data) ? (data as readonly object[]) : undefined;
  await enqueuing.run(held, async () => {
    if (!list) await boss.send(name, data, { db, ...how });
    else
      await boss.insert(
        name,
        list.map((one) => ({ data: one, ...how })),
        { db },
      );
  });
  // whatever the queue still does on its own account comes after the transaction
  held.tx = undefined;
}

interface Runner<Context> {
  one(definition: JobDefinition<Context>, data: unknown): Promise<void>;
  /** @returns false when each is to be run for itself */
  together(definition: JobDefinition<Context>, jobs: readonly Job<unknown>[]): Promise<boolean>;
}

function runnerOf<Context>(
  context: () => Context,
  onError: (error: Error, jobName: string) => void,
): Runner<Context> {
  const dataOf = (data: unknown) => (data ?? {}) as Record<string, unknown>;
  return {
    async one(definition, data) {
      try {
        await definition.run(context(), dataOf(data));
      } catch (error) {
        onError(error as Error, definition.name);
        throw error;
      }
    },
    async together(definition, jobs) {
      if (!definition.runMany || jobs.length < 2) return false;
      try {
        const list = jobs.map(({ data }) => dataOf(data));
        await definition.runMany(context(), list);
        return true;
      } catch {
        // whichever of them it was is heard of when it is run for itself
        return false;
      }
    },
  };
}

/** Makes the queues, and has each remembered before a command puts something into it. */
async function prepareQueues(boss: PgBoss, definitions: readonly JobDefinition<never>[]): Promise<void> {
  for (const { name, retryLimit, lostAfterSeconds } of definitions) {
    const queue = {
      ...{ retryLimit, retryBackoff: true, retryDelay: 2, expireInSeconds: 900 },
      ...(lostAfterSeconds && { heartbeatSeconds: lostAfterSeconds }),
    };
    if (await boss.getQueue(name)) await boss.updateQueue(name, queue);
    else await boss.createQueue(name, queue);
    await boss.getJobById(name, NO_JOB);
  }
}

/** Runs jobs fetched together, so many at a time. @returns how each ended */
async function runBatch(
  jobs: readonly Job<unknown>[],
  atOnce: number,
  run: (job: Job<unknown>) => Promise<void>,
): Promise<JobResult[]> {
  const left = [...jobs];
  const results: JobResult[] = [];
  const lane = async () => {
    for (let job = left.shift(); job; job = left.shift()) {
      try {
        await run(job);
        results.push({ id: job.id, status: 'completed' });
      } catch (error) {
        results.push({ id: job.id, status: 'failed', output: { message: (error as Error).message } });
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return results;
}

/** Runs the jobs of one kind that are due now. @returns how many. */
async function runDue<Context>(
  boss: PgBoss,
  definition: JobDefinition<Context>,
  runner: Runner<Context>,
): Promise<number> {
  const batchSize = definition.runMany ? (definition.batch?.size ?? 1) : 1;
  const due = (await boss.fetch(definition.name, { batchSize })) ?? [];
  if (await runner.together(definition, due)) {
    const ids = due.map(({ id }) => id);
    await boss.complete(definition.name, ids);
    return due.length;
  }
  for (const job of due) {
    try {
      await runner.one(definition, job.data);
      await boss.complete(definition.name, job.id);
    } catch (error) {
      await boss.fail(definition.name, job.id, { message: (error as Error).message });
    }
  }
  return due.length;
}

async function listFailed(database: Database, limit: number): Promise<FailedJob[]> {
  const { rows } = await database.statement(
    `select id, name, data, output, created_on, completed_on, retry_count from ${SCHEMA}.job
     where state = 'failed' order by completed_on desc limit $1`,
    [limit],
  );
  return (rows as FailedRow[]).map((row) => ({
    id: row.id,
    name: row.name,
    data: row.data,
    error: row.output?.message ?? '',
    createdAt: row.created_on,
    failedAt: row.completed_on,
    tries: row.retry_count + 1,
  }));
}

interface FailedRow {
  id: string;
  name: string;
  data: unknown;
  output: { message?: string } | null;
  created_on: Date;
  completed_on: Date | null;
  retry_count: number;
}
