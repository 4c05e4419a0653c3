import type { Transaction } from '../../platform/db/index.ts';
import type { Ports } from '../../platform/ports.ts';
import { doAtTheDoor, ownActor } from './deeds.ts';
import { type Doorstep, type OwnerTold, openSession, replaceSessions, type Told } from './entering.ts';
import { insertPasskey, listPasskeys, MAX_PASSKEYS, removePasskey } from './passkey-store.ts';
import type { Passkeys } from './passkeys.ts';
import { newRecoveryCodes } from './recovery-codes.ts';
import type { Proof } from './second-factor.ts';
import { readCode, stepOf } from './second-factor-code.ts';
import * as store from './second-factor-store.ts';
import { secondFactorRefusals as refusals } from './second-factor-words.ts';
import * as secrets from './secrets-store.ts';

// What a person does to his own second factor, signed in and freshly proved.

type OwnPorts = Pick<Ports, 'database' | 'seal' | 'announce'>;

/** A deed of a person on his own account: one transaction, one entry, and the owner told where he should know. */
function ownDeeds(ports: OwnPorts) {
  return <T>(
    step: Doorstep,
    personId: number,
    deed: { command: string; payload: object; now: Date; told?: Told },
    work: (tx: Transaction, row: secrets.SecretRow) => Promise<T>,
  ) =>
    doAtTheDoor(ports.database, deed.now, async (tx) => {
      const row = await secrets.findSecret(tx, personId);
      if (!row) throw new Error(`Person ${personId} is gone; people are never deleted.`);
      const result = await work(tx, row);
      if (deed.told) await tell(ports, tx, step, personId, deed.told, deed.now);
      const { command, payload } = deed;
      const subject = { kind: 'person', id: personId };
      return {
        deed: {
          actor: ownActor(row),
          command,
          portalId: step.portalId,
          caller: step.caller,
          subject,
          payload,
        },
        result,
      };
    });
}

async function freshCodes(ports: OwnPorts, tx: Transaction, personId: number, now: Date): Promise<string[]> {
  const codes = newRecoveryCodes();
  const digests = codes.map((code) => digestOf(ports, personId, code));
  await store.replaceRecoveryCodes(tx, personId, digests, now);
  return codes;
}

/** Recovery codes for who has none yet. */
async function firstCodes(ports: OwnPorts, tx: Transaction, personId: number, now: Date): Promise<string[]> {
  return (await store.countRecoveryCodes(tx, personId)) > 0 ? [] : freshCodes(ports, tx, personId, now);
}

/** The app with codes, and what holds for both ways. */
export function codeDeeds(ports: OwnPorts) {
  const own = ownDeeds(ports);
  return {
    /**
     * Sets up an authenticator app, proved by one of its codes. Every session ends; this browser gets a new one.
     * @returns the new session, and recovery codes where there were none. @throws Refusal
     */
    setUpCode: (step: Doorstep, personId: number, given: { secret: string; typed: string }, now: Date) => {
      const code = readCode(given.typed);
      const at = code && stepOf(given.secret, code, now);
      if (!at) return Promise.reject(refusals.codeWrong);
      const deed = { command: 'accounts.setUpCode', payload: {}, now, told: 'codeSetUp' as const };
      return own(step, personId, deed, async (tx, row) => {
        const secret = ports.seal.seal(given.secret, store.secretPlace(personId));
        await store.insertOneTimeSecret(tx, { personId, secret, step: at, at: now });
        const codes = await firstCodes(ports, tx, personId, now);
        return { token: await replaceSessions(tx, step, row, 'code', now), codes };
      });
    },

    removeCode: (step: Doorstep, personId: number, now: Date) =>
      own(
        step,
        personId,
        { command: 'accounts.removeCode', payload: {}, now, told: 'codeRemoved' },
        async (tx) => {
          if ((await store.removeOneTimeSecret(tx, personId, now)) === 0) throw refusals.nothingThere;
          await voidOrphanCodes(tx, personId, now);
        },
      ),

    /** Ten new recovery codes; those before are worth nothing. @throws Refusal when there is nothing to recover */
    renewRecoveryCodes: (step: Doorstep, personId: number, now: Date) =>
      own(step, personId, { command: 'accounts.renewRecoveryCodes', payload: {}, now }, async (tx) => {
        const held = await store.findFactorsHeld(tx, personId);
        if (!held.hasCode && !held.hasPasskey) throw refusals.nothingToRecover;
        return freshCodes(ports, tx, personId, now);
      }),

    /** After a fresh proof: the session is made anew, with the same end. */
    renewSession: (step: Doorstep, personId: number, now: Date) =>
      own(step, personId, { command: 'accounts.proveAgain', payload: {}, now }, async (tx, row) => {
        const kept = step.sessionId ? await secrets.findSessionFactors(tx, step.sessionId) : undefined;
        if (!kept || !step.sessionId) throw new Error('A proof without a session.');
        await secrets.endSessionNumber(tx, step.sessionId, now);
        const made = { step, factors: kept.factors, startedAt: kept.created_at };
        return (await openSession(tx, row, now, made)).token;
      }),
  };
}

/** Passkeys. */
export function passkeyDeeds(ports: OwnPorts, passkeys: Passkeys) {
  const own = ownDeeds(ports);
  return {
    /** Keeps a new passkey. @returns as `setUpCode`. @throws Refusal when the answer is not good */
    async addPasskey(
      step: Doorstep,
      personId: number,
      given: Omit<Extract<Proof, { kind: 'passkey' }>, 'kind'> & { name: string },
      now: Date,
    ) {
      const made = await passkeys.checkNew(given.use, given.place, given.answered, now);
      if (!made) throw refusals.passkeyNotMade;
      const deed = { command: 'accounts.addPasskey', payload: {}, now, told: 'passkeyAdded' as const };
      return own(step, personId, deed, async (tx, row) => {
        if ((await listPasskeys(tx, personId)).length >= MAX_PASSKEYS) throw refusals.tooManyPasskeys;
        await insertPasskey(tx, { person_id: personId, ...made, name: given.name, at: now });
        const codes = await firstCodes(ports, tx, personId, now);
        return { token: await replaceSessions(tx, step, row, 'passkey', now), codes };
      });
    },

    removePasskey: (step: Doorstep, personId: number, passkeyId: number, now: Date) => {
      const deed = {
        command: 'accounts.removePasskey',
        payload: { passkeyId },
        now,
        told: 'passkeyRemoved' as const,
      };
      return own(step, personId, deed, async (tx) => {
        if ((await removePasskey(tx, personId, passkeyId, now)) === 0) throw refusals.nothingThere;
        await voidOrphanCodes(tx, personId, now);
      });
    },
  };
}

/** Recovery codes open nothing once there is nothing to recover. */
async function voidOrphanCodes(tx: Transaction, personId: number, now: Date): Promise<void> {
  const held = await store.findFactorsHeld(tx, personId);
  if (!held.hasCode && !held.hasPasskey) await store.voidRecoveryCodes(tx, personId, now);
}

export async function tell(
  { announce }: Pick<Ports, 'announce'>,
  tx: Transaction,
  { portalId }: Doorstep,
  personId: number,
  what: Told,
  now: Date,
): Promise<void> {
  const told: OwnerTold = { personId, portalId, what, at: now.toISOString() };
  await announce(tx, 'accounts.ownerTold', told);
}

export function digestOf({ seal }: Pick<Ports, 'seal'>, personId: number, code: string): string {
  return seal.digest(code, `recovery code ${personId}`);
}
