import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';
import type { SealedTable } from '../../platform/seal/tables.ts';
import type { FirstFactor } from './second-factor-rules.ts';

// Codes of an authenticator app --------------------------------------------------------------------

/** What a secret is sealed for: it opens for nobody else. */
export function secretPlace(personId: number): string {
  return `one-time:${personId}`;
}

export interface OneTimeSecretRow {
  id: number;
  secret: string;
  set_up_at: Date;
  last_step: number;
  last_used_at: Date;
}

export function findOneTimeSecret(db: Queryable, personId: number): Promise<OneTimeSecretRow | undefined> {
  return db.find(sql`select id, secret, set_up_at, last_step, last_used_at from one_time_secret
    where person_id = ${personId} and removed_at is null`);
}

export async function insertOneTimeSecret(
  tx: Transaction,
  row: { personId: number; secret: string; step: number; at: Date },
): Promise<void> {
  await tx.run(
    sql`update one_time_secret set removed_at = ${row.at} where person_id = ${row.personId} and removed_at is null`,
  );
  await tx.run(sql`insert into one_time_secret (person_id, secret, set_up_at, last_step, last_used_at)
    values (${row.personId}, ${row.secret}, ${row.at}, ${row.step}, ${row.at})`);
}

/** Takes a code of this step; 0 when one of it, or of a later one, was taken before (RFC 6238 §5.2). */
export function takeStep(tx: Transaction, id: number, step: number, at: Date): Promise<number> {
  return tx.run(sql`update one_time_secret set last_step = ${step}, last_used_at = ${at}
    where id = ${id} and removed_at is null and last_step < ${step}`);
}

export function removeOneTimeSecret(tx: Transaction, personId: number, at: Date): Promise<number> {
  return tx.run(
    sql`update one_time_secret set removed_at = ${at} where person_id = ${personId} and removed_at is null`,
  );
}

/** Secrets that are still in use. */
export const SECOND_FACTOR_SEALS: SealedTable = {
  name: 'one_time_secret',
  async list(db, afterId, limit) {
    const rows = await db.rows<{ id: number; person_id: number; secret: string }>(
      sql`select id, person_id, secret from one_time_secret where id > ${afterId} and removed_at is null
        order by id limit ${limit}`,
    );
    return rows.map(({ id, person_id, secret }) => ({
      id,
      fields: [{ column: 'secret', sealed: secret, place: secretPlace(person_id) }],
    }));
  },
};

// Recovery codes ------------------------------------------------------------------------------------

/** Ten new ones; those before are worth nothing from now on. */
export async function replaceRecoveryCodes(
  tx: Transaction,
  personId: number,
  digests: readonly string[],
  at: Date,
): Promise<void> {
  await voidRecoveryCodes(tx, personId, at);
  for (const digest of digests)
    await tx.run(
      sql`insert into recovery_code (person_id, code_digest, made_at) values (${personId}, ${digest}, ${at})`,
    );
}

export function voidRecoveryCodes(tx: Transaction, personId: number, at: Date): Promise<number> {
  return tx.run(
    sql`update recovery_code set voided_at = ${at} where person_id = ${personId} and voided_at is null`,
  );
}

/** Uses a code up; 0 when it is not one, or no longer. */
export function useRecoveryCode(
  tx: Transaction,
  personId: number,
  digest: string,
  at: Date,
): Promise<number> {
  return tx.run(sql`update recovery_code set used_at = ${at}
    where person_id = ${personId} and code_digest = ${digest} and used_at is null and voided_at is null`);
}

export async function countRecoveryCodes(db: Queryable, personId: number): Promise<number> {
  const row = await db.get<{ count: number }>(sql`select count(*) as count from recovery_code
    where person_id = ${personId} and used_at is null and voided_at is null`);
  return row.count;
}

// What there is -------------------------------------------------------------------------------------

export interface FactorsHeld {
  hasCode: boolean;
  hasPasskey: boolean;
  askedAt: Date | null;
}

/** Which second factors a person has, of those that are in use. */
export async function findFactorsHeld(db: Queryable, personId: number): Promise<FactorsHeld> {
  const row = await db.get<{ has_code: boolean; has_passkey: boolean; asked_at: Date | null }>(sql`select
    exists (select from one_time_secret s where s.person_id = p.id and s.removed_at is null) as has_code,
    exists (select from passkey k where k.person_id = p.id and k.removed_at is null) as has_passkey,
    p.second_factor_asked_at as asked_at
    from person p where p.id = ${personId}`);
  return { hasCode: row.has_code, hasPasskey: row.has_passkey, askedAt: row.asked_at };
}

/** The grace counts from the first time. */
export async function saveAsked(tx: Transaction, personId: number, at: Date): Promise<void> {
  await tx.run(sql`update person set second_factor_asked_at = ${at}
    where id = ${personId} and second_factor_asked_at is null`);
}

/** Ends every second factor; the grace begins again with the next sign-in of an administrator. */
export async function endSecondFactors(tx: Transaction, personId: number, at: Date): Promise<number> {
  const codes = await removeOneTimeSecret(tx, personId, at);
  const keys = await tx.run(
    sql`update passkey set removed_at = ${at} where person_id = ${personId} and removed_at is null`,
  );
  await voidRecoveryCodes(tx, personId, at);
  return codes + keys;
}

/**
 * What signs in without the password ends with the password an administrator ended: passkeys, and links with a provider. Else
 * a key that somebody had added in secret would outlive the very reset that was to shut him out. The app with codes stays, for
 * it opens nothing without the password.
 */
export async function endKeysWithoutPassword(tx: Transaction, personId: number, at: Date): Promise<void> {
  await tx.run(
    sql`update passkey set removed_at = ${at} where person_id = ${personId} and removed_at is null`,
  );
  await tx.run(
    sql`update provider_identity set removed_at = ${at} where person_id = ${personId} and removed_at is null`,
  );
  await tx.run(sql`update recovery_code set voided_at = ${at} where person_id = ${personId} and voided_at is null
    and not exists (select from one_time_secret where person_id = ${personId} and removed_at is null)`);
}

// A sign-in that is half way ------------------------------------------------------------------------

export interface HalfRow {
  person_id: number;
  factor: FirstFactor;
}

export async function insertHalf(
  tx: Transaction,
  half: { tokenHash: string; personId: number; factor: FirstFactor; at: Date; expiresAt: Date },
): Promise<void> {
  await tx.run(sql`delete from half_sign_in where expires_at < ${half.at}`);
  await tx.run(sql`insert into half_sign_in (token_hash, person_id, factor, created_at, expires_at)
    values (${half.tokenHash}, ${half.personId}, ${half.factor}, ${half.at}, ${half.expiresAt})`);
}

/** One that is still good, of a person of the locality whose account is open. */
export function findHalf(
  db: Queryable,
  tokenHash: string,
  localityId: number,
  now: Date,
): Promise<HalfRow | undefined> {
  return db.find(sql`select h.person_id, h.factor from half_sign_in h join person p on p.id = h.person_id
    where h.token_hash = ${tokenHash} and h.used_at is null and h.expires_at > ${now}
      and p.locality_id = ${localityId} and p.disabled_at is null
      and (p.password_reset_at is null or p.password_reset_at < h.created_at)
      and (p.password_changed_at is null or p.password_changed_at <= h.created_at)`);
}

/** Uses it up; 0 when somebody was quicker. */
export function useHalf(tx: Transaction, tokenHash: string, at: Date): Promise<number> {
  return tx.run(sql`update half_sign_in set used_at = ${at}
    where token_hash = ${tokenHash} and used_at is null and expires_at > ${at}`);
}

/** A code was set up or taken away, or an account closed: what is half way begins anew. */
export function endHalves(tx: Transaction, personId: number): Promise<number> {
  return tx.run(sql`delete from half_sign_in where person_id = ${personId}`);
}
