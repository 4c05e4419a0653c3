/** The body with a number at the place of each finding, for people to look at: never stored. */
import { type BodyElement, type BodyNode, isElement, parseTree, writeTree } from '../body-html/index.ts';
import { type Line, linesOf } from './lines.ts';
import type { Finding, Place } from './model.ts';

/** The address of a finding within the page; numbers begin with 1. */
export function anchorOf(number: number): string {
  return `dau-${number}`;
}

export interface Numbered {
  number: number;
  finding: Pick<Finding, 'field' | 'place' | 'weight'>;
}

/** The HTML of a body in which each finding of the body bears its number, linked back to the list of findings. */
export function markBody(html: string, findings: readonly Numbered[]): string {
  const tree = parseTree(html);
  const lines = new Map(linesOf(tree).map((line) => [line.path.join('.'), line]));
  const placed = findings.filter(({ finding }) => finding.field === 'body');
  // elements are found by their numbers before anything is put in
  const elements = placed.flatMap((one) => {
    const place = one.finding.place;
    if (place === undefined || place.from !== undefined) return [];
    const target = elementAt(tree, place);
    return target ? [{ ...one, target }] : [];
  });
  for (const [path, line] of lines) {
    const here = placed.filter(
      ({ finding: { place } }) => place?.from !== undefined && place.path.join('.') === path,
    );
    if (here.length > 0) markLine(line, here);
  }
  for (const { target, number, finding } of elements.toReversed())
    markElement(target, number, finding.weight);
  return writeTree(tree);
}

interface Target {
  node: BodyElement;
  parent: { children: BodyNode[] };
}

function elementAt(tree: BodyNode[], { path }: Place): Target | undefined {
  let parent: { children: BodyNode[] } = { children: tree };
  let node: BodyNode | undefined;
  for (const index of path) {
    if (node !== undefined) parent = node as BodyElement;
    node = parent.children[index];
    if (node === undefined || !isElement(node)) return undefined;
  }
  return node && isElement(node)
    ? { node, parent: path.length === 1 ? { children: tree } : parent }
    : undefined;
}

function badge(number: number, weight: Finding['weight']): BodyElement {
  return {
    tag: 'a',
    attributes: { id: anchorOf(number), href: `#muc-${number}`, class: `finding-number number-${weight}` },
    children: [{ text: String(number) }],
  };
}

const HOLDS_TEXT = new Set(['p', 'h2', 'h3', 'h4', 'li', 'td', 'th', 'caption', 'figcaption']);

/** Beside a picture or link, within a paragraph or heading, above a table. */
function markElement({ node, parent }: Target, number: number, weight: Finding['weight']): void {
  if (HOLDS_TEXT.has(node.tag)) {
    node.children.unshift(badge(number, weight), { text: ' ' });
    return;
  }
  const inBlock = node.tag === 'a' || (node.tag === 'img' && !isFigure(parent));
  const mark: BodyNode = inBlock
    ? badge(number, weight)
    : { tag: isFigure(parent) ? 'figcaption' : 'p', attributes: {}, children: [badge(number, weight)] };
  parent.children.splice(parent.children.indexOf(node), 0, mark);
}

function isFigure(parent: { children: BodyNode[] }): boolean {
  return 'tag' in parent && parent.tag === 'figure';
}

/** Splits the text nodes of a line at the ends of the findings; the number stands before the first word. */
function markLine(line: Line, here: readonly Numbered[]): void {
  const covered = (at: number) =>
    here.some(({ finding: { place } }) => (place?.from ?? 0) <= at && at < (place?.to ?? 0));
  const cuts = here.flatMap(({ finding: { place } }) => [place?.from ?? 0, place?.to ?? 0]);
  const waiting = here.toSorted((a, b) => (a.finding.place?.from ?? 0) - (b.finding.place?.from ?? 0));
  for (const { node, parent, at } of line.pieces) {
    const end = at + node.text.length;
    const bounds = [...new Set([at, ...cuts.filter((cut) => cut > at && cut < end), end])].sort(
      (a, b) => a - b,
    );
    const made: BodyNode[] = [];
    bounds.slice(0, -1).forEach((from, index) => {
      while (waiting[0] !== undefined && (waiting[0].finding.place?.from ?? 0) <= from) {
        const next = waiting.shift();
        if (next) made.push(badge(next.number, next.finding.weight));
      }
      const text = node.text.slice(from - at, (bounds[index + 1] ?? end) - at);
      made.push(covered(from) ? { tag: 'mark', attributes: {}, children: [{ text }] } : { text });
    });
    parent.children.splice(parent.children.indexOf(node), 1, ...made);
  }
}
