import type { Command } from '../../platform/command/index.ts';
import { civilDateOf } from '../../rules/calendar/index.ts';
import { authorityOver, getOther, type OnPortal, requireWholeAccount } from './authority.ts';
import type { OwnerTold } from './entering.ts';
import { requireFresh } from './fresh.ts';
import { IS_DISABLED } from './refusals.ts';
import { permits } from './rules.ts';
import { endSecondFactors } from './second-factor-store.ts';
import { secondFactorRefusals } from './second-factor-words.ts';
import { endSessions } from './secrets-store.ts';

/**
 * Takes the second factor from somebody who lost it: codes, passkeys and recovery codes end, with every session. The person
 * is told by mail and on the desk, signs in with the password, and sets up another. Nobody does it for himself, nor for an
 * account that reaches further than he does (LC-107); who acts has proved within ten minutes that it is he.
 * @throws Refusal
 */
export const resetSecondFactor: Command<OnPortal & { personId: number }, void> = {
  name: 'accounts.resetSecondFactor',
  permit: 'accounts.manage',
  permits,
  portal: (input) => input.viaPortalId,
  async run(context, input) {
    const { tx, actor, now } = context;
    requireFresh(actor, now);
    const authority = await authorityOver(tx, actor, input);
    const person = await getOther(tx, actor, input.personId);
    if (person.disabled_at) throw IS_DISABLED;
    await requireWholeAccount(tx, actor, authority, person.id, civilDateOf(now));
    const ended = await endSecondFactors(tx, person.id, now);
    if (ended === 0) throw secondFactorRefusals.noneToReset;
    await endSessions(tx, person.id, now);
    const told: OwnerTold = {
      ...{ personId: person.id, portalId: input.portalId, what: 'secondFactorReset', at: now.toISOString() },
    };
    context.announce('accounts.ownerTold', told);
    context.record({
      portalId: input.portalId,
      subject: { kind: 'person', id: person.id },
      payload: { ended },
    });
  },
};
