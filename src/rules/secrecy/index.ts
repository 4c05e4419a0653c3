/**
 * Marks of secrecy: a document that bears one never enters a portal (Lào Cai Đ3.7; the three degrees: Luật 29/2018/QH14
 * Đ8). A mark is what a stamp prints: alone on its line, in brackets, beside the number of the copy, behind "Độ mật:".
 * The same words within a sentence, and the compounds (bí mật, bảo mật, mật ong), are none. In doubt it is a mark.
 */
import { foldVietnamese, normVietnamese } from '../text/index.ts';

export type SecrecyMark = 'secret' | 'topSecret' | 'utmostSecret' | 'internal' | 'notToSpread';

/** Where a mark may stand. */
export type MarkPlace = 'text' | 'fileName' | 'metadata';

export interface FoundMark {
  mark: SecrecyMark;
  place: MarkPlace;
}

/** The stamps stand above the text proper; what is written small counts only here. */
const HEAD_LINES = 40;
/** A stamp is short; what is longer is a sentence. */
const STAMP_CHARS = 60;

const DEGREES: Readonly<Record<string, SecrecyMark>> = {
  mật: 'secret',
  tốimật: 'topSecret',
  tuyệtmật: 'utmostSecret',
  mat: 'secret',
  toimat: 'topSecret',
  tuyetmat: 'utmostSecret',
};
const LABEL =
  /^(?:dấu\s+)?(?:chỉ\s+)?(?:mức\s+)?(?:độ\s+mật|độ|secrecy|classification)\s*[:=]\s*(?<degree>.+)$/iu;
const INTERNAL =
  /^(?:(?:tài liệu|văn bản|bản)\s*)?(?:này\s*)?(?:chỉ\s*)?(?:được\s*)?(?:phép\s*)?lưu hành nội bộ$/u;
const NOT_TO_SPREAD = /^(?:(?:tài liệu|văn bản|bản)\s*)?(?:này\s*)?không(?: được)? phổ biến(?: rộng rãi)?$/u;
/** What a letterhead line begins with; a stamp may be printed behind it. */
const LETTERHEAD = /^(?:SỐ\s*:|CỘNG H|ĐỘC LẬP|(?:ỦY|UỶ) BAN|UBND|HĐND|SỞ |BỘ |BAN |VĂN PHÒNG)/iu;
const COMPOUND = /(?:BÍ|BẢO|CƠ|ĐỘ)\s+(?:TỐI |TUYỆT )?MẬT$/u;

/** The first mark of a text; lines are those of the page or of its blocks. */
export function markInText(text: string): SecrecyMark | undefined {
  let seen = 0;
  for (const raw of text.normalize('NFC').split(/[\n\r\f\v\u2028\u2029]/)) {
    if (raw.trim() === '') continue;
    seen += 1;
    const found = markInLine(raw, seen <= HEAD_LINES);
    if (found) return found;
  }
  return undefined;
}

/** The mark of one line of a text; `index` is its place among the lines that are not empty, from 0. */
export function markInTextLine(raw: string, index: number): SecrecyMark | undefined {
  const line = raw.normalize('NFC');
  return line.trim() === '' ? undefined : markInLine(line, index < HEAD_LINES);
}

/** A field of the sender's own: read as the head of a document is. */
export function markInValue(value: string): SecrecyMark | undefined {
  return markInText(value);
}

function markInLine(raw: string, isHead: boolean): SecrecyMark | undefined {
  const line = raw
    .replace(/[\u200B-\u200F\u2060\uFEFF\u00AD]/g, '')
    .replace(/[\u00A0\u2000-\u200A\u3000]/g, ' ')
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .normalize('NFC');
  const whole = markInPiece(line, isHead) ?? markOfDocument(line);
  if (whole) return whole;
  const cells = line.split(/[|\t]|\s{3,}/);
  const bracketed = isHead
    ? [...line.matchAll(/[([{]([^)\]}]{2,60})[)\]}]/g)].map(([, one = '']) => one)
    : [];
  for (const piece of [...cells, ...bracketed]) {
    const found = markInPiece(piece, isHead);
    if (found) return found;
  }
  for (const piece of line.split(/[|\t]|\s[-–—/]\s|[-–—]{2,}/)) {
    const found = markInPiece(piece, false);
    if (found) return found;
  }
  return isHead ? markBeside(line.replace(/\s+/g, ' ').trim()) : undefined;
}

/** A piece that holds nothing but a mark. `small`: written small it counts as well. */
function markInPiece(piece: string, small: boolean): SecrecyMark | undefined {
  const text = piece.trim();
  if (text === '' || text.length > STAMP_CHARS) return undefined;
  const labelled = LABEL.exec(text)?.groups?.degree;
  if (labelled !== undefined) return DEGREES[lettersOf(labelled)];
  const isStamped = !/\p{Ll}/u.test(text);
  const degree = DEGREES[lettersOf(text)];
  // "Mat" without its mark is another word
  if (degree && (isStamped || (small && /ậ/u.test(normVietnamese(text))))) return degree;
  const words = wordsOf(text);
  const folded = isStamped ? foldVietnamese(words) : '';
  if (INTERNAL.test(words) || folded === 'luu hanh noi bo') return 'internal';
  if (NOT_TO_SPREAD.test(words) || folded === 'khong pho bien') return 'notToSpread';
  return undefined;
}

const DEGREE = /(?:(?<high>tối|tuyệt)\s+)?mật/iu;
/** What is called secret by its kind: "TÀI LIỆU MẬT", "Công văn tối mật", and nothing else on the line. */
const SECRET_PAPER =
  /^[\s\p{P}]*(?:tài liệu|văn bản|hồ sơ|công văn|báo cáo|kế hoạch|tờ trình|công điện|điện)\s+(?:(?:có )?độ\s+)?(?<degree>(?:(?:tối|tuyệt)\s+)?mật)[\s\p{P}]*$/iu;
/** A mark in brackets, in capitals, wherever it stands. */
const BRACKETED = /[([{“"]\s*(?<degree>(?:(?:TỐI|TUYỆT)\s+)?MẬT)\s*[)\]}”"]/u;
/** "Báo cáo số 15/BC-UBND (Mật)", "Kế hoạch 12-KH/TU đóng dấu Tối mật": a certain paper and its degree. */
const OF_NUMBER =
  /\d{1,5}\s?[/-]\s?(?:20\d\d\s?[/-]\s?)?\p{Lu}{1,6}[^.;\n]{0,60}?(?:[([]\s*|(?:đóng |có )?(?:dấu|độ|mức độ)\s*:?\s*[“"'‘]?\s*)(?<degree>(?:(?:tối|tuyệt)\s+)?mật)(?!\p{L})(?!\s+\p{Ll})/iu;

/** A mark within a sentence or heading that speaks of one certain paper. */
function markOfDocument(line: string): SecrecyMark | undefined {
  const text = line.replace(/\s+/g, ' ');
  for (const pattern of [SECRET_PAPER, BRACKETED, OF_NUMBER]) {
    const degree = pattern.exec(text)?.groups?.degree;
    if (degree !== undefined && DEGREE.test(degree)) return DEGREES[lettersOf(degree)];
  }
  return undefined;
}

/** "MẬT Bản số 2", "MẬT Số: 05/BC-UBND", and a degree printed behind a line of the letterhead. */
function markBeside(line: string): SecrecyMark | undefined {
  const before =
    /^(?<degree>(?:TỐI |TUYỆT )?MẬT)[\s.,:;–—-]+(?:bản\s+(?:số|thứ)|số\s*:|ngày\s+\d|cộng h)/iu.exec(line);
  const degree = before?.groups?.degree;
  if (degree && !/\p{Ll}/u.test(degree)) return DEGREES[lettersOf(degree)];
  if (!LETTERHEAD.test(line) || COMPOUND.test(line)) return undefined;
  const behind = /(?<=[\s.;,])(?:TỐI |TUYỆT )?MẬT$/u.exec(line)?.[0];
  return behind === undefined ? undefined : DEGREES[lettersOf(behind)];
}

/** Letters alone, small, with their marks: "[ T Ố I  M Ậ T ]" is "tốimật". */
function lettersOf(text: string): string {
  return normVietnamese(text).replace(/\P{L}/gu, '');
}

function wordsOf(text: string): string {
  return normVietnamese(text)
    .replace(/[^\p{L}\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Before "mật" these make another word. */
const NOT_BEFORE = new Set([
  'bí',
  'bảo',
  'cơ',
  'thân',
  'đường',
  'rỉ',
  'túi',
  'trái',
  'hoa',
  'bi',
  'bao',
  'co',
]);

/** A mark in the name of a file: its words may be joined by signs and stand without their marks. */
export function markInFileName(name: string): SecrecyMark | undefined {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const stem = last.replace(/\.[\p{L}\p{N}]{1,5}$/u, '');
  const printed = stem.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const words = printed.map((word) => normVietnamese(word));
  const plain = ` ${words.map((word) => foldVietnamese(word)).join(' ')} `;
  if (plain.includes(' luu hanh noi bo ')) return 'internal';
  if (plain.includes(' khong pho bien ')) return 'notToSpread';
  // the list of what is secret is itself public
  if (plain.includes(' bi mat nha nuoc ')) return undefined;
  if (plain.includes(' tuyet mat ')) return 'utmostSecret';
  if (plain.includes(' toi mat ')) return 'topSecret';
  const isBracketed = /[([{]\s*m[aậ]t\s*[)\]}]/iu.test(stem);
  const stands = words.some((word, index) => {
    const isMark = word === 'mật' || (word === 'mat' && printed[index] === 'MAT');
    if (!isMark || NOT_BEFORE.has(words[index - 1] ?? '')) return false;
    const next = words[index + 1];
    return next === undefined || (index === 0 && /\d/.test(next));
  });
  return isBracketed || stands ? 'secret' : undefined;
}

const OPEN = new Set(
  'thuong|binh thuong|khong|khong mat|khong bao mat|cong khai|normal|none|no|open|public|unclassified|0'.split(
    '|',
  ),
);

/**
 * What the sender says of the secrecy of a document: nothing or "thường" is open. Everything that is not known to be open
 * counts as a degree, since another system's word for one may be any.
 */
export function isOpenDegree(value: string): boolean {
  const text = foldVietnamese(value)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return text === '' || OPEN.has(text);
}
