import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';
import type { Lang } from '../../rules/lang.ts';
import type { Factors } from './second-factor-rules.ts';

// What signing in rests on: read and written as the system role, except where the desk ends or voids something.

/** An account as signing in needs it. */
export interface SecretRow {
  id: number;
  locality_id: number;
  username: string;
  full_name: string;
  language: Lang;
  password_hash: string | null;
  password_changed_at: Date | null;
  password_reset_at: Date | null;
  must_change_password: boolean;
  failed_count: number;
  locked_until: Date | null;
  disabled_at: Date | null;
}

const SECRET = sql`select id, locality_id, username, full_name, language, password_hash, password_changed_at,
  password_reset_at, must_change_password, failed_count, locked_until, disabled_at from person`;

export function lockSecret(
  tx: Transaction,
  localityId: number,
  username: string,
): Promise<SecretRow | undefined> {
  return tx.find(sql`${SECRET} where locality_id = ${localityId} and username = ${username} for update`);
}

export function findSecret(db: Queryable, personId: number): Promise<SecretRow | undefined> {
  return db.find(sql`${SECRET} where id = ${personId}`);
}

/** The password that opens the account now; undefined when there is none, it was reset, or the account is closed. */
export function livePassword(row: SecretRow | undefined): string | undefined {
  if (!row?.password_hash || !row.password_changed_at || row.disabled_at) return undefined;
  const isReset = row.password_reset_at !== null && row.password_reset_at >= row.password_changed_at;
  return isReset ? undefined : row.password_hash;
}

/**
 * Counts a failure. It need not outlive a power cut, so nobody waits for the disk: an unknown name, for which
 * nothing is written, takes as long as a known one.
 */
export async function saveFailures(
  tx: Transaction,
  personId: number,
  failures: number,
  lockedUntil: Date | undefined,
): Promise<void> {
  await tx.rows(sql`select set_config('synchronous_commit', 'off', true)`);
  await tx.run(
    sql`update person set failed_count = ${failures}, locked_until = ${lockedUntil ?? null} where id = ${personId}`,
  );
}

/**
 * Takes back the one attempt a right password was counted as, and the wait it began. Taken off, not written over: attempts
 * counted meanwhile stay counted.
 */
export async function returnAttempt(
  tx: Transaction,
  personId: number,
  began: Date | undefined,
  before: Date | null,
): Promise<void> {
  await tx.run(sql`update person set failed_count = greatest(failed_count - 1, 0),
    locked_until = case when locked_until = ${began ?? null}::timestamptz then ${before}::timestamptz else locked_until end
    where id = ${personId}`);
}

export async function saveSignIn(
  tx: Transaction,
  personId: number,
  change: { hash: string | undefined; isDue: boolean },
): Promise<void> {
  await tx.run(sql`update person set failed_count = 0, locked_until = null, must_change_password = must_change_password or ${change.isDue},
    password_hash = coalesce(${change.hash ?? null}, password_hash) where id = ${personId}`);
}

/** The new password; the one it replaces is remembered among the last ten. */
export async function savePassword(
  tx: Transaction,
  personId: number,
  hash: string,
  at: Date,
  remembered: number,
): Promise<void> {
  await tx.run(sql`insert into past_password (person_id, password_hash, replaced_at)
    select id, password_hash, ${at} from person where id = ${personId} and password_hash is not null`);
  await tx.run(sql`update person set password_hash = ${hash}, password_changed_at = ${at}, password_reset_at = null,
    must_change_password = false, failed_count = 0, locked_until = null where id = ${personId}`);
  await tx.run(sql`delete from past_password where person_id = ${personId} and replaced_at < (
    select min(replaced_at) from (select replaced_at from past_password where person_id = ${personId}
      order by replaced_at desc limit ${remembered}) kept)`);
}

export async function listPastPasswords(db: Queryable, personId: number, limit: number): Promise<string[]> {
  const rows = await db.rows<{ password_hash: string }>(sql`select password_hash from past_password
    where person_id = ${personId} order by replaced_at desc limit ${limit}`);
  return rows.map((row) => row.password_hash);
}

// Invitations ---------------------------------------------------------------------------------------

export async function insertInvitation(
  tx: Transaction,
  invitation: { tokenHash: string; personId: number; at: Date; expiresAt: Date },
): Promise<void> {
  await tx.run(sql`insert into invitation (token_hash, person_id, created_at, expires_at)
    values (${invitation.tokenHash}, ${invitation.personId}, ${invitation.at}, ${invitation.expiresAt})`);
}

export function voidInvitations(tx: Transaction, personId: number, at: Date): Promise<number> {
  return tx.run(sql`update invitation set voided_at = ${at}
    where person_id = ${personId} and used_at is null and voided_at is null`);
}

/** The person a living invitation is for. */
export async function findInvited(
  db: Queryable,
  tokenHash: string,
  localityId: number,
  now: Date,
): Promise<number | undefined> {
  const row = await db.find<{ person_id: number }>(sql`select i.person_id from invitation i
    join person p on p.id = i.person_id
    where i.token_hash = ${tokenHash} and i.used_at is null and i.voided_at is null and i.expires_at > ${now}
      and p.locality_id = ${localityId} and p.disabled_at is null`);
  return row?.person_id;
}

/** Uses the invitation up; 0 when someone else was quicker. */
export function useInvitation(tx: Transaction, tokenHash: string, at: Date): Promise<number> {
  return tx.run(sql`update invitation set used_at = ${at}
    where token_hash = ${tokenHash} and used_at is null and voided_at is null and expires_at > ${at}`);
}

export interface OpenInvitationRow {
  person_id: number;
  created_at: Date;
  expires_at: Date;
}

/** The unused invitation of each person, past its end or not. A person has one at most: a new one voids the last. */
export function listOpenInvitations(
  db: Queryable,
  personIds: readonly number[],
): Promise<OpenInvitationRow[]> {
  return db.rows(sql`select person_id, created_at, expires_at from invitation
    where person_id = any (${[...personIds]}::bigint[]) and used_at is null and voided_at is null`);
}

export interface ExpiredInvitationRow {
  person_id: number;
  full_name: string;
  portal_id: number;
  expires_at: Date;
}

/** Invitations that ended unused, of people with a right on one of the portals. */
export function listExpiredInvitations(
  db: Queryable,
  portalIds: readonly number[],
  now: Date,
): Promise<ExpiredInvitationRow[]> {
  return db.rows(sql`select i.person_id, p.full_name, min(g.portal_id) as portal_id, i.expires_at
    from invitation i join person p on p.id = i.person_id
    join role_grant g on g.person_id = p.id and g.revoked_at is null
    where i.used_at is null and i.voided_at is null and i.expires_at <= ${now} and p.disabled_at is null
      and g.portal_id = any (${[...portalIds]}::bigint[])
    group by i.person_id, p.full_name, i.expires_at order by i.expires_at limit 200`);
}

// Sessions ------------------------------------------------------------------------------------------

export interface NewSession {
  tokenHash: string;
  personId: number;
  /** When it began: a session made anew at a rise of rights keeps the beginning of the one before. */
  startedAt: Date;
  at: Date;
  idleLimitMs: number;
  factors: Factors;
  provedAt: Date | null;
  isAdministrator: boolean;
  address: string | undefined;
  browser: string;
  system: string;
}

/** @returns its number */
export async function insertSession(tx: Transaction, session: NewSession): Promise<number> {
  const { tokenHash, personId, startedAt, at, idleLimitMs, factors, provedAt } = session;
  const row = await tx.get<{
    id: number;
  }>(sql`insert into session (token_hash, person_id, created_at, last_seen_at,
      idle_limit_ms, factors, proved_at, is_administrator, address, browser, system)
    values (${tokenHash}, ${personId}, ${startedAt}, ${at}, ${idleLimitMs}, ${factors}, ${provedAt},
      ${session.isAdministrator}, ${session.address ?? null}::inet, ${session.browser}, ${session.system})
    returning id`);
  return row.id;
}

export interface SessionRow {
  person_id: number;
  locality_id: number;
  full_name: string;
  username: string;
  language: Lang;
  must_change_password: boolean;
  last_seen_at: Date;
  id: number;
  created_at: Date;
  factors: Factors;
  proved_at: Date | null;
  is_administrator: boolean | null;
  second_factor_asked_at: Date | null;
  has_second_factor: boolean;
}

export function findSession(
  db: Queryable,
  tokenHash: string,
  localityId: number,
  now: Date,
  startedAfter: Date,
): Promise<SessionRow | undefined> {
  return db.find(sql`
    select s.person_id, p.locality_id, p.full_name, p.username, p.language, p.must_change_password, s.last_seen_at,
      s.id, s.created_at, s.factors, s.proved_at, s.is_administrator, p.second_factor_asked_at,
      (exists (select from one_time_secret c where c.person_id = p.id and c.removed_at is null)
        or exists (select from passkey k where k.person_id = p.id and k.removed_at is null)) as has_second_factor
    from session s join person p on p.id = s.person_id
    where s.token_hash = ${tokenHash} and p.locality_id = ${localityId} and s.ended_at is null and p.disabled_at is null
      and s.created_at > ${startedAfter}
      and s.last_seen_at + s.idle_limit_ms * interval '1 millisecond' > ${now}`);
}

export function touchSession(tx: Transaction, tokenHash: string, at: Date): Promise<number> {
  return tx.run(sql`update session set last_seen_at = ${at} where token_hash = ${tokenHash}`);
}

export function endSession(tx: Transaction, tokenHash: string, at: Date): Promise<number> {
  return tx.run(
    sql`update session set ended_at = ${at} where token_hash = ${tokenHash} and ended_at is null`,
  );
}

/** Ends every session of a person: his password or his rights changed, or the account was closed. */
export function endSessions(tx: Transaction, personId: number, at: Date): Promise<number> {
  return tx.run(sql`update session set ended_at = ${at} where person_id = ${personId} and ended_at is null`);
}

/** How somebody signed in, of the session he is in. */
export async function findSessionFactors(
  db: Queryable,
  id: number,
): Promise<{ factors: Factors; created_at: Date } | undefined> {
  return db.find(sql`select factors, created_at from session where id = ${id}`);
}

export function endSessionNumber(tx: Transaction, id: number, at: Date): Promise<number> {
  return tx.run(sql`update session set ended_at = ${at} where id = ${id} and ended_at is null`);
}
