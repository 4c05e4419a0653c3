import type { Command, CommandContext } from '../../platform/command/index.ts';
import { civilDateOf } from '../../rules/calendar/index.ts';
import { permits } from './permits.ts';
import * as refusals from './refusals.ts';
import { type DecisionRow, findDecision, saveDecision, saveSending } from './store.ts';

export interface OnDecision {
  portalId: number;
  decisionId: number;
}

export const whoOf = ({ actor }: CommandContext) => (actor.kind === 'person' ? actor.personId : null);

async function getDecision({ tx }: CommandContext, input: OnDecision): Promise<DecisionRow> {
  const decision = await findDecision(tx, input.decisionId);
  if (decision?.portal_id !== input.portalId) throw refusals.NO_SUCH_DECISION;
  return decision;
}

export interface CompleteDecision extends OnDecision {
  issuer: string;
  signedBy: string;
  /** The scanned text, in the library of the portal; null keeps the one that is there. */
  mediaId: number | null;
}

/** Fills in who issued and signed a decision, and puts its scanned text beside it (LX-014, BG-042). */
export const completeDecision: Command<CompleteDecision, void> = {
  name: 'staffing.completeDecision',
  permit: 'staffing.keep',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, now, record } = context;
    const decision = await getDecision(context, input);
    const { issuer, signedBy, mediaId } = input;
    if (!issuer) throw refusals.NO_ISSUER;
    if (!signedBy) throw refusals.NO_SIGNER;
    await saveDecision(tx, decision.id, { issuer, signedBy, mediaId, by: whoOf(context), at: now });
    record({
      portalId: decision.portal_id,
      subject: { kind: 'decision', id: decision.id },
      payload: { number: decision.number, issuer, mediaId },
    });
  },
};

/** Records that a decision was sent to the overseeing office, or that office told of it (LX Đ8.1, BG Đ12.3). */
export const noteSent: Command<OnDecision & { sentOn: string; sentTo: string }, void> = {
  name: 'staffing.noteSent',
  permit: 'staffing.keep',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, now, record } = context;
    const decision = await getDecision(context, input);
    const { sentOn, sentTo } = input;
    if (!sentTo) throw refusals.NO_RECEIVER;
    if (sentOn < decision.decided_on || sentOn > civilDateOf(now)) throw refusals.SENT_BEFORE;
    await saveSending(tx, decision.id, { sentOn, sentTo, by: whoOf(context), at: now });
    record({
      portalId: decision.portal_id,
      subject: { kind: 'decision', id: decision.id },
      payload: { number: decision.number, sentOn, sentTo },
    });
  },
};

export const registerCommands = [completeDecision, noteSent];
