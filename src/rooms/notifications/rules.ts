import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Lang } from '../../rules/lang.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Pauses between tries: a server that is away over night is waited for, and after 17 hours a person is asked. */
const PAUSES_MS = [
  20 * SECOND_MS,
  2 * MINUTE_MS,
  10 * MINUTE_MS,
  60 * MINUTE_MS,
  240 * MINUTE_MS,
  720 * MINUTE_MS,
];

/** How often a mail is handed over at most before it counts as failed. */
export const MOST_TRIES = PAUSES_MS.length + 1;

/** When to try again after so many tries; undefined when it is over. */
export function nextTry(tries: number, at: Date): Date | undefined {
  const pause = PAUSES_MS[tries - 1];
  return pause === undefined ? undefined : new Date(at.getTime() + pause);
}

/**
 * A mail handed over for longer than this was in the hands of a process that died: one message has a minute
 * (`platform/mail`), and whoever lives notes the outcome at once.
 */
export const HANDING_LIMIT_MS = 2 * MINUTE_MS;

/** Left behind by its own job (its process died, or there was no mail server): found again by the sweep. */
export const OVERLOOKED_MS = 30 * SECOND_MS;

/** What could not be sent is kept so long for "send again"; what was not sent by then is of no use to anyone. */
export const CONTENT_KEPT_DAYS = 30;
export const NOTICE_KEPT_DAYS = 180;

export function daysBefore(at: Date, days: number): Date {
  return new Date(at.getTime() - days * DAY_MS);
}

/** Its own for good: a receiver that gets the same mail twice knows it by this (RFC 5322, 3.6.4). */
export function messageIdOf(dedupeDigest: string, host: string): string {
  return `<${dedupeDigest}@${host}>`;
}

/** Where a mail's content is sealed to: nowhere else does it open. */
export function placeOf(dedupeKey: string): string {
  return `mail:${dedupeKey}`;
}

// The link out of the daily mail ------------------------------------------------------------------------

const STOP_PATH = { vi: '/bo-nhan-thu', en: '/en/unsubscribe' } as const;
export const STOP_PATHS = { vi: `${STOP_PATH.vi}/:link`, en: `${STOP_PATH.en}/:link` } as const;

/** Works without signing in and as long as the key does: who has it can do nothing but stop this one mail. */
export function stopPath(secretKey: Buffer, personId: number, lang: Lang): string {
  return `${STOP_PATH[lang]}/${personId}.${signatureOf(secretKey, personId)}`;
}

/** Whose link it is; undefined when we did not make it. */
export function readStopLink(secretKey: Buffer, link: string): number | undefined {
  const [, id = '', signature = ''] = /^(\d{1,15})\.([\w-]{43})$/.exec(link) ?? [];
  if (!id) return undefined;
  const personId = Number(id);
  const ours = Buffer.from(signatureOf(secretKey, personId));
  return timingSafeEqual(ours, Buffer.from(signature)) ? personId : undefined;
}

function signatureOf(secretKey: Buffer, personId: number): string {
  return createHmac('sha256', secretKey).update(`stop-digest:${personId}`).digest('base64url');
}

// The daily mail ----------------------------------------------------------------------------------------

/** More of them is no longer read; the rest stands on the desk. */
export const MOST_IN_DIGEST = 25;

/** Runs of one person, in the order they came. */
export function groupByPerson<T extends { person_id: number }>(rows: readonly T[]): T[][] {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(row.person_id);
    if (group) group.push(row);
    else groups.set(row.person_id, [row]);
  }
  return [...groups.values()];
}
