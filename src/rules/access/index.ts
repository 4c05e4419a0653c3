import type { Lang } from '../lang.ts';

/** The product's roles, held for one portal each. What a locality calls them is data of its profile. */
export const ROLES = [
  'technicalAdmin',
  'contentAdmin',
  'editor',
  'checker',
  'boardMember',
  'head',
  'overseer',
] as const;
export type Role = (typeof ROLES)[number];

export interface Grant {
  portalId: number;
  role: Role;
  /** Whose right it is, where it was lent for a time. */
  lentBy?: { personId: number; username: string; fullName: string };
}

/** What a session says of itself. */
export interface SessionFacts {
  id: number;
  /** Two factors were shown: a code, a passkey or another provider's word beside the first. */
  hasTwoFactors: boolean;
  /** Signed in by another provider of identities. */
  isByProvider?: boolean;
  /** When the person last proved who he is. */
  provedAt: Date | undefined;
  /** Rest after which it ends, and the end it reaches however busy. */
  idleLimitMs: number;
  endsAt: Date;
}

/** A member of staff, as the session knows him. */
export interface Person {
  kind: 'person';
  personId: number;
  localityId: number;
  fullName: string;
  username: string;
  language: Lang;
  grants: readonly Grant[];
  /** The portals row-level security lets this person see: those of the grants, and for technical administrators and overseers of the main portal those of the whole locality. */
  portalIds: readonly number[];
  mustChangePassword: boolean;
  /** An administrator whose grace for a second factor is over: he reaches nothing but the pages that set one up. */
  mustSetSecondFactor?: boolean;
  /** Absent where nobody signed in: jobs, the seed, the operator's tool. */
  session?: SessionFacts;
}

/** A job, the operator's tool or the seed: acts for a locality, not for a person. */
export interface Machine {
  kind: 'machine';
  name: string;
  localityId: number;
  /** Works for this portal alone: it holds permits there and nowhere else, and the database shows it no other. */
  portalId?: number;
}

export type Actor = Person | Machine;

/** Permit name → roles that hold it. Each room brings its own table. */
export type Permits = Readonly<Record<string, readonly Role[]>>;

/**
 * Whether the actor holds the permit for the portal. Machines hold every permit: what they may do is
 * decided by who may start them (the operator's shell).
 */
export function isPermitted(actor: Actor, permits: Permits, permit: string, portalId: number): boolean {
  const roles = permits[permit];
  if (!roles) throw new Error(`Unknown permit ${permit}`);
  if (actor.kind === 'machine') return actor.portalId === undefined || actor.portalId === portalId;
  if (actor.mustChangePassword || actor.mustSetSecondFactor) return false;
  return actor.grants.some((grant) => grant.portalId === portalId && roles.includes(grant.role));
}

/** Portals for which the person holds the permit. */
export function portalsPermitted(person: Person, permits: Permits, permit: string): number[] {
  return [...new Set(person.grants.map((grant) => grant.portalId))].filter((portalId) =>
    isPermitted(person, permits, permit, portalId),
  );
}

/** Whose right somebody acts by, where it was lent to him and he has none of his own for this; else undefined. */
export function lenderOf(
  actor: Actor,
  permits: Permits,
  permit: string,
  portalId: number,
): Grant['lentBy'] | undefined {
  if (actor.kind === 'machine') return undefined;
  const roles = permits[permit] ?? [];
  const by = actor.grants.filter((grant) => grant.portalId === portalId && roles.includes(grant.role));
  return by.every((grant) => grant.lentBy) ? by[0]?.lentBy : undefined;
}
