/** Tables of a body: caption, header rows in thead, the rest in tbody, header cells with their scope. */
import type { BodyFindings } from './findings.ts';
import { hasContent, inlineContent } from './inline.ts';
import { type BodyElement, type BodyNode, element, isElement } from './tree.ts';

type CellContent = (nodes: readonly BodyNode[]) => BodyNode[];
type Row = { cells: BodyElement[]; inHead: boolean };

/** The table in its one shape; content that stood between rows follows after it, a table without cells is dropped. */
export function arrangeTable(node: BodyElement, findings: BodyFindings, content: CellContent): BodyElement[] {
  const parts: { rows: Row[]; captions: BodyNode[]; strays: BodyNode[] } = {
    rows: [],
    captions: [],
    strays: [],
  };
  collect(node.children, false, parts);
  const rows = parts.rows
    .map(({ cells, inHead }) => ({
      inHead,
      cells: cells.map((cell) => element(cell.tag, content(cell.children), cell.attributes)),
    }))
    .filter(({ cells }) => cells.some((cell) => hasContent(cell.children)));
  const caption = inlineContent(parts.captions);
  const strays = content(parts.strays);
  const after = strays.length > 0 ? asParagraphs(strays) : [];
  if (rows.length === 0) return [...(hasContent(caption) ? [element('p', caption)] : []), ...after];
  const headCount = headerRows(rows, findings);
  const children: BodyElement[] = [
    ...(hasContent(caption) ? [element('caption', caption)] : []),
    ...section('thead', rows.slice(0, headCount), true),
    ...section('tbody', rows.slice(headCount), false),
  ];
  return [element('table', children), ...after];
}

function collect(
  nodes: readonly BodyNode[],
  inHead: boolean,
  parts: { rows: Row[]; captions: BodyNode[]; strays: BodyNode[] },
): void {
  for (const node of nodes) {
    if (!isElement(node)) {
      if (node.text.trim() !== '') parts.strays.push(node);
    } else if (node.tag === 'caption') parts.captions.push(...node.children);
    else if (node.tag === 'thead' || node.tag === 'tbody')
      collect(node.children, node.tag === 'thead', parts);
    else if (node.tag === 'tr') parts.rows.push({ cells: cellsOf(node), inHead });
    else if (node.tag === 'td' || node.tag === 'th') parts.rows.push({ cells: [node], inHead });
    else parts.strays.push(node);
  }
}

function cellsOf(row: BodyElement): BodyElement[] {
  return row.children.flatMap((child) => {
    if (!isElement(child)) return child.text.trim() === '' ? [] : [element('td', [child])];
    return child.tag === 'td' || child.tag === 'th' ? [child] : [element('td', [child])];
  });
}

/** Rows said to be header by thead, by th cells only, or (first row only) by being bold in every cell. */
function headerRows(rows: readonly Row[], findings: BodyFindings): number {
  let count = 0;
  while (
    count < rows.length &&
    (rows[count]?.inHead || rows[count]?.cells.every((cell) => cell.tag === 'th'))
  )
    count += 1;
  // A table that is all header has no data to head: then only the first row counts.
  if (count === rows.length && rows.length > 1) count = 1;
  const first = rows[0];
  if (count === 0 && rows.length > 1 && first && first.cells.length > 1 && first.cells.every(isBold)) {
    findings.add('tableHeaderMarked', first.cells.map((cell) => plain(cell.children)).join(' | '));
    return 1;
  }
  return count;
}

function isBold({ children }: BodyElement): boolean {
  return (
    children.length > 0 && children.every((child) => isElement(child) && ['strong', 'br'].includes(child.tag))
  );
}

function plain(nodes: readonly BodyNode[]): string {
  return nodes.map((node) => (isElement(node) ? plain(node.children) : node.text)).join('');
}

function section(tag: 'thead' | 'tbody', rows: readonly Row[], isHead: boolean): BodyElement[] {
  if (rows.length === 0) return [];
  return [
    element(
      tag,
      rows.map(({ cells }) =>
        element(
          'tr',
          cells.map((cell, index) => scoped(cell, isHead, index)),
        ),
      ),
    ),
  ];
}

function scoped(cell: BodyElement, isHead: boolean, index: number): BodyElement {
  const { scope, ...spans } = cell.attributes;
  if (isHead) return element('th', cell.children, { scope: scope ?? 'col', ...spans });
  if (cell.tag !== 'th') return element('td', cell.children, spans);
  return element('th', cell.children, { scope: scope ?? (index === 0 ? 'row' : 'col'), ...spans });
}

function asParagraphs(nodes: readonly BodyNode[]): BodyElement[] {
  const blocks: BodyElement[] = [];
  let run: BodyNode[] = [];
  const endRun = () => {
    if (hasContent(run)) blocks.push(element('p', inlineContent(run)));
    run = [];
  };
  for (const node of nodes) {
    if (isElement(node) && !['a', 'strong', 'em', 'sub', 'sup', 'br', 'img'].includes(node.tag)) {
      endRun();
      blocks.push(node);
    } else run.push(node);
  }
  endRun();
  return blocks;
}
