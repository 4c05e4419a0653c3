import { writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';

/**
 * Pictures as a camera writes them, each of its own content and about so many bytes: grain on a slope of light, which
 * compresses as badly as a photograph does.
 *
 * @returns the paths of the files
 */
export async function takePhotographs(folder: string, count: number, bytes: number): Promise<string[]> {
  // some 0.27 bytes a pixel at this quality
  const width = Math.round(Math.sqrt((bytes / 0.27) * (4 / 3)));
  const height = Math.round((width * 3) / 4);
  const raw = Buffer.alloc(width * height * 3);
  let seed = 20261122;
  for (let i = 0; i < raw.length; i++) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    raw[i] = ((i / raw.length) * 160 + (seed >>> 26)) & 255;
  }
  const files: string[] = [];
  for (let n = 1; n <= count; n++) {
    // a few pixels make it another picture
    raw.fill(n % 251, 0, 3 * 16 * n);
    const jpeg = await sharp(raw, { raw: { width, height, channels: 3 } })
      .jpeg({ quality: 80 })
      .toBuffer();
    const file = path.join(folder, `le-hoi-${String(n).padStart(3, '0')}.jpg`);
    writeFileSync(file, jpeg);
    files.push(file);
  }
  return files;
}
