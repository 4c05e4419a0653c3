/** What a page is made of before it is drawn. Lengths in points, y downwards. */
export type Face = 'regular' | 'bold' | 'italic' | 'boldItalic';

/** How letters look, and where a click on them leads. */
export interface Look {
  face: Face;
  size: number;
  /** Above the line of the other letters; below when negative. */
  rise: number;
  underlined: boolean;
  /** An address outside the file. */
  href?: string;
  /** A place inside the file. */
  goTo?: string;
}

export interface Piece {
  text: string;
  look: Look;
}

export interface Fragment extends Piece {
  width: number;
  isSpace: boolean;
}

/** An element of the structure a screen reader follows; made when the first thing that belongs to it is drawn. */
export interface Tag {
  type: string;
  under: Tag | undefined;
  scope?: 'Column' | 'Row';
  columns?: number;
  rows?: number;
}

export function tagOf(type: string, under?: Tag): Tag {
  return { type, under };
}

/** One thing on a page. A text without a tag is no part of the content: a running head, a repeated head of a table. */
export type Mark =
  | {
      kind: 'text';
      x: number;
      y: number;
      fragments: readonly Fragment[];
      stretch: number;
      tag: Tag | undefined;
    }
  | { kind: 'rule'; x: number; y: number; toX: number; toY: number; weight: number; isDotted?: boolean }
  /** Has its place in the structure even when nothing is in it: an empty cell. */
  | { kind: 'place'; tag: Tag }
  /** Where links and bookmarks lead. */
  | { kind: 'anchor'; y: number; name?: string; bookmark?: { title: string; level: number } };

/** Something of full width that is never broken; its marks are measured from its upper left corner. */
export interface Strip {
  before: number;
  height: number;
  marks: readonly Mark[];
}

/** Strips that stay on one page where that is possible. */
export interface Clump {
  strips: readonly Strip[];
  /** Stays with what follows. */
  holds?: boolean;
  /** When a page ends before it: what is drawn where that page ends, and what is repeated on the next. */
  close?: readonly Mark[];
  again?: readonly Strip[];
}

export function heightOf(strips: readonly Strip[]): number {
  return strips.reduce((sum, { before, height }) => sum + before + height, 0);
}

export function moved(mark: Mark, x: number, y: number): Mark {
  if (mark.kind === 'place') return mark;
  if (mark.kind === 'anchor') return { ...mark, y: mark.y + y };
  if (mark.kind === 'rule')
    return { ...mark, x: mark.x + x, toX: mark.toX + x, y: mark.y + y, toY: mark.toY + y };
  return { ...mark, x: mark.x + x, y: mark.y + y };
}

/** The same, as an ornament: for what stands on the page a second time. */
export function repeated(strip: Strip): Strip {
  const marks = strip.marks.flatMap((mark): Mark[] => {
    if (mark.kind === 'text') return [{ ...mark, tag: undefined }];
    return mark.kind === 'rule' ? [mark] : [];
  });
  return { ...strip, marks };
}

/** Lines of one paragraph as clumps: no single line at the end of a page or at the beginning of the next. */
export function paragraphClumps(lines: readonly Strip[], holds = false): Clump[] {
  const whole = 3;
  if (lines.length <= whole || holds) return lines.length > 0 ? [{ strips: lines, holds }] : [];
  return [
    { strips: lines.slice(0, 2) },
    ...lines.slice(2, -2).map((line) => ({ strips: [line] })),
    { strips: lines.slice(-2) },
  ];
}
