import type { CivilDate } from '../calendar/index.ts';
import type { Words } from '../lang.ts';
import { type BodyKind, type DomainRule, type Holder, isInForce, type Profile } from '../profile/index.ts';
import { plainLetters } from './people.ts';
import type { NameCheck } from './usernames.ts';
import { domainNotes, domainWords } from './words.ts';

/** The host asked for, and the body that asks. */
export interface DomainRequest {
  host: string;
  bodyKind: BodyKind;
  /** Name with or without its kind: "Xã Tân Hòa", "huyện Tư Nghĩa", "Sở Thông tin và Truyền thông". */
  bodyName: string;
  abbreviation?: string;
  englishName?: string;
  englishAbbreviation?: string;
  /** Host of the main portal, or of the superior body where the rule wants that one. */
  parentHost?: string;
  isMain: boolean;
  /** Hosts already given, with the body each belongs to. */
  taken?: readonly { host: string; bodyName: string }[];
  /** Other bodies of the same kind in the locality: two of one name need telling apart. */
  siblings?: readonly string[];
  /** What tells bodies of one name apart, in order of preference: the former district, the code. */
  disambiguators?: readonly string[];
  on: CivilDate;
}

type RefusalCode = keyof typeof domainWords;

/** Names kept for use on one machine or in documents (RFC 2606, RFC 6761): no regulation applies to them. */
export function isReservedHost(host: string): boolean {
  return /(^|\.)(localhost|test|example|invalid)$/.test(host);
}

/**
 * Checks a host against the domain rule of the regulation (Lào Cai Đ4.3, Thái Bình Đ4.3, Quảng Ngãi Đ6, Bắc Giang Đ4),
 * or against `national` (NĐ 224/2026 Đ11.4) where the regulation has no rule for the kind of body. Since the national
 * text is the later and higher one, a host of its form is accepted beside the local form. `notes` say who must agree,
 * who supplies the name and where the two forms differ.
 */
export function checkDomain(profile: Profile, request: DomainRequest, national?: Profile): NameCheck {
  const host = request.host;
  const rules = [profile, national].flatMap((from) => {
    const rule = from && findRule(from, request);
    return from && rule ? [{ from, rule }] : [];
  });
  const suggestion = suggestDomains(profile, request, national)[0] ?? '';
  const refuse = (code: RefusalCode, rule?: { from: Profile; rule: DomainRule }): NameCheck => ({
    ok: false,
    code,
    words: domainWords[code]({ rule: rule ? basisOf(rule.from, rule.rule) : { vi: '', en: '' }, suggestion }),
    ...(suggestion !== '' && { suggestion }),
  });
  if (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/.test(host))
    return refuse('characters');
  if (host.length > 253 || host.split('.').some((label) => label.length > 63)) return refuse('characters');
  if (!host.endsWith('.gov.vn')) return refuse('not-gov-vn');
  if (request.taken?.some((one) => one.host === host)) return refuse('taken', rules[0]);
  if (rules.length === 0) return { ok: true, notes: [domainNotes.noRule] };

  const faults = rules.map(({ rule }) => faultOf(rule, request));
  const kept = faults.indexOf(undefined);
  const match = rules[kept];
  if (match === undefined) return refuse(faults[0] ?? 'level', rules[0]);
  if (isAmbiguous(match.rule, request)) return refuse('same-name', match);
  const differs = match.from === profile && faults[1] !== undefined ? rules[1]?.rule.pattern : undefined;
  return { ok: true, notes: notesOf(match.rule, differs) };
}

/** Hosts that keep the rule and are free, best first; empty where no rule or no parent host is known. */
export function suggestDomains(profile: Profile, request: DomainRequest, national?: Profile): string[] {
  const rule = findRule(profile, request) ?? (national && findRule(national, request));
  if (rule === undefined) return [];
  const fixed = rule.host ?? exceptionOf(rule, request.bodyName);
  if (fixed !== undefined) return [fixed];
  const parent = rule.parent === 'none' ? 'gov.vn' : bareHost(request.parentHost ?? '');
  if (parent === '') return [];
  const free = (host: string) => !request.taken?.some((one) => one.host === host);
  const labels = labelsFor(rule, request);
  const hosts = labels.map((label) => `${label}.${parent}`);
  const plain = hasNamesake(request) ? [] : hosts;
  const told = [...prefixesOf(request), ...(request.disambiguators ?? []).map(plainLetters)].filter(Boolean);
  const longer = labels.flatMap((label) =>
    told.map((part) => (part === prefixesOf(request)[0] ? `${part}${label}` : `${label}-${part}`)),
  );
  return [...new Set([...plain, ...longer.map((label) => `${label}.${parent}`)])].filter(free);
}

function findRule(profile: Profile, { bodyKind, isMain, on }: DomainRequest): DomainRule | undefined {
  const portal = isMain ? 'main' : 'member';
  return profile.domains.find(
    (rule) => rule.portal === portal && rule.bodyKinds.includes(bodyKind) && isInForce(rule, on),
  );
}

function faultOf(rule: DomainRule, request: DomainRequest): RefusalCode | undefined {
  const { host } = request;
  const fixed = rule.host ?? exceptionOf(rule, request.bodyName);
  if (fixed !== undefined) return host === fixed ? undefined : 'fixed-host';
  const [label = '', ...rest] = host.split('.');
  const parent = rule.parent === 'none' ? 'gov.vn' : bareHost(request.parentHost ?? rest.join('.'));
  if (rule.level !== undefined && host.split('.').length !== rule.level) return 'level';
  if (rest.join('.') !== parent) return 'parent';
  return labelFits(rule, request, label) ? undefined : formFault(rule);
}

function formFault(rule: DomainRule): RefusalCode {
  return rule.form === 'fullName' ? 'not-full-name' : 'not-abbreviation';
}

// A label told apart from a namesake's ("tanhoa-yenthe", "phuongtanhoa") still carries the name it must carry.
function labelFits(rule: DomainRule, request: DomainRequest, label: string): boolean {
  const told = new Set(prefixesOf(request));
  return labelsFor(rule, request).some(
    (right) =>
      label === right ||
      [...told].some((prefix) => label === `${prefix}${right}`) ||
      (request.disambiguators ?? []).some((part) => label === `${right}-${plainLetters(part)}`),
  );
}

function labelsFor(rule: DomainRule, request: DomainRequest): string[] {
  const english = rule.languages.includes('en');
  const short = [request.abbreviation, english ? request.englishAbbreviation : undefined];
  const full = [stripKind(request), english ? request.englishName : undefined];
  const names = { abbreviation: short, fullName: full, either: [...short, ...full] }[rule.form];
  return [...new Set(names.flatMap((name) => (name ? [plainLetters(name)] : [])).filter(Boolean))];
}

const kindWords: Partial<Record<BodyKind, RegExp>> = {
  committee: /^(ubnd |ủy ban nhân dân |uỷ ban nhân dân )?(tỉnh|thành phố) /iu,
  district: /^(ubnd |ủy ban nhân dân |uỷ ban nhân dân )?(huyện|quận|thị xã|thành phố) /iu,
  commune: /^(ubnd |ủy ban nhân dân |uỷ ban nhân dân )?(xã|phường|thị trấn|đặc khu) /iu,
};

function stripKind({ bodyKind, bodyName }: DomainRequest): string {
  return bodyName
    .normalize('NFC')
    .trim()
    .replace(kindWords[bodyKind] ?? /^$/, '');
}

function prefixesOf({ bodyKind, bodyName }: DomainRequest): string[] {
  const kind = kindWords[bodyKind]?.exec(bodyName.normalize('NFC').trim())?.[2];
  return kind === undefined || bodyKind === 'committee' ? [] : [plainLetters(kind)];
}

// The name of the place, not of its kind: "Xã Tân Hòa" and "Phường Tân Hòa" would get one host.
function hasNamesake(request: DomainRequest): boolean {
  const own = plainLetters(stripKind(request));
  return (request.siblings ?? []).some(
    (name) => plainLetters(stripKind({ ...request, bodyName: name })) === own,
  );
}

function isAmbiguous(rule: DomainRule, request: DomainRequest): boolean {
  if (rule.form === 'abbreviation' || !hasNamesake(request)) return false;
  return labelsFor(rule, request).includes(request.host.split('.')[0] ?? '');
}

function exceptionOf(rule: DomainRule, bodyName: string): string | undefined {
  const name = plainLetters(bodyName);
  return rule.exceptions.find((exception) => name.endsWith(plainLetters(exception.bodyName)))?.host;
}

function bareHost(host: string): string {
  return host.replace(/^www\./, '');
}

function basisOf({ instrument }: Profile, rule: DomainRule): Words {
  return {
    vi: `${rule.article} ${instrument.kind.vi} ${instrument.number}`,
    en: `${rule.article} of ${instrument.kind.en} ${instrument.number}`,
  };
}

function notesOf(rule: DomainRule, nationalForm: string | undefined): Words[] {
  const notes: Words[] = [];
  if (rule.agreedBy.length > 0) notes.push(domainNotes.agreed(joined(rule.agreedBy)));
  if (rule.suppliedBy !== undefined) notes.push(domainNotes.supplied(joined([rule.suppliedBy])));
  if (rule.requiresIpv6) notes.push(domainNotes.ipv6);
  if (nationalForm !== undefined) notes.push(domainNotes.nationalForm(nationalForm));
  return notes;
}

function joined(holders: readonly Holder[]): Words {
  const name = (holder: Holder, lang: 'vi' | 'en') =>
    holder.now === undefined
      ? holder[lang]
      : `${holder[lang]} (${lang === 'vi' ? 'nay là' : 'now'} ${holder.now[lang]})`;
  return {
    vi: holders.map((holder) => name(holder, 'vi')).join('; '),
    en: holders.map((holder) => name(holder, 'en')).join('; '),
  };
}
