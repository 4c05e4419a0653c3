import { type Queryable, type Sql, sql, type Transaction } from '../../platform/db/index.ts';

/** A draft shown to a named reader who has no account. */
export interface ReaderLinkRow {
  id: number;
  portal_id: number;
  edition_id: number;
  reader_name: string;
  made_by_name: string | null;
  made_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
  visits: number;
  last_visit_at: Date | null;
}

const LINK: Sql = sql`l.id, l.portal_id, l.edition_id, l.reader_name, p.full_name as made_by_name, l.made_at,
  l.expires_at, l.revoked_at, (select count(*)::int from reader_visit v where v.link_id = l.id) as visits,
  (select max(v.at) from reader_visit v where v.link_id = l.id) as last_visit_at
  from reader_link l left join person p on p.id = l.made_by`;

export function listReaderLinks(db: Queryable, editionId: number): Promise<ReaderLinkRow[]> {
  return db.rows(sql`select ${LINK} where l.edition_id = ${editionId} order by l.id desc limit 100`);
}

export function findReaderLink(db: Queryable, linkId: number): Promise<ReaderLinkRow | undefined> {
  return db.find(sql`select ${LINK} where l.id = ${linkId}`);
}

/** The link of an address, when it may still be used at this moment. */
export function findLiveLink(
  db: Queryable,
  tokenHash: string,
  now: Date,
): Promise<ReaderLinkRow | undefined> {
  return db.find(
    sql`select ${LINK} where l.token_hash = ${tokenHash} and l.revoked_at is null and l.expires_at > ${now}`,
  );
}

/** Puts the link in; its token is made of its number, and only the hash of the token is kept. */
export async function insertReaderLink(
  tx: Transaction,
  one: { portalId: number; editionId: number; readerName: string; madeBy: number; at: Date; expiresAt: Date },
  hashOf: (linkId: number) => string,
): Promise<number> {
  const { id } = await tx.get<{ id: number }>(sql`insert into reader_link
    (portal_id, edition_id, reader_name, token_hash, made_by, made_at, expires_at)
    values (${one.portalId}, ${one.editionId}, ${one.readerName}, gen_random_uuid()::text, ${one.madeBy}, ${one.at},
      ${one.expiresAt}) returning id`);
  await tx.run(sql`update reader_link set token_hash = ${hashOf(id)} where id = ${id}`);
  return id;
}

export function endReaderLink(tx: Transaction, linkId: number, by: number | null, at: Date): Promise<number> {
  return tx.run(sql`update reader_link set revoked_by = ${by}, revoked_at = ${at}
    where id = ${linkId} and revoked_at is null`);
}

export async function insertVisit(
  tx: Transaction,
  portalId: number,
  linkId: number,
  at: Date,
): Promise<void> {
  await tx.run(sql`insert into reader_visit (portal_id, link_id, at) values (${portalId}, ${linkId}, ${at})`);
}
