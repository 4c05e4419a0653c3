import type { Queryable } from '../../platform/db/index.ts';
import type { Role } from '../../rules/access/index.ts';
import type { Words } from '../../rules/lang.ts';
import { isInForce, type Profile } from '../../rules/profile/index.ts';
import { findProfileCode } from './store.ts';
import { defaultTitles } from './words.ts';

/** The regulation a locality applies on a day, where it is known here. */
export async function findProfile(
  db: Queryable,
  profiles: ReadonlyMap<string, Profile>,
  localityId: number,
  on: string,
): Promise<Profile | undefined> {
  const code = await findProfileCode(db, localityId, on);
  return code === undefined ? undefined : profiles.get(code);
}

/** What the locality calls a role on its main portal or on a member; our own word where its regulation has none. */
export function roleTitle(profile: Profile | undefined, role: Role, isMain: boolean, on: string): Words {
  const portal = isMain ? 'main' : 'member';
  const titles = profile?.roles.filter((rule) => rule.role === role && isInForce(rule, on)) ?? [];
  const title =
    titles.find((rule) => rule.portal === portal) ?? titles.find((rule) => rule.portal === undefined);
  return title?.title ?? defaultTitles[role];
}
