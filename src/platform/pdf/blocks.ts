/** A body of the subset as clumps of strips, in the form of Nghị định 30/2020/NĐ-CP. */
import {
  type BodyElement,
  type BodyNode,
  innerText,
  isElement,
  parseTree,
} from '../../rules/body-html/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { printable } from './letters.ts';
import { type Measure, type Setting, setLines } from './lines.ts';
import { BODY_SIZE, DEEPEST_STEP, PARAGRAPH_GAP, STEP } from './sheet.ts';
import { type Clump, type Look, type Piece, paragraphClumps, type Strip, type Tag, tagOf } from './strips.ts';
import { setTable } from './table.ts';
import { PICTURE_WORDS } from './words.ts';

/** What measures and knows the letters. */
export interface Type {
  measure: Measure;
  hasShape(codePoint: number): boolean;
  language: Lang;
}

/** Where blocks stand. */
export interface Place {
  x: number;
  width: number;
  look: Look;
  align: Setting['align'];
  /** Of the first line of a paragraph. */
  indent: number;
  tag: Tag;
  /** Lists and quotations around it. */
  depth: number;
}

const BLOCKS = new Set([
  'p',
  'ul',
  'ol',
  'li',
  'table',
  'figure',
  'figcaption',
  'blockquote',
  'caption',
  'details',
  'summary',
  'section',
  'video',
  'audio',
  'div',
]);
const HEADINGS = /^h([1-6])$/;

/** Headings of parts of a law, of what is attached to it, and those in capitals stand in the middle. */
const CENTRED = /^(phần|chương|mục|tiểu mục|phụ lục|part|chapter|section|annex|appendix)[\s:.]/iu;

export function setBody(bodyHtml: string, place: Place, type: Type): Clump[] {
  return setBlocks(parseTree(bodyHtml), place, type);
}

/** Blocks one below the other; what stands between them without a tag is a paragraph. */
export function setBlocks(nodes: readonly BodyNode[], place: Place, type: Type): Clump[] {
  const clumps: Clump[] = [];
  let loose: BodyNode[] = [];
  const settle = () => {
    if (innerText(loose).trim() !== '' || loose.some(isElement))
      clumps.push(...paragraph(loose, place, type));
    loose = [];
  };
  for (const node of nodes) {
    if (!isElement(node) || !isBlock(node)) loose.push(node);
    else {
      settle();
      clumps.push(...setBlock(node, place, type));
    }
  }
  settle();
  return clumps;
}

export function isBlock({ tag }: BodyElement): boolean {
  return BLOCKS.has(tag) || HEADINGS.test(tag);
}

function setBlock(node: BodyElement, place: Place, type: Type): Clump[] {
  const level = HEADINGS.exec(node.tag)?.[1];
  if (level) return heading(node, Number(level), place, type);
  switch (node.tag) {
    case 'p':
    case 'caption':
    case 'figcaption':
      return node.children.some((child) => isElement(child) && isBlock(child))
        ? setBlocks(node.children, place, type)
        : paragraph(node.children, node.tag === 'p' ? place : noted(place), type);
    case 'ul':
    case 'ol':
      return list(node, place, type);
    case 'table':
      return setTable(node, place, type);
    case 'figure':
      return setBlocks(node.children, noted(place), type);
    case 'blockquote':
      return setBlocks(node.children, quoted(place), type);
    default:
      return setBlocks(node.children, place, type);
  }
}

function noted(place: Place): Place {
  return { ...place, align: 'center', indent: 0, look: { ...place.look, face: 'italic' } };
}

function quoted(place: Place): Place {
  return { ...stepped(place), indent: 0, tag: tagOf('BlockQuote', place.tag) };
}

/** One step further in, while there is room. */
function stepped(place: Place): Place {
  const step = place.depth < DEEPEST_STEP && place.width > STEP * 4 ? STEP : 0;
  return { ...place, x: place.x + step, width: place.width - step, depth: place.depth + 1 };
}

function paragraph(nodes: readonly BodyNode[], place: Place, type: Type): Clump[] {
  const tag = tagOf('P', place.tag);
  return paragraphClumps(linesOf(piecesOf(nodes, place.look, type), place, tag, type));
}

function linesOf(pieces: readonly Piece[], place: Place, tag: Tag, type: Type): Strip[] {
  const { x, width, align, look, indent } = place;
  const before = place.look.size === BODY_SIZE ? PARAGRAPH_GAP : PARAGRAPH_GAP / 3;
  return setLines(pieces, { x, width, indent, align, before, size: look.size, tag }, type.measure);
}

function heading(node: BodyElement, level: number, place: Place, type: Type): Clump[] {
  const text = printable(innerText(spaced(node.children)), type.hasShape).trim();
  const isCentred = CENTRED.test(text) || text === text.toUpperCase();
  const look: Look = { ...place.look, face: level > 3 ? 'boldItalic' : 'bold' };
  // the title of the part is the second level, so a heading of its body is the third
  const tag = tagOf(`H${Math.min(6, level + 1)}`, place.tag);
  const [first, ...others] = setLines(
    piecesOf(node.children, look, type),
    {
      ...place,
      indent: isCentred ? 0 : place.indent,
      align: isCentred ? 'center' : 'left',
      before: isCentred ? PARAGRAPH_GAP * 2 : PARAGRAPH_GAP,
      size: look.size,
      tag,
    },
    type.measure,
  );
  if (!first) return [];
  const marks = [{ kind: 'anchor' as const, y: 0, bookmark: { title: text, level } }, ...first.marks];
  return paragraphClumps([{ ...first, marks }, ...others], true);
}

/** A break says a space where the text is one line. */
function spaced(nodes: readonly BodyNode[]): BodyNode[] {
  return nodes.map((node) => (isElement(node) && node.tag === 'br' ? { text: ' ' } : node));
}

function list(node: BodyElement, place: Place, type: Type): Clump[] {
  const tag = tagOf('L', place.tag);
  const label = labelsOf(node, place.depth);
  return node.children.flatMap((item) => {
    if (!isElement(item)) return item.text.trim() === '' ? [] : paragraph([item], place, type);
    return listItem(item, label(item), { ...place, tag }, type);
  });
}

/** The sign of each item, in order. */
function labelsOf(node: BodyElement, depth: number): (item: BodyElement) => string {
  if (node.tag === 'ul') return () => ['–', '+', '•'][Math.min(depth, 2)] ?? '•';
  const { start = '1', type = '1', reversed } = node.attributes;
  const step = reversed === undefined ? 1 : -1;
  let number = (Number.parseInt(start, 10) || 1) - step;
  return ({ attributes: { value } }) => {
    number = value === undefined ? number + step : Number.parseInt(value, 10) || number + step;
    return `${numberIn(number, type)}${type === 'a' ? ')' : '.'}`;
  };
}

const LETTERS = 26;
const ROMAN: readonly [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];
/** Beyond it Roman numbers are not written. */
const ROMAN_END = 3999;

/** As browsers number a list of this type; what cannot be written so is written in figures. */
export function numberIn(number: number, type: string): string {
  if (number < 1) return String(number);
  if (/^a$/i.test(type)) {
    let letters = '';
    for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / LETTERS))
      letters = String.fromCharCode('a'.charCodeAt(0) + ((rest - 1) % LETTERS)) + letters;
    return type === 'a' ? letters : letters.toUpperCase();
  }
  if (/^i$/i.test(type) && number <= ROMAN_END) {
    let rest = number;
    let roman = '';
    for (const [value, sign] of ROMAN) for (; rest >= value; rest -= value) roman += sign;
    return type === 'I' ? roman : roman.toLowerCase();
  }
  return String(number);
}

/** An item hangs behind its sign: the sign stands where the paragraph would begin. */
function listItem(item: BodyElement, label: string, place: Place, type: Type): Clump[] {
  const inner = stepped(place);
  const itemTag = tagOf('LI', place.tag);
  const labelWidth = type.measure(`${label} `, place.look);
  const step = inner.x - place.x;
  // a sign wider than the step pushes the first line in
  const indent = Math.max(0, labelWidth - step);
  const clumps = setBlocks(
    item.children,
    { ...inner, indent, tag: tagOf('LBody', itemTag), align: place.align },
    type,
  );
  const sign = setLines(
    [{ text: `${label} `, look: place.look }],
    {
      ...place,
      indent: 0,
      align: 'left',
      before: 0,
      size: place.look.size,
      tag: tagOf('Lbl', itemTag),
    },
    type.measure,
  )[0];
  const [first, ...others] = clumps;
  const [line, ...lines] = first?.strips ?? [];
  if (!first || !line || !sign) return sign ? [{ strips: [sign] }] : [];
  return [{ ...first, strips: [{ ...line, marks: [...sign.marks, ...line.marks] }, ...lines] }, ...others];
}

/** Text with its looks; pictures are their descriptions in brackets. */
export function piecesOf(nodes: readonly BodyNode[], look: Look, type: Type): Piece[] {
  return nodes.flatMap((node): Piece[] => {
    if (!isElement(node)) return [{ text: printable(node.text, type.hasShape), look }];
    if (node.tag === 'br') return [{ text: '\n', look }];
    if (node.attributes.role === 'doc-backlink') return [];
    if (node.tag === 'img') {
      const words = printable(node.attributes.alt ?? '', type.hasShape).trim();
      return [
        { text: `[${words || PICTURE_WORDS[type.language]}]`, look: { ...look, face: italicOf(look.face) } },
      ];
    }
    return piecesOf(node.children, lookOf(node, look), type);
  });
}

const SMALLER = 0.65;

function lookOf({ tag, attributes }: BodyElement, look: Look): Look {
  switch (tag) {
    case 'strong':
    case 'b':
    case 'th':
      return { ...look, face: look.face === 'italic' || look.face === 'boldItalic' ? 'boldItalic' : 'bold' };
    case 'em':
    case 'i':
      return { ...look, face: italicOf(look.face) };
    case 'u':
      return { ...look, underlined: true };
    case 'sup':
      return { ...look, size: look.size * SMALLER, rise: look.rise + look.size * 0.33 };
    case 'sub':
      return { ...look, size: look.size * SMALLER, rise: look.rise - look.size * 0.12 };
    case 'a': {
      const href = addressOf(attributes.href ?? '');
      return href === undefined ? look : { ...look, underlined: true, href };
    }
    default:
      return look;
  }
}

function italicOf(face: Look['face']): Look['face'] {
  return face === 'bold' || face === 'boldItalic' ? 'boldItalic' : 'italic';
}

/** A link that leads somewhere from paper too; one inside the portal has no meaning in a file that travels. */
function addressOf(href: string): string | undefined {
  if (!/^(https?:|mailto:|tel:)/i.test(href) || !URL.canParse(href)) return undefined;
  return new URL(href).href;
}
