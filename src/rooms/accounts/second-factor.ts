import type { Transaction } from '../../platform/db/index.ts';
import type { Ports } from '../../platform/ports.ts';
import { doAtTheDoor } from './deeds.ts';
import { type Doorstep, letIn, type SignedIn } from './entering.ts';
import type { CeremonyPlace, ChallengeUse } from './passkey-rules.ts';
import type { Answered, Passkeys } from './passkeys.ts';
import { readRecoveryCode } from './recovery-codes.ts';
import { readCode, stepOf } from './second-factor-code.ts';
import { codeDeeds, digestOf, passkeyDeeds, tell } from './second-factor-deeds.ts';
import type { Factors, FirstFactor, SecondFactor } from './second-factor-rules.ts';
import * as store from './second-factor-store.ts';
import { secondFactorRefusals as refusals } from './second-factor-words.ts';
import * as secrets from './secrets-store.ts';
import { hashToken } from './sessions.ts';
import type { SignIn } from './sign-in.ts';

/** How somebody proves at a page that it is he. */
export type Proof =
  | { kind: 'code'; typed: string }
  | { kind: 'passkey'; use: ChallengeUse; place: CeremonyPlace; answered: Answered }
  /** Only for who has no second factor. */
  | { kind: 'password'; typed: string };

export type Proved =
  | { kind: 'right'; factor: SecondFactor | 'password' }
  | { kind: 'wrong' }
  | { kind: 'waiting'; until: Date };

/** Someone between the first factor and the second. */
export interface HalfIn {
  row: secrets.SecretRow;
  factor: FirstFactor;
  held: store.FactorsHeld;
  tokenHash: string;
}

export interface SecondFactorParts {
  ports: Pick<Ports, 'database' | 'seal' | 'announce'>;
  signIn: SignIn;
  passkeys: Passkeys;
}

export type SecondFactorDoor = ReturnType<typeof createSecondFactor>;

/** The second factor: proving it, setting it up, taking it away. */
export function createSecondFactor(parts: SecondFactorParts) {
  const { ports, passkeys } = parts;
  const { database } = ports;
  const asSystem = <T>(work: Parameters<typeof database.transaction<T>>[1]) =>
    database.transaction({ as: 'system' }, work);
  const prove = (step: Doorstep, row: secrets.SecretRow, proof: Proof, now: Date) =>
    checkProof(parts, step, row, proof, now);

  return {
    held: (personId: number) => asSystem((tx) => store.findFactorsHeld(tx, personId)),
    prove,

    /** Who a token of a sign-in that is half way belongs to; undefined when it has run out or was used. */
    async findHalf(step: Doorstep, token: string | undefined, now: Date): Promise<HalfIn | undefined> {
      if (!token) return undefined;
      const tokenHash = hashToken(token);
      return asSystem(async (tx) => {
        const half = await store.findHalf(tx, tokenHash, step.localityId, now);
        const row = half && (await secrets.findSecret(tx, half.person_id));
        if (!half || !row) return undefined;
        return { row, factor: half.factor, held: await store.findFactorsHeld(tx, row.id), tokenHash };
      });
    },

    /** The second half of a sign-in. A password proves nothing here: it was the first. */
    async finishHalf(
      step: Doorstep,
      half: HalfIn,
      proof: Exclude<Proof, { kind: 'password' }>,
      { now, lastToken }: { now: Date; lastToken: string | undefined },
    ): Promise<SignedIn | Exclude<Proved, { kind: 'right' }>> {
      const proved = await prove(step, half.row, proof, now);
      if (proved.kind !== 'right') return proved;
      const factors = `${half.factor}+${proved.factor}` as Factors;
      return doAtTheDoor(database, now, async (tx) => {
        if ((await store.useHalf(tx, half.tokenHash, now)) !== 1) throw refusals.halfGone;
        if (proved.factor === 'recovery') await tell(ports, tx, step, half.row.id, 'recoveryUsed', now);
        return letIn(tx, ports.announce, step, half.row, { factors, now, lastToken });
      });
    },

    /** Signs in with a passkey alone: whose it is, the passkey says. */
    async signInByPasskey(
      step: Doorstep,
      proof: Extract<Proof, { kind: 'passkey' }>,
      { now, lastToken }: { now: Date; lastToken: string | undefined },
    ): Promise<SignedIn | undefined> {
      const shown = await passkeys.check(proof.use, proof.place, proof.answered, now);
      const row = shown && (await asSystem((tx) => secrets.findSecret(tx, shown.personId)));
      // an account whose password was ended by an administrator is opened by nothing until its invitation is taken
      if (!row || row.locality_id !== step.localityId || !secrets.livePassword(row)) return undefined;
      return doAtTheDoor(database, now, (tx) =>
        letIn(tx, ports.announce, step, row, { factors: 'passkey', now, lastToken }),
      );
    },

    ...codeDeeds(ports),
    ...passkeyDeeds(ports, passkeys),
  };
}

/**
 * Whether somebody is who he says. Codes and passwords are counted before they are looked at, with the failures of the
 * password (LC-106); a passkey cannot be guessed, so it is not counted and works through a wait.
 */
async function checkProof(
  parts: SecondFactorParts,
  step: Doorstep,
  row: secrets.SecretRow,
  proof: Proof,
  now: Date,
): Promise<Proved> {
  const { ports, signIn, passkeys } = parts;
  if (proof.kind === 'passkey') {
    const shown = await passkeys.check(proof.use, proof.place, proof.answered, now);
    return shown?.personId === row.id ? { kind: 'right', factor: 'passkey' } : { kind: 'wrong' };
  }
  if (proof.kind === 'password') {
    const tried = await signIn.attempt(step, row.username, proof.typed, now);
    if (tried.kind !== 'right') return tried;
    await ports.database.transaction({ as: 'system' }, (tx) =>
      secrets.saveFailures(tx, row.id, 0, undefined),
    );
    return { kind: 'right', factor: 'password' };
  }
  const count = await signIn.reserveFor(row, step, now);
  if ('waitUntil' in count) return { kind: 'waiting', until: count.waitUntil };
  const factor = await ports.database.transaction({ as: 'system' }, async (tx) => {
    const taken = await takeTyped(ports, tx, row.id, proof.typed, now);
    if (taken) await secrets.saveFailures(tx, row.id, 0, undefined);
    return taken;
  });
  if (factor) return { kind: 'right', factor };
  await signIn.recordFailure(step, row, count, now);
  return count.lockedUntil ? { kind: 'waiting', until: count.lockedUntil } : { kind: 'wrong' };
}

/** Takes what was typed as a code of the app or as a recovery code; each is good once. */
async function takeTyped(
  ports: Pick<Ports, 'seal'>,
  tx: Transaction,
  personId: number,
  typed: string,
  now: Date,
): Promise<'code' | 'recovery' | undefined> {
  const code = readCode(typed);
  if (code) {
    const kept = await store.findOneTimeSecret(tx, personId);
    const step = kept && stepOf(ports.seal.open(kept.secret, store.secretPlace(personId)), code, now);
    return kept && step && (await store.takeStep(tx, kept.id, step, now)) === 1 ? 'code' : undefined;
  }
  const recovery = readRecoveryCode(typed);
  if (!recovery) return undefined;
  const used = await store.useRecoveryCode(tx, personId, digestOf(ports, personId, recovery), now);
  return used === 1 ? 'recovery' : undefined;
}
