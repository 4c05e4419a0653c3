import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Transaction as LiteTransaction, PGlite } from '@electric-sql/pglite';
import type { Sql } from 'sql-template-tag';
import { takeLock } from './lock.ts';
import {
  ALSO_SEE,
  holdingOne,
  OID,
  type Outcome,
  once,
  outside,
  PURGE_CHANNEL,
  parseInt8,
  queryable,
  scopeStatement,
} from './shared.ts';
import type { Database, Scope, Transaction } from './types.ts';

/** PGlite has no background processes; these stand in for the checkpointer and autovacuum. */
const CHECKPOINT_EVERY_MS = 60_000;
const VACUUM_EVERY_MS = 15 * 60_000;

const parsers = { [OID.int8]: parseInt8, [OID.date]: (value: string) => value };

function runOn(lite: PGlite | LiteTransaction) {
  return async (query: Sql): Promise<Outcome> => {
    const result = await lite.query(query.text, query.values as unknown[], { parsers });
    return { rows: result.rows, affected: result.affectedRows ?? 0 };
  };
}

/**
 * The embedded database, for trying out, tests and CI. It survives the death of the process but not a loss
 * of power, because its file system cannot fsync; `doctor` says so.
 *
 * @param folder where the data lies; undefined keeps it in memory.
 * @param snapshot what a database in memory begins from.
 * @throws FolderInUse when another process holds the folder.
 */
export async function openPglite(
  folder: string | undefined,
  snapshot?: Blob,
): Promise<{ database: Database; lite: PGlite }> {
  let release = () => {};
  if (folder) {
    mkdirSync(folder, { recursive: true });
    release = takeLock(path.join(folder, 'lock'));
    // PostgreSQL's own lock: whoever left it is dead, or we would not hold ours. Killed between making and writing
    // it, a process leaves it empty, and PostgreSQL would refuse to open the folder ever again.
    rmSync(path.join(folder, 'pgdata', 'postmaster.pid'), { force: true });
  }
  let lite: PGlite;
  try {
    const inMemory = snapshot ? { loadDataDir: snapshot } : {};
    lite = await PGlite.create(folder ? { dataDir: path.join(folder, 'pgdata') } : inMemory);
  } catch (error) {
    release();
    throw error;
  }
  const stopUpkeep = folder ? startUpkeep(lite) : () => {};

  const database: Database = {
    kind: 'pglite',
    publicly: (read) =>
      holdingOne(() =>
        lite.transaction(async (tx) => {
          await tx.exec('set local role cong_lang_public; set local transaction_read_only = on');
          return read(queryable(runOn(tx)));
        }),
      ),
    transaction: (scope, work) => holdingOne(() => inTransaction(lite, scope, work)),
    onPurge: (listener) => void lite.listen(PURGE_CHANNEL, outside(listener)),
    statement: async (text, values) => {
      if (values?.length) return lite.query(text, values);
      const results = await lite.exec(text);
      return { rows: results.flatMap((one) => one.rows) };
    },
    ping: async () => void (await lite.query('select 1')),
    close: once(async () => {
      stopUpkeep();
      await lite.close();
      release();
    }),
  };
  return { database, lite };
}

function inTransaction<T>(lite: PGlite, scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return lite.transaction(async (tx) => {
    const { text, values } = scopeStatement(scope);
    await tx.query(text, values);
    return work({
      ...queryable(runOn(tx)),
      alsoSee: async (portalId) => void (await tx.query(ALSO_SEE, [portalId])),
      statement: (sqlText, sqlValues) => tx.query(sqlText, sqlValues),
    });
  });
}

function startUpkeep(lite: PGlite): () => void {
  const every = (ms: number, statement: string) => {
    const timer = setInterval(() => void lite.exec(statement).catch(() => {}), ms);
    timer.unref();
    return timer;
  };
  const timers = [every(CHECKPOINT_EVERY_MS, 'checkpoint'), every(VACUUM_EVERY_MS, 'vacuum analyze')];
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}
