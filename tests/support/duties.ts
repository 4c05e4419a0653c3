import { Memo, PageCache } from '../../src/platform/cache/index.ts';
import { createPerformer } from '../../src/platform/command/index.ts';
import { type Queryable, sql, type Transaction } from '../../src/platform/db/index.ts';
import type { RequestContext, Site } from '../../src/platform/http/types.ts';
import { createJobs, type Jobs } from '../../src/platform/jobs/index.ts';
import type { Ports } from '../../src/platform/ports.ts';
import { appendAudit } from '../../src/rooms/audit/index.ts';
import { dutiesRoom, seedCalendar, startClock } from '../../src/rooms/duties/index.ts';
import type { Machine, Person, Role } from '../../src/rules/access/index.ts';
import type { Lang } from '../../src/rules/lang.ts';
import { shippedProfiles } from '../../src/rules/profile/index.ts';
import { type Engine, type FreshDatabase, freshDatabase } from './engines.ts';

/** Friday 20 November 2026, 09:45 in Viet Nam. */
export const NOW = new Date('2026-11-20T09:45:00+07:00');

/** The five localities of the shipped regulations. */
export const FIVE = ['lao-cai', 'thai-binh', 'quang-ngai', 'long-xuyen', 'bac-giang'] as const;
export type Code = (typeof FIVE)[number];

export interface Place {
  localityId: number;
  /** The main portal. */
  portalId: number;
  memberId: number;
}

export interface DutiesWorld {
  database: FreshDatabase['database'];
  ports: Ports;
  jobs: Jobs;
  machine: Machine;
  places: Record<Code, Place>;
  setNow(now: Date): void;
  /** Work as the operator's tool, in one transaction. */
  asSystem<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Someone who holds a role on one portal of the locality, or on the main one. */
  person(code: Code, role: Role, portalId?: number): Promise<Person>;
  close(): Promise<void>;
}

async function addPortal(
  tx: Transaction,
  localityId: number,
  host: string,
  isMain: boolean,
): Promise<number> {
  const body = await tx.get<{ id: number }>(
    sql`insert into body (locality_id) values (${localityId}) returning id`,
  );
  await tx.run(sql`insert into body_name (body_id, locality_id, valid_from, name_vi, name_en, abbreviation, kind)
    values (${body.id}, ${localityId}, '2020-01-01', ${host}, ${host}, 'T', 'committee')`);
  const words = JSON.stringify({ vi: 'x', en: 'x' });
  const contact = `{"managedBy":${words},"responsible":${words},"address":${words},"phone":"0","email":"a@b.vn"}`;
  const face = `{"colour":"#1f3a6e","scene":"mountain","drawing":"none","searchQuestion":${words},"tasks":[],"popular":[]}`;
  const portal = await tx.get<{ id: number }>(sql`insert into portal
    (locality_id, body_id, is_main, opened_on, face, contact)
    values (${localityId}, ${body.id}, ${isMain}, '2020-01-01', ${face}::jsonb, ${contact}::jsonb) returning id`);
  await tx.run(sql`insert into portal_hostname (portal_id, locality_id, host, state, valid_from, rule_source)
    values (${portal.id}, ${localityId}, ${host}, 'live', '2020-01-01', 'test')`);
  return portal.id;
}

async function addPlace(tx: Transaction, code: Code, profileCode: string, from: string): Promise<Place> {
  const { id } = await tx.get<{ id: number }>(sql`insert into locality (code, name_vi, name_en, kind)
    values (${code}, ${code}, ${code}, 'province') returning id`);
  await tx.run(sql`insert into regulation_period (locality_id, profile_code, valid_from, decision)
    values (${id}, ${profileCode}, ${from}::date, 'test')`);
  const portalId = await addPortal(tx, id, `${code}.gov.vn`, true);
  const memberId = await addPortal(tx, id, `so.${code}.gov.vn`, false);
  return { localityId: id, portalId, memberId };
}

/** The room of duties on a database of its own: five localities with their regulations, the shipped calendar. */
export async function openDuties(engine: Engine, options: { calendar?: boolean } = {}): Promise<DutiesWorld> {
  const opened = await freshDatabase(engine);
  const { database } = opened;
  let now = NOW;
  const cache = new PageCache({ maxBytes: 1_000_000 });
  const memo = new Memo();
  const purge = (soft: readonly string[], forGood: readonly string[]) => {
    cache.purge(soft, forGood);
    memo.purge([...soft, ...forGood]);
  };
  const profiles = shippedProfiles();
  const failures: Error[] = [];
  const { perform } = createPerformer({
    database,
    jobs: () => jobs,
    cache: { purge },
    appendAudit,
    now: () => now,
  });
  const ports = {
    database,
    cache,
    memo,
    perform,
    profiles,
    now: () => now,
    deskRail: () => [],
    assetHref: (name: string) => `/${name}`,
  } as unknown as Ports;
  const jobs = createJobs<Ports>({
    database,
    definitions: dutiesRoom.jobs,
    context: () => ports,
    onError: (error) => failures.push(error),
  });
  const asSystem: DutiesWorld['asSystem'] = (work) => database.transaction({ as: 'system' }, work);
  await jobs.drain();
  const places = await asSystem(async (tx) => {
    const found: Partial<Record<Code, Place>> = {};
    for (const code of FIVE) {
      const profile = [...profiles.values()].find((one) => one.localityCode === code);
      if (!profile) throw new Error(`No profile for ${code}`);
      found[code] = await addPlace(tx, code, profile.code, profile.instrument.inForceFrom);
    }
    return found as Record<Code, Place>;
  });
  const machine: Machine = { kind: 'machine', name: 'test', localityId: places['lao-cai'].localityId };
  if (options.calendar !== false) {
    await seedCalendar(ports, machine);
    await jobs.drain();
  }
  return {
    database,
    ports,
    jobs: {
      ...jobs,
      async drain() {
        const ran = await jobs.drain();
        if (failures[0]) throw failures[0];
        return ran;
      },
    },
    machine,
    places,
    setNow: (to) => {
      now = to;
    },
    asSystem,
    person: (code, role, portalId) => asSystem((tx) => addPerson(tx, places[code], role, portalId)),
    close: async () => {
      await jobs.stop();
      await opened.close();
    },
  };
}

let people = 0;

async function addPerson(
  tx: Transaction,
  place: Place,
  role: Role,
  portalId = place.portalId,
): Promise<Person> {
  const username = `nguoi-thu-${++people}`;
  const { id } = await tx.get<{ id: number }>(sql`insert into person (locality_id, username, full_name)
    values (${place.localityId}, ${username}, 'Người Thử') returning id`);
  return {
    kind: 'person',
    personId: id,
    localityId: place.localityId,
    fullName: 'Người Thử',
    username,
    language: 'vi',
    grants: [{ portalId, role }],
    portalIds: role === 'technicalAdmin' ? [place.portalId, place.memberId] : [portalId],
    mustChangePassword: false,
  };
}

let subjects = 0;

/** Starts the clock of a dissemination item (or another kind) on the main portal. */
export function start(
  world: DutiesWorld,
  code: Code,
  at: string,
  more: { contentKind?: string; startEvent?: string; portalId?: number; subjectId?: number; now?: Date } = {},
) {
  const place = world.places[code];
  return world.asSystem((tx) =>
    startClock(tx, {
      now: more.now ?? NOW,
      localityId: place.localityId,
      portalId: more.portalId ?? place.portalId,
      bodyRole: 'main',
      subject: { kind: 'item', id: more.subjectId ?? ++subjects },
      contentKind: more.contentKind ?? 'legal-dissemination',
      startEvent: more.startEvent ?? 'issued',
      at: new Date(`${at}+07:00`),
    }),
  );
}

/** A request of the public to a main portal. */
export function publicRequest(
  world: DutiesWorld,
  code: Code,
  lang: Lang,
  path: string,
  query = '',
): RequestContext {
  const { localityId, portalId } = world.places[code];
  const origin = `https://${code}.gov.vn`;
  const site: Site = { localityId, localityCode: code, portalId, isMain: true, origin, mainOrigin: origin };
  return {
    site,
    lang,
    path,
    params: {},
    query: new URLSearchParams(query),
    form: new URLSearchParams(),
    files: [],
    cookies: {},
    headers: {},
    person: undefined,
    csrfToken: '',
    now: world.ports.now(),
    requestId: 'test',
    caller: undefined,
  };
}

/** The page a route of the room answers with, for a public or a staff request. */
export async function page(world: DutiesWorld, name: string, context: RequestContext) {
  const route = dutiesRoom.routes(world.ports).find((one) => one.name === name);
  if (!route) throw new Error(`No route ${name}`);
  const reply = await route.handle(context);
  if (reply.kind === 'page')
    return { status: reply.status ?? 200, html: reply.html, keys: reply.keys ?? [], to: '' };
  if (reply.kind === 'redirect') return { status: reply.status ?? 302, html: '', keys: [], to: reply.to };
  return { status: 404, html: '', keys: [], to: '' };
}

/** The text of a page as one line, tags taken out. */
export function textOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
}

export type { Queryable };
