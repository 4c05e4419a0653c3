/** A small reader of well-formed XML parts. Knows no document types, so no entity can be defined or expanded. */
import { Refused, refusal } from './answers.ts';

export type XmlNode = XmlElement | string;
export type XmlElement = { name: string; attributes: Record<string, string>; children: XmlNode[] };

/** Deeper documents are not written by people. */
const MAX_DEPTH = 200;
const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s<>/!?]+)((?:\s+[^\s=<>/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Reads a whole XML text; throws `Refused` (broken file) when it is not well-formed or has a document type. */
export function readXml(text: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    const parent = open.at(-1);
    if (!match || !parent) throw new Refused(refusal('brokenFile'));
    const [, cdata, slash, name, attributes, selfClosing, chars] = match;
    if (cdata !== undefined) parent.children.push(cdata);
    else if (chars !== undefined) parent.children.push(decodeEntities(chars));
    else if (name !== undefined && slash) {
      if (open.length < 2 || parent.name !== name) throw new Refused(refusal('brokenFile'));
      open.pop();
    } else if (name !== undefined) {
      const node = { name, attributes: readAttributes(attributes ?? ''), children: [] };
      parent.children.push(node);
      if (!selfClosing) open.push(node);
      if (open.length > MAX_DEPTH) throw new Refused(refusal('brokenFile'));
    }
  }
  if (open.length !== 1) throw new Refused(refusal('brokenFile'));
  return root;
}

function readAttributes(source: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', double, single] of source.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    attributes[name] = decodeEntities(double ?? single ?? '');
  return attributes;
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

export function isXmlElement(node: XmlNode | undefined): node is XmlElement {
  return typeof node === 'object';
}

/** Elements below, in document order, that have the name. */
export function* findAll(node: XmlElement, name: string): Generator<XmlElement> {
  for (const child of node.children) {
    if (!isXmlElement(child)) continue;
    if (child.name === name) yield child;
    yield* findAll(child, name);
  }
}
