/** What a file is by its first bytes and, for a zip, by its parts; the name only breaks ties between texts. */
import path from 'node:path';
import { decodeText } from '../../rules/encodings/index.ts';
import { type ExtractNote, type FileFormat, note, Refused, refusal } from './answers.ts';
import type { ExtractLimits } from './limits.ts';
import { oldWordHead } from './old-word.ts';
import { openZip, type Zip } from './zip.ts';

export type Detected = { format: FileFormat; zip?: Zip };

const HEAD_BYTES = 1024;
const BY_EXTENSION: Record<string, FileFormat> = {
  '.txt': 'txt',
  '.htm': 'html',
  '.html': 'html',
  '.xhtml': 'html',
  '.docx': 'docx',
  '.odt': 'odt',
  '.pdf': 'pdf',
};
const ODT = 'application/vnd.oasis.opendocument.text';

/** Recognises the format; throws `Refused` for what cannot be taken in. */
export function detectFormat(bytes: Uint8Array, fileName: string, limits: ExtractLimits): Detected {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1');
  if (head.includes('%PDF-')) return { format: 'pdf' };
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006'))
    return ofZip(openZip(bytes, limits));
  if (head.startsWith('\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1'))
    throw new Refused(refusal(ofOldContainer(bytes)));
  if (head.startsWith('{\\rtf')) throw new Refused(refusal('oldWord'));
  if (imageKind(bytes)) throw new Refused(refusal('scannedImage'));
  if (isBinary(bytes)) throw new Refused(refusal(wasText(fileName) ? 'brokenFile' : 'unknownType'));
  return { format: isHtml(bytes, fileName) ? 'html' : 'txt' };
}

/** Kind of a picture that may be a scan. */
export function imageKind(bytes: Uint8Array): 'png' | 'jpg' | undefined {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (head === '89504e47') return 'png';
  return head.startsWith('ffd8ff') ? 'jpg' : undefined;
}

function ofZip(zip: Zip): Detected {
  if (zip.isEncrypted) throw new Refused(refusal('encrypted'));
  if (zip.names.includes('word/document.xml')) return { format: 'docx', zip };
  const mimetype = zip.names.includes('mimetype') ? zip.read('mimetype') : undefined;
  const type = mimetype && new TextDecoder().decode(mimetype.subarray(0, 100)).trim();
  if (type === ODT || type === `${ODT}-template`) return { format: 'odt', zip };
  // A Word file may name its main part otherwise; its content types tell.
  const types = zip.names.includes('[Content_Types].xml') ? zip.read('[Content_Types].xml') : undefined;
  if (types && new TextDecoder().decode(types).includes('wordprocessingml.document.main'))
    return { format: 'docx', zip };
  throw new Refused(refusal('unknownType'));
}

/** A docx with a password is stored inside an old container with a part of this name; a doc says it in its head. */
function ofOldContainer(bytes: Uint8Array): 'encrypted' | 'oldWord' {
  if (Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))) return 'encrypted';
  return oldWordHead(bytes)?.isEncrypted ? 'encrypted' : 'oldWord';
}

/** Zero bytes stand in no text but UTF-16, and there in one half of the pairs. */
function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 64 * 1024);
  const { text, encoding } = decodeText(head.length % 2 === 0 ? head : head.subarray(0, head.length - 1));
  if (head.includes(0) && !encoding.startsWith('utf-16')) return true;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted
  const controls = text.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F\uFFFD]/g)?.length ?? 0;
  return controls > Math.max(2, text.length * 0.02);
}

function wasText(fileName: string): boolean {
  return ['.docx', '.odt', '.pdf'].includes(path.extname(fileName).toLowerCase());
}

function isHtml(bytes: Uint8Array, fileName: string): boolean {
  const { text } = decodeText(bytes.subarray(0, HEAD_BYTES * 4));
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(text))
    return true;
  const byName = BY_EXTENSION[path.extname(fileName).toLowerCase()];
  return byName === 'html';
}

/** A note when the name says another format than the content. */
export function mismatchNotes(fileName: string, format: FileFormat): ExtractNote[] {
  const extension = path.extname(fileName).toLowerCase();
  if (extension === '' || BY_EXTENSION[extension] === format) return [];
  return [note('typeMismatch', 1, `${extension} ≠ .${format}`)];
}
