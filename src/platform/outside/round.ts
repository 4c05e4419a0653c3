import { setTimeout as pause } from 'node:timers/promises';
import type { Outside, OutsideAnswer, OutsideReason, Pace, Round } from './types.ts';

/** Answers that are the host's, whichever of its addresses was asked: the others are not tried against a closed door. */
const OF_THE_HOST: ReadonlySet<OutsideReason> = new Set(['refused', 'no-host', 'certificate']);
/** Statuses that say: not so much. */
const TOO_MUCH: ReadonlySet<number | null> = new Set([429, 503]);

/**
 * Asks addresses, some hosts side by side, the addresses of one host one after another with a pause between them. Whoever is
 * silent, or says that it is too much, is left in peace for this round.
 */
export async function askRound(
  ask: Outside['ask'],
  { addresses, userAgent, allMs }: Round,
  { atOnce, gapMs }: Pace,
): Promise<Map<string, OutsideAnswer>> {
  const heard = new Map<string, OutsideAnswer>();
  const hosts = [...Map.groupBy(addresses, (address) => new URL(address).host).values()];
  const end = performance.now() + allMs;

  const askHost = async (list: readonly string[]) => {
    const doors = new Map<string, OutsideAnswer>();
    let asked = 0;
    for (const address of list) {
      const { host, origin } = new URL(address);
      const closed = doors.get(origin);
      if (closed) heard.set(address, closed);
      if (closed) continue;
      if (asked++ > 0) await pause(gapMs);
      if (performance.now() >= end) return;
      const answer = await ask(address, userAgent);
      heard.set(address, answer);
      if (answer.reason === 'silent' || TOO_MUCH.has(answer.status)) return;
      if (OF_THE_HOST.has(answer.reason) && answer.host === host) doors.set(origin, answer);
    }
  };
  const lane = async () => {
    for (let host = hosts.shift(); host && performance.now() < end; host = hosts.shift()) await askHost(host);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return heard;
}
