import { type Command, NOT_PERMITTED } from '../../platform/command/index.ts';
import type { Ports } from '../../platform/ports.ts';
import { type Actor, isPermitted } from '../../rules/access/index.ts';
import { permits } from './permits.ts';
import { preparePicture } from './pictures.ts';
import { detectKind, EMPTY_FILE, FILE_TYPES, isImageKind, KIND_NOT_TAKEN, keptName } from './rules.ts';
import { findMediaIn, insertMedia, type MediaRow } from './store.ts';

/** A file that already lies in the store, checked and prepared by {@link uploadMedia}. */
export interface AddMedia {
  portalId: number;
  hash: string;
  name: string;
  type: string;
  sizeBytes: number;
  width: number | null;
  height: number | null;
}

/** Enters a stored file into the library of a portal; the same bytes a second time are the same entry. */
export const addMedia: Command<AddMedia, MediaRow> = {
  name: 'media.addMedia',
  permit: 'media.add',
  permits,
  portal: (input) => input.portalId,
  async run({ tx, actor, now, record }, input) {
    const known = await findMediaIn(tx, input.portalId, input.hash);
    const media =
      known ??
      (await insertMedia(tx, {
        portal_id: input.portalId,
        hash: input.hash,
        name: input.name,
        type: input.type,
        size_bytes: input.sizeBytes,
        width: input.width,
        height: input.height,
        uploaded_by: actor.kind === 'person' ? actor.personId : null,
        uploaded_at: now,
      }));
    record({
      portalId: input.portalId,
      subject: { kind: 'media', id: media.id },
      payload: { hash: input.hash, sizeBytes: input.sizeBytes, wasThere: known !== undefined },
    });
    return media;
  },
};

export interface Upload {
  portalId: number;
  name: string;
  bytes: Uint8Array;
}

/**
 * Takes a file in: recognised by its content, pictures prepared for pages, written and synced to the store,
 * then entered into the library. @throws Refusal when it is no kind a portal shows.
 */
export async function uploadMedia(
  ports: Pick<Ports, 'files' | 'perform'>,
  actor: Actor,
  { portalId, name, bytes }: Upload,
): Promise<MediaRow> {
  // before any work on the bytes of someone who may not
  if (!isPermitted(actor, permits, 'media.add', portalId)) throw NOT_PERMITTED;
  if (bytes.length === 0) throw EMPTY_FILE;
  const kind = detectKind(bytes, name);
  if (!kind) throw KIND_NOT_TAKEN;
  const picture = isImageKind(kind) ? await preparePicture(bytes) : undefined;
  const { hash, sizeBytes } = await ports.files.put(picture?.bytes ?? bytes);
  const keptAs = picture ? 'webp' : kind;
  return ports.perform(actor, addMedia, {
    portalId,
    hash,
    name: keptName(name, keptAs),
    type: FILE_TYPES[keptAs],
    sizeBytes,
    width: picture?.width ?? null,
    height: picture?.height ?? null,
  });
}
