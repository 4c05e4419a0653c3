/** Text and attributes of a body tree: one spelling, no hidden characters, only addresses that may stand. */
import { findLegacyPassages } from '../encodings/index.ts';
import type { BodyFindings } from './findings.ts';
import {
  allowedHref,
  allowedImageSide,
  allowedSpan,
  BODY_TAGS,
  FOREIGN_HEADINGS,
  isExternalHref,
  isOwnFileAddress,
} from './subset.ts';
import { addText, type BodyElement, type BodyNode, element, isElement } from './tree.ts';

/**
 * C0/C1 controls, zero-width space, word joiner, byte order mark, soft hyphen and the marks that turn the
 * reading direction: invisible, useless in Vietnamese, and able to make a text show something else than it says.
 */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are removed
  /[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u009F\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/g;

/** One space for every run of white space; a single no-break space stays (it holds "5 kg" together). */
const SPACES = /[ \t\n\r\f\u2028\u2029]+|[ \t\n\r\f\u00A0]{2,}/g;

/** Cleans nodes and what is below them; an element whose attributes fail leaves its children in its place. */
export function cleanNodes(nodes: readonly BodyNode[], findings: BodyFindings): BodyNode[] {
  const merged = { children: [] as BodyNode[] };
  for (const node of nodes) {
    if (!isElement(node)) addText(merged, node.text);
    else for (const kept of cleanElement(node, findings)) pushMerging(merged, kept);
  }
  const out = { children: [] as BodyNode[] };
  for (const node of merged.children)
    out.children.push(isElement(node) ? node : { text: cleanText(node.text, findings) });
  return out.children.filter((node) => isElement(node) || node.text !== '');
}

function pushMerging(parent: { children: BodyNode[] }, node: BodyNode): void {
  if (isElement(node)) parent.children.push(node);
  else addText(parent, node.text);
}

/** Well-formed, visible, composed text with single spaces. */
export function cleanText(text: string, findings?: BodyFindings): string {
  const visible = text.toWellFormed().replace(HIDDEN, keepsSoftHyphens(text) ? keepSoftHyphen : () => '');
  if (findings && visible !== text.toWellFormed()) findings.add('controlsRemoved');
  const composed = visible.normalize('NFC');
  if (findings && composed !== visible) findings.add('composed');
  // What is left of U+0338 could come to stand after a tag, where composing the whole HTML makes ">" a "≯".
  return composed.replaceAll('\u0338', '').replace(SPACES, ' ');
}

/** In TCVN3 the soft hyphen is the letter ư: it is kept until the passage is converted, for a letter dropped is lost. */
function keepsSoftHyphens(text: string): boolean {
  return text.includes('\u00AD') && findLegacyPassages(text).some(({ code }) => code === 'tcvn3');
}

function keepSoftHyphen(sign: string): string {
  return sign === '\u00AD' ? sign : '';
}

function cleanElement(node: BodyElement, findings: BodyFindings): BodyNode[] {
  const children = cleanNodes(node.children, findings);
  if (!(node.tag in BODY_TAGS) && !FOREIGN_HEADINGS.includes(node.tag)) return children;
  if (node.tag === 'img') return cleanImage(node, findings);
  if (node.tag === 'a') return cleanLink(node, children, findings);
  if (node.tag === 'td' || node.tag === 'th') return [element(node.tag, children, cellAttributes(node))];
  return [element(node.tag, children)];
}

function cleanImage({ attributes }: BodyElement, findings: BodyFindings): BodyNode[] {
  const src = cleanText(attributes.src ?? '').trim();
  if (!isOwnFileAddress(src)) {
    findings.add('removedImage', attributes.alt || src.replace(/^data:.*/i, 'data:…'));
    return [];
  }
  const alt = cleanText(attributes.alt ?? '').trim();
  if (alt === '') findings.add('imageWithoutAlt', src);
  const width = allowedImageSide(attributes.width ?? '');
  const height = allowedImageSide(attributes.height ?? '');
  return [element('img', [], { src, alt, ...(width && { width }), ...(height && { height }) })];
}

function cleanLink(node: BodyElement, children: BodyNode[], findings: BodyFindings): BodyNode[] {
  const printed = node.attributes.href;
  const href = printed === undefined ? undefined : allowedHref(cleanText(printed));
  if (href === undefined) {
    if (printed !== undefined) findings.add('removedLink', printed);
    return children;
  }
  return [element('a', children, { href, ...(isExternalHref(href) && { rel: 'noopener' }) })];
}

function cellAttributes({ tag, attributes }: BodyElement): Record<string, string> {
  const scope = attributes.scope?.toLowerCase();
  const colspan = allowedSpan(attributes.colspan ?? '');
  const rowspan = allowedSpan(attributes.rowspan ?? '');
  return {
    ...(tag === 'th' && (scope === 'col' || scope === 'row') && { scope }),
    ...(colspan && { colspan }),
    ...(rowspan && { rowspan }),
  };
}
