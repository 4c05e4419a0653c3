import { itemPath } from '../../platform/http/paths.ts';
import type { Site } from '../../platform/http/types.ts';
import { type CivilDate, civilDateOf, formatDate, formatInstant } from '../../rules/calendar/index.ts';
import { findItemForm, tellingOf } from '../../rules/item-forms/index.ts';
import type { Lang } from '../../rules/lang.ts';
import type { ItemView, MomentView, PictureView } from '../../ui/index.ts';
import { pictureSet, TEXT_SIZES } from '../media/index.ts';
import type { PortalRow } from '../portals/index.ts';
import { portalName } from '../portals/index.ts';
import type { Attachment, Picture } from '../publishing/index.ts';
import { kindWords } from './kind-words.ts';
import type { ListedRow } from './store.ts';
import { words } from './words.ts';

export { itemPath as articlePath } from '../../platform/http/paths.ts';

/** The item number at the end of an article's address. */
export function itemIdOf(param: string): number | undefined {
  const [, digits] = /(?:^|-)(\d{1,15})$/.exec(param) ?? [];
  return digits ? Number(digits) : undefined;
}

export function dayView(instant: Date, lang: Lang): MomentView {
  const on = civilDateOf(instant);
  return { at: on, text: formatDate(on, lang, 'short') };
}

export function momentView(instant: Date, lang: Lang): MomentView {
  return { at: instant.toISOString(), text: formatInstant(instant, lang) };
}

/** Day on which the newest of some items became public; undefined where there is none. */
export function changedOn(rows: readonly Pick<ListedRow, 'first_published_at'>[]): CivilDate | undefined {
  const newest = Math.max(...rows.map((row) => row.first_published_at.getTime()));
  return Number.isFinite(newest) ? civilDateOf(new Date(newest)) : undefined;
}

/** One row of a list. Items of other portals carry that portal's address and name. */
export function itemView(
  row: ListedRow,
  lang: Lang,
  from?: { portal: PortalRow; origin: string } | undefined,
  options: { summary?: boolean } = {},
): ItemView {
  return {
    href: (from?.origin ?? '') + itemPath(row, lang),
    title: row.title,
    // an advertisement is one wherever it is listed (Luật Quảng cáo Đ23.2)
    kind:
      row.form === 'advertisement'
        ? kindWords(lang).advertisement
        : lang === 'vi'
          ? row.section_vi
          : row.section_en,
    date: dayView(row.first_published_at, lang),
    body: from ? portalName(from.portal, lang) : undefined,
    summary: summaryOf(row, lang, options.summary === true),
  };
}

/** What a list says under a title: what its form has to tell, and the summary where there is room. */
function summaryOf(row: ListedRow, lang: Lang, isLong: boolean): string | undefined {
  const form = findItemForm(row.form);
  const telling = form && tellingOf(form, row.facts, lang);
  if (!isLong) return telling || undefined;
  return [telling && `${telling}.`, row.summary].filter(Boolean).join(' ') || undefined;
}

export function fileHref(file: { hash: string; name: string }): string {
  return `/tep/${file.hash}/${encodeURIComponent(file.name)}`;
}

/** Where a file stands on the page of its item, by its place among the files there. */
export function fileAnchor(index: number): string {
  return `tep-${index + 1}`;
}

/** Whether an address within a page is that of a file. */
export function isFileAnchor(address: string): boolean {
  return /^tep-\d/.test(address);
}

/** How wide a picture stands on the page: the reading column, or half of the home page from two columns on. */
const PICTURE_SIZES = { whole: TEXT_SIZES, wide: '(min-width: 60em) 35rem, 100vw' };

/** Pictures without known size are not shown rather than make the page jump. */
export function pictureView(
  picture: Picture | null,
  shape: 'whole' | 'wide' = 'whole',
): PictureView | undefined {
  if (!picture?.width || !picture.height) return undefined;
  const src = fileHref(picture);
  const srcset = pictureSet(src, picture.width, shape);
  return {
    src,
    ...(srcset && { srcset, sizes: PICTURE_SIZES[shape] }),
    alt: picture.alt,
    width: picture.width,
    height: picture.height,
    caption: picture.caption || undefined,
  };
}

const KIB = 1024;

export function fileFacts(file: Attachment, lang: Lang): string {
  const extension = file.name.includes('.') ? (file.name.split('.').pop() ?? '').toUpperCase() : file.type;
  const kib = Math.max(1, Math.round(file.sizeBytes / KIB));
  const size =
    kib < KIB
      ? `${kib} KB`
      : `${(kib / KIB).toLocaleString(lang === 'vi' ? 'vi' : 'en', { maximumFractionDigits: 1 })} MB`;
  return `${extension}, ${size}`;
}

/** Name under which someone quotes a page: title, portal, date, address. */
export function citation(row: ListedRow, portal: PortalRow, site: Site, lang: Lang): string {
  const day = formatDate(civilDateOf(row.first_published_at), lang, 'short');
  return words[lang].citation(row.title, portalName(portal, lang), day, site.origin + itemPath(row, lang));
}
