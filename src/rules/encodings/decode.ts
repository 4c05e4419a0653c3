/**
 * Bytes to text. Order of trust: byte order mark, valid UTF-8, zero bytes (UTF-16 without a mark), the
 * declaration in the file, and last the look of the letters (windows-1258 against windows-1252).
 */
import { toNfc } from '../text/index.ts';
import { findLegacyEncoding } from './legacy.ts';

export type TextEncodingName =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'windows-1258'
  | 'windows-1252'
  | (string & {});

export type DecodedText = {
  /** The text in NFC, without byte order mark. */
  text: string;
  encoding: TextEncodingName;
  hadBom: boolean;
  /** The source spelled letters with combining marks (NFD or windows-1258). */
  wasDecomposed: boolean;
  /** Characters that could not be read and stand as U+FFFD. */
  unreadable: number;
};

/** How far to look for zero bytes and for the declaration of an HTML or XML file, in bytes. */
const HEAD_BYTES = 4096;

/**
 * Decodes bytes of unknown encoding. `declared` is what a header or form said; a declaration inside the file
 * (`charset=`, `encoding=`) is found by itself. Never throws: unreadable characters are counted.
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const marked = byteOrderMark(bytes);
  if (marked) return finish(bytes.subarray(marked.size), marked.encoding, true);
  const wide = utf16WithoutMark(bytes);
  if (wide) return finish(bytes, wide, false);
  if (isUtf8(bytes)) return finish(bytes, 'utf-8', false);
  const named = knownEncoding(declared) ?? knownEncoding(declaredInside(bytes));
  if (named && named !== 'utf-8') return finish(bytes, named, false);
  return finish(bytes, eightBit(bytes), false);
}

function finish(bytes: Uint8Array, encoding: string, hadBom: boolean): DecodedText {
  const raw = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const text = toNfc(raw);
  return {
    text,
    encoding,
    hadBom,
    wasDecomposed: text !== raw,
    unreadable: raw.split('\uFFFD').length - 1,
  };
}

function byteOrderMark(bytes: Uint8Array): { encoding: string; size: number } | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', size: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', size: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', size: 2 };
  return undefined;
}

/** Spaces, digits and plain letters of a UTF-16 text have a zero in one and the same half of each pair. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const head = bytes.subarray(0, HEAD_BYTES);
  if (head.length < 4 || bytes.length % 2 === 1) return undefined;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < head.length; index += 1) {
    if (head[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const pairs = head.length / 2;
  if (odd > pairs * 0.3 && even < pairs * 0.02) return 'utf-16le';
  if (even > pairs * 0.3 && odd < pairs * 0.02) return 'utf-16be';
  return undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function declaredInside(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  return /(?:charset|encoding)\s*=\s*["']?\s*([\w-]{3,30})/i.exec(head)?.[1];
}

function knownEncoding(label: string | undefined): string | undefined {
  if (!label) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** TCVN3 and VNI texts are read as windows-1252, so that `findLegacyEncoding` sees what their tables mean. */
function eightBit(bytes: Uint8Array): 'windows-1258' | 'windows-1252' {
  const western = new TextDecoder('windows-1252').decode(bytes);
  const vietnamese = toNfc(new TextDecoder('windows-1258').decode(bytes));
  const strayMarks = vietnamese.match(/\p{M}/gu)?.length ?? 0;
  const letters = vietnamese.match(/[ăđơưĂĐƠƯ\u1EA0-\u1EF9]/gu)?.length ?? 0;
  if (letters > 0 && letters > strayMarks && !findLegacyEncoding(western)) return 'windows-1258';
  // TCVN3 and windows-1258 share bytes; composed letters without one stray mark decide for windows-1258.
  return letters >= 3 && strayMarks === 0 ? 'windows-1258' : 'windows-1252';
}
