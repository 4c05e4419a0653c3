import type { Lang, Words } from '../lang.ts';
import type { CheckCode, Weight } from './codes.ts';

/** What is checked of an edition. The body is in the subset of `rules/body-html`. */
export interface CheckedContent {
  title: string;
  summary: string;
  bodyHtml: string;
  author: string;
  source: string;
  sourceUrl: string;
  sourcePublishedAt: Date | null;
  pictureMediaId: number | null;
  pictureAlt: string;
  pictureCaption: string;
  attachments: readonly { name: string; label: string }[];
  /** What stands in the fields of the item's own (`rules/item-forms`). */
  facts?: Readonly<Record<string, string>>;
}

export type CheckedField =
  | 'title'
  | 'summary'
  | 'body'
  | 'author'
  | 'source'
  | 'sourcePublishedAt'
  | 'pictureAlt'
  | 'pictureCaption'
  | 'attachments'
  | 'fields';

/**
 * Where a link leads: within the installation; or outside, to what did not open on several days, with what was heard there.
 * `undefined`: not known here.
 */
export type LinkStanding = 'there' | 'missing' | 'withdrawn' | { unreachable: Words } | undefined;

/** What is known about the portal besides the text. */
export interface CheckContext {
  language: Lang;
  /** The kind of the section: texts of documents keep the form of the original, "1." and bold lines among it. */
  contentKind?: string;
  /** Telephone numbers and e-mail addresses that offices of the locality made public themselves. */
  contacts?: readonly string[];
  /** Where a link of the body leads, or the address of the source. */
  standingOf?: (href: string) => LinkStanding;
  weightOf?: (code: CheckCode) => Weight;
}

/**
 * A place in the body: `path` are the numbers of the children from the root down. With `from` and `to` (UTF-16 offsets,
 * `to` exclusive) it is a part of the run of text that begins at that child; without them it is the element itself.
 * For other fields the path is empty and the offsets are those of the field.
 */
export interface Place {
  path: readonly number[];
  from?: number;
  to?: number;
}

/** What may be put in the place of the words found. */
export interface Correction {
  before: string;
  after: string;
}

export interface Finding {
  code: CheckCode;
  weight: Weight;
  field: CheckedField;
  /** Absent where the finding is about the whole field. */
  place?: Place;
  /** The words concerned, as they stand; empty where something is missing. */
  words: string;
  /** The whole address of a link that leads nowhere; the words may be shortened. */
  href?: string;
  title: Words;
  text: Words;
  correction?: Correction;
}

/** A finding before it was weighed and put into words. */
export interface Found {
  code: CheckCode;
  field?: CheckedField;
  place?: Place;
  words?: string;
  href?: string;
  /** Said in the sentence where the words themselves are not what it speaks of. */
  detail?: Words;
  correction?: Correction;
}
