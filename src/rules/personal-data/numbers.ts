import { isBankCard, isIdentityNumber, isPhoneNumber, isTaxCode } from './checks.ts';
import type { Mark, PersonalDataKind } from './kinds.ts';

// A number stands alone: not within a word, a decimal, a document number (22/2016/QĐ-UBND) or a file number. Behind
// nine digits a stroke only parts two numbers.
const START = String.raw`(?<![\p{L}\d_]|[\d\p{L}](?<!\d{9})[.,/-])`;
const END = String.raw`(?![\p{L}\d_]|[.,]\d|[/-]\p{L})`;
const SEP = '[ .-]';
// Between the word that says what a number is and the number: no digit, no other line, nothing that was masked.
const GAP = String.raw`[^\d\n;\[\]]{0,20}`;

type Rule = {
  kind: PersonalDataKind | ((digits: string) => PersonalDataKind | undefined);
  pattern: RegExp;
  fits?: (digits: string, value: string) => boolean;
  surety: Mark['surety'];
};

const free = (value: string) => new RegExp(`${START}(?<value>${value})${END}`, 'dgu');
const led = (lead: string, value: string) =>
  new RegExp(
    String.raw`(?<!\p{L})(?:${lead})(?!\p{L})${GAP}(?<!\d)(?<value>${value})(?!\d|[/-]\p{L})`,
    'dgiu',
  );
const grouped = (count: string) => String.raw`\d(?:${SEP}?\d){${count}}`;

const identityLead = [
  ...['cccd', 'cmnd', 'cmtnd', 'cmt', 'can cuoc', 'can cuoc cong dan', 'chung minh', 'chung minh thu'],
  ...['chung minh nhan dan', 'dinh danh', 'dinh danh ca nhan', 'giay to tuy than', 'identity card', 'id'],
].join('|');
const phoneLead = [
  ...[
    'dien thoai',
    'di dong',
    'dt',
    'dtdd',
    'sdt',
    'tel',
    'phone',
    'mobile',
    'zalo',
    'viber',
    'whatsapp',
    'fax',
  ],
].join('|');

const rules: readonly Rule[] = [
  {
    kind: 'email',
    pattern:
      /(?<![\w.+%-])(?<value>\w[\w.+%-]{0,63}(?:@|\s?[[(]at[\])]\s?)(?:[\w-]{1,63}\.){1,5}[a-z]{2,24})/dgi,
    surety: 2,
  },
  { kind: identityOf, pattern: led(identityLead, grouped('8,11')), surety: 2 },
  { kind: 'passport', pattern: led('ho chieu|passport', String.raw`[a-z]{1,2} ?\d{6,8}`), surety: 2 },
  {
    kind: 'taxCode',
    pattern: led('mst|ma so thue|tax code', grouped('9,12')),
    fits: hasLength(10, 12, 13),
    surety: 2,
  },
  {
    kind: 'socialInsurance',
    pattern: led(
      'bhxh|bhyt|bao hiem xa hoi|bao hiem y te|so bao hiem|the bao hiem',
      String.raw`(?:[a-z]{2}${SEP}?\d${SEP}?)?${grouped('9,11')}`,
    ),
    fits: hasLength(10, 12, 13),
    surety: 2,
  },
  {
    kind: 'bankAccount',
    pattern: led('tai khoan|stk|so tk|bank account|account', grouped('5,18')),
    surety: 2,
  },
  {
    kind: 'phone',
    pattern: led(phoneLead, String.raw`(?:\+|\()?${grouped('7,12').replace(SEP, '[ .()-]{0,2}')}`),
    fits: isDialled,
    surety: 2,
  },
  {
    kind: 'bankCard',
    pattern: free(String.raw`\d{4}([ -]?)\d{4}\2\d{4}\2\d{1,4}(?:\2\d{3})?`),
    fits: isBankCard,
    surety: 2,
  },
  { kind: 'socialInsurance', pattern: free(String.raw`[A-Za-z]{2}[1-5]\d{12}`), surety: 2 },
  {
    kind: 'identityCard',
    pattern: free(String.raw`\d{3}${SEP}?\d${SEP}?\d{2}${SEP}?\d{3}${SEP}?\d{3}|\d{4}( ?)\d{4}\2\d{4}`),
    fits: isIdentityNumber,
    surety: 1,
  },
  {
    kind: 'phone',
    pattern: free(String.raw`0\d{2,3}${SEP}?\d{2,4}(?:${SEP}?\d{2,4}){0,2}|0\d{9}`),
    fits: isPhoneNumber,
    surety: 1,
  },
  {
    kind: 'phone',
    pattern: free(String.raw`\(0\d{2,3}\)${SEP}?\d{3,4}${SEP}?\d{3,4}`),
    fits: isPhoneNumber,
    surety: 1,
  },
  {
    kind: 'phone',
    pattern: free(String.raw`\(?(?:\+|00)84\)?${SEP}?(?:\(0\)${SEP}?)?\d(?:${SEP}?\d){8,9}`),
    fits: isAbroad,
    surety: 1,
  },
  { kind: 'taxCode', pattern: free(String.raw`\d{10}(?:-\d{3})?`), fits: isTaxCode, surety: 1 },
  { kind: 'passport', pattern: free(String.raw`[A-Z]\d{7,8}`), surety: 1 },
  { kind: 'oldIdentityCard', pattern: free(String.raw`[0-3]\d{8}`), surety: 1 },
];

// Money and measures. No such number begins with 0.
const measure =
  /^\s?(?:dong|vnd|d(?!\/)|trieu|ty|ti|nghin|ngan(?! hang)|usd|m2|m3|ha|km|kg|tan|%)(?!\p{L})/iu;

// "Mã hồ sơ 012345678", "số tiền 200000000": the word before says that it is something else.
const otherNumber =
  /(?:ma so|ma|so|ky hieu)? ?(?:ho so|bien nhan|phieu|van don|don hang|giao dich|du an|goi thau|hoa don|hop dong|thua dat|thua|to ban do|so tien|gia|kinh phi|von|tong|du toan|serie|seri)(?: so| la|:| )*$/i;

/** Everything with a form of its own: numbers of papers and cards, telephone numbers, e-mail addresses. */
export function findNumbers(plain: string): Mark[] {
  return rules.flatMap((rule) =>
    [...plain.matchAll(rule.pattern)].flatMap((match) => markOf(rule, match, plain) ?? []),
  );
}

function markOf(rule: Rule, match: RegExpExecArray, plain: string): Mark | undefined {
  const [from, to] = match.indices?.groups?.value ?? [0, 0];
  const value = plain.slice(from, to);
  const digits = value.replace(/\D/g, '');
  if (rule.fits !== undefined && !rule.fits(digits, value)) return undefined;
  const kind = typeof rule.kind === 'function' ? rule.kind(digits) : rule.kind;
  if (kind === undefined) return undefined;
  if (!digits.startsWith('0') && measure.test(plain.slice(to, to + 12))) return undefined;
  if (rule.surety === 1 && otherNumber.test(plain.slice(Math.max(0, from - 30), from))) return undefined;
  return { kind, from, to, surety: rule.surety };
}

function identityOf(digits: string): PersonalDataKind | undefined {
  if (digits.length === 12) return 'identityCard';
  return digits.length === 9 ? 'oldIdentityCard' : undefined;
}

function hasLength(...lengths: number[]): (digits: string) => boolean {
  return (digits) => lengths.includes(digits.length);
}

// Numbers of services (1800, 1900) are nobody's.
function isDialled(digits: string): boolean {
  return digits.length <= 12 && !/^1[89]00/.test(digits);
}

function isAbroad(digits: string): boolean {
  return isPhoneNumber(digits.replace(/^(?:00)?840?/, '0'));
}
