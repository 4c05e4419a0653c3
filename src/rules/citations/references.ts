/** Provisions named in a paragraph: "điểm a, b khoản 2 Điều 5", "các khoản 1, 2 và 3 Điều 11". */
import { letterInAddress, ordinalOf } from '../provisions/index.ts';

export type Level = 'tiet' | 'diem' | 'khoan' | 'dieu' | 'tieu-muc' | 'muc' | 'chuong' | 'phan' | 'phu-luc';

const LEVELS: readonly Level[] = [
  'tiet',
  'diem',
  'khoan',
  'dieu',
  'tieu-muc',
  'muc',
  'chuong',
  'phan',
  'phu-luc',
];
const WORDS: Readonly<Record<string, Level>> = {
  tiết: 'tiet',
  điểm: 'diem',
  khoản: 'khoan',
  điều: 'dieu',
  ðiều: 'dieu',
  'tiểu mục': 'tieu-muc',
  mục: 'muc',
  chương: 'chuong',
  phần: 'phan',
  'phụ lục': 'phu-luc',
};

export interface Reference {
  start: number;
  end: number;
  /** Address as far as it is named: "dieu-11-khoan-6", "khoan-2" where no article is named. */
  provision: string;
  /** "Điều này", "khoản này". */
  isHere: boolean;
}

/** Provisions that share what follows them ("Điều 5, Điều 6 Nghị định …"). */
export interface ReferenceRun {
  start: number;
  end: number;
  references: Reference[];
}

const WORD =
  /(?<!\p{L})(?<!(?:tài|điều|bưu|địa|quan|trọng|thời|ưu|khuyết|cao|danh|chuyên|trang|đề|thư|thành|cổ|học)\s)([Tt]iết|[Đđ]iểm|[Kk]hoản|[ĐđÐ]iều|[Tt]iểu mục|[Mm]ục|[Cc]hương|[Pp]hần|[Pp]hụ lục|TIẾT|ĐIỂM|KHOẢN|ĐIỀU|CHƯƠNG|PHỤ LỤC)(?!\p{L})/gu;
const ROMAN = String.raw`[IVXLC]+(?![\p{L}\d])`;
const FIGURE = String.raw`\d{1,4}(?:\.\d{1,2})*[a-zđ]?(?![\p{L}\d/%])(?!\s*(?:ngày|tháng|năm|người|triệu|tỷ|đồng|lần|giờ|bộ|bản)(?!\p{L}))`;
const LETTER = String.raw`(?:[a-zđ]\d?|[a-zđ]{2})(?!\p{L})(?!\.\p{L})`;
const NUMBERS: Readonly<Record<Level, string>> = {
  tiet: `${FIGURE}|${LETTER}`,
  diem: `${LETTER}|${FIGURE}`,
  khoan: FIGURE,
  dieu: FIGURE,
  'tieu-muc': FIGURE,
  muc: `${FIGURE}|${ROMAN}|[A-H](?!\\p{L})`,
  chuong: `${ROMAN}|${FIGURE}`,
  phan: String.raw`[Tt]hứ\s+\p{L}+|${ROMAN}|${FIGURE}`,
  'phu-luc': `${ROMAN}|${FIGURE}|[A-Z](?!\\p{L})`,
};
const FIRST = new Map(
  LEVELS.map((level) => [level, new RegExp(String.raw`\s*(?:số\s+)?(này(?!\p{L})|${NUMBERS[level]})`, 'uy')]),
);
const NEXT = new Map(
  LEVELS.map((level) => [
    level,
    new RegExp(String.raw`(?:\s*,\s*(?:và\s+)?|\s*;\s*|\s+(?:và|hoặc|đến)\s+)(${NUMBERS[level]})`, 'uy'),
  ]),
);
const BETWEEN =
  /^(?:\s*,?\s*(?:và|hoặc|đến)?\s+|\s*,\s*|\s*;\s*(?=(?:tiết|điểm|khoản|Điều)\s)|\s+(?:của|thuộc|tại)\s+|,?\s*(?:và|hoặc)\s+(?:tại\s+)?)(?:các\s+)?$/iu;
/** An appendix without number is one only when it says whose. */
const APPENDIX_OF = /^\s+(?=(?:ban hành\s+)?kèm theo|của\s)/u;

type Token = { level: Level; number: string; start: number; end: number; isFirst: boolean; joined: string };

/** All runs of the paragraph in order. */
export function referencesIn(text: string): ReferenceRun[] {
  const runs: Token[][] = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    if (match.index < end) continue;
    const item = readItem(text, match.index, match[0].length, WORDS[(match[1] ?? '').toLowerCase()]);
    if (item.length === 0) continue;
    const between = text.slice(end, match.index);
    const last = runs.at(-1);
    const first = item[0];
    if (first && last && between.length < 20 && BETWEEN.test(between)) {
      first.joined = between;
      last.push(...item);
    } else runs.push(item);
    end = item.at(-1)?.end ?? end;
  }
  return runs.map(runOf);
}

/** One level word with its numbers: "các khoản 1, 2 và 3". */
function readItem(text: string, start: number, length: number, level: Level | undefined): Token[] {
  if (!level) return [];
  const tokens: Token[] = [];
  const first = matchAt(FIRST.get(level), text, start + length);
  if (!first) {
    const isOwn = level === 'phu-luc' && APPENDIX_OF.test(text.slice(start + length, start + length + 40));
    return isOwn ? [{ level, number: '', start, end: start + length, isFirst: true, joined: '' }] : [];
  }
  tokens.push({ level, number: first.number, start, end: first.end, isFirst: true, joined: '' });
  let at = first.end;
  for (;;) {
    const next = matchAt(NEXT.get(level), text, at);
    if (!next || first.number === 'này') return tokens;
    tokens.push({
      level,
      number: next.number,
      start: next.end - next.number.length,
      end: next.end,
      isFirst: false,
      joined: text.slice(at, next.end - next.number.length),
    });
    at = next.end;
  }
}

function matchAt(
  pattern: RegExp | undefined,
  text: string,
  at: number,
): { number: string; end: number } | undefined {
  if (!pattern) return undefined;
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found?.[1] ? { number: found[1], end: at + found[0].length } : undefined;
}

type Group = { from: number; levels: Partial<Record<Level, string>>; top: number; joined: string };

/** Lower levels belong to the next higher one on their right: "điểm b khoản 1, điểm a khoản 2, Điều 5". */
function runOf(tokens: readonly Token[]): ReferenceRun {
  const groups: Group[] = [];
  tokens.forEach((token, from) => {
    const level = LEVELS.indexOf(token.level);
    let waiting = groups.length;
    while (waiting > 0 && (groups[waiting - 1]?.top ?? level) < level) waiting -= 1;
    if (token.isFirst && waiting < groups.length) {
      for (const group of groups.slice(waiting)) {
        group.levels[token.level] = token.number;
        group.top = level;
      }
    } else groups.push({ from, levels: { [token.level]: token.number }, top: level, joined: token.joined });
  });
  const whole = turnedRound(groups);
  const end = tokens.at(-1)?.end ?? 0;
  return {
    start: tokens[0]?.start ?? 0,
    end,
    references: whole.map(({ from, levels }, index) => ({
      start: tokens[from]?.start ?? 0,
      end: tokens[(whole[index + 1]?.from ?? tokens.length) - 1]?.end ?? end,
      provision: addressOf(levels),
      isHere: Object.values(levels).includes('này'),
    })),
  };
}

/** "Điều 5 khoản 2 điểm a" and "Điều 5, khoản 1, 2": the higher level first. */
function turnedRound(groups: readonly Group[]): Group[] {
  const out: Group[] = [];
  for (const group of groups) {
    const before = out.at(-1);
    const isLower =
      before !== undefined &&
      group.levels.dieu === undefined &&
      before.levels.dieu !== undefined &&
      group.top < LEVELS.indexOf('dieu') &&
      /^[\s,]*$/u.test(group.joined);
    const isSibling = before?.levels.khoan !== undefined && group.levels.khoan !== undefined;
    const isPointSibling = before?.levels.diem !== undefined && group.levels.diem !== undefined;
    if (!isLower || !before) out.push(group);
    else if (isSibling || isPointSibling)
      out.push({ ...group, levels: { ...before.levels, ...group.levels } });
    else {
      before.levels = { ...before.levels, ...group.levels };
    }
  }
  return out;
}

const ORDER: readonly Level[] = [
  'phu-luc',
  'phan',
  'chuong',
  'muc',
  'tieu-muc',
  'dieu',
  'khoan',
  'diem',
  'tiet',
];

/** Articles count through a document, so what holds them is left out. */
function addressOf(levels: Group['levels']): string {
  const isOuter = (level: Level) => ['phan', 'chuong', 'muc', 'tieu-muc'].includes(level);
  return ORDER.flatMap((level) => {
    const number = levels[level];
    if (number === undefined || (levels.dieu !== undefined && isOuter(level))) return [];
    if (level === 'phan' && levels.chuong !== undefined) return [];
    return [number === '' ? level : `${level}-${numberInAddress(level, number)}`];
  }).join('-');
}

function numberInAddress(level: Level, number: string): string {
  if (number === 'này') return 'nay';
  const isHeading = ['phan', 'chuong', 'muc', 'phu-luc'].includes(level);
  const value = isHeading ? ordinalOf(number) : undefined;
  return value === undefined ? letterInAddress(number).replaceAll('.', '-') : String(value);
}
