import type { JobDefinition } from '../../platform/jobs/index.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Machine } from '../../rules/access/index.ts';
import { civilDateOf } from '../../rules/calendar/index.ts';
import { listLocalities } from '../portals/index.ts';
import { closeLeaver } from './hand-over-commands.ts';
import { listToClose } from './hand-over-store.ts';
import { closeIdle, openReview, warnIdle } from './review-commands.ts';
import { idleStep, opensReview } from './review-rules.ts';
import { listLastUses, listReviewStarts } from './review-store.ts';

/**
 * Every night: accounts of those who have left are closed, unused ones warned and closed, reviews opened. Each step finds
 * what is left to do, so it is safe to run twice.
 */
export const dailyJob: JobDefinition<Ports> = {
  name: 'staffing.daily',
  retryLimit: 3,
  cron: '20 3 * * *',
  async run(ports) {
    const localities = await ports.database.transaction({ as: 'system' }, listLocalities);
    for (const { id } of localities) await keepAccounts(ports, id);
  },
};

/** What is due in one locality. In the demo accounts are everybody's and stay open, used or not. */
export async function keepAccounts(
  ports: Ports,
  localityId: number,
  closesIdle = !ports.settings.demo,
): Promise<void> {
  const machine: Machine = { kind: 'machine', name: 'staffing', localityId };
  const todayOn = civilDateOf(ports.now());
  const read = <T>(work: Parameters<typeof ports.database.transaction<T>>[1]) =>
    ports.database.transaction({ as: 'system' }, work);
  for (const one of await read((tx) => listToClose(tx, localityId, todayOn))) {
    const on = { portalId: one.portal_id, handOverId: one.id, personId: one.person_id };
    await ports.perform(machine, closeLeaver, on);
  }
  for (const { portal_id: portalId, last_at } of await read((tx) => listReviewStarts(tx, localityId))) {
    const lastOn = civilDateOf(last_at);
    if (opensReview(lastOn, todayOn)) await ports.perform(machine, openReview, { portalId, lastOn });
  }
  if (!closesIdle) return;
  for (const one of await read((tx) => listLastUses(tx, localityId, todayOn))) {
    const { person_id: personId, portal_id: portalId } = one;
    const lastUsedOn = civilDateOf(one.last_used_at);
    const step = idleStep(lastUsedOn, todayOn);
    const idle = { portalId, personId, lastUsedOn };
    if (step.do === 'warn') await ports.perform(machine, warnIdle, { ...idle, days: step.days });
    if (step.do === 'close') await ports.perform(machine, closeIdle, idle);
  }
}
