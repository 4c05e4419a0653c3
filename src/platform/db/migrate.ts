import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The owner's connection: runs several statements in one call, and single ones with values. */
export interface OwnerConnection {
  exec(script: string): Promise<void>;
  query<T>(text: string, values?: unknown[]): Promise<T[]>;
}

export const MIGRATIONS_FOLDER = path.resolve(import.meta.dirname, '../../../migrations');

export interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

export function readMigrations(folder = MIGRATIONS_FOLDER): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

export async function listApplied(owner: OwnerConnection): Promise<{ name: string; checksum: string }[]> {
  const [table] = await owner.query<{ there: boolean }>(
    `select to_regclass('public.migration') is not null as there`,
  );
  return table?.there ? owner.query('select name, checksum from migration order by name') : [];
}

/**
 * Applies what is missing, each file in a transaction of its own, under an advisory lock so that two
 * operators at once do no harm. A file that changed after it was applied stops everything.
 * @returns the names applied now.
 */
export async function migrate(owner: OwnerConnection, migrations = readMigrations()): Promise<string[]> {
  await owner.query('select pg_advisory_lock(7206016)');
  try {
    await owner.exec(`create table if not exists migration (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
    const applied = new Map((await listApplied(owner)).map((one) => [one.name, one.checksum]));
    const done: string[] = [];
    for (const { name, sql, checksum } of migrations) {
      const before = applied.get(name);
      if (before === checksum) continue;
      if (before)
        throw new Error(
          `Migration ${name} was changed after it was applied. Restore the file; put changes into a new one.`,
        );
      await owner
        .exec(
          `begin;\n${sql}\n;insert into migration (name, checksum) values ('${name}', '${checksum}');\ncommit;`,
        )
        .catch(async (error: unknown) => {
          await owner.exec('rollback').catch(() => {});
          throw new Error(`Migration ${name} failed; nothing of it was kept.`, { cause: error });
        });
      done.push(name);
    }
    await owner.exec('grant select on migration to cong_lang_app, cong_lang_system');
    return done;
  } finally {
    await owner.query('select pg_advisory_unlock(7206016)');
  }
}
