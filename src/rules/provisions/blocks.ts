/** A body as a row of blocks: each paragraph, heading and list item with its text, tables and quotations whole. */
import {
  type BodyElement,
  type BodyNode,
  bodyText,
  isElement,
  isNoteId,
  writeTree,
} from '../body-html/index.ts';

export interface Block {
  element: BodyElement;
  /** Breaks are line feeds, so an offset in it is a place in the element. */
  text: string;
  kind: 'heading' | 'paragraph' | 'item' | 'whole';
  /** How many lists an item stands in; 0 for other blocks. */
  listDepth: number;
  /** The number that an ordered list shows before the item. */
  ordinal?: number;
  /** Index of the top element it belongs to. */
  top: number;
}

/** The blocks in the order of reading. */
export function blocksOf(nodes: readonly BodyNode[]): Block[] {
  const blocks: Block[] = [];
  nodes.forEach((node, top) => {
    if (isElement(node)) addBlocks(node, top, blocks);
  });
  return blocks;
}

function addBlocks(element: BodyElement, top: number, blocks: Block[]): void {
  if (element.tag === 'ul' || element.tag === 'ol') addItems(element, top, 1, blocks);
  else if (/^(?:p|h[2-4])$/u.test(element.tag)) {
    const kind = element.tag === 'p' ? 'paragraph' : 'heading';
    blocks.push({ element, text: textOf(element.children), kind, listDepth: 0, top });
  } else {
    const text = bodyText(writeTree([element]));
    blocks.push({ element, text, kind: 'whole', listDepth: 0, top });
  }
}

function addItems(list: BodyElement, top: number, listDepth: number, blocks: Block[]): void {
  let ordinal = Number(list.attributes.start ?? 1) - 1;
  for (const item of list.children) {
    if (!isElement(item) || item.tag !== 'li') continue;
    ordinal += 1;
    const counted = list.tag === 'ol' ? { ordinal } : {};
    const text = textOf(item.children);
    blocks.push({ element: item, text, kind: 'item', listDepth, top, ...counted });
    for (const child of item.children)
      if (isElement(child) && isList(child)) addItems(child, top, listDepth + 1, blocks);
  }
}

function isList({ tag }: BodyElement): boolean {
  return tag === 'ul' || tag === 'ol';
}

/** Text with breaks as line feeds; lists inside an item have blocks of their own. */
export function textOf(nodes: readonly BodyNode[]): string {
  return nodes
    .map((node) => {
      if (!isElement(node)) return node.text.replace(/\s/gu, ' ');
      if (node.tag === 'br') return '\n';
      return isList(node) ? '' : textOf(node.children);
    })
    .join('');
}

/** Takes ids and the empty elements that carried them away, so that a body may be read again. */
export function withoutAnchors(nodes: readonly BodyNode[]): BodyNode[] {
  return nodes.flatMap((node): BodyNode[] => {
    if (!isElement(node)) return [node];
    if (node.tag === 'span' && node.children.length === 0) return [];
    const { id, ...others } = node.attributes;
    // a note and its place in the text keep leading to each other
    const attributes = id && isNoteId(id) ? node.attributes : others;
    return [{ ...node, attributes, children: withoutAnchors(node.children) }];
  });
}

export type Anchor = { at: number; id: string };

/** Puts empty elements with the ids before the characters of the block's text, in one walk. */
export function putAnchors({ element }: Block, anchors: readonly Anchor[]): void {
  if (anchors.length === 0) return;
  let passed = 0;
  let next = 0;
  const anchored = (nodes: readonly BodyNode[]): BodyNode[] =>
    nodes.flatMap((node): BodyNode[] => {
      if (isElement(node)) {
        if (node.tag === 'br') passed += 1;
        else if (!isList(node)) node.children = anchored(node.children);
        return [node];
      }
      const pieces: BodyNode[] = [];
      const start = passed;
      passed += node.text.length;
      let done = 0;
      for (; next < anchors.length && (anchors[next]?.at ?? 0) < passed; next += 1) {
        const { at = 0, id = '' } = anchors[next] ?? {};
        if (at - start > done) pieces.push({ text: node.text.slice(done, at - start) });
        pieces.push({ tag: 'span', attributes: { id }, children: [] });
        done = at - start;
      }
      return [...pieces, { text: node.text.slice(done) }];
    });
  element.children = anchored(element.children);
}
