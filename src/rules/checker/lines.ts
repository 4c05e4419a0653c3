/** A body as lines of text: each run of inline content is one, and every offset in it leads back to its text node. */
import { type BodyElement, type BodyNode, type BodyText, isElement } from '../body-html/index.ts';

const INLINE = new Set(['a', 'strong', 'em', 'sub', 'sup', 'br', 'img', 'mark', 'span']);

export interface Piece {
  node: BodyText;
  parent: { children: BodyNode[] };
  /** Offset of the node's first sign in the text of the line. */
  at: number;
}

export interface Line {
  /** The container's path, then the number of the first child of the run. */
  path: readonly number[];
  /** The element that holds the run: p, h2, li, td, caption … ; '' for loose text. */
  tag: string;
  block: BodyElement | undefined;
  nodes: readonly BodyNode[];
  /** A line break is "\n", an image nothing. */
  text: string;
  pieces: readonly Piece[];
  /** The cells of its row, the header of its column and what stands above its table, where it is in one. */
  around: string;
  /** What the column of its table is called; '' outside of tables, and in the header itself. */
  column: string;
  isQuoted: boolean;
}

interface Walk {
  lines: Line[];
  around: string;
  /** The names of the columns of the table one is in, and the one one is in. */
  columns: readonly string[];
  column: string;
  isQuoted: boolean;
}

/** The lines of a body in reading order. */
export function linesOf(tree: BodyNode[]): Line[] {
  const walk: Walk = { lines: [], around: '', columns: [], column: '', isQuoted: false };
  collect({ children: tree }, undefined, [], walk);
  return walk.lines;
}

function collect(
  parent: { children: BodyNode[] },
  block: BodyElement | undefined,
  path: readonly number[],
  walk: Walk,
): void {
  let start: number | undefined;
  const end = (to: number) => {
    if (start !== undefined)
      walk.lines.push(lineOf(parent.children.slice(start, to), block, [...path, start], walk, parent));
    start = undefined;
  };
  parent.children.forEach((node, index) => {
    if (!isElement(node) || INLINE.has(node.tag)) {
      start ??= index;
      return;
    }
    end(index);
    const inner: Walk = {
      lines: walk.lines,
      around: aroundOf(node, walk),
      columns: node.tag === 'table' ? columnsOf(node) : walk.columns,
      column: node.tag === 'td' ? columnOf(node, parent, walk) : walk.column,
      isQuoted: walk.isQuoted || node.tag === 'blockquote',
    };
    collect(node, node, [...path, index], inner);
  });
  end(parent.children.length);
}

/** What tells about a cell stands in its row and at the head of the table; about an item of a list, before the list. */
function aroundOf(node: BodyElement, walk: Walk): string {
  if (node.tag === 'tr') return `${walk.around} ${textOf(node.children, ' ')}`;
  if (node.tag === 'table') {
    const head = node.children.filter((child) => isElement(child) && child.tag !== 'tbody');
    return `${leadOf(walk)} ${textOf(head, ' ')}`;
  }
  return node.tag === 'ul' || node.tag === 'ol' ? leadOf(walk) : walk.around;
}

/** The cells of the first row, when they are header cells. */
function columnsOf(table: BodyElement): string[] {
  const row = elementsOf(table.children).find(({ node }) => node.tag === 'tr')?.node;
  const cells = row?.children.filter(isElement) ?? [];
  return cells.every(({ tag }) => tag === 'th')
    ? cells.map(({ children }) => textOf(children, ' ').trim())
    : [];
}

function columnOf(cell: BodyElement, row: { children: BodyNode[] }, { columns }: Walk): string {
  const cells = row.children.filter(isElement);
  return cells.length === columns.length ? (columns[cells.indexOf(cell)] ?? '') : '';
}

/** The line before, when it announces what follows: a heading, or a sentence that ends with a colon. */
function leadOf({ lines }: Walk): string {
  const last = lines.at(-1);
  if (last === undefined) return '';
  return /^h\d$/.test(last.tag) || /[:：]\s*$/.test(last.text) ? last.text : '';
}

function lineOf(
  nodes: readonly BodyNode[],
  block: BodyElement | undefined,
  path: readonly number[],
  { around, column, isQuoted }: Walk,
  parent: { children: BodyNode[] },
): Line {
  const pieces: Piece[] = [];
  let text = '';
  const add = (list: readonly BodyNode[], owner: { children: BodyNode[] }) => {
    for (const node of list) {
      if (isElement(node)) {
        if (node.tag === 'br') text += '\n';
        else add(node.children, node);
      } else {
        pieces.push({ node, parent: owner, at: text.length });
        text += node.text;
      }
    }
  };
  add(nodes, parent);
  return { path, tag: block?.tag ?? '', block, nodes, text, pieces, around, column, isQuoted };
}

function textOf(nodes: readonly BodyNode[], separator: string): string {
  return nodes
    .map((node) => (isElement(node) ? textOf(node.children, separator) : node.text))
    .join(separator);
}

/** Every element with its path. */
export function elementsOf(
  nodes: readonly BodyNode[],
  path: readonly number[] = [],
): { node: BodyElement; path: readonly number[] }[] {
  return nodes.flatMap((node, index) => {
    if (!isElement(node)) return [];
    const here = [...path, index];
    return [{ node, path: here }, ...elementsOf(node.children, here)];
  });
}

/** The words of a place, short enough to be quoted. */
export function quoted(text: string, most = 90): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).replace(/\s+\S*$/u, '')}…`;
}
