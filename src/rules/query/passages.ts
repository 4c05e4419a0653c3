import { type Provision, provisionName, type Structure, structureOf } from '../provisions/index.ts';
import { tokensOf } from './tokens.ts';

/** A piece of a text that is found by itself. */
export interface Passage {
  /** Address of the provision it begins with; empty for the head and for texts without provisions. */
  place: string;
  /** What the place is called: "Điều 5. Nhiệm vụ"; empty with the head. */
  heading: string;
  text: string;
}

/** Longer passages are split, so that a long text does not hold every word there is. In syllables. */
const PASSAGE_LENGTH = 450;
/** What of the beginning of a text goes with its title, where provisions follow. In characters. */
const HEAD_LENGTH = 600;
const LOOKS_LIKE_PROVISIONS = /(?:^|[\s>])(?:Điều|ĐIỀU|Article|ARTICLE)\s+\d/u;

/**
 * The passages of a public text, the head first: each article is one, a long one several, beginning at clauses. A text
 * without articles is cut between its lines.
 */
export function passagesOf(text: { summary: string; bodyHtml: string; bodyText: string }): Passage[] {
  const body = text.bodyText.normalize('NFC');
  const summary = text.summary.normalize('NFC').trim();
  if (!LOOKS_LIKE_PROVISIONS.test(body)) return plainPassages(summary, body);
  const structure = structureOf(text.bodyHtml);
  if (structure.counts.article === 0) return plainPassages(summary, body);
  const head = [summary, cut(body, HEAD_LENGTH)].filter(Boolean).join('\n');
  return [{ place: '', heading: '', text: head }, ...articlesOf(structure)];
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/\s+\S*$/u, '');
}

const sizeOf = (text: string) => tokensOf(text).length;

/** A text without provisions in pieces as long as a passage, cut between its lines. */
export function stretchesOf(text: string): string[] {
  return joinShort(text.normalize('NFC').split('\n').filter(Boolean).flatMap(splitLong));
}

function plainPassages(summary: string, body: string): Passage[] {
  const pieces = stretchesOf(`${summary}\n${body}`);
  return (pieces.length > 0 ? pieces : ['']).map((piece, i) => ({
    place: i === 0 ? '' : `~${i + 1}`,
    heading: '',
    text: piece,
  }));
}

/** Lines put together as far as a passage reaches. */
function joinShort(lines: readonly string[]): string[] {
  const pieces: { text: string; size: number }[] = [];
  for (const line of lines) {
    const size = sizeOf(line);
    const last = pieces.at(-1);
    if (last && last.size + size <= PASSAGE_LENGTH) {
      last.text += `\n${line}`;
      last.size += size;
    } else pieces.push({ text: line, size });
  }
  return pieces.map(({ text }) => text);
}

/** A line that is too long by itself, cut between words. */
function splitLong(line: string): string[] {
  const tokens = tokensOf(line);
  if (tokens.length <= PASSAGE_LENGTH) return [line];
  const cuts: number[] = [];
  for (let at = PASSAGE_LENGTH; at < tokens.length; at += PASSAGE_LENGTH) cuts.push(tokens[at]?.from ?? 0);
  return [0, ...cuts].map((from, i) => line.slice(from, cuts[i]).trim());
}

/** What stands by itself: an article, or what stands outside articles. */
function articlesOf(structure: Structure): Passage[] {
  const { provisions } = structure;
  const passages: Passage[] = [];
  let open: { index: number; lines: { text: string; place: string; size: number }[] } | undefined;
  const close = () => {
    if (open) passages.push(...unitPassages(structure, open.index, open.lines));
  };
  const lastOf = lastInside(provisions);
  let end = -1;
  provisions.forEach((provision, index) => {
    if (index > end || (provision.kind === 'article' && open && provisions[open.index]?.kind !== 'article')) {
      close();
      open = { index, lines: [] };
      end = unitEnd(provision, index, lastOf);
    }
    const own = [provision.title, provision.text].filter(Boolean).join('\n');
    const label = index === open?.index || provision.kind === 'indent' ? '' : `${provision.number}. `;
    if (own && index !== open?.index) add(open, label + own, provision.address);
    else if (provision.text) add(open, provision.text, provision.address);
  });
  close();
  return passages;
}

function add(
  open: { lines: { text: string; place: string; size: number }[] } | undefined,
  text: string,
  place: string,
): void {
  open?.lines.push({ text, place, size: sizeOf(text) });
}

function unitEnd({ kind }: Provision, index: number, lastOf: readonly number[]): number {
  const isHolder = /^(?:part|chapter|section|subsection|attachment)$/.test(kind);
  return isHolder ? index : (lastOf[index] ?? index);
}

/** For each provision the last one that stands inside it. */
function lastInside(provisions: readonly Provision[]): number[] {
  const last = provisions.map((_, index) => index);
  for (let index = provisions.length - 1; index > 0; index -= 1) {
    const parent = provisions[index]?.parent ?? -1;
    if (parent >= 0) last[parent] = Math.max(last[parent] ?? 0, last[index] ?? 0);
  }
  return last;
}

function unitPassages(
  structure: Structure,
  index: number,
  lines: readonly { text: string; place: string; size: number }[],
): Passage[] {
  const unit = structure.provisions[index];
  if (!unit) return [];
  const name = provisionName({ provisions: structure.provisions }, index, 'vi');
  const heading = [name, unit.title].filter(Boolean).join('. ');
  if (lines.length === 0) return unit.title ? [{ place: unit.address, heading, text: '' }] : [];
  const passages: (Passage & { size: number })[] = [];
  for (const { text, place, size } of lines) {
    const last = passages.at(-1);
    if (last && last.size + size <= PASSAGE_LENGTH) {
      last.text += `\n${text}`;
      last.size += size;
    } else passages.push({ place: last ? place : unit.address, heading, text, size });
  }
  return passages.map(({ place, heading: own, text }) => ({ place, heading: own, text }));
}
