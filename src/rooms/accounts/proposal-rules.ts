import { type Actor, isPermitted, type Role } from '../../rules/access/index.ts';
import { type PortalPlace, permits, reachOf } from './rules.ts';

/**
 * Rights that take two people: those that administer, that see a whole locality, and that make public. Who reaches
 * them alone could give himself everything by way of a friend; LC-116 has the technical and the content office agree.
 */
export const HIGH_ROLES: readonly Role[] = [
  'technicalAdmin',
  'contentAdmin',
  'overseer',
  'boardMember',
  'head',
];

/** Whether a right an actor gives waits for a second person. The operator's tool and the seed have nobody beside them. */
export function takesTwo(actor: Actor, role: Role): actor is Extract<Actor, { kind: 'person' }> {
  return actor.kind === 'person' && HIGH_ROLES.includes(role);
}

/**
 * Whether somebody is one of those whose word counts on a portal: its head, its content administrator, or whoever
 * administers the whole locality. On the main portal that makes the technical and the content office each other's
 * second (LC-116: Sở TTTT agrees with Văn phòng UBND on access rights).
 */
export function mayConfirmOn(actor: Actor, portal: PortalPlace, mainPortalId: number | undefined): boolean {
  if (actor.kind === 'machine' || actor.localityId !== portal.localityId) return false;
  return (
    isPermitted(actor, permits, 'accounts.confirm', portal.id) ||
    reachOf(actor, portal, mainPortalId) === 'all'
  );
}

export type ConfirmFault = 'own-proposal' | 'own-right' | 'not-yours';

/** Why this person is not the second one; undefined when he is. */
export function confirmFault(
  actor: Actor,
  proposal: { proposed_by: number; person_id: number },
  portal: PortalPlace,
  mainPortalId: number | undefined,
): ConfirmFault | undefined {
  if (actor.kind === 'machine' || !mayConfirmOn(actor, portal, mainPortalId)) return 'not-yours';
  if (actor.personId === proposal.proposed_by) return 'own-proposal';
  if (actor.personId === proposal.person_id) return 'own-right';
  return undefined;
}
