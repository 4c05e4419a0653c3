import type { Command } from '../../platform/command/index.ts';
import { addDays, type CivilDate, dateWords, instantOf, isCivilDate } from '../../rules/calendar/index.ts';
import { profileOn } from '../../rules/profile/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { localityFactsKey } from '../portals/index.ts';
import { countClocksFrom } from './clock-store.ts';
import { timelineOf } from './clocks.ts';
import { targetLocality } from './commands.ts';
import { permits } from './permits.ts';
import { findLocalityById, insertRegulationPeriod, lockLaw } from './store.ts';
import { REFUSALS } from './words.ts';

export interface SwitchRegulation {
  /** The main portal of the locality. */
  portalId: number;
  profileCode: string;
  /** First day on which the regulation applies. */
  from: CivilDate;
  /** The decision that says so. */
  decision: string;
}

/** Cache key of pages that show the regulation of a locality. */
export function regulationKey(localityId: number): string {
  return `regulation:${localityId}`;
}

/**
 * The locality applies another regulation from a day on: clocks whose start event lies on or after it follow the new
 * one, earlier ones keep theirs.
 *
 * Refuses `regulation-unknown`, `regulation-date`, `regulation-decision`, `regulation-same`, and `regulation-clocks`
 * when clocks already run from events on or after that day: they would stand under the wrong text.
 */
export const switchRegulation: Command<SwitchRegulation, { periodId: number }> = {
  name: 'duties.switchRegulation',
  permit: 'duties.switchRegulation',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, profiles } = context;
    const { profileCode, from, decision, portalId } = input;
    const localityId = await targetLocality(context, { scope: 'locality', portalId });
    if (localityId === null) throw new Error('A regulation is switched for a locality.');
    const locality = await findLocalityById(tx, localityId);
    const profile = profiles.get(profileCode);
    if (!profile || (profile.localityCode !== undefined && profile.localityCode !== locality?.code)) {
      throw new Refusal('regulation-unknown', REFUSALS.regulationUnknown, 'profile');
    }
    if (!isCivilDate(from)) throw new Refusal('regulation-date', REFUSALS.notADate, 'from');
    if (!decision.trim()) throw new Refusal('regulation-decision', REFUSALS.decisionMissing, 'decision');
    await lockLaw(tx);
    const timeline = await timelineOf(tx, localityId);
    const isSame = profileOn(timeline, from) === profileCode;
    if (isSame || timeline.some((period) => period.validFrom === from)) {
      const words = isSame ? REFUSALS.regulationSame : REFUSALS.regulationDayTaken;
      throw new Refusal('regulation-same', words, isSame ? 'profile' : 'from');
    }
    const running = await countClocksFrom(tx, localityId, instantOf(from));
    if (running > 0) {
      throw new Refusal(
        'regulation-clocks',
        REFUSALS.regulationClocks(running, dateWords(from, 'short')),
        'from',
      );
    }
    const period = { localityId, profileCode, validFrom: from, decision, at: context.now };
    const periodId = await insertRegulationPeriod(tx, period);
    context.purge(regulationKey(localityId), localityFactsKey(localityId));
    context.record({
      portalId,
      subject: { kind: 'regulationPeriod', id: periodId },
      payload: { profileCode, from, decision, before: profileOn(timeline, addDays(from, -1)) ?? null },
    });
    return { periodId };
  },
};
