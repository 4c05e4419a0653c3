/** Puts the elements of a body where HTML allows them, so that a browser reads the same tree we wrote. */
import { arrangeFigure } from './figure.ts';
import type { BodyFindings } from './findings.ts';
import { hasContent, inlineContent, isInline, splitAtBreaks, wrapInside } from './inline.ts';
import { arrangeTable } from './table.ts';
import { type BodyElement, type BodyNode, element, isElement, someElement } from './tree.ts';

/** Any nodes as a list of blocks: loose text becomes paragraphs, nested blocks come out of paragraphs. */
export function blocksOf(nodes: readonly BodyNode[], findings: BodyFindings): BodyElement[] {
  const blocks: BodyElement[] = [];
  let run: BodyNode[] = [];
  const endRun = () => {
    blocks.push(...paragraphs(run));
    run = [];
  };
  for (const node of nodes) {
    if (isInline(node) && !(isElement(node) && someElement([node], (item) => !isInline(item))))
      run.push(node);
    else {
      endRun();
      blocks.push(...blockElement(node as BodyElement, findings));
    }
  }
  endRun();
  return blocks;
}

/** A run of inline nodes as paragraphs; an image alone becomes a figure. */
function paragraphs(run: readonly BodyNode[]): BodyElement[] {
  return splitAtBreaks(run).flatMap((part) => {
    const content = inlineContent(part);
    if (!hasContent(content)) return [];
    const [only] = content;
    if (content.length === 1 && only && isElement(only) && only.tag === 'img')
      return [element('figure', [only])];
    return [element('p', content)];
  });
}

function blockElement(node: BodyElement, findings: BodyFindings): BodyElement[] {
  switch (node.tag) {
    case 'p': {
      const blocks = blocksOf(node.children, findings);
      if (blocks.length === 0) findings.add('emptyDropped');
      return blocks;
    }
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return heading(node, findings);
    case 'ul':
    case 'ol':
      return list(node, findings);
    case 'table':
      return arrangeTable(node, findings, (nodes) => flowContent(nodes, findings));
    case 'figure':
      return arrangeFigure(node, (nodes) => blocksOf(nodes, findings));
    case 'video':
    case 'audio':
      return [element('figure', [node])];
    // only beside a picture, a video or a sound can they be opened; elsewhere a text is a text
    case 'details':
    case 'summary':
    case 'section':
      return blocksOf(node.children, findings);
    case 'blockquote': {
      const children = blocksOf(node.children, findings);
      return children.length > 0 ? [element('blockquote', children)] : [];
    }
    default:
      return misplaced(node, findings);
  }
}

/** Inline elements around blocks, and parts of lists, tables or figures outside of them. */
function misplaced(node: BodyElement, findings: BodyFindings): BodyElement[] {
  findings.add('rearranged', node.tag);
  if (node.tag === 'li') return list(element('ul', [node]), findings);
  if (['tr', 'thead', 'tbody', 'td', 'th', 'caption'].includes(node.tag))
    return blocksOf(node.children, findings);
  const blocks = blocksOf(node.children, findings);
  if (!isInline(node)) return blocks;
  return blocks.map((block) => {
    const wrapped = wrapInside(block, node);
    return { ...wrapped, children: block === wrapped ? block.children : inlineContent(wrapped.children) };
  });
}

function heading(node: BodyElement, findings: BodyFindings): BodyElement[] {
  const isBlock = (item: BodyNode) =>
    isElement(item) && ['table', 'ul', 'ol', 'figure', 'video', 'audio'].includes(item.tag);
  const inside = node.children.filter((item) => !isBlock(item));
  const after = blocksOf(node.children.filter(isBlock), findings);
  const content = inlineContent(inside);
  if (!hasContent(content)) {
    findings.add('emptyDropped');
    return after;
  }
  // A heading of images only is a figure, not an outline entry without words.
  const worded = someText(content);
  return [...(worded ? [element(node.tag, content)] : blocksOf(content, findings)), ...after];
}

function someText(nodes: readonly BodyNode[]): boolean {
  return nodes.some((node) => (isElement(node) ? someText(node.children) : node.text.trim() !== ''));
}

function list(node: BodyElement, findings: BodyFindings): BodyElement[] {
  const items: BodyElement[] = [];
  for (const child of node.children) {
    if (isElement(child) && child.tag === 'li') items.push(element('li', child.children));
    else if (isElement(child) || child.text.trim() !== '') {
      findings.add('rearranged', isElement(child) ? child.tag : 'li');
      const nested = isElement(child) && (child.tag === 'ul' || child.tag === 'ol');
      const last = items.at(-1);
      if (nested && last) last.children.push(child);
      else items.push(element('li', [child]));
    }
  }
  const arranged = items
    .map((item) => element('li', flowContent(item.children, findings)))
    .filter((item) => item.children.length > 0);
  const { id: _, ...numbering } = node.attributes;
  return arranged.length > 0 ? [element(node.tag, arranged, numbering)] : [];
}

/** Content of a list item or cell: a first or only paragraph stands without its tag. */
function flowContent(nodes: readonly BodyNode[], findings: BodyFindings): BodyNode[] {
  const [first, ...rest] = blocksOf(nodes, findings);
  if (!first) return [];
  return first.tag === 'p' ? [...first.children, ...rest] : [first, ...rest];
}
