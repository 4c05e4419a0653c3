import type { Site } from '../../platform/http/types.ts';
import type { JobDefinition } from '../../platform/jobs/index.ts';
import type { Ports } from '../../platform/ports.ts';
import { addDays, civilDateOf } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { dropClicks } from './clicks-store.ts';
import { countMiss, dropMisses } from './misses-store.ts';
import { missOf } from './rules.ts';

/** How long it is of use to know what was sought in vain, and which results were opened. */
export const MISSES_KEPT_DAYS = 90;

/** Counts a search in vain, when nothing of a person can be read in it; a page is never lost for it. */
export async function noteMiss(
  ports: Ports,
  { site, lang, text, now }: { site: Site; lang: Lang; text: string; now: Date },
): Promise<void> {
  const query = missOf(text);
  if (query === undefined) return;
  const { localityId, portalId } = site;
  const miss = { localityId, portalId, language: lang, query, on: civilDateOf(now) };
  try {
    await ports.database.transaction({ as: 'system' }, (tx) => countMiss(tx, miss));
  } catch (error) {
    ports.log.warn({ err: error }, 'a search in vain was not counted');
  }
}

export const forgetMisses: JobDefinition<Ports> = {
  name: 'search.forgetMisses',
  retryLimit: 2,
  cron: '40 3 * * *',
  run: async (ports) => {
    const before = addDays(civilDateOf(ports.now()), -MISSES_KEPT_DAYS);
    await ports.database.transaction({ as: 'system' }, async (tx) => {
      await dropMisses(tx, before);
      await dropClicks(tx, before);
    });
  },
};
