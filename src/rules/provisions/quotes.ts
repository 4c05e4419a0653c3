/** Quotations over several blocks: the new wording that an amending text puts between quotation marks. */
import type { Block } from './blocks.ts';
import { markOf } from './marks.ts';

const OPENING = /[“„«‟]/u;
const CLOSING = /[”»]/u;

/**
 * Which blocks are quoted from another text and begin no provision of this one. A quotation counts when what
 * it begins with looks like a provision or when it begins its block: names in quotation marks are within a line.
 */
export function quotedBlocks(blocks: readonly Block[]): { quoted: boolean[]; openAt: number | undefined } {
  const quoted = blocks.map(({ text, kind }) => kind === 'whole' || /^\s*[“„«"‟]/u.test(text));
  const open: { block: number; offset: number }[] = [];
  blocks.forEach(({ text, kind }, block) => {
    if (kind === 'whole') return;
    for (const { index, opens } of quoteMarks(text)) {
      if (opens) open.push({ block, offset: index });
      else {
        const from = open.pop();
        if (from && from.block < block && beginsProvision(blocks[from.block]?.text ?? '', from.offset))
          for (let at = from.block + 1; at <= block; at += 1) quoted[at] = true;
      }
    }
  });
  const left = open.find(
    ({ block, offset }) =>
      quoted[block] === false && beginsProvision(blocks[block]?.text ?? '', offset) && offset > 0,
  );
  return { quoted, openAt: left?.block };
}

/** Quotation marks with their direction; a straight one opens after a space or bracket. */
function quoteMarks(text: string): { index: number; opens: boolean }[] {
  const found: { index: number; opens: boolean }[] = [];
  for (const { index, 0: sign } of text.matchAll(/[“„«‟”»"]/gu)) {
    const before = text[index - 1] ?? ' ';
    if (OPENING.test(sign)) found.push({ index, opens: true });
    else if (CLOSING.test(sign)) found.push({ index, opens: false });
    else found.push({ index, opens: /[\s(:[]/u.test(before) });
  }
  return found;
}

function beginsProvision(text: string, offset: number): boolean {
  return text.slice(0, offset).trim() === '' || markOf(text.slice(offset + 1), true) !== undefined;
}
