import type { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import type { OwnerConnection } from './migrate.ts';
import { openPglite } from './pglite.ts';
import { openPostgres, types } from './postgres.ts';
import type { Database } from './types.ts';

export interface OpenDatabase {
  database: Database;
  /** Runs work as the owner of the schema: migrations and nothing else. */
  asOwner<T>(work: (owner: OwnerConnection) => Promise<T>): Promise<T>;
}

/**
 * Opens the embedded database in a folder, or in memory when there is none.
 * @param snapshot a dump of PGlite's data folder to begin from, in memory only (tests).
 */
export async function openEmbedded(folder?: string, snapshot?: Blob): Promise<OpenDatabase> {
  const { database, lite } = await openPglite(folder, snapshot);
  return { database, asOwner: (work) => work(liteOwner(lite)) };
}

function liteOwner(lite: PGlite): OwnerConnection {
  return {
    exec: async (script) => void (await lite.exec(script)),
    query: async <T>(text: string, values?: unknown[]) => (await lite.query<T>(text, values)).rows,
  };
}

/** Opens PostgreSQL as the login role of `url`; the owner logs in by `ownerUrl`. */
export function openServer(options: {
  url: string;
  ownerUrl?: string | undefined;
  poolSize?: number;
  statementTimeoutMs?: number;
}): OpenDatabase {
  const { url, ownerUrl, poolSize = 10, statementTimeoutMs = 30_000 } = options;
  return {
    database: openPostgres({ url, poolSize, statementTimeoutMs }),
    asOwner: (work) => withOwner(ownerUrl ?? url, work),
  };
}

export async function withOwner<T>(url: string, work: (owner: OwnerConnection) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, types });
  await client.connect();
  try {
    return await work({
      exec: async (script) => void (await client.query(script)),
      query: async <R>(text: string, values?: unknown[]) => (await client.query(text, values)).rows as R[],
    });
  } finally {
    await client.end();
  }
}
