import type { CivilDate } from '../calendar/index.ts';
import { type CheckCode, defaultWeight, type Weight } from '../checker/index.ts';
import type { Profile } from './schema.ts';
import { isInForce } from './timeline.ts';

/** The weight of a finding and, where a text of law gives it, which. */
export interface CheckWeight {
  weight: Weight;
  /** Absent where the weight is the product's own. */
  article?: { number: string; article: string };
}

/**
 * What the regulation in force on a day makes of a finding; the national text where it says nothing, then the product's own
 * weight (`rules/checker`). Where two values of one text name a check, the one that began later holds.
 */
export function checkWeight(
  profiles: readonly (Profile | undefined)[],
  code: CheckCode,
  on: CivilDate,
): CheckWeight {
  for (const profile of profiles) {
    const value = profile?.checks
      .filter((one) => one.codes.includes(code) && isInForce(one, on))
      .reduce<Profile['checks'][number] | undefined>(
        (latest, one) => (latest === undefined || one.validFrom >= latest.validFrom ? one : latest),
        undefined,
      );
    if (profile && value)
      return {
        weight: value.weight,
        article: { number: value.source ?? profile.instrument.number, article: value.article },
      };
  }
  return { weight: defaultWeight(code) };
}
