/** The inside of a paragraph, heading or cell line: only inline elements, none inside itself, none empty. */
import { INLINE_TAGS, MEDIA_TAGS } from './subset.ts';
import { addText, type BodyElement, type BodyNode, element, isElement } from './tree.ts';

export function isInline(node: BodyNode): boolean {
  return !isElement(node) || INLINE_TAGS.has(node.tag);
}

export function isBreak(node: BodyNode | undefined): boolean {
  return node !== undefined && isElement(node) && node.tag === 'br';
}

/**
 * Inline content only: block tags give way to their content with a space between, repeated wrappers (a in a,
 * strong in strong) and empty ones are dropped, white space and breaks at both ends are trimmed.
 */
export function inlineContent(nodes: readonly BodyNode[]): BodyNode[] {
  return trimEnds(settle(flatten(nodes, new Set())));
}

function flatten(nodes: readonly BodyNode[], inside: ReadonlySet<string>): BodyNode[] {
  const out = { children: [] as BodyNode[] };
  for (const node of nodes) {
    if (!isElement(node)) addText(out, node.text);
    else if (node.tag === 'br' || node.tag === 'img') out.children.push(node);
    else if (!INLINE_TAGS.has(node.tag)) {
      addText(out, ' ');
      append(out, flatten(node.children, inside));
      addText(out, ' ');
    } else if (inside.has(node.tag)) append(out, flatten(node.children, inside));
    else {
      const children = flatten(node.children, new Set([...inside, node.tag]));
      if (hasContent(children)) out.children.push(element(node.tag, children, node.attributes));
      else if (children.length > 0) append(out, children);
    }
  }
  return out.children;
}

function append(out: { children: BodyNode[] }, nodes: readonly BodyNode[]): void {
  for (const node of nodes) {
    if (isElement(node)) out.children.push(node);
    else addText(out, node.text);
  }
}

/** Whether people would see anything: a letter or an image. */
export function hasContent(nodes: readonly BodyNode[]): boolean {
  return nodes.some((node) =>
    isElement(node) ? MEDIA_TAGS.has(node.tag) || hasContent(node.children) : /[^\s\u00A0]/.test(node.text),
  );
}

/** Joining text pieces can bring spaces, marks and breaks together that stood apart: one more look at them. */
function settle(nodes: readonly BodyNode[]): BodyNode[] {
  const out: BodyNode[] = [];
  for (const node of nodes) {
    if (isElement(node)) {
      if (node.tag === 'br' && isBreak(out.at(-1))) continue;
      out.push({ ...node, children: settle(node.children) });
      continue;
    }
    const text = node.text.normalize('NFC').replace(/[ \t\n\r\f]+|[ \t\n\r\f\u00A0]{2,}/g, ' ');
    const last = out.at(-1);
    const clean = isBreak(last) ? text.replace(/^[ \u00A0]+/, '') : text;
    if (clean !== '') out.push({ text: clean });
  }
  return out;
}

function trimEnds(nodes: BodyNode[]): BodyNode[] {
  const out = [...nodes];
  while (isEmptyEnd(out[0])) out.shift();
  while (isEmptyEnd(out.at(-1))) out.pop();
  const first = out[0];
  if (first && !isElement(first)) out[0] = { text: first.text.replace(/^[ \u00A0]+/, '') };
  const last = out.at(-1);
  if (last && !isElement(last)) out[out.length - 1] = { text: last.text.replace(/[ \u00A0]+$/, '') };
  return out;
}

function isEmptyEnd(node: BodyNode | undefined): boolean {
  if (node === undefined) return false;
  return isElement(node) ? node.tag === 'br' : /^[ \u00A0]*$/.test(node.text);
}

/** Two breaks in a row are how people type a new paragraph: splits the run there. */
export function splitAtBreaks(nodes: readonly BodyNode[]): BodyNode[][] {
  const runs: BodyNode[][] = [[]];
  let breaks = 0;
  for (const node of nodes) {
    if (isBreak(node)) {
      breaks += 1;
      continue;
    }
    const blank = !isElement(node) && /^[\s\u00A0]*$/.test(node.text);
    if (blank && breaks > 0) continue;
    if (breaks === 1) runs.at(-1)?.push(element('br', []));
    if (breaks > 1) runs.push([]);
    breaks = 0;
    runs.at(-1)?.push(node);
  }
  return runs;
}

/** Wraps the inline content of a block in a wrapper that wrongly stood around the block. */
export function wrapInside(block: BodyElement, wrapper: BodyElement): BodyElement {
  if (block.children.every(isInline) && (block.tag === 'p' || /^h[1-6]$/.test(block.tag)))
    return { ...block, children: [element(wrapper.tag, block.children, wrapper.attributes)] };
  return block;
}
