import type { JobDefinition } from '../../platform/jobs/index.ts';
import type { Ports } from '../../platform/ports.ts';
import { Refusal } from '../../rules/refusal.ts';
import { publishScheduled } from './deciding.ts';
import { listDueForPublishing } from './store.ts';

/** As many as one run takes; the next minute takes the rest. */
const MOST_AT_ONCE = 100;

/** Publishes what a person approved for a time that has come. Safe to run twice: what is published is not due any more. */
export const publishDue: JobDefinition<Ports> = {
  name: 'publishing.publishDue',
  retryLimit: 5,
  cron: '* * * * *',
  async run(ports) {
    const due = await ports.database.transaction({ as: 'system' }, (tx) =>
      listDueForPublishing(tx, ports.now(), MOST_AT_ONCE),
    );
    const failed: unknown[] = [];
    for (const { id, portal_id, locality_id } of due) {
      try {
        await ports.perform(
          { kind: 'machine', name: 'publishing.publishDue', localityId: locality_id },
          publishScheduled,
          {
            portalId: portal_id,
            editionId: id,
          },
        );
      } catch (cause) {
        // another node was quicker
        if (cause instanceof Refusal && cause.code === 'wrong-state') continue;
        failed.push(new Error(`Edition ${id} could not be published at its set time`, { cause }));
      }
    }
    if (failed.length > 0)
      throw new AggregateError(failed, `${failed.length} of ${due.length} editions not published`);
  },
};
