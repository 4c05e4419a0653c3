/** What a web page, a printer or a copy left in the text: recognised, set apart and reported, never dropped in silence. */
import { KIND_NAMES } from './kinds.ts';
import type { SourceLine } from './source.ts';
import { SCRAP_WORDS, type ScrapKind } from './words.ts';

export type Scrap = { kind: ScrapKind; line: number; text: string; vi: string; en: string };

/** Labels of the property lines that sites of law put above a text; facts of the document stand in them. */
const LABELS = [
  'Số hiệu',
  'Số ký hiệu',
  'Loại văn bản',
  'Nơi ban hành',
  'Cơ quan ban hành',
  'Người ký',
  'Ngày ban hành',
  'Ngày có hiệu lực',
  'Ngày hiệu lực',
  'Ngày công báo',
  'Số công báo',
  'Lĩnh vực',
  'Tình trạng',
  'Tình trạng hiệu lực',
  'Ngày hết hiệu lực',
  'Trích yếu',
] as const;
export type WebLabel = (typeof LABELS)[number];
export type WebHeader = Partial<Record<WebLabel, { value: string; line: number }>>;

const LABEL = new RegExp(
  `(?<![\\p{L}])(${[...LABELS].sort((a, b) => b.length - a.length).join('|')})\\s*:`,
  'gu',
);
const LINK = new RegExp(
  `^[-•*]\\s*\\d{1,3}[.)]?\\s+(?:Bộ luật|Luật|Hiến pháp|Nghị quyết liên tịch|${KIND_NAMES})\\s`,
  'iu',
);
const SOURCE_NOTE =
  /^(?:Nguồn tra cứu|Nguồn|Xem thêm tại|Bản quyền)\s*:\s*\S*(?:https?:|www\.|\.(?:com|vn|net|org))/iu;
const NAVIGATION =
  /^(?:(?:Trang chủ|Tải về|Tải xuống|In trang|In bài|Lưu trữ|Quay lại|Về đầu trang|Chia sẻ|Xem thêm|Bản in|Gửi email|Đóng)(?:\s*[»>|/·]\s*|\s*$))+/iu;
const SEPARATOR = /^[-_=*~.·—–\s]{3,}$/u;
const PAGE_NUMBER = /^(?:Trang\s+)?\d{1,4}(?:\s*\/\s*\d{1,4})?$/iu;
const WEB_TITLE = new RegExp(`^(?:${KIND_NAMES})\\s+(?:số:?\\s*)?\\d+[\\p{L}\\d/-]*\\s+\\S`, 'iu');
const LETTERHEAD = /^(?:ỦY|UỶ) BAN NHÂN DÂN|^HỘI ĐỒNG NHÂN DÂN|CỘNG H(?:ÒA|OÀ) XÃ HỘI/u;
/** Placeholders of sites for what they do not know. */
const UNKNOWN = /^(?:đang cập nh[ậâ]?[tp]|chưa (?:rõ|biết|cập nhật)|không (?:rõ|xác định)|\.+|-+|n\/a)?$/iu;

/** Splits the lines into those of the document and scraps; reads the facts of a property header. */
export function setScrapsApart(lines: readonly SourceLine[]): {
  kept: SourceLine[];
  scraps: Scrap[];
  webHeader: WebHeader;
} {
  const kinds = new Map<number, ScrapKind>();
  const webHeader: WebHeader = {};
  lines.forEach((line, index) => {
    const kind = line.block === undefined ? kindOf(lines, index) : undefined;
    if (kind) kinds.set(line.no, kind);
    if (kind === 'webHeader') readHeader(line, webHeader);
  });
  markWebTitle(lines, kinds);
  const scraps = lines.flatMap((line) => {
    const kind = kinds.get(line.no);
    return kind ? [scrapOf(kind, line)] : [];
  });
  return { kept: lines.filter((line) => !kinds.has(line.no)), scraps, webHeader };
}

export function scrapOf(kind: ScrapKind, line: SourceLine): Scrap {
  return { kind, line: line.no, text: line.text, ...SCRAP_WORDS[kind] };
}

function kindOf(lines: readonly SourceLine[], index: number): ScrapKind | undefined {
  const text = lines[index]?.text ?? '';
  if (SEPARATOR.test(text)) return 'separator';
  if (SOURCE_NOTE.test(text)) return 'sourceNote';
  if (NAVIGATION.test(text) && text.length < 120) return 'navigation';
  // One numbered link could be a line of the text; two in a row are a list of the site.
  if (LINK.test(text) && [index - 1, index + 1].some((near) => LINK.test(lines[near]?.text ?? '')))
    return 'linkList';
  if (isHeaderLine(text) && nearHeader(lines, index)) return 'webHeader';
  return undefined;
}

function isHeaderLine(text: string): boolean {
  return text.search(LABEL) === 0 && text.length < 300;
}

/** A property line counts only in company: "Lĩnh vực: …" alone may be a sentence of the document. */
function nearHeader(lines: readonly SourceLine[], index: number): boolean {
  const near = lines.slice(Math.max(0, index - 3), index + 4).filter(({ text }) => isHeaderLine(text));
  return near.length >= 2 || (lines[index]?.text.match(LABEL)?.length ?? 0) >= 2;
}

function readHeader({ text, no }: SourceLine, header: WebHeader): void {
  const found = [...text.matchAll(LABEL)];
  found.forEach((match, index) => {
    const label = match[1] as WebLabel;
    const value = text
      .slice(match.index + match[0].length, found[index + 1]?.index)
      .replace(/[,;\s]+$/u, '')
      .trim();
    if (!UNKNOWN.test(value)) header[label] ??= { value, line: no };
  });
}

/** The heading a site puts above its property lines, or above the letterhead proper. */
function markWebTitle(lines: readonly SourceLine[], kinds: Map<number, ScrapKind>): void {
  for (const line of lines.slice(0, 5)) {
    if (
      !kinds.has(line.no) &&
      WEB_TITLE.test(line.text) &&
      line.text.length < 400 &&
      line.block === undefined
    ) {
      const after = lines.filter(({ no }) => no > line.no).slice(0, 6);
      const above = after.some(({ no, text }) => kinds.get(no) === 'webHeader' || LETTERHEAD.test(text));
      if (above) kinds.set(line.no, 'webTitle');
    }
  }
}

/** Page numbers that a PDF leaves: lone numbers where the numbers go up through the text. */
export function setPageNumbersApart(lines: readonly SourceLine[]): { kept: SourceLine[]; scraps: Scrap[] } {
  const numbers = lines.filter(({ text, block }) => block === undefined && PAGE_NUMBER.test(text));
  const values = numbers.map(({ text }) => Number(/\d+/u.exec(text)?.[0]));
  const rising =
    values.length >= 2 &&
    values.every((value, index) => index === 0 || value === (values[index - 1] ?? 0) + 1);
  if (!rising) return { kept: [...lines], scraps: [] };
  const apart = new Set(numbers.map(({ no }) => no));
  return {
    kept: lines.filter(({ no }) => !apart.has(no)),
    scraps: numbers.map((line) => scrapOf('pageNumber', line)),
  };
}
