import { createHash } from 'node:crypto';
import {
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { after } from 'node:test';
import { deserialize, serialize } from 'node:v8';
import { PGlite } from '@electric-sql/pglite';
import {
  migrate,
  type OpenDatabase,
  type OwnerConnection,
  openEmbedded,
  openServer,
  readMigrations,
  withOwner,
} from '../../src/platform/db/index.ts';
import { openPglite } from '../../src/platform/db/pglite.ts';
import { migrateJobs } from '../../src/platform/jobs/index.ts';
import { SERVER_URL, urlOf } from './server-url.ts';

export type Engine = 'pglite' | 'postgres';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SNAPSHOTS = path.join(ROOT, 'var', 'test');
const DAY_MS = 24 * 3_600_000;
/** Any number of our own; the migrations use another. */
const TEMPLATE_LOCK = 7206017;
/** Tests need few connections, and many test files share one server. */
const POOL_SIZE = 4;

/** The engines every test of the database runs on: both, unless TEST_ENGINES names fewer. */
export function engines(): Engine[] {
  const named = (process.env.TEST_ENGINES ?? 'pglite,postgres').split(',');
  return (['pglite', 'postgres'] as const).filter((engine) => named.includes(engine));
}

export interface FreshDatabase extends OpenDatabase {
  engine: Engine;
  /** Logs in as cong_lang_app; undefined for PGlite, which has no address. */
  url: string | undefined;
  /** Logs in as the owner of the schema; undefined for PGlite. */
  ownerUrl: string | undefined;
  /** Closes the connections and removes the database. Calling it twice does no harm. */
  close(): Promise<void>;
}

const open = new Set<FreshDatabase>();
// whatever a failing test left open would keep the process alive
if (process.env.NODE_TEST_CONTEXT) {
  after(async () => {
    for (const database of open) await database.close();
  });
}

/** A database of its own with the whole schema and nothing in it, connected as cong_lang_app. */
export async function freshDatabase(engine: Engine): Promise<FreshDatabase> {
  const fresh = engine === 'pglite' ? await freshEmbedded() : await freshOnServer();
  open.add(fresh);
  return fresh;
}

function closingOnce(close: () => Promise<void>, self: () => FreshDatabase): () => Promise<void> {
  let closing: Promise<void> | undefined;
  return () => {
    open.delete(self());
    closing ??= close();
    return closing;
  };
}

// PGlite: a dump of the migrated database, loaded in a third of the time the migrations would take ------

let snapshot: Promise<Blob> | undefined;

async function freshEmbedded(): Promise<FreshDatabase> {
  snapshot ??= readSnapshot();
  return embeddedFrom(await snapshot);
}

async function embeddedFrom(dump: Blob): Promise<FreshDatabase> {
  const opened = await openEmbedded(undefined, dump);
  const fresh: FreshDatabase = {
    ...opened,
    engine: 'pglite',
    url: undefined,
    ownerUrl: undefined,
    close: closingOnce(
      () => opened.database.close(),
      () => fresh,
    ),
  };
  return fresh;
}

async function readSnapshot(): Promise<Blob> {
  const file = path.join(SNAPSHOTS, snapshotName());
  try {
    return new Blob([readFileSync(file)]);
  } catch {
    // not made yet
  }
  const lite = await PGlite.create();
  await migrateAll({
    exec: async (script) => void (await lite.exec(script)),
    query: async <T>(text: string, values?: unknown[]) => (await lite.query<T>(text, values)).rows,
  });
  const dump = await lite.dumpDataDir('gzip');
  await lite.close();
  await keepSnapshot(file, dump);
  return dump;
}

/** Kept for the next test file; written beside and renamed, since others may be doing the same. */
async function keepSnapshot(file: string, dump: Blob): Promise<void> {
  const unfinished = `${file}.${process.pid}`;
  try {
    mkdirSync(SNAPSHOTS, { recursive: true });
    writeFileSync(unfinished, Buffer.from(await dump.arrayBuffer()));
    renameSync(unfinished, file);
  } catch {
    // a checkout that cannot be written to costs time, not correctness
  }
}

// PostgreSQL: a template database, made once for each state of the migrations ----------------------------

let made = 0;

async function freshOnServer(): Promise<FreshDatabase> {
  return onServerFrom(await templateReady());
}

async function onServerFrom(template: string): Promise<FreshDatabase> {
  const name = `cong_lang_test_${process.pid}_${++made}`;
  await withOwner(SERVER_URL, async (server) => {
    await server.query(`drop database if exists ${name} with (force)`);
    await server.query(`create database ${name} template ${template}`);
  });
  const url = urlOf(name, 'cong_lang_app');
  const ownerUrl = urlOf(name);
  const opened = openServer({ url, ownerUrl, poolSize: POOL_SIZE });
  const close = async () => {
    await opened.database.close();
    await withOwner(SERVER_URL, (server) => server.query(`drop database if exists ${name} with (force)`));
  };
  const fresh: FreshDatabase = {
    ...opened,
    engine: 'postgres',
    url,
    ownerUrl,
    close: closingOnce(close, () => fresh),
  };
  return fresh;
}

let template: Promise<string> | undefined;

function templateReady(): Promise<string> {
  template ??= withOwner(SERVER_URL, async (server) => {
    const name = templateName();
    // test files run in parallel; the lock ends with the connection
    await server.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const [there] = await server.query('select from pg_database where datname = $1', [name]);
    if (there) return name;
    // renamed when finished, so that a half-made template is never used
    await server.query(`drop database if exists ${name}_unfinished with (force)`);
    await server.query(`create database ${name}_unfinished`);
    await withOwner(urlOf(`${name}_unfinished`), migrateAll);
    await server.query(`alter database ${name}_unfinished rename to ${name}`);
    return name;
  });
  return template;
}

// What many tests begin from: seeded once, then copied ---------------------------------------------------

/** Fills a database. What it tells is given to everyone who begins from the copy; `leave` closes whatever used it. */
type Prepare<T> = (database: FreshDatabase) => Promise<{ told: T; leave(): Promise<void> }>;

/** A database of its own that holds what `prepare` put there, and what that returned. It is run once for each `name`. */
export async function preparedDatabase<T>(
  engine: Engine,
  name: string,
  prepare: Prepare<T>,
): Promise<{ database: FreshDatabase; prepared: T }> {
  const { from, prepared } = await (engine === 'pglite'
    ? preparedSnapshot(name, prepare)
    : preparedTemplate(name, prepare));
  const database = typeof from === 'string' ? await onServerFrom(from) : await embeddedFrom(from);
  open.add(database);
  return { database, prepared };
}

async function preparedSnapshot<T>(name: string, prepare: Prepare<T>): Promise<{ from: Blob; prepared: T }> {
  const file = path.join(SNAPSHOTS, `pglite-${name}.tar.gz`);
  try {
    return { from: new Blob([readFileSync(file)]), prepared: deserialize(readFileSync(`${file}.told`)) };
  } catch {
    // not made yet
  }
  snapshot ??= readSnapshot();
  const { database, lite } = await openPglite(undefined, await snapshot);
  const nowhere = {
    url: undefined,
    ownerUrl: undefined,
    asOwner: () => Promise.reject(new Error('not here')),
  };
  const ready = { database, engine: 'pglite' as const, ...nowhere, close: () => database.close() };
  const { told: prepared, leave } = await prepare(ready);
  const dump = await lite.dumpDataDir('gzip');
  await leave();
  await keepSnapshot(`${file}.told`, new Blob([new Uint8Array(serialize(prepared))]));
  await keepSnapshot(file, dump);
  return { from: dump, prepared };
}

function preparedTemplate<T>(name: string, prepare: Prepare<T>): Promise<{ from: string; prepared: T }> {
  const from = `cong_lang_template_${name}`;
  const file = path.join(SNAPSHOTS, `postgres-${name}.told`);
  return withOwner(SERVER_URL, async (server) => {
    await server.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK + 1]);
    const [there] = await server.query('select from pg_database where datname = $1', [from]);
    try {
      if (there) return { from, prepared: deserialize(readFileSync(file)) };
    } catch {
      // the database is from another checkout
    }
    await server.query(`drop database if exists ${from} with (force)`);
    const unfinished = await freshOnServer();
    const { told: prepared, leave } = await prepare(unfinished);
    await leave();
    await unfinished.database.close();
    await server.query(`alter database ${new URL(unfinished.url ?? '').pathname.slice(1)} rename to ${from}`);
    await keepSnapshot(file, new Blob([new Uint8Array(serialize(prepared))]));
    return { from, prepared };
  });
}

/** A name that changes whenever what these folders hold would, or the schema. */
export function nameOf(folders: readonly string[]): string {
  const hash = createHash('sha256').update(schemaHash());
  for (const file of globSync(
    folders.map((folder) => `${folder}/**/*.{ts,tsx,json}`),
    { cwd: ROOT },
  ).sort())
    if (!file.includes('.test.')) hash.update(file).update(readFileSync(path.join(ROOT, file)));
  return hash.digest('hex').slice(0, 12);
}

export async function migrateAll(owner: OwnerConnection): Promise<void> {
  await migrate(owner);
  await migrateJobs(owner);
}

/** Changes whenever the schema would: migrations, the queue's tables, and the code that applies them. */
function schemaHash(): string {
  const hash = createHash('sha256');
  for (const { name, checksum } of readMigrations()) hash.update(`${name} ${checksum}\n`);
  for (const file of [
    'src/platform/db/migrate.ts',
    'src/platform/jobs/index.ts',
    'node_modules/pg-boss/package.json',
    'node_modules/@electric-sql/pglite/package.json',
  ]) {
    hash.update(readFileSync(path.join(ROOT, file)));
  }
  return hash.digest('hex').slice(0, 12);
}

const templateName = () => `cong_lang_template_${schemaHash()}`;
const snapshotName = () => `pglite-${schemaHash()}.tar.gz`;

/** Removes what earlier runs left: databases and templates older than a day, snapshots of an older schema. */
export async function dropStale(onServer: boolean): Promise<void> {
  try {
    for (const name of readdirSync(SNAPSHOTS)) {
      const file = path.join(SNAPSHOTS, name);
      const isOld = statSync(file).mtimeMs < Date.now() - DAY_MS;
      if (/^(pglite|postgres)-/.test(name) && name !== snapshotName() && isOld) rmSync(file, { force: true });
    }
  } catch {
    // no snapshot was ever made
  }
  if (!onServer) return;
  await withOwner(SERVER_URL, async (server) => {
    const stale = await server.query<{ datname: string }>(
      `select datname from pg_database
       where datname ~ '^cong_lang_(test_[0-9]+_[0-9]+|template_(world_)?[0-9a-f]+(_unfinished)?)$' and datname <> $1
         and (pg_stat_file('base/' || oid || '/PG_VERSION')).modification < now() - interval '1 day'`,
      [templateName()],
    );
    for (const { datname } of stale) await server.query(`drop database if exists ${datname} with (force)`);
  });
}
