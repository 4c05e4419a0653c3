import type { RoomEvent } from '../../platform/command/index.ts';
import type { Transaction } from '../../platform/db/index.ts';
import type { Caller } from '../../rules/audit/index.ts';
import { addDays, civilDateOf } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { type Deed, ownActor } from './deeds.ts';
import { DEVICE_REMEMBERED_MS, type Device } from './devices-rules.ts';
import { isKnownDevice, saveDevice } from './devices-store.ts';
import { ADMIN_PASSWORD_AGE_DAYS } from './password-rules.ts';
import { idleLimitOf } from './rules.ts';
import { type Factors, hasTwoFactors, isAdministrator } from './second-factor-rules.ts';
import { findFactorsHeld, saveAsked } from './second-factor-store.ts';
import * as secrets from './secrets-store.ts';
import { hashToken, newToken } from './sessions.ts';
import { readRights } from './store.ts';

/** From where someone tries to sign in. */
export interface Doorstep {
  localityId: number;
  portalId: number;
  /** Address and source port, as far as they are known. */
  caller?: Caller | undefined;
  /** The browser in plain words, and the random mark it was given when somebody signed in with it before. */
  device?: (Device & { token: string | undefined }) | undefined;
  /** The session the browser is in, when it is in one. */
  sessionId?: number | undefined;
}

/** What an owner is told of by mail and on the desk. */
export type Told =
  | 'newDevice'
  | 'passwordChanged'
  | 'codeSetUp'
  | 'codeRemoved'
  | 'passkeyAdded'
  | 'passkeyRemoved'
  | 'recoveryUsed'
  | 'secondFactorReset'
  | 'identityLinked';

export interface OwnerTold {
  personId: number;
  portalId: number;
  what: Told;
  /** ISO instant. */
  at: string;
  sessionId?: number;
}

/** Tells rooms behind this one, in the transaction of the deed. */
export type Announce = (tx: Transaction, event: RoomEvent, data: object) => Promise<void>;

export interface SignedIn {
  kind: 'in';
  personId: number;
  token: string;
  /** For the browser to keep, so that it is known next time. */
  deviceToken: string | undefined;
  language: Lang;
  mustChangePassword: boolean;
}

export interface Entering {
  factors: Factors;
  now: Date;
  /** The session this browser had before, which ends. */
  lastToken?: string | undefined;
  /** The password made anew at today's cost. */
  hash?: string | undefined;
}

/** Lets someone in who has proved who he is: the one place where a session begins at the door. Part of the caller's transaction. */
export async function letIn(
  tx: Transaction,
  announce: Announce,
  step: Doorstep,
  row: secrets.SecretRow,
  { factors, now, lastToken, hash }: Entering,
): Promise<{ deed: Deed; result: SignedIn }> {
  if (lastToken) await secrets.endSession(tx, hashToken(lastToken), now);
  const { id: personId, language } = row;
  const seen = {
    ...{ personId, browser: step.device?.browser ?? '', system: step.device?.system ?? '' },
    ...{ address: step.caller?.address, tokenHash: step.device?.token && hashToken(step.device.token) },
  };
  const isKnown = await isKnownDevice(tx, seen, new Date(now.getTime() - DEVICE_REMEMBERED_MS));
  const { token, sessionId, isAdmin } = await openSession(tx, row, now, { step, factors });
  const deviceToken = step.device?.token ?? newToken();
  if (step.device) await saveDevice(tx, { ...seen, tokenHash: hashToken(deviceToken) }, now);
  if (!isKnown && step.device) {
    const told: OwnerTold = {
      ...{ personId, portalId: step.portalId, what: 'newDevice', at: now.toISOString(), sessionId },
    };
    await announce(tx, 'accounts.ownerTold', told);
  }
  const isDue = isAdmin && isTooOld(row.password_changed_at, now);
  await secrets.saveSignIn(tx, personId, { hash, isDue });
  await askForSecondFactor(tx, personId, { isAdmin, factors, now });
  const mustChangePassword = row.must_change_password || isDue;
  return {
    deed: {
      actor: ownActor(row),
      command: 'accounts.signIn',
      portalId: step.portalId,
      caller: step.caller,
      subject: { kind: 'person', id: personId },
      payload: { factors },
    },
    result: {
      ...{ kind: 'in', personId, token, language, mustChangePassword },
      deviceToken: step.device ? deviceToken : undefined,
    },
  };
}

/** The grace of an administrator begins when he is first let in without a second factor. */
async function askForSecondFactor(
  tx: Transaction,
  personId: number,
  { isAdmin, factors, now }: { isAdmin: boolean; factors: Factors; now: Date },
): Promise<void> {
  if (!isAdmin || hasTwoFactors(factors)) return;
  const held = await findFactorsHeld(tx, personId);
  if (!held.hasCode && !held.hasPasskey) await saveAsked(tx, personId, now);
}

/** Administrators change their password every two months (level 3); whole civil days are counted. */
function isTooOld(changedAt: Date | null, now: Date): boolean {
  if (!changedAt) return true;
  return addDays(civilDateOf(changedAt), ADMIN_PASSWORD_AGE_DAYS) <= civilDateOf(now);
}

/**
 * Opens a session for someone who has just proved who he is. A token is made for each: none that a browser had before
 * somebody signed in, or with fewer rights, is ever good afterwards.
 *
 * @param startedAt of the session it takes the place of; the 12 hours are not begun anew by a rise of rights
 */
export async function openSession(
  tx: Transaction,
  row: { id: number; locality_id: number },
  now: Date,
  { step, factors, startedAt = now }: { step: Doorstep; factors: Factors; startedAt?: Date | undefined },
): Promise<{ token: string; sessionId: number; isAdmin: boolean }> {
  const { grants } = await readRights(tx, row.id, row.locality_id, civilDateOf(now));
  const roles = grants.map((grant) => grant.role);
  const token = newToken();
  const isAdmin = isAdministrator(roles);
  const sessionId = await secrets.insertSession(tx, {
    ...{ tokenHash: hashToken(token), personId: row.id, startedAt, at: now, idleLimitMs: idleLimitOf(roles) },
    ...{ factors, provedAt: now, isAdministrator: isAdmin, address: step.caller?.address },
    ...{ browser: step.device?.browser ?? '', system: step.device?.system ?? '' },
  });
  return { token, sessionId, isAdmin };
}

/**
 * The rights of a session rose, or its password changed: all there were end, and this browser goes on in a new one.
 *
 * @param shown the second factor that was just shown; undefined when none was
 */
export async function replaceSessions(
  tx: Transaction,
  step: Doorstep,
  row: secrets.SecretRow,
  shown: 'code' | 'passkey' | undefined,
  now: Date,
): Promise<string> {
  const kept = step.sessionId ? await secrets.findSessionFactors(tx, step.sessionId) : undefined;
  await secrets.endSessions(tx, row.id, now);
  const first = kept?.factors ?? 'password';
  const isOne = first === 'password' || first === 'provider';
  const factors = shown && isOne ? (`${first}+${shown}` as Factors) : first;
  return (await openSession(tx, row, now, { step, factors, startedAt: kept?.created_at })).token;
}
