// A process of its own, started by pictures.ts: it reads and makes pictures behind everything that somebody waits for. What
// a picture does to the library that decodes it stays in here.
import { existsSync, readdirSync } from 'node:fs';
import os from 'node:os';
import sharp, { type Sharp } from 'sharp';
import { EMBLEM_HEIGHT_PX, EMBLEM_RATIO, type EmblemFound, ICON_PX } from './emblem-rules.ts';
import {
  cutAbout,
  type Focal,
  PICTURE_LIMIT_PX,
  PICTURE_WIDTH_PX,
  type Rendition,
  WIDE_RATIO,
} from './rules.ts';

/** Good enough for a photograph at 1,600 px, about a tenth of what a camera writes. */
const QUALITY = 80;
/** AVIF of the look of that WebP; the effort is where more time no longer buys much. */
const AVIF_QUALITY = 55;
const AVIF_EFFORT = 3;
const BEHIND_EVERYBODY = 10;
/** The threads of this process, on Linux. */
const THREADS = '/proc/self/task';

export type PictureTask =
  /** A picture as pages show it: turned as it was taken, at most 1,600 px wide, WebP, without the notes of the camera. */
  | { op: 'prepare'; bytes: Uint8Array }
  /** One rendition of a picture that was prepared. */
  | ({ op: 'render'; bytes: Uint8Array; focal: Focal } & Rendition)
  /** A picture as the emblem at the head of a portal. */
  | { op: 'emblem'; bytes: Uint8Array };

export interface MadePicture {
  bytes: Uint8Array;
  width: number;
  height: number;
}

export interface MadeEmblem {
  found: EmblemFound;
  /** WebP. */
  mark: MadePicture;
  /** PNG: not every browser takes a WebP for its tab. */
  icon: MadePicture;
}

export type PictureAnswer =
  | { made: MadePicture }
  | { emblem: MadeEmblem }
  | { refused: 'too-many-pixels' | 'unreadable' }
  | { surprise: string };

async function prepare(bytes: Uint8Array): Promise<PictureAnswer> {
  const facts = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  if (!facts) return { refused: 'unreadable' };
  // by what the file says of itself, before anything is unpacked
  if ((facts.width ?? 0) * (facts.height ?? 0) > PICTURE_LIMIT_PX) return { refused: 'too-many-pixels' };
  try {
    // of a moving picture, the first frame (moving text is forbidden)
    const { data, info } = await sharp(bytes, { limitInputPixels: PICTURE_LIMIT_PX, pages: 1 })
      .autoOrient()
      .resize({ width: PICTURE_WIDTH_PX, withoutEnlargement: true })
      .webp({ quality: QUALITY })
      .toBuffer({ resolveWithObject: true });
    return { made: { bytes: data, width: info.width, height: info.height } };
  } catch {
    return { refused: 'unreadable' };
  }
}

async function render(task: Extract<PictureTask, { op: 'render' }>): Promise<PictureAnswer> {
  const source = sharp(task.bytes, { limitInputPixels: PICTURE_LIMIT_PX, pages: 1 });
  const { width = 0, height = 0 } = await source.metadata();
  if (task.shape === 'wide') source.extract(cutAbout({ width, height }, task.focal, WIDE_RATIO));
  source.resize({ width: task.width, withoutEnlargement: true });
  if (task.format === 'avif') source.avif({ quality: AVIF_QUALITY, effort: AVIF_EFFORT });
  else source.webp({ quality: QUALITY });
  const { data, info } = await source.toBuffer({ resolveWithObject: true });
  return { made: { bytes: data, width: info.width, height: info.height } };
}

/** Few colours and hard edges: what a photograph may lose is seen here. */
const EMBLEM_QUALITY = 90;
/** From white, in 255 steps of a channel: what lies nearer is not seen on paper. */
const FAINT_STEPS = 24;
const CLEAR = { r: 0, g: 0, b: 0, alpha: 0 };

async function emblem(bytes: Uint8Array): Promise<PictureAnswer> {
  const whole = () => sharp(bytes, { limitInputPixels: PICTURE_LIMIT_PX, pages: 1 }).png();
  const cut = whole().trim().toBuffer({ resolveWithObject: true });
  // of one colour all over: nothing to cut
  const { data, info } = await cut.catch(() => whole().toBuffer({ resolveWithObject: true }));
  const { channels } = await sharp(data).flatten({ background: '#fff' }).removeAlpha().stats();
  const isFaint = channels.every(({ min }) => min > 255 - FAINT_STEPS);
  const made = async (picture: Sharp): Promise<MadePicture> => {
    const { data: drawn, info: size } = await picture.toBuffer({ resolveWithObject: true });
    return { bytes: drawn, width: size.width, height: size.height };
  };
  const mark = sharp(data).resize({
    ...{ height: EMBLEM_HEIGHT_PX, width: EMBLEM_HEIGHT_PX * EMBLEM_RATIO },
    ...{ fit: 'inside', withoutEnlargement: true },
  });
  const icon = sharp(data).resize({ width: ICON_PX, height: ICON_PX, fit: 'contain', background: CLEAR });
  return {
    emblem: {
      found: { width: info.width, height: info.height, isFaint },
      mark: await made(mark.webp({ quality: EMBLEM_QUALITY, alphaQuality: 100 })),
      icon: await made(icon.png({ palette: true, compressionLevel: 9 })),
    },
  };
}

function answer(task: PictureTask): Promise<PictureAnswer> {
  if (task.op === 'prepare') return prepare(task.bytes);
  return task.op === 'emblem' ? emblem(task.bytes) : render(task);
}

/**
 * On Linux a priority belongs to a thread, and a new thread has that of the one it grew from. The threads that read this program
 * were there before it ran; those that decode pictures grow out of them.
 */
function standBehindEverybody(): void {
  os.setPriority(BEHIND_EVERYBODY);
  if (!existsSync(THREADS)) return;
  for (const thread of readdirSync(THREADS))
    try {
      os.setPriority(Number(thread), BEHIND_EVERYBODY);
    } catch {
      // it has ended
    }
}

standBehindEverybody();
sharp.concurrency(1);
sharp.cache(false);

process.on('message', (task: PictureTask) => {
  answer(task).then(
    (made) => process.send?.(made),
    (error: Error) => process.send?.({ surprise: error.message } satisfies PictureAnswer),
  );
});
// the server has gone
process.on('disconnect', () => process.exit(0));
