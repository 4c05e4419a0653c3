import {
  addText,
  type BodyElement,
  type BodyNode,
  element,
  isElement,
  writeTree,
} from '../../../../rules/body-html/tree.ts';
import {
  movePictures,
  pictureAddresses,
  pictureKind,
  pictureOfData,
  picturesOfRtf,
} from '../../../../rules/paste/pictures.ts';
import { tidyTree } from '../../../../rules/paste/tidy.ts';
import type { LibraryFile, Uploads } from './uploads.ts';

/** Levels the editor does not know; the server looks at the order of all of them. */
const LEVELS: Readonly<Record<string, string>> = { h1: 'h2', h5: 'h4', h6: 'h4' };
const STYLE = 'data-pasted-style';

function withLevels(nodes: readonly BodyNode[]): BodyNode[] {
  return nodes.map((node): BodyNode => {
    if (!isElement(node)) return node;
    return { ...node, tag: LEVELS[node.tag] ?? node.tag, children: withLevels(node.children) };
  });
}

function tidyHtml(html: string): BodyNode[] {
  return withLevels(tidyTree(treeOf(html), html));
}

/** The tree of what the browser reads, with every attribute of its source. */
function treeOf(html: string): BodyNode[] {
  const read = (node: Node): BodyNode[] => {
    const out = element('', []);
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE)
        addText(out, (child.textContent ?? '').replaceAll(STYLE, 'style'));
      else if (child instanceof Element) out.children.push(elementOf(child));
    }
    return out.children;
  };
  const elementOf = (node: Element): BodyElement =>
    element(
      node.tagName.toLowerCase(),
      read(node),
      Object.fromEntries(
        [...node.attributes].map(({ name, value }) => [name === STYLE ? 'style' : name.toLowerCase(), value]),
      ),
    );
  // the page's policy lets no inline style be read, not even by a parser: it travels under another name
  const named = html.replace(/(\s)style(\s*=)/gi, `$1${STYLE}$2`);
  return read(new DOMParser().parseFromString(named, 'text/html').body);
}

/** What the editor takes of a pasted page at once: its text, and our own pictures. */
export function tidied(html: string): string {
  return writeTree(movePictures(tidyHtml(html), (src) => (pictureKind(src) === 'own' ? { src } : undefined)));
}

/** The pictures a paste brings along, by the address they have in its HTML: its own, and those of Word's rich text. */
function carried(nodes: readonly BodyNode[], rtf: string): Map<string, Blob> {
  const found = new Map<string, Blob>();
  const local = picturesOfRtf(rtf);
  for (const src of pictureAddresses(nodes)) {
    const kind = pictureKind(src);
    const picture = kind === 'data' ? pictureOfData(src) : kind === 'local' ? local.shift() : undefined;
    if (picture) found.set(src, new Blob([picture.bytes as Uint8Array<ArrayBuffer>], { type: picture.type }));
  }
  return found;
}

/** Whether a paste has pictures that must be uploaded before it can stand in the text. */
export function hasCarried(html: string): boolean {
  return pictureAddresses(tidyHtml(html)).some((src) => pictureKind(src) !== 'own');
}

/**
 * A paste whose pictures are uploaded first. @returns the HTML and how many pictures did not come along: they lie on
 * another site, or the upload was refused
 */
export async function withPictures(
  html: string,
  rtf: string,
  uploads: Uploads,
): Promise<{ html: string; lost: number }> {
  const nodes = tidyHtml(html);
  const places = new Map<string, LibraryFile>();
  let lost = 0;
  let count = 0;
  const blobs = carried(nodes, rtf);
  for (const src of pictureAddresses(nodes)) {
    if (pictureKind(src) === 'own') continue;
    const blob = blobs.get(src);
    count += 1;
    const name = `anh-dan-${count}.${blob?.type.split('/')[1] ?? 'png'}`;
    const kept = blob && (await uploads.send(new File([blob], name, { type: blob.type })));
    if (kept) places.set(src, kept);
    else lost += 1;
  }
  const moved = movePictures(nodes, (src) => {
    if (pictureKind(src) === 'own') return { src };
    const place = places.get(src);
    if (!place) return undefined;
    const { href, width, height } = place;
    return { src: href, ...(width && { width: String(width) }), ...(height && { height: String(height) }) };
  });
  return { html: writeTree(moved), lost };
}
