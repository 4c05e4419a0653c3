import type { JobDefinition } from '../../platform/jobs/index.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Machine } from '../../rules/access/index.ts';
import { type CivilDate, civilDateOf, type WorkingCalendar, weekdayOf } from '../../rules/calendar/index.ts';
import { calendarOf } from '../duties/index.ts';
import { listLocalities, localityPortals } from '../portals/index.ts';
import { sendDigests } from './commands.ts';
import { listForDigest } from './notice-store.ts';
import { stopPath } from './rules.ts';

/** Every working day of the locality at 07:30: what is unread goes by mail, one to a person. Safe to run twice. */
export const sendDigestsJob: JobDefinition<Ports> = {
  name: 'notifications.sendDigests',
  retryLimit: 3,
  cron: '30 7 * * *',
  async run(ports) {
    const { database, now } = ports;
    const on = civilDateOf(now());
    const localities = await database.transaction({ as: 'system' }, listLocalities);
    for (const { id: localityId } of localities) {
      const calendar = await database.publicly((db) => calendarOf(db, localityId));
      if (!isWorked(calendar, on)) continue;
      const waiting = await database.transaction({ as: 'system' }, (tx) =>
        listForDigest(tx, { localityId, on, limit: 1 }),
      );
      if (waiting.length > 0) await sendTo(ports, localityId, on);
    }
  },
};

/** Beyond the confirmed days the plain week will do: no time limit hangs on this mail. */
function isWorked(calendar: WorkingCalendar, on: CivilDate): boolean {
  const isConfirmed = on >= calendar.confirmedFrom && on <= calendar.confirmedThrough;
  return isConfirmed ? calendar.isWorkingDay(on) : weekdayOf(on) <= 5;
}

async function sendTo(ports: Ports, localityId: number, on: CivilDate): Promise<void> {
  const { settings } = ports;
  const [main] = await localityPortals(ports, localityId);
  if (!main?.is_main) return;
  const machine: Machine = { kind: 'machine', name: 'notifications', localityId };
  const { people } = await ports.perform(machine, sendDigests, {
    portalId: main.id,
    on,
    originOf: settings.originOf,
    stopPath: (personId, lang) => stopPath(settings.secretKey, personId, lang),
  });
  ports.log.info({ localityId, people }, 'unread warnings were sent by mail');
}
