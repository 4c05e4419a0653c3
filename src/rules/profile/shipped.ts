import bacGiang from '../../../profiles/bac-giang-13-2023.json' with { type: 'json' };
import laoCai from '../../../profiles/lao-cai-22-2016.json' with { type: 'json' };
import longXuyen from '../../../profiles/long-xuyen-01-2020.json' with { type: 'json' };
import nd42 from '../../../profiles/nd42-2022.json' with { type: 'json' };
import nd43 from '../../../profiles/nd43-2011.json' with { type: 'json' };
import nd224 from '../../../profiles/nd224-2026.json' with { type: 'json' };
import quangNgai from '../../../profiles/quang-ngai-16-2017.json' with { type: 'json' };
import thaiBinh from '../../../profiles/thai-binh-02-2011.json' with { type: 'json' };
import { type ProfileSet, parseProfile, profileSet } from './parse.ts';
import type { Profile } from './schema.ts';

const files: readonly unknown[] = [laoCai, thaiBinh, quangNgai, longXuyen, bacGiang, nd224, nd42, nd43];
let shipped: readonly Profile[] | undefined;

/**
 * The profiles that come with the product, parsed once, together with those an operator added.
 *
 * @throws ProfileError when a file is not usable, or an added one does not fit the others
 */
export function shippedProfiles(added: readonly Profile[] = []): ProfileSet {
  shipped ??= files.map(parseProfile);
  return profileSet([...shipped, ...added]);
}
