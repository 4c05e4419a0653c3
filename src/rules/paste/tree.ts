/** Pasted HTML as a tree, with every tag and attribute of its source: Word's, LibreOffice's, a web page's. */
import sanitizeHtml from 'sanitize-html';
import { addText, type BodyElement, type BodyNode, element } from '../body-html/tree.ts';

/** Pasted pages are not nested deeper on purpose; beyond it tags are dropped, their text stays. */
const DEEPEST = 200;
const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr v:imagedata'.split(' '),
);

/**
 * Reads any HTML on the server. Comments are gone (Word hides its drawings for old programs in them), entities are
 * decoded, scripts and styles are dropped with their content. In browsers the browser reads it.
 */
export function readPasted(html: string): BodyNode[] {
  const balanced = sanitizeHtml(html.toWellFormed(), {
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    nonTextTags: [
      'script',
      'style',
      'title',
      'textarea',
      'option',
      'noscript',
      'xml',
      'template',
      'svg',
      'math',
    ],
    exclusiveFilter: ({ tag }) => tag === 'style' || tag === 'script' || tag === 'xml',
    allowedSchemes: ['http', 'https', 'mailto', 'tel', 'data', 'file'],
    allowedSchemesAppliedToAttributes: [],
    parseStyleAttributes: false,
    nestingLimit: DEEPEST,
    enforceHtmlBoundary: false,
  });
  const root = element('', []);
  const open: BodyElement[] = [root];
  const token = /<(\/?)([a-z][\w:.-]*)((?:\s+[^\s=<>"/]+(?:="[^"]*")?)*)\s*\/?>|[^<]+|</gi;
  for (const [whole, slash, name, attributes] of balanced.matchAll(token)) {
    const parent = open.at(-1) ?? root;
    const tag = name?.toLowerCase();
    if (tag === undefined) addText(parent, decode(whole));
    else if (slash) {
      const at = open.findLastIndex((one) => one.tag === tag);
      if (at > 0) open.length = at;
    } else {
      const node = element(tag, [], readAttributes(attributes ?? ''));
      parent.children.push(node);
      if (!VOID.has(tag)) open.push(node);
    }
  }
  return root.children;
}

function readAttributes(source: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, value] of source.matchAll(/([^\s=<>"/]+)(?:="([^"]*)")?/g))
    if (name) attributes[name.toLowerCase()] = decode(value ?? '');
  return attributes;
}

function decode(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
