/** OpenDocument text to HTML: headings, paragraphs, lists, tables, links, bold and italic, notes in brackets. */
import { escapeText } from '../../rules/body-html/index.ts';
import { type ExtractNote, note, type PictureTray, Refused, refusal } from './answers.ts';
import { findAll, isXmlElement, readXml, type XmlElement, type XmlNode } from './xml.ts';
import type { Zip } from './zip.ts';

/** A spreadsheet-like table can claim a million repeated cells. */
const MAX_REPEAT = 100;
const MAX_SPACES = 40;

type Look = { bold: boolean; italic: boolean; position: '' | 'sub' | 'sup' };
type Walk = {
  looks: Map<string, Look>;
  /** Name and level of what counts with numbers. */
  numbered: Set<string>;
  counts: Map<'images' | 'changes' | 'comments' | 'contents', number>;
  /** Takes a picture of the file; undefined where pictures are only counted. */
  take: ((path: string) => string | undefined) | undefined;
  /** Styles of the lists around what is being read; the last may be the outer one's. */
  list: string[];
};

/** @param tray takes the pictures; notes then stand where they are cited, else in brackets */
export function readOdt(zip: Zip, tray?: PictureTray): { html: string; notes: ExtractNote[] } {
  const manifest = zip.read('META-INF/manifest.xml');
  if (manifest && new TextDecoder().decode(manifest).includes('encryption-data'))
    throw new Refused(refusal('encrypted'));
  const content = zip.read('content.xml');
  if (!content) throw new Refused(refusal('brokenFile'));
  const root = readXml(new TextDecoder().decode(content));
  const [body] = findAll(root, 'office:text');
  if (!body) throw new Refused(refusal('brokenFile'));
  const styles = zip.read('styles.xml');
  const walk: Walk = {
    looks: new Map(),
    numbered: new Set(),
    counts: new Map(),
    take: tray && pictureTaker(zip, tray),
    list: [],
  };
  for (const part of styles ? [readXml(new TextDecoder().decode(styles)), root] : [root])
    readStyles(part, walk);
  const html = blocks(body.children, walk);
  return { html, notes: notesOf(walk) };
}

function pictureTaker(zip: Zip, tray: PictureTray): (path: string) => string | undefined {
  return (path) => {
    const type = /\.(png|jpe?g|gif|webp)$/i.exec(path)?.[1]?.toLowerCase();
    const bytes = type && /^Pictures\//.test(path) ? zip.read(path) : undefined;
    return type && bytes ? tray.take(`image/${type === 'jpg' ? 'jpeg' : type}`, bytes) : undefined;
  };
}

function notesOf({ counts }: Walk): ExtractNote[] {
  const count = (key: 'images' | 'changes' | 'comments' | 'contents') => counts.get(key) ?? 0;
  return [
    ...(count('images') ? [note('imagesNotTaken', count('images'))] : []),
    ...(count('changes') ? [note('trackedChanges')] : []),
    ...(count('comments') ? [note('commentsNotTaken', count('comments'))] : []),
    ...(count('contents') ? [note('contentsNotTaken')] : []),
  ];
}

function readStyles(root: XmlElement, { looks, numbered }: Walk): void {
  for (const style of findAll(root, 'style:style')) {
    const name = style.attributes['style:name'];
    const [properties] = findAll(style, 'style:text-properties');
    if (!name || !properties || style.attributes['style:family'] !== 'text') continue;
    const weight = properties.attributes['fo:font-weight'] ?? '';
    const position = properties.attributes['style:text-position'] ?? '';
    looks.set(name, {
      bold: weight === 'bold' || Number(weight) >= 600,
      italic: properties.attributes['fo:font-style'] === 'italic',
      position: position.startsWith('sub') ? 'sub' : position.startsWith('super') ? 'sup' : '',
    });
  }
  for (const list of findAll(root, 'text:list-style')) {
    const name = list.attributes['style:name'];
    for (const level of list.children.filter(isXmlElement))
      if (name && level.name === 'text:list-level-style-number')
        numbered.add(`${name} ${level.attributes['text:level'] ?? '1'}`);
  }
}

function count(walk: Walk, key: 'images' | 'changes' | 'comments' | 'contents'): string {
  walk.counts.set(key, (walk.counts.get(key) ?? 0) + 1);
  return '';
}

function blocks(nodes: readonly XmlNode[], walk: Walk): string {
  return nodes.map((node) => (isXmlElement(node) ? block(node, walk) : '')).join('');
}

function block(node: XmlElement, walk: Walk): string {
  switch (node.name) {
    case 'text:h': {
      const level = Math.min(6, Math.max(1, Number(node.attributes['text:outline-level'] ?? 1) || 1));
      return `<h${level}>${inlines(node.children, walk)}</h${level}>`;
    }
    case 'text:p':
      return `<p>${inlines(node.children, walk)}</p>`;
    case 'text:list': {
      // a list in a list has the style of the outer one
      const style = node.attributes['text:style-name'] ?? walk.list.at(-1) ?? '';
      walk.list.push(style);
      const tag = walk.numbered.has(`${style} ${walk.list.length}`) ? 'ol' : 'ul';
      const items = node.children
        .filter(isXmlElement)
        .map((item) => `<li>${blocks(item.children, walk)}</li>`);
      walk.list.pop();
      return `<${tag}>${items.join('')}</${tag}>`;
    }
    case 'table:table':
      return `<table>${rows(node, walk, false)}</table>`;
    case 'text:tracked-changes':
      return count(walk, 'changes');
    case 'text:table-of-content':
      return count(walk, 'contents');
    case 'text:sequence-decls':
    case 'office:forms':
    case 'text:variable-decls':
    case 'text:user-field-decls':
      return '';
    default:
      // Sections, indexes, text boxes: what is in them counts. A lone frame is a paragraph of its own.
      return node.name.startsWith('draw:') ? `<p>${inline(node, walk)}</p>` : blocks(node.children, walk);
  }
}

function rows(node: XmlElement, walk: Walk, isHeader: boolean): string {
  return node.children
    .filter(isXmlElement)
    .map((child) => {
      if (child.name === 'table:table-header-rows') return `<thead>${rows(child, walk, true)}</thead>`;
      if (child.name === 'table:table-rows' || child.name === 'table:table-row-group')
        return rows(child, walk, isHeader);
      if (child.name !== 'table:table-row') return '';
      return `<tr>${child.children
        .filter(isXmlElement)
        .map((cell) => cells(cell, walk, isHeader))
        .join('')}</tr>`;
    })
    .join('');
}

function cells(cell: XmlElement, walk: Walk, isHeader: boolean): string {
  if (cell.name !== 'table:table-cell') return '';
  const tag = isHeader ? 'th' : 'td';
  const span = (name: string, attribute: string) => {
    const value = Number(cell.attributes[attribute] ?? 1);
    return value > 1 ? ` ${name}="${Math.min(value, MAX_REPEAT)}"` : '';
  };
  const spans =
    span('colspan', 'table:number-columns-spanned') + span('rowspan', 'table:number-rows-spanned');
  const html = `<${tag}${spans}>${blocks(cell.children, walk)}</${tag}>`;
  const repeat = Number(cell.attributes['table:number-columns-repeated'] ?? 1);
  return html.repeat(Math.min(Math.max(1, repeat || 1), MAX_REPEAT));
}

function inlines(nodes: readonly XmlNode[], walk: Walk): string {
  return nodes.map((node) => (isXmlElement(node) ? inline(node, walk) : escapeText(node))).join('');
}

function inline(node: XmlElement, walk: Walk): string {
  switch (node.name) {
    case 'text:s':
      return ' '.repeat(Math.min(MAX_SPACES, Math.max(1, Number(node.attributes['text:c'] ?? 1) || 1)));
    case 'text:tab':
      return ' ';
    case 'text:line-break':
      return '<br>';
    case 'text:a':
      return `<a href="${escapeText(node.attributes['xlink:href'] ?? '').replaceAll('"', '&quot;')}">${inlines(node.children, walk)}</a>`;
    case 'text:span':
      return looked(inlines(node.children, walk), walk.looks.get(node.attributes['text:style-name'] ?? ''));
    case 'text:note': {
      const [body] = findAll(node, 'text:note-body');
      const text = body ? inlines(body.children, walk).trim() : '';
      if (walk.take) return `<span role="doc-footnote">${text}</span>`;
      return text ? ` (${text})` : '';
    }
    case 'office:annotation':
      return count(walk, 'comments');
    case 'office:annotation-end':
      return '';
    case 'draw:frame':
      return walk.take ? frame(node, walk) : inlines(node.children, walk);
    case 'draw:image':
    case 'draw:object':
    case 'draw:plugin':
      return count(walk, 'images');
    default:
      return inlines(node.children, walk);
  }
}

/** A picture with what its writer said is to be seen on it. */
function frame(node: XmlElement, walk: Walk): string {
  const [image] = findAll(node, 'draw:image');
  const src = image && walk.take?.(image.attributes['xlink:href'] ?? '');
  if (!src) return inlines(node.children, walk);
  const [said] = [...findAll(node, 'svg:desc'), ...findAll(node, 'svg:title')];
  const alt = said?.children.filter((child) => !isXmlElement(child)).join('') ?? '';
  return `<img src="${src}" alt="${escapeText(alt).replaceAll('"', '&quot;')}">`;
}

function looked(html: string, look: Look | undefined): string {
  if (!look || html === '') return html;
  const positioned = look.position ? `<${look.position}>${html}</${look.position}>` : html;
  const italic = look.italic ? `<em>${positioned}</em>` : positioned;
  return look.bold ? `<strong>${italic}</strong>` : italic;
}
