import { foldVietnamese } from '../text/index.ts';
import type { Mark } from './kinds.ts';
import { isSurname } from './surnames.ts';

type Word = { from: number; to: number; text: string };
/** How sure the words before a name make: `said` takes any name, `likely` one with a surname, `honour` asks for more. */
type Lead = { pattern: string; strength: 'said' | 'likely' | 'honour' };

const SELF = 'tôi|em|con|cháu|mình';
const KIN = 'vợ|chồng|con trai|con gái|con|bố|mẹ|cha|ba|má|anh trai|chị gái|em trai|em gái|cháu';
const WRITER =
  'người gửi|người hỏi|người làm đơn|người viết đơn|người đại diện|người kiến nghị|người phản ánh|người khiếu nại|người tố cáo|người yêu cầu';

const leads: readonly Lead[] = [
  { strength: 'said', pattern: `tên (?:${SELF}|của ${SELF}) là|(?:${SELF}) tên(?: là)?|my name is` },
  {
    strength: 'said',
    pattern: '(?:họ(?:,| và)? tên|tên người (?:gửi|hỏi|đại diện))(?: [^:\\d\\n\\[\\]]{0,30})? ?:',
  },
  { strength: 'said', pattern: `(?:${WRITER}|ký tên|kính đơn|kính thư)(?: ?:|,|(?=\\n))` },
  { strength: 'likely', pattern: WRITER },
  { strength: 'likely', pattern: `(?:${SELF})(?: là|,)|họ(?: và)? tên(?: là)?|i am` },
  { strength: 'likely', pattern: `(?:${KIN})(?: của)? (?:tôi|em|cháu)(?: tên)?(?: là|:|,)?` },
  { strength: 'honour', pattern: 'ông|bà|(?<!hinh |tieng )anh|chị|mr\\.?|mrs\\.?|ms\\.?' },
];
const patternOf = (pattern: string) => new RegExp(String.raw`(?<!\p{L})(?:${pattern})[ \n]{1,2}`, 'giu');
// With marks, and for those who write none: "ten toi la Nguyen Van A".
const readings = leads.flatMap(({ strength, pattern }) => {
  const bare = foldVietnamese(pattern);
  const marked = { strength, pattern: patternOf(pattern), isBare: false };
  return bare === pattern ? [marked] : [marked, { strength, pattern: patternOf(bare), isBare: true }];
});

// Two words that begin an office, not a name: "ông Chủ tịch UBND", "Nguyễn Văn A Trưởng thôn".
const offices = new Set(
  (
    'chủ tịch,chủ nhiệm,chủ đầu,phó chủ,phó giám,phó trưởng,phó bí,giám đốc,trưởng phòng,trưởng thôn,trưởng ban,trưởng bản,' +
    'trưởng công,trưởng ấp,trưởng khu,tổ trưởng,bí thư,cục trưởng,chi cục,chánh văn,chánh thanh,chánh án,thứ trưởng,bộ trưởng,' +
    'tổng giám,hiệu trưởng,viện trưởng,cán bộ,công an,công chức,công dân,công ty,giáo viên,bác sĩ,ủy ban,uỷ ban,ban quản,' +
    'hội đồng,hội nông,hội phụ,văn phòng,sở tài,sở nông,sở xây,nhà nước,nhân dân,đại biểu,đại diện,luật sư,thủ tướng,thủ trưởng'
  ).split(','),
);
const bareOffices = new Set([...offices].map(foldVietnamese));
const bodies = new Set(
  'ubnd hđnd sở ủy uỷ ban phòng hội trưởng phó tổ chi cục công an nhà đảng đoàn nhân viên'.split(' '),
);

// In small letters a name ends where the sentence goes on.
const onward = new Set(
  (
    'ở sinh trú hiện là xin muốn có tại số năm và địa cccd cmnd sđt đt điện quê thường tạm nay kính để đang làm nghề tuổi ' +
    'thuộc thôn tổ ấp bản xã phường huyện quận tp dân người tôi em cần hỏi gửi mong nhờ được bị không đã sẽ cũng vợ chồng ' +
    'con cho về trong ngoài khi như cư ngụ nguyên cán công học viên đại diện với từ do nên mà thì đến nhà'
  ).split(' '),
);
const bareOnward = new Set([...onward].map(foldVietnamese));

/**
 * Names of persons: behind words that announce one, behind ông, bà, anh, chị, and as the signature in the last line.
 * `plain` and `marked` are the two readings of one text (`foldKeepingPlace`).
 */
export function findNames(plain: string, marked: string): Mark[] {
  const marks: Mark[] = [];
  for (const { strength, pattern, isBare } of readings) {
    for (const match of marked.matchAll(pattern)) {
      const name = nameAfter(plain, marked, match, strength, isBare);
      if (name !== undefined) marks.push({ kind: 'name', ...name, surety: 2 });
    }
  }
  const signature = signatureOf(plain, marked);
  return signature === undefined ? marks : [...marks, { kind: 'name', ...signature, surety: 1 }];
}

type Span = { from: number; to: number };

function nameAfter(
  plain: string,
  marked: string,
  lead: RegExpExecArray,
  strength: Lead['strength'],
  isBare: boolean,
) {
  const at = lead.index + lead[0].length;
  const words = capitalWords(plain, marked, at);
  const [first] = words;
  if (first === undefined) return smallName(marked, at, strength);
  const span = { from: first.from, to: words.at(-1)?.to ?? first.to };
  const isFull = words.length > 1 && isSurname(first.text);
  if (isFull || strength === 'said') return span;
  if (strength === 'likely' || isBare) return undefined;
  // "Anh Sơn", "Bà Rịa" are places: only the word in small letters makes a person of a single name.
  const isSmallLead = /^\p{Ll}/u.test(lead[0]);
  return isSmallLead && !bodies.has(first.text.toLowerCase()) ? span : undefined;
}

/** The words with a capital from here, at most six, up to an office; in a line of capitals up to where it goes on. */
function capitalWords(plain: string, marked: string, at: number): Word[] {
  const words: Word[] = [];
  const next = /([A-Z][A-Za-z]*(?:'[A-Za-z]+)*)(?![\dA-Za-z/])( ?)/uy;
  next.lastIndex = at;
  while (words.length < 6) {
    const from = next.lastIndex;
    const match = next.exec(plain);
    if (match === null || beginsOffice(marked, from)) break;
    const to = from + (match[1]?.length ?? 0);
    const text = marked.slice(from, to);
    if (words.length >= least(words[1]?.text) && text === text.toUpperCase() && goesOn(text)) break;
    words.push({ from, to, text });
    if (match[2] === '') break;
  }
  return words;
}

function beginsOffice(marked: string, at: number): boolean {
  const two = /^\p{L}+ \p{L}+/u.exec(marked.slice(at, at + 24))?.[0].toLowerCase();
  return two !== undefined && (offices.has(two) || bareOffices.has(two));
}

/** How many words a name has at least: after văn and thị another one follows. */
function least(second: string | undefined): number {
  return /^(?:văn|thị|van|thi)$/i.test(second ?? '') ? 3 : 2;
}

function goesOn(word: string): boolean {
  const small = word.toLowerCase();
  return onward.has(small) || bareOnward.has(small);
}

/**
 * A name nobody gave a capital: a surname, then one to three words, two at least after văn and thị. Where the words
 * before do not say that a name comes, only with văn or thị.
 */
function smallName(marked: string, at: number, strength: Lead['strength']): Span | undefined {
  const words = /^\p{Ll}+(?: \p{Ll}+){1,4}/u.exec(marked.slice(at, at + 60))?.[0].split(' ') ?? [];
  const [surname, second] = words;
  if (surname === undefined || second === undefined || !isSurname(surname)) return undefined;
  const few = least(second);
  if (strength !== 'said' && (few < 3 || words.length < 3)) return undefined;
  const end = words.findIndex((word, i) => i >= few && goesOn(word));
  const most = strength === 'honour' ? few : 4;
  const name = words.slice(0, end === -1 ? most : Math.min(end, most)).join(' ');
  return { from: at, to: at + name.length };
}

/** The last line, when it is nothing but a full name. */
function signatureOf(plain: string, marked: string): Span | undefined {
  const text = plain.trimEnd().replace(/[ .]{1,9}$/, '');
  const from = text.lastIndexOf('\n') + 1;
  const words = capitalWords(plain, marked, from);
  const isWhole = words.at(-1)?.to === text.length && words.length >= 3 && words.length <= 5;
  return isWhole && isSurname(words[0]?.text ?? '') ? { from, to: text.length } : undefined;
}
