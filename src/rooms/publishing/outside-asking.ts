import type { JobDefinition } from '../../platform/jobs/index.ts';
import type { Outside, OutsideAnswer } from '../../platform/outside/index.ts';
import type { Ports } from '../../platform/ports.ts';
import { type CivilDate, civilDateOf } from '../../rules/calendar/index.ts';
import { listLocalities, listPortals } from '../portals/index.ts';
import { SAID_FOR_DAYS, stateAfter } from './outside-rules.ts';
import {
  type DueAddress,
  forgetAddresses,
  listDueAddresses,
  listWitnesses,
  outsideSummary,
  saveHeard,
  saveRound,
  takeInAddresses,
} from './outside-store.ts';

/** Addresses of one round; the next round of the night takes the rest. */
const MOST_ADDRESSES = 500;
/** Of one host: nobody is visited by us all night. */
const MOST_OF_A_HOST = 40;
/** All localities together; the queue gives a job fifteen minutes. */
const ROUNDS_MS = 480_000;
const WITNESSES = 3;
const DAY_MS = 86_400_000;

/**
 * In the first hours of the day, before the nightly look at all links: the addresses outside that published items lead to are
 * asked whether they are there. Does nothing where the operator has not said that the server may. Safe to run twice: what was
 * asked is not due any more.
 */
export const askOutside: JobDefinition<Ports> = {
  name: 'publishing.askOutside',
  retryLimit: 1,
  cron: '*/15 0-1 * * *',
  async run(ports) {
    const { outside } = ports;
    if (!outside) return;
    const localities = await ports.database.transaction({ as: 'system' }, listLocalities);
    const allMs = ROUNDS_MS / Math.max(1, localities.length);
    for (const { id } of localities) await askForLocality(ports, outside, { localityId: id, allMs });
  },
};

async function askForLocality(
  ports: Ports,
  outside: Outside,
  { localityId, allMs }: { localityId: number; allMs: number },
): Promise<void> {
  const began_at = ports.now();
  const on = civilDateOf(began_at);
  const ready = await ports.database.transaction({ as: 'system' }, async (tx) => {
    const { round } = await outsideSummary(tx, localityId);
    // without a way out this night: the next one
    if (round && !round.has_way_out && civilDateOf(round.began_at) === on) return undefined;
    const [main] = await listPortals(tx, localityId);
    if (!main) return undefined;
    await forgetAddresses(tx, localityId, new Date(began_at.getTime() - SAID_FOR_DAYS * DAY_MS));
    await takeInAddresses(tx, localityId, on);
    const limits = { limit: MOST_ADDRESSES, perHost: MOST_OF_A_HOST };
    const due = await listDueAddresses(tx, { localityId, on, ...limits });
    return { due, userAgent: whoAsks(main.host), witnesses: await listWitnesses(tx, localityId, WITNESSES) };
  });
  if (!ready || ready.due.length === 0) return;
  const { due, userAgent, witnesses } = ready;
  const heard = await outside.askAll({ addresses: due.map(({ address }) => address), userAgent, allMs });
  const has_way_out = someOpened(heard) || (await opensSome(outside, witnesses, userAgent));
  if (!has_way_out) ports.log.warn({ localityId, asked: heard.size }, 'no address outside opened');
  await ports.database.transaction({ as: 'system' }, async (tx) => {
    const now = ports.now();
    if (has_way_out) await saveHeard(tx, judged(due, heard, on), now);
    await saveRound(tx, localityId, { began_at, ended_at: now, asked: heard.size, has_way_out });
  });
}

/** Who asks, for whoever reads his server's record: the software, and the portal that wants to know. */
function whoAsks(host: string): string {
  return `Cong-Lang (link check; +https://${host}/)`;
}

function someOpened(heard: ReadonlyMap<string, OutsideAnswer>): boolean {
  return [...heard.values()].some(({ reason }) => reason === 'opened');
}

/** Whether one of the addresses that opened last still does. */
async function opensSome(
  outside: Outside,
  witnesses: readonly string[],
  userAgent: string,
): Promise<boolean> {
  for (const address of witnesses)
    if ((await outside.ask(address, userAgent)).reason === 'opened') return true;
  return false;
}

function judged(due: readonly DueAddress[], heard: ReadonlyMap<string, OutsideAnswer>, on: CivilDate) {
  return due.flatMap((row) => {
    const answer = heard.get(row.address);
    if (!answer) return [];
    const { reason, status } = answer;
    return [{ id: row.id, reason, status, ...stateAfter(row, reason, on) }];
  });
}
