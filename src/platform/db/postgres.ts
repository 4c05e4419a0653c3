import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Sql } from 'sql-template-tag';
import {
  ALSO_SEE,
  holdingOne,
  OID,
  type Outcome,
  once,
  PURGE_CHANNEL,
  parseInt8,
  queryable,
  scopeStatement,
} from './shared.ts';
import { type Database, DatabaseAway, type Scope, type Transaction } from './types.ts';

/** Numbers and days as the embedded database gives them. */
export const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === OID.int8) return parseInt8;
    if (oid === OID.date) return (value: string) => value;
    if (oid === OID.int8Array)
      return (value: string) => value.slice(1, -1).split(',').filter(Boolean).map(parseInt8);
    return pg.types.getTypeParser(oid, format as 'text');
  }) as pg.CustomTypesConfig['getTypeParser'],
};

/** SQLSTATE classes that mean "not there", not "wrong": 08 connection, 57P shutdown, 53 no resources. */
function isAway(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? '';
  if (/^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOENT|ENOTFOUND)$/.test(code)) return true;
  if (/^(08|57P|53)/.test(code)) return true;
  const message = error instanceof Error ? error.message : '';
  return /Connection terminated|timeout exceeded when trying to connect|Query read timeout|not queryable/.test(
    message,
  );
}

async function orAway<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (isAway(error)) throw new DatabaseAway('The database does not answer.', { cause: error });
    throw error;
  }
}

const statementNames = new Map<string, string>();
const MAX_STATEMENT_NAMES = 500; // texts are fixed in the code; filters add variants, so a bound stands

/** A stable name lets the server plan a statement once per connection. */
function nameOf(text: string): string | undefined {
  let name = statementNames.get(text);
  if (!name && statementNames.size < MAX_STATEMENT_NAMES) {
    name = `cl_${createHash('sha1').update(text).digest('hex').slice(0, 20)}`;
    statementNames.set(text, name);
  }
  return name;
}

function runOn(client: pg.Pool | pg.PoolClient) {
  return async (query: Sql): Promise<Outcome> => {
    const name = nameOf(query.text);
    const result = await orAway(
      client.query({ text: query.text, values: query.values as unknown[], ...(name ? { name } : {}) }),
    );
    return { rows: result.rows, affected: result.rowCount ?? 0 };
  };
}

export interface PostgresOptions {
  url: string;
  /** Connections for staff and jobs, and as many again for public pages. */
  poolSize: number;
  statementTimeoutMs: number;
}

/** PostgreSQL 15–18: the store for service. Connects as the login role of the URL, which owns nothing. */
export function openPostgres({ url, poolSize, statementTimeoutMs }: PostgresOptions): Database {
  const base: pg.PoolConfig = {
    connectionString: url,
    types,
    max: poolSize,
    connectionTimeoutMillis: 5_000,
    statement_timeout: statementTimeoutMs,
    // the server ends a statement by itself; where the network fell silent nobody would
    query_timeout: statementTimeoutMs + 5_000,
    idle_in_transaction_session_timeout: 60_000,
  };
  const pool = new pg.Pool({ ...base, application_name: 'cong-lang' });
  const publicPool = new pg.Pool({
    ...base,
    application_name: 'cong-lang public',
    options: '-c role=cong_lang_public -c default_transaction_read_only=on',
  });
  // an idle connection that breaks is replaced at the next query; without a listener it would end the process
  pool.on('error', () => {});
  publicPool.on('error', () => {});
  const publicReader = queryable(runOn(publicPool));
  const purge = listenForPurges(base);

  return {
    kind: 'postgres',
    publicly: (read) => holdingOne(() => read(publicReader)),
    transaction: (scope, work) => holdingOne(() => inTransaction(pool, scope, work)),
    onPurge: purge.add,
    statement: async (text, values) => {
      const result = await orAway(pool.query(text, values as unknown[]) as Promise<unknown>);
      const list = (Array.isArray(result) ? result : [result]) as pg.QueryResult[];
      return { rows: list.flatMap((one) => one.rows ?? []) };
    },
    ping: async (timeoutMs) => {
      const query = { text: 'select 1', query_timeout: timeoutMs } as pg.QueryConfig;
      await orAway(publicPool.query(query));
    },
    close: once(async () => {
      await purge.close();
      await Promise.all([pool.end(), publicPool.end()]);
    }),
  };
}

async function inTransaction<T>(
  pool: pg.Pool,
  scope: Scope,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const client = await orAway(pool.connect());
  let broken: Error | undefined;
  // a connection that dies while checked out reports it here; the running query rejects as well
  const onError = (error: Error) => {
    broken = error;
  };
  client.on('error', onError);
  try {
    const { text, values } = scopeStatement(scope);
    await orAway(client.query('begin'));
    await orAway(client.query({ name: 'cl_scope', text, values }));
    const result = await work({
      ...queryable(runOn(client)),
      alsoSee: async (portalId) => void (await client.query(ALSO_SEE, [portalId])),
      statement: (sqlText, sqlValues) => orAway(client.query(sqlText, sqlValues)),
    });
    await orAway(client.query('commit'));
    return result;
  } catch (error) {
    await client.query('rollback').catch((cause: Error) => {
      broken = cause;
    });
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

/** A connection of its own that waits for NOTIFY; after every reconnect it reports that messages may be lost. */
function listenForPurges(base: pg.PoolConfig) {
  const listeners: ((payload: string | undefined) => void)[] = [];
  let client: pg.Client | undefined;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;
  const tell = (payload: string | undefined) => {
    for (const listener of listeners) listener(payload);
  };
  const connect = async () => {
    const next = new pg.Client({ ...base, statement_timeout: 0, application_name: 'cong-lang purge' });
    client = next;
    const again = () => {
      if (closed || client !== next) return;
      client = undefined;
      retry = setTimeout(connect, 1_000);
      retry.unref();
    };
    next.on('error', again);
    next.on('end', again);
    next.on('notification', (message) => tell(message.payload ?? ''));
    try {
      await next.connect();
      await next.query(`listen ${PURGE_CHANNEL}`);
      tell(undefined);
    } catch {
      again();
    }
  };
  return {
    add(listener: (payload: string | undefined) => void) {
      listeners.push(listener);
      if (!client) void connect();
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      await client?.end().catch(() => {});
    },
  };
}
