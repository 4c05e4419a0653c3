/**
 * Two people saved one draft. What only one of them changed is taken by itself; what both changed differently is asked,
 * the text paragraph by paragraph. Nothing of anybody is lost unseen.
 */
import { createHash } from 'node:crypto';
import { diffArrays } from 'diff';
import { notesInPlace, parseTree, sanitiseBody, writeTree } from '../../rules/body-html/index.ts';
import type { EditionContent } from './store.ts';

export const PICKS = ['mine', 'theirs', 'both'] as const;
export type Pick = (typeof PICKS)[number];

export type MergedField = keyof EditionContent;

/** One thing both changed. Values are as stored; those of the text are HTML of the subset. */
export interface MergeChoice {
  /** Names the choice as long as neither side of it changes. */
  key: string;
  field: MergedField;
  mine: unknown;
  theirs: unknown;
  picked: Pick | undefined;
}

export interface Merge {
  /** Both, with what was picked; where nothing is picked yet, mine. */
  content: EditionContent;
  choices: MergeChoice[];
  /** Fields in which something of theirs was taken without asking. */
  taken: MergedField[];
}

/** What belongs together is taken together: an event without its time means nothing. */
const GROUPS: readonly (readonly MergedField[])[] = [
  ['title'],
  ['summary'],
  ['author'],
  ['source'],
  ['sourceUrl'],
  ['sourcePublishedAt'],
  ['pictureMediaId', 'pictureAlt'],
  ['pictureCaption'],
  ['attachments'],
  ['startEvent', 'startEventAt'],
  ['facts'],
];

/**
 * @param base what mine was begun from; undefined when it is not kept any more, then every difference is asked
 * @param picked what was chosen so far, by the keys of the choices
 */
export function mergeContents(
  base: EditionContent | undefined,
  theirs: EditionContent,
  mine: EditionContent,
  picked: ReadonlyMap<string, Pick> = new Map(),
): Merge {
  const merge: Merge = { content: { ...mine }, choices: [], taken: [] };
  for (const group of GROUPS) mergeGroup(merge, group, base, theirs, mine, picked);
  mergeBodies(merge, base?.bodyHtml, theirs.bodyHtml, mine.bodyHtml, picked);
  return merge;
}

function mergeGroup(
  merge: Merge,
  group: readonly MergedField[],
  base: EditionContent | undefined,
  theirs: EditionContent,
  mine: EditionContent,
  picked: ReadonlyMap<string, Pick>,
): void {
  const [field] = group;
  const of = (content: EditionContent) => stable(group.map((name) => content[name]));
  if (!field || of(theirs) === of(mine)) return;
  if (base && of(base) === of(theirs)) return;
  const take = () => {
    for (const name of group) Object.assign(merge.content, { [name]: theirs[name] });
  };
  if (base && of(base) === of(mine)) {
    merge.taken.push(field);
    take();
    return;
  }
  const key = keyOf(field, of(mine), of(theirs));
  const pick = picked.get(key);
  if (pick === 'theirs') take();
  merge.choices.push({ key, field, mine: mine[field], theirs: theirs[field], picked: pick });
}

function keyOf(field: MergedField, mine: string, theirs: string): string {
  return `${field}-${createHash('sha256').update(`${mine}\u0000${theirs}`).digest('hex').slice(0, 12)}`;
}

/** The same text for the same value, however its keys are ordered (facts come back from the database in another). */
function stable(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part) && !(part instanceof Date)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** A body as its top blocks, notes where they are cited, so that a paragraph takes its notes along. */
export function blocksOfBody(html: string): string[] {
  return parseTree(notesInPlace(html)).map((node) => writeTree([node]));
}

function mergeBodies(
  merge: Merge,
  base: string | undefined,
  theirs: string,
  mine: string,
  picked: ReadonlyMap<string, Pick>,
): void {
  if (theirs === mine) return;
  const [ours, other] = [blocksOfBody(mine), blocksOfBody(theirs)];
  const from = base === undefined ? sharedBlocks(ours, other) : blocksOfBody(base);
  const out: string[] = [];
  let isTaken = false;
  for (const region of mergeBlocks(from, ours, other)) {
    if ('blocks' in region) {
      out.push(...region.blocks);
      isTaken ||= region.isTheirs;
      continue;
    }
    const [a, b] = [region.mine.join(''), region.theirs.join('')];
    const key = keyOf('bodyHtml', a, b);
    const pick = picked.get(key);
    merge.choices.push({ key, field: 'bodyHtml', mine: a, theirs: b, picked: pick });
    if (pick === 'both') out.push(...region.theirs, ...region.mine);
    else out.push(...(pick === 'theirs' ? region.theirs : region.mine));
  }
  if (isTaken) merge.taken.push('bodyHtml');
  merge.content.bodyHtml = sanitiseBody(out.join('')).html;
}

function sharedBlocks(a: string[], b: string[]): string[] {
  return diffArrays(a, b).flatMap(({ added, removed, value }) => (added || removed ? [] : value));
}

interface Edit {
  from: number;
  to: number;
  blocks: string[];
}

export type Region = { blocks: string[]; isTheirs: boolean } | { mine: string[]; theirs: string[] };

/** Merges two lists of blocks that come from one. */
export function mergeBlocks(base: string[], mine: string[], theirs: string[]): Region[] {
  const ours = editsOf(base, mine);
  const others = editsOf(base, theirs);
  const regions: Region[] = [];
  let at = 0;
  while (ours.length > 0 || others.length > 0) {
    const area = areaOf(ours, others);
    if (area.from > at) regions.push({ blocks: base.slice(at, area.from), isTheirs: false });
    const changed = { mine: apply(base, area, area.ours), theirs: apply(base, area, area.others) };
    const isSame = changed.mine.join('') === changed.theirs.join('');
    if (area.others.length === 0 || isSame) regions.push({ blocks: changed.mine, isTheirs: false });
    else if (area.ours.length === 0) regions.push({ blocks: changed.theirs, isTheirs: true });
    else regions.push(changed);
    at = area.to;
  }
  if (at < base.length) regions.push({ blocks: base.slice(at), isTheirs: false });
  return regions;
}

function editsOf(base: string[], changed: string[]): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let open: Edit | undefined;
  for (const { added, removed, value } of diffArrays(base, changed)) {
    if (!added && !removed) {
      at += value.length;
      open = undefined;
      continue;
    }
    if (!open) {
      open = { from: at, to: at, blocks: [] };
      edits.push(open);
    }
    if (removed) {
      at += value.length;
      open.to = at;
    } else open.blocks.push(...value);
  }
  return edits;
}

/** The next stretch of the base that somebody changed, with all changes that meet in it; takes them off the lists. */
function areaOf(ours: Edit[], others: Edit[]) {
  const first = Math.min(
    ours[0]?.from ?? Number.POSITIVE_INFINITY,
    others[0]?.from ?? Number.POSITIVE_INFINITY,
  );
  const area = { from: first, to: first, ours: [] as Edit[], others: [] as Edit[] };
  const meets = (edit: Edit | undefined) =>
    edit !== undefined &&
    (edit.from < area.to || (edit.from === area.from && (area.to === area.from || edit.to === edit.from)));
  for (let isGrowing = true; isGrowing; ) {
    isGrowing = false;
    for (const [list, taken] of [
      [ours, area.ours],
      [others, area.others],
    ] as const) {
      while (meets(list[0])) {
        const edit = list.shift() as Edit;
        taken.push(edit);
        area.to = Math.max(area.to, edit.to);
        isGrowing = true;
      }
    }
  }
  return area;
}

function apply(base: string[], area: { from: number; to: number }, edits: readonly Edit[]): string[] {
  const out: string[] = [];
  let at = area.from;
  for (const edit of edits) {
    out.push(...base.slice(at, edit.from), ...edit.blocks);
    at = edit.to;
  }
  return [...out, ...base.slice(at, area.to)];
}
