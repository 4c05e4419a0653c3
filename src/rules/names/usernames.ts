import type { Words } from '../lang.ts';
import type { Profile } from '../profile/index.ts';
import { plainLetters, vietnameseNameParts } from './people.ts';
import { usernameWords } from './words.ts';

/** Longest user name. Names are typed by hand and kept in a unique column; 40 holds every unit abbreviation seen. */
export const maxUsernameLength = 40;

/** Who gets the name, and for which unit. */
export interface UsernameRequest {
  fullName: string;
  unitAbbreviation: string;
  /** Names in use, in any case. */
  taken?: Iterable<string>;
}

/** Whether a name may be used; a refusal says what to do and proposes one that may. */
export type NameCheck =
  | { ok: true; notes: Words[] }
  | { ok: false; code: NameRefusalCode; words: Words; suggestion?: string };

export type NameRefusalCode =
  | 'empty'
  | 'characters'
  | 'too-long'
  | 'pattern'
  | 'taken'
  | 'not-gov-vn'
  | 'fixed-host'
  | 'parent'
  | 'level'
  | 'not-abbreviation'
  | 'not-full-name'
  | 'same-name';

/**
 * The user name of a person by the pattern of the profile (Lào Cai Đ26.1.a, LC-102: initials of surname and middle
 * names, the given name, the abbreviation of the unit, joined, without marks). When it is taken the lowest free number
 * from 2 is added, which is our convention.
 */
export function suggestUsername(profile: Profile, request: UsernameRequest): string {
  const taken = new Set([...(request.taken ?? [])].map((name) => name.toLowerCase()));
  const base = baseName(profile, request);
  if (!taken.has(base)) return base;
  for (let n = 2; ; n += 1) {
    const numbered = `${base.slice(0, maxUsernameLength - String(n).length)}${n}`;
    if (!taken.has(numbered)) return numbered;
  }
}

/** Whether a user name keeps the pattern of the profile for this person and is free. */
export function checkUsername(profile: Profile, username: string, request: UsernameRequest): NameCheck {
  const suggestion = suggestUsername(profile, request);
  const refuse = (code: keyof typeof usernameWords): NameCheck => ({
    ok: false,
    code,
    words: usernameWords[code](suggestion),
    suggestion,
  });
  if (username === '') return refuse('empty');
  if (!/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(username)) return refuse('characters');
  if (username.length > maxUsernameLength) return refuse('too-long');
  const base = baseName(profile, request);
  if (username.replace(/\d+$/, '') !== base.replace(/\d+$/, '')) return refuse('pattern');
  const taken = [...(request.taken ?? [])].some((name) => name.toLowerCase() === username);
  return taken ? refuse('taken') : { ok: true, notes: [] };
}

function baseName({ username }: Profile, { fullName, unitAbbreviation }: UsernameRequest): string {
  const { surname, middle, given } = vietnameseNameParts(fullName);
  const parts = {
    initials: [surname, ...middle].map((word) => plainLetters(word).charAt(0)).join(''),
    givenName: plainLetters(given),
    unitAbbreviation: plainLetters(unitAbbreviation),
  };
  const person = username.parts.filter((part) => part !== 'unitAbbreviation').map((part) => parts[part]);
  const unit = username.parts.includes('unitAbbreviation') ? [parts.unitAbbreviation] : [];
  return [person.join(''), ...unit].filter(Boolean).join(username.separator).slice(0, maxUsernameLength);
}
