/** Word documents through mammoth: structure by style, no fonts, no colours; images are counted, not taken. */
import mammoth from 'mammoth';
import { type ExtractNote, note, Refused, refusal } from './answers.ts';
import type { Zip } from './zip.ts';

const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"];
const MAX_UNKNOWN = 3;

/** `zip` has passed the limits of unpacking; mammoth unpacks the same bytes again. */
export async function readDocx(bytes: Uint8Array, zip: Zip): Promise<{ html: string; notes: ExtractNote[] }> {
  zip.readAll();
  let images = 0;
  const convertImage = mammoth.images.imgElement(async () => {
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
      html: value.replace(/<img\b[^>]*>/g, ''),
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
