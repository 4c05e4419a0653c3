/** Links in the text of a body for what it cites. */
import {
  allowedHref,
  type BodyElement,
  type BodyNode,
  isElement,
  isExternalHref,
  parseTree,
  writeTree,
} from '../body-html/index.ts';
import { blocksOf, structureOf } from '../provisions/index.ts';
import { citationsIn, type PlacedCitation } from './in-structure.ts';

type Range = { start: number; end: number; href: string };

/**
 * Puts a link round every citation for which `resolve` gives an address. Addresses that a body may not hold are left
 * out, text inside links and tables stays as it is, everything is escaped anew.
 */
export function linkCitations(
  html: string,
  resolve: (citation: PlacedCitation) => string | undefined,
): string {
  const nodes = parseTree(html.normalize('NFC'));
  const blocks = blocksOf(nodes);
  const ranges = new Map<number, Range[]>();
  for (const citation of citationsIn(structureOf(html))) {
    const given = resolve(citation);
    const href = given === undefined ? undefined : allowedHref(given);
    if (href === undefined || href === '') continue;
    const { block, start, end } = citation;
    ranges.set(block, [...(ranges.get(block) ?? []), { start, end, href }]);
  }
  for (const [index, list] of ranges) {
    const block = blocks[index];
    if (block && block.kind !== 'whole') linkIn(block.element, list);
  }
  return writeTree(nodes);
}

function linkIn(element: BodyElement, ranges: readonly Range[]): void {
  let offset = 0;
  let next = 0;
  const linked = (nodes: readonly BodyNode[], inLink: boolean): BodyNode[] =>
    nodes.flatMap((node): BodyNode[] => {
      if (!isElement(node)) {
        const from = offset;
        offset += node.text.length;
        while ((ranges[next]?.end ?? offset + 1) <= from) next += 1;
        return inLink ? [node] : cut(node.text, from, ranges, next);
      }
      if (node.tag === 'br') offset += 1;
      else if (node.tag !== 'ul' && node.tag !== 'ol')
        node.children = linked(node.children, inLink || node.tag === 'a');
      return [node];
    });
  element.children = linked(element.children, false);
}

/** The text with links where ranges lie in it. */
function cut(text: string, from: number, ranges: readonly Range[], first: number): BodyNode[] {
  const pieces: BodyNode[] = [];
  let done = 0;
  for (let index = first; index < ranges.length; index += 1) {
    const range = ranges[index];
    if (!range || range.start >= from + text.length) break;
    const start = Math.max(range.start - from, done);
    const end = Math.min(range.end - from, text.length);
    if (end <= start) continue;
    if (start > done) pieces.push({ text: text.slice(done, start) });
    pieces.push(linkTo(range.href, text.slice(start, end)));
    done = end;
  }
  if (done < text.length) pieces.push({ text: text.slice(done) });
  return pieces;
}

function linkTo(href: string, text: string): BodyElement {
  const rel: Record<string, string> = isExternalHref(href) ? { rel: 'noopener' } : {};
  return { tag: 'a', attributes: { href, ...rel }, children: [{ text }] };
}
