import type { Command, CommandContext } from '../../platform/command/index.ts';
import { civilDateOf } from '../../rules/calendar/index.ts';
import type { Refusal } from '../../rules/refusal.ts';
import { placeOf } from './authority.ts';
import { insertRight } from './commands.ts';
import { recordDecision } from './decision-store.ts';
import { requireFresh } from './fresh.ts';
import { type ConfirmFault, confirmFault } from './proposal-rules.ts';
import { findProposal, type ProposalRow, settleProposal } from './proposal-store.ts';
import * as refusals from './refusals.ts';
import { permits } from './rules.ts';
import { endSessions } from './secrets-store.ts';
import { findMainPortalId, findPerson, findPortalFacts } from './store.ts';

export interface OnProposal {
  proposalId: number;
  portalId: number;
  /** The portal whose permit it rests on: that of the proposal, or the main one. */
  viaPortalId: number;
}

const FAULTS: Readonly<Record<ConfirmFault, Refusal>> = {
  'own-proposal': refusals.OWN_PROPOSAL,
  'own-right': refusals.OWN_RIGHT,
  'not-yours': refusals.NOT_YOURS_TO_CONFIRM,
};

async function getOpen({ tx }: CommandContext, { proposalId, portalId }: OnProposal): Promise<ProposalRow> {
  const proposal = await findProposal(tx, proposalId);
  if (proposal?.portal_id !== portalId) throw refusals.NO_SUCH_PROPOSAL;
  if (proposal.state !== 'open') throw refusals.PROPOSAL_SETTLED;
  return proposal;
}

/** @throws Refusal when the actor is not the second person this proposal waits for */
async function requireSecond({ tx, actor }: CommandContext, proposal: ProposalRow): Promise<void> {
  const portal = await findPortalFacts(tx, proposal.portal_id);
  if (!portal) throw refusals.NO_SUCH_PROPOSAL;
  const mainPortalId = await findMainPortalId(tx, portal.locality_id);
  const fault = confirmFault(actor, proposal, placeOf(portal), mainPortalId);
  if (fault) throw FAULTS[fault];
}

async function settle(
  { tx, actor, now }: CommandContext,
  proposal: ProposalRow,
  state: 'confirmed' | 'refused' | 'withdrawn',
  reason: string | null = null,
): Promise<void> {
  const by = actor.kind === 'person' ? actor.personId : null;
  if ((await settleProposal(tx, proposal.id, { state, by, reason, at: now })) !== 1)
    throw refusals.PROPOSAL_SETTLED;
}

const factsOf = ({ id, role, decision, lent_by }: ProposalRow) => ({
  proposalId: id,
  role,
  ...(decision ? { decision } : {}),
  ...(lent_by ? { lentBy: lent_by } : {}),
});

/** The second person agrees, and the right holds from now on, or from its first day (LC-116). */
export const confirmProposal: Command<OnProposal, void> = {
  name: 'accounts.confirmProposal',
  permit: 'accounts.confirm',
  permits,
  portal: (input) => input.viaPortalId,
  async run(context, input) {
    const { tx, actor, now, record } = context;
    requireFresh(actor, now);
    const proposal = await getOpen(context, input);
    await requireSecond(context, proposal);
    const person = await findPerson(tx, proposal.person_id);
    if (!person || person.disabled_at) throw refusals.IS_DISABLED;
    if (proposal.valid_to !== null && proposal.valid_to < civilDateOf(now)) throw refusals.PROPOSAL_PAST;
    const { portal_id: portalId, decision, decided_on: decidedOn, proposed_by: recordedBy } = proposal;
    const decisionId =
      decision && decidedOn
        ? await recordDecision(tx, { portalId, number: decision, decidedOn, recordedBy, at: now })
        : null;
    await settle(context, proposal, 'confirmed');
    await insertRight(context, {
      ...{ personId: proposal.person_id, portalId, role: proposal.role },
      ...{ validFrom: proposal.valid_from, validTo: proposal.valid_to, decision, decidedOn, decisionId },
      ...{ lentBy: proposal.lent_by, lentReason: proposal.lent_reason, grantedBy: recordedBy, at: now },
      confirmedBy: actor.kind === 'person' ? actor.personId : null,
    });
    // whoever becomes more than he was signs in anew
    await endSessions(tx, proposal.person_id, now);
    record({
      portalId,
      subject: { kind: 'person', id: proposal.person_id },
      payload: { ...factsOf(proposal), proposedBy: recordedBy },
    });
  },
};

const MIN_REASON = 5;

/** The second person does not agree, and says why. */
export const refuseProposal: Command<OnProposal & { reason: string }, void> = {
  name: 'accounts.refuseProposal',
  permit: 'accounts.confirm',
  permits,
  portal: (input) => input.viaPortalId,
  async run(context, input) {
    const proposal = await getOpen(context, input);
    await requireSecond(context, proposal);
    const reason = input.reason.trim();
    if (reason.length < MIN_REASON) throw refusals.NO_REASON;
    await settle(context, proposal, 'refused', reason);
    context.record({
      portalId: proposal.portal_id,
      subject: { kind: 'person', id: proposal.person_id },
      payload: factsOf(proposal),
    });
  },
};

/** Whoever proposed takes it back while nobody has answered. */
export const withdrawProposal: Command<OnProposal, void> = {
  name: 'accounts.withdrawProposal',
  permit: 'accounts.propose',
  permits,
  portal: (input) => input.viaPortalId,
  async run(context, input) {
    const { actor, record } = context;
    const proposal = await getOpen(context, input);
    if (actor.kind !== 'person' || actor.personId !== proposal.proposed_by) throw refusals.NOT_YOUR_PROPOSAL;
    await settle(context, proposal, 'withdrawn');
    record({
      portalId: proposal.portal_id,
      subject: { kind: 'person', id: proposal.person_id },
      payload: factsOf(proposal),
    });
  },
};

export const proposalCommands = [confirmProposal, refuseProposal, withdrawProposal];
