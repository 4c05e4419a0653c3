import { LRUCache } from 'lru-cache';

/** Failures in a row before an account rests (level 3: lock after at most five). */
export const FREE_FAILURES = 5;
const FIRST_WAIT_MINUTES = 1;
const LONGEST_WAIT_MINUTES = 60;
const MINUTE_MS = 60_000;

/**
 * Until when nothing is accepted after this many failures in a row (LC-106: no probing of passwords). The fifth
 * costs 1 minute, each further one twice as long, at most 60. Undefined while attempts are free.
 */
export function lockedUntilAfter(failures: number, at: Date): Date | undefined {
  if (failures < FREE_FAILURES) return undefined;
  // past the sixth doubling the longest wait holds anyway; the exponent is bounded so that it stays a number
  const doublings = Math.min(failures - FREE_FAILURES, 10);
  const minutes = Math.min(FIRST_WAIT_MINUTES * 2 ** doublings, LONGEST_WAIT_MINUTES);
  return new Date(at.getTime() + minutes * MINUTE_MS);
}

/** Failures in a row and what follows from them; of a person (a row) or of a name nobody has (in memory). */
export interface FailureCount {
  failures: number;
  lockedUntil: Date | undefined;
}

/** Counts one attempt before the password is looked at, or tells until when none is accepted. */
export function countAttempt(count: FailureCount, now: Date): FailureCount | { waitUntil: Date } {
  if (count.lockedUntil && count.lockedUntil > now) return { waitUntil: count.lockedUntil };
  const failures = count.failures + 1;
  return { failures, lockedUntil: lockedUntilAfter(failures, now) };
}

/** Names that belong to nobody, remembered so that they rest like those of accounts; a bound on memory, not on law. */
const REMEMBERED_NAMES = 20_000;

export type UnknownNames = Pick<LRUCache<string, FailureCount>, 'get' | 'set'>;

export function createUnknownNames(): UnknownNames {
  return new LRUCache<string, FailureCount>({ max: REMEMBERED_NAMES });
}
