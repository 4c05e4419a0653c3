import { type AskerFieldCode, type AskerKind, askerKinds } from './kinds.ts';
import { type Duty, type Profile, profileSchema } from './schema.ts';

/** A profile file that cannot be used. The message names the file, the path in it and the value found. */
export class ProfileError extends Error {
  override readonly name = 'ProfileError';
}

/**
 * Reads one regulation profile. Checks form and sense: articles, dates, kinds, and that no two values answer the same
 * question on the same day. Checks between profiles (fallback, predecessor) are made by `profileSet`.
 *
 * @throws ProfileError with a sentence such as
 * "lao-cai-22-2016: duties[3].period.value must be a whole number ≥ 0, found -2".
 */
export function parseProfile(json: unknown): Profile {
  const parsed = profileSchema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const path = issue?.path ?? [];
    if (issue?.code === 'unrecognized_keys') {
      refuse(codeOf(json), [...path, issue.keys[0] ?? ''], 'is not a field of a profile');
    }
    refuse(codeOf(json), path, issue?.message ?? 'cannot be read', valueAt(json, path));
  }
  const profile = parsed.data;
  checkIdentity(profile);
  checkDates(profile, profile.code, []);
  checkDuties(profile);
  checkSections(profile);
  checkArticles(profile);
  checkAsker(profile);
  checkInquiries(profile);
  return profile;
}

/** The profiles of an installation by code, each found through its code. */
export type ProfileSet = ReadonlyMap<string, Profile>;

/**
 * Joins parsed profiles and checks what only shows between them: codes are unique, every fallback and predecessor
 * exists and is national, and following them comes to an end.
 *
 * @throws ProfileError
 */
export function profileSet(profiles: readonly Profile[]): ProfileSet {
  const byCode = new Map<string, Profile>();
  for (const profile of profiles) {
    if (byCode.has(profile.code)) refuse(profile.code, ['code'], 'is used by two profiles', profile.code);
    byCode.set(profile.code, profile);
  }
  for (const profile of profiles) {
    for (const field of ['fallback', 'predecessor'] as const) checkLink(byCode, profile, field);
  }
  return byCode;
}

function checkLink(byCode: ProfileSet, profile: Profile, field: 'fallback' | 'predecessor'): void {
  const seen = new Set([profile.code]);
  let current = profile;
  for (let code = profile[field]; code !== undefined; code = current[field]) {
    const next = byCode.get(code);
    if (next === undefined) refuse(current.code, [field], 'must name a profile that exists', code);
    if (field === 'fallback' && next.level !== 'national') {
      refuse(current.code, [field], 'must name a national profile', code);
    }
    if (seen.has(code)) refuse(profile.code, [field], 'must not lead back to a profile already passed', code);
    seen.add(code);
    current = next;
  }
}

function checkIdentity(profile: Profile): void {
  const { code, level, localityCode, instrument } = profile;
  if (level === 'local' && localityCode === undefined) {
    refuse(code, ['localityCode'], 'must name the locality of a local profile');
  }
  if (level === 'local' && profile.fallback === undefined) {
    refuse(code, ['fallback'], 'must name the national profile that fills the gaps');
  }
  if (instrument.inForceFrom < instrument.issuedOn) {
    refuse(
      code,
      ['instrument', 'inForceFrom'],
      'must not be before the day of issue',
      instrument.inForceFrom,
    );
  }
  if (instrument.inForceTo !== undefined && instrument.inForceTo < instrument.inForceFrom) {
    refuse(code, ['instrument', 'inForceTo'], 'must not be before inForceFrom', instrument.inForceTo);
  }
}

/** Every object with validFrom and validTo, wherever it stands, has them in order. */
function checkDates(value: unknown, code: string, path: PropertyKey[]): void {
  if (typeof value !== 'object' || value === null) return;
  if ('validFrom' in value && 'validTo' in value && String(value.validTo) < String(value.validFrom)) {
    refuse(code, [...path, 'validTo'], 'must not be before validFrom', value.validTo);
  }
  for (const [key, child] of Object.entries(value)) {
    checkDates(child, code, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

function checkDuties({ code, duties }: Profile): void {
  for (const [i, duty] of duties.entries()) {
    if (duty.period === undefined && duty.pace === undefined) {
      refuse(code, ['duties', i], 'must have a period or a pace');
    }
    const twin = duties.slice(0, i).find((other) => other.code === duty.code || answersTheSame(other, duty));
    if (twin !== undefined) {
      refuse(
        code,
        ['duties', i],
        `must not answer for the same case on the same day as "${twin.code}"`,
        duty.code,
      );
    }
  }
}

function answersTheSame(a: Duty, b: Duty): boolean {
  return (
    a.variant === b.variant &&
    (a.period === undefined) === (b.period === undefined) &&
    overlap(a.contentKinds, b.contentKinds) &&
    overlap(a.startEvents, b.startEvents) &&
    overlap(a.portals, b.portals) &&
    sameDays(a, b)
  );
}

type Days = { validFrom: string; validTo?: string | undefined };

function sameDays(a: Days, b: Days): boolean {
  return a.validFrom <= (b.validTo ?? '9999-12-31') && b.validFrom <= (a.validTo ?? '9999-12-31');
}

function overlap<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.some((value) => b.includes(value));
}

function checkSections({ code, sections }: Profile): void {
  const codes = new Set<string>();
  for (const [i, section] of sections.entries()) {
    if (codes.has(section.code)) refuse(code, ['sections', i, 'code'], 'must be unique', section.code);
    codes.add(section.code);
  }
}

function checkArticles(profile: Profile): void {
  const values = { username: profile.username, credit: profile.credit };
  for (const [name, value] of Object.entries(values)) needArticle(profile.code, [name], value);
  for (const [i, value] of profile.languages.entries()) needArticle(profile.code, ['languages', i], value);
  for (const [i, value] of profile.roles.entries()) needArticle(profile.code, ['roles', i], value);
}

const askedOf: Partial<Record<AskerFieldCode, AskerKind>> = {
  nationality: 'person',
  occupation: 'person',
  representative: 'organisation',
  representativeTitle: 'organisation',
  licence: 'organisation',
};

function checkAsker({ code, asker }: Profile): void {
  for (const kind of askerKinds) {
    for (const [i, field] of asker[kind].entries()) {
      const path = ['asker', kind, i, 'code'];
      if ((askedOf[field.code] ?? kind) !== kind) {
        const who = kind === 'person' ? 'a person' : 'an organisation';
        refuse(code, path, `must not be asked of ${who}`, field.code);
      }
      const twin = asker[kind]
        .slice(0, i)
        .some((other) => other.code === field.code && sameDays(other, field));
      if (twin) refuse(code, path, 'must not be asked twice on the same day', field.code);
      needArticle(code, path.slice(0, -1), field);
    }
  }
}

function checkInquiries({ code, inquiries }: Profile): void {
  if (inquiries === undefined) return;
  const { intakes, refusesComplaints, scope } = inquiries;
  for (const [i, intake] of intakes.entries()) {
    const twin = intakes.slice(0, i).some((other) => other.kind === intake.kind && sameDays(other, intake));
    if (twin) {
      refuse(
        code,
        ['inquiries', 'intakes', i, 'kind'],
        'must not be named twice on the same day',
        intake.kind,
      );
    }
  }
  const instead = refusesComplaints?.instead;
  if (instead !== undefined && !intakes.some(({ kind }) => kind === instead)) {
    refuse(code, ['inquiries', 'refusesComplaints', 'instead'], 'must be one of the intakes named', instead);
  }
  const topics = scope?.topics.map((topic) => topic.code) ?? [];
  for (const [i, topic] of topics.entries()) {
    if (topics.indexOf(topic) < i)
      refuse(code, ['inquiries', 'scope', 'topics', i, 'code'], 'must be unique', topic);
  }
}

function needArticle(
  code: string,
  path: PropertyKey[],
  value: { article?: string | undefined; ours: boolean },
): void {
  if (value.article === undefined && !value.ours) {
    refuse(code, [...path, 'article'], 'must name the article, or the value must be marked "ours"');
  }
}

function codeOf(json: unknown): string {
  const code = typeof json === 'object' && json !== null && 'code' in json ? json.code : undefined;
  return typeof code === 'string' && code !== '' ? code : '(profile without a code)';
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    json,
  );
}

const nothing = Symbol('nothing');

function refuse(code: string, path: readonly PropertyKey[], must: string, ...found: [unknown?]): never {
  const value = found.length === 0 ? nothing : found[0];
  const tail = value === nothing ? '' : `, found ${value === undefined ? 'nothing' : JSON.stringify(value)}`;
  throw new ProfileError(`${code}: ${printPath(path)} ${must}${tail}`);
}

function printPath(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the profile';
  return path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`,
    '',
  );
}
