import type { JobDefinition } from '../../platform/jobs/index.ts';
import type { Ports } from '../../platform/ports.ts';

/** An upload nobody has gone on with for so long is given up: a weekend at home, and Monday. */
const KEPT_MS = 3 * 24 * 3_600_000;

/** Removes uploads nobody has gone on with, and the answers of those that ended. @returns how many */
export function sweepUploads({ spool, now }: Pick<Ports, 'spool' | 'now'>): Promise<number> {
  return spool.sweep(new Date(now().getTime() - KEPT_MS));
}

export const sweepJob: JobDefinition<Ports> = {
  name: 'media.sweepUploads',
  retryLimit: 2,
  cron: '25 3 * * *',
  async run(ports) {
    await sweepUploads(ports);
  },
};
