/** The whole: cover, contents, parts, colophon, with true page numbers in the contents. */
import { type Place, setBody, type Type } from './blocks.ts';
import { contentsClumps, placeName } from './contents.ts';
import { Galley } from './galley.ts';
import { printable } from './letters.ts';
import { breakLines, setLines } from './lines.ts';
import { Pen } from './pen.ts';
import {
  ASCENT,
  FRAME,
  INDENT,
  LOOKS,
  PAGE_NUMBER_Y,
  PARAGRAPH_GAP,
  RULE,
  RUNNING_HEAD_Y,
  RUNNING_RULE_Y,
  SPACE_ABOVE,
} from './sheet.ts';
import { type Clump, type Mark, paragraphClumps, type Strip, type Tag, tagOf } from './strips.ts';
import type { PdfLine, PdfMade, PdfPart, PdfText } from './types.ts';

/** Contents begin on the page of the cover when so much of it is left. */
const ROOM_FOR_CONTENTS = FRAME.height / 3;

/** Elements of the head of a part; its title stands one level below that of the whole. */
const LINE_TAGS: Readonly<Record<PdfLine['style'], string>> = {
  small: 'P',
  body: 'P',
  kicker: 'P',
  title: 'H2',
  subtitle: 'P',
  note: 'P',
};

/** Lays the text out and draws it. */
export async function printBook(text: PdfText): Promise<PdfMade> {
  const pen = new Pen(text);
  const type: Type = { measure: pen.measure, hasShape: pen.hasShape, language: text.language };
  const root = tagOf('Document');
  const parts = text.parts.map((part, index) => partGalley(part, index, type, root));
  // the lines of the contents do not depend on the numbers in them, so one look tells how many pages they take
  const frontOf = (numbers: readonly number[]) => frontGalley(text, numbers, type, root);
  const starts: number[] = [];
  let next = frontOf(text.parts.map(() => text.firstPage)).pages.length;
  for (const { pages } of parts) {
    starts.push(text.firstPage + next);
    next += pages.length;
  }
  const front = frontOf(starts);
  if (text.colophon.length > 0) (parts.at(-1) ?? front).put([colophon(text, type, root)]);
  const pages = [front, ...parts].flatMap((galley) => galley.pages);
  const head = runningHead(text.runningHead, type);
  pages.forEach((marks, index) => {
    pen.page(marks, [...(index > 0 ? head : []), pageNumber(text.firstPage + index, type)]);
  });
  pen.finish(root);
  return {
    bytes: await pen.end(),
    pages: pages.length,
    startsAt: Object.fromEntries(text.parts.map(({ id }, index) => [id, starts[index] ?? text.firstPage])),
  };
}

function frontGalley(text: PdfText, numbers: readonly number[], type: Type, root: Tag): Galley {
  const galley = new Galley();
  const cover = tagOf('Sect', root);
  galley.put(lineClumps(text.cover, type, cover, { ...LINE_TAGS, title: 'H1' }));
  const contents = contentsClumps(text, numbers, type, root);
  if (contents.length > 0 && galley.room < ROOM_FOR_CONTENTS) galley.turn();
  galley.put(contents);
  if (galley.pages.length === 0) galley.turn();
  return galley;
}

function partGalley(part: PdfPart, index: number, type: Type, root: Tag): Galley {
  const galley = new Galley();
  const section = tagOf('Sect', root);
  const title = printable(part.contents.text, type.hasShape);
  const anchor: Mark = { kind: 'anchor', y: 0, name: placeName(index), bookmark: { title, level: 1 } };
  const place: Place = {
    ...{ x: 0, width: FRAME.width, indent: INDENT, depth: 0 },
    ...{ look: LOOKS.body, align: 'justify', tag: section },
  };
  galley.put([
    { strips: [{ before: 0, height: 0, marks: [anchor, { kind: 'place', tag: section }] }], holds: true },
    ...lineClumps(part.lines, type, section, LINE_TAGS),
    ...setBody(part.bodyHtml, place, type),
  ]);
  return galley;
}

/** On the last page where it finds room, else on one of its own. */
function colophon(text: PdfText, type: Type, root: Tag): Clump {
  const lines = lineClumps(text.colophon, type, tagOf('Sect', root), LINE_TAGS);
  const rule: Mark = { kind: 'rule', x: 0, toX: FRAME.width, y: 0, toY: 0, weight: RULE.thin };
  const first: Strip = { before: PARAGRAPH_GAP * 2, height: PARAGRAPH_GAP, marks: [rule] };
  return { strips: [first, ...lines.flatMap(({ strips }) => strips)] };
}

function lineClumps(
  lines: readonly PdfLine[],
  type: Type,
  tag: Tag,
  tags: Readonly<Record<PdfLine['style'], string>>,
): Clump[] {
  return lines.flatMap((line, index) => {
    const above = lines[index - 1]?.style === line.style ? PARAGRAPH_GAP / 3 : SPACE_ABOVE[line.style];
    const strips = lineStrips(line, above, tagOf(tags[line.style], tag), type);
    return paragraphClumps(strips, line.style !== 'body' && line.style !== 'note' && line.style !== 'small');
  });
}

function lineStrips(line: PdfLine, before: number, tag: Tag, type: Type): Strip[] {
  const look = LOOKS[line.style];
  const pieces = [{ text: printable(line.text, type.hasShape), look }];
  const align = line.align ?? 'left';
  return setLines(
    pieces,
    { x: 0, width: FRAME.width, indent: 0, align, before, size: look.size, tag },
    type.measure,
  );
}

/** One line: what is longer ends with an ellipsis. */
function runningHead(words: string, type: Type): Mark[] {
  const look = LOOKS.runningHead;
  const rule: Mark = {
    ...{ kind: 'rule', weight: RULE.thin, x: FRAME.left, toX: FRAME.left + FRAME.width },
    ...{ y: RUNNING_RULE_Y, toY: RUNNING_RULE_Y },
  };
  const ellipsis = { text: '…', look, width: type.measure('…', look), isSpace: false };
  const lines = breakLines(
    [{ text: printable(words, type.hasShape), look }],
    FRAME.width - ellipsis.width,
    0,
    type.measure,
  );
  const [first] = lines;
  if (!first) return [];
  const fragments = lines.length > 1 ? [...first.fragments, ellipsis] : first.fragments;
  const x = FRAME.left + (FRAME.width - first.width) / 2;
  return [{ kind: 'text', x, y: RUNNING_HEAD_Y, fragments, stretch: 0, tag: undefined }, rule];
}

function pageNumber(number: number, type: Type): Mark {
  const look = LOOKS.pageNumber;
  const text = String(number);
  const width = type.measure(text, look);
  const x = FRAME.left + (FRAME.width - width) / 2;
  return {
    kind: 'text',
    x,
    y: PAGE_NUMBER_Y + ASCENT,
    fragments: [{ text, look, width, isSpace: false }],
    stretch: 0,
    tag: undefined,
  };
}
