import { execFile } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { openEmbedded, openServer, withOwner } from '../../src/platform/db/index.ts';
import { type Engine, type FreshDatabase, freshDatabase, migrateAll } from './engines.ts';
import { SERVER_URL, urlOf } from './server-url.ts';

const run = promisify(execFile);
const MOST_OUTPUT_BYTES = 512 * 1024 * 1024;

/** A database of which copies can be taken: the embedded one lies in `folder`/db, as that of a server does. */
export async function keptDatabase(engine: Engine, folder: string): Promise<FreshDatabase> {
  if (engine === 'postgres') return freshDatabase('postgres');
  const opened = await openEmbedded(path.join(folder, 'db'));
  await opened.asOwner(migrateAll);
  return lite(opened);
}

function lite(opened: Awaited<ReturnType<typeof openEmbedded>>): FreshDatabase {
  const close = () => opened.database.close();
  return { ...opened, engine: 'pglite', url: undefined, ownerUrl: undefined, close };
}

/** A backup: the database as it stood, to be restored beside what became of it. */
export interface Backup {
  /** Restores into a new database; the embedded one comes into `folder`/db. */
  restore(folder: string): Promise<Restored>;
}

/** A restored database. The embedded one belongs to whoever has it open. */
export interface Restored {
  /** For DATABASE_URL; undefined for PGlite. */
  url: string | undefined;
  open(): Promise<FreshDatabase>;
  drop(): Promise<void>;
}

let restored = 9_000;

export async function backUp(database: FreshDatabase, from: string, into: string): Promise<Backup> {
  mkdirSync(into, { recursive: true });
  if (database.ownerUrl) return backUpServer(database.ownerUrl, path.join(into, 'backup.dump'));
  await database.asOwner((owner) => owner.exec('checkpoint'));
  cpSync(path.join(from, 'db', 'pgdata'), path.join(into, 'pgdata'), { recursive: true });
  return {
    async restore(folder) {
      cpSync(path.join(into, 'pgdata'), path.join(folder, 'db', 'pgdata'), { recursive: true });
      const open = async () => lite(await openEmbedded(path.join(folder, 'db')));
      return { url: undefined, open, drop: async () => {} };
    },
  };
}

async function backUpServer(from: string, file: string): Promise<Backup> {
  await run('pg_dump', ['--format=custom', `--file=${file}`, from]);
  return {
    async restore() {
      const name = `cong_lang_test_${process.pid}_${++restored}`;
      await withOwner(SERVER_URL, (server) => server.query(`create database ${name}`));
      await run('pg_restore', [`--dbname=${urlOf(name)}`, '--exit-on-error', file]);
      const [url, ownerUrl] = [urlOf(name, 'cong_lang_app'), urlOf(name)];
      return {
        url,
        async open() {
          const opened = openServer({ url, ownerUrl, poolSize: 2 });
          const close = () => opened.database.close();
          return { ...opened, engine: 'postgres', url, ownerUrl, close };
        },
        drop: () =>
          withOwner(SERVER_URL, async (server) => {
            await server.query(`drop database if exists ${name} with (force)`);
          }),
      };
    },
  };
}

/** Everything that stands in the database, as text: what pg_dump says, or every row of every table. */
export async function dumpText({ ownerUrl, asOwner }: FreshDatabase): Promise<string> {
  if (ownerUrl) return (await run('pg_dump', [ownerUrl], { maxBuffer: MOST_OUTPUT_BYTES })).stdout;
  return asOwner(async (owner) => {
    const tables = await owner.query<{ name: string }>(`select quote_ident(table_schema) || '.' ||
        quote_ident(table_name) as name from information_schema.tables
      where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`);
    const texts: string[] = [];
    for (const { name } of tables)
      texts.push(
        ...(await owner.query<{ row: string }>(`select t::text as row from ${name} t`)).map(({ row }) => row),
      );
    return texts.join('\n');
  });
}
