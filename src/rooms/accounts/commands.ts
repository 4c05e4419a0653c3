import type { Command, CommandContext } from '../../platform/command/index.ts';
import type { Role } from '../../rules/access/index.ts';
import { civilDateOf } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import {
  authorityOver,
  getOther,
  type OnPortal,
  requireGrantable,
  requireWholeAccount,
} from './authority.ts';
import * as refusals from './refusals.ts';
import { INVITATION_LIMIT_MS, isUsername, permits } from './rules.ts';
import { endSessions, insertInvitation, voidInvitations } from './secrets-store.ts';
import { hashToken, newToken } from './sessions.ts';
import * as store from './store.ts';

/** From when to when a right holds, and the decision it rests on (LX-014, BG-042). Days are civil dates. */
export interface Appointment {
  validFrom: string;
  /** Last day; null while nothing ends it. */
  validTo: string | null;
  decision: string;
  decidedOn: string;
}

/** What an input says of an appointment, and nothing else of it: as it is stored and recorded. */
export function appointmentIn({ validFrom, validTo, decision, decidedOn }: Appointment): Appointment {
  return { validFrom, validTo, decision, decidedOn };
}

/** A one-time link, shown once; the database keeps only its hash. */
export interface Invitation {
  personId: number;
  username: string;
  token: string;
  expiresAt: Date;
}

const UNIQUE_VIOLATION = '23505';

async function orRefuse<T>(work: Promise<T>, refusal: Error): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw (error as { code?: string }).code === UNIQUE_VIOLATION ? refusal : error;
  }
}

/** @throws Refusal when dates are crossed or the decision is not named. */
export function requireAppointment(
  { validFrom, validTo, decision, decidedOn }: Appointment,
  todayOn: string,
): void {
  if (validTo !== null && (validTo < validFrom || validTo < todayOn)) throw refusals.DATES_CROSSED;
  if (!decision.trim()) throw refusals.NO_DECISION;
  if (!decidedOn) throw refusals.NO_DECISION_DATE;
}

/** Opens an account without a password. @throws Refusal when the name is taken or unreadable. */
export function openAccount(
  { tx, now, actor }: CommandContext,
  person: { username: string; fullName: string; email: string | null; language: Lang; bodyId: number | null },
): Promise<number> {
  if (!isUsername(person.username)) throw refusals.USERNAME_UNREADABLE;
  return orRefuse(
    store.insertPerson(tx, { ...person, localityId: actor.localityId, at: now }),
    refusals.USERNAME_TAKEN,
  );
}

export async function giveRole(
  context: CommandContext,
  personId: number,
  portalId: number,
  role: Role,
  by: Appointment,
): Promise<void> {
  const { tx, actor, now } = context;
  const grantedBy = actor.kind === 'person' ? actor.personId : null;
  const grant = { personId, portalId, role, ...by, grantedBy, at: now };
  await store.closeEnded(tx, grant, civilDateOf(now));
  await orRefuse(store.insertGrant(tx, grant), refusals.ALREADY_HELD);
}

/** Makes the one living invitation of a person; any earlier one is void. */
export async function makeInvitation(
  { tx, now }: CommandContext,
  personId: number,
  username: string,
): Promise<Invitation> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + INVITATION_LIMIT_MS);
  await voidInvitations(tx, personId, now);
  await insertInvitation(tx, { tokenHash: hashToken(token), personId, at: now, expiresAt });
  return { personId, username, token, expiresAt };
}

export interface InvitePerson extends OnPortal, Appointment {
  username: string;
  fullName: string;
  email: string | null;
  language: Lang;
  roles: readonly Role[];
}

/**
 * Opens an account with its first rights and makes the one-time invitation by which the person sets his own
 * password (LC-104: an initial password is never made, so none can be seen). Whether the user name keeps the
 * regulation's pattern (LC-102) is checked where the regulation is known, at the form.
 */
export const invitePerson: Command<InvitePerson, Invitation> = {
  name: 'accounts.invitePerson',
  permit: 'accounts.manage',
  permits,
  portal: (input) => input.viaPortalId,
  async run(context, input) {
    const authority = await authorityOver(context.tx, context.actor, input);
    if (input.roles.length === 0) throw refusals.NO_ROLE;
    requireGrantable(authority, input.roles);
    requireAppointment(input, civilDateOf(context.now));
    const personId = await openAccount(context, { ...input, bodyId: authority.portal.body_id });
    const { roles } = input;
    const by = appointmentIn(input);
    for (const role of roles) await giveRole(context, personId, input.portalId, role, by);
    context.record({
      portalId: input.portalId,
      subject: { kind: 'person', id: personId },
      payload: { roles, ...by },
    });
    return makeInvitation(context, personId, input.username);
  },
};

export interface GrantRoles extends OnPortal, Appointment {
  personId: number;
  roles: readonly Role[];
}

/** Gives rights on a portal to someone who has an account already. Nobody gives one to himself. */
export const grantRoles: Command<GrantRoles, void> = {
  name: 'accounts.grantRoles',
  permit: 'accounts.manage',
  permits,
  portal: (input) => input.viaPortalId,
  async run(context, input) {
    const { portalId, personId, roles } = input;
    const authority = await authorityOver(context.tx, context.actor, input);
    const person = await getOther(context.tx, context.actor, personId);
    if (person.disabled_at) throw refusals.IS_DISABLED;
    if (roles.length === 0) throw refusals.NO_ROLE;
    requireGrantable(authority, roles);
    const by = appointmentIn(input);
    requireAppointment(by, civilDateOf(context.now));
    for (const role of roles) await giveRole(context, personId, portalId, role, by);
    context.record({ portalId, subject: { kind: 'person', id: personId }, payload: { roles, ...by } });
  },
};

/** Takes a right back. It is gone with the person's next click; his sessions end as well. */
export const revokeRole: Command<OnPortal & { personId: number; grantId: number }, void> = {
  name: 'accounts.revokeRole',
  permit: 'accounts.manage',
  permits,
  portal: (input) => input.viaPortalId,
  async run(context, input) {
    const { tx, actor, now } = context;
    const authority = await authorityOver(tx, actor, input);
    const person = await getOther(tx, actor, input.personId);
    const grant = await store.findGrant(tx, input.grantId);
    if (!grant || grant.person_id !== person.id || grant.portal_id !== input.portalId)
      throw refusals.UNKNOWN_PERSON;
    requireGrantable(authority, [grant.role]);
    if ((await store.markRevoked(tx, grant.id, now)) !== 1) throw refusals.GRANT_ENDED;
    await endSessions(tx, person.id, now);
    context.record({
      portalId: input.portalId,
      subject: { kind: 'person', id: person.id },
      payload: { role: grant.role, grantId: grant.id },
    });
  },
};

type OnAccount = OnPortal & { personId: number };

/** A command on a whole account: checked the same way each time, recorded as it is named. */
function accountCommand<Output>(
  verb: string,
  work: (context: CommandContext, person: store.PersonRow) => Promise<Output>,
): Command<OnAccount, Output> {
  return {
    name: `accounts.${verb}`,
    permit: 'accounts.manage',
    permits,
    portal: (input) => input.viaPortalId,
    async run(context, input) {
      const { tx, actor, now } = context;
      const authority = await authorityOver(tx, actor, input);
      const person = await getOther(tx, actor, input.personId);
      await requireWholeAccount(tx, actor, authority, person.id, civilDateOf(now));
      const output = await work(context, person);
      context.record({ portalId: input.portalId, subject: { kind: 'person', id: person.id }, payload: {} });
      return output;
    },
  };
}

/**
 * Closes an account: sessions end, the password and any invitation are worth nothing from now on, the rights stay on
 * record (LC-107: never deleted; BG-060: whoever leaves takes no key with him).
 */
export const disablePerson = accountCommand('disablePerson', async ({ tx, now }, person) => {
  if (person.disabled_at) throw refusals.IS_DISABLED;
  await store.setDisabled(tx, person.id, now);
  await store.resetPassword(tx, person.id, now);
  await voidInvitations(tx, person.id, now);
  await endSessions(tx, person.id, now);
});

/** Opens a closed account again. The old password stays dead, so an invitation comes with it. */
export const enablePerson = accountCommand('enablePerson', async (context, person): Promise<Invitation> => {
  if (!person.disabled_at) throw refusals.NOT_DISABLED;
  await store.setDisabled(context.tx, person.id, null);
  return makeInvitation(context, person.id, person.username);
});

/** A new one-time invitation: the password so far ends at once and with it every session (LC-105). */
export const inviteAgain = accountCommand('inviteAgain', async (context, person): Promise<Invitation> => {
  if (person.disabled_at) throw refusals.IS_DISABLED;
  await store.resetPassword(context.tx, person.id, context.now);
  await endSessions(context.tx, person.id, context.now);
  return makeInvitation(context, person.id, person.username);
});

/** Ends the wait after too many failures, for someone who is known to be himself. */
export const unlockPerson = accountCommand('unlockPerson', async ({ tx }, person) => {
  await store.clearFailures(tx, person.id);
});
