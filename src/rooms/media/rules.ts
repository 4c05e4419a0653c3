import { slugOf } from '../../rules/text/index.ts';
import type { FileKind } from './kind-rules.ts';

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

/** Widths in which a picture is offered to browsers; the last stands for the whole width of the picture. */
export const RENDITION_WIDTHS = [480, 960, 1600] as const;
/** Where a picture is cut to a strip: the lead of a home page. */
export const WIDE_RATIO = 16 / 7;
/** A document's first page, in the library. */
export const CARD_WIDTH_PX = 480;

export type RenditionShape = 'whole' | 'wide' | 'card';

export interface Rendition {
  shape: RenditionShape;
  width: number;
  format: 'webp' | 'avif';
}

export interface Focal {
  x: number;
  y: number;
}

/**
 * What is made of a picture of this width. The picture itself is its widest WebP. It is cut only where somebody said about
 * what: about its middle the style sheet cuts it as well.
 */
export function renditionsOf(width: number, focal: Focal): Rendition[] {
  const widths = widthsBelow(width);
  const whole = widths.flatMap((one): Rendition[] => [
    { shape: 'whole', width: one, format: 'avif' },
    ...(one < width ? [{ shape: 'whole', width: one, format: 'webp' } as const] : []),
  ]);
  if (focal.x === 50 && focal.y === 50) return whole;
  const wide = widths.flatMap((one): Rendition[] => [
    { shape: 'wide', width: one, format: 'avif' },
    { shape: 'wide', width: one, format: 'webp' },
  ]);
  return [...whole, ...wide];
}

/** The widths a picture is offered in: none for what is small as it is. */
function widthsBelow(width: number): number[] {
  const last = RENDITION_WIDTHS.findIndex((one) => one >= width);
  return width <= RENDITION_WIDTHS[0] ? [] : RENDITION_WIDTHS.slice(0, last === -1 ? undefined : last + 1);
}

export interface RenditionAsked {
  shape: RenditionShape;
  width: number;
}

/** Which rendition an address asks for by its query; undefined for the file itself. */
export function readRendition(query: URLSearchParams): RenditionAsked | undefined {
  const frame = query.get('khung');
  if (frame === 'trang') return { shape: 'card', width: CARD_WIDTH_PX };
  const width = RENDITION_WIDTHS.find((one) => String(one) === query.get('rong'));
  return width && { shape: frame === 'ngang' ? 'wide' : 'whole', width };
}

/**
 * What a browser may choose from in place of a picture of this width: `srcset`; undefined for what is small as it is.
 * Until a rendition is made the address answers with the picture itself, so nothing has to be asked beforehand.
 */
export function pictureSet(
  href: string,
  width: number,
  shape: 'whole' | 'wide' = 'whole',
): string | undefined {
  const frame = shape === 'wide' ? '&khung=ngang' : '';
  const choices = widthsBelow(width).map((one) => `${href}?rong=${one}${frame} ${Math.min(one, width)}w`);
  return choices.length > 0 ? choices.join(', ') : undefined;
}

/** The part of a picture that is kept when it is cut to a ratio about its focal point. */
export function cutAbout(
  picture: { width: number; height: number },
  focal: Focal,
  ratio: number,
): { left: number; top: number; width: number; height: number } {
  const width = Math.min(picture.width, Math.round(picture.height * ratio));
  const height = Math.min(picture.height, Math.round(picture.width / ratio));
  const place = (middle: number, length: number, whole: number) =>
    Math.max(0, Math.min(whole - length, Math.round((middle / 100) * whole - length / 2)));
  return {
    left: place(focal.x, width, picture.width),
    top: place(focal.y, height, picture.height),
    ...{ width, height },
  };
}

/** How wide a picture stands in the text of an article: its reading column. */
export const TEXT_SIZES = '(min-width: 48em) 43rem, 100vw';

/** A sanitised body with smaller pictures offered beside each of the library's; the rest letter for letter as it is. */
export function withPictureSets(html: string): string {
  return html.replace(/<img\b[^>]*>/g, (tag) => {
    const [, src] = /\ssrc="(\/tep\/[0-9a-f]{64}\/[^"?#\s]+)"/.exec(tag) ?? [];
    const [, width] = /\swidth="(\d{1,5})"/.exec(tag) ?? [];
    const set = src && width && !/\ssrcset=/.test(tag) ? pictureSet(src, Number(width)) : undefined;
    return set ? tag.replace(/^<img/, `<img srcset="${set}" sizes="${TEXT_SIZES}"`) : tag;
  });
}
