/**
 * A paste as the text it means. Works on a tree, so that the server (sanitize-html) and the browser (its own parser)
 * read as they do best and tidy alike. What comes out still passes the cleaning of bodies.
 */
import { inlineContent } from '../body-html/inline.ts';
import { type BodyElement, type BodyNode, element, innerText, isElement } from '../body-html/tree.ts';
import { CAPTION_FLAG, joinCaptions, pictureOfTable } from './captions.ts';
import { notesToPlace } from './footnotes.ts';
import { gatherLists, headingsOfList, withoutDrawnSigns } from './lists.ts';
import { classesOf, deniesItself, headingLevel, marksOf, type SheetFacts, sheetFacts } from './looks.ts';
import { isNoise } from './noise.ts';

/** Attributes that say something about the text. */
const KEPT = new Set(
  'href src alt width height colspan rowspan scope start type role controls kind srclang label default'.split(
    ' ',
  ),
);
const LINES = /^(?:p|div|h[1-6])$/;

/**
 * Tidies a pasted tree. @param html the same paste as text, for its style sheet, which says what Word's classes mean
 */
export function tidyTree(nodes: readonly BodyNode[], html: string): BodyNode[] {
  const sheet = sheetFacts(html);
  const body = bodyOf(nodes);
  return tidy(notesToPlace(body), sheet);
}

/** What was chosen in the source: browsers mark it inside of a whole page. */
function bodyOf(nodes: readonly BodyNode[]): readonly BodyNode[] {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    if (node.tag === 'body') return node.children;
    const inside = node.tag === 'html' ? bodyOf(node.children) : undefined;
    if (inside) return inside;
  }
  return nodes;
}

function tidy(nodes: readonly BodyNode[], sheet: SheetFacts): BodyNode[] {
  const kept = nodes.filter((node) => !isElement(node) || !isNoise(node));
  const listed = gatherLists(kept);
  return joinCaptions(listed.flatMap((node) => (isElement(node) ? tidyElement(node, sheet) : [node])));
}

function tidyElement(given: BodyElement, sheet: SheetFacts): BodyNode[] {
  const node = withoutDrawnSigns(given);
  if (node.tag === 'v:imagedata') return shapePicture(node);
  const headings = headingsOfList(node);
  const children = tidy(headings ?? node.children, sheet);
  if (headings) return children;
  if (/^(?:v|o|w|m|st1):/.test(node.tag)) return children;
  if (node.tag === 'blockquote') return [quotation(children)];
  if (node.tag === 'td') return [cell(node, children, sheet)];
  if (node.tag === 'table') return [pictureOfTable(element('table', children)) ?? plain(node, children)];
  const level = node.tag === 'p' ? headingLevel(node, sheet.headings) : undefined;
  if (level !== undefined && innerText(children).trim() !== '')
    return [element(`h${Math.min(6, level)}`, withoutBold(children))];
  if (/^h[1-6]$/.test(node.tag)) return [element(node.tag, withoutBold(children))];
  if (deniesItself(node)) return children;
  if (node.tag === 'span' || node.tag === 'font') return looked(node, children, sheet);
  const isCaption =
    node.tag === 'p' &&
    classesOf(node).some((name) => /^(?:mso)?caption(?:-|$)|^table(?:-western)?$/.test(name));
  const tidied = plain(node, children);
  if (isCaption) tidied.attributes[CAPTION_FLAG] = '';
  return LINES.test(node.tag) && isMarked(node)
    ? [{ ...tidied, children: looked(node, children, sheet) }]
    : [tidied];
}

/** A whole paragraph in bold is bold; of a division nothing is known but that it ends a line. */
function isMarked(node: BodyElement): boolean {
  return node.tag === 'p' && marksOf(node).length > 0;
}

function looked(node: BodyElement, children: BodyNode[], sheet: SheetFacts): BodyNode[] {
  if (node.attributes.role === 'doc-footnote') {
    return [element('span', inlineContent(asSubset(children)), { role: 'doc-footnote' })];
  }
  return marksOf(node, node.tag === 'span' ? sheet.marks : undefined).reduce<BodyNode[]>(
    (inside, tag) => [element(tag, inside)],
    children,
  );
}

/** Bold and italic by the names the subset has for them: of a note only what it knows is kept. */
function asSubset(nodes: readonly BodyNode[]): BodyNode[] {
  return nodes.map((node): BodyNode => {
    if (!isElement(node)) return node;
    const tag = { b: 'strong', i: 'em' }[node.tag] ?? node.tag;
    return { ...node, tag, children: asSubset(node.children) };
  });
}

function plain(node: BodyElement, children: BodyNode[]): BodyElement {
  const attributes = Object.entries(node.attributes).filter(([name]) => KEPT.has(name));
  return element(node.tag, children, Object.fromEntries(attributes));
}

/** Who said it stands in the quotation on most pages, and beside it in ours. */
function quotation(children: BodyNode[]): BodyElement {
  const isSource = (child: BodyNode) => isElement(child) && child.tag === 'footer';
  const source = children.filter(isSource);
  const quote = element(
    'blockquote',
    children.filter((child) => !isSource(child)),
  );
  if (innerText(source).trim() === '') return quote;
  return element('figure', [quote, element('figcaption', source)]);
}

/** Tables of Excel say by the class of a cell that it is bold. */
function cell(node: BodyElement, children: BodyNode[], sheet: SheetFacts): BodyElement {
  const isBold = classesOf(node).some((name) => sheet.marks.get(name)?.includes('strong'));
  const tidied = plain(node, children);
  return isBold && innerText(children).trim() !== ''
    ? { ...tidied, children: [element('strong', children)] }
    : tidied;
}

/** Headings are bold by being headings. */
function withoutBold(nodes: readonly BodyNode[]): BodyNode[] {
  return nodes.flatMap((node): BodyNode[] => {
    if (!isElement(node)) return [node];
    const children = withoutBold(node.children);
    return node.tag === 'strong' || node.tag === 'b' ? children : [{ ...node, children }];
  });
}

/** Old Word draws its pictures; the drawing names the file and what is to be seen. */
function shapePicture({ attributes }: BodyElement): BodyNode[] {
  const { src = '', 'o:title': title = '' } = attributes;
  return src ? [element('img', [], { src, alt: title })] : [];
}
