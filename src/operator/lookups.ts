import type { App } from '../app.ts';
import type { Command } from '../platform/command/index.ts';
import type { Transaction } from '../platform/db/index.ts';
import { readRights } from '../rooms/accounts/index.ts';
import { listLocalities } from '../rooms/portals/index.ts';
import type { Machine, Person } from '../rules/access/index.ts';
import { civilDateOf } from '../rules/calendar/index.ts';
import { Refusal } from '../rules/refusal.ts';
import { type Call, type OperatorCommand, UsageError } from './command.ts';
import { configOf, machineOf, readAll } from './installation.ts';
import {
  findAccount,
  findFirstLocality,
  findMainPortal,
  findPortalByHost,
  listSectionPlaces,
  type PortalPlace,
  type SectionPlace,
} from './store.ts';
import { TOOL_WORDS } from './words.ts';

/** Where texts are taken in: named alike by every command that does. */
export const PLACE_OPTIONS = {
  portal: {
    value: 'HOST',
    required: true,
    words: { vi: 'tên miền của cổng', en: 'host name of the portal' },
  },
  section: {
    value: 'SLUG',
    required: true,
    words: {
      vi: 'chuyên mục, theo địa chỉ tiếng Việt của nó',
      en: 'the section, by its Vietnamese address',
    },
  },
} as const satisfies OperatorCommand['options'];

/** The portal of a host name; in the demo its local name does as well. @throws Refusal */
export async function portalOf(app: App, host: string): Promise<PortalPlace> {
  const lawful = app.ports.settings.lawfulHost(host);
  const portal = await readAll(app, (tx) => findPortalByHost(tx, lawful));
  if (!portal) throw new Refusal('portal-unknown', TOOL_WORDS.unknownPortal(host));
  return portal;
}

/** Where a portal answers. In the demo the port is that of the server that is not running now, as PORT names it. */
export function originOf({ ports }: App, call: Call, host: string): string {
  return ports.settings.originOf(host).replace(/:0$/, `:${configOf(call).port}`);
}

/** The main portal of a locality by the locality's code. @throws Refusal */
export async function mainPortalOf(app: App, localityCode: string): Promise<PortalPlace> {
  const portal = await readAll(app, (tx) => findMainPortal(tx, localityCode));
  if (!portal) throw new Refusal('locality-unknown', TOOL_WORDS.unknownLocality(localityCode));
  return portal;
}

/** The machine whose chain bears what concerns the whole country. @throws Refusal while there is no locality */
export async function nationalMachine(app: App): Promise<Machine> {
  const first = await readAll(app, findFirstLocality);
  if (!first) throw new Refusal('no-locality', TOOL_WORDS.noLocality);
  return machineOf(first.id);
}

export async function sectionOf(app: App, portalId: number, slug: string): Promise<SectionPlace> {
  const sections = await readAll(app, (tx) => listSectionPlaces(tx, portalId));
  const section = sections.find((one) => one.slug_vi === slug);
  if (section) return section;
  throw new Refusal(
    'section-unknown',
    TOOL_WORDS.unknownSection(
      slug,
      sections.map((one) => one.slug_vi),
    ),
  );
}

/** Notes in the record of the locality that the operator acted as somebody; before the act itself. */
const actAs: Command<{ portalId: number | null; personId: number; username: string; command: string }, void> =
  {
    name: 'operator.actAs',
    permit: 'operator.act',
    permits: { 'operator.act': [] },
    portal: (input) => input.portalId ?? 0,
    async run({ record }, { portalId, personId, username, command }) {
      record({ portalId, subject: { kind: 'person', id: personId }, payload: { username, command } });
    },
  };

/**
 * The person with his rights of today, as a session would know him. That the operator's tool acts in his name stands in
 * the record, since nobody signed in. @throws Refusal
 */
export async function actingAs(
  app: App,
  call: Call,
  username: string,
  portalId: number | null,
): Promise<Person> {
  const { ports } = app;
  const person = await readAll(app, async (tx): Promise<Person | undefined> => {
    const row = await findAccount(tx, username);
    if (!row) return undefined;
    if (row.disabled_at) throw new Refusal('person-disabled', TOOL_WORDS.disabledPerson(username));
    const rights = await readRights(tx, row.id, row.locality_id, civilDateOf(ports.now()));
    return {
      kind: 'person',
      personId: row.id,
      localityId: row.locality_id,
      fullName: row.full_name,
      username: row.username,
      language: row.language,
      ...rights,
      mustChangePassword: row.must_change_password,
    };
  });
  if (!person) throw new Refusal('person-unknown', TOOL_WORDS.unknownPerson(username));
  const { personId, localityId } = person;
  await ports.perform(machineOf(localityId), actAs, {
    portalId,
    personId,
    username,
    command: call.command.name,
  });
  return person;
}

/** A whole positive number of an option. @throws UsageError */
export function idOf(call: Call, name: string): number {
  const text = call.text(name);
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new UsageError(TOOL_WORDS.badValue(name, '1, 2, 3 …'));
  return Number(text);
}

/** One of a few values. @throws UsageError */
export function oneOf<T extends string>(call: Call, name: string, allowed: readonly T[], otherwise: T): T {
  const text = call.find(name) ?? otherwise;
  const found = allowed.find((one) => one === text);
  if (!found) throw new UsageError(TOOL_WORDS.badValue(name, allowed.join(', ')));
  return found;
}

/** What to find out of each locality, or of the one that `--locality` names. @throws Refusal */
export function ofLocalities<T extends object>(
  app: App,
  call: Call,
  find: (tx: Transaction, localityId: number) => Promise<T>,
): Promise<({ locality: string } & T)[]> {
  const code = call.find('locality');
  return readAll(app, async (tx) => {
    const localities = (await listLocalities(tx)).filter((one) => !code || one.code === code);
    if (code && localities.length === 0)
      throw new Refusal('locality-unknown', TOOL_WORDS.unknownLocality(code));
    const found: ({ locality: string } & T)[] = [];
    for (const { id, code: locality } of localities) {
      call.progress.step(locality);
      found.push({ locality, ...(await find(tx, id)) });
    }
    return found;
  });
}

/** The option {@link ofLocalities} reads. */
export const LOCALITY_OPTION = {
  locality: { value: 'CODE', words: { vi: 'chỉ một địa phương', en: 'one locality only' } },
} as const satisfies OperatorCommand['options'];
