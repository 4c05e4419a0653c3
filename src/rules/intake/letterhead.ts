/** Number, place and date, kind, abstract and issuer from the head of a document (layout of NĐ 30/2020, annex I). */
import { normaliseDocumentNumber } from '../text/index.ts';
import { PRINTED_DATE, readDate } from './dates.ts';
import { type DocumentKind, KIND_NAMES, kindOfHeading } from './kinds.ts';
import { type DateReading, type Reading, reading } from './reading.ts';
import { isCapitals, type SourceLine } from './source.ts';

/** A number with symbol; spaces around "/" and "-" occur in practice ("01 /2020/QĐ-UBND", "NĐ- CP"). */
export const PRINTED_NUMBER = String.raw`\d{1,6}[a-z]?\s*\/\s*(?:\d{4}\s*\/\s*)?\p{Lu}[\p{L}\d&]*(?:\s?[-–]\s?\p{Lu}[\p{L}\d&.]*)*`;

/** The head is looked for in this many lines: longer ones do not exist. */
const HEAD_LINES = 60;
const MAX_TITLE_LINES = 6;
const MAX_TITLE_CHARS = 600;
const MAX_TITLE_LINE_CHARS = 160;

/** The line with which the text proper begins. */
const BASIS =
  /^(?:Căn cứ|Xét |Theo (?:đề nghị|Tờ trình)|Thực hiện |Kính gửi|Để |Nhằm |Trên cơ sở|[ĐÐ](?:iều|IỀU)\s*\d|Chương\s|Phần\s|Mục\s|[IVX]{1,4}\s*[.)]|\d{1,2}\s*[.)]\s|[a-zđ]\)\s|(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|NGHỊ QUYẾT)\s*:)/u;
const ORGAN =
  /^(?:(?:ỦY|UỶ) BAN|UBND |HĐND |HỘI ĐỒNG|CHỦ TỊCH|THƯỜNG TRỰC|GIÁM ĐỐC|BỘ TRƯỞNG|THỦ TƯỚNG|CHÍNH PHỦ|QUỐC HỘI|CHÁNH |TRƯỞNG |SỞ |CỤC |CHI CỤC |VĂN PHÒNG(?= |$)|BAN |BỘ |PHÒNG |TỔNG CỤC |TRUNG TÂM )/u;
const STATE_HEAD = /^CỘNG H(?:ÒA|OÀ) XÃ HỘI|^Độc lập\s*[-–]\s*Tự do|^ĐỘC LẬP/u;
const ATTACHED = new RegExp(
  String.raw`^\(?\s*(?:Ban hành\s+)?kèm theo\s+(${KIND_NAMES})\s+số\s*:?\s*(${PRINTED_NUMBER})(?:,?\s+(${PRINTED_DATE}))?(?:\s+của\s+([^).;]{4,120}))?`,
  'iu',
);

export type Head = {
  number?: Reading<string>;
  place?: Reading<string>;
  issuedOn?: DateReading;
  kind?: Reading<DocumentKind>;
  title?: Reading<string>;
  issuer?: Reading<string>;
  /** Index of the first line of the text proper. */
  bodyStart: number;
};

/** Reads the head. What stands nowhere is left out. */
export function readHead(lines: readonly SourceLine[]): Head {
  const basis = lines
    .slice(0, HEAD_LINES)
    .findIndex(({ text, block }) => block === undefined && BASIS.test(text));
  const limit = basis === -1 ? Math.min(lines.length, 25) : basis;
  const head = lines.slice(0, limit);
  const number = readNumber(head);
  const dated = readPlaceAndDate(head);
  const kindIndex = head.findIndex(({ text }) => kindOfHeading(text));
  const named = readTitle(head, kindIndex, lastOf(head, number?.line, dated?.date.line));
  const kindLine = head[kindIndex];
  const kind = kindLine && kindOfHeading(kindLine.text);
  const issuer = readIssuer(head, named, number?.line);
  return {
    ...(number && { number }),
    ...(dated && { place: dated.place, issuedOn: dated.date }),
    ...(kind && kindLine && { kind: reading(kind, kindLine.text, kindLine.no, 'letterhead') }),
    ...(named?.title && { title: named.title }),
    ...(issuer && { issuer }),
    bodyStart: named ? named.endIndex : basis === -1 ? 0 : basis,
  };
}

function lastOf(head: readonly SourceLine[], ...numbers: (number | undefined)[]): number {
  return Math.max(-1, ...numbers.map((no) => head.findIndex((line) => line.no === no)));
}

function readNumber(head: readonly SourceLine[]): Reading<string> | undefined {
  const pattern = new RegExp(String.raw`^(?:(?:${KIND_NAMES})\s+)?Số\s*:?\s*(${PRINTED_NUMBER})`, 'iu');
  for (const { cells, no } of head)
    for (const cell of cells) {
      const printed = pattern.exec(cell)?.[1];
      // Case-insensitive for "SỐ:", yet a symbol is printed in capitals.
      if (printed && /\/\s*\p{Lu}/u.test(printed))
        return reading(normaliseDocumentNumber(printed).normalised, printed, no, 'letterhead');
    }
  return undefined;
}

function readPlaceAndDate(
  head: readonly SourceLine[],
): { place: Reading<string>; date: DateReading } | undefined {
  for (const { cells, no } of head)
    for (const cell of cells) {
      const found = /^(\p{Lu}[\p{L}\s.'-]{1,60}?),\s*(ngày\s.+)$/u.exec(cell);
      const date = found?.[2] && readDate(found[2]);
      if (found?.[1] && date)
        return {
          place: reading(found[1], found[1], no, 'letterhead'),
          date: reading(date.on, date.printed, no, 'letterhead'),
        };
    }
  return undefined;
}

type Named = { title?: Reading<string>; endIndex: number; organ?: SourceLine[] };

/** The abstract: the lines after the kind (or after number and date) up to the issuer or the text proper. */
function readTitle(head: readonly SourceLine[], kindIndex: number, metaIndex: number): Named | undefined {
  const letter = readLetterSubject(head);
  if (letter)
    return {
      title: letter,
      endIndex:
        Math.max(
          metaIndex,
          head.findIndex(({ no }) => no === letter.line),
        ) + 1,
    };
  const start = Math.max(kindIndex, metaIndex) + 1;
  if (start === 0) return undefined;
  const titled: SourceLine[] = [];
  let index = start;
  for (; index < head.length && titled.length < MAX_TITLE_LINES; index += 1) {
    const line = head[index];
    if (!line || line.block !== undefined || STATE_HEAD.test(line.text) || !continues(titled, line)) break;
    titled.push(line);
  }
  const organ = titled.length > 1 ? trailingOrgan(titled, index === head.length) : [];
  const kept = titled.slice(0, titled.length - organ.length);
  const first = kept[0];
  const printed = kept.map(({ text }) => text).join(' ');
  const value = printed.replace(/[\s.;:]+$/u, '').replace(/^[“"](.*)[”"]$/u, '$1');
  return {
    ...(first &&
      value.length <= MAX_TITLE_CHARS && {
        title: reading(value, printed, first.no, 'letterhead', kindIndex === -1 ? 'likely' : 'certain'),
      }),
    endIndex: first && value.length <= MAX_TITLE_CHARS ? start + kept.length : start,
    organ,
  };
}

/** An abstract goes on over line breaks, not over a change from capitals to sentences. */
function continues(titled: readonly SourceLine[], line: SourceLine): boolean {
  const [first] = titled;
  if (line.text.length > MAX_TITLE_CHARS) return false;
  if (!first) return !/^\(/u.test(line.text);
  if (isCapitals(first.text)) return isCapitals(line.text);
  if (isCapitals(line.text)) return ORGAN.test(line.text);
  // A sentence of the text proper: it begins with a capital and ends like one, or is longer than a line.
  if (/^\p{Lu}/u.test(line.text) && (/[.:;,]$/u.test(line.text) || line.text.length > MAX_TITLE_LINE_CHARS))
    return false;
  return !line.blankBefore && !isCapitals(line.text) && !/[.;:]$/u.test(titled.at(-1)?.text ?? '');
}

/** The issuer's name printed between abstract and legal bases, one or two lines of capitals. */
function trailingOrgan(titled: readonly SourceLine[], reachesBasis: boolean): SourceLine[] {
  if (!reachesBasis) return [];
  const from = titled.findLastIndex(({ text }) => ORGAN.test(text) && isCapitals(text));
  return from >= 1 && titled.length - from <= 2 ? titled.slice(from) : [];
}

/** "V/v …" under the number of an official letter. */
function readLetterSubject(head: readonly SourceLine[]): Reading<string> | undefined {
  for (const [index, { cells, no }] of head.entries())
    for (const cell of cells) {
      const found = /^(?:V\/v|Về việc)\s*:?\s+(\S.*)$/u.exec(cell)?.[1];
      if (!found || !cell.startsWith('V/v') || cell.length > MAX_TITLE_CHARS) continue;
      const next = head[index + 1];
      const goesOn = next && !next.blankBefore && /^\p{Ll}/u.test(next.text) ? ` ${next.text}` : '';
      return reading(`${found}${goesOn}`.replace(/[\s.;]+$/u, ''), `${cell}${goesOn}`, no, 'letterhead');
    }
  return undefined;
}

function readIssuer(
  head: readonly SourceLine[],
  named: Named | undefined,
  numberLine?: number,
): Reading<string> | undefined {
  const organ = named?.organ ?? [];
  const [first] = organ;
  if (first) {
    const printed = organ.map(({ text }) => text).join(' ');
    return reading(printed, printed, first.no, 'letterhead');
  }
  const before = head.filter(({ no }) => numberLine === undefined || no <= numberLine);
  return readLetterheadIssuer(before);
}

/** The organ above the number; the lower of two (the upper one is its superior, which NĐ 30/2020 prints first). */
function readLetterheadIssuer(before: readonly SourceLine[]): Reading<string> | undefined {
  const pieces = before.flatMap(({ cells, no }) => cells.map((text) => ({ text, no })));
  const organs: { text: string; no: number }[][] = [];
  let isOpen = false;
  for (const piece of pieces) {
    const isName =
      isCapitals(piece.text) &&
      !STATE_HEAD.test(piece.text) &&
      !kindOfHeading(piece.text) &&
      !/^SỐ\s*:/u.test(piece.text);
    if (!isName) isOpen = false;
    else if (isOpen && !ORGAN.test(piece.text)) organs.at(-1)?.push(piece);
    else if (ORGAN.test(piece.text)) organs.push([piece]);
    if (isName && organs.length > 0) isOpen = true;
  }
  const lowest = organs.at(-1);
  const first = lowest?.[0];
  if (!lowest || !first) return undefined;
  const superior = lowest.length === 1 && first.text === 'VĂN PHÒNG' ? (organs.at(-2) ?? []) : [];
  const printed = [...lowest, ...superior].map(({ text }) => text).join(' ');
  // "ỦY BAN NHÂN DÂN" without a place is half a name.
  return reading(printed, printed, first.no, 'letterhead', /DÂN$/u.test(printed) ? 'uncertain' : 'likely');
}

export type Attachment = {
  kind: string;
  number: Reading<string>;
  issuedOn?: DateReading;
  issuer?: Reading<string>;
};

/** "(Ban hành kèm theo Quyết định số … ngày … của …)": names the document even when its head is missing. */
export function readAttachment(lines: readonly SourceLine[]): Attachment | undefined {
  for (const [index, { text, no }] of lines.entries()) {
    if (!/^\(?\s*(?:ban hành\s+)?kèm theo/iu.test(text)) continue;
    const whole = text.includes(')') ? text : `${text} ${lines[index + 1]?.text ?? ''}`;
    const [, kind, printed, datePrinted, issuer] = ATTACHED.exec(whole) ?? [];
    if (!kind || !printed) continue;
    const date = datePrinted ? readDate(datePrinted) : undefined;
    return {
      kind,
      number: reading(normaliseDocumentNumber(printed).normalised, printed, no, 'attachment', 'likely'),
      ...(date && { issuedOn: reading(date.on, date.printed, no, 'attachment', 'likely') }),
      ...(issuer && { issuer: reading(issuer.trim(), issuer.trim(), no, 'attachment', 'likely') }),
    };
  }
  return undefined;
}
