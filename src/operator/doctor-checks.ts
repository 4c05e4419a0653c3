import { accessSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { type Config, ConfigError, profilesFolder, readProfiles } from '../platform/config/index.ts';
import {
  inspectLogin,
  inspectSchema,
  type OpenDatabase,
  POSTGRES_VERSIONS,
  serverVersion,
} from '../platform/db/index.ts';
import { createS3Store, FilesAway } from '../platform/files/index.ts';
import type { Words } from '../rules/lang.ts';
import { ProfileError } from '../rules/profile/index.ts';
import { Refusal } from '../rules/refusal.ts';
import type { Call } from './command.ts';
import { listContentFindings } from './doctor-content.ts';
import { FINDINGS, TITLES } from './doctor-words.ts';
import {
  configOf,
  databaseFolder,
  hasEmbedded,
  openDatabase,
  problemOfLogin,
  problemOfRoles,
  problemOfSchema,
} from './installation.ts';

/** One thing the doctor looked at. `bad`: something must be done. */
export interface Finding {
  state: 'good' | 'note' | 'warn' | 'bad';
  title: Words;
  text: Words;
  remedy?: Words;
}

const NEEDED_NODE = 24;
const LOW_BYTES = 1024 ** 3;
const MIB = 1024 ** 2;

/** Everything, from the machine inwards. What cannot be looked at because of something before it is left out. */
export async function listFindings(call: Call): Promise<Finding[]> {
  const found = [nodeFinding()];
  let config: Config;
  try {
    config = configOf(call);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return [...found, { state: 'bad', title: TITLES.config, text: FINDINGS.plain(error.message) }];
  }
  const profiles = profileFinding(config);
  found.push(profiles, filesFinding(config), ...(await bucketFindings(config)));
  if (profiles.state === 'good') found.push(...(await databaseFindings(call, config)));
  return [...found, ...developerFindings(call.env)];
}

function nodeFinding(): Finding {
  const { node } = process.versions;
  if (Number(node.split('.')[0]) >= NEEDED_NODE)
    return { state: 'good', title: TITLES.node, text: FINDINGS.plain(node) };
  return { state: 'bad', title: TITLES.node, text: FINDINGS.nodeOld(node), remedy: FINDINGS.nodeRemedy };
}

function profileFinding({ dataDir }: Config): Finding {
  const title = TITLES.profiles;
  try {
    const text = FINDINGS.profilesValid(readProfiles(dataDir).size, profilesFolder(dataDir));
    return { state: 'good', title, text };
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    return { state: 'bad', title, text: FINDINGS.plain(error.message), remedy: FINDINGS.profilesRemedy };
  }
}

function filesFinding({ dataDir }: Config): Finding {
  const folder = path.join(dataDir, 'files');
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
    const { bavail, bsize } = statfsSync(folder);
    const freeBytes = bavail * bsize;
    const free =
      freeBytes >= 10 * LOW_BYTES
        ? `${Math.floor(freeBytes / LOW_BYTES)} GiB`
        : `${Math.floor(freeBytes / MIB)} MiB`;
    const isLow = freeBytes < LOW_BYTES;
    return {
      state: isLow ? 'warn' : 'good',
      title: TITLES.files,
      text: FINDINGS.filesGood(folder, free),
      ...(isLow && { remedy: FINDINGS.filesFull }),
    };
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? '';
    return {
      state: 'bad',
      title: TITLES.files,
      text: FINDINGS.filesBad(folder, reason),
      remedy: FINDINGS.filesRemedy,
    };
  }
}

/** Whether the store that speaks S3 answers and lets us in, where one is set. */
async function bucketFindings({ filesBucket }: Config): Promise<Finding[]> {
  if (!filesBucket) return [];
  const { endpoint, bucket } = filesBucket;
  try {
    await createS3Store(filesBucket).check();
    return [{ state: 'good', title: TITLES.files, text: FINDINGS.plain(`S3: ${endpoint}/${bucket}`) }];
  } catch (error) {
    if (!(error instanceof FilesAway)) throw error;
    return [
      {
        ...{ state: 'bad', title: TITLES.files, remedy: FINDINGS.bucketRemedy },
        text: FINDINGS.plain(`S3: ${endpoint}/${bucket} (${error.message})`),
      },
    ];
  }
}

async function databaseFindings(call: Call, config: Config): Promise<Finding[]> {
  if (config.databaseUrl) return serverFindings(call, config);
  const embedded: Finding = {
    state: 'warn',
    title: TITLES.database,
    text: FINDINGS.embedded,
    remedy: FINDINGS.embeddedRemedy,
  };
  if (!hasEmbedded(config)) {
    const none = FINDINGS.embeddedNone(databaseFolder(config));
    return [
      embedded,
      { state: 'note', title: TITLES.database, text: none, remedy: FINDINGS.embeddedNoneRemedy },
    ];
  }
  let opened: OpenDatabase;
  try {
    opened = await openDatabase(config);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'in-use') throw error;
    return [
      embedded,
      { state: 'note', title: TITLES.database, text: FINDINGS.held, remedy: FINDINGS.heldRemedy },
    ];
  }
  return closing(opened, async () => [embedded, ...(await insideFindings(call, config, opened))]);
}

async function serverFindings(call: Call, config: Config): Promise<Finding[]> {
  const opened = await openDatabase(config);
  return closing(opened, async () => {
    let version: number;
    try {
      version = await serverVersion(opened.database);
    } catch (error) {
      const why = error instanceof Error && error.cause instanceof Error ? error.cause : (error as Error);
      const text = { vi: `${FINDINGS.away.vi} (${why.message})`, en: `${FINDINGS.away.en} (${why.message})` };
      return [{ state: 'bad', title: TITLES.database, text, remedy: FINDINGS.awayRemedy }];
    }
    const { oldest, newest } = POSTGRES_VERSIONS;
    const found: Finding[] = [
      version >= oldest && version <= newest
        ? { state: 'good', title: TITLES.database, text: FINDINGS.postgres(version) }
        : {
            state: version < oldest ? 'bad' : 'warn',
            title: TITLES.database,
            text: FINDINGS.version(version, oldest, newest),
            remedy: FINDINGS.versionRemedy,
          },
    ];
    if (config.demo)
      found.push({
        state: 'warn',
        title: TITLES.demo,
        text: FINDINGS.demoOnServer,
        remedy: FINDINGS.demoRemedy,
      });
    const login = (await problemOfLogin(opened.database)) ?? (await problemOfRoles(opened.database));
    const { role } = await inspectLogin(opened.database);
    found.push(
      login
        ? { state: 'bad', title: TITLES.login, text: login }
        : { state: 'good', title: TITLES.login, text: FINDINGS.loginGood(role) },
    );
    return [...found, ...(await insideFindings(call, config, opened))];
  });
}

/** Tables, then what is in them when they fit. */
async function insideFindings(call: Call, config: Config, opened: OpenDatabase): Promise<Finding[]> {
  const problem = await problemOfSchema(opened.database);
  if (problem) return [{ state: 'bad', title: TITLES.tables, text: problem, remedy: FINDINGS.tablesRemedy }];
  const { withoutRowSecurity } = await inspectSchema(opened.database);
  return [
    { state: 'good', title: TITLES.tables, text: FINDINGS.tablesGood },
    withoutRowSecurity.length === 0
      ? { state: 'good', title: TITLES.isolation, text: FINDINGS.isolationGood }
      : {
          state: 'bad',
          title: TITLES.isolation,
          text: FINDINGS.isolationBad(withoutRowSecurity),
          remedy: FINDINGS.isolationRemedy,
        },
    ...(await listContentFindings(call, config, opened)),
  ];
}

async function closing<T>(opened: OpenDatabase, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await opened.database.close();
  }
}

/** Chromium and Java: only the tests use them. */
function developerFindings(env: Call['env']): Finding[] {
  const folders = (env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const isThere = (name: string, place?: string) =>
    (place !== undefined && existsSync(place)) ||
    folders.some((folder) => existsSync(path.join(folder, name)));
  return [
    { name: 'chromium', there: isThere('chromium', env.CHROMIUM_PATH ?? '/usr/bin/chromium') },
    { name: 'java', there: isThere('java') },
  ].map(({ name, there }) => ({
    state: 'note' as const,
    title: TITLES.developer,
    text: there ? FINDINGS.there(name) : FINDINGS.notThere(name),
  }));
}
