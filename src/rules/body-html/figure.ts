/**
 * Figures of a body: one picture, video, sound, quotation with its source or file with its facts; or several figures
 * side by side, a gallery. Beside a picture its whole content in words, beside a video or sound what is said in it.
 */
import { hasContent, inlineContent } from './inline.ts';
import { isOwnFileAddress, MEDIA_TAGS } from './subset.ts';
import { type BodyElement, type BodyNode, element, innerText, isElement } from './tree.ts';

type Blocks = (nodes: readonly BodyNode[]) => BodyElement[];

/** What a reader clicks to open the words beside a picture or video whose writer gave them no name. */
export const IN_WORDS = 'Nội dung bằng chữ';

/** The figure in its one shape; what does not belong into it follows after. */
export function arrangeFigure(node: BodyElement, blocksOf: Blocks): BodyElement[] {
  const is = (tag: string) => (child: BodyNode) => isElement(child) && child.tag === tag;
  const captions = node.children.filter(is('figcaption'));
  const words = node.children.filter(is('details')) as BodyElement[];
  const others = node.children.filter((child) => !captions.includes(child) && !is('details')(child));
  const blocks = blocksOf(others).flatMap(rowOfPictures);
  const members = blocks.filter(isMediaFigure).flatMap(galleryMembers);
  const rest = blocks.filter((block) => !isMediaFigure(block));
  const caption = inlineContent(captions);
  const [only] = members;
  if (members.length > 1)
    return [
      element('figure', [...members, ...captionOf(caption)]),
      ...wordsAsBlocks(words, blocksOf),
      ...rest,
    ];
  if (only) return [withWords(only, words, caption, blocksOf), ...rest];
  const after = [...rest.slice(1), ...wordsAsBlocks(words, blocksOf)];
  const [first] = rest;
  if (first?.tag === 'blockquote' && hasContent(caption))
    return [element('figure', [first, ...captionOf(caption)]), ...after];
  const card = first && cardOf(first);
  if (card) return [element('figure', [card, ...captionOf(caption)]), ...after];
  return [...rest, ...wordsAsBlocks(words, blocksOf), ...blocksOf(caption)];
}

/** Pictures one after the other in a figure are a gallery that nobody took apart. */
function rowOfPictures(block: BodyElement): BodyElement[] {
  const pictures = block.children.filter(isElement);
  const isRow =
    block.tag === 'p' &&
    pictures.every(({ tag }) => tag === 'img') &&
    innerText(block.children).trim() === '';
  return isRow ? pictures.map((picture) => element('figure', [picture])) : [block];
}

function isMediaFigure(block: BodyElement): boolean {
  const [first] = block.children;
  return block.tag === 'figure' && first !== undefined && isElement(first) && isShown(first);
}

function isShown({ tag }: BodyElement): boolean {
  return MEDIA_TAGS.has(tag) || tag === 'figure';
}

/** A gallery in a gallery is one gallery; what its caption said stands under its last picture. */
function galleryMembers(figure: BodyElement): BodyElement[] {
  const inside = figure.children.filter(isElement);
  const figures = inside.filter(({ tag }) => tag === 'figure');
  if (figures.length === 0) return [figure];
  const caption = inside.find(({ tag }) => tag === 'figcaption');
  return figures.map((one, i) =>
    caption && i === figures.length - 1 ? captioned(one, caption.children) : one,
  );
}

function captioned(figure: BodyElement, more: readonly BodyNode[]): BodyElement {
  const own = figure.children.find((child) => isElement(child) && child.tag === 'figcaption') as
    | BodyElement
    | undefined;
  const caption = inlineContent([...(own?.children ?? []), { text: ' ' }, ...more]);
  return element('figure', [...figure.children.filter((child) => child !== own), ...captionOf(caption)]);
}

function captionOf(caption: BodyNode[]): BodyElement[] {
  return hasContent(caption) ? [element('figcaption', caption)] : [];
}

function withWords(
  figure: BodyElement,
  words: readonly BodyElement[],
  caption: BodyNode[],
  blocksOf: Blocks,
): BodyElement {
  const named = hasContent(caption) ? captioned(figure, caption) : figure;
  const inside = named.children.filter(isElement);
  const own = inside.filter(({ tag }) => tag === 'details');
  const all = [...own, ...words.flatMap((one) => wordsBeside(one, blocksOf))];
  const [first, ...more] = all;
  const details = first
    ? [element('details', [...first.children, ...more.flatMap(({ children }) => children.slice(1))])]
    : [];
  const of = (test: (tag: string) => boolean) => inside.filter(({ tag }) => test(tag));
  return element('figure', [
    ...of((tag) => MEDIA_TAGS.has(tag)),
    ...details,
    ...of((tag) => tag === 'figcaption'),
  ]);
}

function wordsBeside(details: BodyElement, blocksOf: Blocks): BodyElement[] {
  const summary = details.children.find((child) => isElement(child) && child.tag === 'summary');
  const text = blocksOf(details.children.filter((child) => child !== summary));
  if (text.length === 0) return [];
  const name = summary && isElement(summary) ? innerText(inlineContent(summary.children)).trim() : '';
  return [element('details', [element('summary', [{ text: name || IN_WORDS }]), ...text])];
}

function wordsAsBlocks(words: readonly BodyElement[], blocksOf: Blocks): BodyElement[] {
  return words.flatMap(({ children }) => blocksOf(children));
}

/** A paragraph that is nothing but the link to a file of ours. */
function cardOf(block: BodyElement): BodyElement | undefined {
  const [link, ...more] = block.children;
  if (block.tag !== 'p' || !link || more.length > 0 || !isElement(link) || link.tag !== 'a') return undefined;
  const isFile = isOwnFileAddress(link.attributes.href ?? '') && innerText(link.children).trim() !== '';
  return isFile ? link : undefined;
}
