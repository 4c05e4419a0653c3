import { existsSync } from 'node:fs';
import path from 'node:path';
import { type App, createApp } from '../app.ts';
import { type Config, profilesFolder, readConfig, readProfiles } from '../platform/config/index.ts';
import {
  type Database,
  FolderInUse,
  inspectLogin,
  inspectSchema,
  migrate,
  type OpenDatabase,
  openEmbedded,
  openServer,
  type Transaction,
} from '../platform/db/index.ts';
import { migrateJobs } from '../platform/jobs/index.ts';
import type { Machine } from '../rules/access/index.ts';
import type { Words } from '../rules/lang.ts';
import type { ProfileSet } from '../rules/profile/index.ts';
import { Refusal } from '../rules/refusal.ts';
import type { Assets } from '../ui/index.ts';
import type { Call } from './command.ts';
import { listAppliedProfiles } from './store.ts';
import { TOOL_WORDS } from './words.ts';

/** How the entries of the operator's tool are signed in the record. */
export const MACHINE_NAME = 'operator';

export function machineOf(localityId: number): Machine {
  return { kind: 'machine', name: MACHINE_NAME, localityId };
}

export function configOf({ env, root }: Pick<Call, 'env' | 'root'>): Config {
  return readConfig({ ...env }, root);
}

export function databaseFolder(config: Pick<Config, 'dataDir'>): string {
  return path.join(config.dataDir, 'db');
}

/** Whether the embedded database was ever begun in this folder. */
export function hasEmbedded(config: Pick<Config, 'dataDir'>): boolean {
  return existsSync(path.join(databaseFolder(config), 'pgdata', 'PG_VERSION'));
}

/** Opens the database the configuration names. @throws Refusal `in-use` when the server holds the embedded one */
export async function openDatabase(config: Config, desk?: string): Promise<OpenDatabase> {
  const { databaseUrl, databaseOwnerUrl } = config;
  if (databaseUrl) return openServer({ url: databaseUrl, ownerUrl: databaseOwnerUrl });
  try {
    return await openEmbedded(databaseFolder(config));
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error;
    const pid = /\d+/.exec(error.message)?.[0];
    throw new Refusal('in-use', TOOL_WORDS.inUse(pid ? ` (${pid})` : '', desk));
  }
}

/** Brings tables and queue to this release. @returns names of the migrations applied now */
export async function bringUpToDate(opened: Pick<OpenDatabase, 'asOwner'>): Promise<string[]> {
  return opened.asOwner(async (owner) => {
    const applied = await migrate(owner);
    await migrateJobs(owner);
    return applied;
  });
}

/** Why the login of DATABASE_URL will not do; undefined when it will. */
export async function problemOfLogin(database: Database): Promise<Words | undefined> {
  const login = await inspectLogin(database);
  if (login.isSuperuser) return TOOL_WORDS.loginSuperuser(login.role);
  if (login.bypassesRowSecurity) return TOOL_WORDS.loginBypasses(login.role);
  if (login.owns.length > 0) return TOOL_WORDS.loginOwns(login.role, login.owns);
  return undefined;
}

/** Why the tables do not fit this release; undefined when they do. */
export async function problemOfSchema(database: Database): Promise<Words | undefined> {
  const schema = await inspectSchema(database);
  if (schema.changed.length > 0) return TOOL_WORDS.migrationsChanged(schema.changed);
  if (schema.unknown.length > 0) return TOOL_WORDS.migrationsUnknown(schema.unknown);
  if (schema.missing.length > 0) return TOOL_WORDS.migrationsMissing(schema.missing);
  return schema.hasQueue ? undefined : TOOL_WORDS.migrationsMissing(['jobs']);
}

/** A login that may not take on the roles of the product: only known once they exist. */
export async function problemOfRoles(database: Database): Promise<Words | undefined> {
  const { role, cannotBecome } = await inspectLogin(database);
  return cannotBecome.length > 0 ? TOOL_WORDS.loginLacks(role, cannotBecome) : undefined;
}

/**
 * Makes sure the database can serve: the embedded one is brought up to date, PostgreSQL is only looked at.
 * @throws Refusal saying what to do
 */
export async function makeReady(opened: OpenDatabase): Promise<void> {
  if (opened.database.kind === 'pglite') {
    const { changed, unknown } = await inspectSchema(opened.database);
    if (changed.length > 0) throw new Refusal('database-unfit', TOOL_WORDS.migrationsChanged(changed));
    if (unknown.length > 0) throw new Refusal('database-unfit', TOOL_WORDS.migrationsUnknown(unknown));
    await bringUpToDate(opened);
    return;
  }
  for (const find of [problemOfLogin, problemOfSchema, problemOfRoles]) {
    const problem = await find(opened.database);
    if (problem) throw new Refusal('database-unfit', problem);
  }
}

/** For commands, which show no page. */
const NO_ASSETS: Assets = { byName: new Map(), byPath: new Map() };

/** Puts the application together over an open database; nothing listens and no job runs. @throws ProfileError */
export async function assemble(
  config: Config,
  opened: OpenDatabase,
  logLevel: Config['logLevel'],
  assets: Assets = NO_ASSETS,
): Promise<App> {
  const profiles = readProfiles(config.dataDir);
  return createApp({ config: { ...config, logLevel }, opened, profiles, assets });
}

/** Localities whose regulation this installation has no profile of, as `locality (profile)`. */
export async function listMissingProfiles(
  { database }: Pick<OpenDatabase, 'database'>,
  profiles: ProfileSet,
) {
  const applied = await database.transaction({ as: 'system' }, listAppliedProfiles);
  return applied
    .filter((one) => !profiles.has(one.profile_code))
    .map((one) => `${one.locality_code} (${one.profile_code})`);
}

/** @throws Refusal when a locality applies a regulation whose profile is not there: none of its pages could be made */
export async function requireProfiles({ ports }: App, { dataDir }: Pick<Config, 'dataDir'>): Promise<void> {
  const missing = await listMissingProfiles(ports, ports.profiles);
  if (missing.length > 0)
    throw new Refusal('profile-missing', TOOL_WORDS.profilesMissing(missing, profilesFolder(dataDir)));
}

/** Runs work with the application as the server has it, and closes everything. */
export async function withApp<T>(call: Call, work: (app: App) => Promise<T>): Promise<T> {
  const config = configOf(call);
  if (!config.databaseUrl && !hasEmbedded(config)) {
    throw new Refusal('nothing-there', TOOL_WORDS.nothingThere(databaseFolder(config)));
  }
  const opened = await openDatabase(config, call.command.desk);
  let app: App | undefined;
  try {
    await makeReady(opened);
    // the tool answers on stdout; what goes wrong inside is thrown or told by the command
    app = await assemble(config, opened, 'silent');
    await requireProfiles(app, config);
    await app.ports.jobs.prepare();
    return await work(app);
  } finally {
    if (app) await app.stop();
    else await opened.database.close();
  }
}

/** Reads across all portals, as the system role. */
export function readAll<T>(app: App, read: (tx: Transaction) => Promise<T>): Promise<T> {
  return app.ports.database.transaction({ as: 'system' }, read);
}
