import { strFromU8, unzipSync } from 'fflate';
import { FILE_TYPES, type FileKind } from './kind-rules.ts';
import { ARCHIVE_BOMB, BROKEN_FILE, LOCKED_ARCHIVE, MACROS, PROGRAMS_INSIDE } from './refusal-rules.ts';

/** The type note of an OpenDocument file is no longer. */
const MIMETYPE_BYTES = 200;

/** An archive somebody opens on an old computer: no more files, no more bytes, no more air than these. */
const MOST_ENTRIES = 5_000;
const MOST_UNPACKED_BYTES = 1_000_000_000;
/** Text shrinks to a tenth, a table to a thirtieth; what shrinks further was made to. Small archives may. */
const MOST_RATIO = 100;
const RATIO_FROM_BYTES = 20_000_000;

const RUNS = /\.(exe|dll|com|scr|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|jar|msi|apk|lnk|sh|app)$/i;
const MACRO_PARTS = /(^|\/)vbaProject\.bin$|^Basic\//i;

/** Place of the end of a zip's directory when it ends exactly with the file; -1 when the file does not end as a zip. */
export function zipEnd(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= first; at--) {
    if (view.getUint32(at, true) === 0x06054b50 && at + 22 + view.getUint16(at + 20, true) === bytes.length)
      return at;
  }
  return -1;
}

/** Whether any entry of the directory is encrypted (bit 0 of its flags). */
function isLocked(bytes: Uint8Array, end: number): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= end && view.getUint32(at, true) === 0x02014b50) {
    if (view.getUint16(at + 8, true) & 1) return true;
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return false;
}

/**
 * What kind of file a zip is: an office document by its parts, else an archive.
 * @throws Refusal `file-broken`, `archive-bomb`, `archive-locked`, `macros` or `programs-inside`
 */
export function kindOfZip(bytes: Uint8Array): FileKind {
  const names = new Set<string>();
  let [packed, unpacked] = [0, 0];
  let note = '';
  const end = zipEnd(bytes);
  if (end === -1) throw BROKEN_FILE;
  try {
    const { mimetype } = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        names.add(name);
        packed += size;
        unpacked += originalSize;
        return name === 'mimetype' && originalSize <= MIMETYPE_BYTES;
      },
    });
    note = mimetype ? strFromU8(mimetype).trim() : '';
  } catch {
    throw BROKEN_FILE;
  }
  if (isLocked(bytes, end)) throw LOCKED_ARCHIVE;
  // more packed bytes than the file has: entries that lie over each other
  const isBomb =
    names.size > MOST_ENTRIES ||
    unpacked > MOST_UNPACKED_BYTES ||
    packed > bytes.length ||
    (unpacked > RATIO_FROM_BYTES && unpacked > MOST_RATIO * bytes.length);
  if (isBomb) throw ARCHIVE_BOMB;
  if ([...names].some((name) => MACRO_PARTS.test(name))) throw MACROS;
  const open = (['odt', 'ods', 'odp'] as const).find((kind) => FILE_TYPES[kind] === note);
  if (open) return open;
  if (names.has('word/document.xml')) return 'docx';
  if (names.has('xl/workbook.xml')) return 'xlsx';
  if (names.has('ppt/presentation.xml')) return 'pptx';
  if ([...names].some((name) => RUNS.test(name))) throw PROGRAMS_INSIDE;
  return 'zip';
}
