import type { Lang } from '../../src/rules/lang.ts';
import { HOST } from './desk.ts';
import type { Living } from './whole-life.ts';
import type { World } from './world.ts';

/** Where the public of the main portal of Lào Cai comes upon items: pages and files, each read once. */
export function shelvesOf(world: World) {
  const kept = new Map<string, string>();
  const text = async (path: string): Promise<string> => {
    const known = kept.get(path);
    if (known !== undefined) return known;
    const { status, body } = await world.get(HOST, path);
    if (status !== 200) throw new Error(`${path} answers ${status}`);
    kept.set(path, body);
    return body;
  };
  const leadsTo = async (path: string, { addresses }: Living) => {
    const page = await text(path);
    return Object.values(addresses).some((address) => page.includes(address));
  };

  /** The places that should lead to an item of a section while it is public, by what they are. */
  const placesOf = ({ addresses }: Living, lang: Lang, title: string): Record<string, string> => {
    const section = addresses[lang].replace(/\/[^/]*$/, '');
    const search = lang === 'vi' ? '/tim-kiem' : '/en/search';
    return {
      list: section,
      feed: `${section}/rss.xml`,
      'site map': '/sitemap.xml',
      search: `${search}?q=${encodeURIComponent(`"${title}"`)}`,
    };
  };
  return {
    text,
    leadsTo,
    placesOf,
    /** Places that lead to an item, and those that do not. */
    async look(living: Living, lang: Lang, title: string): Promise<{ there: string[]; missing: string[] }> {
      const found: { there: string[]; missing: string[] } = { there: [], missing: [] };
      for (const [name, path] of Object.entries(placesOf(living, lang, title)))
        found[(await leadsTo(path, living)) ? 'there' : 'missing'].push(name);
      return found;
    },
  };
}

/** Pages that gather items of the whole portal. */
export const GATHERED: readonly string[] = [
  ...['/', '/en', '/rss.xml', '/en/rss.xml', '/so-do', '/en/sitemap', '/gioi-thieu', '/en/about'],
  ...['/lanh-dao', '/en/leaders', '/hoi-dap', '/en/questions', '/van-ban', '/en/documents'],
];
