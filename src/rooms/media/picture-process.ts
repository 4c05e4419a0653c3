// A process of its own, started by pictures.ts: it reads and makes pictures behind everything that somebody waits for. What
// a picture does to the library that decodes it stays in here.
import { existsSync, readdirSync } from 'node:fs';
import os from 'node:os';
import sharp from 'sharp';
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
  | ({ op: 'render'; bytes: Uint8Array; focal: Focal } & Rendition);

export interface MadePicture {
  bytes: Uint8Array;
  width: number;
  height: number;
}

export type PictureAnswer =
  | { made: MadePicture }
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
  (task.op === 'prepare' ? prepare(task.bytes) : render(task)).then(
    (answer) => process.send?.(answer),
    (error: Error) => process.send?.({ surprise: error.message } satisfies PictureAnswer),
  );
});
// the server has gone
process.on('disconnect', () => process.exit(0));
