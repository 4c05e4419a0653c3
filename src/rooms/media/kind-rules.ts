/**
 * What a library takes: open formats and the office formats citizens can open, never anything that runs
 * (LC-026, QN-019: the formats of the circular on technical standards). The type is read from the content; the name only
 * decides between kinds of plain text.
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
  json: 'application/json',
  vtt: 'text/vtt; charset=utf-8',
  srt: 'application/x-subrip',
  zip: 'application/zip',
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  tiff: 'image/tiff',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  wav: 'audio/wav',
  mp4: 'video/mp4',
  webm: 'video/webm',
} as const;
export type FileKind = keyof typeof FILE_TYPES;

/** Kinds that are treated alike: filtered together, with one limit of size. */
export type KindGroup = 'picture' | 'document' | 'text' | 'archive' | 'sound' | 'film';

const MB = 1_000_000;

interface GroupRule {
  kinds: readonly FileKind[];
  /** Largest file taken, as it comes from the person's computer. */
  mostBytes: number;
}

/** The one table of what is taken and how large: the page, the help at the field and the server read it. */
export const KIND_GROUPS: Readonly<Record<KindGroup, GroupRule>> = {
  picture: { kinds: ['jpg', 'png', 'webp', 'avif', 'gif', 'tiff'], mostBytes: 40 * MB },
  document: {
    kinds: ['pdf', 'odt', 'ods', 'odp', 'docx', 'xlsx', 'pptx', 'rtf'],
    mostBytes: 50 * MB,
  },
  text: { kinds: ['txt', 'csv', 'json', 'vtt', 'srt'], mostBytes: 10 * MB },
  archive: { kinds: ['zip'], mostBytes: 50 * MB },
  sound: { kinds: ['mp3', 'ogg', 'wav'], mostBytes: 200 * MB },
  film: { kinds: ['mp4', 'webm'], mostBytes: 1000 * MB },
};

export const GROUPS = Object.keys(KIND_GROUPS) as KindGroup[];

/** The largest of all limits: nothing longer is even begun. */
export const MOST_BYTES = Math.max(...GROUPS.map((group) => KIND_GROUPS[group].mostBytes));

/** Through the plain form, in one request: so many files, and of each so much. */
export const FORM_FILES = 20;
export const FORM_FILE_BYTES = 50 * MB;

export function groupOf(kind: FileKind): KindGroup {
  const found = GROUPS.find((group) => KIND_GROUPS[group].kinds.includes(kind));
  if (!found) throw new Error(`${kind} stands in no group of KIND_GROUPS`);
  return found;
}

/** The group of a stored file by its media type; documents when it is none of ours (a row of an older release). */
export function groupOfType(type: string): KindGroup {
  const kind = (Object.keys(FILE_TYPES) as FileKind[]).find((one) => FILE_TYPES[one] === type);
  return kind ? groupOf(kind) : 'document';
}

/** Every media type of a group, for asking the database. */
export function typesOf(group: KindGroup): string[] {
  return KIND_GROUPS[group].kinds.map((kind) => FILE_TYPES[kind]);
}

export function isImageKind(kind: FileKind): boolean {
  return groupOf(kind) === 'picture';
}

/** Types a browser may show in its own window; everything else is saved (it might be opened as a page of ours). */
const INLINE = new Set<string>([
  FILE_TYPES.pdf,
  ...[...KIND_GROUPS.picture.kinds, ...KIND_GROUPS.sound.kinds, ...KIND_GROUPS.film.kinds].map(
    (kind) => FILE_TYPES[kind],
  ),
  FILE_TYPES.vtt,
]);

export function isShownInline(type: string): boolean {
  return INLINE.has(type);
}
