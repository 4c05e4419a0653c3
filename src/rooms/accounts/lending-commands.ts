import type { Command } from '../../platform/command/index.ts';
import { civilDateOf } from '../../rules/calendar/index.ts';
import type { Refusal } from '../../rules/refusal.ts';
import { livingGrants } from './authority.ts';
import { insertRight, proposeRight, takeRight } from './commands.ts';
import { type LendFault, type Lending, lendFault, ownRoles } from './lending-rules.ts';
import { HIGH_ROLES } from './proposal-rules.ts';
import * as refusals from './refusals.ts';
import { permits } from './rules.ts';
import { findGrant, findPerson, isHeldBy, listGrants } from './store.ts';

export interface LendRight extends Lending {
  portalId: number;
  reason: string;
}

const FAULTS: Readonly<Record<LendFault, Refusal>> = {
  notOwn: refusals.NOT_YOURS_TO_LEND,
  self: refusals.LENT_TO_ONESELF,
  notBase: refusals.NO_BASE_ROLE,
  dates: refusals.DATES_CROSSED,
  tooLong: refusals.LENT_TOO_LONG,
};
const MIN_REASON = 5;

/**
 * Lends a right to a colleague for a time, in place of lending a password (LC-105: sharing only by authorisation and
 * with the consent of the head). What makes public or administers waits for a second person; the head's own word is
 * the consent. @returns whether it holds at once or was proposed
 */
export const lendRight: Command<LendRight, 'lent' | 'proposed'> = {
  name: 'accounts.lendRight',
  permit: 'accounts.lend',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, actor, now, record } = context;
    const { portalId, personId, role, validFrom, validTo } = input;
    const todayOn = civilDateOf(now);
    const person = await findPerson(tx, personId);
    if (!person || person.locality_id !== actor.localityId || actor.kind !== 'person')
      throw refusals.UNKNOWN_PERSON;
    if (person.disabled_at) throw refusals.IS_DISABLED;
    const grants = livingGrants(await listGrants(tx, [personId, actor.personId]), todayOn).filter(
      (one) => one.portal_id === portalId && one.lent_by === null,
    );
    const held = grants.filter((one) => one.person_id === personId).map((one) => one.role);
    const fault = lendFault(actor, portalId, input, held, todayOn);
    if (fault) throw FAULTS[fault];
    const own = grants.find((one) => one.person_id === actor.personId && one.role === role);
    if (own?.valid_to && own.valid_to < validTo) throw refusals.LENT_BEYOND;
    const reason = input.reason.trim();
    if (reason.length < MIN_REASON) throw refusals.NO_REASON;
    const right = { personId, portalId, role, validFrom, validTo, decision: null, decidedOn: null };
    const lent = { ...right, lentBy: actor.personId, lentReason: reason };
    const waits = HIGH_ROLES.includes(role) && !ownRoles(actor, portalId).includes('head');
    if (await isHeldBy(tx, right, todayOn)) throw refusals.ALREADY_HELD;
    if (waits) await proposeRight(context, lent);
    else await insertRight(context, { ...lent, decisionId: null, grantedBy: actor.personId, at: now });
    const payload = { role, validFrom, validTo, waits };
    record({ portalId, subject: { kind: 'person', id: personId }, payload });
    return waits ? 'proposed' : 'lent';
  },
};

/** Ends what one lent, before its day. Whoever administers takes it like any other right. */
export const endLending: Command<{ portalId: number; grantId: number }, void> = {
  name: 'accounts.endLending',
  permit: 'accounts.lend',
  permits,
  portal: (input) => input.portalId,
  async run(context, { portalId, grantId }) {
    const { tx, actor, record } = context;
    const grant = await findGrant(tx, grantId);
    const isOurs = actor.kind === 'person' && grant?.lent_by === actor.personId;
    if (!grant || !isOurs || grant.portal_id !== portalId) throw refusals.NOT_YOURS_TO_LEND;
    await takeRight(context, grant);
    const payload = { role: grant.role, grantId };
    record({ portalId, subject: { kind: 'person', id: grant.person_id }, payload });
  },
};

export const lendingCommands = [lendRight, endLending];
