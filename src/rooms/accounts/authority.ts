import { NOT_PERMITTED } from '../../platform/command/index.ts';
import type { Queryable } from '../../platform/db/index.ts';
import type { Actor, Role } from '../../rules/access/index.ts';
import { ACCOUNT_BEYOND, NOT_ONESELF, ROLE_BEYOND, UNKNOWN_PERSON } from './refusals.ts';
import { grantableRoles, mayActOnAccount, type PortalPlace, type Reach, reachOf } from './rules.ts';
import {
  findMainPortalId,
  findPerson,
  findPortalFacts,
  type GrantRow,
  hasRightsElsewhere,
  listGrants,
  type PersonRow,
  type PortalFacts,
  wasEverOn,
} from './store.ts';

/** On which portal something is done to people, and on whose permit it rests (`rightfulPortal`). */
export interface OnPortal {
  portalId: number;
  viaPortalId: number;
}

export interface Authority {
  portal: PortalFacts;
  mainPortalId: number | undefined;
  reach: Exclude<Reach, 'none'>;
}

export function placeOf(
  row: { locality_id: number; is_main: boolean } & ({ id: number } | { portal_id: number }),
): PortalPlace {
  return {
    id: 'portal_id' in row ? row.portal_id : row.id,
    localityId: row.locality_id,
    isMain: row.is_main,
  };
}

/**
 * The authority of the actor over the people of a portal. The permit was checked for `viaPortalId`; here it is
 * checked that this right carries to `portalId`. @throws NOT_PERMITTED
 */
export async function authorityOver(
  db: Queryable,
  actor: Actor,
  { portalId, viaPortalId }: OnPortal,
): Promise<Authority> {
  const portal = await findPortalFacts(db, portalId);
  if (!portal) throw NOT_PERMITTED;
  const mainPortalId = await findMainPortalId(db, portal.locality_id);
  if (viaPortalId !== portalId && viaPortalId !== mainPortalId) throw NOT_PERMITTED;
  const reach = reachOf(actor, placeOf(portal), mainPortalId);
  if (reach === 'none') throw NOT_PERMITTED;
  return { portal, mainPortalId, reach };
}

/** @throws Refusal when one of the roles is not this actor's to give or take. */
export function requireGrantable({ reach, portal }: Authority, roles: readonly Role[]): void {
  const own = grantableRoles(reach, placeOf(portal));
  if (roles.some((role) => !own.includes(role))) throw ROLE_BEYOND;
}

/** Someone else, whom the transaction can see. @throws Refusal */
export async function getOther(db: Queryable, actor: Actor, personId: number): Promise<PersonRow> {
  if (actor.kind === 'person' && actor.personId === personId) throw NOT_ONESELF;
  const person = await findPerson(db, personId);
  if (!person || person.locality_id !== actor.localityId) throw UNKNOWN_PERSON;
  return person;
}

/** Rights in force or to come; those that ended by their date no longer count. */
export function livingGrants(grants: readonly GrantRow[], todayOn: string): GrantRow[] {
  return grants.filter((grant) => grant.valid_to === null || grant.valid_to >= todayOn);
}

/** @throws Refusal when the account reaches further than the actor does (LC-107). */
export async function requireWholeAccount(
  db: Queryable,
  actor: Actor,
  { mainPortalId, reach, portal }: Authority,
  personId: number,
  todayOn: string,
): Promise<void> {
  // seen from another portal this person works on, but never one of the people of this one
  if (reach === 'own' && !(await wasEverOn(db, personId, [portal.id]))) throw UNKNOWN_PERSON;
  if (!(await isWholeAccountOurs(db, actor, mainPortalId, personId, todayOn))) throw ACCOUNT_BEYOND;
}

export async function isWholeAccountOurs(
  db: Queryable,
  actor: Actor,
  mainPortalId: number | undefined,
  personId: number,
  todayOn: string,
): Promise<boolean> {
  if (actor.kind === 'machine') return true;
  const grants = livingGrants(await listGrants(db, [personId]), todayOn);
  const held = grants.map((grant) => ({ role: grant.role, portal: placeOf(grant) }));
  return mayActOnAccount(actor, mainPortalId, held, await hasRightsElsewhere(db, personId, todayOn));
}
