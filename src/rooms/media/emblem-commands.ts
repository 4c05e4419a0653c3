import { type Command, type CommandContext, NOT_PERMITTED, scopeOf } from '../../platform/command/index.ts';
import { FilesAway, readStored } from '../../platform/files/index.ts';
import type { Ports } from '../../platform/ports.ts';
import { type Actor, isPermitted } from '../../rules/access/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { facePageKeys, localityFactsKey, portalsPermits } from '../portals/index.ts';
import { FILE_UNKNOWN } from './commands.ts';
import { checkEmblem, fitsIcon } from './emblem-rules.ts';
import { dropEmblem, type EmblemRow, saveEmblem } from './emblem-store.ts';
import { groupOfType } from './kind-rules.ts';
import { type MadeEmblem, makeEmblem } from './pictures.ts';
import { findDetails, type MediaDetails } from './store.ts';
import { uploadWords } from './upload-words.ts';

const NO_PICTURE = new Refusal(
  'no-picture',
  {
    vi: 'Tệp này không phải là ảnh, hoặc chưa quét xong mã độc. Hãy chọn một ảnh trong kho.',
    en: 'This file is no picture, or has not been scanned yet. Choose a picture of the library.',
  },
  'media',
);

/** A picture of the portal's own library that anybody may see. @throws Refusal */
function usable(media: MediaDetails | undefined, portalId: number): MediaDetails {
  if (!media || media.portal_id !== portalId || media.removed_at) throw FILE_UNKNOWN;
  if (groupOfType(media.type) !== 'picture' || !['off', 'clean'].includes(media.scan)) throw NO_PICTURE;
  return media;
}

/** The emblem at the head of a portal: a picture of its library, and what was made of it. */
export const setEmblem: Command<Omit<EmblemRow, 'portal_id'> & { portalId: number }, void> = {
  name: 'media.setEmblem',
  permit: 'portals.arrange',
  permits: portalsPermits,
  portal: (input) => input.portalId,
  async run(context, { portalId, ...emblem }) {
    const { tx } = context;
    const media = usable(await findDetails(tx, emblem.media_id), portalId);
    await saveEmblem(tx, { portal_id: portalId, ...emblem });
    purgeFace(context, portalId);
    context.record({
      portalId,
      subject: { kind: 'portal', id: portalId },
      payload: { mediaId: media.id, of: media.hash, hash: emblem.hash },
    });
  },
};

/** Takes the emblem away: the arch of the portal stands at its head again. */
export const removeEmblem: Command<{ portalId: number }, void> = {
  name: 'media.removeEmblem',
  permit: 'portals.arrange',
  permits: portalsPermits,
  portal: (input) => input.portalId,
  async run(context, { portalId }) {
    if (!(await dropEmblem(context.tx, portalId))) throw NO_EMBLEM;
    purgeFace(context, portalId);
    context.record({ portalId, subject: { kind: 'portal', id: portalId }, payload: {} });
  },
};

const NO_EMBLEM = new Refusal('no-emblem', {
  vi: 'Cổng này không có biểu trưng. Hãy tải lại trang.',
  en: 'This portal has no emblem. Reload the page.',
});

/** Every page bears the emblem. */
function purgeFace({ purge, actor }: CommandContext, portalId: number): void {
  purge(...facePageKeys(portalId, actor.localityId), localityFactsKey(actor.localityId));
}

/**
 * What an emblem would be that is made of a picture of the portal's library: its empty edges cut off, as large as any screen
 * needs it, and a square for the browser's tab.
 *
 * @throws Refusal where it would not be seen or not be sharp
 */
export async function draftEmblem(
  ports: Ports,
  actor: Actor,
  { portalId, mediaId }: { portalId: number; mediaId: number },
): Promise<MadeEmblem & { mediaId: number }> {
  // before any work on the picture of someone who may not
  if (!isPermitted(actor, portalsPermits, 'portals.arrange', portalId)) throw NOT_PERMITTED;
  const found = await ports.database.transaction(scopeOf(actor), (tx) => findDetails(tx, mediaId));
  const media = usable(found, portalId);
  const made = await makeEmblem(await bytesOf(ports, media.hash));
  checkEmblem(made.found);
  return { ...made, mediaId: media.id };
}

async function bytesOf({ files }: Ports, hash: string): Promise<Buffer> {
  try {
    const stored = await files.open(hash);
    if (stored) return await readStored(stored);
  } catch (error) {
    if (error instanceof FilesAway) throw STORE_AWAY;
    throw error;
  }
  throw FILE_UNKNOWN;
}

const STORE_AWAY = new Refusal(
  'store-away',
  { vi: uploadWords('vi').storeAwayForm, en: uploadWords('en').storeAwayForm },
  'media',
);

/** Makes the emblem and puts it at the head. @throws Refusal as {@link draftEmblem} */
export async function chooseEmblem(
  ports: Ports,
  actor: Actor,
  chosen: { portalId: number; mediaId: number },
): Promise<void> {
  const { found, mark, icon, mediaId } = await draftEmblem(ports, actor, chosen);
  const { hash } = await ports.files.put(mark.bytes);
  const square = fitsIcon(found) ? await ports.files.put(icon.bytes) : undefined;
  await ports.perform(actor, setEmblem, {
    ...{ portalId: chosen.portalId, media_id: mediaId, hash, width: mark.width, height: mark.height },
    icon_hash: square?.hash ?? null,
  });
}
