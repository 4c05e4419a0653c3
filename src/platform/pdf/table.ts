/** Tables: ruled, their head repeated on each page, rows broken only when they are taller than a good part of one. */
import type { BodyElement } from '../../rules/body-html/index.ts';
import { type Place, piecesOf, setBlocks, type Type } from './blocks.ts';
import { type Cell, columnWidths, type Grid, gridOf, paragraphsOf } from './grid.ts';
import { setLines } from './lines.ts';
import { BODY_SIZE, FRAME, LEADING, PARAGRAPH_GAP, RULE, TABLE_SIZES } from './sheet.ts';
import {
  type Clump,
  heightOf,
  type Look,
  type Mark,
  moved,
  paragraphClumps,
  repeated,
  type Strip,
  type Tag,
  tagOf,
} from './strips.ts';

const PADDING = 3.5;
/** More do not stand side by side on A4: such a table is written row by row. */
const MOST_COLUMNS = 24;
/** Part of the page beyond which a row may be broken, and a head is not repeated. */
const TALL = 0.3 * FRAME.height;

/** A table around the cells: where columns begin, and how it is tagged. */
interface Setting {
  grid: Grid;
  /** Left edges of the columns, and the right edge of the last. */
  edges: readonly number[];
  look: Look;
  place: Place;
  type: Type;
}

/** A cell while its text is laid out: what is left of it goes on in the next row it spans, or the next slice. */
interface Filling {
  cell: Cell;
  lastRow: number;
  queue: Strip[];
  places: Mark[];
  isBegun: boolean;
}

export function setTable(table: BodyElement, place: Place, type: Type): Clump[] {
  const grid = gridOf(table);
  if (grid.columns === 0) return grid.caption ? setBlocks([grid.caption], place, type) : [];
  const tag = tagOf('Table', place.tag);
  const within = { ...place, tag };
  const caption = grid.caption
    ? setBlocks([grid.caption], { ...within, tag: tagOf('Caption', tag) }, type).map((clump) => ({
        ...clump,
        holds: true,
      }))
    : [];
  const look: Look = { ...place.look, face: 'regular' };
  const isNested = place.look.size < BODY_SIZE;
  const fitted = grid.columns > MOST_COLUMNS || isNested ? undefined : fit(grid, look, place, type);
  if (!fitted) return [...caption, ...rowByRow(grid, within, type)];
  const edges = [place.x];
  for (const width of fitted.widths) edges.push((edges.at(-1) ?? 0) + width);
  const setting = { grid, edges, look: fitted.look, place: within, type };
  return [...caption, ...ruled(setting)];
}

/** The largest letters in which the longest words fit; in the smallest, words are parted. */
function fit(grid: Grid, look: Look, { width }: Place, type: Type): { look: Look; widths: number[] } {
  for (const size of TABLE_SIZES) {
    const widths = columnWidths(grid, width, PADDING, { ...look, size }, type);
    if (widths) return { look: { ...look, size }, widths };
  }
  const even = Array.from({ length: grid.columns }, () => width / grid.columns);
  return { look: { ...look, size: TABLE_SIZES.at(-1) ?? BODY_SIZE }, widths: even };
}

/** A row a paragraph, its cells with a stroke between: a table in a cell, and one with too many columns. */
function rowByRow(grid: Grid, place: Place, type: Type): Clump[] {
  const { x, width, look } = place;
  return grid.rows.flatMap((cells) => {
    const row = tagOf('TR', place.tag);
    const strips = cells.flatMap(({ node, isHead }, index) => {
      const own: Look = { ...look, face: isHead ? 'bold' : look.face };
      const pieces = paragraphsOf(node.children).flatMap((line) => [
        ...piecesOf(line, own, type),
        { text: ' ', look: own },
      ]);
      const tag = tagOf(isHead ? 'TH' : 'TD', row);
      const text = index < cells.length - 1 ? [...pieces, { text: '| ', look: own }] : pieces;
      return { text, tag };
    });
    const size = look.size;
    const tag = strips[0]?.tag;
    const lines = setLines(
      strips.flatMap(({ text }) => text),
      { x, width, indent: 0, align: 'left', before: 2, size, tag },
      type.measure,
    );
    return paragraphClumps(lines);
  });
}

function ruled(setting: Setting): Clump[] {
  const { grid, place } = setting;
  const groups = { head: tagOf('THead', place.tag), body: tagOf('TBody', place.tag) };
  const fillings = new Set<Filling>();
  const rows = grid.rows.map((cells, row) =>
    setRow(cells, row, tagOf('TR', row < grid.headRows ? groups.head : groups.body), fillings, setting),
  );
  const head = rows.slice(0, grid.headRows).flat();
  const isRepeated = head.length > 0 && heightOf(head) <= TALL;
  const top: Mark = { kind: 'rule', ...span(setting), y: 0, toY: 0, weight: RULE.thin };
  const again: Strip[] = isRepeated ? head.map(repeated) : [{ before: 0, height: 0, marks: [top] }];
  const clumps = rows.flatMap((strips, row): Clump[] =>
    strips.map((strip, index) => {
      const first = row === 0 && index === 0;
      const own = first ? { ...strip, before: PARAGRAPH_GAP } : strip;
      if (first) return { strips: [own], holds: isRepeated };
      return { strips: [own], holds: row < grid.headRows && isRepeated, close: [top], again };
    }),
  );
  return [...clumps, { strips: [{ before: 0, height: PARAGRAPH_GAP, marks: [] }] }];
}

const span = ({ edges }: Setting) => ({ x: edges[0] ?? 0, toX: edges.at(-1) ?? 0 });

/** A row as one strip, or as several when it is tall. */
function setRow(
  cells: readonly Cell[],
  row: number,
  tag: Tag,
  fillings: Set<Filling>,
  setting: Setting,
): Strip[] {
  for (const cell of cells) fillings.add(begin(cell, row, tag, setting));
  const present = [...fillings].sort((a, b) => a.cell.column - b.cell.column);
  const ending = present.filter(({ lastRow }) => lastRow === row);
  const least = setting.look.size * LEADING + PADDING * 2;
  const whole = Math.max(
    least,
    ...ending.map(({ queue, isBegun }) => heightOf(queue) + PADDING * (isBegun ? 1 : 2)),
  );
  const strips: Strip[] = [];
  if (whole <= TALL) strips.push(slice(present, row, whole, { isFirst: true, isLast: true }, setting));
  else
    while (strips.length === 0 || ending.some(({ queue }) => queue.length > 0)) {
      const isFirst = strips.length === 0;
      const next = Math.max(
        ...present.map(({ queue }) => (queue[0] ? queue[0].before + queue[0].height : 0)),
      );
      const isLast = ending.every(({ queue }) => queue.length <= 1 && heightOf(queue) <= next);
      const height = next + (isFirst ? PADDING : 0) + (isLast ? PADDING : 0);
      strips.push(slice(present, row, height, { isFirst, isLast }, setting));
    }
  for (const filling of ending) fillings.delete(filling);
  return strips;
}

function begin(cell: Cell, row: number, rowTag: Tag, { edges, grid, look, place, type }: Setting): Filling {
  const isOfRow =
    cell.node.attributes.scope === 'row' || (!cell.node.attributes.scope && row >= grid.headRows);
  const tag: Tag = {
    ...tagOf(cell.isHead ? 'TH' : 'TD', rowTag),
    ...(cell.isHead && { scope: isOfRow ? ('Row' as const) : ('Column' as const) }),
    ...(cell.columns > 1 && { columns: cell.columns }),
    ...(cell.rows > 1 && { rows: cell.rows }),
  };
  const left = edges[cell.column] ?? 0;
  const right = edges[cell.column + cell.columns] ?? edges.at(-1) ?? 0;
  const clumps = setBlocks(
    cell.node.children,
    {
      ...place,
      x: left + PADDING,
      width: Math.max(1, right - left - PADDING * 2),
      look: cell.isHead ? { ...look, face: 'bold' } : look,
      align: cell.isHead ? 'center' : 'left',
      indent: 0,
      tag,
    },
    type,
  );
  const [first, ...others] = clumps.flatMap(({ strips }) => strips);
  const queue = first ? [{ ...first, before: 0 }, ...others] : [];
  return { cell, lastRow: row + cell.rows - 1, queue, places: [{ kind: 'place', tag }], isBegun: false };
}

/** What fits of each cell into a strip of this height, with the rules around it. */
function slice(
  present: readonly Filling[],
  row: number,
  height: number,
  { isFirst, isLast }: { isFirst: boolean; isLast: boolean },
  setting: Setting,
): Strip {
  const marks: Mark[] = [];
  const { edges } = setting;
  for (const filling of present) {
    const { cell } = filling;
    const left = edges[cell.column] ?? 0;
    const right = edges[cell.column + cell.columns] ?? edges.at(-1) ?? 0;
    const sides = [left, right].map(
      (x): Mark => ({ kind: 'rule', x, toX: x, y: 0, toY: height, weight: RULE.thin }),
    );
    marks.push(...filling.places.splice(0), ...sides);
    const line = (y: number): Mark => ({ kind: 'rule', x: left, toX: right, y, toY: y, weight: RULE.thin });
    if (isFirst && !filling.isBegun) marks.push(line(0));
    if (isLast && filling.lastRow === row) marks.push(line(height));
    marks.push(...fill(filling, isFirst, height));
  }
  return { before: 0, height, marks };
}

/** Takes from the queue what fits. */
function fill(filling: Filling, isFirst: boolean, height: number): Mark[] {
  const marks: Mark[] = [];
  let y = isFirst && !filling.isBegun ? PADDING : 0;
  filling.isBegun = true;
  const tolerance = 0.01;
  for (
    let next = filling.queue[0];
    next && y + next.before + next.height <= height + tolerance;
    next = filling.queue[0]
  ) {
    y += next.before;
    for (const mark of next.marks) marks.push(moved(mark, 0, y));
    y += next.height;
    filling.queue.shift();
  }
  return marks;
}
