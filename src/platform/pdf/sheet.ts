/** The sheet: A4 with the margins, sizes and indents of Phụ lục I of Nghị định 30/2020/NĐ-CP. Lengths in points. */

import type { Look } from './strips.ts';
import type { PdfLine } from './types.ts';

const POINTS_AN_INCH = 72;
const MM = POINTS_AN_INCH / 25.4;

export const SHEET = { width: 595.28, height: 841.89 };

/** 20 to 25 mm above and below, 30 to 35 mm left, 15 to 20 mm right. */
const MARGIN = { top: 25 * MM, bottom: 25 * MM, left: 30 * MM, right: 20 * MM };

export const FRAME = {
  left: MARGIN.left,
  top: MARGIN.top,
  width: SHEET.width - MARGIN.left - MARGIN.right,
  height: SHEET.height - MARGIN.top - MARGIN.bottom,
};

/** Base lines of what stands outside the frame, from the top of the sheet. */
export const RUNNING_HEAD_Y = 16 * MM;
export const RUNNING_RULE_Y = 18.5 * MM;
export const PAGE_NUMBER_Y = SHEET.height - 13 * MM;

/** 1 to 1.27 cm at the beginning of a paragraph. */
export const INDENT = 10 * MM;
/** One step of a list or a quotation. */
export const STEP = 7 * MM;
/** Deeper lists stand no further in, so that room is left for words. */
export const DEEPEST_STEP = 6;

/** 13 to 14 points. */
export const BODY_SIZE = 13;
export const SMALL_SIZE = 10;
/** Of a table, the largest in which its longest words fit. */
export const TABLE_SIZES: readonly number[] = [12, 11, 10, 9, 8];

/** Single to one and a half. */
export const LEADING = 1.22;
/** Where letters stand in the height of their line. */
export const ASCENT = 0.95;
/** At least 6 points between paragraphs. */
export const PARAGRAPH_GAP = 6;

export const RULE = { thin: 0.5, strong: 1 };

const look = (size: number, face: Look['face'] = 'regular'): Look => ({
  face,
  size,
  rise: 0,
  underlined: false,
});

export const LOOKS = {
  body: look(BODY_SIZE),
  small: look(SMALL_SIZE),
  kicker: look(BODY_SIZE, 'bold'),
  title: look(20, 'bold'),
  subtitle: look(14, 'bold'),
  note: look(12, 'italic'),
  runningHead: look(SMALL_SIZE, 'italic'),
  pageNumber: look(BODY_SIZE),
  heading: look(14, 'bold'),
} as const satisfies Record<string, Look>;

/** Space above a line of this style, when it does not follow one of its own. */
export const SPACE_ABOVE: Readonly<Record<PdfLine['style'], number>> = {
  small: 3,
  body: PARAGRAPH_GAP,
  kicker: PARAGRAPH_GAP,
  title: 14,
  subtitle: 10,
  note: PARAGRAPH_GAP,
};
