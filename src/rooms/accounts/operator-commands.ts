import type { Command } from '../../platform/command/index.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Machine } from '../../rules/access/index.ts';
import { civilDateOf } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import {
  type Appointment,
  appointmentIn,
  giveRole,
  type Invitation,
  makeInvitation,
  openAccount,
  requireAppointment,
} from './commands.ts';
import { REMEMBERED_PASSWORDS } from './password-rules.ts';
import { createPasswordHasher } from './passwords.ts';
import { DEMO_ONLY, HAS_ADMINISTRATOR, NOT_MAIN_PORTAL, UNKNOWN_PERSON } from './refusals.ts';
import { permits } from './rules.ts';
import { endSessions, savePassword, voidInvitations } from './secrets-store.ts';
import { findPersonId, findPortalFacts, isRoleHeld } from './store.ts';

export interface FirstAdministrator extends Appointment {
  /** The main portal of the machine's locality. */
  portalId: number;
  username: string;
  fullName: string;
  email: string | null;
  language: Lang;
}

/**
 * The first technical administrator of a locality, whom nobody at a desk could invite. Only the operator's tool and
 * the seed run it. @throws Refusal when there is one already, or the portal is not the main one.
 */
export const createFirstAdministrator: Command<FirstAdministrator, Invitation> = {
  name: 'accounts.createFirstAdministrator',
  permit: 'accounts.operate',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, actor, now } = context;
    const todayOn = civilDateOf(now);
    const portal = await findPortalFacts(tx, input.portalId);
    if (!portal?.is_main || portal.locality_id !== actor.localityId) throw NOT_MAIN_PORTAL;
    if (await isRoleHeld(tx, portal.id, 'technicalAdmin', todayOn)) throw HAS_ADMINISTRATOR;
    const by = appointmentIn(input);
    requireAppointment(by, todayOn);
    const personId = await openAccount(context, { ...input, bodyId: portal.body_id });
    await giveRole(context, personId, portal.id, 'technicalAdmin', by);
    context.record({
      portalId: portal.id,
      subject: { kind: 'person', id: personId },
      payload: { role: 'technicalAdmin', ...by },
    });
    return makeInvitation(context, personId, input.username);
  },
};

/** Stores the hash of the demo's password; reached through `setPasswordForDemo` only. */
export const storeDemoPassword: Command<{ portalId: number; personId: number; passwordHash: string }, void> =
  {
    name: 'accounts.storeDemoPassword',
    permit: 'accounts.operate',
    permits,
    portal: (input) => input.portalId,
    async run({ tx, now, record }, { portalId, personId, passwordHash }) {
      await savePassword(tx, personId, passwordHash, now, REMEMBERED_PASSWORDS);
      await voidInvitations(tx, personId, now);
      await endSessions(tx, personId, now);
      record({ portalId, subject: { kind: 'person', id: personId }, payload: {} });
    },
  };

/**
 * Gives a demo account a known password without an invitation. @throws Refusal outside the demo, or when there is no
 * such account in the machine's locality.
 */
export async function setPasswordForDemo(
  ports: Pick<Ports, 'database' | 'perform' | 'settings'>,
  machine: Machine,
  account: { portalId: number; username: string; password: string },
): Promise<void> {
  if (!ports.settings.demo) throw DEMO_ONLY;
  const { portalId, username, password } = account;
  const personId = await ports.database.transaction({ as: 'system' }, (tx) =>
    findPersonId(tx, machine.localityId, username),
  );
  if (personId === undefined) throw UNKNOWN_PERSON;
  const passwordHash = await demoHash(password);
  await ports.perform(machine, storeDemoPassword, { portalId, personId, passwordHash });
}

let lastDemo: { password: string; hash: Promise<string> } | undefined;

/** All demo accounts have one printed password, so one derivation serves them all. */
function demoHash(password: string): Promise<string> {
  if (lastDemo?.password !== password) lastDemo = { password, hash: createPasswordHasher().hash(password) };
  return lastDemo.hash;
}
