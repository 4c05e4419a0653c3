/**
 * The one body subset of the product: what a news item, a document or a page may consist of. Everything that
 * takes HTML in (editor, paste, files, feeds) passes through it, so that a page never needs to be distrusted.
 */

/** Allowed elements and, for each, its allowed attributes. */
export const BODY_TAGS: Readonly<Record<string, readonly string[]>> = {
  h2: [],
  h3: [],
  h4: [],
  p: [],
  ul: [],
  ol: ['start', 'type'],
  li: ['id'],
  table: [],
  caption: [],
  thead: [],
  tbody: [],
  tr: [],
  th: ['scope', 'colspan', 'rowspan'],
  td: ['colspan', 'rowspan'],
  figure: [],
  img: ['src', 'alt', 'width', 'height'],
  figcaption: [],
  video: ['src', 'controls', 'preload', 'width', 'height'],
  audio: ['src', 'controls', 'preload'],
  track: ['kind', 'src', 'srclang', 'label', 'default'],
  details: [],
  summary: [],
  section: ['role'],
  a: ['href', 'rel', 'id', 'role'],
  strong: [],
  em: [],
  sub: [],
  sup: [],
  blockquote: [],
  br: [],
};

/** Let in to be read, never written: a note where it is cited, and the file of a video. */
export const READ_ONLY_TAGS: Readonly<Record<string, readonly string[]>> = {
  span: ['role'],
  source: ['src'],
};

/** Headings of any level come in; `repairHeadings` turns them into h2 to h4 by their order. */
export const FOREIGN_HEADINGS: readonly string[] = ['h1', 'h5', 'h6'];

/** Elements that mean the same as one of the subset, or that at least end a paragraph. */
export const SAME_AS: Readonly<Record<string, string>> = {
  b: 'strong',
  i: 'em',
  cite: 'em',
  tfoot: 'tbody',
  menu: 'ul',
  dir: 'ul',
  ...Object.fromEntries(
    [
      'div section article header footer main aside nav address center dl dt dd pre form fieldset legend',
      'hgroup search',
    ]
      .join(' ')
      .split(' ')
      .map((tag) => [tag, 'p']),
  ),
};

/** Elements whose text is no text for people: dropped with everything in them. */
export const DROPPED_WITH_CONTENT: readonly string[] = [
  ...'script style textarea option select noscript svg math template iframe object embed applet title'.split(
    ' ',
  ),
  ...'head noembed noframes xmp plaintext canvas'.split(' '),
];

export const INLINE_TAGS: ReadonlySet<string> = new Set(['a', 'strong', 'em', 'sub', 'sup', 'br', 'img']);

/** What people see or hear without a letter of text. */
export const MEDIA_TAGS: ReadonlySet<string> = new Set(['img', 'video', 'audio']);

/** Elements deeper than this lose their tags, their text stays: a body of law needs five levels. */
export const NESTING_LIMIT = 40;

/** Longest side of an image and widest cell that make sense on a page. */
const MAX_IMAGE_SIDE_PX = 10_000;
const MAX_SPAN = 200;
const MAX_ADDRESS_CHARS = 2000;

/** The address of one of our own stored files (`/tep/…`), without query, dot segments or escapes of slashes. */
export function isOwnFileAddress(src: string): boolean {
  return (
    src.length <= MAX_ADDRESS_CHARS &&
    /^\/tep\/(?!\/)(?:[\p{L}\p{N}._~-]|%[0-9A-F]{2}|\/(?!\/))+$/iu.test(src) &&
    !/\/\.{1,2}(?:\/|$)|%2f|%5c|%00|%2e/i.test(src)
  );
}

/** The link as it may stand in a body: http(s), mailto, tel or an address inside the portal; else undefined. */
export function allowedHref(href: string): string | undefined {
  // Browsers drop tabs and newlines inside an address and controls around it before they read the scheme.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are looked for
  const clean = href.replace(/[\u0000-\u001F\u007F]/g, '').trim();
  if (clean === '' || clean.length > MAX_ADDRESS_CHARS || clean.includes('\\')) return undefined;
  if (/^https?:\/\/[^/?#\s]/i.test(clean)) return URL.canParse(clean) ? clean : undefined;
  if (/^mailto:[^\s<>]+@[^\s<>]+$/i.test(clean)) return clean;
  if (/^tel:\+?[\d\s().-]+$/i.test(clean)) return clean;
  if (clean.startsWith('//')) return undefined;
  // Nothing that could be read as a scheme: no colon before the first slash, question mark or hash.
  return /^[^/?#]*:/.test(clean) ? undefined : clean;
}

/** Whether a link leaves the portal for another site (it then gets rel="noopener"). */
export function isExternalHref(href: string): boolean {
  return /^https?:/i.test(href);
}

/** Attributes of a numbered list: where it begins and with which signs, since "điểm c" must not become "điểm a". */
export function allowedNumbering({ start = '', type = '' }: Record<string, string>): Record<string, string> {
  const first = /^\d{1,4}$/.test(start.trim()) ? Number(start) : 1;
  return { ...(first > 1 && { start: String(first) }), ...(/^[aAiI]$/.test(type) && { type }) };
}

/** The language of captions, as BCP 47 writes it. */
export function isLanguageTag(value: string): boolean {
  return /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/.test(value);
}

/** Colspan and rowspan within bounds; 1 says nothing and is left out. */
export function allowedSpan(value: string): string | undefined {
  const span = /^\d{1,4}$/.test(value.trim()) ? Number(value) : 1;
  return span > 1 && span <= MAX_SPAN ? String(span) : undefined;
}

/** Width or height of an image in pixels. */
export function allowedImageSide(value: string): string | undefined {
  const side = /^\d{1,5}$/.test(value.trim()) ? Number(value) : 0;
  return side >= 1 && side <= MAX_IMAGE_SIDE_PX ? String(side) : undefined;
}
