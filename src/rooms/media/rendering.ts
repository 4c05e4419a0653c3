import { readStored } from '../../platform/files/index.ts';
import type { JobDefinition } from '../../platform/jobs/index.ts';
import type { Ports } from '../../platform/ports.ts';
import { drawFirstPage } from '../../platform/preview/index.ts';
import { PREPARE_JOB } from './commands.ts';
import { groupOfType, typesOf } from './kind-rules.ts';
import { renderPicture } from './pictures.ts';
import {
  dropWide,
  findRendered,
  listRenditions,
  listUndrawn,
  markDrawn,
  type RenderedMedia,
  saveRendition,
} from './rendition-store.ts';
import { CARD_WIDTH_PX, type Rendition, renditionsOf } from './rules.ts';
import { scanWaiting } from './scanning.ts';

const SYSTEM = { as: 'system' } as const;

/** After a file came: the scan it has not had, then what pages show of it in its stead. */
export const prepareJob: JobDefinition<Ports> = {
  name: PREPARE_JOB,
  retryLimit: 5,
  async run(ports, data) {
    const mediaId = Number(data.mediaId);
    if (data.anew !== true) await scanWaiting(ports, mediaId);
    await makeRenditions(ports, mediaId, data.anew === true);
  },
};

/**
 * Makes what is missing of a picture: it smaller, and cut about its focal point.
 * @param anew its focal point was moved: what was cut is cut again
 */
export async function makeRenditions(ports: Ports, mediaId: number, anew = false): Promise<void> {
  const found = await ports.database.transaction(SYSTEM, async (tx) => {
    const media = await findRendered(tx, mediaId);
    if (media && anew) await dropWide(tx, media.portal_id, media.hash);
    return media && { media, there: await listRenditions(tx, media.portal_id, media.hash) };
  });
  if (!found) return;
  const { media, there } = found;
  const missing = wanted(media).filter(
    (one) =>
      !there.some(
        ({ shape, width, format }) => shape === one.shape && width === one.width && format === one.format,
      ),
  );
  if (missing.length === 0) return;
  const stored = await ports.files.open(media.hash);
  if (!stored) return;
  const bytes = await readStored(stored);
  for (const one of missing) {
    const focal = { x: media.focal_x, y: media.focal_y };
    const made = await renderPicture({ ...one, bytes, focal });
    const { hash, sizeBytes } = await ports.files.put(made.bytes);
    const row = { ...one, hash, size_bytes: sizeBytes };
    const of = { portalId: media.portal_id, baseHash: media.hash, at: ports.now() };
    await ports.database.transaction(SYSTEM, (tx) => saveRendition(tx, of, row));
  }
}

function wanted(media: RenderedMedia): Rendition[] {
  if (groupOfType(media.type) !== 'picture') return [];
  return renditionsOf(media.width ?? 0, { x: media.focal_x, y: media.focal_y });
}

/** Documents of one round; the next follows two minutes later. */
const ROUND = 5;

/** Draws the first page of documents that came, for whoever looks for them in the library; each is tried once. */
export async function drawPreviews(ports: Ports, most = ROUND): Promise<number> {
  const found = await ports.database.transaction(SYSTEM, (tx) => listUndrawn(tx, typesOf('document'), most));
  for (const media of found) {
    await ports.database.transaction(SYSTEM, (tx) => markDrawn(tx, media.id, ports.now()));
    const stored = await ports.files.open(media.hash);
    const drawn = stored && (await drawFirstPage(await readStored(stored), media.name));
    if (!drawn) continue;
    const card = { shape: 'card', width: CARD_WIDTH_PX, format: 'webp' } as const;
    const made = await renderPicture({ ...card, bytes: drawn, focal: { x: 50, y: 50 } });
    const { hash, sizeBytes } = await ports.files.put(made.bytes);
    const of = { portalId: media.portal_id, baseHash: media.hash, at: ports.now() };
    await ports.database.transaction(SYSTEM, (tx) =>
      saveRendition(tx, of, { ...card, hash, size_bytes: sizeBytes }),
    );
  }
  return found.length;
}

export const previewJob: JobDefinition<Ports> = {
  name: 'media.drawPreviews',
  retryLimit: 0,
  cron: '*/2 * * * *',
  run: async (ports) => void (await drawPreviews(ports)),
};
