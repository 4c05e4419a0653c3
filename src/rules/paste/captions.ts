/** Captions that stand as paragraphs beside their table or picture, and the tables that only hold a picture. */
import { type BodyElement, type BodyNode, element, innerText, isElement } from '../body-html/tree.ts';

/** Set by the walk on paragraphs whose style says that they are captions. */
export const CAPTION_FLAG = 'data-caption';

const TABLE_NAME = /^(?:bảng|biểu|phụ biểu|table)(?:\s+số)?\s*[\dIVX]+[\d.:\s–-]/iu;
const PICTURE_NAME = /^(?:hình|ảnh|biểu đồ|sơ đồ|figure)(?:\s+số)?\s*\d+[\d.:\s–-]/iu;
const MOST_NAME_CHARS = 250;

/** Joins captions with what they name, among siblings. */
export function joinCaptions(nodes: readonly BodyNode[]): BodyNode[] {
  const kept = nodes.filter((node) => isElement(node) || node.text.trim() !== '');
  const hasBlocks = kept.some(
    (node) => isElement(node) && ['table', 'p', 'div', 'figure'].includes(node.tag),
  );
  if (!hasBlocks) return [...nodes];
  const out: BodyNode[] = [];
  for (let i = 0; i < kept.length; i += 1) {
    const [node, next] = [kept[i] as BodyNode, kept[i + 1]];
    const joined = join(node, next);
    if (joined) {
      out.push(joined);
      i += 1;
    } else out.push(node);
  }
  return out;
}

function join(node: BodyNode, next: BodyNode | undefined): BodyElement | undefined {
  if (!isElement(node) || !next || !isElement(next)) return undefined;
  if (next.tag === 'table' && names(node, TABLE_NAME)) return withCaption(next, node);
  if (node.tag === 'table' && isFlagged(next) && !names(next, PICTURE_NAME) && !hasCaption(node))
    return withCaption(node, next);
  const picture = pictureOf(node);
  if (picture && names(next, PICTURE_NAME))
    return element('figure', [...picture, element('figcaption', next.children)]);
  return undefined;
}

function isFlagged(node: BodyElement): boolean {
  return node.attributes[CAPTION_FLAG] !== undefined;
}

function names(node: BodyElement, pattern: RegExp): boolean {
  if (node.tag !== 'p') return false;
  const text = innerText(node.children).replace(/\s+/g, ' ').trim();
  return isFlagged(node) || (text.length <= MOST_NAME_CHARS && pattern.test(text));
}

function hasCaption(table: BodyElement): boolean {
  return table.children.some((child) => isElement(child) && child.tag === 'caption');
}

function withCaption(table: BodyElement, caption: BodyElement): BodyElement | undefined {
  if (hasCaption(table)) return undefined;
  return { ...table, children: [element('caption', caption.children), ...table.children] };
}

/** The pictures of a block that holds nothing else. */
function pictureOf(node: BodyElement): BodyElement[] | undefined {
  if (node.tag !== 'p' && node.tag !== 'div' && node.tag !== 'figure') return undefined;
  if (innerText(node.children).trim() !== '') return undefined;
  const pictures = below([node], 'img');
  return pictures.length > 0 ? pictures : undefined;
}

export function below(nodes: readonly BodyNode[], tag: string): BodyElement[] {
  return nodes.flatMap((node) => {
    if (!isElement(node)) return [];
    return node.tag === tag ? [node] : below(node.children, tag);
  });
}

/** A table of one column with a picture in it is how web pages put a caption under a picture. */
export function pictureOfTable(table: BodyElement): BodyElement | undefined {
  const rows = below([table], 'tr');
  const cells = rows.map((row) => row.children.filter(isElement));
  if (rows.length === 0 || rows.length > 3 || !cells.every((row) => row.length === 1)) return undefined;
  const pictures = below([table], 'img');
  const words = cells.flat().filter((cell) => innerText(cell.children).trim() !== '');
  if (pictures.length === 0 || words.length > 1) return undefined;
  return element('figure', [...pictures, ...words.map((cell) => element('figcaption', cell.children))]);
}
