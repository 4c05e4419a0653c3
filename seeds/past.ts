import { createPerformer, type Performer } from '../src/platform/command/index.ts';
import type { Jobs } from '../src/platform/jobs/index.ts';
import type { Ports } from '../src/platform/ports.ts';
import { appendAudit } from '../src/rooms/audit/index.ts';

/** Ports whose clock the seed sets, so that what it does bears the time at which it would have been done. */
export interface PastPorts {
  ports: Ports;
  /** The instant of everything done from now on. */
  setClock(at: Date): void;
  /** The same, but never back: the record of a locality reads in the order of time. */
  advanceTo(at: Date): void;
  /** Does something of whose jobs only those are ordered that are worth doing now. */
  ordering(isWorth: (job: string) => boolean, happen: () => Promise<void>): Promise<void>;
}

/** One thing that happens at an instant. */
export interface Happening {
  at: Date;
  happen(): Promise<void>;
}

/** Lends the ports with a clock and a performer of their own: the same one write path, permits and audit chain. */
export function pastPorts(ports: Ports): PastPorts {
  let clock = ports.now();
  let isOrdered: (job: string) => boolean = () => true;
  const now = () => clock;
  const jobs = (): Jobs =>
    Object.create(ports.jobs, {
      enqueue: {
        value: async (...[tx, name, ...rest]: Parameters<Jobs['enqueue']>) => {
          if (isOrdered(name)) await ports.jobs.enqueue(tx, name, ...rest);
        },
      },
    }) as Jobs;
  const performer: Performer = createPerformer({
    database: ports.database,
    jobs,
    appendAudit,
    now,
    profiles: ports.profiles,
    seal: ports.seal,
    cache: {
      purge: (keys, forGood) => {
        ports.cache.purge(keys, forGood);
        ports.memo.purge([...keys, ...forGood]);
      },
    },
  });
  // an object whose getters still lead to the ports themselves
  const past: Ports = Object.create(ports, {
    now: { value: now },
    perform: { value: performer.perform },
  }) as Ports;
  return {
    ports: past,
    setClock: (at) => {
      clock = at;
    },
    advanceTo: (at) => {
      if (at > clock) clock = at;
    },
    ordering: async (isWorth, happen) => {
      isOrdered = isWorth;
      try {
        await happen();
      } finally {
        isOrdered = () => true;
      }
    },
  };
}
