/** Word documents through mammoth: structure by style, no fonts, no colours; images are counted, not taken. */
import mammoth from 'mammoth';
import { type ExtractNote, note, type PictureTray, Refused, refusal } from './answers.ts';
import type { Zip } from './zip.ts';

/** Names that offices gave to headings of their own; the built-in ones are English in every file. */
const LEVELS = [1, 2, 3, 4];
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='caption'] => p.caption:fresh",
  ...['Đề mục', 'Tiêu đề', 'Đầu đề'].flatMap((name) =>
    LEVELS.map((level) => `p[style-name='${name} ${level}'] => h${level}:fresh`),
  ),
];
const MAX_UNKNOWN = 3;

/** `zip` has passed the limits of unpacking; mammoth unpacks the same bytes again. @param tray takes the pictures */
export async function readDocx(
  bytes: Uint8Array,
  zip: Zip,
  tray?: PictureTray,
): Promise<{ html: string; notes: ExtractNote[] }> {
  zip.readAll();
  let images = 0;
  const convertImage = mammoth.images.imgElement(async (image) => {
    const src = tray?.take(image.contentType, await image.readAsBuffer());
    if (src) return { src };
    images += 1;
    return { src: '' };
  });
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const { value, messages } = await mammoth.convertToHtml(
      { buffer },
      { styleMap: STYLES, convertImage, externalFileAccess: false, includeEmbeddedStyleMap: false },
    );
    // A failed image or part is an error message of mammoth; unknown styles are only warnings.
    const lost = messages.filter(({ type }) => type === 'error').map(({ message }) => message);
    return {
      html: value.replace(/<img\b[^>]*>/g, (tag) => (tag.includes('src="/tep/') ? tag : '')),
      notes: [
        ...(images ? [note('imagesNotTaken', images)] : []),
        ...(hasTrackedChanges(zip) ? [note('trackedChanges')] : []),
        ...(lost.length ? [note('notAll', lost.length, lost.slice(0, MAX_UNKNOWN).join('; '))] : []),
      ],
    };
  } catch (error) {
    throw new Refused(refusal('brokenFile'), error);
  }
}

function hasTrackedChanges(zip: Zip): boolean {
  const main = zip.read('word/document.xml');
  return main !== undefined && /<w:(?:del|ins)\s/.test(new TextDecoder().decode(main));
}
