import {
  addText,
  type BodyElement,
  type BodyNode,
  element,
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

/** The tree of what the browser reads, with every attribute of its source. */
function treeOf(html: string): BodyNode[] {
  const read = (node: Node): BodyNode[] => {
    const out = element('', []);
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) addText(out, child.textContent ?? '');
      else if (child instanceof Element) out.children.push(elementOf(child));
    }
    return out.children;
  };
  const elementOf = (node: Element): BodyElement =>
    element(
      node.tagName.toLowerCase(),
      read(node),
      Object.fromEntries([...node.attributes].map(({ name, value }) => [name.toLowerCase(), value])),
    );
  return read(new DOMParser().parseFromString(html, 'text/html').body);
}

/** What the editor takes of a pasted page at once: its text, and our own pictures. */
export function tidied(html: string): string {
  return writeTree(
    movePictures(tidyTree(treeOf(html), html), (src) => (pictureKind(src) === 'own' ? { src } : undefined)),
  );
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
  return pictureAddresses(tidyTree(treeOf(html), html)).some((src) => pictureKind(src) !== 'own');
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
  const nodes = tidyTree(treeOf(html), html);
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
