/** The lines of a document as structured HTML: chapters, sections, articles, paragraphs. Words stay as printed. */
import { escapeText, sanitiseBody } from '../body-html/index.ts';
import { kindOfHeading } from './kinds.ts';
import { isCapitals, type SourceLine } from './source.ts';

export type Structured = {
  html: string;
  linesJoined: number;
  /** Numbers of articles, in order, main text and attachments after each other. */
  articles: number[];
};

const MAX_HEADING_CHARS = 220;
const CHAPTER =
  /^(?:Chương|CHƯƠNG|Phần|PHẦN)\s+(?:[IVXLC]+|\d{1,3}|thứ\s+\p{L}+|THỨ\s+\p{L}+)\s*[.:–-]?\s*(.*)$/u;
const SECTION = /^(?:Mục|MỤC)\s+(?:\d{1,3}|[IVX]+)\s*[.:–-]?\s*(.*)$/u;
/** Scans drop the space; old fonts give the Icelandic Ð. */
const ARTICLE = /^([ĐÐ](?:iều|IỀU)\s*(\d{1,4})[a-zđ]?(?![\p{L}\d/])\s*[.:]?)\s*(.*)$/u;
/** Appendices, forms, and the line "QUYẾT ĐỊNH:" under which the articles of the document itself stand. */
const PART =
  /^(?:(?:PHỤ LỤC|Phụ lục)(?:\s+(?:số\s+)?(?:[IVXLC]+|\d{1,3}))?|(?:MẪU|Mẫu|Biểu mẫu|Biểu)(?:\s+số)?\s+\d{1,3}[\p{L}\d/.-]{0,8}|(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|NGHỊ QUYẾT|CHỈ THỊ)\s*:)\s*$/u;
const DASH = /^[-–+•]\s+\S/u;
const MARKER = /^(?:\d{1,3}(?:\.\d+)*\s*[.)]|[a-zđ]\s*\)|[-–+•*]|[IVXLC]+\s*[.)])\s*\S/u;

type Block = { kind: 'h2' | 'h3' | 'h4' | 'p' | 'dash' | 'whole'; html: string };

/** `lineWrapped`: the source breaks lines where the page ended (PDF), not where paragraphs end. */
export function structureLines(lines: readonly SourceLine[], lineWrapped: boolean): Structured {
  const { joined, count } = joinBroken(lines, lineWrapped);
  const attached = attachedHeadings(joined);
  const blocks: Block[] = [];
  const articles: number[] = [];
  let inSection = false;
  for (let index = 0; index < joined.length; index += 1) {
    const line = joined[index];
    if (!line) continue;
    const group = attached.get(index);
    if (group) {
      blocks.push({ kind: 'h2', html: group.map(({ html }) => plainHeading(html)).join('<br>') });
      index += group.length - 1;
      inSection = false;
      continue;
    }
    const heading = headingOf(joined, index);
    if (heading) {
      inSection = heading.kind === 'h3';
      blocks.push({ kind: heading.kind, html: heading.html });
      index += heading.used - 1;
      continue;
    }
    blocks.push(...articleOrText(line, inSection, articles));
  }
  return { html: sanitiseBody(writeBlocks(blocks)).html, linesJoined: count, articles };
}

/** Bold around a whole heading says nothing more. */
function plainHeading(html: string): string {
  return html.replace(/<\/?(?:strong|em)>/gu, '');
}

function headingOf(lines: readonly SourceLine[], index: number): (Block & { used: number }) | undefined {
  const line = lines[index];
  if (!line || line.block !== undefined || line.text.length > MAX_HEADING_CHARS) return undefined;
  if (PART.test(line.text)) return { kind: 'h2', html: plainHeading(line.html), used: 1 };
  for (const [pattern, kind] of [
    [CHAPTER, 'h2'],
    [SECTION, 'h3'],
  ] as const) {
    const rest = pattern.exec(line.text)?.[1];
    if (rest === undefined || /^\p{Ll}/u.test(rest) || /[.;:,]$/u.test(rest)) continue;
    const next = lines[index + 1];
    const named = rest === '' && next && isHeadingName(next) ? [line, next] : [line];
    return { kind, html: named.map(({ html }) => plainHeading(html)).join('<br>'), used: named.length };
  }
  return undefined;
}

/** The name of a chapter under its number. */
function isHeadingName({ text, block }: SourceLine): boolean {
  if (block !== undefined || text.length > MAX_HEADING_CHARS) return false;
  return !ARTICLE.test(text) && !SECTION.test(text) && !MARKER.test(text) && !/[.;:,]$/u.test(text);
}

/** "Điều 1. Phạm vi" is a heading; "Điều 1. Ban hành kèm theo … ." is a heading "Điều 1." and a paragraph. */
function articleOrText(line: SourceLine, inSection: boolean, articles: number[]): Block[] {
  if (line.block !== undefined) return [{ kind: 'whole', html: line.block }];
  const [, label, number, rest] = ARTICLE.exec(line.text) ?? [];
  const isArticle = label !== undefined && rest !== undefined && (/[.:]$/u.test(label) || rest === '');
  if (!isArticle) return [{ kind: DASH.test(line.text) ? 'dash' : 'p', html: line.html }];
  articles.push(Number(number));
  const kind = inSection ? 'h4' : 'h3';
  const isTitle = rest.length <= MAX_HEADING_CHARS && !/[.;:,]$/u.test(rest);
  if (isTitle) return [{ kind, html: escapeText(line.text) }];
  return [
    { kind, html: escapeText(label.trim()) },
    { kind: 'p', html: withoutLabel(line.html, label) },
  ];
}

/** The paragraph after the label of its article, links and emphasis kept. */
function withoutLabel(html: string, label: string): string {
  let left = label.replace(/\s/gu, '').length;
  return html.replace(/(<[^>]*>)|&(?:amp|lt|gt|quot);|[^<]/gsu, (piece, tag) => {
    if (tag || left === 0) return piece;
    if (!/^\s$/u.test(piece)) left -= 1;
    return '';
  });
}

/**
 * Headings of what is issued with the document: "QUY CHẾ" and its title, up to the line "(Ban hành kèm theo …)".
 * Where the kind is missing, the lines in capitals right above that line are the heading.
 */
function attachedHeadings(lines: readonly SourceLine[]): Map<number, SourceLine[]> {
  const found = new Map<number, SourceLine[]>();
  lines.forEach((line, index) => {
    if (!/^\(\s*(?:ban hành\s+)?kèm theo/iu.test(line.text)) return;
    const from = Math.max(0, index - 5);
    const before = lines.slice(from, index);
    const sentenceAt = before.findLastIndex(({ text }) => /[.;:|]$/u.test(text) || ARTICLE.test(text));
    const kindAt = before.findLastIndex(
      ({ text }, at) => at > sentenceAt && isCapitals(text) && kindOfHeading(text) !== undefined,
    );
    let start = kindAt;
    if (kindAt === -1) {
      start = before.length;
      while (
        start > 0 &&
        isCapitals(before[start - 1]?.text ?? '') &&
        !/\|/u.test(before[start - 1]?.text ?? '')
      )
        start -= 1;
    }
    if (start < before.length) found.set(from + start, before.slice(start));
  });
  return found;
}

/** Joins lines that were broken within a sentence; line numbers stay those of the first piece. */
function joinBroken(
  lines: readonly SourceLine[],
  lineWrapped: boolean,
): { joined: SourceLine[]; count: number } {
  const joined: SourceLine[] = [];
  let count = 0;
  for (const line of lines) {
    const last = joined.at(-1);
    if (last && goesOn(last, line, lineWrapped)) {
      joined[joined.length - 1] = {
        ...last,
        text: `${last.text} ${line.text}`,
        html: `${last.html} ${line.html}`,
      };
      count += 1;
    } else joined.push(line);
  }
  return { joined, count };
}

function goesOn(last: SourceLine, line: SourceLine, lineWrapped: boolean): boolean {
  if (last.block !== undefined || line.block !== undefined) return false;
  // A bracket that is still open: "(Ban hành kèm theo Quyết định số … ⏎ ngày … )".
  if (/^\([^)]*$/u.test(last.text) && last.text.length < 300 && !MARKER.test(line.text)) return true;
  if (line.blankBefore && !lineWrapped) return false;
  if (/[.;:!?…]$|\/\.$/u.test(last.text) || MARKER.test(line.text) || last.cells.length > 1) return false;
  if (/^\p{Ll}/u.test(line.text) && !isCapitals(last.text)) return true;
  return lineWrapped && wrapsOn(last, line);
}

/** A full line of a page that does not end its sentence goes on below, unless something new plainly begins. */
function wrapsOn(last: SourceLine, line: SourceLine): boolean {
  if (isCapitals(last.text) || isCapitals(line.text) || line.blankBefore) return false;
  if (ARTICLE.test(line.text) || CHAPTER.test(line.text) || SECTION.test(line.text)) return false;
  if (ARTICLE.test(last.text) && /^\p{Lu}/u.test(line.text) && last.text.length < 70) return false;
  return last.text.length >= 60 && !/^(?:Căn cứ|Theo đề nghị|Xét |Nơi nhận|Kính gửi)/u.test(line.text);
}

/** Two dashes in a row are a list; one alone stays a paragraph with its dash. */
function writeBlocks(blocks: readonly Block[]): string {
  let html = '';
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (!block) continue;
    let end = index;
    while (blocks[end]?.kind === 'dash') end += 1;
    if (end - index >= 2) {
      html += writeList(blocks.slice(index, end));
      index = end - 1;
    } else if (block.kind === 'whole') html += block.html;
    else {
      const tag = block.kind === 'dash' ? 'p' : block.kind;
      html += `<${tag}>${block.html}</${tag}>`;
    }
  }
  return html;
}

const BULLET = /^((?:<[^>]*>)*)([-–+•])\s+/u;

/** Items with another sign than the first ("+" under "-") are a list inside the item before them. */
function writeList(items: readonly Block[]): string {
  const main = BULLET.exec(items[0]?.html ?? '')?.[2];
  const groups: { html: string; inner: string[] }[] = [];
  for (const { html } of items) {
    const item = html.replace(BULLET, '$1');
    if (BULLET.exec(html)?.[2] === main) groups.push({ html: item, inner: [] });
    else groups.at(-1)?.inner.push(`<li>${item}</li>`);
  }
  const written = groups.map(
    ({ html, inner }) => `<li>${html}${inner.length ? `<ul>${inner.join('')}</ul>` : ''}</li>`,
  );
  return `<ul>${written.join('')}</ul>`;
}
