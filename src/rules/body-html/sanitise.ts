/**
 * Any HTML to the body subset. Two barriers: sanitize-html reads the soup and lets only known tags through;
 * then the tree is checked, rearranged and written anew by our own writer, so nothing of the source's
 * syntax survives. The result is a fixed point: sanitising it again changes nothing.
 */
import sanitizeHtml from 'sanitize-html';
import { blocksOf } from './arrange.ts';
import { cleanNodes } from './clean.ts';
import { type BodyFinding, BodyFindings } from './findings.ts';
import { repairHeadings } from './headings.ts';
import { putNotes, takeNotes } from './notes.ts';
import {
  BODY_TAGS,
  DROPPED_WITH_CONTENT,
  FOREIGN_HEADINGS,
  NESTING_LIMIT,
  READ_ONLY_TAGS,
  SAME_AS,
} from './subset.ts';
import { type BodyNode, parseTree, writeTree } from './tree.ts';

export type SanitisedBody = { html: string; findings: BodyFinding[] };

/** Attributes that carry no meaning worth a word to the author. */
const SILENT_ATTRIBUTES =
  /^(?:class|id|lang|dir|title|target|rel|name|role|loading|decoding|autoplay|loop|muted|playsinline|poster|srcset|sizes|data-.*|aria-.*)$/;
const SILENT_TAGS = new Set([
  ...FOREIGN_HEADINGS,
  'html',
  'body',
  'span',
  'font',
  'u',
  'o:p',
  'colgroup',
  'col',
  'hr',
  'wbr',
  'small',
  'source',
]);
const LET_IN: Readonly<Record<string, readonly string[]>> = { ...BODY_TAGS, ...READ_ONLY_TAGS };
const DROPPED = new Set(DROPPED_WITH_CONTENT);

/** Sanitises a body and tells what was changed. Never throws; input of any size is linear work. */
export function sanitiseBody(html: string): SanitisedBody {
  const findings = new BodyFindings();
  const known = sanitizeHtml(html.toWellFormed(), {
    allowedTags: [...Object.keys(LET_IN), ...FOREIGN_HEADINGS],
    allowedAttributes: Object.fromEntries(Object.entries(LET_IN).map(([tag, names]) => [tag, [...names]])),
    // Addresses are judged below, by one rule that also tells the author; here only what is never right.
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowProtocolRelative: false,
    transformTags: { ...SAME_AS, section: sectionOf },
    nonTextTags: [...DROPPED_WITH_CONTENT],
    nestingLimit: NESTING_LIMIT,
    disallowedTagsMode: 'discard',
    enforceHtmlBoundary: false,
    onOpenTag: (tag, attributes) => note(tag, attributes, findings),
  });
  const { nodes, notes } = takeNotes(cleanNodes(parseTree(known), findings));
  const asBlocks = (some: readonly BodyNode[]) => blocksOf(some, findings);
  const blocks = putNotes(asBlocks(nodes), notes, asBlocks);
  return { html: writeTree(repairHeadings(blocks, findings)), findings: findings.list() };
}

/** The notes at the end of a body are a section; any other is no more than a paragraph's end. */
function sectionOf(tagName: string, attribs: Record<string, string>) {
  return { tagName: attribs.role === 'doc-endnotes' ? tagName : 'p', attribs };
}

function note(tag: string, attributes: Record<string, string>, findings: BodyFindings): void {
  if (DROPPED.has(tag)) {
    if (tag !== 'head' && tag !== 'title') findings.add('removedActive', tag);
    return;
  }
  if (!(tag in BODY_TAGS) && !(tag in SAME_AS) && !SILENT_TAGS.has(tag)) findings.add('removedElement', tag);
  const allowed = LET_IN[SAME_AS[tag] ?? tag] ?? [];
  for (const name of Object.keys(attributes))
    if (!allowed.includes(name) && !SILENT_ATTRIBUTES.test(name)) findings.add('removedAttribute', name);
  const href = attributes.href;
  if (tag === 'a' && href && isHiddenByFirstBarrier(href)) findings.add('removedLink', href);
}

/** Addresses that sanitize-html takes away itself, so that the second barrier never sees them. */
function isHiddenByFirstBarrier(href: string): boolean {
  const plain = href.replace(/[\s\p{Cc}]+/gu, '');
  return plain.startsWith('//') || /^(?!https?:|mailto:|tel:)[a-z][a-z0-9+.-]*:/i.test(plain);
}
