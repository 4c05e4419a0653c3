import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';

/** What everybody may know of a key. */
export interface KeyRow {
  id: number;
  locality_id: number;
  fingerprint: string;
  public_key: string;
  created_at: Date;
  retired_at: Date | null;
}

const KEY = sql`select id, locality_id, fingerprint, public_key, created_at, retired_at from gazette_key`;

export function listKeys(db: Queryable, localityId: number): Promise<KeyRow[]> {
  return db.rows(sql`${KEY} where locality_id = ${localityId} order by id`);
}

export function findKeyBy(db: Queryable, fingerprint: string): Promise<KeyRow | undefined> {
  return db.find(sql`${KEY} where fingerprint = ${fingerprint}`);
}

/** The key that signs now, with its sealed half; for the machine that signs. */
export function findSigningKey(
  tx: Transaction,
  localityId: number,
): Promise<(KeyRow & { private_key: string }) | undefined> {
  return tx.find(sql`select id, locality_id, fingerprint, public_key, created_at, retired_at, private_key
    from gazette_key where locality_id = ${localityId} and retired_at is null`);
}

export async function insertKey(
  tx: Transaction,
  key: {
    localityId: number;
    portalId: number;
    fingerprint: string;
    publicKey: string;
    privateKey: string;
    at: Date;
  },
): Promise<number> {
  await tx.run(sql`update gazette_key set retired_at = ${key.at}
    where locality_id = ${key.localityId} and retired_at is null`);
  const row = await tx.get<{ id: number }>(sql`insert into gazette_key
      (locality_id, portal_id, fingerprint, public_key, private_key, created_at)
    values (${key.localityId}, ${key.portalId}, ${key.fingerprint}, ${key.publicKey}, ${key.privateKey}, ${key.at})
    returning id`);
  return row.id;
}

/** Sealed halves after a number, for those who look after the keys of the installation. */
export function listSealedKeys(
  db: Queryable,
  afterId: number,
  limit: number,
): Promise<{ id: number; fingerprint: string; private_key: string }[]> {
  return db.rows(
    sql`select id, fingerprint, private_key from gazette_key where id > ${afterId} order by id limit ${limit}`,
  );
}
