import { createHash } from 'node:crypto';
import type { RequestContext } from '../../../platform/http/types.ts';

const WINDOW_MS = 60_000;
/** More keys than that in a minute are themselves the flood; the oldest are let go. */
const MOST_KEYS = 50_000;

/** Counts what happened in the last minute under a key, in the memory of this process alone. */
export class MinuteCount {
  readonly #most: number;
  readonly #times = new Map<string, number[]>();

  constructor(most: number) {
    this.#most = most;
  }

  add(key: string, now: Date): void {
    const times = this.#recent(key, now);
    // beyond the limit nothing more needs to be known
    if (times.length <= this.#most) times.push(now.getTime());
    this.#times.delete(key);
    this.#times.set(key, times);
    if (this.#times.size > MOST_KEYS) {
      const [oldest] = this.#times.keys();
      if (oldest !== undefined) this.#times.delete(oldest);
    }
  }

  /** Whether the limit is reached. */
  isFull(key: string, now: Date): boolean {
    return this.#recent(key, now).length >= this.#most;
  }

  #recent(key: string, now: Date): number[] {
    const since = now.getTime() - WINDOW_MS;
    return (this.#times.get(key) ?? []).filter((at) => at > since);
  }
}

/** Who asks, so that he can be counted and not be read: an IPv6 household is one asker, whatever its last half says. */
export function callerKey({ caller }: RequestContext): string {
  const address = caller?.address ?? '';
  const household = address.includes(':') ? address.split(':').slice(0, 4).join(':') : address;
  return createHash('sha256').update(household).digest('base64url').slice(0, 16);
}
