import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Database } from '../../platform/db/index.ts';
import type { Ports } from '../../platform/ports.ts';
import {
  type CeremonyPlace,
  type ChallengeUse,
  newChallenge,
  readChallenge,
  rpIdOf,
} from './passkey-rules.ts';
import * as store from './passkey-store.ts';

/** What a page needs for its button, and what comes back in the form. */
export interface Asked<Options> {
  options: Options;
  token: string;
}

export interface Answered {
  /** JSON of the browser's answer. */
  answer: string;
  token: string;
}

/** A passkey that was just shown to be in its owner's hand. */
export interface ShownPasskey {
  personId: number;
  passkeyId: number;
}

/** An answer is a few kilobytes; more is not read. */
const MAX_ANSWER_LENGTH = 20_000;
const TIMEOUT_MS = 5 * 60_000;
/** EdDSA, ES256 and RS256 (COSE): between them every authenticator there is. */
const ALGORITHMS = [-8, -7, -257];

export interface Passkeys {
  /** Options for proving who one is. @param personId whose passkeys may answer; anybody's when left out */
  ask(
    use: ChallengeUse,
    place: CeremonyPlace,
    now: Date,
    personId?: number,
  ): Promise<Asked<PublicKeyCredentialRequestOptionsJSON>>;
  /** The owner of the passkey that answered, or undefined: unknown, another host, an old or spent challenge, a copied key. */
  check(
    use: ChallengeUse,
    place: CeremonyPlace,
    answered: Answered,
    now: Date,
  ): Promise<ShownPasskey | undefined>;
  /** Options for making one. */
  askNew(
    use: ChallengeUse,
    place: CeremonyPlace,
    owner: { personId: number; username: string; fullName: string; rpName: string },
    now: Date,
  ): Promise<Asked<PublicKeyCredentialCreationOptionsJSON>>;
  /** What is to be kept of a new one, or undefined when the answer is not good. */
  checkNew(
    use: ChallengeUse,
    place: CeremonyPlace,
    answered: Answered,
    now: Date,
  ): Promise<
    | Pick<
        store.PasskeyRow,
        'credential_id' | 'public_key' | 'rp_id' | 'sign_count' | 'transports' | 'is_backed_up'
      >
    | undefined
  >;
}

/** Ceremonies of WebAuthn. The person's fingerprint, face or PIN is always asked for: that is what makes them two factors. */
export function createPasskeys(ports: Pick<Ports, 'database' | 'seal' | 'settings'>): Passkeys {
  const { database, settings } = ports;
  const spend = (use: ChallengeUse, token: string, now: Date) =>
    spendOnce(database, readChallenge(settings.secretKey, use, token, now), now);
  const asSystem = <T>(work: Parameters<typeof database.transaction<T>>[1]) =>
    database.transaction({ as: 'system' }, work);

  return {
    async ask(use, place, now, personId) {
      const rpID = rpIdOf(place);
      const { challenge, token } = newChallenge(settings.secretKey, use, now);
      const own = personId === undefined ? [] : await asSystem((tx) => store.listPasskeys(tx, personId));
      const allowCredentials = own
        .filter((row) => row.rp_id === rpID)
        .map((row) => ({ id: row.credential_id, transports: row.transports }));
      const options = await generateAuthenticationOptions({
        ...{ rpID, challenge, timeout: TIMEOUT_MS, userVerification: 'required' },
        ...(allowCredentials.length > 0 && { allowCredentials }),
      });
      return { options, token };
    },
    async check(use, place, answered, now) {
      const response = parseAnswer<AuthenticationResponseJSON>(answered);
      const challenge = response && (await spend(use, answered.token, now));
      const row = challenge && (await asSystem((tx) => store.findPasskey(tx, response.id)));
      if (!row) return undefined;
      const verified = await orNothing(
        verifyAuthenticationResponse({
          ...{ response, expectedChallenge: challenge, expectedOrigin: place.origin },
          ...{ expectedRPID: rpIdOf(place), requireUserVerification: true },
          credential: {
            id: row.credential_id,
            publicKey: new Uint8Array(Buffer.from(row.public_key, 'base64url')),
            counter: row.sign_count,
          },
        }),
      );
      if (!verified?.verified) return undefined;
      const { newCounter: count, credentialBackedUp: isBackedUp } = verified.authenticationInfo;
      const counted = await asSystem((tx) =>
        store.countPasskeyUse(tx, row.id, { before: row.sign_count, count, isBackedUp, at: now }),
      );
      return counted === 1 ? { personId: row.person_id, passkeyId: row.id } : undefined;
    },
    ...makingOf(ports, spend),
  };
}

/** The ceremonies that make a new one. */
function makingOf(
  { database, seal, settings }: Pick<Ports, 'database' | 'seal' | 'settings'>,
  spend: (use: ChallengeUse, token: string, now: Date) => Promise<string | undefined>,
): Pick<Passkeys, 'askNew' | 'checkNew'> {
  return {
    async askNew(use, place, { personId, username, fullName, rpName }, now) {
      const rpID = rpIdOf(place);
      const { challenge, token } = newChallenge(settings.secretKey, use, now);
      const own = await database.transaction({ as: 'system' }, (tx) => store.listPasskeys(tx, personId));
      const options = await generateRegistrationOptions({
        ...{ rpName, rpID, challenge, userName: username, userDisplayName: fullName, timeout: TIMEOUT_MS },
        // says nothing of the person to whoever reads it off the device (WebAuthn §14.6.1)
        userID: new Uint8Array(Buffer.from(seal.digest(String(personId), 'passkey user'), 'base64url')),
        attestationType: 'none',
        supportedAlgorithmIDs: ALGORITHMS,
        excludeCredentials: own
          .filter((row) => row.rp_id === rpID)
          .map((row) => ({ id: row.credential_id, transports: row.transports })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
      return { options, token };
    },
    async checkNew(use, place, answered, now) {
      const response = parseAnswer<RegistrationResponseJSON>(answered);
      const challenge = response && (await spend(use, answered.token, now));
      if (!challenge) return undefined;
      const rp_id = rpIdOf(place);
      const verified = await orNothing(
        verifyRegistrationResponse({
          ...{ response, expectedChallenge: challenge, expectedOrigin: place.origin },
          ...{ expectedRPID: rp_id, requireUserVerification: true, supportedAlgorithmIDs: ALGORITHMS },
        }),
      );
      if (!verified?.verified) return undefined;
      const { credential, credentialBackedUp } = verified.registrationInfo;
      return {
        ...{ credential_id: credential.id, rp_id, sign_count: credential.counter },
        public_key: Buffer.from(credential.publicKey).toString('base64url'),
        transports: (credential.transports ?? []).slice(0, 10),
        is_backed_up: credentialBackedUp,
      };
    },
  };
}

/** The challenge, once: whatever becomes of the answer, the same is not taken again. */
async function spendOnce(
  database: Database,
  given: { challenge: string; expiresAt: Date } | undefined,
  now: Date,
): Promise<string | undefined> {
  if (!given) return undefined;
  const spent = await database.transaction({ as: 'system' }, (tx) =>
    store.spendChallenge(tx, given.challenge, given.expiresAt, now),
  );
  return spent === 1 ? given.challenge : undefined;
}

function parseAnswer<T extends { id: string }>({ answer }: Answered): T | undefined {
  if (answer === '' || answer.length > MAX_ANSWER_LENGTH) return undefined;
  try {
    const parsed = JSON.parse(answer) as T | null;
    return typeof parsed?.id === 'string' ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** The library throws at what is not as it must be; for us that is an answer that is not good. */
async function orNothing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch {
    return undefined;
  }
}
