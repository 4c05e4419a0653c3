import type { PUBLIC_PATHS } from '../../platform/http/paths.ts';
import type { Words } from '../../rules/lang.ts';
import { Refusal } from '../../rules/refusal.ts';
import { leadsSomewhere } from './home-layout.ts';
import type { SectionRow } from './store.ts';
import { words } from './words.ts';

/** Pages of a portal that a menu may lead to, in the order they are offered. */
export const MENU_PAGES = [
  ...(['home', 'search', 'questions', 'track', 'leaders', 'structure', 'contact', 'board'] as const),
  ...(['members', 'gazette', 'record', 'deadlines', 'feeds', 'own', 'view', 'sitemap'] as const),
  ...(['terms', 'accessibility', 'standards'] as const),
] as const satisfies readonly (keyof typeof PUBLIC_PATHS)[];

export type MenuPage = (typeof MENU_PAGES)[number];

export type MenuTarget =
  | { kind: 'section'; sectionId: number }
  | { kind: 'item'; itemId: number }
  | { kind: 'page'; page: MenuPage }
  | { kind: 'portal'; portalId: number }
  | { kind: 'address'; href: Words };

/** One line of a menu. */
export interface MenuEntry {
  target: MenuTarget;
  /** What it is called here, by language; an empty text is the name of the target itself. */
  name: Words;
}

/** A column at the foot. */
export interface MenuColumn {
  title: Words;
  entries: MenuEntry[];
}

/** The menu at the head and the columns at the foot. */
export interface Menu {
  head: MenuEntry[];
  foot: MenuColumn[];
}

/** What a board composed; a part it left alone is missing, and follows the sections as they come and go. */
export type ComposedMenu = Partial<Menu>;

/** More than that fill the head of a phone before its page begins. */
export const MAX_HEAD = 12;
/** So many stand in one line of a screen 1,280 px wide, where their names are short. */
export const EASY_HEAD = 8;
/** Letters of all names together, and the room between two of them in letters, in one line of 1,280 px. */
const LINE_LETTERS = 128;
const GAP_LETTERS = 3.2;
export const MAX_COLUMNS = 3;
export const MAX_COLUMN = 12;
const MAX_NAME = 60;

/**
 * Pages that lead on from every page whatever a board composes: how to reach the body (LC Đ8.1.k, QN Đ8.2.l) and the map with
 * every section the regulation demands (BG Đ6.2).
 */
export const KEPT_PAGES = ['sitemap', 'contact'] as const satisfies readonly MenuPage[];

const OWN_NAME: Words = { vi: '', en: '' };
const page = (name: MenuPage): MenuEntry => ({ target: { kind: 'page', page: name }, name: OWN_NAME });

/** The pages there are on a portal: only the main portal of a province keeps a gazette. */
export function pagesOf({ hasGazette }: { hasGazette: boolean }): readonly MenuPage[] {
  return MENU_PAGES.filter((name) => name !== 'gazette' || hasGazette);
}

/** What is shown where nothing is composed: the top sections that stand in the menu, contact, and two columns. */
export function usualMenu(
  sections: readonly Pick<SectionRow, 'id' | 'in_menu' | 'parent_id'>[],
  portal: { hasGazette: boolean },
): Menu {
  const { vi, en } = words;
  const top = sections.filter((one) => one.in_menu && one.parent_id === null);
  const contact = { ...page('contact'), name: { vi: vi.contact, en: en.contact } };
  const about = ['board', 'record', 'deadlines', 'terms', 'accessibility', 'standards'] as const;
  const follow = ['gazette', 'own', 'sitemap', 'feeds', 'members', 'contact'] as const;
  const there = pagesOf(portal);
  return {
    head: [
      ...top.map(({ id }): MenuEntry => ({ target: { kind: 'section', sectionId: id }, name: OWN_NAME })),
      contact,
    ],
    foot: [
      { title: { vi: vi.aboutPortal, en: en.aboutPortal }, entries: about.map(page) },
      {
        title: { vi: vi.findAndFollow, en: en.findAndFollow },
        entries: follow.filter((name) => there.includes(name)).map(page),
      },
    ],
  };
}

/** One text for one target: what tells two lines apart. */
export function keyOf(target: MenuTarget): string {
  switch (target.kind) {
    case 'section':
      return `section-${target.sectionId}`;
    case 'item':
      return `item-${target.itemId}`;
    case 'page':
      return `page-${target.page}`;
    case 'portal':
      return `portal-${target.portalId}`;
    default:
      return 'address';
  }
}

/** Whether two menus would look the same for good. */
export function isSameMenu(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The pages of {@link KEPT_PAGES} that stand neither at the head nor at the foot. */
export function missingPages({ head, foot }: Menu): MenuPage[] {
  const there = new Set(
    [...head, ...foot.flatMap(({ entries }) => entries)].map(({ target }) => keyOf(target)),
  );
  return KEPT_PAGES.filter((name) => !there.has(`page-${name}`));
}

/** The menu with the pages that lead on from everywhere, in its last column. */
export function withKeptPages(menu: Menu): Menu {
  const missing = missingPages(menu).map(page);
  if (missing.length === 0) return menu;
  const before = menu.foot.slice(0, -1);
  const last = menu.foot.at(-1) ?? {
    title: { vi: words.vi.findAndFollow, en: words.en.findAndFollow },
    entries: [],
  };
  return { ...menu, foot: [...before, { ...last, entries: [...last.entries, ...missing] }] };
}

/** Whether these names fit into one line at the head of a screen 1,280 px wide. */
export function fitsOneLine(names: readonly string[]): boolean {
  const letters = names.reduce((sum, name) => sum + name.length, 0);
  return letters + Math.max(0, names.length - 1) * GAP_LETTERS <= LINE_LETTERS;
}

/** What the portal has that a menu may name: what was never its own is no target. */
export interface MenuTargets {
  sectionIds: ReadonlySet<number>;
  itemIds: ReadonlySet<number>;
  portalIds: ReadonlySet<number>;
}

/**
 * A menu as it is kept.
 *
 * @throws Refusal naming the field, where a part is empty or too long, something stands twice, or leads nowhere
 */
export function checkMenu({ head, foot }: Menu, known: MenuTargets): Menu {
  if (head.length === 0) throw new Refusal('menu-empty', WORDS.empty, 'dau-trang');
  if (head.length > MAX_HEAD) throw new Refusal('menu-too-long', WORDS.longHead, 'dau-trang');
  if (foot.length === 0) throw new Refusal('foot-empty', WORDS.emptyFoot, 'cot1');
  if (foot.length > MAX_COLUMNS) throw new Refusal('menu-columns', WORDS.columns, 'cot1');
  let at = head.length;
  return {
    head: checkEntries(head, known, 0),
    foot: foot.map(({ title, entries }, i) => {
      const kept = lines(title);
      if (kept.vi === '') throw new Refusal('column-title', WORDS.title, `cot${i + 1}Vi`);
      if (entries.length > MAX_COLUMN) throw new Refusal('menu-too-long', WORDS.longColumn, `cot${i + 1}`);
      const checked = checkEntries(entries, known, at);
      at += entries.length;
      return { title: { vi: kept.vi, en: kept.en || kept.vi }, entries: checked };
    }),
  };
}

const line = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
const lines = ({ vi, en }: Words): Words => ({
  vi: line(vi).slice(0, MAX_NAME),
  en: line(en).slice(0, MAX_NAME),
});

/** @param first number of the first of these lines among all of the form */
function checkEntries(entries: readonly MenuEntry[], known: MenuTargets, first: number): MenuEntry[] {
  const seen = new Set<string>();
  return entries.map((entry, i) => {
    const { target } = entry;
    const key = target.kind === 'address' ? `address ${target.href.vi}` : keyOf(target);
    if (seen.has(key)) throw new Refusal('menu-twice', WORDS.twice, `dong${first + i}`);
    seen.add(key);
    if (!isKnown(target, known)) throw new Refusal('menu-unknown', WORDS.unknown, `dong${first + i}`);
    const name = lines(entry.name);
    return target.kind === 'address' ? checkAddress(target.href, name, first + i) : { target, name };
  });
}

function isKnown(target: MenuTarget, { sectionIds, itemIds, portalIds }: MenuTargets): boolean {
  switch (target.kind) {
    case 'section':
      return sectionIds.has(target.sectionId);
    case 'item':
      return itemIds.has(target.itemId);
    case 'portal':
      return portalIds.has(target.portalId);
    default:
      return true;
  }
}

function checkAddress(typed: Words, name: Words, at: number): MenuEntry {
  const href = { vi: typed.vi.trim(), en: typed.en.trim() || typed.vi.trim() };
  if (name.vi === '') throw new Refusal('link-title-missing', WORDS.name, `ten${at}Vi`);
  for (const lang of ['vi', 'en'] as const)
    if (!leadsSomewhere(href[lang]))
      throw new Refusal('link-address', WORDS.address, lang === 'vi' ? `den${at}Vi` : `den${at}En`);
  return { target: { kind: 'address', href }, name: { vi: name.vi, en: name.en || name.vi } };
}

const WORDS = {
  empty: {
    vi: 'Mục lục đầu trang cần ít nhất một mục. Hãy thêm một mục, hoặc bấm “Về như ban đầu”.',
    en: 'The menu at the head needs at least one entry. Add one, or press “Back to the usual”.',
  },
  longHead: {
    vi: `Mục lục đầu trang có nhiều nhất ${MAX_HEAD} mục. Hãy bỏ bớt, hoặc chuyển xuống chân trang.`,
    en: `The menu at the head has at most ${MAX_HEAD} entries. Take some out, or put them at the foot.`,
  },
  emptyFoot: {
    vi: 'Chân trang cần ít nhất một cột có mục. Hãy thêm một mục, hoặc bấm “Về như ban đầu”.',
    en: 'The foot needs at least one column with an entry. Add one, or press “Back to the usual”.',
  },
  columns: {
    vi: `Chân trang có nhiều nhất ${MAX_COLUMNS} cột.`,
    en: `The foot has at most ${MAX_COLUMNS} columns.`,
  },
  longColumn: {
    vi: `Mỗi cột có nhiều nhất ${MAX_COLUMN} mục. Hãy bỏ bớt.`,
    en: `A column has at most ${MAX_COLUMN} entries. Take some out.`,
  },
  title: {
    vi: 'Cột này có mục nhưng chưa có tên. Hãy ghi tên cột.',
    en: 'This column has entries and no title. Write one.',
  },
  twice: {
    vi: 'Mục này đã có trong cùng danh sách. Hãy bỏ một dòng.',
    en: 'This entry stands in the same list already. Take one out.',
  },
  unknown: {
    vi: 'Dòng này dẫn đến nơi không phải của cổng. Hãy bỏ dòng ấy rồi chọn lại.',
    en: 'This line leads to something that is not the portal’s. Take it out and choose again.',
  },
  name: {
    vi: 'Địa chỉ này chưa có tên. Hãy ghi tên hiện trong mục lục.',
    en: 'This address has no name. Write what the menu calls it.',
  },
  address: {
    vi: 'Địa chỉ phải bắt đầu bằng https:// hoặc là một trang của cổng này, ví dụ /lien-he.',
    en: 'The address must begin with https:// or be a page of this portal, for example /lien-he.',
  },
} as const satisfies Record<string, Words>;
