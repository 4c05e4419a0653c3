/** Headings, lists and the look of paragraphs: what a reader who hears the page has to find his way by. */
import { type BodyNode, isElement } from '../body-html/index.ts';
import { foldVietnamese } from '../text/index.ts';
import { elementsOf, type Line } from './lines.ts';
import type { CheckContext, Found } from './model.ts';

/** Words after which a text without headings tires a reader. */
const LONG_TEXT_WORDS = 500;
const HEADING_CHARS = 120;
/** Capitals in a row are read letter by letter by some readers, and slowly by all. */
const CAPITAL_WORDS = 5;

export function checkOutline(
  tree: readonly BodyNode[],
  lines: readonly Line[],
  { contentKind, language }: CheckContext,
): Found[] {
  const keepsForm = contentKind === 'documents' || contentKind === 'gazette';
  return [
    ...headings(tree, lines),
    ...lines.flatMap((line) => capitals(line)),
    ...(language === 'vi' ? lines.flatMap(colourOnly) : []),
    ...(keepsForm ? [] : [...fakeHeadings(lines), ...fakeLists(lines)]),
  ];
}

function headings(tree: readonly BodyNode[], lines: readonly Line[]): Found[] {
  const found: Found[] = [];
  const all = elementsOf(tree).filter(({ node }) => /^h[1-6]$/.test(node.tag));
  let before = 1;
  for (const { node, path } of all) {
    const text = lines.find((line) => line.block === node)?.text.trim() ?? '';
    const level = Number(node.tag[1]);
    if (!/[\p{L}\p{N}]/u.test(text)) found.push({ code: 'heading-empty', place: { path }, words: text });
    else if (level > before + 1) found.push({ code: 'heading-order', place: { path }, words: text });
    before = level;
  }
  const words = lines.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);
  if (all.length === 0 && words >= LONG_TEXT_WORDS) found.push({ code: 'headings' });
  return found;
}

/** A whole line in capitals, headings and the title too; what is an abbreviation alone is none. */
export function isInCapitals(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  if (words.length < CAPITAL_WORDS || /\p{Ll}/u.test(text)) return false;
  const spelled = words.filter((word) => word.length > 1 && /[AEIOUYĂÂÊÔƠƯ\u00C0-\u1EF9]/iu.test(word));
  return spelled.length >= CAPITAL_WORDS && spelled.length * 2 > words.length;
}

function capitals(line: Line): Found[] {
  if (line.tag === 'th' || line.tag === 'td') return [];
  const found: Found[] = [];
  for (const { text, at } of sentencesOf(line.text, /\n/g)) {
    if (isInCapitals(text))
      found.push({
        code: 'capitals',
        place: { path: line.path, from: at, to: at + text.length },
        words: text,
      });
  }
  return found;
}

/** Parts of a text between separators, trimmed, with their offsets. */
export function sentencesOf(text: string, separator: RegExp): { text: string; at: number }[] {
  const parts: { text: string; at: number }[] = [];
  let at = 0;
  for (const match of [...text.matchAll(separator), undefined]) {
    const end = match === undefined ? text.length : match.index;
    const raw = text.slice(at, end);
    const part = raw.trim();
    if (part !== '') parts.push({ text: part, at: at + raw.indexOf(part) });
    at = end + (match?.[0].length ?? 0);
  }
  return parts;
}

const COLOUR = '(?:đỏ|vàng|xanh(?: lá(?: cây)?| dương| lam| đậm| nhạt)?|cam|tím|hồng|nâu|xám|da cam)';
const THING =
  '(?:phần|chữ|dòng|ô|mục|đoạn|cột|hàng|số liệu|chỗ|nội dung|vùng|khu vực|ngày|câu|trường|tên|điểm|ký hiệu|con số|nút|gạch)';
/** What only the colour tells: "phần tô đỏ", "các ô màu vàng", "chữ in đỏ", "bôi vàng". */
const COLOURED = new RegExp(
  [
    `${THING}(?: [\\p{L}]+){0,3}? (?:được |có |bằng |in |mang |đánh dấu |ghi |viết |hiển thị |bôi |tô ){1,3}(?:bằng )?(?:chữ |mực |nền )?(?:màu )?${COLOUR}`,
    `${THING}(?: [\\p{L}]+){0,1}? màu ${COLOUR}`,
    `(?:tô|bôi|in|đánh dấu|gạch chân)(?: bằng)?(?: chữ| mực| nền)? (?:màu )?${COLOUR}`,
    `(?:highlight|bôi màu|tô màu)(?: ${COLOUR})?`,
  ]
    .map((one) => `(?<!\\p{L})${one}(?!\\p{L})`)
    .join('|'),
  'iu',
);
/** Signs, flags and forms are described by their colour rightly. */
const DESCRIBED = /trên nền|nền (?:đỏ|xanh|vàng|trắng)|biển (?:báo|số|hiệu)|quốc kỳ|cờ|in trên giấy|bìa/iu;

function colourOnly(line: Line): Found[] {
  const text = line.text.normalize('NFC');
  const match = COLOURED.exec(text);
  if (!match || DESCRIBED.test(text.slice(Math.max(0, match.index - 25), match.index + match[0].length + 12)))
    return [];
  const exact = text.length === line.text.length;
  const place = exact ? { from: match.index, to: match.index + match[0].length } : {};
  return [{ code: 'colour-only', place: { path: line.path, ...place }, words: match[0] }];
}

/** A short paragraph all in bold before other text looks like a heading and is none. */
function fakeHeadings(lines: readonly Line[]): Found[] {
  return lines.flatMap((line, index) => {
    const next = lines[index + 1];
    const text = line.text.trim();
    if (line.tag !== 'p' || line.path.length !== 2 || next === undefined) return [];
    if (text.length < 3 || text.length > HEADING_CHARS || /[.;,!?…]$/u.test(text)) return [];
    if (!isAllBold(line.nodes) || /^h\d$/.test(next.tag)) return [];
    return [{ code: 'fake-heading' as const, place: { path: line.path.slice(0, -1) }, words: text }];
  });
}

function isAllBold(nodes: readonly BodyNode[]): boolean {
  const spoken = nodes.filter((node) => isElement(node) || /[\p{L}\p{N}]/u.test(node.text));
  return (
    spoken.length > 0 &&
    spoken.every(
      (node) =>
        isElement(node) &&
        (node.tag === 'strong' ||
          node.tag === 'br' ||
          ((node.tag === 'em' || node.tag === 'a') && isAllBold(node.children))),
    ) &&
    spoken.some((node) => isElement(node) && node.tag !== 'br')
  );
}

const BULLET = /^\s*(?:[-–—•●▪◦■♦➢✓✔*+·]|[\uF0B7\uF0D8\uF0FC])\s*(?=\S)/u;
const NUMBERED = /^\s*\(?(\d{1,2}|[a-zđ]|[ivx]{1,4})[.)]\s+(?=\S)/iu;
/** An item of a list is not a page long. */
const ITEM_CHARS = 400;

interface Bullet {
  line: Line;
  at: number;
  text: string;
  mark: string | undefined;
}

/** Two or more lines that begin with a dash, or with numbers that rise, are a list typed by hand. */
function fakeLists(lines: readonly Line[]): Found[] {
  const found: Found[] = [];
  let run: Bullet[] = [];
  const end = () => {
    const [first] = run;
    if (first !== undefined && run.length > 1) {
      const to = first.at + first.text.length;
      found.push({
        code: 'fake-list',
        place: { path: first.line.path, from: first.at, to },
        words: first.text,
      });
    }
    run = [];
  };
  for (const line of lines) {
    const isPlain = ['p', 'td', 'li', 'blockquote'].includes(line.tag);
    for (const part of sentencesOf(line.text, /\n/g)) {
      const mark = isPlain ? markOf(part.text) : undefined;
      if (mark === undefined || !follows(run.at(-1)?.mark, mark)) end();
      if (mark !== undefined) run.push({ line, ...part, mark });
    }
  }
  end();
  return found;
}

/** "-" for a dash, the number or letter otherwise. */
function markOf(text: string): string | undefined {
  if (text.length > ITEM_CHARS) return undefined;
  if (BULLET.test(text) && !/^\s*[-–—]\s*\d/.test(text)) return '-';
  const number = NUMBERED.exec(text)?.[1];
  return number === undefined ? (/^\s*[-–—]\s+\d/.test(text) ? '-' : undefined) : foldVietnamese(number);
}

function follows(before: string | undefined, mark: string): boolean {
  if (before === undefined) return true;
  if (before === '-' || mark === '-') return before === mark;
  if (/^\d+$/.test(before)) return Number(mark) === Number(before) + 1;
  return !/^\d+$/.test(mark);
}
