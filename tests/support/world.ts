import assert from 'node:assert/strict';
import { mkdtempSync, rmdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { actorOf } from '../../seeds/people.ts';
import { type SmallPortal, type SmallSeed, seedSmall } from '../../seeds/small.ts';
import { type App, createApp } from '../../src/app.ts';
import type { OidcProvider } from '../../src/platform/config/index.ts';
import type { MailTransport } from '../../src/platform/mail/index.ts';
import type { Outside } from '../../src/platform/outside/index.ts';
import type { Person } from '../../src/rules/access/index.ts';
import { type ProfileSet, shippedProfiles } from '../../src/rules/profile/index.ts';
import { type Assets, loadAssets } from '../../src/ui/index.ts';
import { type Engine, type FreshDatabase, freshDatabase, nameOf, preparedDatabase } from './engines.ts';

/** Every small world begins at this moment: Friday 20 November 2026, 09:45 in Viet Nam. */
export const WORLD_NOW = new Date('2026-11-20T09:45:00+07:00');

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export interface Session {
  cookie: string;
  host: string;
}

export interface World extends Awaited<ReturnType<typeof seedSmall>> {
  app: App;
  database: FreshDatabase;
  /** Where its files and its ledger lie. */
  dataDir: string;
  /** Everyone of the small world, as his session would know him. */
  actors: Record<string, Person>;
  /** Someone with the rights he has by now. */
  as(username: string): Promise<Person>;
  portal(key: string): SmallPortal;
  /** The first section of this kind on a portal. */
  sectionOf(key: string, kind?: string): number;
  /** Moves the clock of everything: requests, commands, jobs. */
  setNow(now: Date): void;
  get(
    host: string,
    path: string,
    options?: { as?: Session | undefined; headers?: Record<string, string> },
  ): Promise<Answer>;
  post(
    host: string,
    path: string,
    fields: Record<string, string> | URLSearchParams,
    options?: { as?: Session | undefined; method?: 'POST' | 'PATCH' | 'PUT' | 'DELETE' },
  ): Promise<Answer>;
  /** Signs in through the form, as a browser does. */
  signIn(host: string, username: string, password?: string): Promise<Session>;
  close(): Promise<void>;
}

/** What a world is made of besides the usual. */
export interface WorldParts {
  mail?: MailTransport;
  profiles?: ProfileSet;
  /** A stand-in for the internet; without it nothing is asked. */
  outside?: Outside;
  /** A database that is not in memory, or on another server. */
  database?: FreshDatabase;
  /** Takes the lines of the log, of which there are none otherwise. */
  logTo?: { write(line: string): void };
  /** Days until administrators owe a second factor; none is due without it, as in the demo. */
  secondFactorGraceDays?: number;
  oidcProviders?: ReadonlyMap<string, OidcProvider>;
}

let assets: Promise<Assets> | undefined;

/** What the small world hangs on: code, seeds and regulations. */
const WORLD_FOLDERS = ['src', 'seeds', 'profiles'] as const;

/** A database with the small world in it, copied from one that was seeded once, or an empty one of the test's own. */
async function groundOf(
  engine: Engine,
  given: FreshDatabase | undefined,
  profiles: ProfileSet | undefined,
): Promise<{ database: FreshDatabase; prepared?: SmallSeed }> {
  if (given) return { database: given };
  if (profiles) return { database: await freshDatabase(engine) };
  worldName ??= `world_${nameOf(WORLD_FOLDERS)}`;
  return preparedDatabase(engine, worldName, async (database) => {
    const dataDir = mkdtempSync(path.join(os.tmpdir(), 'cong-lang-seeding-'));
    const app = await appOn(database, dataDir, { now: () => WORLD_NOW });
    const seeded = await seedSmall(app.ports);
    await app.ports.jobs.drain();
    // nothing of it lies on disk; a copy of the database would be half a world otherwise
    rmdirSync(dataDir);
    return { told: seeded, leave: () => app.stop() };
  });
}

let worldName: string | undefined;

type AppParts = Parameters<typeof createApp>[0];

async function appOn(
  opened: FreshDatabase,
  dataDir: string,
  { config, ...parts }: Partial<Omit<AppParts, 'config'>> & { config?: Partial<AppParts['config']> },
): Promise<App> {
  assets ??= loadAssets();
  return createApp({
    opened,
    profiles: shippedProfiles(),
    assets: await assets,
    ...parts,
    config: {
      ...{ dataDir, demo: true, logLevel: 'silent', trustProxy: false },
      pageCacheBytes: 32 * 1024 * 1024,
      secretKey: Buffer.alloc(32, 7),
      ...config,
    },
  });
}

/** The whole application on a database of its own, with a small set of localities and people. */
export async function openWorld(
  engine: Engine,
  { database: given, secondFactorGraceDays, oidcProviders, ...parts }: WorldParts = {},
): Promise<World> {
  const { database, prepared } = await groundOf(engine, given, parts.profiles);
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'cong-lang-world-'));
  let now = WORLD_NOW;
  const app = await appOn(database, dataDir, {
    ...parts,
    now: () => now,
    config: {
      logLevel: parts.logTo ? 'info' : 'silent',
      ...(secondFactorGraceDays !== undefined && { secondFactorGraceDays }),
      ...(oidcProviders && { oidcProviders }),
    },
  });
  const seeded = prepared ?? (await seedSmall(app.ports));
  await app.ports.jobs.drain();
  const actors: Record<string, Person> = {};
  for (const [username, someone] of Object.entries(seeded.people))
    actors[username] = await actorOf(app.ports, someone);

  const portal: World['portal'] = (key) => seeded.portals[key] ?? assert.fail(`no portal ${key}`);
  const ask: World['get'] = async (host, url, { as, headers } = {}) => {
    const reply = await app.http.inject({
      method: 'GET',
      url,
      headers: { host: local(host), ...(as ? { cookie: as.cookie } : {}), ...headers },
    });
    return answerOf(reply);
  };
  const send: World['post'] = async (host, url, fields, { as, method = 'POST' } = {}) => {
    const reply = await app.http.inject({
      method,
      url,
      headers: {
        host: local(host),
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        ...(as ? { cookie: as.cookie } : {}),
      },
      payload: new URLSearchParams(fields).toString(),
    });
    return answerOf(reply);
  };
  return {
    ...seeded,
    app,
    database,
    dataDir,
    actors,
    as: (username) =>
      actorOf(app.ports, seeded.people[username] ?? assert.fail(`nobody is called ${username}`)),
    portal,
    sectionOf: (key, kind = 'news') =>
      portal(key).sections.find((section) => section.content_kind === kind)?.id ??
      assert.fail(`${key} has no ${kind}`),
    setNow: (to) => {
      now = to;
    },
    get: ask,
    post: send,
    async signIn(host, username, password = seeded.password) {
      const answer = await send(host, '/ban-lam-viec/dang-nhap', { username, password });
      const cookie = answer.headers['set-cookie']?.split(';')[0];
      if (answer.status !== 303 || !cookie)
        throw new Error(`${username} could not sign in: ${answer.status}`);
      return { cookie, host };
    },
    async close() {
      await app.stop();
      await database.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The demo's name of a lawful host: www.laocai.gov.vn → www.laocai.localhost. */
function local(host: string): string {
  return host.replace(/\.gov\.vn$/, '.localhost');
}

function answerOf(reply: { statusCode: number; headers: Record<string, unknown>; body: string }): Answer {
  const headers = Object.entries(reply.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join('\n') : String(value),
  ]);
  return { status: reply.statusCode, headers: Object.fromEntries(headers), body: reply.body };
}

/** The hidden token of a page's forms. */
export function tokenIn(page: Answer): string {
  const [, token] = /name="_token" value="([^"]+)"/.exec(page.body) ?? [];
  if (!token) throw new Error('The page has no form token.');
  return token;
}
