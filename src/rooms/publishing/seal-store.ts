import { type Queryable, type Sql, sql } from '../../platform/db/index.ts';

/** A public copy as it is sealed: everything a reader sees of it and everything that says where it comes from. */
export interface SealedCopy {
  id: number;
  content_hash: string;
  item_id: number;
  language: string;
  published_at: string;
  ended_at: string | null;
  ended_as: string | null;
  withdrawal_notice: string | null;
  content: unknown;
  circumstances: unknown;
}

const copies = (condition: Sql): Sql => sql`select p.id, p.content_hash, p.item_id, p.language,
    p.published_at::text, p.ended_at::text, p.ended_as, p.withdrawal_notice,
    jsonb_build_object('title', p.title, 'summary', p.summary, 'bodyHtml', p.body_html, 'author', p.author,
      'source', p.source, 'sourceUrl', p.source_url, 'picture', p.picture, 'attachments', p.attachments,
      'facts', p.facts) as content,
    jsonb_build_array(p.locality_id, p.portal_id, p.section_id, p.item_id, p.edition_id, p.edition_number, p.language,
      p.kind, p.slug, p.body_text, extract(epoch from p.source_published_at), p.origin_portal_id, p.origin_item_id,
      p.made_from_edition_number, extract(epoch from p.first_published_at), extract(epoch from p.published_at), p.approved_by, extract(epoch from p.approved_at),
      p.clock, (select jsonb_agg(jsonb_build_array(f.portal_id, f.hash, f.name, f.type, f.size_bytes) order by f.hash, f.name)
        from publication_file f where f.publication_id = p.id)) as circumstances
  from publication p where ${condition}`;

/** These public copies, as far as they are there. */
export function listCopies(db: Queryable, ids: readonly number[]): Promise<SealedCopy[]> {
  return db.rows(copies(sql`p.id = any (${`{${ids.join(',')}}`}::bigint[])`));
}

/** Public copies of a locality after one of them, also those that ended, in the order they were made. */
export function listSealedCopies(
  db: Queryable,
  localityId: number,
  after: number,
  limit: number,
): Promise<SealedCopy[]> {
  return db.rows(
    sql`${copies(sql`p.locality_id = ${localityId} and p.id > ${after}`)} order by p.id limit ${limit}`,
  );
}
