import type { BodyFinding } from '../../rules/body-html/index.ts';
import type { LegacyFinding } from '../../rules/encodings/index.ts';
import type { Words } from '../../rules/lang.ts';
import type { Conversion } from './legacy.ts';
import { NOTE_WORDS, type NoteCode, REFUSAL_WORDS, type RefusalCode } from './words.ts';

/** `png` and `jpg` are read where text can be recognised. */
export type FileFormat = 'txt' | 'html' | 'docx' | 'odt' | 'pdf' | 'png' | 'jpg';

/** A file that was not taken in; the sentence says what to do next. */
export type ExtractRefusal = {
  ok: false;
  code: RefusalCode;
  vi: string;
  en: string;
  /** Of a scan: the longer side of each page, in points. */
  pageSides?: readonly number[];
};

export type ExtractNote = { code: NoteCode; count: number; vi: string; en: string };

/** A picture of a document, standing in its HTML at an address that is replaced when it is kept. */
export type ExtractedPicture = { address: string; type: string; bytes: Uint8Array };

export type Extracted = {
  ok: true;
  /** By content, not by name. */
  format: FileFormat;
  /** The code the bytes of txt and html are written in, as browsers name it; absent for the rest. */
  encoding?: string;
  /** Plain text, NFC, one line a block or printed line: ready for `recogniseDocument` and for search. */
  text: string;
  /** Body of the allowed subset; absent for txt and pdf, which have no structure of their own. */
  html?: string;
  /** What headers and footers of pages say, which is no part of the text; absent where they say nothing. */
  margins?: string;
  /** The lines are those of a page (pdf), not of paragraphs. */
  lineWrapped: boolean;
  /** Where they were asked for. */
  pictures?: readonly ExtractedPicture[];
  sizeBytes: number;
  /** An old Word file as .docx: libraries do not keep the old form. */
  converted?: Uint8Array;
  /** The text stood in an old code table. */
  conversion?: Conversion;
  notes: ExtractNote[];
  /** What the sanitiser of bodies changed. */
  bodyFindings: BodyFinding[];
};

/** More pictures are an album. */
const MOST_PICTURES = 60;

/** Takes the pictures of a document as it is read. */
export class PictureTray {
  readonly pictures: ExtractedPicture[] = [];

  /** @returns its address in the HTML; undefined when there are too many */
  take(type: string, bytes: Uint8Array): string | undefined {
    if (this.pictures.length >= MOST_PICTURES || bytes.length === 0) return undefined;
    const address = `/tep/trong-tep/${this.pictures.length + 1}`;
    // a copy of its own: what crosses to another thread must not be a window into the whole file
    this.pictures.push({ address, type, bytes: Uint8Array.from(bytes) });
    return address;
  }
}

/** Thrown inside the worker and turned into the answer at its edge. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusal: ExtractRefusal;
  constructor(refusal: ExtractRefusal, cause?: unknown) {
    super(refusal.code, { cause });
    this.refusal = refusal;
  }
}

export function refusal(code: keyof typeof REFUSAL_WORDS, limit = ''): ExtractRefusal {
  const { vi, en }: Words = REFUSAL_WORDS[code];
  return { ok: false, code, vi: vi.replace('{limit}', limit), en: en.replace('{limit}', limit) };
}

export function legacyRefusal({ vi, en }: LegacyFinding): ExtractRefusal {
  return { ok: false, code: 'legacyEncoding', vi, en };
}

/** @param detail put into the sentence, the same in both languages or in each its own */
export function note(code: NoteCode, count = 1, detail: string | Words = ''): ExtractNote {
  const { vi, en }: Words = NOTE_WORDS[code];
  const details = typeof detail === 'string' ? { vi: detail, en: detail } : detail;
  const fill = (text: string, own: string) =>
    text.replace('{count}', String(count)).replace('{detail}', () => own);
  return { code, count, vi: fill(vi, details.vi), en: fill(en, details.en) };
}

/** "50 MB" for a limit in bytes. */
export function sizeWords(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${Math.floor(bytes / 1024 / 1024)} MB` : `${Math.ceil(bytes / 1024)} KB`;
}
