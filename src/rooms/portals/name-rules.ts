import type { CivilDate } from '../../rules/calendar/index.ts';
import type { Words } from '../../rules/lang.ts';
import { checkDomain, type DomainRequest, isReservedHost, suggestDomains } from '../../rules/names/index.ts';
import {
  type BodyKind,
  bodyKinds,
  type DomainRule,
  findBodyKind,
  isInForce,
  type Profile,
} from '../../rules/profile/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { foldVietnamese } from '../../rules/text/index.ts';

/** The regulations a host name is held against: the locality's own, and the national one beside it. */
export interface NamingLaw {
  profile: Profile;
  national: Profile | undefined;
}

/** What is known of the body that asks for a name. */
export interface NameAsked {
  host: string;
  bodyKind: BodyKind;
  bodyName: string;
  abbreviation: string;
  englishName?: string | undefined;
  englishAbbreviation?: string | undefined;
  isMain: boolean;
  /** Hosts it may stand under: that of its superior first, then that of the main portal. */
  parents: readonly string[];
  taken: readonly { host: string; bodyName: string }[];
  siblings: readonly string[];
  disambiguators: readonly string[];
  on: CivilDate;
}

/** Whose consent a name needs before it answers. `body`: the one that asks; `authority`: the one that gives names. */
export interface NameParty {
  code: 'body' | 'authority';
  words: Words;
}

/** A name that keeps the rules: which text it rests on, and who still has to agree. */
export interface GrantedName {
  ruleSource: string;
  notes: readonly Words[];
  parties: readonly NameParty[];
}

function requestOf(asked: NameAsked, parentHost: string | undefined): DomainRequest {
  const { host, bodyKind, bodyName, abbreviation, isMain, taken, siblings, disambiguators, on } = asked;
  return {
    ...{ host, bodyKind, bodyName, abbreviation, isMain, taken, siblings, disambiguators, on },
    ...(asked.englishName ? { englishName: asked.englishName } : {}),
    ...(asked.englishAbbreviation ? { englishAbbreviation: asked.englishAbbreviation } : {}),
    ...(parentHost ? { parentHost } : {}),
  };
}

function placesOf({ parents }: NameAsked): (string | undefined)[] {
  return parents.length > 0 ? [...new Set(parents)] : [undefined];
}

/** Names that keep the rules and are free, best first. */
export function suggestHosts({ profile, national }: NamingLaw, asked: NameAsked): string[] {
  const found = placesOf(asked).flatMap((parent) =>
    suggestDomains(profile, requestOf(asked, parent), national),
  );
  return [...new Set(found)];
}

/**
 * Holds a host name against the regulation in force and the national one beside it (LC-014, LC-015, TB-012, TB-013,
 * QN-015 to QN-017, BG-009 to BG-014). A commune may stand under its district where the regulation says so, or under
 * the province where the national text does; so both are tried.
 *
 * @throws Refusal `host-…` with a name that would do
 */
export function grantName(law: NamingLaw, asked: NameAsked): GrantedName {
  if (isReservedHost(asked.host)) return reservedName(asked);
  const answers = placesOf(asked).map((parent) =>
    checkDomain(law.profile, requestOf(asked, parent), law.national),
  );
  const kept = answers.find((answer) => answer.ok);
  if (kept?.ok) {
    const own = ruleFor(law.profile, asked);
    return {
      notes: kept.notes,
      parties: partiesOf(law.profile, own ?? (law.national && ruleFor(law.national, asked))),
      ruleSource: sourceOf(law, asked),
    };
  }
  const [first] = answers;
  if (!first || first.ok) throw new Error('A name is either granted or refused.');
  throw new Refusal(`host-${first.code}`, first.words, 'host');
}

/** The text that the name keeps: the regulation's own rule first, else the national form. */
function sourceOf({ profile, national }: NamingLaw, asked: NameAsked): string {
  const keepsOwn = placesOf(asked).some((parent) => checkDomain(profile, requestOf(asked, parent)).ok);
  for (const text of keepsOwn ? [profile, national] : [national]) {
    const rule = text && ruleFor(text, asked);
    if (rule) return `${rule.article}, ${text.instrument.number}`;
  }
  return 'chưa có quy định';
}

/** Names of one machine (RFC 6761): for trying out; free if nobody has them. */
function reservedName({ host, taken }: NameAsked): GrantedName {
  if (taken.some((one) => one.host === host)) {
    throw new Refusal(
      'host-taken',
      { vi: 'Tên miền này đã được cấp cho cơ quan khác.', en: 'The host is already given to another body.' },
      'host',
    );
  }
  return { ruleSource: 'RFC 6761', notes: [], parties: [] };
}

function ruleFor(profile: Profile, { bodyKind, isMain, on }: NameAsked): DomainRule | undefined {
  const portal = isMain ? 'main' : 'member';
  return profile.domains.find(
    (rule) => rule.portal === portal && rule.bodyKinds.includes(bodyKind) && isInForce(rule, on),
  );
}

const NAMING_AUTHORITY: Words = { vi: 'Cơ quan quản lý tên miền', en: 'The body in charge of host names' };

/**
 * Who must agree. A regulation may name the parties (TB-013); where no text has a rule for the kind of body, the
 * authority grants the name on record (LC-016). Otherwise nobody: whoever opens the portal is that authority.
 */
function partiesOf(profile: Profile, rule: DomainRule | undefined): NameParty[] {
  if (rule) {
    return rule.agreedBy.map((holder) => ({
      code: holder.applicant ? ('body' as const) : ('authority' as const),
      words: { vi: (holder.now ?? holder).vi, en: (holder.now ?? holder).en },
    }));
  }
  const supplier = profile.domains.find(({ suppliedBy }) => suppliedBy)?.suppliedBy;
  const { vi, en } = supplier?.now ?? supplier ?? NAMING_AUTHORITY;
  return [{ code: 'authority', words: { vi, en } }];
}

/** Whether a body is obliged to have a portal or joined of its own will, and the decision by which it did. */
export interface Joining {
  obligation: 'obliged' | 'voluntary';
  decision: string | null;
}

/**
 * Decides how a kind of body comes in. Kinds the regulation does not know are refused (TB-002: no communes); bodies
 * that are not obliged join by a decision, which is kept with the portal (LC-004, TB-010, TB-063).
 */
export function joiningOf(profile: Profile, kind: BodyKind, decision: string | undefined): Joining {
  const rule = findBodyKind(profile, kind);
  const { instrument } = profile;
  if (!rule) {
    const known = profile.bodyKinds.filter((one) => one.kind !== 'committee');
    throw new Refusal(
      'body-kind-unknown',
      {
        vi: `${instrument.kind.vi} ${instrument.number} không quy định cổng cho loại cơ quan này. Hãy chọn một trong các loại: ${known.map((one) => one.name.vi).join('; ')}.`,
        en: `${instrument.kind.en} ${instrument.number} provides no portal for this kind of body. Choose one of: ${known.map((one) => one.name.en).join('; ')}.`,
      },
      'bodyKind',
    );
  }
  const text = decision?.trim() || null;
  if (rule.obliged) return { obligation: 'obliged', decision: text };
  if (text === null) {
    const asked = rule.joinBy === 'writtenRequest';
    throw new Refusal(
      'decision-missing',
      {
        vi: `Cơ quan này tham gia tự nguyện (${rule.article}). Hãy ghi số, ngày của ${asked ? 'văn bản đề nghị và văn bản đồng ý của UBND' : 'quyết định tham gia'}.`,
        en: `This body joins of its own will (${rule.article}). Give the number and date of ${asked ? "its written request and of the committee's consent" : 'its decision to join'}.`,
      },
      'decision',
    );
  }
  return { obligation: 'voluntary', decision: text };
}

const SMALL_WORDS = new Set(['va', 'cua', 'thuoc', 'cac']);
const KIND_WORDS = /^(ủy ban nhân dân|uỷ ban nhân dân|ubnd)\s+/iu;

/** The abbreviation a clerk would give: initials, without "và"; a commune's or district's is its own name. */
export function abbreviationOf(name: string, kind: BodyKind): string {
  const bare = name.normalize('NFC').trim().replace(KIND_WORDS, '');
  if (kind === 'commune' || kind === 'district') {
    const own = bare.replace(/^(huyện|thị xã|thành phố|quận|xã|phường|thị trấn|đặc khu)\s+/iu, '');
    return foldVietnamese(own)
      .replace(/[^a-z0-9]/g, '')
      .toUpperCase();
  }
  return foldVietnamese(bare)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !SMALL_WORDS.has(word))
    .map((word) => word.charAt(0))
    .join('')
    .toUpperCase();
}

export function isBodyKind(text: string): text is BodyKind {
  return (bodyKinds as readonly string[]).includes(text);
}
