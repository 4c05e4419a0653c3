import type { RequestContext } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import { type CivilDate, civilDateOf } from '../../rules/calendar/index.ts';
import { dublinCoreOf, type Element } from '../../rules/metadata/index.ts';
import { creditOf, eyebrow, localityPortals, portalFacts, portalName, profileInForce } from './facts.ts';
import { words } from './words.ts';

/** A page that is no item: home, a section, a standing page. */
export interface DescribedPlace {
  title: string;
  description?: string | undefined;
  /** Path in the language of the page, and in the other where it has one. */
  path: string;
  otherPath?: string | undefined;
  about?: PageAbout | undefined;
}

/** What a page knows of itself beyond its title. */
export interface PageAbout {
  /** Day on which what it lists last changed; the opening of the portal where nothing does. */
  changedOn?: CivilDate | undefined;
  /** Names of the sections it stands in. */
  sections?: readonly string[];
  isList?: boolean;
}

/** The Dublin Core elements of a page that is no item (TT 24/2011/TT-BTTTT; LC Đ3.11, BG Đ5.2.đ). */
export async function placeElements(
  ports: Ports,
  { site, lang, now }: Pick<RequestContext, 'site' | 'lang' | 'now'>,
  { title, description, path, otherPath, about = {} }: DescribedPlace,
): Promise<Element[]> {
  const { portal } = await portalFacts(ports, site.portalId);
  const [main = portal] = await localityPortals(ports, site.localityId);
  const profile = await profileInForce(ports, site.localityId, civilDateOf(now));
  const name = portalName(portal, lang);
  const portalTitle = `${eyebrow(profile, site.isMain, lang)} ${name}`;
  return dublinCoreOf({
    title,
    summary: description ?? (title === name ? portalTitle : words[lang].pageOf(title, portalTitle)),
    ...{ bodyHtml: '', author: '', source: '', sourceAddress: '', formats: [] },
    ...{ address: site.origin + path, language: lang },
    publishedOn: about.changedOn ?? portal.opened_on,
    body: portal.contact.managedBy[lang],
    sections: about.sections ?? [],
    place: portalName(main, lang),
    related: otherPath === undefined ? [] : [site.origin + otherPath],
    rights: creditOf(profile, portal, lang),
    isList: about.isList,
  });
}
