import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Where a ceremony takes place: the host it came to, and that of the locality's main portal. */
export interface CeremonyPlace {
  origin: string;
  mainOrigin: string;
}

/**
 * The name a passkey is made for (WebAuthn §5.1.2, RP ID). It works at every host below that name, so the portals of a
 * locality share one where they share a registrable name: `laocai.gov.vn` for `www.laocai.gov.vn` and `stc.laocai.gov.vn`. A
 * portal at a name of its own has passkeys of its own. It hangs on the main portal's name alone, so that a portal opened
 * later ends nobody's passkey.
 */
export function rpIdOf({ origin, mainOrigin }: CeremonyPlace): string {
  const host = new URL(origin).hostname;
  const name = registrableName(host);
  return name !== undefined && name === registrableName(new URL(mainOrigin).hostname) ? name : host;
}

/**
 * What somebody registers: one label more than the registry gives out by itself. Under `.vn` the registry gives out names
 * below `gov.vn`, `com.vn` and, since 2023, below the names of provinces: three labels are safe everywhere there. Elsewhere
 * two, and three below short second levels such as `co.uk`. Undefined for addresses and bare names.
 */
function registrableName(host: string): string | undefined {
  if (/^[\d.]+$|^\[/.test(host)) return undefined;
  const labels = host.split('.');
  const [second = '', top = ''] = labels.slice(-2);
  const needed = top === 'vn' || (top.length === 2 && second.length <= 3) ? 3 : 2;
  return labels.length < needed ? undefined : labels.slice(-needed).join('.');
}

export type Ceremony = 'signIn' | 'prove' | 'register';

/** A page may stand open for so long before its button is pressed. */
export const CHALLENGE_LIMIT_MS = 60 * 60_000;
const CHALLENGE_BYTES = 32;

/** What a challenge is good for, and nowhere else: the ceremony, the host, and who stands before it. */
export interface ChallengeUse {
  ceremony: Ceremony;
  origin: string;
  /** Token of the forms of the page's session; empty before signing in. */
  bearer: string;
}

function sign(secretKey: Buffer, { ceremony, origin, bearer }: ChallengeUse, said: string): Buffer {
  return createHmac('sha256', secretKey)
    .update(`passkey\0${ceremony}\0${origin}\0${bearer}\0${said}`)
    .digest();
}

/** A signed challenge, so that nothing is stored before somebody answers. `token` goes into the form beside the answer. */
export function newChallenge(
  secretKey: Buffer,
  use: ChallengeUse,
  now: Date,
): { challenge: Uint8Array<ArrayBuffer>; token: string } {
  const challenge = new Uint8Array(randomBytes(CHALLENGE_BYTES));
  const said = `${Buffer.from(challenge).toString('base64url')}.${now.getTime() + CHALLENGE_LIMIT_MS}`;
  return { challenge, token: `${said}.${sign(secretKey, use, said).toString('base64url')}` };
}

/** The challenge of a token that we gave out for this use and that has not run out. */
export function readChallenge(
  secretKey: Buffer,
  use: ChallengeUse,
  token: string,
  now: Date,
): { challenge: string; expiresAt: Date } | undefined {
  const [challenge = '', end = '', signature = ''] = token.split('.');
  const given = Buffer.from(signature, 'base64url');
  const right = sign(secretKey, use, `${challenge}.${end}`);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const expiresAt = new Date(Number(end));
  return expiresAt > now ? { challenge, expiresAt } : undefined;
}

/** A name for a passkey nobody named. */
export function passkeyName(typed: string, otherwise: string): string {
  return [...typed.trim().replace(/\s+/gu, ' ')].slice(0, 60).join('') || otherwise;
}
