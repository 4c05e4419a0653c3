import type { Database } from '../db/index.ts';

const PROBE_EVERY_MS = 1_000;
const PROBE_TIMEOUT_MS = 2_000;

export interface Health {
  isHealthy(): boolean;
  /** A request found the database away; the next probe decides when it is back. */
  reportAway(): void;
  stop(): void;
}

/** Whether the database answers, probed while it is away so that recovery is noticed without a visitor. */
export function watchHealth(database: Database): Health {
  let healthy = true;
  let probing = false;
  const probe = async () => {
    if (probing) return;
    probing = true;
    try {
      await database.ping(PROBE_TIMEOUT_MS);
      healthy = true;
    } catch {
      healthy = false;
    } finally {
      probing = false;
    }
  };
  // the embedded database is in this process: it is there or the process is not
  const timer = database.kind === 'postgres' ? setInterval(() => void probe(), PROBE_EVERY_MS) : undefined;
  timer?.unref();
  return {
    isHealthy: () => healthy,
    reportAway: () => {
      if (database.kind === 'postgres') healthy = false;
    },
    stop: () => clearInterval(timer),
  };
}
