import type { Actor } from '../../rules/access/index.ts';
import { isFresh } from './second-factor-rules.ts';
import { secondFactorRefusals } from './second-factor-words.ts';

/**
 * For commands that are grave: who acts proved within ten minutes that it is he. Jobs and the operator's tool sign in
 * nowhere, so nothing is asked of them. Routes ask before (`askFresh`), so that people meet a page and not a refusal.
 * @throws Refusal `proof-due`
 */
export function requireFresh(actor: Actor, now: Date): void {
  if (actor.kind !== 'person' || !actor.session) return;
  if (!isFresh(actor.session.provedAt, now)) throw secondFactorRefusals.proofDue;
}
