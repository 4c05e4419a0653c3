/** Which provision stands within which, and whether a mark is to be believed where it stands. */
import type { Block } from './blocks.ts';
import { letterNumbering } from './findings.ts';
import type { Mark } from './marks.ts';
import type { Provision, ProvisionKind } from './model.ts';

export type Open = { index: number; rank: number };

const RANKS: Readonly<Record<Mark['kind'], number>> = {
  appendix: 0,
  form: 2,
  part: 3,
  chapter: 4,
  section: 5,
  subsection: 6,
  capital: 7,
  roman: 8,
  article: 9,
  clause: 20,
  point: 30,
  indent: 40,
};

const KINDS: Readonly<Record<Mark['kind'], ProvisionKind>> = {
  appendix: 'appendix',
  form: 'appendix',
  part: 'part',
  chapter: 'chapter',
  section: 'section',
  subsection: 'subsection',
  capital: 'part',
  roman: 'part',
  article: 'article',
  clause: 'clause',
  point: 'point',
  indent: 'indent',
};

/** Lower ranks hold higher ones; "1.1" stands within "1". */
export function rankOf(mark: Mark, { listDepth }: Block): number {
  if (mark.kind === 'clause') return RANKS.clause + mark.number.split('.').length - 1;
  if (mark.kind === 'indent') return RANKS.indent + (listDepth || (mark.number === '+' ? 2 : 1));
  return RANKS[mark.kind];
}

export function kindOfMark({ kind }: Mark): ProvisionKind {
  return KINDS[kind];
}

/** Numbers may jump by this much where lines are missing; further on it is a figure and no number of a clause. */
const LARGEST_JUMP = 12;

type Opened = { open: readonly Open[]; provisions: readonly Provision[]; scope: number };

/** Whether the mark may begin a provision here. */
export function accepts(walk: Opened, mark: Mark, block: Block): boolean {
  const inside = walk.open.at(-1);
  switch (mark.kind) {
    case 'capital':
    case 'roman':
      return acceptsLetter(walk, mark);
    case 'clause':
      return acceptsClause(walk, mark, block);
    case 'point':
      return mark.number === 'a' || lastOf(walk, RANKS.point) !== undefined || inside !== undefined;
    case 'indent':
      return inside !== undefined && inside.rank >= RANKS.roman && isUnderNumber(walk);
    case 'form':
      return walk.scope !== -1;
    default:
      return true;
  }
}

function isUnderNumber({ open, provisions }: Opened): boolean {
  const kind = provisions[open.at(-1)?.index ?? -1]?.kind;
  return kind !== undefined && kind !== 'attachment' && kind !== 'appendix';
}

/** "I." and "A." divide texts without articles; "C." and "I." may be either, so what goes before decides. */
function acceptsLetter(walk: Opened, mark: Mark): boolean {
  const open = lastOf(walk, RANKS[mark.kind]);
  const isInArticle = walk.open.some(({ rank }) => rank === RANKS.article);
  if (isInArticle) return false;
  if (open === undefined) return mark.value === 1;
  if (mark.kind === 'roman') return mark.value !== 0;
  return letterNumbering(open.toLowerCase())(mark.number.toLowerCase());
}

function acceptsClause(walk: Opened, mark: Mark, { kind }: Block): boolean {
  if (mark.value === 0) return false;
  if (mark.number.includes('.') || kind === 'heading') return true;
  const before = lastOf(walk, RANKS.clause);
  const last = before === undefined ? 0 : Number.parseInt(before, 10);
  return mark.value <= last + LARGEST_JUMP;
}

/** The number of the last provision of the rank, wherever it stood. */
function lastOf({ provisions, open }: Opened, rank: number): string | undefined {
  const opened = open.find((one) => one.rank === rank);
  if (opened) return provisions[opened.index]?.number;
  const kind = Object.entries(RANKS).find(([, value]) => value === rank)?.[0] as Mark['kind'];
  const limit = Math.max(0, provisions.length - 400);
  for (let index = provisions.length - 1; index >= limit; index -= 1) {
    const provision = provisions[index];
    if (provision?.kind === KINDS[kind] && !provision.number.includes('.')) return provision.number;
    if (provision?.kind === 'attachment') return undefined;
  }
  return undefined;
}
