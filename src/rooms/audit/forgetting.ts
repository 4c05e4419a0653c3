import type { JobDefinition } from '../../platform/jobs/index.ts';
import type { Ports } from '../../platform/ports.ts';
import { deleteCallersBefore } from './store.ts';

/** Twelve months, a leap year's worth: NĐ 333/2026 Đ16.6.c asks for account, time, address and source port that long. */
export const CALLER_KEPT_DAYS = 366;
const DAY_MS = 86_400_000;

/** Deletes addresses and ports of the door whose time has passed. Safe to run twice; the record itself stays whole. */
export const forgetCallers: JobDefinition<Ports> = {
  name: 'audit.forgetCallers',
  retryLimit: 5,
  cron: '10 3 * * *',
  async run({ database, now, log }) {
    const before = new Date(now().getTime() - CALLER_KEPT_DAYS * DAY_MS);
    const deleted = await database.transaction({ as: 'system' }, (tx) => deleteCallersBefore(tx, before));
    if (deleted > 0) log.info({ deleted }, 'addresses of the door were deleted after their time');
  },
};
