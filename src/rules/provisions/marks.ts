/** What the beginning of a line says: "Chương II", "Điều 5.", "1.", "a)", "I.", "-". */
import { letterValue, ordinalOf, romanValue } from './ordinal.ts';

export type MarkKind =
  | 'part'
  | 'capital'
  | 'roman'
  | 'chapter'
  | 'section'
  | 'subsection'
  | 'article'
  | 'clause'
  | 'point'
  | 'indent'
  | 'appendix'
  | 'form';

export interface Mark {
  kind: MarkKind;
  /** As printed. */
  number: string;
  /** For counting: the whole number, or the place of the letter. */
  value: number;
  /** What stands after the label. */
  rest: string;
}

const MAX_HEADING_CHARS = 260;
const NUMERAL = String.raw`(?:[IVXLC]+|\d{1,3})[a-zđ]?`;
const WORD_ORDINAL = String.raw`(?:thứ|THỨ|Thứ)\s+\p{L}+(?:\s+(?:một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|MỘT|HAI|BA|TƯ|NĂM))?`;
const END = String.raw`(?![\p{L}\d/])\s*[.:–-]?\s*([\s\S]*)$`;

/** Headings with a word for their kind. `bare`: a number is not needed. */
const HEADINGS: readonly { kind: MarkKind; pattern: RegExp }[] = [
  {
    kind: 'part',
    pattern: new RegExp(String.raw`^(?:Phần|PHẦN)\s+(${WORD_ORDINAL}|${NUMERAL})${END}`, 'u'),
  },
  { kind: 'chapter', pattern: new RegExp(String.raw`^(?:Chương|CHƯƠNG)\s*(${NUMERAL})${END}`, 'u') },
  { kind: 'subsection', pattern: new RegExp(String.raw`^(?:Tiểu mục|TIỂU MỤC)\s*(${NUMERAL})${END}`, 'u') },
  { kind: 'section', pattern: new RegExp(String.raw`^(?:Mục|MỤC)\s*(${NUMERAL})${END}`, 'u') },
  {
    kind: 'appendix',
    pattern: new RegExp(
      String.raw`^(?:PHỤ LỤC|Phụ lục)(?:\s+(?:SỐ|số)?\s*(${NUMERAL}|[A-Z]))?(?![\p{L}\d])\s*[.:–-]?\s*([\s\S]*)$`,
      'u',
    ),
  },
  {
    kind: 'form',
    pattern:
      /^(?:MẪU|Mẫu|Biểu mẫu|BIỂU MẪU|Biểu|BIỂU)(?:\s+(?:số|SỐ))?\s*:?\s+(\d{1,3}[\p{L}\d/.-]{0,8}?)[.:]?(?:\s+([\s\S]*))?$/u,
  },
];

/** Scans lose the bar or the marks of "Điều"; old fonts give the Icelandic Ð. */
const ARTICLE =
  /^(?:[ĐÐD]i[ềêế]u|[ĐÐD]I[ỀÊẾ]U)\s*(\d{1,4}[a-zđ]?)(?![\p{L}\d/])(\s*[.:])?\s*(?:[-–]\s+)?([\s\S]*)$/u;
const DOTTED = /^(\d{1,2}(?:\.\d{1,2}){1,3})(\.\s*|\s+)(?=[\p{Lu}“"(\p{Ll}])([\s\S]+)$/u;
const CLAUSE = /^(?:Khoản\s+)?(\d{1,3}[a-zđ]?)(?:\s?[.)]\s*|\s?\/\s*|[-–:]\s+)(?=[^\d\s.)/])([\s\S]+)$/u;
const POINT = /^((?:[a-zđ]{1,2}|[a-zđ]\d))\s?[.)/]\s*(?=[^\s\d.)/])([\s\S]+)$/u;
const ROMAN_LINE = /^([IVXL]{1,7})\s?(?:[.)/]\s*|[-–:]\s+)(?=[^\s.)/])([\s\S]+)$/u;
const CAPITAL_LINE = /^([A-HĐ])\s?[.)/]\s*(?=\p{Lu})([\s\S]+)$/u;
const INDENT = /^(?:[-–•+*]\s*(?=[^\s\d-])|\((?:i{1,3}|iv|vi{0,3}|ix|x)\)\s*)([\s\S]+)$/u;

/** The mark a line begins with. `heading`: it stands in a heading element, so its form may be looser. */
export function markOf(line: string, heading: boolean): Mark | undefined {
  const text = line.trim();
  return headingMark(text, heading) ?? articleMark(text, heading) ?? lineMark(text);
}

function headingMark(text: string, heading: boolean): Mark | undefined {
  if (text.length > MAX_HEADING_CHARS && !heading) return undefined;
  for (const { kind, pattern } of HEADINGS) {
    const found = pattern.exec(text);
    if (!found) continue;
    const [, number = '', rest = ''] = found;
    const value = number === '' ? 0 : (ordinalOf(number.replace(/(?<=.)[a-zđ]$/u, '')) ?? ordinalOf(number));
    // "Chương II Nghị định này được áp dụng …;" is a sentence, "Mục 2 của …" too.
    const isSentence = /^[\p{Ll},;(]/u.test(rest) || (!heading && /[.;:,]$/u.test(rest));
    if (isSentence || (value === undefined && kind !== 'appendix')) return undefined;
    return { kind, number, value: value ?? 0, rest: rest.trim() };
  }
  return undefined;
}

function articleMark(text: string, heading: boolean): Mark | undefined {
  const found = ARTICLE.exec(text);
  if (!found) return undefined;
  const [, number = '', point, rest = ''] = found;
  if (point === undefined && rest !== '' && !(heading && /^\p{Lu}/u.test(rest))) return undefined;
  return { kind: 'article', number, value: Number.parseInt(number, 10), rest: rest.trim() };
}

function lineMark(text: string): Mark | undefined {
  const dotted = DOTTED.exec(text);
  if (dotted?.[1] && (dotted[2]?.startsWith('.') || /^[\p{Lu}“"(]/u.test(dotted[3] ?? '')))
    return {
      kind: 'clause',
      number: dotted[1],
      value: Number(dotted[1].split('.').at(-1)),
      rest: dotted[3] ?? '',
    };
  const clause = CLAUSE.exec(text);
  if (clause?.[1])
    return {
      kind: 'clause',
      number: clause[1],
      value: Number.parseInt(clause[1], 10),
      rest: clause[2] ?? '',
    };
  const point = POINT.exec(text);
  if (point?.[1] && isPointLabel(point[1]))
    return {
      kind: 'point',
      number: point[1],
      value: letterValue(point[1][0] ?? ''),
      rest: point[2] ?? '',
    };
  const roman = ROMAN_LINE.exec(text);
  const value = roman?.[1] === undefined ? undefined : romanValue(roman[1]);
  if (roman?.[1] && value !== undefined)
    return { kind: 'roman', number: roman[1], value, rest: roman[2] ?? '' };
  const capital = CAPITAL_LINE.exec(text);
  if (capital?.[1])
    return {
      kind: 'capital',
      number: capital[1],
      value: letterValue(capital[1].toLowerCase()),
      rest: capital[2] ?? '',
    };
  const indent = INDENT.exec(text);
  return indent ? { kind: 'indent', number: text[0] ?? '', value: 0, rest: indent[1] ?? '' } : undefined;
}

/** One letter, a doubled one ("aa") or one with a digit ("a1"); not "ex." or "tr.". */
function isPointLabel(label: string): boolean {
  return label.length === 1 || label[0] === label[1] || /\d/u.test(label);
}

/** Where, after `from`, a point stands in the middle of a paragraph: "…; d) Tổ chức …". */
export function inlinePoint(
  text: string,
  letterMayFollow: (letter: string) => boolean,
  from: number,
): number | undefined {
  for (const match of text.slice(from).matchAll(/(?<=[;.]\s)([a-zđ])\)\s*(?=\p{Lu})/gu))
    if (match[1] && letterMayFollow(match[1])) return from + match.index;
  return undefined;
}
