/** The tree of a body: reads what sanitize-html wrote (balanced, escaped, known tags) and writes it again. */

export type BodyText = { text: string };
export type BodyElement = { tag: string; attributes: Record<string, string>; children: BodyNode[] };
export type BodyNode = BodyText | BodyElement;

const VOID_TAGS = new Set(['br', 'img', 'track', 'source']);

export function isElement(node: BodyNode): node is BodyElement {
  return 'tag' in node;
}

export function element(
  tag: string,
  children: BodyNode[],
  attributes: Record<string, string> = {},
): BodyElement {
  return { tag, attributes, children };
}

/** Reads sanitised HTML. Text pieces that touch become one node. */
export function parseTree(html: string): BodyNode[] {
  const root = element('', []);
  const open = [root];
  const token = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>|[^<]+|</g;
  for (const match of html.matchAll(token)) {
    const parent = open.at(-1) ?? root;
    const [whole, slash, tag, attributes] = match;
    if (tag === undefined) addText(parent, decode(whole));
    else if (slash) {
      const index = open.findLastIndex((item) => item.tag === tag);
      if (index > 0) open.length = index;
    } else {
      const node = element(tag, [], readAttributes(attributes ?? ''));
      parent.children.push(node);
      if (!VOID_TAGS.has(tag)) open.push(node);
    }
  }
  return root.children;
}

/** Appends text, growing the text node that stands last. */
export function addText(parent: { children: BodyNode[] }, text: string): void {
  const last = parent.children.at(-1);
  if (last && !isElement(last)) last.text += text;
  else parent.children.push({ text });
}

/** Writes the tree as HTML, everything escaped. */
export function writeTree(nodes: readonly BodyNode[]): string {
  return nodes.map((node) => (isElement(node) ? writeElement(node) : escapeText(node.text))).join('');
}

function writeElement({ tag, attributes, children }: BodyElement): string {
  const pairs = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`);
  const start = `<${tag}${pairs.join('')}>`;
  return VOID_TAGS.has(tag) ? start : `${start}${writeTree(children)}</${tag}>`;
}

/** Escapes text for a body. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function escapeAttribute(value: string): string {
  return escapeText(value).replaceAll('"', '&quot;');
}

function readAttributes(source: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, value] of source.matchAll(/([a-z-]+)(?:="([^"]*)")?/g))
    if (name) attributes[name] = decode(value ?? '');
  return attributes;
}

/** sanitize-html decodes every entity and escapes only these four again. */
function decode(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** All text below the nodes, without separators. */
export function innerText(nodes: readonly BodyNode[]): string {
  return nodes.map((node) => (isElement(node) ? innerText(node.children) : node.text)).join('');
}

/** Whether any element below passes the test. */
export function someElement(nodes: readonly BodyNode[], test: (node: BodyElement) => boolean): boolean {
  return nodes.some((node) => isElement(node) && (test(node) || someElement(node.children, test)));
}
