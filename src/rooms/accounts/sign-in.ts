import type { Database } from '../../platform/db/index.ts';
import type { Caller } from '../../rules/audit/index.ts';
import { addDays, civilDateOf } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { atTheDoor, doAtTheDoor, ownActor } from './deeds.ts';
import { countAttempt, createUnknownNames } from './lock-out.ts';
import { ADMIN_PASSWORD_AGE_DAYS } from './password-rules.ts';
import type { PasswordHasher } from './passwords.ts';
import { idleLimitOf } from './rules.ts';
import * as secrets from './secrets-store.ts';
import { hashToken, newToken } from './sessions.ts';
import { readRights } from './store.ts';

/** From where someone tries to sign in. */
export interface Doorstep {
  localityId: number;
  portalId: number;
  /** Address and source port, as far as they are known. */
  caller?: Caller | undefined;
}

export type Attempt =
  | { kind: 'right'; row: secrets.SecretRow }
  /** The same for an unknown name, a wrong password, a closed account and one without a password. */
  | { kind: 'wrong' }
  /** Too many failures in a row: nothing is looked at before this instant. */
  | { kind: 'waiting'; until: Date };

export type SignedIn = {
  kind: 'in';
  personId: number;
  token: string;
  language: Lang;
  mustChangePassword: boolean;
};

export interface SignIn {
  /** Whether the password is right; counts the attempt first, so that guesses sent at once cannot outrun the count. */
  attempt(step: Doorstep, username: string, password: string, now: Date): Promise<Attempt>;
  /** Signs in. @param lastToken the session this browser had before, which ends. */
  signIn(
    step: Doorstep,
    typed: { username: string; password: string },
    now: Date,
    lastToken?: string,
  ): Promise<SignedIn | Exclude<Attempt, { kind: 'right' }>>;
  /** Opens a session for someone who has just proved who he is; part of the caller's transaction. */
  openSession: typeof openSession;
}

/** Names are typed on telephones: a capital at the start or a space at the end is not another name. */
export function readUsername(typed: string): string {
  return typed.normalize('NFC').trim().toLowerCase();
}

/** The way in. Keeps the failures of names nobody has in this process; those of accounts are in the database. */
export function createSignIn({ database, hasher }: { database: Database; hasher: PasswordHasher }): SignIn {
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

  const attempt: SignIn['attempt'] = async (step, username, password, now) => {
    const { row, count } = await reserve(step, username, now);
    if ('waitUntil' in count) return { kind: 'waiting', until: count.waitUntil };
    // one derivation whatever was found; only then is it looked at who it was
    const isRight = await hasher.verify(secrets.livePassword(row), password);
    if (row && isRight) return { kind: 'right', row };
    await doAtTheDoor(database, now, async () => ({
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
    return count.lockedUntil ? { kind: 'waiting', until: count.lockedUntil } : { kind: 'wrong' };
  };

  return {
    attempt,
    openSession,
    async signIn(step, typed, now, lastToken) {
      const tried = await attempt(step, readUsername(typed.username), typed.password, now);
      if (tried.kind !== 'right') return tried;
      const { row } = tried;
      const isOutdated = row.password_hash !== null && hasher.isOutdated(row.password_hash);
      const hash = isOutdated ? await hasher.hash(typed.password) : undefined;
      return doAtTheDoor(database, now, async (tx) => {
        if (lastToken) await secrets.endSession(tx, hashToken(lastToken), now);
        const { token, isAdmin } = await openSession(tx, row, now);
        const isDue = isAdmin && isTooOld(row.password_changed_at, now);
        await secrets.saveSignIn(tx, row.id, { hash, isDue });
        const { id: personId, language } = row;
        const mustChangePassword = row.must_change_password || isDue;
        return {
          deed: {
            actor: ownActor(row),
            command: 'accounts.signIn',
            portalId: step.portalId,
            caller: step.caller,
            subject: { kind: 'person', id: personId },
            payload: {},
          },
          result: { kind: 'in' as const, personId, token, language, mustChangePassword },
        };
      });
    },
  };
}

/** Administrators change their password every two months (level 3); whole civil days are counted. */
function isTooOld(changedAt: Date | null, now: Date): boolean {
  if (!changedAt) return true;
  return addDays(civilDateOf(changedAt), ADMIN_PASSWORD_AGE_DAYS) <= civilDateOf(now);
}

async function openSession(
  tx: Parameters<typeof secrets.insertSession>[0],
  row: { id: number; locality_id: number },
  now: Date,
): Promise<{ token: string; isAdmin: boolean }> {
  const { grants } = await readRights(tx, row.id, row.locality_id, civilDateOf(now));
  const roles = grants.map((grant) => grant.role);
  const token = newToken();
  await secrets.insertSession(tx, {
    tokenHash: hashToken(token),
    personId: row.id,
    at: now,
    idleLimitMs: idleLimitOf(roles),
  });
  return { token, isAdmin: roles.includes('technicalAdmin') || roles.includes('contentAdmin') };
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
