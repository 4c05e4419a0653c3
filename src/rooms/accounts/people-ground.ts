import { deskPath } from '../../platform/http/paths.ts';
import type { StaffContext } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import { civilDateOf } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import type { Profile } from '../../rules/profile/index.ts';
import { placeOf } from './authority.ts';
import * as queries from './queries.ts';
import { grantableRoles, permits, reachOf } from './rules.ts';
import type { PortalFacts } from './store.ts';
import { findProfile, roleTitle } from './titles.ts';

export const PEOPLE = '/nhan-su';
/** What the pages of people ask for; for which portal, each checks itself. */
export const permit = { permits, permit: 'accounts.manage' };

/** What every page of people starts from: the portals one administers, the chosen one, the regulation's words. */
export interface Ground extends queries.Managed {
  portal: PortalFacts;
  profile: Profile | undefined;
  todayOn: string;
}

/** The name of a portal in the language of the page. */
export const nameOf = (portal: PortalFacts, lang: Lang) => (lang === 'vi' ? portal.name_vi : portal.name_en);

/** The portal named in the address or form, else the one this host is, else the first; undefined when it is not ours. */
export async function findGround(
  ports: Ports,
  context: StaffContext,
  named: string | null,
): Promise<Ground | undefined> {
  const { person, site, now } = context;
  const todayOn = civilDateOf(now);
  return queries.readAs(ports, person, async (tx) => {
    const managed = await queries.readManaged(tx, person);
    const find = (id: number) => managed.portals.find((portal) => portal.id === id);
    const portal = named ? find(Number(named)) : (find(site.portalId) ?? managed.portals[0]);
    if (!portal) return undefined;
    return {
      ...managed,
      portal,
      todayOn,
      profile: await findProfile(tx, ports.profiles, person.localityId, todayOn),
    };
  });
}

/** Roles the reader may give on the chosen portal, in the regulation's words. */
export function roleChoices(
  { portal, profile, mainPortalId, todayOn }: Ground,
  { person, lang }: StaffContext,
) {
  const place = placeOf(portal);
  const roles = grantableRoles(reachOf(person, place, mainPortalId), place);
  return roles.map((role) => ({
    value: role,
    text: roleTitle(profile, role, portal.is_main, todayOn)[lang],
  }));
}

export const peopleHref = (lang: Lang, portalId: number) => `${deskPath(lang, PEOPLE)}?cong=${portalId}`;
