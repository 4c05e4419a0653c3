import assert from 'node:assert/strict';

/** An element of an XML document, as tests look at it. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  /** Its own text, without that of elements in it. */
  text: string;
}

const DECLARATION = /^<\?xml version="1\.0" encoding="UTF-8"\?>\s*/;
const TOKEN = /<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[A-Za-z_][\w.:-]*="[^"<]*")*)\s*(\/?)>|([^<]+)/y;
const ATTRIBUTE = /\s([A-Za-z_][\w.:-]*)="([^"<]*)"/g;
/** What text may not hold: a bare ampersand, the end of a CDATA section, a control character. */
const ILLEGAL =
  /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9A-Fa-f]+);)|\]\]>|[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const plain = (text: string) => text.replace(/&(\w+);/g, (all, name: string) => ENTITIES[name] ?? all);

/**
 * Reads a document as strictly as XML 1.0 wants of one without a document type: one root, every element closed in its
 * turn, attributes in quotation marks and once each, every prefix declared.
 */
export function readXml(source: string): XmlElement {
  assert.match(source, DECLARATION);
  const body = source.replace(DECLARATION, '');
  assert.doesNotMatch(body, ILLEGAL);
  const document: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [document];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < body.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(body);
    assert.ok(match, `not well-formed at: ${body.slice(at, at + 80)}`);
    const [, closes, name = '', written = '', isEmpty, text] = match;
    const parent = open.at(-1) ?? document;
    if (text !== undefined) parent.text += plain(text);
    else if (closes) {
      assert.equal(name, parent.name, `</${name}> closes <${parent.name}>`);
      open.pop();
    } else {
      const pairs = [...written.matchAll(ATTRIBUTE)].map(([, key = '', value = '']) => [key, plain(value)]);
      const attributes = Object.fromEntries(pairs);
      assert.equal(Object.keys(attributes).length, pairs.length, `<${name}> has an attribute twice`);
      const element = { name, attributes, children: [], text: '' };
      parent.children.push(element);
      for (const one of [name, ...Object.keys(attributes)]) assertDeclared(one, [...open, element]);
      if (!isEmpty) open.push(element);
    }
  }
  assert.deepEqual(open.map(({ name }) => name).slice(1), [], 'an element stays open');
  assert.equal(document.text.trim(), '', 'text outside the root');
  const [root] = document.children;
  assert.ok(root && document.children.length === 1, 'one root');
  return root;
}

function assertDeclared(name: string, open: readonly XmlElement[]): void {
  const [prefix = '', local] = name.split(':');
  if (local === undefined || prefix === 'xml' || prefix === 'xmlns') return;
  assert.ok(
    open.some(({ attributes }) => `xmlns:${prefix}` in attributes),
    `${name}: prefix not declared`,
  );
}

/** The children of a name. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return (element?.children ?? []).filter((one) => one.name === name);
}
