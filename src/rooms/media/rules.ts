import { strFromU8, unzipSync } from 'fflate';
import { Refusal } from '../../rules/refusal.ts';
import { slugOf } from '../../rules/text/index.ts';

/**
 * What a library takes: open formats and the office formats citizens can open, never anything that runs.
 * The type is read from the content; the name only decides between plain text and CSV.
 */
export const FILE_TYPES = {
  pdf: 'application/pdf',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  rtf: 'application/rtf',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  zip: 'application/zip',
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  tiff: 'image/tiff',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
} as const;
export type FileKind = keyof typeof FILE_TYPES;

const IMAGES: ReadonlySet<FileKind> = new Set(['jpg', 'png', 'gif', 'webp', 'tiff']);

export function isImageKind(kind: FileKind): boolean {
  return IMAGES.has(kind);
}

/** Types a browser may show in its own window; everything else is saved (it might be opened as a page of ours). */
const INLINE = new Set<string>([
  FILE_TYPES.pdf,
  FILE_TYPES.jpg,
  FILE_TYPES.png,
  FILE_TYPES.gif,
  FILE_TYPES.webp,
  FILE_TYPES.mp3,
  FILE_TYPES.mp4,
]);

export function isShownInline(type: string): boolean {
  return INLINE.has(type);
}

/** A zip is looked into, but not unpacked, beyond this many bytes of its type note. */
const MIMETYPE_BYTES = 200;

/** First brands of MP4 files that browsers play; others (HEIC, AVIF, QuickTime) are other formats. */
const MP4_BRANDS = /^(isom|iso[2-9]|mp4[12]|avc1|M4V |M4A |dash|msdh|MSNV)/;

const starts = (bytes: Uint8Array, ...first: number[]) => first.every((byte, i) => bytes[i] === byte);
const ascii = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to));

/**
 * The kind of a file by what is in it; undefined when it is none of the whitelist.
 * @throws Refusal when it is a known kind that is not taken, saying what to do instead.
 */
export function detectKind(bytes: Uint8Array, name: string): FileKind | undefined {
  if (ascii(bytes, 0, 1024).includes('%PDF-')) return 'pdf';
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return kindOfZip(bytes);
  if (starts(bytes, 0xff, 0xd8, 0xff)) return 'jpg';
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47)) return 'png';
  if (ascii(bytes, 0, 4) === 'GIF8') return 'gif';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'webp';
  if (starts(bytes, 0x49, 0x49, 0x2a, 0) || starts(bytes, 0x4d, 0x4d, 0, 0x2a)) return 'tiff';
  if (ascii(bytes, 0, 5) === '{\\rtf') return 'rtf';
  if (ascii(bytes, 4, 8) === 'ftyp') return kindOfBox(ascii(bytes, 8, 12));
  if (ascii(bytes, 0, 3) === 'ID3' || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2)) return 'mp3';
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw OLD_OFFICE;
  return kindOfText(bytes, name);
}

function kindOfBox(brand: string): FileKind | undefined {
  if (/^(heic|heix|mif1|avif)/.test(brand)) throw PHONE_PICTURE;
  return MP4_BRANDS.test(brand) ? 'mp4' : undefined;
}

function kindOfZip(bytes: Uint8Array): FileKind | undefined {
  const names = new Set<string>();
  let note = '';
  try {
    const { mimetype } = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.add(name);
        return name === 'mimetype' && originalSize <= MIMETYPE_BYTES;
      },
    });
    note = mimetype ? strFromU8(mimetype).trim() : '';
  } catch {
    return undefined;
  }
  if ([...names].some((name) => /(^|\/)vbaProject\.bin$|^Basic\//i.test(name))) throw MACROS;
  const open = (['odt', 'ods', 'odp'] as const).find((kind) => FILE_TYPES[kind] === note);
  if (open) return open;
  if (names.has('word/document.xml')) return 'docx';
  if (names.has('xl/workbook.xml')) return 'xlsx';
  if (names.has('ppt/presentation.xml')) return 'pptx';
  return 'zip';
}

function kindOfText(bytes: Uint8Array, name: string): FileKind | undefined {
  const kind = /\.csv$/i.test(name) ? 'csv' : /\.txt$/i.test(name) ? 'txt' : undefined;
  if (!kind) return undefined;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : kind;
  } catch {
    throw NOT_UNICODE;
  }
}

/** The name a file is kept and saved under: no path, no controls, the ending of its true kind. */
export function keptName(name: string, kind: FileKind): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}\p{Cf}"<>|*?:]/gu, '');
  const stem = plain
    .replace(/\.[\p{L}\p{N}]{1,5}$/u, '')
    .trim()
    .slice(0, 120);
  return `${stem || 'tep'}.${kind}`;
}

/** Address of a stored file, the same in both languages. The readable end says what it is; the hash finds it. */
export function fileHref({ hash, name }: { hash: string; name: string }): string {
  const dot = name.lastIndexOf('.');
  const stem = slugOf(dot > 0 ? name.slice(0, dot) : name, 60) || 'tep';
  return `/tep/${hash}/${stem}${dot > 0 ? name.slice(dot).toLowerCase() : ''}`;
}

/** Longest side across and most pixels of a picture, before and after. */
export const PICTURE_WIDTH_PX = 1600;
export const PICTURE_LIMIT_PX = 40_000_000;

export const TOO_MANY_PIXELS = new Refusal(
  'picture-too-large',
  {
    vi: 'Ảnh lớn hơn 40 triệu điểm ảnh. Hãy thu nhỏ ảnh rồi tải lại.',
    en: 'The picture has more than 40 million pixels. Make it smaller and upload it again.',
  },
  'files',
);
export const UNREADABLE_PICTURE = new Refusal(
  'picture-unreadable',
  {
    vi: 'Không đọc được ảnh này, có thể tệp bị hỏng. Hãy mở ảnh trên máy, lưu lại thành JPG hoặc PNG rồi tải lên.',
    en: 'This picture could not be read; the file may be damaged. Open it, save it as JPG or PNG and upload that.',
  },
  'files',
);
export const KIND_NOT_TAKEN = new Refusal(
  'kind-not-taken',
  {
    vi: 'Kho không nhận loại tệp này. Hãy dùng PDF, ODT, DOCX, XLSX, PPTX, RTF, TXT, CSV, ZIP, JPG, PNG, WEBP, MP3 hoặc MP4.',
    en: 'The library does not take this kind of file. Use PDF, ODT, DOCX, XLSX, PPTX, RTF, TXT, CSV, ZIP, JPG, PNG, WEBP, MP3 or MP4.',
  },
  'files',
);
export const EMPTY_FILE = new Refusal(
  'file-empty',
  {
    vi: 'Tệp trống, không có gì bên trong. Hãy chọn lại tệp.',
    en: 'The file is empty. Choose another one.',
  },
  'files',
);
const OLD_OFFICE = new Refusal(
  'old-office',
  {
    vi: 'Đây là tệp Word, Excel hoặc PowerPoint đời cũ (.doc, .xls, .ppt). Hãy mở ra, lưu lại thành .docx, .xlsx, .pptx hoặc PDF rồi tải lên.',
    en: 'This is an old Word, Excel or PowerPoint file (.doc, .xls, .ppt). Save it as .docx, .xlsx, .pptx or PDF and upload that.',
  },
  'files',
);
const MACROS = new Refusal(
  'macros',
  {
    vi: 'Tệp có macro (mã chạy bên trong) nên không đưa lên cổng được. Hãy lưu lại bản không có macro.',
    en: 'The file holds macros (code that runs), so it cannot go onto a portal. Save it without macros.',
  },
  'files',
);
const PHONE_PICTURE = new Refusal(
  'phone-picture',
  {
    vi: 'Ảnh HEIC hoặc AVIF của điện thoại chưa dùng được. Hãy lưu ảnh thành JPG rồi tải lên.',
    en: 'HEIC or AVIF pictures of telephones cannot be used yet. Save the picture as JPG and upload that.',
  },
  'files',
);
const NOT_UNICODE = new Refusal(
  'not-unicode',
  {
    vi: 'Tệp chữ này không phải Unicode (UTF-8) nên người đọc sẽ thấy chữ hỏng. Hãy mở ra, lưu lại dạng UTF-8 rồi tải lên.',
    en: 'This text file is not Unicode (UTF-8), so readers would see broken letters. Save it as UTF-8 and upload that.',
  },
  'files',
);
