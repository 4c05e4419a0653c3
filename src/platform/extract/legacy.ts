/** Texts in TCVN3 (ABC) and VNI become Unicode while they are read; places that were judged are counted. */
import { type BodyNode, bodyText, isElement, parseTree, writeTree } from '../../rules/body-html/index.ts';
import {
  CODE_NAMES,
  convertLegacy,
  findLegacyEncoding,
  MARK_WORDS,
  type MarkReason,
} from '../../rules/encodings/index.ts';
import { type ExtractNote, note } from './answers.ts';

/** From which table a text was converted, and how many places of each kind a person should look at. */
export interface Conversion {
  from: 'tcvn3' | 'vni';
  marks: { reason: MarkReason; count: number }[];
}

/** ư of TCVN3 is the soft hyphen, which every body loses when it is sanitised; it travels under this letter. */
const KEPT_HYPHEN = '\uE0AD';
const SOFT_HYPHEN = /\u00AD|&shy;|&#0*173;|&#x0*ad;/giu;
/** Stands between pieces of one block, set apart by spaces so that no word grows over it. */
const WITHIN_BLOCK = ' \u001F ';
/** Elements of the body subset that do not end a line. */
const INLINE = new Set(['a', 'em', 'strong', 'sub', 'sup']);

/** The table a text is in, when it is one that can be converted. */
export function convertibleCode(text: string): Conversion['from'] | undefined {
  const code = findLegacyEncoding(text)?.code;
  return code === 'tcvn3' || code === 'vni' ? code : undefined;
}

export function convertPlain(
  text: string,
  from: Conversion['from'],
): { text: string; conversion: Conversion } {
  const { text: converted, marks } = convertLegacy(text, from);
  return { text: converted, conversion: { from, marks: countMarks(marks) } };
}

/**
 * Converts the text of a page; tags and addresses stay.
 *
 * @param sanitise makes the body: what stands between tags is only known then
 */
export function convertMarkup<Body extends { html: string }>(
  markup: string,
  from: Conversion['from'],
  sanitise: (markup: string) => Body,
): { body: Body; conversion: Conversion } {
  const body = sanitise(from === 'tcvn3' ? markup.replace(SOFT_HYPHEN, KEPT_HYPHEN) : markup);
  const tree = parseTree(body.html);
  const pieces: { node: { text: string }; opensBlock: boolean }[] = [];
  gatherText(tree, pieces, { opensBlock: true });
  const source = pieces
    .map(
      ({ node, opensBlock }, index) =>
        (index === 0 ? '' : opensBlock ? '\n' : WITHIN_BLOCK) + pieceOf(node.text),
    )
    .join('');
  const { text, conversion } = convertPlain(source, from);
  const converted = text.split('\n').flatMap((line) => line.split(WITHIN_BLOCK));
  if (converted.length !== pieces.length)
    throw new Error('converting a text changed the number of its pieces');
  pieces.forEach(({ node }, index) => {
    node.text = converted[index] ?? '';
  });
  return { body: { ...body, html: writeTree(tree) }, conversion };
}

/** Which table the text of a body is in. */
export function codeOfBody(html: string): Conversion['from'] | undefined {
  return convertibleCode(bodyText(html));
}

/** What was converted, then each kind of place that was judged, with its number. */
export function conversionNotes({ from, marks }: Conversion): ExtractNote[] {
  return [
    note('converted', 1, CODE_NAMES[from]),
    ...marks.map(({ reason, count }) => note('convertedDoubt', count, MARK_WORDS[reason])),
  ];
}

function countMarks(marks: readonly { reason: MarkReason }[]): Conversion['marks'] {
  const counts = new Map<MarkReason, number>();
  for (const { reason } of marks) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => ({ reason, count }));
}

function pieceOf(text: string): string {
  return text.replaceAll(KEPT_HYPHEN, '\u00AD').replace(/[\n\r]/gu, ' ');
}

/** Text nodes in order; the first after the start or end of a block opens a line. */
function gatherText(
  nodes: readonly BodyNode[],
  pieces: { node: { text: string }; opensBlock: boolean }[],
  state: { opensBlock: boolean },
): void {
  for (const node of nodes) {
    if (!isElement(node)) {
      pieces.push({ node, opensBlock: state.opensBlock });
      state.opensBlock = false;
      continue;
    }
    const isBlock = !INLINE.has(node.tag);
    state.opensBlock ||= isBlock;
    gatherText(node.children, pieces, state);
    state.opensBlock ||= isBlock;
  }
}
