/** Addresses of provisions: small letters, digits and hyphens, the same in every language. */
import type { Mark } from './marks.ts';
import type { Provision } from './model.ts';
import type { Open } from './rank.ts';

type Opened = {
  provisions: readonly Provision[];
  open: readonly Open[];
  scope: number;
  taken: ReadonlyMap<string, number>;
  /** How many indents each holder has so far. */
  indents: Map<string, number>;
};

/** Address, number as printed, and the key of the sequence in which the number counts. */
export type AddressParts = { address: string; number: string; sequence: string };

/** "đ" and "d" are two letters: "dd" and "d". */
export function letterInAddress(letter: string): string {
  return letter.toLowerCase().replaceAll('đ', 'dd');
}

export function join(base: string, part: string): string {
  return base === '' ? part : `${base}-${part}`;
}

/** The address taken once more gets "~2". */
export function freeAddress(taken: Map<string, number>, address: string): string {
  const times = (taken.get(address) ?? 0) + 1;
  taken.set(address, times);
  return times === 1 ? address : `${address}~${times}`;
}

/** Where articles count through a document, chapters count through it too; everything else counts in its parent. */
export function addressFor(walk: Opened, mark: Mark, parent: number, rank: number): AddressParts {
  const base = walk.provisions[parent]?.address ?? '';
  const scope = walk.provisions[walk.scope]?.address ?? '';
  const within = (part: string, number = mark.number): AddressParts => ({
    address: join(base, part),
    number,
    sequence: `${base}/${mark.kind}`,
  });
  switch (mark.kind) {
    case 'part':
      return { address: join(scope, `phan-${mark.value}`), number: mark.number, sequence: `${scope}/part` };
    case 'chapter':
      return chapterAddress(walk, mark, base, scope);
    case 'section':
      return within(`muc-${mark.value}${suffixOf(mark)}`);
    case 'subsection':
      return within(`tieu-muc-${mark.value}${suffixOf(mark)}`);
    case 'capital':
    case 'roman':
      return within(`phan-${letterInAddress(mark.number)}`);
    case 'article':
      return {
        address: join(scope, `dieu-${letterInAddress(mark.number)}`),
        number: mark.number,
        sequence: `${scope}/article`,
      };
    case 'clause':
      return clauseAddress(walk, mark, base);
    case 'point':
      return within(`diem-${letterInAddress(mark.number)}`);
    case 'indent':
      return indentAddress(walk, parent, base, rank);
    case 'appendix':
      return { ...within(`phu-luc${mark.number === '' ? '' : `-${appendixNumber(mark)}`}`) };
    case 'form':
      return within(
        `mau-${letterInAddress(mark.number)
          .replace(/^0+(?=\d)/u, '')
          .replace(/[^a-z0-9]+/gu, '-')}`,
      );
  }
}

function appendixNumber({ number, value }: Mark): string {
  return value > 0 ? String(value) : number.toLowerCase();
}

/** The letter of an inserted chapter or section: "Chương IIa". */
function suffixOf({ number }: Mark): string {
  return letterInAddress(/(?<=.)[a-zđ]$/u.exec(number)?.[0] ?? '');
}

/** A text whose chapters begin anew in each part needs the part in the address. */
function chapterAddress(walk: Opened, mark: Mark, base: string, scope: string): AddressParts {
  const part = `chuong-${mark.value}${suffixOf(mark)}`;
  const plain = join(scope, part);
  const isInPart = base !== scope && base !== '';
  return walk.taken.has(plain) && isInPart
    ? { address: join(base, part), number: mark.number, sequence: `${base}/chapter` }
    : { address: plain, number: mark.number, sequence: isInPart ? `${base}/chapter` : `${scope}/chapter` };
}

/** "1.1" is addressed from what holds "1". */
function clauseAddress(walk: Opened, mark: Mark, base: string): AddressParts {
  const parts = mark.number.split('.').map(letterInAddress);
  if (parts.length === 1)
    return { address: join(base, `khoan-${parts[0]}`), number: mark.number, sequence: `${base}/clause` };
  const holder = walk.open.findLast(({ index }) => walk.provisions[index]?.kind !== 'clause');
  const from = walk.provisions[holder?.index ?? -1]?.address ?? '';
  return {
    address: join(from, `khoan-${parts.join('-')}`),
    number: mark.number,
    sequence: `${from}/clause ${parts.slice(0, -1).join('.')}`,
  };
}

/** Indents have no number of their own: they are counted. */
function indentAddress(walk: Opened, parent: number, base: string, rank: number): AddressParts {
  const isInner = walk.provisions[parent]?.kind === 'indent';
  const stem = isInner ? base : join(base, 'tiet');
  const count = (walk.indents.get(stem) ?? 0) + 1;
  walk.indents.set(stem, count);
  return { address: `${stem}-${count}`, number: String(count), sequence: `${base}/indent ${rank}` };
}
