import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';

export interface EntryRow {
  id: number;
  issue_id: number;
  sending_id: number | null;
  publication_id: number | null;
  corrects_issue_id: number | null;
  corrects_position: number | null;
  title: string;
  body_html: string;
  abstract: string;
  position: number | null;
  first_page: number | null;
  last_page: number | null;
  /** Of the document, as the library has it; empty where it has it no longer. */
  number: string;
  issuer: string;
  issued_on: string | null;
  document_title: string;
}

export function listEntries(db: Queryable, issueId: number): Promise<EntryRow[]> {
  return db.rows(sql`select e.id, e.issue_id, e.sending_id, e.publication_id, e.corrects_issue_id, e.corrects_position,
      e.title, e.body_html, e.abstract, e.position, e.first_page, e.last_page, coalesce(d.number, '') as number,
      coalesce(d.issuer, '') as issuer, d.issued_on::text, coalesce(d.title, '') as document_title
    from gazette_entry e left join gazette_sending s on s.id = e.sending_id
      left join document d on d.item_id = s.item_id and d.language = 'vi'
    where e.issue_id = ${issueId} order by e.position nulls last, e.id`);
}

/** A row to be, as it was composed. */
export interface NewEntry {
  sendingId: number | null;
  publicationId: number | null;
  correctsIssueId: number | null;
  correctsPosition: number | null;
  title: string;
  bodyHtml: string;
  abstract: string;
}

/** Puts these entries in place of those there are. */
export async function replaceEntries(
  tx: Transaction,
  issue: { id: number; localityId: number; portalId: number },
  entries: readonly NewEntry[],
): Promise<void> {
  await tx.run(sql`delete from gazette_entry where issue_id = ${issue.id}`);
  for (const one of entries)
    await tx.run(sql`insert into gazette_entry (issue_id, locality_id, portal_id, sending_id, publication_id,
        corrects_issue_id, corrects_position, title, body_html, abstract)
      values (${issue.id}, ${issue.localityId}, ${issue.portalId}, ${one.sendingId}, ${one.publicationId},
        ${one.correctsIssueId}, ${one.correctsPosition}, ${one.title}, ${one.bodyHtml}, ${one.abstract})`);
}

/** The public copy behind an entry, as it is printed. */
export interface EntryCopy {
  entry_id: number;
  item_id: number;
  portal_id: number;
  title: string;
  slug: string;
  section_slug_vi: string;
  body_html: string;
  facts: Record<string, string>;
  /** Lawful host name of its portal. */
  host: string;
  attachments: { hash: string; name: string; sizeBytes: number }[];
  content_hash: string;
  ended_at: Date | null;
}

export function listEntryCopies(tx: Transaction, issueId: number): Promise<EntryCopy[]> {
  return tx.rows(sql`select e.id as entry_id, p.item_id, p.portal_id, p.title, p.slug, c.slug_vi as section_slug_vi,
      p.body_html, p.facts, p.content_hash, p.ended_at, h.host,
      coalesce((select jsonb_agg(jsonb_build_object('hash', f.hash, 'name', f.name, 'sizeBytes', f.size_bytes)
        order by f.name, f.hash) from publication_file f where f.publication_id = p.id), '[]') as attachments
    from gazette_entry e join publication p on p.id = e.publication_id join section c on c.id = p.section_id
      join portal_hostname h on h.portal_id = p.portal_id and h.is_canonical
    where e.issue_id = ${issueId} order by e.id`);
}

/** Where a document stands in the gazette. */
export interface GazettePlace {
  year: number;
  number: number;
  last_number: number;
  issued_on: string;
  position: number;
  first_page: number;
  last_page: number;
}

export function findPlaceOf(db: Queryable, itemId: number): Promise<GazettePlace | undefined> {
  return db.find(sql`select i.year, i.number, i.last_number, i.issued_on::text, e.position, e.first_page, e.last_page
    from gazette_sending s join gazette_entry e on e.sending_id = s.id join gazette_issue i on i.id = e.issue_id
    where s.item_id = ${itemId} and i.state = 'issued' order by i.id desc limit 1`);
}

/** Corrections of texts of an issue, by those that are out. */
export interface CorrectionPlace {
  corrects_position: number;
  year: number;
  number: number;
  last_number: number;
  position: number;
}

export function listCorrectionsOf(db: Queryable, issueId: number): Promise<CorrectionPlace[]> {
  return db.rows(sql`select e.corrects_position, i.year, i.number, i.last_number, e.position
    from gazette_entry e join gazette_issue i on i.id = e.issue_id
    where e.corrects_issue_id = ${issueId} and i.state = 'issued' order by e.id`);
}

/** A file of some issue, by its bytes. */
export interface FileMatch {
  year: number;
  number: number;
  last_number: number;
  issued_on: string;
  position: number | null;
}

/** The issue whose printed pages these bytes are, and texts whose original files they are. */
export function findByHash(db: Queryable, localityId: number, hash: string): Promise<FileMatch[]> {
  return db.rows(sql`select i.year, i.number, i.last_number, i.issued_on::text, null::integer as position
      from gazette_issue i where i.pdf_hash = ${hash} and i.state = 'issued' and i.locality_id = ${localityId}
    union all
    select i.year, i.number, i.last_number, i.issued_on::text, e.position
      from publication_file f join gazette_entry e on e.publication_id = f.publication_id
        join gazette_issue i on i.id = e.issue_id
      where f.hash = ${hash} and i.state = 'issued' and i.locality_id = ${localityId}
    order by 1, 2, 5 limit 20`);
}
