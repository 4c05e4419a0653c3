import { type Queryable, type Sql, sql, type Transaction } from '../../platform/db/index.ts';
import type { IssueNumber } from '../../rules/gazette/index.ts';

export type IssueState = 'draft' | 'submitted' | 'approved' | 'issued';

export interface IssueRow {
  id: number;
  locality_id: number;
  portal_id: number;
  year: number;
  number: number;
  last_number: number;
  issued_on: string;
  state: IssueState;
  version: number;
  changed_by: number;
  submitted_by: number | null;
  returned_reason: string | null;
  approved_by: number | null;
  approved_at: Date | null;
  issued_at: Date | null;
  first_page: number | null;
  last_page: number | null;
  statement: string | null;
  signature: string | null;
  key_id: number | null;
  pdf_hash: string | null;
  pdf_bytes: number | null;
}

/** All but the content, which may be megabytes. */
const ISSUE: Sql = sql`select i.id, i.locality_id, i.portal_id, i.year, i.number, i.last_number, i.issued_on::text, i.state,
    i.version, i.changed_by, i.submitted_by, i.returned_reason, i.approved_by, i.approved_at, i.issued_at, i.first_page,
    i.last_page, i.statement, i.signature, i.key_id, i.pdf_hash, i.pdf_bytes
  from gazette_issue i`;

export const numberOf = ({ year, number, last_number }: IssueRow): IssueNumber => ({
  ...{ year, number, lastNumber: last_number },
});

export function findIssue(db: Queryable, id: number): Promise<IssueRow | undefined> {
  return db.find(sql`${ISSUE} where i.id = ${id}`);
}

/** The issue as it stands, and nobody changes it until the transaction ends. */
export function lockIssue(tx: Transaction, id: number): Promise<IssueRow | undefined> {
  return tx.find(sql`${ISSUE} where i.id = ${id} for update`);
}

/** The issue that is being made. */
export function findOpenIssue(db: Queryable, portalId: number): Promise<IssueRow | undefined> {
  return db.find(sql`${ISSUE} where i.portal_id = ${portalId} and i.state <> 'issued'`);
}

/** The newest one that is out. */
export function findLastIssued(db: Queryable, localityId: number): Promise<IssueRow | undefined> {
  return db.find(
    sql`${ISSUE} where i.locality_id = ${localityId} and i.state = 'issued' order by i.id desc limit 1`,
  );
}

/** One that is out, by its first number. */
export function findIssued(
  db: Queryable,
  localityId: number,
  of: { year: number; number: number },
): Promise<IssueRow | undefined> {
  return db.find(sql`${ISSUE} where i.locality_id = ${localityId} and i.state = 'issued' and i.year = ${of.year}
    and i.number <= ${of.number} and i.last_number >= ${of.number}`);
}

export function listIssued(
  db: Queryable,
  localityId: number,
  year: number,
): Promise<(IssueRow & { entries: number })[]> {
  return db.rows(sql`select one.*, (select count(*)::integer from gazette_entry e where e.issue_id = one.id) as entries
    from (${ISSUE} where i.locality_id = ${localityId} and i.state = 'issued' and i.year = ${year}) one
    order by one.id desc limit 400`);
}

export async function listYears(db: Queryable, localityId: number): Promise<number[]> {
  const rows = await db.rows<{ year: number }>(sql`select distinct year from gazette_issue
    where locality_id = ${localityId} and state = 'issued' order by year desc`);
  return rows.map(({ year }) => year);
}

/** The signed bytes. */
export async function findContent(db: Queryable, id: number): Promise<string | undefined> {
  const row = await db.find<{ content: string | null }>(
    sql`select content from gazette_issue where id = ${id}`,
  );
  return row?.content ?? undefined;
}

export async function insertIssue(
  tx: Transaction,
  issue: IssueNumber & { localityId: number; portalId: number; issuedOn: string; by: number; at: Date },
): Promise<number> {
  const row = await tx.get<{ id: number }>(sql`insert into gazette_issue
      (locality_id, portal_id, year, number, last_number, issued_on, state, changed_by, changed_at)
    values (${issue.localityId}, ${issue.portalId}, ${issue.year}, ${issue.number}, ${issue.lastNumber}, ${issue.issuedOn},
      'draft', ${issue.by}, ${issue.at}) returning id`);
  return row.id;
}

export async function changeIssue(
  tx: Transaction,
  id: number,
  to: IssueNumber & { issuedOn: string; by: number; at: Date },
): Promise<void> {
  await tx.run(sql`update gazette_issue set year = ${to.year}, number = ${to.number}, last_number = ${to.lastNumber},
    issued_on = ${to.issuedOn}, changed_by = ${to.by}, changed_at = ${to.at}, version = version + 1, returned_reason = null
    where id = ${id}`);
}

/** A step of the issue on its way. What the step does not say stays as it is. */
export async function moveIssue(
  tx: Transaction,
  id: number,
  to:
    | { state: 'submitted'; by: number; at: Date }
    | { state: 'approved'; by: number; at: Date }
    | { state: 'draft'; reason: string },
): Promise<void> {
  if (to.state === 'draft')
    await tx.run(sql`update gazette_issue set state = 'draft', returned_reason = ${to.reason}, submitted_by = null,
      submitted_at = null, approved_by = null, approved_at = null, version = version + 1 where id = ${id}`);
  else if (to.state === 'submitted')
    await tx.run(sql`update gazette_issue set state = 'submitted', submitted_by = ${to.by}, submitted_at = ${to.at},
      returned_reason = null, version = version + 1 where id = ${id}`);
  else
    await tx.run(sql`update gazette_issue set state = 'approved', approved_by = ${to.by}, approved_at = ${to.at},
      version = version + 1 where id = ${id}`);
}

export async function deleteIssue(tx: Transaction, id: number): Promise<void> {
  await tx.run(sql`delete from gazette_entry where issue_id = ${id}`);
  await tx.run(sql`delete from gazette_issue where id = ${id}`);
}

/** What is known of an issue when it is out. */
export interface IssuedFacts {
  at: Date;
  firstPage: number;
  lastPage: number;
  content: string;
  statement: string;
  /** Base64. */
  signature: string;
  keyId: number;
  pdfHash: string;
  pdfBytes: number;
  entries: readonly { id: number; position: number; firstPage: number; lastPage: number }[];
}

/** The rows of an issue that is out; no right of any role changes them afterwards. */
export async function saveIssued(tx: Transaction, id: number, issued: IssuedFacts): Promise<void> {
  const places = issued.entries.map((one) => ({
    ...{ id: one.id, position: one.position, first_page: one.firstPage, last_page: one.lastPage },
  }));
  await tx.run(sql`update gazette_entry e set position = p.position, first_page = p.first_page, last_page = p.last_page
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb)
      as p(id bigint, position integer, first_page integer, last_page integer)
    where e.id = p.id and e.issue_id = ${id}`);
  await tx.run(sql`update gazette_issue set state = 'issued', issued_at = ${issued.at}, first_page = ${issued.firstPage},
    last_page = ${issued.lastPage}, content = ${issued.content}, statement = ${issued.statement},
    signature = ${issued.signature}, key_id = ${issued.keyId}, pdf_hash = ${issued.pdfHash}, pdf_bytes = ${issued.pdfBytes}
    where id = ${id} and state = 'approved'`);
}
