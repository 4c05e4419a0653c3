import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a form of the public carries instead of a session: when it was opened, and a number of its own. */
export interface FormToken {
  issuedAt: Date;
  /** Chosen by chance; the same form sent twice is known by it. */
  random: string;
  /** Two numbers to add, asked for while a portal is flooded. */
  sum: readonly [number, number] | undefined;
}

/** What the token is good for: a token of one form opens no other. */
export interface FormPlace {
  portalId: number;
  intake: string;
}

/** Nobody writes a letter in less; a page left open longer has forgotten what day it is. */
export const FORM_LEAST_MS = 3_000;
export const FORM_MOST_MS = 12 * 3_600_000;
/** 128 bits are never met twice. */
export const FORM_RANDOM_BYTES = 16;

export type TokenFault = 'missing' | 'tooSoon' | 'tooOld';

function sign(secretKey: Buffer, { portalId, intake }: FormPlace, body: string): string {
  return createHmac('sha256', secretKey)
    .update(`inquiry-form:${portalId}:${intake}:${body}`)
    .digest('base64url');
}

export function writeToken(secretKey: Buffer, place: FormPlace, token: FormToken): string {
  const { issuedAt, random, sum } = token;
  const body = `${issuedAt.getTime()}.${random}.${sum ? sum.join('+') : ''}`;
  return `${body}.${sign(secretKey, place, body)}`;
}

const WRITTEN = /^((\d{1,15})\.([\w-]{10,64})\.(?:(\d)\+(\d))?)\.([\w-]{43})$/;

/** The token, if it is one of ours and of this form. */
export function readToken(secretKey: Buffer, place: FormPlace, text: string): FormToken | undefined {
  const [, body = '', at = '', random = '', one, two, given = ''] = WRITTEN.exec(text) ?? [];
  const right = Buffer.from(sign(secretKey, place, body));
  const theirs = Buffer.from(given);
  if (theirs.length !== right.length || !timingSafeEqual(theirs, right)) return undefined;
  return {
    issuedAt: new Date(Number(at)),
    random,
    sum: one === undefined || two === undefined ? undefined : [Number(one), Number(two)],
  };
}

/** Whether a form may be sent now; undefined when it may. */
export function tokenFault(token: FormToken | undefined, now: Date): TokenFault | undefined {
  if (!token) return 'missing';
  const ageMs = now.getTime() - token.issuedAt.getTime();
  if (ageMs < FORM_LEAST_MS) return 'tooSoon';
  return ageMs > FORM_MOST_MS ? 'tooOld' : undefined;
}

const NUMBERS = {
  vi: [
    ...['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười', 'mười một'],
    ...['mười hai', 'mười ba', 'mười bốn', 'mười lăm', 'mười sáu', 'mười bảy', 'mười tám'],
  ],
  en: [
    ...['nought', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven'],
    ...['twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen'],
  ],
} as const;

/** A digit as it is said. */
export function numberWord(digit: number, lang: 'vi' | 'en'): string {
  return NUMBERS[lang][digit] ?? String(digit);
}

/** Two digits out of two random bytes, none of them nought. */
export function drawSum(random: Uint8Array): [number, number] {
  const digit = (at: number) => ((random[at] ?? 0) % 9) + 1;
  return [digit(0), digit(1)];
}

/** Whether the sum was answered, in figures or in words of either language. */
export function isSumOf([one, two]: readonly [number, number], typed: string): boolean {
  const plain = typed
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s.]+/g, ' ')
    .trim();
  const right = one + two;
  return plain === String(right) || plain === NUMBERS.vi[right] || plain === NUMBERS.en[right];
}
