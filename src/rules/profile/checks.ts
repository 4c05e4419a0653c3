import type { CivilDate } from '../calendar/index.ts';
import { type CheckCode, defaultWeight, type Weight } from '../checker/index.ts';
import { articleText } from '../clock/index.ts';
import type { Words } from '../lang.ts';
import type { Profile } from './schema.ts';
import { isInForce } from './timeline.ts';

/** The weight of a finding and, where a text of law gives it, which. */
export interface CheckWeight {
  weight: Weight;
  /** Absent where the weight is the product's own. */
  article?: { number: string; article: string; cited: Words };
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
        article: cite(profile, value),
      };
  }
  return { weight: defaultWeight(code) };
}

function cite({ instrument }: Profile, { article, source }: Profile['checks'][number]) {
  const { kind, number } = instrument;
  const cited = (lang: 'vi' | 'en') => {
    const places = article.split(', ').map((one) => articleText(one, undefined, lang));
    return `${places.join('; ')}, ${source ?? `${kind[lang]} ${number}`}`;
  };
  return { number: source ?? number, article, cited: { vi: cited('vi'), en: cited('en') } };
}
