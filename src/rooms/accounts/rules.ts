import { type Actor, isPermitted, type Permits, ROLES, type Role } from '../../rules/access/index.ts';

export const permits = {
  /** People of a portal; a technical administrator of the main portal: of the whole locality. */
  'accounts.manage': ['technicalAdmin', 'contentAdmin'],
  /** Whose word counts as the second one (proposal-rules.ts). */
  'accounts.confirm': ['technicalAdmin', 'contentAdmin', 'head'],
  /** To see and take back what one has proposed; lending is proposed by any of these. */
  'accounts.propose': ['technicalAdmin', 'contentAdmin', 'editor', 'checker', 'boardMember', 'head'],
  'accounts.lend': ['contentAdmin', 'editor', 'checker', 'boardMember', 'head'],
  /** Held by no role: machines only. */
  'accounts.operate': [],
} as const satisfies Permits;

/** A portal as far as rights are concerned. */
export interface PortalPlace {
  id: number;
  localityId: number;
  isMain: boolean;
}

/** `all`: every role of every portal of the locality. `own`: this portal, without the roles above one's own. */
export type Reach = 'all' | 'own' | 'none';

/**
 * How far an actor administers the people of a portal (BG-007: infrastructure, content of the main portal and
 * content of a member are three separate offices; TB-046, LC-107: nobody touches another portal's accounts).
 */
export function reachOf(actor: Actor, portal: PortalPlace, mainPortalId: number | undefined): Reach {
  if (actor.localityId !== portal.localityId) return 'none';
  if (actor.kind === 'machine') return 'all';
  if (actor.mustChangePassword || actor.mustSetSecondFactor) return 'none';
  const isWhole = actor.grants.some(
    ({ role, portalId }) => role === 'technicalAdmin' && portalId === mainPortalId,
  );
  if (isWhole && actor.portalIds.includes(portal.id)) return 'all';
  return isPermitted(actor, permits, 'accounts.manage', portal.id) ? 'own' : 'none';
}

/**
 * The portal whose permit a command on people of `portalId` rests on: that portal where the actor holds the permit
 * there, otherwise the main portal. The command then checks by `reachOf` that this right carries so far.
 */
export function rightfulPortal(actor: Actor, portalId: number, mainPortalId: number | undefined): number {
  if (isPermitted(actor, permits, 'accounts.manage', portalId)) return portalId;
  return mainPortalId ?? portalId;
}

/** Roles that whoever reaches only his own portal cannot give or take: his superiors and the office above. */
const ABOVE_OWN: readonly Role[] = ['technicalAdmin', 'head'];

/**
 * The roles an actor of this reach may give and take on a portal. An overseer of the main portal sees the whole
 * locality, so only someone who sees as much appoints one.
 */
export function grantableRoles(reach: Reach, portal: PortalPlace): Role[] {
  if (reach === 'none') return [];
  if (reach === 'all') return [...ROLES];
  return ROLES.filter((role) => !ABOVE_OWN.includes(role) && !(role === 'overseer' && portal.isMain));
}

/** A right someone holds, with its portal. */
export interface HeldRight {
  role: Role;
  portal: PortalPlace;
}

/**
 * Whether an actor may close an account or give it a new password. Both reach every right the person has, so each
 * of them must be one the actor could take himself; otherwise an administrator of a member portal could take over
 * the account of his superior (LC-107).
 *
 * @param held rights in force or to come that the actor can see
 * @param elsewhere whether there are others that he cannot see
 */
export function mayActOnAccount(
  actor: Actor,
  mainPortalId: number | undefined,
  held: HeldRight[],
  elsewhere: boolean,
): boolean {
  if (actor.kind === 'machine') return true;
  return (
    !elsewhere &&
    held.every(({ role, portal }) =>
      grantableRoles(reachOf(actor, portal, mainPortalId), portal).includes(role),
    )
  );
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Rest after which a session ends: 15 minutes, 5 for technical administrators (level 3: users, administrators). */
export const IDLE_LIMIT_MS = 15 * MINUTE_MS;
export const ADMIN_IDLE_LIMIT_MS = 5 * MINUTE_MS;
/** However busy, a session ends after a working day and is signed in anew. */
export const SESSION_LIMIT_MS = 12 * HOUR_MS;
/** A one-time invitation holds three days: handed over on Friday, it is still good on Monday morning. */
export const INVITATION_LIMIT_MS = 72 * HOUR_MS;

/** The idle limit by the roles someone holds today. */
export function idleLimitOf(roles: readonly Role[]): number {
  return roles.includes('technicalAdmin') ? ADMIN_IDLE_LIMIT_MS : IDLE_LIMIT_MS;
}

/** User names as the database keeps them; their pattern is the regulation's (src/rules/names). */
const USERNAME = /^[a-z0-9]+([.-][a-z0-9]+)*$/;
const MAX_USERNAME_LENGTH = 40;

export function isUsername(text: string): boolean {
  return text.length <= MAX_USERNAME_LENGTH && USERNAME.test(text);
}
