import { kindOfZip, zipEnd } from './archive-rules.ts';
import { convertSrt, isSrt, isVtt } from './caption-rules.ts';
import { type FileKind, groupOf } from './kind-rules.ts';
import {
  BAD_CAPTIONS,
  BAD_JSON,
  BROKEN_FILE,
  DRAWING,
  malware,
  NOT_UNICODE,
  OLD_OFFICE,
  PHONE_PICTURE,
  PROGRAM,
  TWO_KINDS,
  WEB_PAGE,
} from './refusal-rules.ts';

/** First brands of MP4 files that browsers play; others (QuickTime, 3GP) are other formats. */
const MP4_BRANDS = /^(isom|iso[2-9]|mp4[12]|avc1|M4V |M4A |dash|msdh|MSNV)/;

const starts = (bytes: Uint8Array, ...first: number[]) => first.every((byte, i) => bytes[i] === byte);
const ascii = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to));

/** The harmless text by which scanners are tried out (eicar.org): whoever sends it wants to see it refused. */
const EICAR = 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!';

/**
 * The kind of a file by what is in it; undefined when it is none of the whitelist. The beginning of a long film is enough.
 * @throws Refusal when it is a known kind that is not taken, saying what to do instead.
 */
export function detectKind(bytes: Uint8Array, name: string): FileKind | undefined {
  const head = ascii(bytes, 0, 1024);
  if (head.slice(0, 200).includes(EICAR)) throw malware('EICAR');
  const pdfAt = head.indexOf('%PDF-');
  const kind = kindOfPicture(bytes) ?? kindOfSound(bytes) ?? kindOfOther(bytes);
  // a second beginning behind the first: read as one kind here and as another there
  if (kind && kind !== 'pdf' && pdfAt > 0) throw TWO_KINDS;
  if (pdfAt >= 0) return 'pdf';
  if (kind) return kind;
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw OLD_OFFICE;
  if (starts(bytes, 0x4d, 0x5a) || starts(bytes, 0x7f, 0x45, 0x4c, 0x46) || starts(bytes, 0x23, 0x21))
    throw PROGRAM;
  return kindOfText(bytes, name);
}

function kindOfPicture(bytes: Uint8Array): FileKind | undefined {
  if (starts(bytes, 0xff, 0xd8, 0xff)) return 'jpg';
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47)) return 'png';
  if (ascii(bytes, 0, 4) === 'GIF8') return 'gif';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'webp';
  if (starts(bytes, 0x49, 0x49, 0x2a, 0) || starts(bytes, 0x4d, 0x4d, 0, 0x2a)) return 'tiff';
  if (ascii(bytes, 4, 8) === 'ftyp' && /^avi[fs]/.test(ascii(bytes, 8, 12))) return 'avif';
  return undefined;
}

function kindOfSound(bytes: Uint8Array): FileKind | undefined {
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WAVE') return 'wav';
  if (ascii(bytes, 0, 4) === 'OggS') return 'ogg';
  if (ascii(bytes, 0, 3) === 'ID3' || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2)) return 'mp3';
  return undefined;
}

function kindOfOther(bytes: Uint8Array): FileKind | undefined {
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return kindOfZip(bytes);
  if (ascii(bytes, 0, 5) === '{\\rtf') return 'rtf';
  if (ascii(bytes, 4, 8) === 'ftyp') {
    const brand = ascii(bytes, 8, 12);
    if (/^(hei[cx]|hev[cx]|mif1|msf1)/.test(brand)) throw PHONE_PICTURE;
    return MP4_BRANDS.test(brand) ? 'mp4' : undefined;
  }
  // EBML with the type "webm": Matroska films of other types play in few browsers
  if (starts(bytes, 0x1a, 0x45, 0xdf, 0xa3) && ascii(bytes, 0, 64).includes('webm')) return 'webm';
  return undefined;
}

const TEXT_KINDS = ['txt', 'csv', 'json', 'vtt', 'srt'] as const;

function kindOfText(bytes: Uint8Array, name: string): FileKind | undefined {
  const beginning = ascii(bytes, 0, 512)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase();
  if (/^<svg\b|^<\?xml[^>]*>\s*(<!--[\s\S]*?-->\s*)*(<!doctype svg[^>]*>\s*)?<svg\b/.test(beginning))
    throw DRAWING;
  if (/^<!doctype html|^<html\b|^<script\b/.test(beginning)) throw WEB_PAGE;
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  const kind = TEXT_KINDS.find((one) => one === ending);
  if (!kind) return undefined;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw NOT_UNICODE;
  }
  if (text.includes('\0')) return undefined;
  if (kind === 'vtt' && !isVtt(text)) throw BAD_CAPTIONS;
  if (kind === 'srt' && !isSrt(text)) throw BAD_CAPTIONS;
  return kind;
}

const PDF_END_BYTES = 2_048;

/**
 * Whether the file is whole and of one kind alone, for what is kept as it was sent; pictures are made anew.
 * @throws Refusal `file-broken`, `two-kinds` or `json-unreadable`
 */
export function checkWhole(kind: FileKind, bytes: Uint8Array): void {
  const isZip = ['zip', 'odt', 'ods', 'odp', 'docx', 'xlsx', 'pptx'].includes(kind);
  if (!isZip && groupOf(kind) !== 'picture' && bytes.length >= 22 && zipEnd(bytes) !== -1) throw TWO_KINDS;
  if (kind === 'pdf') {
    if (
      ascii(bytes, 0, 1024)
        .slice(0, ascii(bytes, 0, 1024).indexOf('%PDF-'))
        .trim() !== ''
    )
      throw TWO_KINDS;
    if (!ascii(bytes, Math.max(0, bytes.length - PDF_END_BYTES), bytes.length).includes('%%EOF'))
      throw BROKEN_FILE;
  }
  if (kind === 'rtf' && !ascii(bytes, Math.max(0, bytes.length - 64), bytes.length).includes('}'))
    throw BROKEN_FILE;
  if (kind === 'wav' && riffBytes(bytes) > bytes.length + 1) throw BROKEN_FILE;
  if (kind === 'json') {
    try {
      JSON.parse(new TextDecoder().decode(bytes));
    } catch {
      throw BAD_JSON;
    }
  }
}

function riffBytes(bytes: Uint8Array): number {
  return bytes.length < 8 ? 8 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true) + 8;
}

/** The kind a file is kept as, and its bytes in that kind: captions of the one format browsers read. */
export function asKept(kind: FileKind, bytes: Uint8Array): { kind: FileKind; bytes: Uint8Array } {
  if (kind !== 'srt') return { kind, bytes };
  return { kind: 'vtt', bytes: new TextEncoder().encode(convertSrt(new TextDecoder().decode(bytes))) };
}

/** Reads so many bytes at a place of a file that is too long for memory. */
export type ReadAt = (offset: number, length: number) => Promise<Uint8Array>;

const MOST_BOXES = 10_000;

/**
 * Whether a long MP4 is whole: its boxes fill it exactly and the index of the film is among them.
 * @throws Refusal `file-broken`
 */
export async function checkBoxes(sizeBytes: number, readAt: ReadAt): Promise<void> {
  let hasIndex = false;
  let at = 0;
  for (let n = 0; at < sizeBytes && n < MOST_BOXES; n++) {
    const head = await readAt(at, 16);
    if (head.length < 8) throw BROKEN_FILE;
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
    const short = view.getUint32(0);
    const long = short === 1 && head.length >= 16 ? Number(view.getBigUint64(8)) : short;
    // 0: to the end of the file
    const length = short === 0 ? sizeBytes - at : long;
    if (length < 8) throw BROKEN_FILE;
    hasIndex ||= ascii(head, 4, 8) === 'moov';
    at += length;
  }
  if (at !== sizeBytes || !hasIndex) throw BROKEN_FILE;
}
