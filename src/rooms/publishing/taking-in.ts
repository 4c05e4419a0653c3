import { extractFile } from '../../platform/extract/index.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Actor } from '../../rules/access/index.ts';
import { type BodyNode, innerText, isElement, parseTree, writeTree } from '../../rules/body-html/index.ts';
import type { Words } from '../../rules/lang.ts';
import {
  looksPasted,
  movePictures,
  pastedTree,
  pictureAddresses,
  pictureOfData,
} from '../../rules/paste/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { fileHref, uploadMedia } from '../media/index.ts';
import { textToHtml } from './forms.ts';

/** What was taken into a body, and what of it could not be. */
export interface TakenIn {
  html: string;
  problems: Words[];
}

type Place = { src: string; width?: string; height?: string };
type Files = Pick<Ports, 'files' | 'perform' | 'database' | 'scanner' | 'log'>;

/** A picture into the library of the portal; its address there, or why not. */
async function keepPicture(
  ports: Files,
  actor: Actor,
  picture: { portalId: number; name: string; bytes: Uint8Array },
): Promise<Place | Words> {
  try {
    const kept = await uploadMedia(ports, actor, picture);
    return {
      src: fileHref(kept),
      ...(kept.width && { width: String(kept.width) }),
      ...(kept.height && { height: String(kept.height) }),
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { vi, en } = error.words;
    return { vi: `${picture.name}: ${vi}`, en: `${picture.name}: ${en}` };
  }
}

async function keepPictures(
  ports: Files,
  actor: Actor,
  portalId: number,
  nodes: readonly BodyNode[],
  pictures: ReadonlyMap<string, { name: string; bytes: Uint8Array }>,
): Promise<TakenIn> {
  const places = new Map<string, Place>();
  const problems: Words[] = [];
  for (const [address, picture] of pictures) {
    const kept = await keepPicture(ports, actor, { portalId, ...picture });
    if ('src' in kept) places.set(address, kept);
    else problems.push(kept);
  }
  const moved = movePictures(nodes, (src) => (pictures.has(src) ? places.get(src) : { src }));
  return { html: writeTree(moved), problems };
}

/**
 * A body as it was pasted, also by somebody without JavaScript: tidied, the pictures it carries put into the library.
 * What is a body already stays as it is.
 */
export async function takePaste(
  ports: Files,
  actor: Actor,
  portalId: number,
  html: string,
): Promise<TakenIn> {
  if (!looksPasted(html)) return { html, problems: [] };
  const nodes = pastedTree(html);
  const carried = pictureAddresses(nodes).flatMap((address, i) => {
    const picture = pictureOfData(address);
    return picture ? [[address, { name: `anh-dan-${i + 1}`, bytes: picture.bytes }] as const] : [];
  });
  return keepPictures(ports, actor, portalId, nodes, new Map(carried));
}

/** The content of a Word, ODT or text file as a body, its pictures in the library; refused with what to do instead. */
export async function takeFile(
  ports: Files,
  actor: Actor,
  portalId: number,
  file: { name: string; bytes: Uint8Array },
): Promise<TakenIn> {
  const answer = await extractFile({ bytes: file.bytes, fileName: file.name, pictures: true });
  if (!answer.ok) return { html: '', problems: [{ vi: answer.vi, en: answer.en }] };
  const nodes = parseTree(answer.html ?? textToHtml(answer.text));
  const stem = file.name.replace(/\.[^.]*$/, '');
  const pictures = (answer.pictures ?? []).map(
    ({ address, bytes }, i) => [address, { name: `${stem}-${i + 1}`, bytes }] as const,
  );
  return keepPictures(ports, actor, portalId, nodes, new Map(pictures));
}

const MOST_TITLE_CHARS = 200;

/** The first heading of a body as its title, and the body without it; nothing when it does not begin with one. */
export function titleOfBody(html: string): { title: string; html: string } | undefined {
  const [first, ...rest] = parseTree(html);
  if (!first || !isElement(first) || first.tag !== 'h2') return undefined;
  const title = innerText(first.children).replace(/\s+/g, ' ').trim();
  return title.length <= MOST_TITLE_CHARS ? { title, html: writeTree(rest) } : undefined;
}
