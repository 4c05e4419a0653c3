import type { Ports } from '../../platform/ports.ts';
import { civilDateOf } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { isInForce, type Profile } from '../../rules/profile/index.ts';
import { localityPortals, originOf, portalName, profileInForce } from '../portals/index.ts';
import { listAdoptions } from './life-store.ts';

/** Another portal that has published an item again. */
export interface Adoption {
  name: string;
  href: string;
}

/** The portals that took an item over and show it now. */
export async function adoptionsOf(
  ports: Ports,
  localityId: number,
  itemId: number,
  lang: Lang,
): Promise<Adoption[]> {
  const rows = await ports.database.publicly((db) => listAdoptions(db, itemId));
  if (rows.length === 0) return [];
  const from = originOf(ports, await localityPortals(ports, localityId));
  return rows.flatMap((row) => {
    const found = from(row.portal_id);
    const base = row.language === 'en' ? '/en' : '';
    return found
      ? [{ name: portalName(found.portal, lang), href: `${found.origin}${base}/bai/${row.item_id}` }]
      : [];
  });
}

/** How long at least the regulation in force keeps a kind of content on line; undefined where no text says it. */
export async function minimumOf(
  ports: Ports,
  localityId: number,
  kind: string,
): Promise<{ days: number; article: string } | undefined> {
  const on = civilDateOf(ports.now());
  const profile = await profileInForce(ports, localityId, on);
  return minimumIn(profile, kind, on);
}

/** {@link minimumOf} of a profile (TB Đ6.2.e: questions and answers 30 days). */
export function minimumIn(
  profile: Profile,
  kind: string,
  on: string,
): { days: number; article: string } | undefined {
  const rule = profile.retention.find(
    (one) => isInForce(one, on) && (one.contentKinds as readonly string[]).includes(kind),
  );
  return rule && { days: rule.atLeast.value, article: rule.article };
}
