import sharp from 'sharp';
import { PICTURE_LIMIT_PX, PICTURE_WIDTH_PX, TOO_MANY_PIXELS, UNREADABLE_PICTURE } from './rules.ts';

/** What becomes of an uploaded picture. */
export interface PreparedPicture {
  bytes: Buffer;
  width: number;
  height: number;
}

/** Good enough for a photograph at 1,600 px, about a tenth of what a camera writes. */
const QUALITY = 80;

/**
 * A picture as pages show it: turned as it was taken, at most 1,600 px wide, WebP, and without the camera's
 * notes, which may say where somebody lives. Of a moving picture, the first frame (moving text is forbidden).
 * @throws Refusal when it has more than 40 million pixels or cannot be read.
 */
export async function preparePicture(bytes: Uint8Array): Promise<PreparedPicture> {
  const facts = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw UNREADABLE_PICTURE;
    });
  if ((facts.width ?? 0) * (facts.height ?? 0) > PICTURE_LIMIT_PX) throw TOO_MANY_PIXELS;
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: PICTURE_LIMIT_PX, pages: 1 })
      .autoOrient()
      .resize({ width: PICTURE_WIDTH_PX, withoutEnlargement: true })
      .webp({ quality: QUALITY })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch {
    throw UNREADABLE_PICTURE;
  }
}
