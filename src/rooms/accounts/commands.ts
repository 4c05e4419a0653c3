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
import { recordDecision } from './decision-store.ts';
import { takesTwo } from './proposal-rules.ts';
import { insertProposal } from './proposal-store.ts';
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

/** Gives a right at once. Where it takes two people, `giveRoles` proposes it instead. */
export async function giveRole(
  context: CommandContext,
  personId: number,
  portalId: number,
  role: Role,
  by: Appointment,
): Promise<void> {
  const { tx, actor, now } = context;
  const grantedBy = actor.kind === 'person' ? actor.personId : null;
  const { decision: number, decidedOn } = by;
  const decisionId = await recordDecision(tx, {
    portalId,
    number,
    decidedOn,
    recordedBy: grantedBy,
    at: now,
  });
  await insertRight(context, { personId, portalId, role, ...by, decisionId, grantedBy, at: now });
}

/** Enters a right, in the place of one that ended by its date. @throws Refusal when it is held already */
export async function insertRight({ tx, now }: CommandContext, grant: store.NewGrant): Promise<void> {
  await store.closeEnded(tx, grant, civilDateOf(now));
  await orRefuse(store.insertGrant(tx, grant), refusals.ALREADY_HELD);
}

/**
 * Gives what one person may give alone, and proposes what takes two (rules: `takesTwo`).
 * @returns the roles of each kind
 */
async function giveRoles(
  context: CommandContext,
  personId: number,
  portalId: number,
  roles: readonly Role[],
  by: Appointment,
): Promise<{ given: Role[]; proposed: Role[] }> {
  const done = { given: [] as Role[], proposed: [] as Role[] };
  const todayOn = civilDateOf(context.now);
  for (const role of roles) {
    if (takesTwo(context.actor, role)) {
      if (await store.isHeldBy(context.tx, { personId, portalId, role }, todayOn))
        throw refusals.ALREADY_HELD;
      await proposeRight(context, { personId, portalId, role, ...by, lentBy: null, lentReason: null });
      done.proposed.push(role);
    } else {
      await giveRole(context, personId, portalId, role, by);
      done.given.push(role);
    }
  }
  return done;
}

/** Puts a right before a second person. @throws Refusal when it waits already */
export async function proposeRight(
  { tx, actor, now }: CommandContext,
  right: Omit<Parameters<typeof insertProposal>[1], 'proposedBy' | 'at'>,
): Promise<void> {
  if (actor.kind !== 'person') throw new Error('Only a person proposes a right.');
  const proposal = { ...right, proposedBy: actor.personId, at: now };
  await orRefuse(insertProposal(tx, proposal), refusals.ALREADY_PROPOSED);
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
export const invitePerson: Command<InvitePerson, Invitation & { proposed: Role[] }> = {
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
    const by = appointmentIn(input);
    const { given, proposed } = await giveRoles(context, personId, input.portalId, input.roles, by);
    context.record({
      portalId: input.portalId,
      subject: { kind: 'person', id: personId },
      payload: { roles: given, ...(proposed.length > 0 ? { proposed } : {}), ...by },
    });
    return { ...(await makeInvitation(context, personId, input.username)), proposed };
  },
};

export interface GrantRoles extends OnPortal, Appointment {
  personId: number;
  roles: readonly Role[];
}

/**
 * Gives rights on a portal to someone who has an account already. Nobody gives one to himself, and what takes two
 * people is only proposed. @returns what was proposed
 */
export const grantRoles: Command<GrantRoles, { proposed: Role[] }> = {
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
    const { given, proposed } = await giveRoles(context, personId, portalId, roles, by);
    context.record({
      portalId,
      subject: { kind: 'person', id: personId },
      payload: { roles: given, ...(proposed.length > 0 ? { proposed } : {}), ...by },
    });
    return { proposed };
  },
};

/** What taking a right does, for commands of other rooms too: what rested on it in others' hands ends with it. */
export async function takeRight({ tx, now }: CommandContext, grant: store.GrantRow): Promise<void> {
  if ((await store.markRevoked(tx, grant.id, now)) !== 1) throw refusals.GRANT_ENDED;
  await store.endLent(tx, grant, now);
  await endSessions(tx, grant.person_id, now);
}

/** Takes a right back. It is gone with the person's next click; his sessions end as well. */
export const revokeRole: Command<OnPortal & { personId: number; grantId: number }, void> = {
  name: 'accounts.revokeRole',
  permit: 'accounts.manage',
  permits,
  portal: (input) => input.viaPortalId,
  async run(context, input) {
    const { tx, actor } = context;
    const authority = await authorityOver(tx, actor, input);
    const person = await getOther(tx, actor, input.personId);
    const grant = await store.findGrant(tx, input.grantId);
    if (!grant || grant.person_id !== person.id || grant.portal_id !== input.portalId)
      throw refusals.UNKNOWN_PERSON;
    requireGrantable(authority, [grant.role]);
    await takeRight(context, grant);
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

/** What closing an account does, for commands of other rooms too, each under its own authority. */
export async function closeAccount({ tx, now }: CommandContext, personId: number): Promise<void> {
  await store.setDisabled(tx, personId, now);
  await store.resetPassword(tx, personId, now);
  await voidInvitations(tx, personId, now);
  await endSessions(tx, personId, now);
}

/**
 * Closes an account: sessions end, the password and any invitation are worth nothing from now on, the rights stay on
 * record (LC-107: never deleted; BG-060: whoever leaves takes no key with him).
 */
export const disablePerson = accountCommand('disablePerson', async (context, person) => {
  if (person.disabled_at) throw refusals.IS_DISABLED;
  await closeAccount(context, person.id);
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
