import { writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';

/** Some bytes of a pixel at this quality, as a camera has them. */
const BYTES_PER_PIXEL = 0.27;
const QUALITY = 80;
/** The picture grows by so much until it is not too small. */
const STEP = 1.005;

interface Grain {
  pixels: Buffer;
  width: number;
  height: number;
}

/**
 * Pictures as a camera writes them, each of its own content and of so many bytes or a little more: grain on a slope of light,
 * which compresses as badly as a photograph does.
 *
 * @returns the paths of the files
 */
export async function takePhotographs(folder: string, count: number, bytes: number): Promise<string[]> {
  let width = Math.sqrt((bytes / BYTES_PER_PIXEL) * (4 / 3));
  let grain = grainOf(width);
  for (let size = 0; size < bytes; width *= STEP) {
    grain = grainOf(width);
    // the one with the most of its grain taken away is the smallest
    size = (await jpegOf(grain, count)).length;
  }
  const files: string[] = [];
  for (let n = 1; n <= count; n++) {
    const file = path.join(folder, `le-hoi-${String(n).padStart(3, '0')}.jpg`);
    writeFileSync(file, await jpegOf(grain, n));
    files.push(file);
  }
  return files;
}

function grainOf(wide: number): Grain {
  const width = Math.round(wide);
  const height = Math.round((width * 3) / 4);
  const pixels = Buffer.alloc(width * height * 3);
  let seed = 20261122;
  for (let i = 0; i < pixels.length; i++) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    pixels[i] = ((i / pixels.length) * 160 + (seed >>> 26)) & 255;
  }
  return { pixels, width, height };
}

/** The picture of a number: a few pixels of one colour make it another than those before. */
function jpegOf({ pixels, width, height }: Grain, n: number): Promise<Buffer> {
  const own = Buffer.from(pixels);
  own.fill(n % 251, 0, 3 * 16 * n);
  return sharp(own, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: QUALITY })
    .toBuffer();
}
