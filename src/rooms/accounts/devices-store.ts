import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';
import type { Lang } from '../../rules/lang.ts';
import type { Factors } from './second-factor-rules.ts';

/** A session as its owner sees it. */
export interface OwnSessionRow {
  id: number;
  token_hash: string;
  created_at: Date;
  last_seen_at: Date;
  idle_limit_ms: number;
  factors: Factors;
  address: string | null;
  browser: string;
  system: string;
}

/** A person's sessions that are still open, the one used last first. */
export function listOwnSessions(
  db: Queryable,
  personId: number,
  now: Date,
  startedAfter: Date,
): Promise<OwnSessionRow[]> {
  return db.rows(sql`select id, token_hash, created_at, last_seen_at, idle_limit_ms, factors, host(address) as address,
      browser, system from session
    where person_id = ${personId} and ended_at is null and created_at > ${startedAfter}
      and last_seen_at + idle_limit_ms * interval '1 millisecond' > ${now}
    order by last_seen_at desc, id desc limit 100`);
}

/** Ends one session of a person; 0 when it is not his, or over. */
export function endOwnSession(tx: Transaction, personId: number, id: number, at: Date): Promise<number> {
  return tx.run(
    sql`update session set ended_at = ${at} where id = ${id} and person_id = ${personId} and ended_at is null`,
  );
}

export function endOtherSessions(
  tx: Transaction,
  personId: number,
  tokenHash: string,
  at: Date,
): Promise<number> {
  return tx.run(sql`update session set ended_at = ${at}
    where person_id = ${personId} and token_hash <> ${tokenHash} and ended_at is null`);
}

/** What tells a browser that was here before from a new one. */
export interface SeenDevice {
  personId: number;
  tokenHash: string | undefined;
  browser: string;
  system: string;
  address: string | undefined;
}

/**
 * Whether the person signed in with this browser before: by its cookie, or by the same words from the same address. Who
 * signs in for the first time ever is not warned of himself.
 */
export async function isKnownDevice(db: Queryable, device: SeenDevice, since: Date): Promise<boolean> {
  const { personId, tokenHash, browser, system, address } = device;
  const row = await db.get<{ known: boolean }>(sql`select
    exists (select from known_device where person_id = ${personId} and token_hash = ${tokenHash ?? ''}
      and last_seen_at > ${since})
    or exists (select from session where person_id = ${personId} and created_at > ${since}
      and browser = ${browser} and system = ${system} and host(address) = ${address ?? ''})
    or not exists (select from session where person_id = ${personId}) as known`);
  return row.known;
}

export async function saveDevice(
  tx: Transaction,
  device: SeenDevice & { tokenHash: string },
  at: Date,
): Promise<void> {
  const { personId, tokenHash, browser, system } = device;
  await tx.run(sql`insert into known_device (person_id, token_hash, browser, system, first_seen_at, last_seen_at)
    values (${personId}, ${tokenHash}, ${browser}, ${system}, ${at}, ${at})
    on conflict (person_id, token_hash) do update set last_seen_at = excluded.last_seen_at,
      browser = excluded.browser, system = excluded.system`);
}

/** Whom to tell of something at the door, and what of a session to say. */
export interface OwnerRow {
  person_id: number;
  locality_id: number;
  full_name: string;
  email: string | null;
  language: Lang;
  browser: string | null;
  system: string | null;
  address: string | null;
}

export function findOwner(
  db: Queryable,
  personId: number,
  sessionId: number | undefined,
): Promise<OwnerRow | undefined> {
  return db.find(sql`select p.id as person_id, p.locality_id, p.full_name, p.email, p.language, s.browser, s.system,
      host(s.address) as address
    from person p left join session s on s.person_id = p.id and s.id = ${sessionId ?? null}::bigint
    where p.id = ${personId}`);
}

/** What is known of browsers and addresses goes after its time, and what came to nothing goes at once. */
export async function forgetDevices(tx: Transaction, before: Date, now: Date): Promise<number> {
  await tx.run(sql`delete from half_sign_in where expires_at < ${now}`);
  await tx.run(sql`delete from provider_visit where expires_at < ${now}`);
  await tx.run(sql`delete from spent_challenge where expires_at < ${now}`);
  const devices = await tx.run(sql`delete from known_device where last_seen_at < ${before}`);
  const sessions = await tx.run(sql`update session set address = null, browser = '', system = ''
    where created_at < ${before} and (address is not null or browser <> '' or system <> '')`);
  return devices + sessions;
}
