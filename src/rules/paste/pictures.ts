/** Pictures of a paste: those it carries, and those that Word hands over in the rich text beside it. */
import { type BodyElement, type BodyNode, isElement } from '../body-html/tree.ts';

export type PictureKind = 'data' | 'local' | 'remote' | 'own';

/** Where a pasted picture lies: in the paste, on the machine it was copied on, on another site, in our library. */
export function pictureKind(src: string): PictureKind {
  if (/^data:image\//i.test(src)) return 'data';
  if (/^\/tep\//.test(src)) return 'own';
  return /^https?:/i.test(src) ? 'remote' : 'local';
}

export interface CarriedPicture {
  type: string;
  bytes: Uint8Array;
}

/** Larger pictures are uploaded as files. */
const MOST_DATA_CHARS = 28_000_000;

/** The picture in a `data:` address; undefined when it is none that can be read. */
export function pictureOfData(src: string): CarriedPicture | undefined {
  const [, type, base64] =
    /^data:(image\/(?:png|jpe?g|gif|webp));base64,([A-Za-z0-9+/=\s]+)$/i.exec(src) ?? [];
  if (!type || !base64 || src.length > MOST_DATA_CHARS) return undefined;
  const text = base64.replace(/\s+/g, '');
  if (text.length % 4 === 1) return undefined;
  return { type: type.toLowerCase(), bytes: Uint8Array.from(atob(text), (char) => char.charCodeAt(0)) };
}

/** A picture stands once in Word's rich text as it is and once for old programs; only the first is taken. */
const PICTURE =
  /\\(png|jpeg)blip\b[^{}]*?(?:\{[^{}]*\}[^{}]*?)*?(?<=[\s}])([0-9a-fA-F][0-9a-fA-F\s]{60,})\}/g;

/** The pictures of a rich text, in order: Word's HTML names files of a machine that no browser may read. */
export function picturesOfRtf(rtf: string): CarriedPicture[] {
  return [...rtf.matchAll(PICTURE)].map(([, kind, hex = '']) => {
    const digits = hex.replace(/\s+/g, '');
    const bytes = new Uint8Array(Math.floor(digits.length / 2));
    for (let i = 0; i < bytes.length; i += 1) bytes[i] = Number.parseInt(digits.slice(i * 2, i * 2 + 2), 16);
    return { type: `image/${kind}`, bytes };
  });
}

/** The addresses of a tree's pictures, each once. */
export function pictureAddresses(nodes: readonly BodyNode[]): string[] {
  const found = new Set<string>();
  visitPictures(nodes, ({ attributes: { src } }) => src && found.add(src));
  return [...found];
}

/** Gives pictures new addresses; `undefined` takes one away. */
export function movePictures(
  nodes: readonly BodyNode[],
  move: (src: string) => { src: string; width?: string; height?: string } | undefined,
): BodyNode[] {
  return nodes.flatMap((node): BodyNode[] => {
    if (!isElement(node)) return [node];
    if (node.tag !== 'img') return [{ ...node, children: movePictures(node.children, move) }];
    const moved = move(node.attributes.src ?? '');
    return moved ? [{ ...node, attributes: { ...node.attributes, ...moved } }] : [];
  });
}

function visitPictures(nodes: readonly BodyNode[], visit: (node: BodyElement) => void): void {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    if (node.tag === 'img') visit(node);
    visitPictures(node.children, visit);
  }
}
