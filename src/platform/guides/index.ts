import { closeSync, createReadStream, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { Marked, type RendererObject, type Token, type Tokens } from 'marked';
import { GUIDES, type GuideCode, PICTURE_WORDS } from '../../rules/guides/index.ts';
import { slugOf } from '../../rules/text/index.ts';
import { deskPath } from '../http/paths.ts';

/** What stands below one heading of a guide, as plain text. */
export interface GuidePassage {
  guide: GuideCode;
  /** Id of the heading; empty for what stands before the first. */
  part: string;
  /** The heading; of what stands before the first, the guide's own. */
  title: string;
  text: string;
}

/** A guide as it is read in the product: the same file as in the repository, with an address for every heading. */
export interface Guide {
  code: GuideCode;
  title: string;
  /** Headings of the second rank: the parts a page can lead to. */
  parts: readonly { id: string; title: string }[];
  html: string;
  passages: readonly GuidePassage[];
}

const FOLDER = path.resolve(import.meta.dirname, '../../../docs');
const PICTURE = /^[a-z0-9-]+\.png$/;
const ID_MAX = 80;

const guides = new Map<GuideCode, Guide>();

export function isGuide(code: string): code is GuideCode {
  return (GUIDES as readonly string[]).includes(code);
}

/** Where a picture of the guides is served. One address for both languages: a guide is read once. */
export const PICTURES = deskPath('vi', '/huong-dan/anh');

/** Reads a guide; kept after the first time. */
export function readGuide(code: GuideCode): Guide {
  const known = guides.get(code);
  if (known) return known;
  const marked = new Marked({ renderer: RENDERER });
  const tokens = marked.lexer(readFileSync(path.join(FOLDER, 'guides', `${code}.md`), 'utf8'));
  const passages = passagesOf(code, tokens);
  const guide: Guide = {
    code,
    title: passages[0]?.title ?? '',
    parts: tokens.flatMap((token) =>
      token.type === 'heading' && token.depth === 2 ? [{ id: idOf(token.text), title: token.text }] : [],
    ),
    html: marked.parser(tokens),
    passages,
  };
  guides.set(code, guide);
  return guide;
}

const idOf = (heading: string) => slugOf(heading, ID_MAX);

const RENDERER: RendererObject = {
  heading({ tokens, depth, text }) {
    if (depth === 1) return '';
    return `<h${depth} id="${idOf(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
  },
  image: ({ href, text }) => pictureHtml(path.basename(href), text),
  link({ href, tokens }) {
    const words = this.parser.parseInline(tokens);
    if (/^https?:/.test(href)) return `<a href="${href}">${words}</a>`;
    // guides name each other by file, as in the repository; other documents are not read in the product
    const [file = '', part] = href.split('#');
    const name = path.basename(file, '.md');
    return isGuide(name) ? `<a href="${name}${part ? `#${part}` : ''}">${words}</a>` : `<em>${words}</em>`;
  },
};

/** The text below each heading; what stands before the first heading is a passage of its own. */
function passagesOf(guide: GuideCode, tokens: readonly Token[]): GuidePassage[] {
  const passages: GuidePassage[] = [];
  for (const token of tokens) {
    const last = passages.at(-1);
    if (token.type === 'heading') {
      const { depth, text } = token as Tokens.Heading;
      passages.push({ guide, part: depth === 1 ? '' : idOf(text), title: text, text: '' });
    } else if (last) last.text = [last.text, plainOf(token)].filter(Boolean).join('\n');
  }
  return passages;
}

/** The words of a token without its marks; a picture has none that are read with the text. */
function plainOf(token: Token): string {
  if (token.type === 'image') return '';
  if (token.type === 'list') return (token as Tokens.List).items.map(plainOf).join('\n');
  if ('tokens' in token && token.tokens) return token.tokens.map(plainOf).join('').trim();
  return 'text' in token ? String(token.text) : '';
}

/**
 * A picture as wide as the text and cut at the height of a screen, the whole of it behind two links; on a phone the page as a
 * phone shows it. Its size is said, so that a heading below stays where a link led to.
 */
function pictureHtml(name: string, text: string): string {
  const wide = { name, ...sizeOf(name) };
  const narrow = { name: name.replace(WIDE, NARROW), ...sizeOf(name.replace(WIDE, NARROW)) };
  const src = (one: string) => `${PICTURES}/${one}`;
  const alt = text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const size = ({ width, height }: { width?: number; height?: number }) =>
    width ? ` width="${width}" height="${height}"` : '';
  const isBoth = narrow.width !== undefined && narrow.name !== name;
  const source = isBoth
    ? `<source media="(max-width: 40em)" srcset="${src(narrow.name)}"${size(narrow)}>`
    : '';
  const ways = [
    `<a href="${src(name)}">${PICTURE_WORDS.wide}</a>`,
    ...(isBoth ? [`<a href="${src(narrow.name)}">${PICTURE_WORDS.narrow}</a>`] : []),
  ];
  return `<picture class="guide-picture">${source}<img src="${src(name)}" alt="${alt}"${size(wide)} loading="lazy"></picture><span class="note guide-ways">${PICTURE_WORDS.whole} ${ways.join(', ')}</span>`;
}

const WIDE = /-1280\.png$/;
const NARROW = '-360.png';
/** Where a PNG says its width and height (RFC 2083, 4.1.1). */
const SIZE_AT = { width: 16, height: 20, end: 24 };

/** Width and height of a picture in pixels; neither when it is not there. */
function sizeOf(name: string): { width?: number; height?: number } {
  const file = path.join(FOLDER, 'screenshots', name);
  if (!PICTURE.test(name) || !existsSync(file)) return {};
  const head = Buffer.alloc(SIZE_AT.end);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, head, 0, SIZE_AT.end, 0);
  } finally {
    closeSync(handle);
  }
  return { width: head.readUInt32BE(SIZE_AT.width), height: head.readUInt32BE(SIZE_AT.height) };
}

/** A picture of the guides, made by `npm run screenshots`; undefined when there is none of this name. */
export async function openPicture(
  name: string,
): Promise<{ stream: Readable; sizeBytes: number } | undefined> {
  if (!PICTURE.test(name)) return undefined;
  const file = path.join(FOLDER, 'screenshots', name);
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ? { stream: createReadStream(file), sizeBytes: found.size } : undefined;
}
