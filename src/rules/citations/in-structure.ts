/** Citations of a whole document: where they stand, and what only the document around them tells. */
import { parseTree } from '../body-html/index.ts';
import { type Block, blocksOf, type Provision, type Structure } from '../provisions/index.ts';
import { citationsOf } from './find.ts';
import type { Citation, CitationRole, FoundCitation } from './model.ts';

export interface PlacedCitation extends Citation {
  /** Index of the provision it stands in; -1 above the first. */
  provisionIndex: number;
  /** Index of the block (`blocksOf`) in whose text `start` and `end` count. */
  block: number;
  /** Index of the provision of this text that it means; -1 for other texts and for what is not there. */
  targetIndex: number;
}

type Context = {
  structure: Structure;
  byAddress: ReadonlyMap<string, number>;
  hasAttachment: boolean;
};
type Lasting = { role: CitationRole; of: Citation['of'] | undefined; owner: number };

/**
 * The citations of the preamble, the articles and the attachments; recipients and signature are passed over.
 * "Điều này" gets its number, "Quy chế này" its attachment; under "sửa đổi … như sau:" a bare article is that of
 * the amended text, and members of a list after "bãi bỏ các văn bản sau:" are repealed.
 */
export function citationsIn(structure: Structure): readonly PlacedCitation[] {
  const blocks = blocksOf(parseTree(structure.html));
  const context: Context = {
    structure,
    byAddress: new Map(structure.provisions.map(({ address }, index) => [address, index])),
    hasAttachment: structure.provisions.some(({ kind }) => kind === 'attachment'),
  };
  const skipped = skippedTops(structure);
  const placed: PlacedCitation[] = [];
  let current = -1;
  let lasting: Lasting[] = [];
  blocks.forEach((block, index) => {
    const starts = startsOf(block, context);
    if (skipped.has(block.top)) return;
    for (const found of citationsOf(block.text)) {
      if (isLabel(block.text, found, starts, structure.provisions)) continue;
      const at = starts.findLast(({ offset }) => offset <= found.start)?.index ?? current;
      lasting = lasting.filter(({ owner }) => isWithin(structure.provisions, at, owner));
      placed.push({ ...settled(found, at, lasting, context), block: index });
    }
    current = starts.at(-1)?.index ?? current;
    const told = lastingOf(block, placed, index, current);
    if (told) lasting.push(told);
  });
  return placed;
}

function skippedTops({ zones }: Structure): Set<number> {
  const tops = new Set<number>();
  for (const { zone, from, to } of zones)
    if (zone === 'recipients' || zone === 'signature') for (let top = from; top < to; top += 1) tops.add(top);
  return tops;
}

/** The provisions that begin in a block, with the place in its text. */
function startsOf({ element, kind }: Block, { byAddress }: Context): { offset: number; index: number }[] {
  const starts: { offset: number; index: number }[] = [];
  const add = (id: string | undefined, offset: number) => {
    const index = id === undefined ? undefined : byAddress.get(id);
    if (index !== undefined) starts.push({ offset, index });
  };
  add(element.attributes.id, 0);
  let offset = 0;
  const visit = (nodes: Block['element']['children']): void => {
    for (const node of nodes) {
      if (!('tag' in node)) offset += node.text.length;
      else if (node.tag === 'br') offset += 1;
      else if (node.tag !== 'ul' && node.tag !== 'ol') {
        if (node.tag === 'span') add(node.attributes.id, offset);
        visit(node.children);
      }
    }
  };
  if (kind !== 'whole') visit(element.children);
  return starts;
}

/** "Điều 5." at the head of article 5 is its label and cites nothing. */
function isLabel(
  text: string,
  { implied, start, end }: FoundCitation,
  starts: readonly { offset: number; index: number }[],
  provisions: readonly Provision[],
): boolean {
  if (!implied) return false;
  // The label of the new wording in quotation marks.
  if (/^\s*[“„"]\s*$/u.test(text.slice(0, Math.min(start, 4))) && /^[.:]/u.test(text.slice(end))) return true;
  return starts.some(({ offset, index }) => {
    const kind = provisions[index]?.kind ?? 'clause';
    return start - offset <= 2 && start >= offset && LABELLED.has(kind);
  });
}

const LABELLED: ReadonlySet<Provision['kind']> = new Set([
  'part',
  'chapter',
  'section',
  'subsection',
  'article',
  'appendix',
]);

function isWithin(provisions: readonly Provision[], index: number, owner: number): boolean {
  if (owner === -1) return index === -1;
  for (let at = index; at !== -1; at = provisions[at]?.parent ?? -1) if (at === owner) return true;
  return false;
}

/** A sentence that ends with a colon rules the provisions below it. */
function lastingOf(
  { text }: Block,
  placed: readonly PlacedCitation[],
  block: number,
  owner: number,
): Lasting | undefined {
  const line = text.trim();
  if (!line.endsWith(':')) return undefined;
  const own = placed.filter((one) => one.block === block && one.role !== 'refers').at(-1);
  if (own) return own.role === 'amends' ? { role: 'amends', of: own.of, owner } : undefined;
  if (/^Căn cứ/u.test(line)) return { role: 'basis', of: undefined, owner };
  if (/(?:bãi bỏ|hủy bỏ|huỷ bỏ|hết hiệu lực)[^;.]*:$/iu.test(line))
    return { role: 'repeals', of: undefined, owner };
  if (/thay thế (?:các|những)[^;.]*:$/iu.test(line)) return { role: 'replaces', of: undefined, owner };
  return undefined;
}

function settled(
  found: FoundCitation,
  at: number,
  lasting: readonly Lasting[],
  context: Context,
): Omit<PlacedCitation, 'block'> {
  const { implied, selfKind, ...citation } = found;
  const rule = lasting.at(-1);
  const isHere = citation.provision.includes('-nay');
  if (implied && !isHere && rule?.role === 'amends' && rule.of) {
    return { ...citation, of: rule.of, provisionIndex: at, targetIndex: -1 };
  }
  if ('self' in citation.of) return ownCitation(citation, selfKind, implied, at, context);
  const isListed = rule && rule.of === undefined && citation.role === 'refers' && opensLine(found);
  return { ...citation, role: isListed ? rule.role : citation.role, provisionIndex: at, targetIndex: -1 };
}

/** A member of a list names its text at once: "1. Quyết định số …". */
function opensLine({ start }: FoundCitation): boolean {
  return start < 30;
}

function ownCitation(
  citation: Citation,
  selfKind: string | undefined,
  implied: boolean,
  at: number,
  context: Context,
): Omit<PlacedCitation, 'block'> {
  const { provisions } = context.structure;
  const outer = attachmentOf(provisions, at);
  const named = selfKind === undefined ? -1 : attachmentNamed(provisions, selfKind, outer);
  const isAttachment = implied ? outer !== -1 : named !== -1;
  const holder = implied ? outer : named;
  const here = hereAddress(provisions, citation.provision, at, implied);
  const prefix = isAttachment ? `${provisions[holder]?.address}` : '';
  const target = candidates(here, prefix, ownLevels(provisions, at).get('chuong'))
    .map((address) => context.byAddress.get(address))
    .find((index) => index !== undefined);
  return {
    ...{ ...citation, role: 'refers' as const },
    of: { self: isAttachment ? 'attachment' : 'document' },
    provision: here,
    provisionIndex: at,
    targetIndex: here === '' && !isAttachment ? -1 : (target ?? -1),
  };
}

/** Where a provision of this text may be found: sections within their chapter, "Mục II" also as "II.". */
function candidates(here: string, prefix: string, chapter: string | undefined): string[] {
  const within = (address: string) => [prefix, address].filter(Boolean).join('-');
  const roman = here.replace(/^muc-(\d+)/u, (_, number) => `phan-${romanOf(Number(number))}`);
  return [
    within(here),
    ...(here.startsWith('muc-') && chapter ? [within(`${chapter}-${here}`)] : []),
    within(roman),
    ...(here.startsWith('phu-luc') ? [here] : []),
  ];
}

function attachmentOf(provisions: readonly Provision[], index: number): number {
  for (let at = index; at !== -1; at = provisions[at]?.parent ?? -1)
    if (provisions[at]?.kind === 'attachment') return at;
  return -1;
}

/** "Quy chế này": the attachment around it, or the one of that kind; -1 when the text itself is meant. */
function attachmentNamed(provisions: readonly Provision[], kind: string, outer: number): number {
  const isKind = (index: number) => provisions[index]?.number.toLowerCase() === kind.toLowerCase();
  if (outer !== -1 && isKind(outer)) return outer;
  return provisions.findIndex((one, index) => one.kind === 'attachment' && isKind(index));
}

/** Puts the numbers of where it stands for "này" and for what a bare "khoản 2" leaves out. */
function hereAddress(provisions: readonly Provision[], cited: string, at: number, implied: boolean): string {
  if (!implied) return cited;
  const own = ownLevels(provisions, at);
  const filled = cited.replace(
    /(phan|chuong|muc|dieu|khoan|diem)-nay/u,
    (here, level) => own.get(level) ?? here,
  );
  if (/^(?:khoan|diem|tiet)-/u.test(filled)) {
    const level = filled.startsWith('khoan') ? 'dieu' : filled.startsWith('diem') ? 'khoan' : 'diem';
    const holder = own.get(level);
    if (holder) return `${holder}-${filled}`;
  }
  return filled;
}

/** The addresses of the article, clause … around a place, without the prefix of the attachment. */
function ownLevels(provisions: readonly Provision[], index: number): Map<string, string> {
  const prefix = provisions[attachmentOf(provisions, index)]?.address;
  const levels = new Map<string, string>();
  const names = {
    part: 'phan',
    chapter: 'chuong',
    section: 'muc',
    article: 'dieu',
    clause: 'khoan',
    point: 'diem',
  };
  for (let at = index; at !== -1; at = provisions[at]?.parent ?? -1) {
    const provision = provisions[at];
    const level = provision && names[provision.kind as keyof typeof names];
    const address = provision?.address ?? '';
    if (level && !levels.has(level))
      levels.set(
        level,
        prefix && address.startsWith(`${prefix}-`) ? address.slice(prefix.length + 1) : address,
      );
  }
  return levels;
}

function romanOf(value: number): string {
  const signs = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];
  return 'x'.repeat(Math.floor(value / 10)) + (signs[value % 10] ?? '');
}
