/**
 * Personal data in a text that goes out (Luật 91/2025/QH15; Lào Cai Đ3.7, Đ7; QN Đ3.2; LX Đ6). Whose number it is tells what
 * stands beside it: in the sentence, in the row of the table, at its head. An office's own number is no alarm.
 */
import { findPersonalData, type PersonalDataKind, type ScannedDatum } from '../personal-data/index.ts';
import { foldVietnamese } from '../text/index.ts';
import type { CheckCode } from './codes.ts';
import { findHealth } from './health.ts';
import type { Line } from './lines.ts';
import type { CheckContext, CheckedContent, CheckedField, Found } from './model.ts';
import { isPublicLine, namesOffice, namesPerson } from './nearness.ts';
import { findPlates } from './plates.ts';

const CODES: Partial<Record<PersonalDataKind, CheckCode>> = {
  identityCard: 'personal-identity',
  oldIdentityCard: 'personal-identity',
  passport: 'personal-identity',
  phone: 'personal-phone',
  email: 'personal-email',
  address: 'personal-address',
  birthDate: 'personal-birth',
  bankCard: 'personal-bank',
  bankAccount: 'personal-bank',
  taxCode: 'personal-tax',
  socialInsurance: 'personal-insurance',
};

export interface Beside {
  /** The sentence of the datum, without it. */
  sentence: string;
  /** The row, the head of the table, the line that announces the list. */
  around: string;
  /** What stands right before, up to the last sign of the sentence before. */
  before: string;
  after: string;
}

interface Text {
  field: CheckedField;
  text: string;
  around: string;
  /** The name of the column, which says what its cells hold. */
  column: string;
  path: readonly number[];
}

export function checkPersons(
  content: CheckedContent,
  lines: readonly Line[],
  context: CheckContext,
): Found[] {
  const fields = (['title', 'summary', 'pictureAlt', 'pictureCaption'] as const).map((field) => ({
    ...{ field, text: content[field], around: '', column: '', path: [] },
  }));
  const body = lines.map(({ text, around, column, path }) => ({
    ...{ field: 'body' as const, text, around, column, path },
  }));
  const known = new Set((context.contacts ?? []).map(contactKey));
  return [...fields, ...body].flatMap((one) => (/[\p{L}\d]/u.test(one.text) ? checkText(one, known) : []));
}

/** Telephone numbers and addresses in one spelling, to be compared. */
export function contactKey(contact: string): string {
  const digits = contact.normalize('NFKC').replace(/\D/g, '');
  return contact.includes('@') ? contact.trim().toLowerCase() : digits.replace(/^(?:00)?84(?=\d{9})/, '0');
}

function checkText(one: Text, known: ReadonlySet<string>): Found[] {
  // what a line break parts belongs together all the same
  const head = one.column === '' ? '' : `${one.column}: `;
  const text = head + one.text.replace(/\n/g, ' ');
  const found: Found[] = [];
  const add = (code: CheckCode, start: number, end: number) => {
    const [from, to] = [start - head.length, end - head.length];
    if (from < 0) return;
    const words = one.text.slice(from, to);
    found.push({ code, field: one.field, place: { path: one.path, from, to }, words });
  };
  for (const datum of findPersonalData(text)) {
    const code = CODES[datum.kind];
    const beside = besideOf(text, one.around, datum.from, datum.to);
    if (code && isSomebodys(datum, beside, known)) add(code, datum.from, datum.to);
  }
  for (const { from, to } of findPlates(text)) {
    if (isPlateOfSomebody(besideOf(text, one.around, from, to))) add('personal-plate', from, to);
  }
  for (const { from, to } of findHealth(text)) add('personal-health', from, to);
  return found;
}

const SENTENCE_END = /[.!?;…](?=\s)|\n/g;

function besideOf(text: string, around: string, from: number, to: number): Beside {
  let start = 0;
  for (const match of text.slice(0, from).matchAll(SENTENCE_END)) {
    // "ông Tr. V. Mẫu", "TP. Lào Cai", "ĐT. 0912": no end of a sentence
    if (!/(?:^|[\s(])\p{L}{1,3}$/u.test(text.slice(0, match.index))) start = match.index + 1;
  }
  const end = SENTENCE_END.exec(text.slice(to))?.index;
  SENTENCE_END.lastIndex = 0;
  const after = text.slice(to, end === undefined ? text.length : to + end);
  const before = text.slice(start, from);
  return { sentence: `${before} ${after}`, before, after, around };
}

/** Whether a datum is a person's, as far as the words beside it tell; in doubt it is. */
function isSomebodys(datum: ScannedDatum, beside: Beside, known: ReadonlySet<string>): boolean {
  const { kind, text } = datum;
  const all = `${beside.around} ${beside.sentence}`;
  if (known.has(contactKey(text))) return false;
  switch (kind) {
    case 'phone':
    case 'email':
      return isContactOfSomebody(datum, beside);
    case 'address':
      // "ông …, Phó Chủ tịch": no street
      return !/^phó\s/iu.test(text.normalize('NFC')) && isDwelling(beside);
    case 'birthDate':
      return namesPerson(all) || /(?<![a-z])(?:ho (?:va )?ten|ho, ten)(?![a-z])/.test(foldVietnamese(all));
    case 'bankAccount':
      return isHolderPerson(all) || !namesOffice(all);
    case 'taxCode':
      return isTaxOfPerson(text, all);
    case 'identityCard':
    case 'oldIdentityCard':
    case 'passport':
      return datum.surety === 2 ? !isPaperOfOffice(beside) : isPaperOfPerson(kind, all, beside);
    default:
      return true;
  }
}

/** Offices write from these; free mail and everything else may be a person's. */
const OFFICE_MAIL = /@(?:[\w-]+\.)*gov\.vn$|@(?:[\w-]+\.)*(?:chinhphu|quochoi|moh|edu)\.vn$/i;
const OFFICE_BOX =
  /^(?:hotline|info|contact|vanphong|vp|vanthu|ubnd|hdnd|so[a-z]{2,6}|phong[a-z]+|bbt|banbientap|tiepcongdan|tuyensinh|cskh|support|hotro|lienhe|ttptdn|tthc|motcua)[\w.-]*@/i;

function isContactOfSomebody({ kind, text }: ScannedDatum, { sentence, around, before }: Beside): boolean {
  const digits = contactKey(text);
  if (kind === 'phone' && /^1[89]00/.test(digits)) return false;
  const isPerson = namesPerson(sentence) || namesPerson(around);
  if (kind === 'email') {
    if (OFFICE_MAIL.test(text.normalize('NFKC'))) return false;
    if (OFFICE_BOX.test(text) && !isPerson) return false;
  }
  if (isPublicLine(before) || (isPublicLine(around) && !isPerson)) return false;
  const isFixed = kind === 'phone' && /^02/.test(digits);
  if (isFixed && /(?:co quan|van phong|phong lam viec|may ban)[^,;]{0,16}$/.test(foldVietnamese(before)))
    return false;
  if (isPerson) return true;
  return !(
    namesOffice(`${around} ${sentence}`) ||
    (isFixed && !/(?:nha rieng|gia dinh|ca nhan|nguoi than)/.test(foldVietnamese(sentence)))
  );
}

const DWELLS =
  /(?<![a-z])(?:thuong tru|tam tru|cu tru|tru quan|tru tai|tru o|ngu tai|ho khau|hktt|que quan|nha rieng|nha ong|nha ba|nha anh|nha chi|nha o cua|nha cua|gia dinh|noi o|cho o|dang o|hien o|sinh song|song tai|song o)(?![a-z])/;

function isDwelling({ sentence, before, around }: Beside): boolean {
  const near = foldVietnamese(before.slice(-90));
  if (DWELLS.test(near)) return true;
  const isPerson = namesPerson(sentence) || namesPerson(around);
  if (/(?:tru so|dia diem|hoi truong|co so|tru dong|chi nhanh|cua hang)[^,;]{0,60}$/.test(near)) return false;
  if (isPerson)
    return /(?:dia chi|so nha|nha so|o |tai |, ?)\s*$/.test(near) || namesPerson(before.slice(-60));
  return /dia chi[^,;]{0,24}$/.test(near) && !namesOffice(`${around} ${sentence}`);
}

function isHolderPerson(all: string): boolean {
  return (
    namesPerson(all) ||
    /(?<![a-z])(?:tai khoan ca nhan|chu tai khoan la ca nhan)(?![a-z])/.test(foldVietnamese(all))
  );
}

/** Codes of persons begin with 8 (ten digits) or are the identity number; those of enterprises are public. */
function isTaxOfPerson(text: string, all: string): boolean {
  const digits = text.replace(/\D/g, '');
  const plain = foldVietnamese(all);
  if (
    /(?<![a-z])(?:cong ty|doanh nghiep|hop tac xa|htx|chi nhanh|tap doan|tong cong ty|nha thau|don vi|to chuc|ngan hang|co quan|van phong|quy tin dung|benh vien|truong)(?![a-z])/.test(
      plain,
    )
  )
    return false;
  return (
    /^8\d{9}$/.test(digits) ||
    digits.length === 12 ||
    namesPerson(all) ||
    /(?<![a-z])(?:ca nhan|ho kinh doanh|nguoi nop thue|nguoi lao dong)(?![a-z])/.test(plain)
  );
}

/** "Mã định danh điện tử của cơ quan", "Số định danh của hồ sơ" and the like. */
function isPaperOfOffice({ before }: Beside): boolean {
  return /(?:ma dinh danh|dinh danh)(?: dien tu)?(?: cua)? (?:co quan|don vi|to chuc|ho so|du an|van ban|doanh nghiep|thua dat|nha may|goi thau|cong trinh)[^.;]{0,60}$/.test(
    foldVietnamese(before),
  );
}

/** A number that only looks like one of a paper: a person must stand beside it, or the word for such papers. */
function isPaperOfPerson(kind: PersonalDataKind, all: string, { before }: Beside): boolean {
  const plain = foldVietnamese(all);
  if (
    /(?:ma|so) (?:ho so|du an|goi thau|dinh danh|van ban|lo|thua|hop dong|hoa don|seri|serie|vach|san pham|tbmt|khlcnt|thiet bi|giao dich|phieu|bien lai|cong to|don hang)[^.;]{0,24}$/.test(
      foldVietnamese(before),
    )
  )
    return false;
  if (
    /(?<![a-z])(?:can cuoc|cccd|cmnd|chung minh|giay to|dinh danh ca nhan|ho chieu|vneid)(?![a-z])/.test(
      plain,
    )
  )
    return true;
  return kind === 'identityCard' || namesPerson(all);
}

function isPlateOfSomebody({ sentence, around }: Beside): boolean {
  const all = `${around} ${sentence}`;
  return (
    namesPerson(all) ||
    !namesOffice(all) ||
    /(?<![a-z])(?:vi pham|nguoi dieu khien|lai xe|tai xe|chu xe|chu phuong tien|phat nguoi)(?![a-z])/.test(
      foldVietnamese(all),
    )
  );
}
