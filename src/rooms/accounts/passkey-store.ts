import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';

export interface PasskeyRow {
  id: number;
  person_id: number;
  credential_id: string;
  public_key: string;
  rp_id: string;
  sign_count: number;
  transports: string[];
  is_backed_up: boolean;
  name: string;
  created_at: Date;
  last_used_at: Date | null;
}

const PASSKEY = sql`select id, person_id, credential_id, public_key, rp_id, sign_count, transports, is_backed_up, name,
  created_at, last_used_at from passkey`;

/** Most passkeys of one person; a bound on the page, not on law. */
export const MAX_PASSKEYS = 20;

export function listPasskeys(db: Queryable, personId: number): Promise<PasskeyRow[]> {
  return db.rows(
    sql`${PASSKEY} where person_id = ${personId} and removed_at is null order by id limit ${MAX_PASSKEYS}`,
  );
}

export function findPasskey(db: Queryable, credentialId: string): Promise<PasskeyRow | undefined> {
  return db.find(sql`${PASSKEY} where credential_id = ${credentialId} and removed_at is null`);
}

export async function insertPasskey(
  tx: Transaction,
  row: Omit<PasskeyRow, 'id' | 'created_at' | 'last_used_at'> & { at: Date },
): Promise<void> {
  await tx.run(sql`insert into passkey (person_id, credential_id, public_key, rp_id, sign_count, transports,
      is_backed_up, name, created_at)
    values (${row.person_id}, ${row.credential_id}, ${row.public_key}, ${row.rp_id}, ${row.sign_count},
      ${row.transports}::text[], ${row.is_backed_up}, ${row.name}, ${row.at})`);
}

/** Keeps the counter of the authenticator; 0 when another answer with as high a one was taken meanwhile (a copied key). */
export function countPasskeyUse(
  tx: Transaction,
  id: number,
  use: { before: number; count: number; isBackedUp: boolean; at: Date },
): Promise<number> {
  return tx.run(sql`update passkey set sign_count = ${use.count}, last_used_at = ${use.at}, is_backed_up = ${use.isBackedUp}
    where id = ${id} and removed_at is null and sign_count = ${use.before}`);
}

export function removePasskey(tx: Transaction, personId: number, id: number, at: Date): Promise<number> {
  return tx.run(sql`update passkey set removed_at = ${at}
    where id = ${id} and person_id = ${personId} and removed_at is null`);
}

/** Spends a challenge; 0 when it was spent before. */
export async function spendChallenge(
  tx: Transaction,
  challenge: string,
  expiresAt: Date,
  now: Date,
): Promise<number> {
  await tx.run(sql`delete from spent_challenge where expires_at < ${now}`);
  return tx.run(sql`insert into spent_challenge (challenge, expires_at) values (${challenge}, ${expiresAt})
    on conflict do nothing`);
}
