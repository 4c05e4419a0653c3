import { type Queryable, type Sql, sql } from '../../platform/db/index.ts';

/** An issue that is out, with everything that must not change any more. */
export interface IssueSeal {
  id: number;
  sealed: unknown;
  year: number;
  number: number;
  last_number: number;
  content: string;
  statement: string;
  signature: string;
  pdf_hash: string;
  fingerprint: string;
  public_key: string;
}

const SEALS: Sql = sql`select i.id, i.year, i.number, i.last_number, i.content, i.statement, i.signature, i.pdf_hash,
    k.fingerprint, k.public_key,
    jsonb_build_array(i.id, i.locality_id, i.portal_id, i.year, i.number, i.last_number, i.issued_on, i.version, i.changed_by,
      extract(epoch from i.changed_at), i.submitted_by, extract(epoch from i.submitted_at), i.returned_reason, i.approved_by,
      extract(epoch from i.approved_at), extract(epoch from i.issued_at), i.first_page, i.last_page, i.content, i.statement,
      i.signature, i.key_id, i.pdf_hash, i.pdf_bytes, k.fingerprint, k.public_key,
      (select jsonb_agg(jsonb_build_array(e.id, e.locality_id, e.portal_id, e.sending_id, e.publication_id,
          e.corrects_issue_id, e.corrects_position, e.title, e.body_html, e.abstract, e.position, e.first_page, e.last_page)
        order by e.id) from gazette_entry e where e.issue_id = i.id)) as sealed
  from gazette_issue i join gazette_key k on k.id = i.key_id where i.state = 'issued'`;

/** One issue that is out. @throws when there is none */
export function findIssueSeal(db: Queryable, id: number): Promise<IssueSeal> {
  return db.get(sql`${SEALS} and i.id = ${id}`);
}

/** Issues of a locality that are out, after one of them, in the order they came out. */
export function listIssueSeals(
  db: Queryable,
  localityId: number,
  after: number,
  limit: number,
): Promise<IssueSeal[]> {
  return db.rows(
    sql`${SEALS} and i.locality_id = ${localityId} and i.id > ${after} order by i.id limit ${limit}`,
  );
}

/** What was sent to the gazette, when and by whom. */
export interface SentSeal {
  id: number;
  portal_id: number;
  item_id: number;
  sent_by: number | null;
  sent_at: string | null;
}

export function listSentSeals(db: Queryable, localityId: number): Promise<SentSeal[]> {
  return db.rows(sql`select id, portal_id, item_id, sent_by, sent_at::text from gazette_sending
    where locality_id = ${localityId} order by id`);
}

/** A key, and since when until when it signs. */
export interface KeySeal {
  id: number;
  fingerprint: string;
  created_at: string;
  retired_at: string | null;
}

export function listKeySeals(db: Queryable, localityId: number): Promise<KeySeal[]> {
  return db.rows(sql`select id, fingerprint, created_at::text, retired_at::text from gazette_key
    where locality_id = ${localityId} order by id`);
}
