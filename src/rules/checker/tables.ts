/** Tables (WCAG 2.1, 1.3.1): a header, a name, and data rather than an arrangement of the page. */
import { type BodyElement, type BodyNode, innerText, isElement } from '../body-html/index.ts';
import { elementsOf, quoted } from './lines.ts';
import type { Found } from './model.ts';
import { isPicture } from './pictures.ts';

/** A cell with so many characters holds paragraphs, not a datum. */
const PARAGRAPH_CHARS = 260;

export function checkTables(tree: readonly BodyNode[]): Found[] {
  return elementsOf(tree)
    .filter(({ node }) => node.tag === 'table')
    .flatMap(({ node, path }) =>
      checkTable(node).map((code) => ({ code, place: { path }, words: nameOf(node) })),
    );
}

function checkTable(table: BodyElement): ('table-layout' | 'table-header' | 'table-caption')[] {
  const rows = elementsOf(table.children)
    .map(({ node }) => node)
    .filter(({ tag }) => tag === 'tr');
  const cells = rows.map((row) =>
    row.children.filter((cell): cell is BodyElement => isElement(cell) && /^t[dh]$/.test(cell.tag)),
  );
  if (isLayout(cells)) return ['table-layout'];
  const hasHeader = cells.some((row) =>
    row.some(({ tag, children }) => tag === 'th' && innerText(children).trim() !== ''),
  );
  const caption = table.children.find((child) => isElement(child) && child.tag === 'caption');
  const isNamed = caption !== undefined && isElement(caption) && innerText(caption.children).trim() !== '';
  return [
    ...(hasHeader ? [] : (['table-header'] as const)),
    ...(isNamed ? [] : (['table-caption'] as const)),
  ];
}

/** One row or one column, or cells of pictures and paragraphs without any header: it arranges the page. */
function isLayout(rows: readonly (readonly BodyElement[])[]): boolean {
  const widest = Math.max(0, ...rows.map((row) => row.length));
  const all = rows.flat();
  if (all.some(({ tag }) => tag === 'th')) return false;
  if (rows.length < 2 || widest < 2) return true;
  const heavy = all.filter(
    ({ children }) => children.some(isPicture) || innerText(children).length > PARAGRAPH_CHARS,
  );
  return heavy.length * 2 >= all.length;
}

function nameOf(table: BodyElement): string {
  return quoted(
    elementsOf(table.children)
      .filter(({ node }) => /^t[dh]$/.test(node.tag))
      .map(({ node }) => innerText(node.children).trim())
      .filter(Boolean)
      .slice(0, 4)
      .join(' | '),
  );
}
