import { readMigrations } from './migrate.ts';
import type { Database } from './types.ts';

/** The versions of PostgreSQL the product is tried on. */
export const POSTGRES_VERSIONS = { oldest: 15, newest: 18 } as const;

/** What the login of the server is and may do; `problems` is empty when it is as it must be. */
export interface LoginFacts {
  role: string;
  isSuperuser: boolean;
  bypassesRowSecurity: boolean;
  /** Tables and the like that it owns, itself or through a role it is a member of; at most ten. */
  owns: string[];
  /** Roles of the product that it cannot take on. */
  cannotBecome: string[];
}

export interface SchemaFacts {
  /** Migrations of this release that the database does not have. */
  missing: string[];
  /** Applied migrations whose file is another one now. */
  changed: string[];
  /** Applied migrations that this release does not know: the database is newer. */
  unknown: string[];
  /** Tables without row-level security that should have it. */
  withoutRowSecurity: string[];
  /** Whether the tables of the job queue are there. */
  hasQueue: boolean;
}

const ROLES = ['cong_lang_app', 'cong_lang_public', 'cong_lang_system'];

async function rowsOf<T>(database: Database, text: string, values?: unknown[]): Promise<T[]> {
  return (await database.statement(text, values)).rows as T[];
}

/** Major version of the server, e.g. 15. */
export async function serverVersion(database: Database): Promise<number> {
  const [row] = await rowsOf<{ version: number }>(
    database,
    `select current_setting('server_version_num')::int / 10000 as version`,
  );
  return row?.version ?? 0;
}

/** Asks who the connection logged in as. Of no meaning for the embedded database, which has one login. */
export async function inspectLogin(database: Database): Promise<LoginFacts> {
  const [who] = await rowsOf<{ name: string; super: boolean; bypass: boolean }>(
    database,
    'select rolname as name, rolsuper as super, rolbypassrls as bypass from pg_roles where rolname = session_user',
  );
  const owned = await rowsOf<{ name: string }>(
    database,
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'jobs') and c.relkind in ('r', 'p', 'S', 'v') and pg_has_role(session_user, c.relowner, 'member')
     union all select 'database ' || datname from pg_database
       where datname = current_database() and pg_has_role(session_user, datdba, 'member')
     order by name limit 10`,
  );
  const known = await rowsOf<{ name: string }>(
    database,
    'select rolname as name from pg_roles where rolname = any ($1::text[]) and pg_has_role(session_user, oid, $2)',
    [ROLES, 'member'],
  );
  return {
    role: who?.name ?? '',
    isSuperuser: who?.super ?? false,
    bypassesRowSecurity: who?.bypass ?? false,
    owns: owned.map(({ name }) => name),
    cannotBecome: ROLES.filter((role) => !known.some(({ name }) => name === role)),
  };
}

/** Compares the tables of the database with the migrations of this release. */
export async function inspectSchema(database: Database): Promise<SchemaFacts> {
  const files = readMigrations();
  const [there] = await rowsOf<{ tables: boolean; queue: boolean }>(
    database,
    `select to_regclass('public.migration') is not null as tables, to_regclass('jobs.version') is not null as queue`,
  );
  const applied = there?.tables
    ? await rowsOf<{ name: string; checksum: string }>(
        database,
        'select name, checksum from public.migration',
      )
    : [];
  const checksumOf = new Map(applied.map(({ name, checksum }) => [name, checksum]));
  const open = await rowsOf<{ name: string }>(
    database,
    `select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
       and not relrowsecurity and relname <> 'migration' order by relname`,
  );
  return {
    missing: files.filter(({ name }) => !checksumOf.has(name)).map(({ name }) => name),
    changed: files
      .filter(({ name, checksum }) => (checksumOf.get(name) ?? checksum) !== checksum)
      .map(({ name }) => name),
    unknown: applied.filter(({ name }) => !files.some((file) => file.name === name)).map(({ name }) => name),
    withoutRowSecurity: open.map(({ name }) => name),
    hasQueue: there?.queue ?? false,
  };
}
