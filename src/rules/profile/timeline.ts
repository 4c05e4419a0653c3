import type { CivilDate } from '../calendar/index.ts';
import type { ProfileSet } from './parse.ts';
import type { Profile } from './schema.ts';

/** Which regulation applied in a locality, and when. `validTo` is the last day. Later entries supersede earlier ones. */
export type RegulationTimeline = readonly {
  readonly profileCode: string;
  readonly validFrom: CivilDate;
  readonly validTo?: CivilDate | undefined;
}[];

/** Whether a dated value is law on a day; `validTo` is the last day. */
export function isInForce(
  value: { validFrom: string; validTo?: string | undefined },
  on: CivilDate,
): boolean {
  return value.validFrom <= on && (value.validTo === undefined || on <= value.validTo);
}

/**
 * The code of the regulation in force on a day. Where two entries cover the day, the one that began later has
 * superseded the other. Undefined before the first regulation and in gaps.
 */
export function profileOn(timeline: RegulationTimeline, on: CivilDate): string | undefined {
  return timeline
    .filter((entry) => isInForce(entry, on))
    .reduce<RegulationTimeline[number] | undefined>(
      (latest, entry) => (latest === undefined || entry.validFrom >= latest.validFrom ? entry : latest),
      undefined,
    )?.profileCode;
}

/**
 * The national text that fills the gaps of a regulation on a day: its fallback, or on an earlier day the text that one
 * replaced (Bắc Giang Đ19.1: the text in force applies, not the one cited). Without a regulation, the national text in
 * force on that day. Undefined before the first national text held.
 */
export function nationalOn(
  profiles: ProfileSet,
  own: Profile | undefined,
  on: CivilDate,
): Profile | undefined {
  if (own === undefined || own.level === 'national') {
    return [...profiles.values()].find((profile) => profile.level === 'national' && covers(profile, on));
  }
  let national = own.fallback === undefined ? undefined : profiles.get(own.fallback);
  while (national !== undefined && on < national.instrument.inForceFrom) {
    national = national.predecessor === undefined ? undefined : profiles.get(national.predecessor);
  }
  return national !== undefined && covers(national, on) ? national : undefined;
}

function covers({ instrument }: Profile, on: CivilDate): boolean {
  return isInForce({ validFrom: instrument.inForceFrom, validTo: instrument.inForceTo }, on);
}
