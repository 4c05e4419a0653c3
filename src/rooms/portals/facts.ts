import type { Ports } from '../../platform/ports.ts';
import type { CivilDate } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { creditLine, type Profile, profileOn } from '../../rules/profile/index.ts';
import type { ComposedMenu } from './menu-rules.ts';
import { findMenu } from './menu-store.ts';
import {
  findPortal,
  listPortals,
  listRegulationPeriods,
  listSections,
  type PortalRow,
  type SectionRow,
} from './store.ts';
import { words } from './words.ts';

/** Purged when a portal's face, contact, sections, menu or name change. */
export function portalFactsKey(portalId: number): string {
  return `portal-facts:${portalId}`;
}

/** Purged when a portal of the locality is opened, renamed or closed, or the regulation changes. */
export function localityFactsKey(localityId: number): string {
  return `locality-facts:${localityId}`;
}

/** Keys of every page that shows the menu, the face or the foot of a portal. */
export function facePageKeys(portalId: number, localityId: number): string[] {
  return [portalFactsKey(portalId), `portal:${portalId}`, `locality:${localityId}`];
}

export interface PortalFacts {
  portal: PortalRow;
  sections: SectionRow[];
  /** What its board composed of the menu; empty where all is as usual. */
  menu: ComposedMenu;
}

/** A portal with its sections and its menu, from memory. */
export function portalFacts(ports: Ports, portalId: number): Promise<PortalFacts> {
  const key = portalFactsKey(portalId);
  return ports.memo.remember(key, [key], () =>
    ports.database.publicly(async (db) => {
      const portal = await findPortal(db, portalId);
      if (!portal) throw new Error(`Portal ${portalId} has no canonical name or body.`);
      return { portal, sections: await listSections(db, portalId), menu: await findMenu(db, portalId) };
    }),
  );
}

/** All open portals of a locality, the main one first, from memory. */
export function localityPortals(ports: Ports, localityId: number): Promise<PortalRow[]> {
  const key = localityFactsKey(localityId);
  return ports.memo.remember(`portals:${localityId}`, [key], () =>
    ports.database.publicly((db) => listPortals(db, localityId)),
  );
}

/** The regulation profile in force in the locality on a day. Throws when none is: a locality always has one. */
export async function profileInForce(ports: Ports, localityId: number, on: CivilDate): Promise<Profile> {
  const key = localityFactsKey(localityId);
  const periods = await ports.memo.remember(`regulation:${localityId}`, [key], () =>
    ports.database.publicly((db) => listRegulationPeriods(db, localityId)),
  );
  const code = profileOn(
    periods.map((period) => ({ profileCode: period.profile_code, validFrom: period.valid_from })),
    on,
  );
  const profile = code === undefined ? undefined : ports.profiles.get(code);
  if (!profile) throw new Error(`Locality ${localityId} has no regulation profile on ${on}.`);
  return profile;
}

/** Addresses of a section in a language. */
export function sectionHref(section: Pick<SectionRow, 'slug_vi' | 'slug_en'>, lang: Lang): string {
  return lang === 'vi' ? `/${section.slug_vi}` : `/en/${section.slug_en}`;
}

export function sectionName(section: Pick<SectionRow, 'name_vi' | 'name_en'>, lang: Lang): string {
  return lang === 'vi' ? section.name_vi : section.name_en;
}

/** What a portal is called: its short name where it has one. */
export function portalName(portal: PortalRow, lang: Lang): string {
  return lang === 'vi' ? (portal.short_name ?? portal.name_vi) : portal.name_en;
}

/** "Khi dùng lại thông tin, xin ghi …" as the regulation of the locality words it. */
export function creditOf(profile: Profile, portal: PortalRow, lang: Lang): string {
  return words[lang].creditIntro(
    creditLine(profile, { host: portal.host, portalName: portalName(portal, lang) }, lang),
  );
}

/** "Cổng thông tin điện tử", or what the regulation calls the portals of members; the name follows in letters. */
export function eyebrow({ terms }: Profile, isMain: boolean, lang: Lang): string {
  if (!isMain) return terms.memberPortal[lang];
  return terms.mainPortal[lang].replace(lang === 'vi' ? / (tỉnh|thành phố) .*$/ : / of .*$/, '');
}

/** Where an item of another portal lives, by portal number. */
export function originOf(ports: Ports, portals: readonly PortalRow[]) {
  const byId = new Map(portals.map((portal) => [portal.id, portal]));
  return (portalId: number) => {
    const portal = byId.get(portalId);
    return portal ? { portal, origin: ports.settings.originOf(portal.host) } : undefined;
  };
}
