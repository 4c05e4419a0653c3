import type { Actor, Role } from '../../rules/access/index.ts';
import { addDays } from '../../rules/calendar/index.ts';

/**
 * Which rights may be lent, and to whom: a colleague of the same portal who holds one of these himself. What administers
 * the whole locality or watches over it is given by decision only, never lent.
 */
export const LENT_TO: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  head: ['boardMember'],
  boardMember: ['checker', 'head'],
  checker: ['editor', 'boardMember'],
  contentAdmin: ['checker', 'boardMember', 'editor'],
  editor: ['checker', 'boardMember', 'contentAdmin'],
};

/** Longest time a right is lent at once; our reading of "for a time": what lasts longer is a decision's. */
export const MAX_LENT_DAYS = 90;

/** Rights somebody has of his own on a portal: what was lent to him he does not lend on. */
export function ownRoles(actor: Actor, portalId: number): Role[] {
  if (actor.kind !== 'person') return [];
  return actor.grants.filter((one) => one.portalId === portalId && !one.lentBy).map(({ role }) => role);
}

/** Rights of a portal the person can lend. */
export function lendableRoles(actor: Actor, portalId: number): Role[] {
  return ownRoles(actor, portalId).filter((role) => LENT_TO[role] !== undefined);
}

export type LendFault = 'dates' | 'tooLong' | 'notOwn' | 'notBase' | 'self';

export interface Lending {
  role: Role;
  personId: number;
  /** Civil dates, both days included. */
  validFrom: string;
  validTo: string;
}

/** What is wrong with lending a right; undefined when nothing is. `held`: roles the colleague has of his own there. */
export function lendFault(
  actor: Actor,
  portalId: number,
  { role, personId, validFrom, validTo }: Lending,
  held: readonly Role[],
  todayOn: string,
): LendFault | undefined {
  if (actor.kind !== 'person' || !lendableRoles(actor, portalId).includes(role)) return 'notOwn';
  if (actor.personId === personId) return 'self';
  if (!held.some((one) => LENT_TO[role]?.includes(one))) return 'notBase';
  if (validTo < validFrom || validTo < todayOn) return 'dates';
  if (validTo > addDays(validFrom, MAX_LENT_DAYS - 1)) return 'tooLong';
  return undefined;
}
