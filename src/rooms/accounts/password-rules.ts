import { Refusal } from '../../rules/refusal.ts';
import { foldVietnamese } from '../../rules/text/index.ts';
import { passwordWords } from './refusals.ts';

/** Characters a password has at least while no second factor is asked for, and the classes it has (level 3, TCVN 14423:2026). */
export const MIN_PASSWORD_LENGTH = 14;
export const PASSWORD_CLASSES = 4;
/** A bound for the form only; longer ones are refused, never cut. */
export const MAX_PASSWORD_LENGTH = 256;
/** A new password is none of the last ten (level 3). */
export const REMEMBERED_PASSWORDS = 10;
/** Administrators choose a new one every two months (level 3; LX-017 "changed regularly"). */
export const ADMIN_PASSWORD_AGE_DAYS = 60;

/** Different characters a password has at least; fewer is a pattern. */
const MIN_DIFFERENT = 8;
const LONGEST_RUN = 3;
/** Letters and digits that must be left when the well-known pieces are taken away. */
const MIN_OWN = 6;

/** What everyone tries first: folded, small, without marks; longer pieces before the shorter ones within them. */
const WELL_KNOWN_WORDS = [
  ...[
    'administrator',
    'congthongtin',
    'qwertyuiop',
    'password',
    'iloveyou',
    'anhyeuem',
    'emyeuanh',
    'matkhau',
  ],
  ...[
    'quantri',
    'vietnam',
    'xinchao',
    'welcome',
    'letmein',
    'qwerty',
    'asdfgh',
    'zxcvbn',
    'dientu',
    'abcdef',
  ],
  ...['admin', 'uyban', 'yeuem', 'passw', 'ubnd', 'abc'],
];
const WELL_KNOWN_DIGITS = [
  ...['1234567890', '0123456789', '9876543210', '12345678', '1234567', '123456', '654321', '12345', '4321'],
  ...['1234', '123', '321'],
];

const LOOKALIKES: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '0': 'o',
  $: 's',
  '5': 's',
  '!': 'i',
};

/**
 * One spelling of a password, after OpaqueString of RFC 8265: NFC and plain spaces; nothing is folded, trimmed or cut.
 */
export function preparePassword(typed: string): string {
  return typed.replace(/\p{Zs}/gu, ' ').normalize('NFC');
}

/** Whether a new password may be used, as a list of what is wrong with it; empty when it may. */
export function passwordFaults(typed: string, username: string): (keyof typeof passwordWords)[] {
  const password = preparePassword(typed);
  const length = [...password].length;
  if (length > MAX_PASSWORD_LENGTH) return ['tooLong'];
  const faults: (keyof typeof passwordWords)[] = [];
  if (length < MIN_PASSWORD_LENGTH) faults.push('tooShort');
  if (classesOf(password) < PASSWORD_CLASSES) faults.push('classes');
  if (containsName(password, username)) faults.push('username');
  if (isRepeated(password)) faults.push('repeated');
  else if (isWellKnown(password)) faults.push('wellKnown');
  return faults;
}

/** @throws Refusal with the first fault, at the field `newPassword` (LX-017). */
export function requireGoodPassword(typed: string, username: string): void {
  const [fault] = passwordFaults(typed, username);
  if (fault) throw new Refusal(`password-${fault}`, passwordWords[fault], 'newPassword');
}

/** Capital letters, small letters, digits, other signs. */
function classesOf(password: string): number {
  return [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u].filter((one) => one.test(password)).length;
}

function containsName(password: string, username: string): boolean {
  const name = foldVietnamese(username).replace(/[^a-z0-9]/g, '');
  return (
    name.length >= 3 &&
    foldVietnamese(password)
      .replace(/[^a-z0-9]/g, '')
      .includes(name)
  );
}

function isRepeated(password: string): boolean {
  if (new Set(password).size < MIN_DIFFERENT) return true;
  if (new RegExp(`(.)\\1{${LONGEST_RUN},}`, 'u').test(password)) return true;
  return /^(.+?)\1+$/su.test(password);
}

/**
 * Little is left once well-known pieces are gone: first runs of digits and years, then words, also those written with
 * lookalikes (P@ssw0rd).
 */
function isWellKnown(password: string): boolean {
  const without = (text: string, pieces: readonly string[]) =>
    pieces.reduce((rest, piece) => rest.replaceAll(piece, ''), text);
  const plain = foldVietnamese(password);
  const wordy = without(plain, WELL_KNOWN_DIGITS).replace(/(19|20)\d\d/g, '');
  const read = [...wordy].map((sign) => LOOKALIKES[sign] ?? sign).join('');
  return [wordy, read].some((text) => {
    const rest = without(text.replace(/[^a-z0-9]/g, ''), WELL_KNOWN_WORDS);
    return rest.length < Math.min(MIN_OWN, plain.replace(/[^a-z0-9]/g, '').length);
  });
}
