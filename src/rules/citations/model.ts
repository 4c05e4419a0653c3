import type { CivilDate } from '../calendar/index.ts';
import type { DocumentNumber } from '../text/index.ts';

/** The text itself, or what is issued with it ("Quy chế này"). */
export type SelfCited = { self: 'document' | 'attachment' };

/** Another document, as far as it is named. */
export interface DocumentCited {
  number?: DocumentNumber;
  /** "Nghị định", "Luật". */
  type?: string;
  /** Name of a law without its kind, or name of what was issued with the numbered text ("Quy chế …"). */
  name?: string;
  issuer?: string;
  issuedOn?: CivilDate;
  year?: number;
}

export type CitationRole = 'basis' | 'replaces' | 'amends' | 'repeals' | 'guides' | 'refers';

export interface Citation {
  /** Characters of the paragraph; citations never overlap. */
  start: number;
  end: number;
  printed: string;
  of: SelfCited | DocumentCited;
  /**
   * Address without the prefix of an attachment ("dieu-11-khoan-6-diem-a"), '' for the whole. "Điều này" is
   * "dieu-nay" until `citationsIn` knows where it stands.
   */
  provision: string;
  role: CitationRole;
}

/** A citation with what only the finding itself needs. */
export type FoundCitation = Citation & {
  /** No document is named: the text itself, or the one that is being amended. */
  implied: boolean;
  /** "Quy định này": what this is depends on what the text consists of. */
  selfKind?: string;
};
