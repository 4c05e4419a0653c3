import type { JobDefinition } from '../../platform/jobs/index.ts';
import type { Ports } from '../../platform/ports.ts';
import { DEVICE_REMEMBERED_MS } from './devices-rules.ts';
import { forgetDevices } from './devices-store.ts';

/**
 * Every night: browsers and addresses nobody came by for half a year are forgotten. They are personal data of staff, kept to
 * tell a strange sign-in from a usual one and for nothing else.
 */
export const forgetDevicesJob: JobDefinition<Ports> = {
  name: 'accounts.forgetDevices',
  retryLimit: 3,
  cron: '20 3 * * *',
  async run({ database, now, log }) {
    const at = now();
    const before = new Date(at.getTime() - DEVICE_REMEMBERED_MS);
    const count = await database.transaction({ as: 'system' }, (tx) => forgetDevices(tx, before, at));
    if (count > 0) log.info({ count }, 'browsers and addresses of old sign-ins were forgotten');
  },
};
