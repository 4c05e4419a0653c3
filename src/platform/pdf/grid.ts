/** Rows and columns of a table of a body: which cell stands where, and how wide columns are to be. */
import { type BodyElement, type BodyNode, innerText, isElement } from '../../rules/body-html/index.ts';
import { isBlock, piecesOf, type Type } from './blocks.ts';
import type { Look } from './strips.ts';

export interface Cell {
  node: BodyElement;
  column: number;
  columns: number;
  /** Rows it spans, no further than the table goes. */
  rows: number;
  isHead: boolean;
}

export interface Grid {
  caption: BodyElement | undefined;
  rows: Cell[][];
  /** Rows at the beginning that are repeated on each page. */
  headRows: number;
  columns: number;
}

export function gridOf(table: BodyElement): Grid {
  const rows: { cells: BodyElement[]; isHead: boolean }[] = [];
  let caption: BodyElement | undefined;
  const collect = (nodes: readonly BodyNode[], isHead: boolean): void => {
    for (const node of nodes) {
      if (!isElement(node)) continue;
      if (node.tag === 'caption') caption = node;
      else if (node.tag === 'tr') rows.push({ cells: node.children.filter(isCell), isHead });
      else collect(node.children, node.tag === 'thead');
    }
  };
  collect(table.children, false);
  const filled = rows.filter(({ cells }) => cells.length > 0);
  const placed = placeCells(filled.map(({ cells }) => cells));
  const body = filled.findIndex(({ isHead, cells }) => !isHead && !cells.every(({ tag }) => tag === 'th'));
  const columns = Math.max(0, ...placed.flat().map((cell) => cell.column + cell.columns));
  return { caption, rows: placed, headRows: body < 0 ? 0 : body, columns };
}

const isCell = (node: BodyNode): node is BodyElement =>
  isElement(node) && (node.tag === 'td' || node.tag === 'th');

const spanOf = (value: string | undefined) => Math.max(1, Number.parseInt(value ?? '1', 10) || 1);

/** Cells in the first free column of their row, as browsers place them. */
function placeCells(rows: readonly (readonly BodyElement[])[]): Cell[][] {
  const takenUntil: number[] = [];
  return rows.map((cells, row) => {
    let column = 0;
    return cells.map((node) => {
      while ((takenUntil[column] ?? 0) > row) column += 1;
      const columns = spanOf(node.attributes.colspan);
      const count = Math.min(spanOf(node.attributes.rowspan), rows.length - row);
      const cell = { node, column, columns, rows: count, isHead: node.tag === 'th' };
      for (let index = 0; index < columns; index += 1)
        takenUntil[column + index] = Math.max(takenUntil[column + index] ?? 0, row + count);
      column += columns;
      return cell;
    });
  });
}

/** Least width of a column, at which no word is parted, and the one at which no line is broken. */
interface Need {
  least: number;
  natural: number;
}

/** Widths of the columns within `width`; undefined where the longest words do not fit side by side. */
export function columnWidths(
  { rows, columns }: Grid,
  width: number,
  padding: number,
  look: Look,
  type: Type,
): number[] | undefined {
  const needs: Need[] = Array.from({ length: columns }, () => ({ least: 0, natural: 0 }));
  const cells = rows.flat().map((cell) => ({ ...cell, ...needOf(cell, padding, look, type) }));
  for (const cell of cells.sort((a, b) => a.columns - b.columns)) {
    const under = needs.slice(cell.column, cell.column + cell.columns);
    for (const key of ['least', 'natural'] as const) {
      const more = (cell[key] - under.reduce((sum, need) => sum + need[key], 0)) / under.length;
      if (more > 0) for (const need of under) need[key] += more;
    }
  }
  const least = needs.reduce((sum, need) => sum + need.least, 0);
  if (least > width) return undefined;
  const wishes = needs.map((need) => Math.max(0, Math.min(need.natural, width) - need.least));
  const wished = wishes.reduce((sum, wish) => sum + wish, 0);
  // what is left over is shared evenly, so that a table is as wide as the text around it
  const rest = Math.max(0, width - least - wished) / columns;
  const share = wished === 0 ? 0 : Math.min(1, (width - least) / wished);
  return needs.map((need, index) => need.least + (wishes[index] ?? 0) * share + rest);
}

function needOf({ node, isHead }: Cell, padding: number, look: Look, type: Type): Need {
  const own: Look = isHead ? { ...look, face: 'bold' } : look;
  let [least, natural] = [0, 0];
  for (const line of paragraphsOf(node.children)) {
    const pieces = piecesOf(line, own, type);
    let length = 0;
    for (const { text, look: letters } of pieces)
      for (const [word] of text.matchAll(/[ \n]+|[^ \n]+/g)) {
        const wide = type.measure(word, letters);
        length = word.includes('\n') ? 0 : length + wide;
        natural = Math.max(natural, length);
        if (!/[ \n]/.test(word)) least = Math.max(least, wide);
      }
  }
  // lists stand a step in
  const inset = node.children.some((child) => isElement(child) && isBlock(child)) ? padding * 6 : 0;
  return { least: least + inset + padding * 2 + 1, natural: natural + inset + padding * 2 + 1 };
}

/** The lines of text of a cell, without their blocks. */
export function paragraphsOf(nodes: readonly BodyNode[]): BodyNode[][] {
  const out: BodyNode[][] = [];
  let loose: BodyNode[] = [];
  for (const node of nodes) {
    if (!isElement(node) || !/^(p|ul|ol|li|table|thead|tbody|tr|td|th|figure|blockquote|h\d)$/.test(node.tag))
      loose.push(node);
    else {
      out.push(loose, ...paragraphsOf(node.children));
      loose = [];
    }
  }
  return [...out, loose].filter((line) => innerText(line) !== '' || line.some(isElement));
}
