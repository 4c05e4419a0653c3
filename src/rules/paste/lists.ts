/** Word's lists: paragraphs that say their level and show their sign, as the lists they are. */
import { type BodyElement, type BodyNode, element, innerText, isElement } from '../body-html/tree.ts';
import { styleOf } from './looks.ts';

interface Item {
  level: number;
  /** What the list is counted with; undefined for bullets. */
  sign: { type: '' | 'a' | 'A' | 'i' | 'I'; at: number } | undefined;
  /** Where Word keeps the numbering; another one is another list. */
  list: string;
  content: BodyNode[];
}

const LEVEL = /(l\d+)\s+level([1-9])\s+lfo(\d+)/;

/** Replaces runs of list paragraphs among siblings; what is counted with words ("Điều 1.", "1.1.") stays a paragraph. */
export function gatherLists(nodes: readonly BodyNode[]): BodyNode[] {
  const out: BodyNode[] = [];
  let run: Item[] = [];
  const end = () => {
    out.push(...nested(run));
    run = [];
  };
  for (const node of nodes) {
    if (!isElement(node)) {
      if (node.text.trim() !== '') end();
      if (run.length === 0) out.push(node);
      continue;
    }
    const items = itemsOf(node);
    if (items) run.push(...items);
    else {
      end();
      out.push(signed(node));
    }
  }
  end();
  return out;
}

function itemsOf(node: BodyElement): Item[] | undefined {
  if (node.tag === 'p' || node.tag === 'div') {
    const item = wordItem(node);
    if (item) return [item];
  }
  return onlineItems(node);
}

function wordItem(node: BodyElement): Item | undefined {
  const [, list = '', level, override = ''] = LEVEL.exec(styleOf(node).get('mso-list') ?? '') ?? [];
  if (!level) return undefined;
  const sign = signOf(node.children);
  const read = sign && readSign(innerText([sign.node]), sign.font);
  if (!read) return undefined;
  return {
    level: Number(level),
    list: `${list} ${override}`,
    sign: read.sign,
    content: without(node.children, sign?.node),
  };
}

/** Word on the web: each item a list of its own that says its level. */
function onlineItems(node: BodyElement): Item[] | undefined {
  const inside = node.children.filter((child) => isElement(child) || child.text.trim() !== '');
  const [only] = inside;
  const list = node.tag === 'div' && inside.length === 1 && only && isElement(only) ? only : node;
  if (list.tag !== 'ul' && list.tag !== 'ol') return undefined;
  const items = list.children.filter(isElement);
  if (items.length === 0 || !items.every((item) => item.tag === 'li' && item.attributes['data-aria-level']))
    return undefined;
  return items.map((item, i) => ({
    level: Number(item.attributes['data-aria-level']) || 1,
    list: list.tag,
    sign: list.tag === 'ol' ? { type: '', at: (Number(list.attributes.start) || 1) + i } : undefined,
    content: item.children,
  }));
}

/** The part of a paragraph that Word draws before it. */
function signOf(nodes: readonly BodyNode[], font = ''): { node: BodyElement; font: string } | undefined {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    const style = styleOf(node);
    const own = style.get('font-family') ?? style.get('font') ?? font;
    if (/ignore/.test(style.get('mso-list') ?? '')) return { node, font: own };
    const found = signOf(node.children, own);
    if (found) return found;
  }
  return undefined;
}

function without(nodes: readonly BodyNode[], gone: BodyElement | undefined): BodyNode[] {
  return nodes.flatMap((node): BodyNode[] => {
    if (node === gone) return [];
    return isElement(node) ? [{ ...node, children: without(node.children, gone) }] : [node];
  });
}

/** The sign of a paragraph that stays one is its text. */
function signed(node: BodyElement): BodyElement {
  const sign = signOf(node.children);
  if (!sign || !/^(?:p|h[1-6]|div)$/.test(node.tag) || !LEVEL.test(styleOf(node).get('mso-list') ?? ''))
    return node;
  const text = innerText([sign.node])
    .replace(/[\s\u00A0]+/g, ' ')
    .trim();
  return { ...node, children: [{ text: text ? `${text} ` : '' }, ...without(node.children, sign.node)] };
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };

/** What a sign says; undefined when it says more than a list can. */
function readSign(printed: string, font: string): { sign: Item['sign'] } | undefined {
  const text = printed.replace(/[\s\u00A0]+/g, '');
  if (text === '' || /symbol|wingdings|webdings/.test(font) || /^[^\p{L}\p{N}]$/u.test(text))
    return { sign: undefined };
  if (text === 'o' && /courier/.test(font)) return { sign: undefined };
  const [, count = ''] = /^(\d{1,4}|[ivxl]{1,7}|[IVXL]{1,7}|[a-zA-Z])[.)]$/.exec(text) ?? [];
  if (count === '') return undefined;
  if (/\d/.test(count)) return { sign: { type: '', at: Number(count) } };
  const isUpper = count === count.toUpperCase();
  const small = count.toLowerCase();
  if (small === 'i' || small.length > 1)
    return { sign: { type: isUpper ? 'I' : 'i', at: romanValue(small) } };
  return { sign: { type: isUpper ? 'A' : 'a', at: small.charCodeAt(0) - 96 } };
}

function romanValue(text: string): number {
  let value = 0;
  for (let i = 0; i < text.length; i += 1) {
    const [here = 0, next = 0] = [ROMAN[text[i] ?? ''], ROMAN[text[i + 1] ?? '']];
    value += here < next ? -here : here;
  }
  return value;
}

interface OpenList {
  level: number;
  node: BodyElement;
  item: Item;
  /** The number of its last item. */
  at: number;
}

function nested(items: readonly Item[]): BodyElement[] {
  const lists: BodyElement[] = [];
  const open: OpenList[] = [];
  for (const item of items) {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > item.level) open.pop();
    let last = open.at(-1);
    if (last && last.level === item.level && !goesOn(last, item)) {
      open.pop();
      last = open.at(-1);
    }
    if (last?.level === item.level) {
      last.node.children.push(element('li', item.content));
      last.at += 1;
      continue;
    }
    const node = listFor(item);
    const parent = last?.node.children.at(-1);
    if (parent && isElement(parent)) parent.children.push(node);
    else lists.push(node);
    open.push({ level: item.level, node, item, at: item.sign?.at ?? 0 });
  }
  return lists;
}

/** An "i" among letters is the ninth letter; a number that does not follow begins another list. */
function goesOn(list: OpenList, item: Item): boolean {
  const before = list.item.sign;
  if (!before || !item.sign) return !before && !item.sign;
  if (before.type === item.sign.type) return item.sign.at === list.at + 1;
  const isNinth = item.sign.type.toLowerCase() === 'i' && before.type.toLowerCase() === 'a';
  return isNinth && list.at + 1 === 9;
}

function listFor({ sign, content }: Item): BodyElement {
  const items = [element('li', content)];
  if (!sign) return element('ul', items);
  return element('ol', items, {
    ...(sign.at > 1 && { start: String(sign.at) }),
    ...(sign.type && { type: sign.type }),
  });
}

/** XHTML of LibreOffice writes the sign of an item as text at its left; the list itself counts. */
export function withoutDrawnSigns(list: BodyElement): BodyElement {
  if (list.tag !== 'ol' && list.tag !== 'ul') return list;
  let first: Item['sign'];
  const children = list.children.map((item, i) => {
    const drawn = isElement(item) && item.tag === 'li' ? drawnSign(item) : undefined;
    if (!drawn || !isElement(item)) return item;
    if (i === 0 || !first) first = readSign(innerText([drawn]), '')?.sign;
    return { ...item, children: without(item.children, drawn) };
  });
  const numbering =
    list.tag === 'ol' && first ? listFor({ level: 1, list: '', sign: first, content: [] }).attributes : {};
  return { ...list, children, attributes: { ...list.attributes, ...numbering } };
}

function drawnSign({ children }: BodyElement): BodyElement | undefined {
  const [first] = children.filter((child) => isElement(child) || child.text.trim() !== '');
  if (!first || !isElement(first)) return undefined;
  if (first.tag === 'span' && styleOf(first).get('float') === 'left') return first;
  return first.tag === 'p' || first.tag === 'div' ? drawnSign(first) : undefined;
}

/** LibreOffice writes numbered headings as lists of headings; they are headings. */
export function headingsOfList(node: BodyElement): BodyNode[] | undefined {
  if (node.tag !== 'ol' && node.tag !== 'ul') return undefined;
  const found: BodyNode[] = [];
  const onlyHeadings = (nodes: readonly BodyNode[]): boolean =>
    nodes.every((one) => {
      if (!isElement(one)) return one.text.trim() === '';
      if (/^h[1-6]$/.test(one.tag)) return found.push(one) > 0;
      return ['ol', 'ul', 'li'].includes(one.tag) && onlyHeadings(one.children);
    });
  return onlyHeadings(node.children) && found.length > 0 ? found : undefined;
}
