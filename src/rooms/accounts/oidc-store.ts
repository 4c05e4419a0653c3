import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';

/** A way to the provider and back that is under way. */
export interface VisitRow {
  locality_id: number;
  browser_hash: string;
  nonce: string;
  /** Sealed. */
  verifier: string;
  back: string;
  person_id: number | null;
}

export async function insertVisit(
  tx: Transaction,
  visit: VisitRow & { stateHash: string; at: Date; expiresAt: Date },
): Promise<void> {
  await tx.run(sql`delete from provider_visit where expires_at < ${visit.at}`);
  await tx.run(sql`insert into provider_visit (state_hash, locality_id, browser_hash, nonce, verifier, back, person_id,
      expires_at)
    values (${visit.stateHash}, ${visit.locality_id}, ${visit.browser_hash}, ${visit.nonce}, ${visit.verifier},
      ${visit.back}, ${visit.person_id}, ${visit.expiresAt})`);
}

/** Takes a state, once, in the browser it was given to; undefined when it is not one, is over, or was taken. */
export function takeVisit(
  tx: Transaction,
  stateHash: string,
  browserHash: string,
  localityId: number,
  now: Date,
): Promise<VisitRow | undefined> {
  return tx.find(sql`update provider_visit set used_at = ${now} where state_hash = ${stateHash}
      and browser_hash = ${browserHash} and locality_id = ${localityId} and used_at is null and expires_at > ${now}
    returning locality_id, browser_hash, nonce, verifier, back, person_id`);
}

export interface IdentityRow {
  id: number;
  person_id: number;
  linked_at: Date;
  last_used_at: Date | null;
}

export function findIdentity(
  db: Queryable,
  issuer: string,
  subject: string,
): Promise<IdentityRow | undefined> {
  return db.find(sql`select id, person_id, linked_at, last_used_at from provider_identity
    where issuer = ${issuer} and subject = ${subject} and removed_at is null`);
}

export function findOwnIdentity(
  db: Queryable,
  personId: number,
  issuer: string,
): Promise<IdentityRow | undefined> {
  return db.find(sql`select id, person_id, linked_at, last_used_at from provider_identity
    where person_id = ${personId} and issuer = ${issuer} and removed_at is null order by id desc limit 1`);
}

/** Links an identity; the one the person had at this provider before ends. 0 when it is somebody else's. */
export async function linkIdentity(
  tx: Transaction,
  identity: { personId: number; issuer: string; subject: string; at: Date },
): Promise<number> {
  const { personId, issuer, subject, at } = identity;
  await tx.run(sql`update provider_identity set removed_at = ${at}
    where person_id = ${personId} and issuer = ${issuer} and removed_at is null`);
  return tx.run(sql`insert into provider_identity (person_id, issuer, subject, linked_at)
    values (${personId}, ${issuer}, ${subject}, ${at}) on conflict do nothing`);
}

export function unlinkIdentity(tx: Transaction, personId: number, issuer: string, at: Date): Promise<number> {
  return tx.run(sql`update provider_identity set removed_at = ${at}
    where person_id = ${personId} and issuer = ${issuer} and removed_at is null`);
}

export async function touchIdentity(tx: Transaction, id: number, at: Date): Promise<void> {
  await tx.run(sql`update provider_identity set last_used_at = ${at} where id = ${id}`);
}
