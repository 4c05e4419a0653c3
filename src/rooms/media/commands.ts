import type { Command, CommandContext } from '../../platform/command/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { NO_FOLDER } from './folder-rules.ts';
import { findFolder } from './folder-store.ts';
import { permits } from './permits.ts';
import { insertHold } from './scan-store.ts';
import {
  bringBack,
  type Described,
  findDetails,
  findMediaIn,
  insertMedia,
  listMediaByIds,
  type MediaDetails,
  type MediaRow,
  removeMedia,
  type ScanState,
  saveDescribed,
} from './store.ts';
import { listUses } from './use-store.ts';

/** What is made of a file after it came, and the scan that could not be had at once. */
export const PREPARE_JOB = 'media.prepare';

/** A file that already lies in the store, checked and prepared (`intake.ts`). */
export interface AddMedia {
  portalId: number;
  hash: string;
  name: string;
  type: string;
  sizeBytes: number;
  width: number | null;
  height: number | null;
  folderId?: number | null;
  /** The file as it was sent, where the portal keeps it. */
  original?: { hash: string; name: string; sizeBytes: number };
  /** What the scanner said; a file it was not asked about is looked at afterwards. */
  scan?: ScanState;
}

export const FILE_UNKNOWN = new Refusal('file-unknown', {
  vi: 'Tệp này không có trong kho. Hãy mở lại kho và chọn lại.',
  en: 'This file is not in the library. Open the library again and choose anew.',
});

const personOf = ({ actor }: Pick<CommandContext, 'actor'>) =>
  actor.kind === 'person' ? actor.personId : null;

/** Enters a stored file into the library of a portal; the same bytes a second time are the same entry. */
export const addMedia: Command<AddMedia, MediaRow> = {
  name: 'media.addMedia',
  permit: 'media.add',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, now, record } = context;
    const { portalId, hash, folderId = null } = input;
    const known = await findMediaIn(tx, portalId, hash);
    const isBack = known !== undefined && (await bringBack(tx, known.id));
    if (!known && folderId !== null && (await findFolder(tx, folderId))?.portal_id !== portalId)
      throw NO_FOLDER;
    const media =
      known ??
      (await insertMedia(tx, {
        ...{ portal_id: portalId, hash, name: input.name, type: input.type, size_bytes: input.sizeBytes },
        ...{ width: input.width, height: input.height, uploaded_by: personOf(context), uploaded_at: now },
        ...{ folder_id: folderId, original: input.original ?? null, scan: input.scan ?? 'off' },
      }));
    if (!known && input.scan === 'waiting') await insertHold(tx, { portalId, hash, why: 'waiting', at: now });
    record({
      portalId,
      subject: { kind: 'media', id: media.id },
      payload: { hash, sizeBytes: input.sizeBytes, wasThere: known !== undefined, ...(isBack && { isBack }) },
    });
    if (!known) context.enqueue(PREPARE_JOB, { mediaId: media.id });
    return media;
  },
};

/** The file of a portal, in its library. @throws Refusal `file-unknown` */
async function getMedia(context: CommandContext, portalId: number, mediaId: number): Promise<MediaDetails> {
  const found = await findDetails(context.tx, mediaId);
  if (!found || found.portal_id !== portalId || found.removed_at) throw FILE_UNKNOWN;
  return found;
}

export interface DescribeMedia {
  portalId: number;
  mediaIds: readonly number[];
  /** Only these are changed; several files at once have no focal point and no transcript of their own. */
  fields: Partial<Described>;
}

/** Says what files are: description, caption, author, source, licence, day, focal point, transcript. */
export const describeMedia: Command<DescribeMedia, number> = {
  name: 'media.describeMedia',
  permit: 'media.describe',
  permits,
  portal: (input) => input.portalId,
  async run(context, { portalId, mediaIds, fields }) {
    for (const mediaId of mediaIds) {
      const before = await getMedia(context, portalId, mediaId);
      const after: Described = { ...before, ...fields };
      await saveDescribed(context.tx, mediaId, after, personOf(context), context.now);
      const isMoved = before.focal_x !== after.focal_x || before.focal_y !== after.focal_y;
      if (isMoved) context.enqueue(PREPARE_JOB, { mediaId, anew: true });
    }
    context.record({
      portalId,
      subject: { kind: 'media', id: mediaIds[0] ?? 0 },
      payload: { mediaIds, fields: Object.keys(fields) },
    });
    return mediaIds.length;
  },
};

/** Takes a file out of the library; what is used stays. Its bytes and its row are kept for the record. */
export const removeFromLibrary: Command<{ portalId: number; mediaId: number }, void> = {
  name: 'media.removeFromLibrary',
  permit: 'media.remove',
  permits,
  portal: (input) => input.portalId,
  async run(context, { portalId, mediaId }) {
    const media = await getMedia(context, portalId, mediaId);
    const uses = await listUses(context.tx, media);
    if (uses.length > 0) throw FILE_IN_USE;
    await removeMedia(context.tx, mediaId, personOf(context), context.now);
    context.record({ portalId, subject: { kind: 'media', id: mediaId }, payload: { hash: media.hash } });
  },
};

export const FILE_IN_USE = new Refusal('file-in-use', {
  vi: 'Tệp đang được dùng nên không bỏ khỏi kho được. Hãy gỡ tệp khỏi các nơi kể ở mục “Đang dùng ở đâu” rồi làm lại.',
  en: 'The file is in use, so it cannot be taken out of the library. Take it out of the places listed under “Where it is used” first.',
});

/** Puts a file back that was taken out of the library. */
export const restoreToLibrary: Command<{ portalId: number; mediaId: number }, void> = {
  name: 'media.restoreToLibrary',
  permit: 'media.remove',
  permits,
  portal: (input) => input.portalId,
  async run(context, { portalId, mediaId }) {
    const [media] = await listMediaByIds(context.tx, [mediaId]);
    if (media?.portal_id !== portalId || !(await bringBack(context.tx, mediaId))) throw FILE_UNKNOWN;
    context.record({ portalId, subject: { kind: 'media', id: mediaId }, payload: { hash: media.hash } });
  },
};
