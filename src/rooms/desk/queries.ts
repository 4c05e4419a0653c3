import type { DeskPlace, Site } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import { type Person, ROLES } from '../../rules/access/index.ts';
import { civilDateOf } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { roleTitle } from '../accounts/index.ts';
import { unreadNotices } from '../notifications/index.ts';
import { localityPortals, portalName, profileInForce } from '../portals/index.ts';

/**
 * Whose desk a page is: the portal asked where the person has a right there, else the first of his own; and what the
 * locality's regulation calls his roles, each said once. From memory, but for the number of notices he has not read.
 */
export async function findDeskPlace(
  ports: Ports,
  person: Person,
  site: Pick<Site, 'portalId'>,
  now: Date,
): Promise<DeskPlace> {
  const { grants, localityId } = person;
  const on = civilDateOf(now);
  const portals = await localityPortals(ports, localityId);
  const profile = await profileInForce(ports, localityId, on);
  const isHere = grants.some((grant) => grant.portalId === site.portalId);
  const portalId = isHere ? site.portalId : grants[0]?.portalId;
  const portal = portals.find(({ id }) => id === portalId);
  const mains = new Set(portals.filter((one) => one.is_main).map(({ id }) => id));
  const titles = ROLES.flatMap((role) =>
    grants
      .filter((grant) => grant.role === role)
      .map((grant) => roleTitle(profile, role, mains.has(grant.portalId), on)),
  );
  const roles = (lang: Lang) => [...new Set(titles.map((title) => title[lang]))].join(' · ');
  return {
    portalName: { vi: portal ? portalName(portal, 'vi') : '', en: portal ? portalName(portal, 'en') : '' },
    role: { vi: roles('vi'), en: roles('en') },
    counts: { '/thong-bao': await unreadNotices(ports, person) },
  };
}
