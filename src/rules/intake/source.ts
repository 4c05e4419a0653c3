/** The source as numbered lines, whatever it came as: plain text, Markdown remains, or HTML. */
import {
  type BodyNode,
  escapeText,
  innerText,
  isElement,
  parseTree,
  sanitiseBody,
  writeTree,
} from '../body-html/index.ts';
import { toNfc } from '../encodings/index.ts';

export type SourceLine = {
  /** Number of the line in the plain text from 1; in HTML the number of the printed line. */
  no: number;
  text: string;
  /** The same as HTML of the body subset, inline content only. */
  html: string;
  /** A table, list or figure of the source that is kept whole; `text` is then its text. */
  block?: string;
  /** Pieces of a row "A | B |" or of a table row of the letterhead; a plain line has one. */
  cells: string[];
  blankBefore: boolean;
};

export type Source = { lines: SourceLine[]; markdownRemoved: number };

/** A table among the first blocks of a page may be its letterhead. */
const HEAD_BLOCKS = 14;

/** Reads plain text. Blank lines are remembered on the line after them. */
export function linesOfText(text: string): Source {
  const { plain, removed } = withoutMarkdown(toNfc(text).replace(/\r\n?|[\f\v\u2028\u2029]/g, '\n'));
  const lines: SourceLine[] = [];
  let blankBefore = false;
  plain.split('\n').forEach((raw, index) => {
    const line = raw
      .replace(/[\p{Cc}\u200B\uFEFF]/gu, ' ')
      .replace(/[\s\u00A0]+/gu, ' ')
      .trim();
    if (line === '') blankBefore = true;
    else {
      lines.push({ no: index + 1, text: line, html: escapeText(line), cells: cellsOf(line), blankBefore });
      blankBefore = false;
    }
  });
  return { lines, markdownRemoved: removed };
}

function cellsOf(line: string): string[] {
  if (!/ \|(?: |$)/u.test(line)) return [line];
  return line
    .split('|')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');
}

/** Removes **bold**, *italic* that spans at most a few lines, and leading # signs; counts what it removed. */
function withoutMarkdown(text: string): { plain: string; removed: number } {
  let removed = 0;
  const count = (kept: string) => {
    removed += 1;
    return kept;
  };
  const plain = text
    .replace(/\*\*(?=\S)|(?<=\S)\*\*/gu, () => count(''))
    .replace(
      /(^|[\s(“"])\*(?=[^\s*])((?:(?!\n\s*\n)[^*]){1,400}?)(?<=\S)\*(?=$|[\s).,;:”"])/gmu,
      (_, before, inner) => count(`${before}${inner}`),
    )
    .replace(/^#{1,6}\s+(?=\S)/gmu, () => count(''));
  return { plain, removed };
}

/** Reads HTML through the body subset. Tables of the letterhead and signature become rows of cells. */
export function linesOfHtml(html: string): Source {
  const lines: SourceLine[] = [];
  const push = (text: string, inline: string, cells?: string[], block?: string) => {
    const clean = text.replace(/\s+/gu, ' ').trim();
    if (clean === '') return;
    const line = {
      no: lines.length + 1,
      text: clean,
      html: inline,
      cells: cells ?? cellsOf(clean),
      blankBefore: true,
    };
    lines.push(block === undefined ? line : { ...line, block });
  };
  parseTree(sanitiseBody(html).html).forEach((node, index, all) => {
    if (!isElement(node)) push(node.text, escapeText(node.text));
    else if (node.tag === 'p' || /^h[2-4]$/u.test(node.tag)) {
      for (const part of splitBreaks(node.children)) push(innerText(part), writeTree(part).trim());
    } else if (node.tag === 'table' && isLayoutTable(node, index, all.length)) {
      for (const row of rowsOf(node)) for (const line of row) push(line, escapeText(line), [line]);
    } else push(innerText([node]), '', [], writeTree([node]));
  });
  return { lines, markdownRemoved: 0 };
}

function splitBreaks(nodes: readonly BodyNode[]): BodyNode[][] {
  const parts: BodyNode[][] = [[]];
  for (const node of nodes) {
    if (isElement(node) && node.tag === 'br') parts.push([]);
    // A break inside bold: <strong>A<br>B</strong> becomes two bold lines.
    else if (isElement(node) && node.children.some((child) => isElement(child) && child.tag === 'br')) {
      splitBreaks(node.children).forEach((inner, index) => {
        if (index > 0) parts.push([]);
        parts.at(-1)?.push({ ...node, children: inner });
      });
    } else parts.at(-1)?.push(node);
  }
  return parts;
}

/** Two-column tables that only place the letterhead or the signature on the page carry no data. */
function isLayoutTable(node: BodyNode, index: number, count: number): boolean {
  const text = innerText([node]);
  const marks = /CỘNG HÒA XÃ HỘI|CỘNG HOÀ XÃ HỘI|^\s*Số\s*:|Độc lập\s*[-–]\s*Tự do/u;
  const signature = /Nơi nhận|(?:^|[^\p{L}])(?:TM|KT|TL|TUQ|Q)\.\s*\p{Lu}{2}/u;
  return (
    (index < HEAD_BLOCKS && marks.test(text)) || (count > 1 && text.length < 2000 && signature.test(text))
  );
}

/** The lines of each cell, cell after cell, row after row. */
function rowsOf(table: BodyNode): string[][] {
  if (!isElement(table)) return [];
  if (table.tag !== 'tr') return table.children.flatMap(rowsOf);
  return table.children.map((cell) => (isElement(cell) ? cellLines(cell.children) : []));
}

function cellLines(nodes: readonly BodyNode[]): string[] {
  const lines = [''];
  const visit = (node: BodyNode): void => {
    if (!isElement(node)) lines[lines.length - 1] += node.text;
    else if (node.tag === 'br') lines.push('');
    else {
      const isBlock = ['p', 'li', 'ul', 'ol', 'tr', 'h2', 'h3', 'h4'].includes(node.tag);
      if (isBlock) lines.push('');
      node.children.forEach(visit);
      if (isBlock) lines.push('');
    }
  };
  nodes.forEach(visit);
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

/** Whether a line is printed in capitals (digits and signs do not count). */
export function isCapitals(text: string): boolean {
  return !/\p{Ll}/u.test(text) && /\p{Lu}\P{L}*\p{Lu}/u.test(text);
}
