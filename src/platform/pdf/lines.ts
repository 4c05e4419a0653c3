/** Pieces of text broken into lines of a width: at spaces, and inside a word only when it is wider than the line. */
import { ASCENT, LEADING } from './sheet.ts';
import type { Fragment, Look, Mark, Piece, Strip, Tag } from './strips.ts';

/** Width of letters in points. */
export type Measure = (text: string, look: Look) => number;

export interface Setting {
  /** From the left edge of the frame. */
  x: number;
  width: number;
  /** Of the first line. */
  indent: number;
  align: 'left' | 'center' | 'right' | 'justify';
  before: number;
  size: number;
  tag: Tag | undefined;
}

/** A line of a paragraph: its width is without the space at its end. */
interface Line {
  fragments: Fragment[];
  width: number;
  /** The last of its paragraph, or one before a break somebody set. */
  isEnd: boolean;
}

type Word = { fragments: Fragment[]; width: number };
type Token = Word | 'break';

/** Where a long word, most often an address, may be parted: after one of these. */
const PARTING = /(?<=[/\\.,;:?&=_\-–—@)\]])/u;

export function breakLines(
  pieces: readonly Piece[],
  width: number,
  indent: number,
  measure: Measure,
): Line[] {
  const lines: Line[] = [];
  let fragments: Fragment[] = [];
  let filled = 0;
  const end = (isEnd: boolean) => {
    const last = fragments.at(-1);
    // a space at the end is there for copied text, not to be seen
    if (last?.isSpace) fragments.splice(-1, 1, { ...last, look: { ...last.look, underlined: false } });
    if (last) lines.push({ fragments, width: inkWidth(fragments), isEnd });
    [fragments, filled] = [[], 0];
  };
  const roomOf = () => Math.max(1, width - (lines.length === 0 ? indent : 0));
  const add = (word: Word) => {
    if (fragments.length > 0 && filled + word.width > roomOf()) end(false);
    fragments.push(...word.fragments);
    filled += totalWidth(word.fragments);
  };
  for (const token of tokensOf(pieces, measure)) {
    if (token === 'break') end(true);
    else if (token.width <= roomOf()) add(token);
    else for (const part of partsOf(token, width - indent, measure)) add(part);
  }
  end(true);
  return lines;
}

/** Words with the space behind them, in their looks; "\n" in a piece is a break. */
function* tokensOf(pieces: readonly Piece[], measure: Measure): Generator<Token> {
  let fragments: Fragment[] = [];
  const word = (): Word => ({ fragments, width: inkWidth(fragments) });
  for (const { text, look } of pieces)
    for (const [part] of text.matchAll(/\n| +|[^ \n]+/g)) {
      const isSpace = part[0] === ' ';
      if (part === '\n' || (!isSpace && fragments.at(-1)?.isSpace)) {
        if (fragments.length > 0) yield word();
        fragments = [];
      }
      if (part === '\n') yield 'break';
      // a second space, or one at the beginning of a line, says nothing
      else if (!isSpace || (fragments.length > 0 && !fragments.at(-1)?.isSpace))
        fragments.push({
          text: isSpace ? ' ' : part,
          look,
          width: measure(isSpace ? ' ' : part, look),
          isSpace,
        });
    }
  if (fragments.length > 0) yield word();
}

function totalWidth(fragments: readonly Fragment[]): number {
  return fragments.reduce((sum, { width }) => sum + width, 0);
}

function inkWidth(fragments: readonly Fragment[]): number {
  const last = fragments.at(-1);
  return totalWidth(fragments) - (last?.isSpace ? last.width : 0);
}

/** A word wider than the line, parted where an address may be, and between any letters where that is not enough. */
function* partsOf(word: Word, width: number, measure: Measure): Generator<Word> {
  const room = Math.max(1, width);
  for (const fragment of word.fragments) {
    if (fragment.isSpace || fragment.width <= room) {
      yield { fragments: [fragment], width: fragment.isSpace ? 0 : fragment.width };
      continue;
    }
    for (const part of fragment.text.split(PARTING))
      for (const text of measure(part, fragment.look) <= room
        ? [part]
        : slices(part, fragment.look, room, measure))
        yield wordOf(text, fragment.look, measure);
  }
}

function wordOf(text: string, look: Look, measure: Measure): Word {
  const width = measure(text, look);
  return { fragments: [{ text, look, width, isSpace: false }], width };
}

function slices(text: string, look: Look, room: number, measure: Measure): string[] {
  const out: string[] = [];
  let slice = '';
  let width = 0;
  for (const letter of text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []) {
    const own = measure(letter, look);
    if (slice !== '' && width + own > room) {
      out.push(slice);
      [slice, width] = ['', 0];
    }
    slice += letter;
    width += own;
  }
  return slice === '' ? out : [...out, slice];
}

/** A paragraph as strips, one a line. */
export function setLines(pieces: readonly Piece[], setting: Setting, measure: Measure): Strip[] {
  const { indent, size, width } = setting;
  const height = size * LEADING;
  return breakLines(pieces, width, indent, measure).map((line, index) => ({
    before: index === 0 ? setting.before : 0,
    height,
    marks: [markOf(line, setting, index === 0 ? indent : 0)],
  }));
}

function markOf(line: Line, { x, width, align, size, tag }: Setting, indent: number): Mark {
  const left = x + indent;
  const free = Math.max(0, width - indent - line.width);
  const gaps = line.fragments.slice(0, -1).filter(({ isSpace }) => isSpace).length;
  const isStretched = align === 'justify' && !line.isEnd && gaps > 0;
  const shift = align === 'center' ? free / 2 : align === 'right' ? free : 0;
  return {
    kind: 'text',
    x: left + shift,
    y: size * ASCENT,
    fragments: line.fragments,
    stretch: isStretched ? free / gaps : 0,
    tag,
  };
}
