/**
 * Notes of any source, found by what all of them share: a short link in the text leads to a place that leads back to
 * it. (Word: _ftn1 and _ftnref1; LibreOffice: sdfootnote1sym and …anc; Google: ftnt1; mammoth; Wikipedia.)
 */
import { NOTE } from '../body-html/notes.ts';
import { type BodyElement, type BodyNode, element, innerText, isElement } from '../body-html/tree.ts';

/** "[12]", "(a)", "↩": the signs of notes are short. */
const MOST_SIGN_CHARS = 8;
const BLOCKS = new Set('p li div td dd aside section'.split(' '));
const STEPS_UP = 4;

interface Found {
  node: BodyElement;
  parents: BodyElement[];
  order: number;
}

/** Puts each note where it is cited, and takes the lists of notes away. */
export function notesToPlace(nodes: readonly BodyNode[]): BodyNode[] {
  const all = walk(nodes);
  const byId = new Map<string, Found>();
  for (const one of all) for (const id of idsOf(one.node)) if (!byId.has(id)) byId.set(id, one);
  const replaced = new Map<BodyElement, BodyElement>();
  const taken = new Map<BodyElement, BodyNode[]>();
  for (const reference of all) {
    const target = isSign(reference.node) ? byId.get(hashOf(reference.node)) : undefined;
    if (!target || target.order <= reference.order) continue;
    const note = containerOf(target, reference);
    if (!note) continue;
    const content = taken.get(note) ?? contentOf(note, byId);
    taken.set(note, content);
    replaced.set(reference.node, element('span', content, { role: NOTE }));
  }
  if (replaced.size === 0) return [...nodes];
  const rebuild = (some: readonly BodyNode[]): BodyNode[] =>
    some.flatMap((node): BodyNode[] => {
      if (!isElement(node)) return [node];
      if (taken.has(node)) return [];
      return [replaced.get(node) ?? { ...node, children: rebuild(node.children) }];
    });
  return rebuild(nodes);
}

function walk(nodes: readonly BodyNode[]): Found[] {
  const found: Found[] = [];
  const go = (some: readonly BodyNode[], parents: BodyElement[]) => {
    for (const node of some) {
      if (!isElement(node)) continue;
      found.push({ node, parents, order: found.length });
      go(node.children, [...parents, node]);
    }
  };
  go(nodes, []);
  return found;
}

function idsOf({ attributes: { id, name } }: BodyElement): string[] {
  return [id, name].filter((one): one is string => Boolean(one));
}

function hashOf({ attributes: { href = '' } }: BodyElement): string {
  const at = href.indexOf('#');
  if (at === -1) return '';
  try {
    return decodeURIComponent(href.slice(at + 1));
  } catch {
    return href.slice(at + 1);
  }
}

function isSign(node: BodyElement): boolean {
  return node.tag === 'a' && hashOf(node) !== '' && innerText(node.children).trim().length <= MOST_SIGN_CHARS;
}

/** Names under which a reference can be led back to: its own, of what is in it, of what closely holds it. */
function namesOf({ node, parents }: Found): Set<string> {
  const near = [
    node,
    ...parents.slice(-2).filter(({ tag }) => tag === 'sup' || tag === 'span' || tag === 'a'),
  ];
  return new Set([...near.flatMap(idsOf), ...walk(node.children).flatMap((one) => idsOf(one.node))]);
}

/** The smallest block around the target that leads back to the reference and does not hold it. */
function containerOf(target: Found, reference: Found): BodyElement | undefined {
  const names = namesOf(reference);
  const leadsBack = (node: BodyElement) =>
    walk([node]).some((one) => isSign(one.node) && names.has(hashOf(one.node)));
  const line = [...target.parents, target.node].slice(-STEPS_UP - 1).reverse();
  const at = line.findIndex((node) => BLOCKS.has(node.tag) && leadsBack(node));
  const note = line[at];
  if (!note || reference.parents.includes(note) || note === reference.node) return undefined;
  const around = line[at + 1];
  // of several paragraphs, or Word's own frame around one
  const isFrame =
    around !== undefined &&
    ['li', 'div', 'aside'].includes(around.tag) &&
    !reference.parents.includes(around) &&
    !walk(around.children).some(({ node }) => /^(?:h[1-6]|ol|ul|table)$/.test(node.tag)) &&
    walk(around.children).filter(({ node }) => isSign(node) && innerText(node.children).trim() !== '')
      .length === 1;
  return isFrame ? around : note;
}

/** What the note says, without the links back. */
function contentOf(note: BodyElement, byId: ReadonlyMap<string, Found>): BodyNode[] {
  const strip = (nodes: readonly BodyNode[]): BodyNode[] =>
    nodes.flatMap((node): BodyNode[] => {
      if (!isElement(node)) return [node];
      if (isSign(node) && byId.has(hashOf(node))) return [];
      const children = strip(node.children);
      const isEmptied =
        node.children.length > 0 &&
        innerText(children).trim() === '' &&
        innerText(node.children).trim() !== '';
      return isEmptied && !BLOCKS.has(node.tag) ? [] : [{ ...node, children }];
    });
  return strip(note.children);
}
