import type { Role } from '../../rules/access/index.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** How somebody proved who he is, as a session keeps it. */
export type Factors =
  | 'password'
  | 'password+code'
  | 'password+recovery'
  | 'password+passkey'
  | 'passkey'
  | 'provider'
  | 'provider+code'
  | 'provider+recovery'
  | 'provider+passkey'
  /** The provider itself asked for two, and the operator's setting believes it. */
  | 'provider+own';

/** The first factor of a sign-in that is half way. */
export type FirstFactor = 'password' | 'provider';

/** The second one. */
export type SecondFactor = 'code' | 'recovery' | 'passkey';

/** A passkey asks its owner for a fingerprint, a face or a PIN: the device and that are two factors (WebAuthn, "user verification"). */
export function hasTwoFactors(factors: Factors): boolean {
  return factors !== 'password' && factors !== 'provider';
}

/** Between the first factor and the second. */
export const HALF_LIMIT_MS = 10 * MINUTE_MS;

/** For grave acts the proof is no older than this. */
export const FRESH_LIMIT_MS = 10 * MINUTE_MS;

/** Roles that need a second factor (level 3, TCVN 14423:2026: all administrators). */
const ADMINISTRATORS: readonly Role[] = ['technicalAdmin', 'contentAdmin'];

export function isAdministrator(roles: readonly Role[]): boolean {
  return roles.some((role) => ADMINISTRATORS.includes(role));
}

/**
 * When the grace of an administrator without a second factor ends; undefined where none is asked for, or never in the demo.
 *
 * @param graceDays days from the first sign-in that told him; undefined: it never ends (the demo)
 */
export function secondFactorDueAt(
  asked: { isAdministrator: boolean; hasSecondFactor: boolean; askedAt: Date | null },
  graceDays: number | undefined,
): Date | undefined {
  if (!asked.isAdministrator || asked.hasSecondFactor || !asked.askedAt || graceDays === undefined)
    return undefined;
  return new Date(asked.askedAt.getTime() + graceDays * DAY_MS);
}

export function isFresh(provedAt: Date | null | undefined, now: Date): boolean {
  return provedAt != null && now.getTime() - provedAt.getTime() < FRESH_LIMIT_MS;
}
