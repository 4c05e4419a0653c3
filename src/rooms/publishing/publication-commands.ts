import type { CommandContext } from '../../platform/command/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import type { NoteRecord } from './note-verifying.ts';
import {
  findMedia,
  insertPublicationFiles,
  insertPublications,
  listMediaByHashes,
  type NewPublication,
  type Picture,
  type ShownFile,
} from './publication-store.ts';
import { filesIn } from './rules.ts';
import type { EditionContent } from './store.ts';
import { sealPublications } from './verifying.ts';

/** What the record keeps of a public copy: the hash of its content, and the seal of all of it (`verifying.ts`). */
export interface Published {
  contentHash: string;
  publication: {
    id: number;
    hash: string;
    supersedes: number | null;
    /** Notices at its address that it took away. */
    lifts?: number[];
    /** What is said beside it. */
    notes?: NoteRecord[];
  };
}

const FILE_MISSING = new Refusal('file-missing', {
  vi: 'Bài dùng một tệp không có trong kho của cổng này. Hãy tải tệp ấy lên kho rồi chèn lại.',
  en: 'The item uses a file that is not in the library of this portal. Upload that file and insert it again.',
});

/**
 * Puts public copies of a portal in, with the files they show, and tells caches and hearers; whatever was public before has
 * been ended.
 *
 * @param supersedes the copy each replaces, by its edition
 * @returns what goes into the record, by edition
 * @throws Refusal `file-missing`
 */
export async function makePublic(
  context: CommandContext,
  portal: { id: number; locality_id: number },
  copies: readonly NewPublication[],
  supersedes: ReadonlyMap<number, number> = new Map(),
): Promise<Map<number, Published>> {
  if (copies.length === 0) return new Map();
  const { tx } = context;
  const shown = await filesShown(context, portal.id, copies);
  const ids = await insertPublications(tx, copies);
  const files = shown.map(({ editionId, ...file }) => ({ ...file, publicationId: ids.get(editionId) ?? 0 }));
  await insertPublicationFiles(tx, portal.id, files);
  for (const { itemId, sectionId, kind } of copies) {
    context.purge(...publicationKeys(portal, { id: itemId, section_id: sectionId }));
    context.announce('publishing.publicChanged', { itemId, kind });
  }
  const seals = await sealPublications(tx, [...ids.values()]);
  return new Map(
    copies.map(({ editionId, contentHash }) => {
      const id = ids.get(editionId);
      const hash = id === undefined ? undefined : seals.get(id);
      if (id === undefined || hash === undefined)
        throw new Error(`Edition ${editionId} has no public copy after it was made.`);
      return [
        editionId,
        { contentHash, publication: { id, hash, supersedes: supersedes.get(editionId) ?? null } },
      ];
    }),
  );
}

/** The picture of a content as it is shown; none when it is not in the portal's own library. */
export async function pictureOf(
  { tx }: CommandContext,
  portalId: number,
  { pictureMediaId, pictureAlt, pictureCaption }: EditionContent,
): Promise<Picture | null> {
  if (pictureMediaId === null) return null;
  const media = await findMedia(tx, pictureMediaId);
  if (media?.portal_id !== portalId) return null;
  const { hash, name, width, height } = media;
  return { hash, name, width, height, alt: pictureAlt, caption: pictureCaption };
}

/** Everything the public copies show: pictures, attachments, pictures inside the text. @throws Refusal `file-missing` */
async function filesShown(
  { tx }: CommandContext,
  portalId: number,
  copies: readonly NewPublication[],
): Promise<(Omit<ShownFile, 'publicationId'> & { editionId: number })[]> {
  const shown = copies.flatMap(({ editionId, picture, attachments, bodyHtml }) => {
    const hashes = new Set([
      ...(picture ? [picture.hash] : []),
      ...attachments.map((one) => one.hash),
      ...filesIn(bodyHtml),
    ]);
    return [...hashes].map((hash) => ({ editionId, hash }));
  });
  const kept = await listMediaByHashes(tx, portalId, [...new Set(shown.map(({ hash }) => hash))]);
  const byHash = new Map(kept.map((media) => [media.hash, media]));
  return shown.map(({ editionId, hash }) => {
    const media = byHash.get(hash);
    if (!media) throw FILE_MISSING;
    return { editionId, hash, name: media.name, type: media.type, sizeBytes: media.size_bytes };
  });
}

/** What pages depend on when an item changes: its own, its section's, its portal's, and lists of the locality. */
export function publicationKeys(
  portal: { id: number; locality_id: number },
  item: { id: number; section_id: number },
): string[] {
  return [
    `item:${item.id}`,
    `section:${item.section_id}`,
    `portal:${portal.id}`,
    `locality:${portal.locality_id}`,
  ];
}
