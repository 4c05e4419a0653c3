import type { Lang, Words } from '../../rules/lang.ts';

/** Base addresses: Vietnamese at the root, English under /en; the desk below its own word in each. */
const DESK: Words = { vi: '/ban-lam-viec', en: '/en/desk' };

/** Address of a desk page. Sub-addresses are the same in both languages, so that the switch stays on the page. */
export function deskPath(lang: Lang, sub = ''): string {
  return DESK[lang] + sub;
}

/** Both addresses of a desk page, for a route table. */
export function deskPaths(sub = ''): Words {
  return { vi: DESK.vi + sub, en: DESK.en + sub };
}

export function homePath(lang: Lang): string {
  return lang === 'vi' ? '/' : '/en';
}

/** Public pages that every portal has, by name; the gazette only the main portal of a province. */
export const PUBLIC_PATHS = {
  home: { vi: '/', en: '/en' },
  search: { vi: '/tim-kiem', en: '/en/search' },
  sitemap: { vi: '/so-do', en: '/en/sitemap' },
  contact: { vi: '/lien-he', en: '/en/contact' },
  feeds: { vi: '/rss', en: '/en/feeds' },
  members: { vi: '/cong-thanh-vien', en: '/en/member-portals' },
  deadlines: { vi: '/thoi-han', en: '/en/deadlines' },
  view: { vi: '/hien-thi', en: '/en/display' },
  own: { vi: '/trang-cua-ban', en: '/en/your-page' },
  terms: { vi: '/dieu-khoan', en: '/en/terms' },
  record: { vi: '/dung-han', en: '/en/in-time' },
  accessibility: { vi: '/tro-nang', en: '/en/accessibility' },
  standards: { vi: '/tieu-chuan', en: '/en/standards' },
  board: { vi: '/ban-bien-tap', en: '/en/editorial-board' },
  gazette: { vi: '/cong-bao', en: '/en/gazette' },
  questions: { vi: '/hoi-dap', en: '/en/questions' },
  track: { vi: '/hoi-dap/theo-doi', en: '/en/questions/follow' },
  structure: { vi: '/gioi-thieu/so-do-to-chuc', en: '/en/about/structure' },
  leaders: { vi: '/lanh-dao', en: '/en/leaders' },
} as const satisfies Record<string, Words>;

/** Path of an item's page. The number finds it; the words before it are for people and may change. */
export function itemPath(
  row: { item_id: number; slug: string; section_slug_vi: string; section_slug_en: string },
  lang: Lang,
): string {
  const section = lang === 'vi' ? `/${row.section_slug_vi}` : `/en/${row.section_slug_en}`;
  return `${section}/${row.slug}-${row.item_id}`;
}

/** The same address of the desk in a language; any other path stays as it is. */
export function inLanguage(path: string, lang: Lang): string {
  const from = DESK[lang === 'vi' ? 'en' : 'vi'];
  return new RegExp(`^${from}(?=[/?#]|$)`).test(path) ? DESK[lang] + path.slice(from.length) : path;
}

/** A path from user input, only if it stays on this site. */
export function localPath(path: string | null | undefined, otherwise: string): string {
  return path && /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : otherwise;
}
