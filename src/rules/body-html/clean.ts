/** Text and attributes of a body tree: one spelling, no hidden characters, only addresses that may stand. */
import { findLegacyPassages } from '../encodings/index.ts';
import type { BodyFindings } from './findings.ts';
import { BACKLINK, NOTE, NOTE_REF } from './notes.ts';
import {
  allowedHref,
  allowedImageSide,
  allowedNumbering,
  allowedSpan,
  BODY_TAGS,
  FOREIGN_HEADINGS,
  isExternalHref,
  isLanguageTag,
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

/** What captions are called in the menu of a player. */
const MOST_LABEL_CHARS = 80;

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
  if (node.tag === 'span')
    return node.attributes.role === NOTE ? [element('span', children, { role: NOTE })] : children;
  if (!(node.tag in BODY_TAGS) && !FOREIGN_HEADINGS.includes(node.tag)) return children;
  if (node.tag === 'video' || node.tag === 'audio') return cleanMedium(node, findings);
  if (node.tag === 'track') return [];
  if (node.tag === 'img') return cleanImage(node, findings);
  if (node.tag === 'a') return cleanLink(node, children, findings);
  if (node.tag === 'td' || node.tag === 'th') return [element(node.tag, children, cellAttributes(node))];
  if (node.tag === 'ol') return [element('ol', children, allowedNumbering(node.attributes))];
  // read by the notes, dropped by everything else
  if (node.tag === 'li' && node.attributes.id) return [element('li', children, { id: node.attributes.id })];
  return [element(node.tag, children)];
}

/** A video or sound of the portal's own files, which starts only when it is asked to, with its captions. */
function cleanMedium(node: BodyElement, findings: BodyFindings): BodyNode[] {
  const inside = node.children.filter(isElement);
  const given = node.attributes.src ?? inside.find(({ tag }) => tag === 'source')?.attributes.src ?? '';
  const src = cleanText(given).trim();
  if (!isOwnFileAddress(src)) {
    findings.add('removedMedia', src);
    return [];
  }
  const width = allowedImageSide(node.attributes.width ?? '');
  const height = allowedImageSide(node.attributes.height ?? '');
  const sides = node.tag === 'video' ? { ...(width && { width }), ...(height && { height }) } : {};
  const tracks = inside.filter(({ tag }) => tag === 'track').flatMap(cleanTrack);
  tracks.forEach((track, i) => {
    if (i > 0) delete track.attributes.default;
  });
  return [element(node.tag, tracks, { src, controls: '', preload: 'none', ...sides })];
}

function cleanTrack({ attributes }: BodyElement): BodyElement[] {
  const src = cleanText(attributes.src ?? '').trim();
  const srclang = (attributes.srclang ?? '').trim();
  if (!isOwnFileAddress(src) || !isLanguageTag(srclang)) return [];
  const label = cleanText(attributes.label ?? '')
    .trim()
    .slice(0, MOST_LABEL_CHARS)
    .trim();
  return [
    element('track', [], {
      kind: attributes.kind === 'subtitles' ? 'subtitles' : 'captions',
      src,
      srclang,
      label: label || srclang,
      ...(attributes.default !== undefined && { default: '' }),
    }),
  ];
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
  const { role } = node.attributes;
  const isNote = (role === NOTE_REF || role === BACKLINK) && href.startsWith('#');
  return [
    element('a', children, {
      href,
      ...(isNote && { role }),
      ...(isExternalHref(href) && { rel: 'noopener' }),
    }),
  ];
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
