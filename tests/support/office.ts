import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { PageCache } from '../../src/platform/cache/index.ts';
import { createPerformer } from '../../src/platform/command/index.ts';
import { deskPath } from '../../src/platform/http/paths.ts';
import { type PipelineDoors, registerFailures, registerRoute } from '../../src/platform/http/pipeline.ts';
import { createHttpServer } from '../../src/platform/http/server.ts';
import type { Ports } from '../../src/platform/ports.ts';
import type { Room } from '../../src/platform/room.ts';
import { createSealer, sealKeysFrom } from '../../src/platform/seal/index.ts';
import {
  findSignedIn,
  invitePerson,
  readRights,
  SESSION_COOKIE,
  signInAgain,
  signInPath,
} from '../../src/rooms/accounts/index.ts';
import { storeDemoPassword } from '../../src/rooms/accounts/operator-commands.ts';
import { createPasswordHasher } from '../../src/rooms/accounts/passwords.ts';
import { accountsRoomWith } from '../../src/rooms/accounts/room.ts';
import { appendAudit, auditRoom } from '../../src/rooms/audit/index.ts';
import type { Machine, Person, Role } from '../../src/rules/access/index.ts';
import { civilDateOf, startOfNextDay } from '../../src/rules/calendar/index.ts';
import { parseProfile } from '../../src/rules/profile/index.ts';
import { type Engine, type FreshDatabase, freshDatabase } from './engines.ts';

/**
 * The first two rooms alone, on a database with two localities: enough for what they owe, and quick. Everyone's
 * password is PASSWORD; the clock stands at Friday 20 November 2026, 09:45 in Viet Nam until it is moved.
 */
export const PASSWORD = 'Cổng làng mở 24 giờ!';

/** Portals of the office, by what they are. Locality 1 has three, locality 2 one. */
export const PORTALS = { main: 1, finance: 2, commune: 3, elsewhere: 4 } as const;
export type PortalName = keyof typeof PORTALS;

export const HOSTS: Readonly<Record<PortalName, string>> = {
  main: 'www.laocai.gov.vn',
  finance: 'stc.laocai.gov.vn',
  commune: 'taphin.laocai.gov.vn',
  elsewhere: 'www.bacgiang.gov.vn',
};

const STRUCTURE = `
insert into locality (id, code, name_vi, name_en, kind) overriding system value values
  (1, 'lao-cai', 'Tỉnh Lào Cai', 'Lào Cai Province', 'province'), (2, 'bac-giang', 'Tỉnh Bắc Giang', 'Bắc Giang Province', 'province');
insert into regulation_period (locality_id, profile_code, valid_from, decision) values (1, 'lao-cai-22-2016', '2016-05-06', '22/2016/QĐ-UBND');
insert into body (id, locality_id) overriding system value values (1, 1), (2, 1), (3, 1), (4, 2);
insert into body_name (body_id, locality_id, valid_from, name_vi, name_en, abbreviation, kind) values
  (1, 1, '2016-01-01', 'UBND tỉnh Lào Cai', 'People''s Committee of Lào Cai', 'UBNDT', 'committee'),
  (2, 1, '2016-01-01', 'Sở Tài chính', 'Department of Finance', 'STC', 'department'),
  (3, 1, '2016-01-01', 'UBND xã Tả Phìn', 'People''s Committee of Tả Phìn', 'TP', 'commune'),
  (4, 2, '2016-01-01', 'UBND tỉnh Bắc Giang', 'People''s Committee of Bắc Giang', 'UBNDT', 'committee');
insert into portal (id, locality_id, body_id, is_main, opened_on, face, contact) overriding system value values
  (1, 1, 1, true, '2016-06-01', '{}', '{}'), (2, 1, 2, false, '2016-06-01', '{}', '{}'),
  (3, 1, 3, false, '2016-06-01', '{}', '{}'), (4, 2, 4, true, '2016-06-01', '{}', '{}');`;

export interface Answer {
  status: number;
  body: string;
  /** The session cookie it sets, as `name=value`. */
  cookie: string | undefined;
  location: string | undefined;
  headers: Record<string, unknown>;
}

export interface Office {
  database: FreshDatabase;
  http: FastifyInstance;
  ports: Ports;
  machine: Machine;
  now(): Date;
  /** Moves the clock of requests and commands. */
  setNow(now: Date): void;
  wait(ms: number): void;
  /** Opens an account with a right and a password. @returns its id. */
  employ(username: string, fullName: string, portal: PortalName, roles: readonly Role[]): Promise<number>;
  /** The person as his next click would know him. */
  personOf(personId: number): Promise<Person>;
  get(portal: PortalName, url: string, cookie?: string): Promise<Answer>;
  post(
    portal: PortalName,
    url: string,
    fields: Record<string, string> | URLSearchParams,
    cookie?: string,
  ): Promise<Answer>;
  signIn(portal: PortalName, username: string, password?: string): Promise<string>;
  /** Commands of the record so far, in order. */
  recorded(): Promise<{ command: string; subjectId: string; payload: unknown; personId: number | null }[]>;
  close(): Promise<void>;
}

const laoCai = parseProfile(
  JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../profiles/lao-cai-22-2016.json'), 'utf8')),
);

/** Cheap on purpose: what a derivation costs is not what these tests are about. The rooms' own costs twice as much. */
const ROOM_COST = { memoryKib: 128, passes: 1, parallelism: 1 };
export const quickHasher = createPasswordHasher({ memoryKib: 64, passes: 1, parallelism: 1 });

interface OfficeOptions {
  demo?: boolean;
  oneAddress?: boolean;
  trustsProxy?: boolean;
  /** Days until administrators owe a second factor; without it none is due, as in the demo. */
  graceDays?: number;
  oidcProviders?: Ports['settings']['oidcProviders'];
  /** Takes what owners are told. */
  told?: object[];
}

export async function openOffice(engine: Engine, options: OfficeOptions = {}): Promise<Office> {
  const database = await freshDatabase(engine);
  await database.asOwner((owner) => owner.exec(STRUCTURE));
  let now = new Date('2026-11-20T09:45:00+07:00');
  let asked = 0;
  const { ports, http } = await openRooms(database, () => now, options);
  const machine: Machine = { kind: 'machine', name: 'test', localityId: 1 };
  const passwordHash = await quickHasher.hash(PASSWORD);

  const ask = async (
    method: 'GET' | 'POST',
    portal: PortalName,
    url: string,
    cookie?: string,
    fields?: Record<string, string> | URLSearchParams,
  ) => {
    // each request from an address of its own, so that the limit of attempts an address has is met only on purpose
    asked += 1;
    const reply = await http.inject({
      method,
      url,
      remoteAddress: options.oneAddress
        ? '10.0.0.1'
        : `10.${asked >> 16}.${(asked >> 8) & 255}.${asked & 255}`,
      headers: {
        host: HOSTS[portal],
        'sec-fetch-site': 'same-origin',
        ...(cookie ? { cookie } : {}),
        ...(fields ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(fields ? { payload: new URLSearchParams(fields).toString() } : {}),
    });
    const set = [reply.headers['set-cookie'] ?? []].flat()[0];
    return {
      status: reply.statusCode,
      body: reply.body,
      cookie: set?.split(';')[0],
      location: reply.headers.location as string | undefined,
      headers: reply.headers,
    };
  };
  return {
    database,
    http,
    ports,
    machine,
    now: () => now,
    setNow: (to) => {
      now = to;
    },
    wait: (ms) => {
      now = new Date(now.getTime() + ms);
    },
    async employ(username, fullName, portal, roles) {
      const portalId = PORTALS[portal];
      const actor = portal === 'elsewhere' ? { ...machine, localityId: 2 } : machine;
      const decided = {
        decision: '36/QĐ-UBND',
        decidedOn: '2026-11-02',
        validFrom: '2026-11-02',
        validTo: null,
      };
      const person = { username, fullName, email: null, language: 'vi' as const };
      const { personId } = await ports.perform(actor, invitePerson, {
        ...person,
        ...decided,
        roles,
        portalId,
        viaPortalId: portalId,
      });
      await ports.perform(actor, storeDemoPassword, { portalId, personId, passwordHash });
      return personId;
    },
    personOf: (personId) => personOf(database, personId, now),
    get: (portal, url, cookie) => ask('GET', portal, url, cookie),
    async post(portal, url, fields, cookie) {
      const form = new URLSearchParams(fields);
      if (cookie && !form.has('_token'))
        form.set('_token', tokenIn((await ask('GET', portal, '/ban-lam-viec/mat-khau', cookie)).body));
      return ask('POST', portal, url, cookie, form);
    },
    async signIn(portal, username, password = PASSWORD) {
      const answer = await ask('POST', portal, '/ban-lam-viec/dang-nhap', undefined, { username, password });
      if (!answer.cookie) throw new Error(`${username} could not sign in: ${answer.status}`);
      return answer.cookie;
    },
    async recorded() {
      const { rows } = await database.database.transaction({ as: 'system' }, (tx) =>
        tx.statement(
          'select command, subject_id, payload, person_id from audit_entry where locality_id = 1 order by seq',
          [],
        ),
      );
      const entries = rows as {
        command: string;
        subject_id: string;
        payload: unknown;
        person_id: number | string | null;
      }[];
      return entries.map((row) => ({
        command: row.command,
        subjectId: row.subject_id,
        payload: row.payload,
        personId: row.person_id === null ? null : Number(row.person_id),
      }));
    },
    async close() {
      await http.close();
      await database.close();
    },
  };
}

async function openRooms(fresh: FreshDatabase, now: () => Date, options: OfficeOptions) {
  const { database } = fresh;
  const http = await createHttpServer({
    ...{ trustProxy: options.trustsProxy ?? false, logLevel: 'silent', quickly: () => false },
  });
  const cache = new PageCache({ maxBytes: 1_000_000 });
  const jobs = () => {
    throw new Error('These rooms enqueue nothing.');
  };
  const seal = createSealer(sealKeysFrom(Buffer.alloc(32, 7)));
  const hearersOf = () => [];
  const { perform } = createPerformer({ database, jobs, cache, appendAudit, now, seal, hearersOf });
  const ports = {
    database,
    cache,
    perform,
    now,
    seal,
    announce: async (_tx: unknown, event: string, data: object) =>
      void options.told?.push({ event, ...data }),
    log: http.log,
    profiles: new Map([[laoCai.code, laoCai]]),
    settings: {
      demo: options.demo ?? true,
      secretKey: Buffer.alloc(32, 7),
      secondFactorGraceDays: options.graceDays,
      oidcProviders: options.oidcProviders ?? new Map(),
      originOf: (host: string) => `https://${host}`,
      lawfulHost: (host: string) => host,
    },
    deskRail: () => [],
    tasksOf: async () => [],
    assetHref: (name: string) => `/assets/${name}`,
  } as unknown as Ports;
  const doors: PipelineDoors = {
    ports,
    findSite: async (host) => siteOf(host),
    findSession: (cookies, { localityId }, at) =>
      findSignedIn(database, cookies[SESSION_COOKIE], localityId, at, civilDateOf(at), options.graceDays),
    findDeskPlace: async () => ({ portalName: { vi: '', en: '' }, role: { vi: '', en: '' } }),
    signInPath,
    signInAgain: (context) => signInAgain(ports, context),
    changePasswordPath: (lang) => deskPath(lang, '/mat-khau'),
    secondFactorPath: (lang) => deskPath(lang, '/tai-khoan/bao-ve'),
    failurePage: (failure) => (failure.kind === 'refused' ? failure.words.vi : failure.kind),
    missingPage: async () => 'missing',
    staleNotice: () => '',
    nextMidnight: (at) => startOfNextDay(civilDateOf(at)),
    trustsProxy: options.trustsProxy ?? false,
    isHealthy: () => true,
    reportAway: () => {},
  };
  registerFailures(http, doors);
  const rooms: readonly Room[] = [auditRoom, accountsRoomWith(createPasswordHasher(ROOM_COST))];
  for (const room of rooms) for (const route of room.routes(ports)) registerRoute(http, doors, route);
  return { ports, http };
}

function siteOf(host: string) {
  const found = Object.entries(HOSTS).find(([, one]) => one === host);
  if (!found) return undefined;
  const name = found[0] as PortalName;
  const isElsewhere = name === 'elsewhere';
  const site = {
    localityId: isElsewhere ? 2 : 1,
    localityCode: isElsewhere ? 'bac-giang' : 'lao-cai',
    portalId: PORTALS[name],
    isMain: name === 'main' || isElsewhere,
    origin: `https://${host}`,
    mainOrigin: `https://${isElsewhere ? HOSTS.elsewhere : HOSTS.main}`,
  };
  return { kind: 'site' as const, site };
}

async function personOf({ database }: FreshDatabase, personId: number, now: Date): Promise<Person> {
  return database.transaction({ as: 'system' }, async (tx) => {
    const { rows } = await tx.statement(
      'select locality_id, username, full_name, must_change_password from person where id = $1',
      [personId],
    );
    const row = rows[0] as {
      locality_id: number;
      username: string;
      full_name: string;
      must_change_password: boolean;
    };
    const localityId = Number(row.locality_id);
    const rights = await readRights(tx, personId, localityId, civilDateOf(now));
    return {
      kind: 'person',
      personId,
      localityId,
      fullName: row.full_name,
      username: row.username,
      language: 'vi',
      ...rights,
      mustChangePassword: row.must_change_password,
    };
  });
}

/** The hidden token of a page's forms. */
export function tokenIn(html: string): string {
  const [, token] = /name="_token" value="([^"]+)"/.exec(html) ?? [];
  if (!token) throw new Error('The page has no form token.');
  return token;
}
