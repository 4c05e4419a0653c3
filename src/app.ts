import type { FastifyInstance } from 'fastify';
import { Memo, PageCache } from './platform/cache/index.ts';
import { createPerformer, type RoomEvent } from './platform/command/index.ts';
import type { Config } from './platform/config/index.ts';
import type { Database, OpenDatabase } from './platform/db/index.ts';
import { createSpool, openFileStore } from './platform/files/index.ts';
import { type Health, watchHealth } from './platform/health/index.ts';
import { demoNaming, serviceNaming } from './platform/http/hosts.ts';
import { quickAnswer } from './platform/http/pages.ts';
import { deskPath } from './platform/http/paths.ts';
import { type PipelineDoors, registerFailures, registerRoute } from './platform/http/pipeline.ts';
import { createHttpServer } from './platform/http/server.ts';
import { registerAssets, registerProbes } from './platform/http/standing-routes.ts';
import { createJobs, type Jobs } from './platform/jobs/index.ts';
import { createLedger } from './platform/ledger/index.ts';
import { type MailTransport, openMail } from './platform/mail/index.ts';
import { createMetrics, type Metrics } from './platform/metrics/index.ts';
import { createOutside, type Outside } from './platform/outside/index.ts';
import type { Ports } from './platform/ports.ts';
import { DESK_GROUPS } from './platform/room.ts';
import { createScanner } from './platform/scan/index.ts';
import { createSealer, sealKeysFrom } from './platform/seal/index.ts';
import { findSignedIn, SESSION_COOKIE, signInAgain, signInPath } from './rooms/accounts/index.ts';
import { appendAudit } from './rooms/audit/index.ts';
import { findDeskPlace } from './rooms/desk/index.ts';
import { createSiteDirectory, type SiteDirectory } from './rooms/portals/index.ts';
import { failurePage, frontDoor, missingPage, staleNotice } from './rooms/site/index.ts';
import { ROOMS } from './rooms.ts';
import { isPermitted } from './rules/access/index.ts';
import { civilDateOf, startOfNextDay } from './rules/calendar/index.ts';
import type { Profile } from './rules/profile/index.ts';
import { type Assets, assetHref } from './ui/index.ts';

export interface App {
  http: FastifyInstance;
  ports: Ports;
  /** Starts the jobs of the rooms; without it (tests, tools) `ports.jobs.drain()` runs them. */
  startJobs(): Promise<void>;
  /** Address the server listens on, for the names of the demo. */
  listen(host: string, port: number): Promise<void>;
  /** Lets running requests and jobs end, then closes everything. */
  stop(): Promise<void>;
}

export interface AppParts {
  config: Pick<Config, 'dataDir' | 'demo' | 'logLevel' | 'pageCacheBytes' | 'secretKey' | 'trustProxy'> &
    Partial<
      Pick<
        Config,
        | 'sealKeys'
        | 'smtpUrl'
        | 'mailFrom'
        | 'secondFactorGraceDays'
        | 'oidcProviders'
        | 'scannerPlace'
        | 'asksOutside'
        | 'filesBucket'
      >
    >;
  opened: OpenDatabase;
  profiles: ReadonlyMap<string, Profile>;
  assets: Assets;
  /** The way out for mail; by the configuration when left out. */
  mail?: MailTransport;
  /** Who asks pages of other sites; by the configuration when left out. */
  outside?: Outside;
  /** Where lines of the log go; the standard output when left out. */
  logTo?: { write(line: string): void };
  now?: () => Date;
}

/** Puts the house together: config and ports and rooms in, a server out. */
export async function createApp(parts: AppParts): Promise<App> {
  const { config, opened, assets, now = () => new Date() } = parts;
  const { database } = opened;
  const cache = new PageCache({ maxBytes: config.pageCacheBytes });
  const metrics = createMetrics({ cache });
  const health = watchHealth(database);
  const { trustProxy, logLevel } = config;
  const http = await createHttpServer({
    trustProxy,
    logLevel,
    logTo: parts.logTo,
    quickly: quickAnswer({
      ...{ cache, trustProxy, isHealthy: health.isHealthy, onHit: metrics.countHit },
      now: () => now().getTime(),
    }),
  });
  let listeningPort = 0;
  const { ports, directory } = createPorts(parts, { cache, metrics, http, now, port: () => listeningPort });

  const doors = openDoors(ports, directory, health, trustProxy);
  registerFailures(http, doors);
  registerAssets(http, assets.byPath);
  registerProbes(http, { health, metrics, database });
  if (config.demo) http.addHook('onRequest', frontDoor(ports));
  for (const room of ROOMS) for (const route of room.routes(ports)) registerRoute(http, doors, route);
  metrics.observe(http);

  return {
    http,
    ports,
    startJobs: () => ports.jobs.start(),
    listen: async (host, port) => {
      await http.listen({ host, port });
      const address = http.server.address();
      if (address && typeof address === 'object') listeningPort = address.port;
    },
    stop: async () => {
      health.stop();
      await http.close();
      await ports.jobs.stop();
      await ports.mail.close();
      await database.close();
    },
  };
}

interface Running {
  cache: PageCache;
  metrics: Metrics;
  http: FastifyInstance;
  now: () => Date;
  port: () => number;
}

/** Everything outside that rooms may use, with the purging that keeps what is remembered true. */
function createPorts(
  { config, opened, profiles, assets, mail = openMail(config), outside }: AppParts,
  { cache, metrics, http, now, port }: Running,
) {
  const { database } = opened;
  const memo = new Memo();
  const naming = config.demo ? demoNaming(port) : serviceNaming;
  const { demo, secretKey, mailFrom, secondFactorGraceDays, oidcProviders = new Map() } = config;
  const settings = { demo, secretKey, mailFrom, secondFactorGraceDays, oidcProviders, ...naming };
  const directory = createSiteDirectory(database, settings);
  const purge = (keys: readonly string[], forGood: readonly string[]) => {
    cache.purge(keys, forGood);
    memo.purge([...keys, ...forGood]);
    directory.forget([...keys, ...forGood]);
  };
  const seal = createSealer(config.sealKeys ?? sealKeysFrom(config.secretKey));
  const { perform } = createPerformer({
    ...{ seal, database, jobs: () => jobs, cache: { purge }, appendAudit, now, profiles, hearersOf },
  });
  const ports: Ports = {
    ...{ database, cache, memo, perform, now, settings, profiles, seal, mail, deskRail },
    files: openFileStore(config.dataDir, config.filesBucket),
    spool: createSpool(`${config.dataDir}/spool`),
    scanner: config.scannerPlace && createScanner(config.scannerPlace),
    outside: outside ?? (config.asksOutside ? createOutside() : undefined),
    erasures: createLedger(`${config.dataDir}/erasures.jsonl`),
    get jobs() {
      return jobs;
    },
    announce: async (tx, event, data) => {
      for (const job of hearersOf(event)) await jobs.enqueue(tx, job, data);
    },
    log: http.log,
    tasksOf: async (person, lang) => {
      const lists = await Promise.all(
        ROOMS.map(async (room) => ({ room, tasks: (await room.tasks?.(ports, person, lang)) ?? [] })),
      );
      return lists.flatMap(({ room, tasks }) =>
        tasks.map((task) => ({ ...task, room: room.desk?.[0]?.label[lang] ?? task.room })),
      );
    },
    handsOver: ROOMS.flatMap(({ name, handsOver }) => (handsOver ? [{ room: name, ...handsOver }] : [])),
    nameClockSubjects: async (db, kind, ids) => {
      const name = ROOMS.map(({ clockSubjects }) => clockSubjects?.[kind]).find(Boolean);
      return (await name?.(db, ids)) ?? new Map();
    },
    assetHref: (name) => assetHref(assets, name),
  };
  const jobs: Jobs = createJobs<Ports>({
    database,
    definitions: ROOMS.flatMap((room) => room.jobs),
    context: () => ports,
    onError: (error, job) => {
      metrics.countJobFailure();
      http.log.error({ err: error, job }, 'a job failed');
    },
  });
  listenForPurges(database, purge, () => {
    cache.purgeAll();
    memo.clear();
    directory.forget(undefined);
  });
  return { ports, directory };
}

/** The jobs of the rooms that hear of an event. */
function hearersOf(event: RoomEvent): string[] {
  return ROOMS.flatMap((room) => room.hears?.[event] ?? []);
}

/** What the pipeline borrows from the rooms. */
function openDoors(
  ports: Ports,
  directory: SiteDirectory,
  health: Health,
  trustsProxy: boolean,
): PipelineDoors {
  const { database, settings } = ports;
  const { secondFactorGraceDays: graceDays } = settings;
  return {
    ports,
    findSite: directory.find,
    findSession: (cookies, { localityId }, at) =>
      findSignedIn(database, cookies[SESSION_COOKIE], localityId, at, civilDateOf(at), graceDays),
    findDeskPlace: (person, site, at) => findDeskPlace(ports, person, site, at),
    signInPath,
    signInAgain: (context) => signInAgain(ports, context),
    changePasswordPath: (lang) => deskPath(lang, '/mat-khau'),
    secondFactorPath: (lang) => deskPath(lang, '/tai-khoan/bao-ve'),
    failurePage: (failure, context) => failurePage(ports, failure, context),
    missingPage: (context, words) => missingPage(ports, context, words),
    staleNotice,
    nextMidnight: (at) => startOfNextDay(civilDateOf(at)),
    trustsProxy,
    isHealthy: health.isHealthy,
    reportAway: health.reportAway,
  };
}

/** The entries of the rooms by their group, each group in the order of the rooms. */
function deskRail(...[person, lang]: Parameters<Ports['deskRail']>) {
  return ROOMS.flatMap((room) =>
    (room.desk ?? [])
      .filter((entry) =>
        person.grants.some((grant) => isPermitted(person, room.permits, entry.permit, grant.portalId)),
      )
      .map((entry) => ({
        href: deskPath(lang, entry.path),
        text: entry.label[lang],
        icon: entry.icon,
        group: entry.group,
        isFirst: entry.first === true,
      })),
  ).sort(
    (a, b) =>
      DESK_GROUPS.indexOf(a.group) - DESK_GROUPS.indexOf(b.group) || Number(b.isFirst) - Number(a.isFirst),
  );
}

/** Purges of other nodes. A lost connection may have lost messages, so everything counts as outdated then. */
function listenForPurges(
  database: Database,
  purge: (keys: readonly string[], forGood: readonly string[]) => void,
  forgetAll: () => void,
): void {
  database.onPurge((payload) => {
    if (!payload) return forgetAll();
    const [keys, forGood] = JSON.parse(payload) as [string[], string[]];
    purge(keys, forGood);
  });
}
