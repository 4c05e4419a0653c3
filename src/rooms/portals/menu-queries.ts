import { homePath, itemPath, PUBLIC_PATHS } from '../../platform/http/paths.ts';
import type { RequestContext } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Lang } from '../../rules/lang.ts';
import type { LinkView } from '../../ui/index.ts';
import {
  localityFactsKey,
  localityPortals,
  type PortalFacts,
  portalFactsKey,
  portalName,
  sectionHref,
  sectionName,
} from './facts.ts';
import { type Menu, type MenuEntry, type MenuPage, pagesOf, usualMenu, withKeptPages } from './menu-rules.ts';
import { listMenuItems, type MenuItem } from './menu-store.ts';
import type { PortalRow, SectionRow } from './store.ts';
import { words } from './words.ts';

/** All that a menu can lead to, as it is now. */
export interface MenuGround {
  sections: readonly SectionRow[];
  pages: readonly MenuPage[];
  portals: readonly PortalRow[];
  items: readonly MenuItem[];
  originOf(host: string): string;
}

/** Where a line leads and what it is called there; undefined where its target is no more, or not public. */
export function linkOf({ target, name }: MenuEntry, ground: MenuGround, lang: Lang): LinkView | undefined {
  const called = (own: string) => name[lang] || own;
  switch (target.kind) {
    case 'section': {
      const section = ground.sections.find(({ id }) => id === target.sectionId);
      return section && { href: sectionHref(section, lang), text: called(sectionName(section, lang)) };
    }
    case 'item':
      return itemLink(
        ground.items.filter(({ item_id }) => item_id === target.itemId),
        name[lang],
        lang,
      );
    case 'page': {
      const { page } = target;
      if (!ground.pages.includes(page)) return undefined;
      return { href: PUBLIC_PATHS[page][lang], text: called(words[lang].pages[page]) };
    }
    case 'portal': {
      const portal = ground.portals.find(({ id }) => id === target.portalId);
      return (
        portal && {
          href: ground.originOf(portal.host) + homePath(lang),
          text: called(portalName(portal, lang)),
        }
      );
    }
    default: {
      const href = target.href[lang];
      return { href, text: name[lang], ...(/^https?:/i.test(href) ? { external: true } : {}) };
    }
  }
}

/** An item in the language of the page; where it has only the other one, that. */
function itemLink(copies: readonly MenuItem[], name: string, lang: Lang): LinkView | undefined {
  const copy = copies.find(({ language }) => language === lang) ?? copies[0];
  if (!copy) return undefined;
  const isForeign = copy.language !== lang && name === '';
  return {
    href: itemPath(copy, copy.language),
    text: name || copy.title,
    ...(isForeign ? { lang: copy.language } : {}),
  };
}

/** The menu of a page, and the cache keys it depends on beside the facts of the portal. */
export interface PublicMenu {
  nav: LinkView[];
  columns: { title: string; links: LinkView[] }[];
  keys: string[];
}

export interface MenuAsked {
  facts: PortalFacts;
  hasGazette: boolean;
  /** Section one is in. */
  sectionId: number | undefined;
  path: string;
  /** Tried, and not saved: nothing of it is kept in memory. */
  isTried: boolean;
}

/** The menu at the head of a page and the columns at its foot: composed by the board, or as usual. */
export async function publicMenu(
  ports: Ports,
  { site, lang }: Pick<RequestContext, 'site' | 'lang'>,
  asked: MenuAsked,
): Promise<PublicMenu> {
  const { facts, hasGazette } = asked;
  const menu = withKeptPages({ ...usualMenu(facts.sections, { hasGazette }), ...facts.menu });
  const { itemIds, hasPortals } = targetsOf(menu);
  const ground: MenuGround = {
    sections: facts.sections,
    pages: pagesOf({ hasGazette }),
    portals: hasPortals ? await localityPortals(ports, site.localityId) : [],
    items: itemIds.length > 0 ? await itemsOf(ports, site.portalId, itemIds, asked.isTried) : [],
    originOf: (host) => ports.settings.originOf(host),
  };
  const isHere = whereOf(menu, asked);
  const linksOf = (entries: readonly MenuEntry[]) =>
    entries.flatMap((entry) => {
      const link = linkOf(entry, ground, lang);
      return link ? [{ entry, link }] : [];
    });
  return {
    nav: linksOf(menu.head).map(({ entry, link }) => ({ ...link, current: isHere(entry, link) })),
    columns: menu.foot.map(({ title, entries }) => ({
      title: title[lang],
      links: linksOf(entries).map(({ link }) => link),
    })),
    keys: [...itemIds.map((id) => `item:${id}`), ...(hasPortals ? [localityFactsKey(site.localityId)] : [])],
  };
}

function targetsOf({ head, foot }: Menu) {
  const targets = [...head, ...foot.flatMap(({ entries }) => entries)].map(({ target }) => target);
  return {
    itemIds: targets.flatMap((target) => (target.kind === 'item' ? [target.itemId] : [])),
    hasPortals: targets.some(({ kind }) => kind === 'portal'),
  };
}

/** From memory until one of them changes. */
function itemsOf(
  ports: Ports,
  portalId: number,
  itemIds: readonly number[],
  isTried: boolean,
): Promise<MenuItem[]> {
  const read = () => ports.database.publicly((db) => listMenuItems(db, portalId, itemIds));
  if (isTried) return read();
  const keys = [portalFactsKey(portalId), ...itemIds.map((id) => `item:${id}`)];
  return ports.memo.remember(`menu-items:${portalId}`, keys, read);
}

/** Which line at the head is the page itself, or the section it is in: the nearest that stands there. */
function whereOf({ head }: Menu, { facts, sectionId, path }: MenuAsked) {
  const current = facts.sections.find(({ id }) => id === sectionId);
  const has = (id: number | null | undefined) =>
    head.some(({ target }) => target.kind === 'section' && target.sectionId === id);
  const section = current && (has(current.id) ? current.id : current.parent_id);
  return ({ target }: MenuEntry, link: LinkView): boolean => {
    if (target.kind === 'section') return target.sectionId === section;
    return (target.kind === 'page' || target.kind === 'item') && link.href === path;
  };
}
