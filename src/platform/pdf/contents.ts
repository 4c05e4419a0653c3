/** The table of contents: text, dots, page number at the right edge, each line a link. */
import type { Type } from './blocks.ts';
import { printable } from './letters.ts';
import { setLines } from './lines.ts';
import { ASCENT, FRAME, LOOKS, PARAGRAPH_GAP, RULE, STEP } from './sheet.ts';
import {
  type Clump,
  type Look,
  type Mark,
  type Piece,
  paragraphClumps,
  type Strip,
  type Tag,
  tagOf,
} from './strips.ts';
import type { PdfPart, PdfText } from './types.ts';

/** Right of the text: room for dots and a number of five figures. */
const NUMBER_WIDTH = 52;
/** Dots end here, all below each other, and begin this far from the words. */
const DOTS_END = FRAME.width - 38;
const DOT_GAP = 6;

/** Name of the place where a part begins: digits, so that every order of names is the same. */
export function placeName(index: number): string {
  const digits = 6;
  return `p${String(index).padStart(digits, '0')}`;
}

/** @param numbers printed page number of each part of the text, in its order */
export function contentsClumps(text: PdfText, numbers: readonly number[], type: Type, root: Tag): Clump[] {
  const indexOf = new Map(text.parts.map(({ id }, index) => [id, index]));
  const groups = text.contents.groups
    .map(({ heading, parts }) => ({
      heading,
      indexes: parts.map((id) => indexOf.get(id)).filter((index) => index !== undefined),
    }))
    .filter(({ indexes }) => indexes.length > 0);
  if (groups.length === 0) return [];
  const section = tagOf('Sect', root);
  const line = (words: string, look: Look, align: 'left' | 'center', before: number, tag: Tag) =>
    setLines(
      [{ text: printable(words, type.hasShape), look }],
      { x: 0, width: FRAME.width, indent: 0, align, before, size: look.size, tag },
      type.measure,
    );
  const title = printable(text.contents.heading, type.hasShape);
  const anchor: Mark = { kind: 'anchor', y: 0, bookmark: { title, level: 1 } };
  return [
    { strips: [{ before: 0, height: 0, marks: [anchor] }], holds: true },
    ...paragraphClumps(line(title, LOOKS.subtitle, 'center', PARAGRAPH_GAP * 4, tagOf('H2', section)), true),
    ...groups.flatMap(({ heading, indexes }) => {
      const list = tagOf('TOC', section);
      const caption =
        heading === '' ? [] : line(heading, LOOKS.kicker, 'left', PARAGRAPH_GAP * 2, tagOf('Caption', list));
      return [
        ...paragraphClumps(caption, true),
        ...indexes.flatMap((index) => {
          const part = text.parts[index];
          return part ? entry(part, index, numbers[index] ?? text.firstPage, list, type) : [];
        }),
      ];
    }),
  ];
}

function entry({ contents }: PdfPart, index: number, number: number, list: Tag, type: Type): Clump[] {
  const goTo = placeName(index);
  const look: Look = { ...LOOKS.body, goTo };
  const note: Look = { ...LOOKS.note, goTo };
  const tag = tagOf('Reference', tagOf('TOCI', list));
  const pieces: Piece[] = [
    { text: printable(contents.text, type.hasShape), look },
    ...(contents.note ? [{ text: ` ${printable(contents.note, type.hasShape)}`, look: note }] : []),
  ];
  // lines after the first stand further in
  const strips = setLines(
    pieces,
    {
      ...{ x: STEP, width: FRAME.width - NUMBER_WIDTH - STEP, indent: -STEP },
      ...{ align: 'left' as const, before: PARAGRAPH_GAP / 2, size: look.size, tag },
    },
    type.measure,
  );
  const last = strips.at(-1);
  if (!last) return [];
  return [
    {
      strips: [
        ...strips.slice(0, -1),
        { ...last, marks: [...last.marks, ...numberMarks(last, number, look, tag, type)] },
      ],
    },
  ];
}

function numberMarks(last: Strip, number: number, look: Look, tag: Tag, type: Type): Mark[] {
  const text = String(number);
  const width = type.measure(text, look);
  const x = FRAME.width - width;
  const y = look.size * ASCENT;
  const words = last.marks.find((mark) => mark.kind === 'text');
  const end = words ? words.x + words.fragments.reduce((sum, fragment) => sum + fragment.width, 0) : 0;
  const dots: Mark = {
    ...{ kind: 'rule', x: DOTS_END, toX: Math.min(DOTS_END, end + DOT_GAP), y, toY: y },
    ...{ weight: RULE.strong, isDotted: true },
  };
  const space = { text: ' ', look, width: type.measure(' ', look), isSpace: true };
  const fragments = [space, { text, look, width, isSpace: false }];
  return [dots, { kind: 'text', x: x - space.width, y, fragments, stretch: 0, tag }];
}
