/** The work of the worker: one file to text and HTML. Throws `Refused` for every refusal. */
import { bodyText, type SanitisedBody, sanitiseBody } from '../../rules/body-html/index.ts';
import { decodeText, findLegacyEncoding } from '../../rules/encodings/index.ts';
import { tidyPaste } from '../../rules/paste/index.ts';
import {
  type Extracted,
  type ExtractNote,
  type FileFormat,
  legacyRefusal,
  note,
  PictureTray,
  Refused,
  refusal,
  sizeWords,
} from './answers.ts';
import { detectFormat, mismatchNotes } from './detect.ts';
import {
  type Conversion,
  codeOfBody,
  conversionNotes,
  convertibleCode,
  convertMarkup,
  convertPlain,
} from './legacy.ts';
import type { ExtractLimits } from './limits.ts';
import { marginsOf } from './margins.ts';
import { readOdt } from './odt.ts';

type Raw = { text?: string; html?: string; encoding?: string; notes: ExtractNote[] };

export async function readFileContent(
  bytes: Uint8Array,
  fileName: string,
  limits: ExtractLimits,
  withPictures = false,
): Promise<Extracted> {
  if (bytes.length === 0) throw new Refused(refusal('emptyFile'));
  if (bytes.length > limits.inputBytes) throw new Refused(refusal('tooLarge', sizeWords(limits.inputBytes)));
  const { format, zip } = detectFormat(bytes, fileName, limits);
  const tray = withPictures ? new PictureTray() : undefined;
  const raw = await readRaw(format, bytes, zip, limits, tray);
  if (tray && raw.html !== undefined) raw.html = tidyPaste(raw.html);
  const { body, text, conversion } = contentOf(raw, format, limits);
  checkText(text, raw, limits);
  const source = raw.html ?? raw.text ?? '';
  const wasDecomposed = source.normalize('NFC') !== source;
  const margins = marginsOf(format, zip);
  return {
    ok: true,
    format,
    ...(raw.encoding !== undefined && { encoding: raw.encoding }),
    text,
    ...(body && { html: body.html }),
    ...(margins && { margins }),
    ...(tray && { pictures: tray.pictures }),
    lineWrapped: format === 'pdf',
    sizeBytes: bytes.length,
    ...(conversion && { conversion }),
    notes: [
      ...mismatchNotes(fileName, format),
      ...raw.notes,
      ...(conversion ? conversionNotes(conversion) : []),
      ...(wasDecomposed && !raw.notes.some(({ code }) => code === 'composed') ? [note('composed')] : []),
    ],
    bodyFindings: body?.findings.filter(({ code }) => code !== 'composed') ?? [],
  };
}

async function readRaw(
  format: FileFormat,
  bytes: Uint8Array,
  zip: ReturnType<typeof detectFormat>['zip'],
  limits: ExtractLimits,
  tray: PictureTray | undefined,
): Promise<Raw> {
  // Loaded when needed: each costs a fifth of a second and most of the memory of the thread.
  if (format === 'pdf') return (await import('./pdf.ts')).readPdf(bytes, limits);
  if (format === 'docx' && zip) return (await import('./docx.ts')).readDocx(bytes, zip, tray);
  if (format === 'odt' && zip) return readOdt(zip, tray);
  const decoded = decodeText(bytes);
  const notes = [
    ...(decoded.encoding === 'utf-8' ? [] : [note('encoding', 1, decoded.encoding)]),
    ...(decoded.wasDecomposed ? [note('composed')] : []),
    ...(decoded.unreadable ? [note('unreadable', decoded.unreadable)] : []),
  ];
  const { text, encoding } = decoded;
  return format === 'html' ? { html: text, encoding, notes } : { text, encoding, notes };
}

type Content = { body?: SanitisedBody; text: string; conversion?: Conversion };

/** Body and text in Unicode; a PDF in an old table has letters of its fonts only, so it is not converted. */
function contentOf({ html, text = '' }: Raw, format: FileFormat, limits: ExtractLimits): Content {
  if (html === undefined) {
    const code = format === 'pdf' ? undefined : convertibleCode(text);
    return code ? convertPlain(text, code) : { text: text.normalize('NFC') };
  }
  const body = sanitised(html, limits);
  const code = codeOfBody(body.html);
  if (!code) return { body, text: bodyText(body.html) };
  const converted = convertMarkup(html, code, (markup) => sanitised(markup, limits));
  return { ...converted, text: bodyText(converted.body.html) };
}

function sanitised(html: string, limits: ExtractLimits): SanitisedBody {
  // Markup is several times the text it holds; far beyond that it is not worth the sanitiser's time.
  if (html.length > limits.outputBytes * 4)
    throw new Refused(refusal('tooMuchInside', sizeWords(limits.outputBytes)));
  const body = sanitiseBody(html);
  if (Buffer.byteLength(body.html) > limits.outputBytes)
    throw new Refused(refusal('tooMuchInside', sizeWords(limits.outputBytes)));
  return body;
}

function checkText(text: string, raw: Raw, limits: ExtractLimits): void {
  if (Buffer.byteLength(text) > limits.outputBytes)
    throw new Refused(refusal('tooMuchInside', sizeWords(limits.outputBytes)));
  const hasImages = raw.notes.some(({ code }) => code === 'imagesNotTaken');
  if (!/[\p{L}\p{N}]/u.test(text)) throw new Refused(refusal(hasImages ? 'noText' : 'emptyFile'));
  const legacy = findLegacyEncoding(text);
  if (legacy) throw new Refused(legacyRefusal(legacy));
}
