import type { Words } from '../../rules/lang.ts';
import { Refusal } from '../../rules/refusal.ts';
import type { Face, HomeBlock, HomeBlockCode, HomeLink, PortalRow, SectionRow } from './store.ts';

/**
 * The parts a first page may have below its search field, which always stands first: it is what most people come for.
 * The board puts them in order and leaves out what it does not want.
 */
export const HOME_BLOCKS = [
  'tasks',
  'newest',
  'sections',
  'others',
  'office',
  'links',
  'members',
] as const satisfies readonly HomeBlockCode[];

/** Sections side by side; a phone shows them one below the other, so more would bury the rest. */
export const MAX_HOME_SECTIONS = 6;
/** Links the board puts together (LC Đ8.3); a wall of them would help nobody. */
export const MAX_HOME_LINKS = 8;
const MAX_TITLE = 80;
const MAX_ADDRESS = 500;

/** The parts that say something on this portal: only a main portal has members, only a member has office hours here. */
export function blocksFor({ is_main }: Pick<PortalRow, 'is_main'>): readonly HomeBlockCode[] {
  return HOME_BLOCKS.filter((code) => (is_main ? code !== 'office' : code !== 'members'));
}

/** The first page as the board arranged it, or all of its parts in the usual order. */
export function homeLayout(portal: { is_main: boolean; face: Pick<Face, 'home'> }): readonly HomeBlock[] {
  const possible = blocksFor(portal);
  return (
    portal.face.home?.filter(({ code }) => possible.includes(code)) ?? possible.map((code) => ({ code }))
  );
}

/** What a board wants its first page to be. */
export interface HomeWishes {
  blocks: readonly HomeBlock[];
  links: readonly HomeLink[];
}

/**
 * The first page as it is kept.
 *
 * @throws Refusal naming the field, where a part stands twice, nothing is left, a section is not the portal's own, or a link
 * leads nowhere
 */
export function checkHome(
  portal: Pick<PortalRow, 'is_main'>,
  sections: readonly Pick<SectionRow, 'id'>[],
  { blocks, links }: HomeWishes,
): Required<Pick<Face, 'home' | 'links'>> {
  const possible = blocksFor(portal);
  const codes = blocks.map(({ code }) => code);
  if (codes.some((code) => !possible.includes(code)) || new Set(codes).size < codes.length)
    throw new Refusal('blocks-unknown', WORDS.unknown, 'block');
  if (codes.length === 0) throw new Refusal('home-empty', WORDS.empty, 'block');
  const own = new Set(sections.map(({ id }) => id));
  const home = blocks.map(({ code, sectionIds }) => {
    if (code !== 'sections' || !sectionIds || sectionIds.length === 0) return { code };
    if (sectionIds.length > MAX_HOME_SECTIONS)
      throw new Refusal('too-many-sections', WORDS.sections, 'section');
    return { code, sectionIds: [...new Set(sectionIds)].filter((id) => own.has(id)) };
  });
  return { home, links: links.slice(0, MAX_HOME_LINKS).map((link, i) => checkLink(link, i + 1)) };
}

const line = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

function checkLink({ title, href }: HomeLink, n: number): HomeLink {
  const kept = {
    title: { vi: line(title.vi).slice(0, MAX_TITLE), en: line(title.en || title.vi).slice(0, MAX_TITLE) },
    href: { vi: href.vi.trim(), en: href.en.trim() || href.vi.trim() },
  };
  if (kept.title.vi === '') throw new Refusal('link-title-missing', linkWords(n).title, `link${n}TitleVi`);
  for (const lang of ['vi', 'en'] as const) {
    if (!leadsSomewhere(kept.href[lang]))
      throw new Refusal('link-address', linkWords(n).address, `link${n}HrefVi`);
  }
  return kept;
}

/** A page of this portal, or a whole address of the web. */
export function leadsSomewhere(href: string): boolean {
  if (href.length > MAX_ADDRESS) return false;
  if (/^\/(?![/\\])[^\s\\]*$/.test(href)) return true;
  return /^https?:\/\/[^\s/?#]+/i.test(href) && URL.canParse(href);
}

const WORDS = {
  unknown: {
    vi: 'Danh sách phần của trang đầu không đọc được. Hãy tải lại trang rồi xếp lại.',
    en: 'The list of parts could not be read. Reload the page and arrange them again.',
  },
  empty: {
    vi: 'Trang đầu cần ít nhất một phần ngoài ô tìm kiếm. Hãy chọn một phần.',
    en: 'The first page needs at least one part besides the search field. Choose one.',
  },
  sections: {
    vi: `Chỉ nên chọn nhiều nhất ${MAX_HOME_SECTIONS} chuyên mục, để người xem trên điện thoại không phải cuộn quá dài. Hãy bỏ bớt.`,
    en: `Choose at most ${MAX_HOME_SECTIONS} sections, so that nobody on a phone must scroll too far. Take some out.`,
  },
} as const satisfies Record<string, Words>;

function linkWords(n: number) {
  return {
    title: { vi: `Liên kết ${n} chưa có tên.`, en: `Link ${n} has no title.` },
    address: {
      vi: `Địa chỉ của liên kết ${n} phải bắt đầu bằng https:// hoặc là một trang của cổng này, ví dụ /lien-he.`,
      en: `The address of link ${n} must begin with https:// or be a page of this portal, for example /lien-he.`,
    },
  };
}
