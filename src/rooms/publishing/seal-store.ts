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
  archived_at: string | null;
  content: unknown;
  circumstances: unknown;
}

const copies = (condition: Sql): Sql => sql`select p.id, p.content_hash, p.item_id, p.language,
    p.published_at::text, p.ended_at::text, p.ended_as, p.withdrawal_notice, p.archived_at::text,
    jsonb_build_object('title', p.title, 'summary', p.summary, 'bodyHtml', p.body_html, 'author', p.author,
      'source', p.source, 'sourceUrl', p.source_url, 'picture', p.picture, 'attachments', p.attachments,
      'facts', p.facts) as content,
    jsonb_build_array(p.locality_id, p.portal_id, p.section_id, p.item_id, p.edition_id, p.edition_number, p.language,
      p.kind, p.slug, p.body_text, extract(epoch from p.source_published_at), p.origin_portal_id, p.origin_item_id,
      p.made_from_edition_number, extract(epoch from p.first_published_at), extract(epoch from p.published_at), p.approved_by, extract(epoch from p.approved_at),
      p.clock, (select jsonb_agg(jsonb_build_array(f.portal_id, f.hash, f.name, f.type, f.size_bytes) order by f.hash, f.name)
        from publication_file f where f.publication_id = p.id))
      -- what is an ordinary article, approved before it was public, is sealed as it always was
      || case when p.form = 'article' then '[]'::jsonb else jsonb_build_array(p.form) end
      || case when p.urgent then '["urgent"]'::jsonb else '[]'::jsonb end as circumstances
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

/** What is said to the public beside a copy: how it was taken down, what was corrected, which translation was reviewed. */
export interface SealedNote {
  kind: 'withdrawal' | 'correction' | 'review';
  id: number;
  publication_id: number | null;
  at: string;
  lifted_at: string | null;
  facts: unknown;
}

const notes = (condition: Sql): Sql => sql`select n.* from (
    select 'withdrawal' as kind, w.id, w.publication_id, w.portal_id, w.withdrawn_at::text as at,
      w.lifted_at::text as lifted_at, jsonb_build_array(w.portal_id, w.item_id, w.section_id, w.language, w.title,
        w.notice, w.way, w.cause, w.publication_id, w.target_item_id, w.target_path,
        extract(epoch from w.withdrawn_at)) as facts
    from withdrawal w
    union all select 'correction', c.id, c.publication_id, c.portal_id, c.corrected_at::text, null,
      jsonb_build_array(c.portal_id, c.item_id, c.language, c.publication_id, c.note,
        extract(epoch from c.corrected_at), c.changes)
    from correction c
    union all select 'review', r.id, r.publication_id, r.portal_id, r.reviewed_at::text, null,
      jsonb_build_array(r.portal_id, r.item_id, r.publication_id, r.source_edition_number, r.reviewed_by,
        extract(epoch from r.reviewed_at))
    from translation_review r) n where ${condition}`;

/** These notes of one kind, as far as they are there. */
export function listNotes(
  db: Queryable,
  kind: SealedNote['kind'],
  ids: readonly number[],
): Promise<SealedNote[]> {
  return db.rows(notes(sql`n.kind = ${kind} and n.id = any (${`{${ids.join(',')}}`}::bigint[])`));
}

/** Notes of a locality of one kind after one of them, in the order they were made. */
export function listSealedNotes(
  db: Queryable,
  localityId: number,
  kind: SealedNote['kind'],
  after: number,
  limit: number,
): Promise<SealedNote[]> {
  return db.rows(
    sql`${notes(sql`n.kind = ${kind} and n.id > ${after}
    and n.portal_id in (select id from portal where locality_id = ${localityId})`)} order by n.id limit ${limit}`,
  );
}
