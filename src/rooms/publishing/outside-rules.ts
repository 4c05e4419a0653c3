import { type OutsideReason, verdictOf } from '../../platform/outside/index.ts';
import { addDays, type CivilDate } from '../../rules/calendar/index.ts';

/** Different days on which an address must fail before it is called broken: a far server may be away for a night or two. */
export const BROKEN_AFTER_DAYS = 3;

/** What was heard longer ago says nothing of today. */
export const SAID_FOR_DAYS = 30;

/** What is known of an address outside. */
export type OutsideStanding = 'unasked' | 'opens' | 'unclear' | 'failing' | 'broken';

/** Days until an address is asked again. What is broken is asked more often than what opens: somebody may have mended it. */
const AGAIN_AFTER_DAYS: Record<Exclude<OutsideStanding, 'unasked'>, number> = {
  ...{ opens: 7, unclear: 7, failing: 1, broken: 2 },
};

/** How often an address failed since it last opened. */
export interface Failures {
  /** Different days. */
  failed_days: number;
  failed_since: CivilDate | null;
  /** The last of these days. */
  failed_on: CivilDate | null;
}

export interface OutsideState extends Failures {
  standing: OutsideStanding;
  next_on: CivilDate;
}

/** Where an address stands after it was asked on a day. However often it fails in one day, that is one day. */
export function stateAfter(before: Failures, reason: OutsideReason, on: CivilDate): OutsideState {
  const verdict = verdictOf(reason);
  if (verdict !== 'fails') {
    const next_on = addDays(on, AGAIN_AFTER_DAYS[verdict]);
    return { standing: verdict, next_on, failed_days: 0, failed_since: null, failed_on: null };
  }
  const failed_days = before.failed_days + (before.failed_on === on ? 0 : 1);
  const standing = failed_days >= BROKEN_AFTER_DAYS ? 'broken' : 'failing';
  return {
    ...{ standing, failed_days, failed_on: on, failed_since: before.failed_since ?? on },
    next_on: addDays(on, AGAIN_AFTER_DAYS[standing]),
  };
}
