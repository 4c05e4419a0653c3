/**
 * Notes of a body. Written, they are a number in the text and a list at its end, each leading to the other:
 *
 *   <sup><a href="#chu-thich-1" id="dan-1" role="doc-noteref">1</a></sup>
 *   <section role="doc-endnotes"><ol><li id="chu-thich-1">… <a href="#dan-1" role="doc-backlink">↑</a></li></ol></section>
 *
 * While they are worked on (editor, paste) each stands where it is cited: <span role="doc-footnote">…</span>. Both come
 * in; the written form goes out, numbered by order.
 */
import { hasContent, inlineContent } from './inline.ts';
import {
  addText,
  type BodyElement,
  type BodyNode,
  element,
  innerText,
  isElement,
  parseTree,
  writeTree,
} from './tree.ts';

/** The roles of DPUB-ARIA by which readers' programs know notes. */
export const NOTE = 'doc-footnote';
export const NOTE_REF = 'doc-noteref';
export const BACKLINK = 'doc-backlink';
const NOTES = 'doc-endnotes';
const UP = '↑';

/** More are no notes any more. */
const MOST_NOTES = 2000;

/** The number of a note in the text, or the arrow back to it: no text of the writer's. */
export function isNoteMark({ attributes: { role } }: BodyElement): boolean {
  return role === NOTE_REF || role === BACKLINK;
}

/** Whether ids of a body belong to its notes. */
export function isNoteId(id: string): boolean {
  return /^(?:chu-thich|dan)-\d+$/.test(id);
}

/** What each reference says, by the key its mark holds. */
export type Notes = ReadonlyMap<string, BodyNode[]>;

/** Takes the notes out of a cleaned tree: marks stay where they are cited, notes nobody cites follow as paragraphs. */
export function takeNotes(nodes: readonly BodyNode[]): { nodes: BodyNode[]; notes: Notes } {
  const listed = new Map<string, BodyNode[]>();
  const kept = withoutLists(nodes, listed);
  const notes = new Map<string, BodyNode[]>();
  const cited = new Set<string>();
  const mark = (content: readonly BodyNode[]): BodyNode[] => {
    const note = trimmed(inlineContent(withoutMarks(content)));
    if (!hasContent(note) || notes.size >= MOST_NOTES) return note;
    const key = String(notes.size + 1);
    notes.set(key, note);
    return [element('sup', [element('a', [{ text: key }], { href: `#${key}`, role: NOTE_REF })])];
  };
  const walk = (all: readonly BodyNode[]): BodyNode[] =>
    all.flatMap((node): BodyNode[] => {
      if (!isElement(node)) return [node];
      if (node.tag === 'span') return mark(node.children);
      const { role, href = '' } = node.attributes;
      if (role !== NOTE_REF && role !== BACKLINK) return [{ ...node, children: walk(node.children) }];
      const content = role === NOTE_REF ? listed.get(href.slice(1)) : undefined;
      if (!content) return walk(node.children);
      cited.add(href.slice(1));
      return mark(content);
    });
  const walked = walk(kept);
  const left = [...listed].filter(([id]) => !cited.has(id));
  return { nodes: [...joined(walked), ...left.map(([, content]) => element('p', content))], notes };
}

/** Text pieces that have come to touch are one again. */
function joined(nodes: readonly BodyNode[]): BodyNode[] {
  const out = { children: [] as BodyNode[] };
  for (const node of nodes) {
    if (isElement(node)) out.children.push({ ...node, children: joined(node.children) });
    else addText(out, node.text);
  }
  return out.children;
}

function withoutLists(nodes: readonly BodyNode[], listed: Map<string, BodyNode[]>): BodyNode[] {
  return nodes.flatMap((node): BodyNode[] => {
    if (!isElement(node)) return [node];
    if (node.tag !== 'section') return [{ ...node, children: withoutLists(node.children, listed) }];
    return readList(node.children, listed);
  });
}

/** The items of the list of notes, whatever stands around them; everything else in it stays text. */
function readList(nodes: readonly BodyNode[], listed: Map<string, BodyNode[]>): BodyNode[] {
  return nodes.flatMap((node): BodyNode[] => {
    if (!isElement(node)) return [node];
    const { id } = node.attributes;
    if (node.tag === 'li' && id && !listed.has(id)) {
      listed.set(id, trimmed(inlineContent(withoutMarks(node.children))));
      return [];
    }
    const children = readList(node.children, listed);
    const isEmptied = node.tag === 'ol' && !hasContent(children);
    return isEmptied ? [] : [{ ...node, children }];
  });
}

/** The content of a note: no arrow back, no note in a note. */
function withoutMarks(nodes: readonly BodyNode[]): BodyNode[] {
  return nodes.flatMap((node): BodyNode[] => {
    if (!isElement(node)) return [node];
    if (node.attributes.role === BACKLINK && innerText(node.children).trim().length <= 1) return [];
    const children = withoutMarks(node.children);
    return isNoteMark(node) ? children : [{ ...node, children }];
  });
}

function trimmed(nodes: BodyNode[]): BodyNode[] {
  return inlineContent(joined(nodes));
}

/** Numbers the marks that are left after arranging, and writes the notes after the last block. */
export function putNotes(
  blocks: readonly BodyElement[],
  notes: Notes,
  asBlocks: (nodes: readonly BodyNode[]) => BodyElement[],
): BodyElement[] {
  if (notes.size === 0) return [...blocks];
  const items: BodyElement[] = [];
  const number = (nodes: readonly BodyNode[]): BodyNode[] =>
    nodes.map((node): BodyNode => {
      if (!isElement(node)) return node;
      const { role, href = '' } = node.attributes;
      const note = role === NOTE_REF ? notes.get(href.slice(1)) : undefined;
      if (!note) return { ...node, children: number(node.children) };
      const at = items.length + 1;
      const back = element('a', [{ text: UP }], { href: `#dan-${at}`, role: BACKLINK });
      items.push(element('li', [...note, { text: ' ' }, back], { id: `chu-thich-${at}` }));
      return element('a', [{ text: String(at) }], {
        href: `#chu-thich-${at}`,
        id: `dan-${at}`,
        role: NOTE_REF,
      });
    });
  const numbered = number(blocks) as BodyElement[];
  const used = new Set(referencesIn(blocks));
  const lost = [...notes].filter(([key]) => !used.has(key)).flatMap(([, note]) => asBlocks(note));
  if (items.length === 0) return [...numbered, ...lost];
  return [...numbered, ...lost, element('section', [element('ol', items)], { role: NOTES })];
}

function referencesIn(nodes: readonly BodyNode[]): string[] {
  return nodes.flatMap((node) => {
    if (!isElement(node)) return [];
    const { role, href = '' } = node.attributes;
    return role === NOTE_REF ? [href.slice(1)] : referencesIn(node.children);
  });
}

/** A stored body with each note where it is cited, for the editor and for comparing paragraph by paragraph. */
export function notesInPlace(html: string): string {
  if (!html.includes(NOTES)) return html;
  const listed = new Map<string, BodyNode[]>();
  const kept = withoutLists(parseTree(html), listed);
  const place = (nodes: readonly BodyNode[]): BodyNode[] =>
    nodes.flatMap((node): BodyNode[] => {
      if (!isElement(node)) return [node];
      const [only] = node.children;
      const inside =
        node.tag === 'sup' && only && isElement(only) && node.children.length === 1 ? only : node;
      const content =
        inside.attributes.role === NOTE_REF ? listed.get((inside.attributes.href ?? '').slice(1)) : undefined;
      return content
        ? [element('span', content, { role: NOTE })]
        : [{ ...node, children: place(node.children) }];
    });
  return writeTree(place(kept));
}
