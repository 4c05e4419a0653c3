import type { Sql } from 'sql-template-tag';

/** Reads and writes through one connection. Rows come back with the column names of the query. */
export interface Queryable {
  /** All rows of the query. */
  rows<T>(query: Sql): Promise<T[]>;
  /** The only row, or undefined when there is none. Throws when there are more. */
  find<T>(query: Sql): Promise<T | undefined>;
  /** The only row. Throws when there is none, or more than one. */
  get<T>(query: Sql): Promise<T>;
  /** Runs a statement and returns how many rows it touched. */
  run(query: Sql): Promise<number>;
}

/** A transaction. `alsoSee` widens the row-level security to a portal that this transaction itself opened. */
export interface Transaction extends Queryable {
  alsoSee(portalId: number): Promise<void>;
  /** The raw statement door of the job queue, so that a job is enqueued in the same transaction. */
  statement(text: string, values: unknown[]): Promise<{ rows: unknown[] }>;
}

/**
 * As whom the database is asked. Row-level security follows from it, not from the query:
 * `staff` sees the portals named here, `system` (sign-in, jobs, operator's tool) sees all.
 */
export type Scope =
  | { as: 'staff'; localityId: number; portalIds: readonly number[]; personId: number }
  | { as: 'system' };

export interface Database {
  readonly kind: 'pglite' | 'postgres';
  /** Reads as the public: published rows only. Never call it from inside a transaction. */
  publicly<T>(read: (db: Queryable) => Promise<T>): Promise<T>;
  /** One transaction in the given scope; rolled back when `work` throws. */
  transaction<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Calls back for every purge message of this and the other nodes; `undefined` after messages may have been lost. */
  onPurge(listener: (payload: string | undefined) => void): void;
  /** Statement door for the job queue, outside any transaction; may hold several statements when there are no values. */
  statement(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  /** Rejects when the database does not answer within the time. */
  ping(timeoutMs: number): Promise<void>;
  close(): Promise<void>;
}

/** The database is away: connection refused, lost or timed out. Pages fall back to their last good copy. */
export class DatabaseAway extends Error {
  override readonly name = 'DatabaseAway';
}
