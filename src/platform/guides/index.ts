import { createReadStream, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { Marked } from 'marked';
import { GUIDES, type GuideCode } from '../../rules/guides/index.ts';
import { slugOf } from '../../rules/text/index.ts';
import { deskPath } from '../http/paths.ts';

/** A guide as it is read in the product: the same file as in the repository, with an address for every heading. */
export interface Guide {
  code: GuideCode;
  title: string;
  /** Headings of the second rank: the parts a page can lead to. */
  parts: readonly { id: string; title: string }[];
  html: string;
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
  const parts: { id: string; title: string }[] = [];
  let title = '';
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text }) {
        const words = this.parser.parseInline(tokens);
        if (depth === 1) {
          title = text;
          return '';
        }
        const id = slugOf(text, ID_MAX);
        if (depth === 2) parts.push({ id, title: text });
        return `<h${depth} id="${id}">${words}</h${depth}>\n`;
      },
      image({ href, text }) {
        const src = `${PICTURES}/${path.basename(href)}`;
        return `<img src="${src}" alt="${text.replaceAll('"', '&quot;')}" loading="lazy">`;
      },
      link({ href, tokens }) {
        const words = this.parser.parseInline(tokens);
        if (/^https?:/.test(href)) return `<a href="${href}">${words}</a>`;
        // guides name each other by file, as in the repository; other documents are not read in the product
        const [file = '', part] = href.split('#');
        const name = path.basename(file, '.md');
        return isGuide(name)
          ? `<a href="${name}${part ? `#${part}` : ''}">${words}</a>`
          : `<em>${words}</em>`;
      },
    },
  });
  const html = marked.parse(readFileSync(path.join(FOLDER, 'guides', `${code}.md`), 'utf8'), {
    async: false,
  });
  const guide = { code, title, parts, html };
  guides.set(code, guide);
  return guide;
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
