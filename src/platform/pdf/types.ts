/** What is handed to the printer and what comes back. Sizes and places are its own affair. */

/** A line of words outside a body: of the cover, the head of a part, the colophon. */
export interface PdfLine {
  text: string;
  style: 'small' | 'body' | 'kicker' | 'title' | 'subtitle' | 'note';
  align?: 'left' | 'center' | 'right';
}

export interface PdfPart {
  id: string;
  /** What stands in the table of contents and among the bookmarks. */
  contents: { text: string; note?: string };
  lines: readonly PdfLine[];
  /** A body of the subset (`rules/body-html`). */
  bodyHtml: string;
}

export interface PdfText {
  title: string;
  language: 'vi' | 'en';
  author: string;
  subject: string;
  /** The only instant in the file: the bytes depend on nothing but this text. */
  createdAt: Date;
  /** As printed on the first page. */
  firstPage: number;
  /** At the top of every page after the first. */
  runningHead: string;
  cover: readonly PdfLine[];
  /** Ids of parts under their headings; left out of the file when no group names a part. */
  contents: { heading: string; groups: readonly { heading: string; parts: readonly string[] }[] };
  /** Each begins a page. */
  parts: readonly PdfPart[];
  /** At the end, never broken across pages. */
  colophon: readonly PdfLine[];
}

export interface PdfMade {
  bytes: Uint8Array;
  pages: number;
  /** Printed page number by the id of the part. */
  startsAt: Readonly<Record<string, number>>;
}
