import type { Database, Transaction } from '../../platform/db/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { atTheDoor, doAtTheDoor, ownActor } from './deeds.ts';
import { type Announce, type Doorstep, letIn, type SignedIn } from './entering.ts';
import { countAttempt, createUnknownNames, type FailureCount, lockedUntilAfter } from './lock-out.ts';
import type { PasswordHasher } from './passwords.ts';
import { type FirstFactor, HALF_LIMIT_MS } from './second-factor-rules.ts';
import { findFactorsHeld, insertHalf } from './second-factor-store.ts';
import * as secrets from './secrets-store.ts';
import { hashToken, newToken } from './sessions.ts';

export type Attempt =
  | { kind: 'right'; row: secrets.SecretRow }
  /** The same for an unknown name, a wrong password, a closed account and one without a password. */
  | { kind: 'wrong' }
  /** Too many failures in a row: nothing is looked at before this instant. */
  | { kind: 'waiting'; until: Date };

/** The first factor was right, the second is still to come: no session, but a token for the page that asks for it. */
export type Half = { kind: 'half'; token: string; language: Lang };

export interface SignIn {
  /** Whether the password is right; counts the attempt first, so that guesses sent at once cannot outrun the count. */
  attempt(step: Doorstep, username: string, password: string, now: Date): Promise<Attempt>;
  /** Signs in. @param lastToken the session this browser had before, which ends. */
  signIn(
    step: Doorstep,
    typed: { username: string; password: string },
    now: Date,
    lastToken?: string,
  ): Promise<SignedIn | Half | Exclude<Attempt, { kind: 'right' }>>;
  /** Counts a failure of an account by its number, like those of passwords. */
  reserveFor(row: secrets.SecretRow, step: Doorstep, now: Date): Promise<FailureCount | { waitUntil: Date }>;
  /** Records a failure at the door. */
  recordFailure(
    step: Doorstep,
    row: secrets.SecretRow | undefined,
    count: FailureCount,
    now: Date,
  ): Promise<void>;
}

/** Names are typed on telephones: a capital at the start or a space at the end is not another name. */
export function readUsername(typed: string): string {
  return typed.normalize('NFC').trim().toLowerCase();
}

export interface SignInParts {
  database: Database;
  hasher: PasswordHasher;
  /** Nobody is told when left out. */
  announce?: Announce;
}

const silent: Announce = async () => {};

/** The way in. Keeps the failures of names nobody has in this process; those of accounts are in the database. */
export function createSignIn({ database, hasher, announce = silent }: SignInParts): SignIn {
  const unknownNames = createUnknownNames();

  const reserve = (step: Doorstep, username: string, now: Date) =>
    database.transaction({ as: 'system' }, async (tx) => {
      const row = await secrets.lockSecret(tx, step.localityId, username);
      const key = `${step.localityId} ${username}`;
      const before = row
        ? { failures: row.failed_count, lockedUntil: row.locked_until ?? undefined }
        : (unknownNames.get(key) ?? { failures: 0, lockedUntil: undefined });
      const count = countAttempt(before, now);
      if ('waitUntil' in count) return { row, count };
      if (!row) unknownNames.set(key, count);
      await secrets.saveFailures(tx, row?.id ?? 0, count.failures, count.lockedUntil);
      return { row, count };
    });

  const recordFailure: SignIn['recordFailure'] = (step, row, count, now) =>
    doAtTheDoor(database, now, async () => ({
      deed: {
        actor: atTheDoor(step.localityId),
        command: count.lockedUntil ? 'accounts.lockOut' : 'accounts.failSignIn',
        portalId: step.portalId,
        caller: step.caller,
        // a name that belongs to nobody may be a password typed into the wrong field: it is not kept
        subject: row ? { kind: 'person', id: row.id } : { kind: 'unknownName', id: '' },
        payload: { failures: count.failures, lockedUntil: count.lockedUntil?.toISOString() ?? null },
      },
      result: undefined,
    }));

  const attempt: SignIn['attempt'] = async (step, username, password, now) => {
    const { row, count } = await reserve(step, username, now);
    if ('waitUntil' in count) return { kind: 'waiting', until: count.waitUntil };
    // one derivation whatever was found; only then is it looked at who it was
    const isRight = await hasher.verify(secrets.livePassword(row), password);
    if (row && isRight) return { kind: 'right', row };
    await recordFailure(step, row, count, now);
    return count.lockedUntil ? { kind: 'waiting', until: count.lockedUntil } : { kind: 'wrong' };
  };

  return {
    attempt,
    recordFailure,
    reserveFor: async (row, step, now) => (await reserve(step, row.username, now)).count,
    async signIn(step, typed, now, lastToken) {
      const tried = await attempt(step, readUsername(typed.username), typed.password, now);
      if (tried.kind !== 'right') return tried;
      const { row } = tried;
      const isOutdated = row.password_hash !== null && hasher.isOutdated(row.password_hash);
      const hash = isOutdated ? await hasher.hash(typed.password) : undefined;
      const half = await database.transaction({ as: 'system' }, (tx) => beginHalf(tx, row, 'password', now));
      if (half) return half;
      return doAtTheDoor(database, now, (tx) =>
        letIn(tx, announce, step, row, { factors: 'password', now, lastToken, hash }),
      );
    },
  };
}

/**
 * The token of a sign-in that is half way, for someone who has a second factor; undefined for who has none. The right
 * password neither adds to the failures nor clears them: else whoever knows it could guess codes without end.
 */
export async function beginHalf(
  tx: Transaction,
  row: secrets.SecretRow,
  factor: FirstFactor,
  now: Date,
): Promise<Half | undefined> {
  const held = await findFactorsHeld(tx, row.id);
  if (!held.hasCode && !held.hasPasskey) return undefined;
  if (factor === 'password')
    await secrets.returnAttempt(tx, row.id, lockedUntilAfter(row.failed_count + 1, now), row.locked_until);
  const token = newToken();
  const expiresAt = new Date(now.getTime() + HALF_LIMIT_MS);
  await insertHalf(tx, { tokenHash: hashToken(token), personId: row.id, factor, at: now, expiresAt });
  return { kind: 'half', token, language: row.language };
}

/** Ends one session. */
export function signOut(
  database: Database,
  who: { personId: number; localityId: number; username: string; fullName: string; language: Lang },
  token: string,
  { portalId, caller }: Doorstep,
  now: Date,
): Promise<void> {
  return doAtTheDoor(database, now, async (tx) => {
    await secrets.endSession(tx, hashToken(token), now);
    const actor = ownActor({
      id: who.personId,
      locality_id: who.localityId,
      username: who.username,
      full_name: who.fullName,
      language: who.language,
    });
    return {
      deed: {
        actor,
        command: 'accounts.signOut',
        portalId,
        caller,
        subject: { kind: 'person', id: who.personId },
        payload: {},
      },
      result: undefined,
    };
  });
}
