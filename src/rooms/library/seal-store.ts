import { type Queryable, sql } from '../../platform/db/index.ts';
import type { DocumentRow, PublicText } from './store.ts';

const RELATIONS = sql`select r.id, r.removed_by, r.removed_at::text,
    jsonb_build_array(r.id, r.locality_id, r.portal_id, r.kind, r.from_item_id, r.to_item_id, r.provisions,
      r.effective_on, r.until_on, r.confirmed_by, extract(epoch from r.confirmed_at)) as sealed
  from document_relation r`;

/** A relation as it is recorded, and how it ended. */
export interface RelationSeal {
  id: number;
  removed_by: number | null;
  removed_at: string | null;
  sealed: unknown;
}

/** One relation. @throws when there is none */
export function findRelationSeal(db: Queryable, id: number): Promise<RelationSeal> {
  return db.get(sql`${RELATIONS} where r.id = ${id}`);
}

export function listRelationSeals(db: Queryable, localityId: number): Promise<RelationSeal[]> {
  return db.rows(sql`${RELATIONS} where r.locality_id = ${localityId} order by r.id`);
}

/** What the register says of a public text. */
export function findRegistered(db: Queryable, text: PublicText): Promise<DocumentRow | undefined> {
  return db.find(sql`select number, number_key, type, issuer, signer, field, issued_on::text,
      effective_on::text, expires_on::text, addresses, title, content_hash, portal_id, locality_id, publication_id, ended_at
    from document where item_id = ${text.item_id} and language = ${text.language}`);
}

/** Public copies of a locality that the machine has read, after one of them. */
export function listReadTexts(
  db: Queryable,
  localityId: number,
  last: number,
  limit: number,
): Promise<PublicText[]> {
  return db.rows(sql`select p.id, p.item_id, p.language, p.locality_id, p.portal_id, p.section_id,
        p.kind, p.title, p.body_html, p.facts, p.content_hash, p.published_at
      from publication p join public_reading r on r.publication_id = p.id
      where p.locality_id = ${localityId} and p.id > ${last} and p.ended_at is null order by p.id limit ${limit}`);
}

/** A document in the register that stands on no public copy. */
export function findStray(db: Queryable, localityId: number): Promise<{ item_id: number } | undefined> {
  return db.find(sql`select d.item_id from document d
    where d.locality_id = ${localityId} and d.ended_at is null and not exists (select from publication p
      where p.id = d.publication_id and p.ended_at is null and p.item_id = d.item_id and p.language = d.language)
    order by d.item_id limit 1`);
}
