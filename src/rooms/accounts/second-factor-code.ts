import { Secret, TOTP } from 'otpauth';
import { encode } from 'uqr';

/** RFC 6238 with what every authenticator app can: SHA-1, six digits, thirty seconds. */
export const STEP_SECONDS = 30;
const DIGITS = 6;
/** A code of the step before or after is good too (RFC 6238 §5.2): clocks differ, and typing takes time. */
const WINDOW = 1;
/** RFC 4226 §4 asks for 128 bits at least and recommends 160. */
const SECRET_BYTES = 20;

/** A new secret, in base 32 as the apps read it. */
export function newSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** Six digits as they are typed: spaces between groups are not part of them. Undefined when it is no code. */
export function readCode(typed: string): string | undefined {
  const digits = typed.normalize('NFKC').replace(/[\s.-]/g, '');
  return /^\d{6}$/.test(digits) ? digits : undefined;
}

/** The time step a code belongs to, or undefined when it is not one of the three that are good now. */
export function stepOf(secret: string, code: string, now: Date): number | undefined {
  const timestamp = now.getTime();
  const delta = TOTP.validate({
    ...{ token: code, secret: Secret.fromBase32(secret), timestamp },
    ...{ digits: DIGITS, period: STEP_SECONDS, window: WINDOW },
  });
  return delta === null ? undefined : Math.floor(timestamp / 1_000 / STEP_SECONDS) + delta;
}

/** What the QR code says: account and secret in the form every app reads. */
export function keyUri(secret: string, account: { issuer: string; label: string }): string {
  return new TOTP({ ...account, secret, digits: DIGITS, period: STEP_SECONDS }).toString();
}

/** The secret in groups of four, to be typed where there is no camera. */
export function inGroups(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? '';
}

/** The dark squares of a QR code as one path, each square 1 × 1. */
export function qrPath(text: string): { path: string; size: number } {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return { path, size };
}
