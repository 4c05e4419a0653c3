/** The structure of a body: one walk over its blocks with the provisions that are open. */
import { parseTree, writeTree } from '../body-html/index.ts';
import { addressFor, freeAddress } from './address.ts';
import { type Anchor, type Block, blocksOf, putAnchors, withoutAnchors } from './blocks.ts';
import { letterNumbering, noteNumber, type Sequence } from './findings.ts';
import { inlinePoint, type Mark, markOf } from './marks.ts';
import {
  PROVISION_KINDS,
  type Provision,
  type ProvisionFinding,
  type ProvisionKind,
  type Structure,
} from './model.ts';
import { findingFor } from './names.ts';
import { quotedBlocks } from './quotes.ts';
import { accepts, kindOfMark, type Open, rankOf } from './rank.ts';
import {
  type AttachedHeading,
  announcedKind,
  attachmentSlug,
  type Placed,
  placeBlocks,
  rangesOf,
} from './zones.ts';

/** What the walk has gathered so far. */
export interface Walk {
  provisions: Provision[];
  open: Open[];
  /** Index of the attachment or appendix that addresses begin with, -1 in the document itself. */
  scope: number;
  taken: Map<string, number>;
  indents: Map<string, number>;
  /** How many attachments of each kind so far. */
  attachments: Map<string, number>;
  sequences: Map<string, Sequence>;
  notes: { code: ProvisionFinding['code']; at: number; before: string }[];
  /** A part, chapter or section whose name has not come yet. */
  untitled: number;
  /** The items of the ordered list that is being read are clauses. */
  listOfClauses: boolean;
}

/**
 * Finds parts, chapters, sections, articles, clauses, points and indents of an approved body (as the intake or a
 * clerk left it), with addresses that stay the same whatever the language. Luật 64/2025/QH15 Đ8.3: a text that
 * amends another names part, chapter, section, article, clause and point. Never throws; linear in the length.
 */
export function structureOf(bodyHtml: string): Structure {
  const nodes = withoutAnchors(parseTree(bodyHtml.normalize('NFC')));
  const blocks = blocksOf(nodes);
  const { quoted, openAt } = quotedBlocks(blocks);
  const placed = placeBlocks(blocks, quoted);
  const walk: Walk = {
    provisions: [],
    open: [],
    scope: -1,
    taken: new Map(),
    indents: new Map(),
    attachments: new Map(),
    sequences: new Map(),
    notes: [],
    untitled: -1,
    listOfClauses: false,
  };
  const kind = announcedKind(placed.filter(({ zone }) => zone === 'enacting').map(({ block }) => block.text));
  placed.forEach((one, index) => {
    visit(walk, one, kind);
    if (index === openAt && walk.open.length > 0)
      walk.notes.push({ code: 'quoteOpen', at: innermost(walk), before: '' });
  });
  const structure = {
    provisions: walk.provisions,
    html: writeTree(nodes),
    zones: rangesOf(placed),
    counts: countsOf(walk.provisions),
  };
  return {
    ...structure,
    findings: walk.notes.map((note) => findingFor(structure, note.code, note.at, note.before)),
  };
}

function countsOf(provisions: readonly Provision[]): Record<ProvisionKind, number> {
  const counts = Object.fromEntries(PROVISION_KINDS.map((kind) => [kind, 0])) as Record<
    ProvisionKind,
    number
  >;
  for (const { kind } of provisions) counts[kind] += 1;
  return counts;
}

function visit(walk: Walk, { block, mark, zone, attachment, quoted }: Placed, announced: string): void {
  if (attachment) {
    const kind = attachment.kind || announced;
    openAttachment(walk, { ...attachment, kind }, block);
    return;
  }
  if (zone !== 'enacting' && zone !== 'attachment') return;
  if (zone === 'attachment' && walk.scope === -1 && mark && !isAppendix(mark))
    openAttachment(walk, { kind: announced, title: '' }, block, false);
  visitLines(walk, block, itemMark(walk, block, mark) ?? mark, quoted);
}

function isAppendix({ kind }: Mark): boolean {
  return kind === 'appendix' || kind === 'form';
}

/** Items show their number or dash by themselves. A list with numbers right under an article has its clauses. */
function itemMark(
  walk: Walk,
  { kind, ordinal, listDepth, text }: Block,
  mark: Mark | undefined,
): Mark | undefined {
  if (kind !== 'item' || mark) return undefined;
  const rest = text.trim();
  if (listDepth === 1 && ordinal === undefined) walk.listOfClauses = false;
  if (listDepth === 1 && ordinal === 1) walk.listOfClauses = holdsClauses(walk.provisions[innermost(walk)]);
  return listDepth === 1 && ordinal !== undefined && walk.listOfClauses
    ? { kind: 'clause', number: String(ordinal), value: ordinal, rest }
    : { kind: 'indent', number: '-', value: 0, rest };
}

function holdsClauses(provision: Provision | undefined): boolean {
  return provision !== undefined && !/^(?:clause|point|indent)$/u.test(provision.kind);
}

/** A block may hold several provisions: lines after breaks, "1. a) …", "…; d) …". */
function visitLines(walk: Walk, block: Block, first: Mark | undefined, quoted: boolean): void {
  if (block.kind === 'whole') {
    addText(walk, block.text);
    return;
  }
  const isHeading = first && (block.kind === 'heading' || HEADING_MARKS.has(first.kind));
  if (isHeading && accepts(walk, first, block)) {
    const index = openProvision(walk, first, first.rest, block);
    block.element.attributes.id = walk.provisions[index]?.address ?? '';
    return;
  }
  if (!first && takesTitle(walk, block)) return;
  const anchors: Anchor[] = [];
  let at = 0;
  for (const [number, line] of block.text.split('\n').entries()) {
    const mark = number === 0 ? first : quoted ? undefined : markOf(line, false);
    if (mark && accepts(walk, mark, block)) openLine(walk, block, { line, mark, at }, anchors);
    else addText(walk, line);
    at += line.length + 1;
  }
  putAnchors(block, anchors);
}

const HEADING_MARKS: ReadonlySet<Mark['kind']> = new Set([
  'part',
  'chapter',
  'section',
  'subsection',
  'appendix',
  'form',
]);

/** Opens the provisions that stand in one line; the first of a block takes the element itself as its place. */
function openLine(
  walk: Walk,
  block: Block,
  { line, mark: first, at }: { line: string; mark: Mark; at: number },
  anchors: Anchor[],
): void {
  let mark: Mark | undefined = first;
  let from = line.length - line.trimStart().length;
  while (mark) {
    const next = nextInLine(line, mark);
    const rest = next === undefined ? mark.rest : mark.rest.slice(0, mark.rest.length - (line.length - next));
    const index = openProvision(walk, mark, rest.trim(), block);
    const id = walk.provisions[index]?.address ?? '';
    if (at === 0 && mark === first) block.element.attributes.id = id;
    else anchors.push({ at: at + from, id });
    from = next ?? from;
    mark = next === undefined ? undefined : markOf(line.slice(next), false);
  }
}

/** Where in the line the next provision begins: "1. a) …" and "…; d) …" after c. */
function nextInLine(line: string, { kind, number, rest }: Mark): number | undefined {
  const from = line.trimEnd().length - rest.trimEnd().length;
  if (kind === 'clause') {
    const inner = markOf(rest, false);
    return inner?.kind === 'point' && inner.number === 'a' ? from : undefined;
  }
  return kind === 'point' ? inlinePoint(line, letterNumbering(number), from) : undefined;
}

function openProvision(walk: Walk, mark: Mark, rest: string, block: Block): number {
  const rank = rankOf(mark, block);
  const kind = kindOfMark(mark);
  closeFrom(walk, rank, isAppendix(mark));
  const parent = innermost(walk);
  const parts = addressFor(walk, mark, parent, rank);
  const address = freeAddress(walk.taken, parts.address);
  const index = walk.provisions.length;
  const titled = isTitle(kind, rest, block);
  walk.provisions.push({
    address,
    kind,
    number: parts.number,
    title: titled ? rest.replace(/\s+/gu, ' ') : '',
    text: titled ? '' : rest.replace(/[^\S\n]+/gu, ' ').trim(),
    parent,
    zone: walk.scope === -1 ? 'enacting' : 'attachment',
    depth: parent === -1 ? 0 : (walk.provisions[parent]?.depth ?? 0) + 1,
  });
  walk.open.push({ index, rank });
  if (isAppendix(mark)) walk.scope = index;
  walk.untitled = /^(?:part|chapter|section|subsection|appendix)$/u.test(kind) && !titled ? index : -1;
  const isSample = walk.provisions[walk.scope]?.kind === 'appendix';
  if (kind !== 'indent' && !isSample)
    noteNumber(walk, mark, index, parts.sequence, address !== parts.address);
  return index;
}

function isTitle(kind: ProvisionKind, rest: string, block: Block): boolean {
  if (rest === '') return false;
  if (kind === 'clause' || kind === 'point' || kind === 'indent') return false;
  if (kind === 'article') return block.kind === 'heading' || (rest.length <= 220 && !/[.;:,]$/u.test(rest));
  return true;
}

function openAttachment(
  walk: Walk,
  { kind, title }: AttachedHeading,
  { element }: Block,
  isOwn = true,
): void {
  const slug = attachmentSlug(kind);
  const count = (walk.attachments.get(slug) ?? 0) + 1;
  walk.attachments.set(slug, count);
  const address = freeAddress(walk.taken, count === 1 ? slug : `${slug}-${count}`);
  const index = walk.provisions.length;
  walk.provisions.push({
    address,
    kind: 'attachment',
    number: kind,
    title,
    text: '',
    parent: -1,
    zone: 'attachment',
    depth: 0,
  });
  walk.open = [{ index, rank: 0 }];
  walk.scope = index;
  walk.untitled = -1;
  if (isOwn) element.attributes.id = address;
}

/** Closes what the new provision does not stand in. */
function closeFrom(walk: Walk, rank: number, isNewScope: boolean): void {
  while (walk.open.length > 0 && (walk.open.at(-1)?.rank ?? 0) >= rank) walk.open.pop();
  if (isNewScope && walk.open.length === 0) walk.scope = -1;
}

function innermost(walk: Walk): number {
  return walk.open.at(-1)?.index ?? -1;
}

/** The line in capitals under "Chương II" is its name. */
function takesTitle(walk: Walk, { text, kind }: Block): boolean {
  const provision = walk.provisions[walk.untitled];
  const line = text.replace(/\s+/gu, ' ').trim();
  walk.untitled = -1;
  const isName = kind !== 'item' && line === line.toUpperCase() && /\p{Lu}{2}/u.test(line);
  if (provision?.text !== '' || !isName || line.length > 260) return false;
  provision.title = line;
  return true;
}

/** Text without a mark belongs to the provision it stands under; a list is over by then. */
function addText(walk: Walk, text: string): void {
  const clean = text.replace(/[^\S\n]+/gu, ' ').trim();
  if (clean === '') return;
  const last = walk.provisions[innermost(walk)];
  const goesOn = last && /^\p{Ll}/u.test(clean) && !/[.;:!?]$/u.test(last.text);
  while (!goesOn && walk.provisions[innermost(walk)]?.kind === 'indent') walk.open.pop();
  const owner = walk.provisions[innermost(walk)];
  if (owner) owner.text = owner.text === '' ? clean : `${owner.text}\n${clean}`;
}
