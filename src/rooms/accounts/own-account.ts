import type { Database } from '../../platform/db/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { Refusal } from '../../rules/refusal.ts';
import { type Deed, doAtTheDoor, ownActor } from './deeds.ts';
import { type Announce, type Doorstep, type OwnerTold, replaceSessions } from './entering.ts';
import { REMEMBERED_PASSWORDS, requireGoodPassword } from './password-rules.ts';
import type { PasswordHasher } from './passwords.ts';
import {
  INVITATION_DEAD,
  PASSWORD_USED_BEFORE,
  PASSWORDS_DIFFER,
  WRONG_CURRENT_PASSWORD,
} from './refusals.ts';
import { endKeysWithoutPassword } from './second-factor-store.ts';
import * as secrets from './secrets-store.ts';
import { hashToken } from './sessions.ts';
import type { SignIn } from './sign-in.ts';
import { saveLanguage } from './store.ts';

export interface NewPassword {
  newPassword: string;
  repeatPassword: string;
}

export interface OwnAccount {
  /** The user name a living invitation is for, or undefined. */
  findInvited(
    token: string,
    localityId: number,
    now: Date,
  ): Promise<{ username: string; fullName: string } | undefined>;
  /** Sets the first password, or a new one after a reset, and uses the invitation up (LC-104, LC-105). @throws Refusal */
  acceptInvitation(step: Doorstep, token: string, typed: NewPassword, now: Date): Promise<void>;
  /**
   * Changes one's own password; every session ends, this browser gets a new one.
   * @returns the token of the new session, or until when no attempt is accepted. @throws Refusal
   */
  changePassword(
    step: Doorstep,
    personId: number,
    typed: NewPassword & { currentPassword: string },
    now: Date,
  ): Promise<{ token: string } | { waitUntil: Date }>;
  changeLanguage(step: Doorstep, personId: number, language: Lang, now: Date): Promise<void>;
}

/** What a person does with his own account. */
export function createOwnAccount(ports: {
  database: Database;
  hasher: PasswordHasher;
  signIn: SignIn;
  /** Nobody is told when left out. */
  announce?: Announce;
}): OwnAccount {
  const { database, hasher, signIn, announce } = ports;
  const asSystem = <T>(work: Parameters<typeof database.transaction<T>>[1]) =>
    database.transaction({ as: 'system' }, work);

  /** Checks a new password and hashes it, outside any transaction: it takes as long as a dozen derivations. */
  const choose = async (row: secrets.SecretRow, { newPassword, repeatPassword }: NewPassword) => {
    requireGoodPassword(newPassword, row.username);
    if (newPassword.normalize('NFC') !== repeatPassword.normalize('NFC')) throw PASSWORDS_DIFFER;
    const past = await asSystem((tx) => secrets.listPastPasswords(tx, row.id, REMEMBERED_PASSWORDS - 1));
    for (const hash of [row.password_hash, ...past]) {
      if (hash && (await hasher.verify(hash, newPassword))) throw PASSWORD_USED_BEFORE;
    }
    return hasher.hash(newPassword);
  };
  const getSecret = async (personId: number) => {
    const row = await asSystem((tx) => secrets.findSecret(tx, personId));
    if (!row) throw new Error(`Person ${personId} is gone; people are never deleted.`);
    return row;
  };
  return {
    async findInvited(token, localityId, now) {
      return asSystem(async (tx) => {
        const personId = await secrets.findInvited(tx, hashToken(token), localityId, now);
        const row = personId === undefined ? undefined : await secrets.findSecret(tx, personId);
        return row && { username: row.username, fullName: row.full_name };
      });
    },
    async acceptInvitation(step, token, typed, now) {
      const tokenHash = hashToken(token);
      const personId = await asSystem((tx) => secrets.findInvited(tx, tokenHash, step.localityId, now));
      if (personId === undefined) throw new Refusal('invitation-dead', INVITATION_DEAD);
      const row = await getSecret(personId);
      const hash = await choose(row, typed);
      await doAtTheDoor(database, now, async (tx) => {
        if ((await secrets.useInvitation(tx, tokenHash, now)) !== 1)
          throw new Refusal('invitation-dead', INVITATION_DEAD);
        await secrets.savePassword(tx, personId, hash, now, REMEMBERED_PASSWORDS);
        await secrets.endSessions(tx, personId, now);
        if (row.password_reset_at) await endKeysWithoutPassword(tx, personId, now);
        return { deed: ownDeed(row, step, 'accounts.acceptInvitation', {}), result: undefined };
      });
    },
    async changePassword(step, personId, typed, now) {
      const { username } = await getSecret(personId);
      const tried = await signIn.attempt(step, username, typed.currentPassword, now);
      if (tried.kind === 'waiting') return { waitUntil: tried.until };
      if (tried.kind === 'wrong') throw WRONG_CURRENT_PASSWORD;
      const { row } = tried;
      // the current password was right, so nothing that follows is a guess at it
      await asSystem((tx) => secrets.saveFailures(tx, row.id, 0, undefined));
      const hash = await choose(row, typed);
      return doAtTheDoor(database, now, async (tx) => {
        await secrets.savePassword(tx, personId, hash, now, REMEMBERED_PASSWORDS);
        const token = await replaceSessions(tx, step, row, undefined, now);
        const told: OwnerTold = {
          ...{ personId, portalId: step.portalId, what: 'passwordChanged', at: now.toISOString() },
        };
        await announce?.(tx, 'accounts.ownerTold', told);
        return { deed: ownDeed(row, step, 'accounts.changePassword', {}), result: { token } };
      });
    },
    async changeLanguage(step, personId, language, now) {
      const row = await getSecret(personId);
      await doAtTheDoor(database, now, async (tx) => {
        await saveLanguage(tx, personId, language);
        return { deed: ownDeed(row, step, 'accounts.changeLanguage', { language }), result: undefined };
      });
    },
  };
}

function ownDeed(row: secrets.SecretRow, step: Doorstep, command: string, payload: object): Deed {
  const subject = { kind: 'person', id: row.id };
  return { actor: ownActor(row), command, portalId: step.portalId, caller: step.caller, subject, payload };
}
