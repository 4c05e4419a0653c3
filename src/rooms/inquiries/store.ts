import { join, type Queryable, type Sql, sql, type Transaction } from '../../platform/db/index.ts';
import type { CivilDate } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import type { DutyVariant } from '../../rules/profile/index.ts';
import type { Intake } from './intakes.ts';
import type { AnswerMode, MoveName, State } from './rules.ts';

export interface InquiryRow {
  id: number;
  locality_id: number;
  portal_id: number;
  received_portal_id: number;
  sent_by_portal_id: number | null;
  last_portal_id: number | null;
  co_portal_ids: number[];
  intake: Intake;
  confidential: boolean;
  language: Lang;
  state: State;
  variant: DutyVariant | null;
  topic: string | null;
  asker_kind: 'person' | 'organisation' | 'unit';
  asked_by_person_id: number | null;
  is_foreigner: boolean;
  common_concern: boolean;
  /** Sealed; null once forgotten. */
  asker: string | null;
  content: string | null;
  code_sealed: string | null;
  code_digest: string;
  mail_digest: string | null;
  consents: Record<string, string>;
  received_at: Date;
  classified_at: Date | null;
  promised_on: CivilDate | null;
  answered_at: Date | null;
  closed_at: Date | null;
  answer_mode: AnswerMode | null;
  item_id: number | null;
  parent_id: number | null;
  merged_into_id: number | null;
  officer_id: number | null;
  /** The inquiries of the same person that a request about personal data concerns. */
  about_ids: number[];
  /** Since when only the board handles it, on the asker's request. */
  restricted_at: Date | null;
  forgotten_at: Date | null;
  version: number;
}

/** Reads whole rows; what follows is the condition. */
export const INQUIRY: Sql = sql`select id, locality_id, portal_id, received_portal_id, sent_by_portal_id, last_portal_id, co_portal_ids, intake,
    confidential, language, state, variant, topic, asker_kind, asked_by_person_id, is_foreigner, common_concern, asker,
    content, code_sealed, code_digest, mail_digest, consents, received_at, classified_at, promised_on, answered_at,
    closed_at, answer_mode, item_id, parent_id, merged_into_id, officer_id, about_ids, restricted_at,
    forgotten_at, version from inquiry`;

export type NewInquiry = Pick<
  InquiryRow,
  | 'locality_id'
  | 'portal_id'
  | 'received_portal_id'
  | 'intake'
  | 'confidential'
  | 'language'
  | 'topic'
  | 'asker_kind'
  | 'asked_by_person_id'
  | 'is_foreigner'
  | 'asker'
  | 'content'
  | 'code_sealed'
  | 'code_digest'
  | 'mail_digest'
  | 'consents'
  | 'received_at'
  | 'parent_id'
  | 'about_ids'
> & { variant: DutyVariant | null; form_digest: string | null };

/** @returns the id; undefined when the same form was sent before */
export async function insertInquiry(tx: Transaction, one: NewInquiry): Promise<number | undefined> {
  const row = await tx.find<{ id: number }>(sql`insert into inquiry
    (locality_id, portal_id, received_portal_id, intake, confidential, language, state, variant, topic, asker_kind,
     asked_by_person_id, is_foreigner, asker, content, code_sealed, code_digest, mail_digest, form_digest, consents,
     received_at, parent_id, about_ids)
    values (${one.locality_id}, ${one.portal_id}, ${one.received_portal_id}, ${one.intake}, ${one.confidential},
      ${one.language}, 'received', ${one.variant}, ${one.topic}, ${one.asker_kind}, ${one.asked_by_person_id},
      ${one.is_foreigner}, ${one.asker}, ${one.content}, ${one.code_sealed}, ${one.code_digest}, ${one.mail_digest},
      ${one.form_digest}, ${JSON.stringify(one.consents)}::jsonb, ${one.received_at}, ${one.parent_id},
      ${`{${one.about_ids.join(',')}}`}::bigint[])
    on conflict (form_digest) do nothing returning id`);
  return row?.id;
}

/** The code, still sealed, of an inquiry that came with this form before. */
export function findByForm(
  db: Queryable,
  formDigest: string,
): Promise<{ id: number; code_sealed: string | null; code_digest: string } | undefined> {
  return db.find(sql`select id, code_sealed, code_digest from inquiry where form_digest = ${formDigest}`);
}

export function findInquiry(db: Queryable, id: number): Promise<InquiryRow | undefined> {
  return db.find(sql`${INQUIRY} where id = ${id}`);
}

export function findByCode(db: Queryable, codeDigest: string): Promise<InquiryRow | undefined> {
  return db.find(sql`${INQUIRY} where code_digest = ${codeDigest}`);
}

/** The inquiry for changing it; whoever comes second waits here. */
export function lockInquiry(tx: Transaction, id: number): Promise<InquiryRow | undefined> {
  return tx.find(sql`${INQUIRY} where id = ${id} for update`);
}

/** What a move may change besides the state. Left out: stays. */
export interface Changes {
  portalId?: number;
  sentByPortalId?: number | null;
  coPortalIds?: readonly number[];
  variant?: DutyVariant | null;
  topic?: string | null;
  commonConcern?: boolean;
  classifiedAt?: Date;
  promisedOn?: CivilDate | null;
  answeredAt?: Date;
  closedAt?: Date | null;
  answerMode?: AnswerMode;
  itemId?: number;
  mergedIntoId?: number | null;
  officerId?: number | null;
  confidential?: boolean;
  restrictedAt?: Date | null;
  /** Sealed anew. */
  asker?: string;
  mailDigest?: string | null;
  consents?: Readonly<Record<string, string>>;
}

export async function changeInquiry(
  tx: Transaction,
  id: number,
  state: State,
  changes: Changes,
): Promise<void> {
  const set: Sql[] = [sql`state = ${state}`, sql`version = version + 1`];
  const put = (column: Sql, value: unknown) => {
    if (value !== undefined) set.push(sql`${column} = ${value}`);
  };
  put(sql`portal_id`, changes.portalId);
  // the right side of an assignment is the row as it was
  if (changes.portalId !== undefined) set.push(sql`last_portal_id = portal_id`);
  put(sql`sent_by_portal_id`, changes.sentByPortalId);
  if (changes.coPortalIds) set.push(sql`co_portal_ids = ${`{${changes.coPortalIds.join(',')}}`}::bigint[]`);
  put(sql`variant`, changes.variant);
  put(sql`topic`, changes.topic);
  put(sql`common_concern`, changes.commonConcern);
  put(sql`classified_at`, changes.classifiedAt);
  if (changes.promisedOn !== undefined) set.push(sql`promised_on = ${changes.promisedOn}::date`);
  put(sql`answered_at`, changes.answeredAt);
  put(sql`closed_at`, changes.closedAt);
  put(sql`answer_mode`, changes.answerMode);
  put(sql`item_id`, changes.itemId);
  put(sql`merged_into_id`, changes.mergedIntoId);
  put(sql`officer_id`, changes.officerId);
  put(sql`confidential`, changes.confidential);
  put(sql`restricted_at`, changes.restrictedAt);
  put(sql`asker`, changes.asker);
  put(sql`mail_digest`, changes.mailDigest);
  if (changes.consents) set.push(sql`consents = ${JSON.stringify(changes.consents)}::jsonb`);
  await tx.run(sql`update inquiry set ${join(set)} where id = ${id}`);
}

export function listChildren(db: Queryable, parentId: number): Promise<InquiryRow[]> {
  return db.rows(sql`${INQUIRY} where parent_id = ${parentId} order by id limit 50`);
}

const JOINED_AT_ONCE = 500;

/** Everything that is joined to it now, however much; to be changed when asked with a lock. */
export async function listJoined(
  db: Queryable,
  id: number,
  lock: '' | 'forUpdate' = '',
): Promise<InquiryRow[]> {
  const all: InquiryRow[] = [];
  for (;;) {
    const rows =
      await db.rows<InquiryRow>(sql`${INQUIRY} where merged_into_id = ${id} and id > ${all.at(-1)?.id ?? 0}
      order by id limit ${JOINED_AT_ONCE} ${lock === 'forUpdate' ? sql`for update` : sql``}`);
    all.push(...rows);
    if (rows.length < JOINED_AT_ONCE) return all;
  }
}

/** How many are joined to it, also those the person may not read. */
export async function countJoined(db: Queryable, id: number): Promise<number> {
  const { count } = await db.get<{ count: number }>(sql`select app_joined_to(${id}) as count`);
  return count;
}

// History ------------------------------------------------------------------------------------------

export interface EventRow {
  id: number;
  inquiry_id: number;
  portal_id: number;
  move: MoveName;
  from_state: State;
  to_state: State;
  person_id: number | null;
  facts: Record<string, unknown>;
  /** Sealed. */
  note: string | null;
  note_for_asker: boolean;
  at: Date;
}

export async function insertEvent(tx: Transaction, event: Omit<EventRow, 'id'>): Promise<number> {
  const { id } = await tx.get<{ id: number }>(sql`insert into inquiry_event
    (inquiry_id, portal_id, move, from_state, to_state, person_id, facts, note, note_for_asker, at)
    values (${event.inquiry_id}, ${event.portal_id}, ${event.move}, ${event.from_state}, ${event.to_state},
      ${event.person_id}, ${JSON.stringify(event.facts)}::jsonb, ${event.note}, ${event.note_for_asker}, ${event.at})
    returning id`);
  return id;
}

export function listEvents(db: Queryable, inquiryId: number): Promise<EventRow[]> {
  return db.rows(sql`select id, inquiry_id, portal_id, move, from_state, to_state, person_id, facts, note,
      note_for_asker, at from inquiry_event where inquiry_id = ${inquiryId} order by id limit 1000`);
}

export function findEvent(db: Queryable, eventId: number): Promise<EventRow | undefined> {
  return db.find(sql`select id, inquiry_id, portal_id, move, from_state, to_state, person_id, facts, note,
      note_for_asker, at from inquiry_event where id = ${eventId}`);
}

// Other bodies ---------------------------------------------------------------------------------------

export interface PartRow {
  id: number;
  inquiry_id: number;
  portal_id: number;
  state: 'asked' | 'contributed' | 'declined';
  asked_at: Date;
  /** Sealed. */
  contribution: string | null;
  contributed_by: number | null;
  contributed_at: Date | null;
}

export async function insertPart(
  tx: Transaction,
  part: { inquiryId: number; portalId: number; at: Date },
): Promise<void> {
  await tx.run(sql`insert into inquiry_part (inquiry_id, portal_id, state, asked_at)
    values (${part.inquiryId}, ${part.portalId}, 'asked', ${part.at}) on conflict (inquiry_id, portal_id) do nothing`);
}

export function listParts(db: Queryable, inquiryId: number): Promise<PartRow[]> {
  return db.rows(sql`select id, inquiry_id, portal_id, state, asked_at, contribution, contributed_by, contributed_at
    from inquiry_part where inquiry_id = ${inquiryId} order by id limit 100`);
}

export async function savePart(
  tx: Transaction,
  part: { inquiryId: number; portalId: number; contribution: string; by: number | null; at: Date },
): Promise<boolean> {
  const changed =
    await tx.run(sql`update inquiry_part set state = 'contributed', contribution = ${part.contribution},
      contributed_by = ${part.by}, contributed_at = ${part.at}
    where inquiry_id = ${part.inquiryId} and portal_id = ${part.portalId}`);
  return changed > 0;
}

// The answer -----------------------------------------------------------------------------------------

/** A legal text the answer rests on (LC-059). */
export interface Citation {
  number: string;
  abstract: string;
  issuedOn: string;
  issuer: string;
  article: string;
}

export interface AnswerRow {
  id: number;
  inquiry_id: number;
  portal_id: number;
  /** Sealed. */
  content: string | null;
  citations: Citation[];
  mode: AnswerMode;
  writers: number[];
  checked_by: number | null;
  checked_at: Date | null;
  signed_by: number | null;
  signed_at: Date | null;
  version: number;
  saved_at: Date;
}

export function findAnswer(db: Queryable, inquiryId: number): Promise<AnswerRow | undefined> {
  return db.find(sql`select id, inquiry_id, portal_id, content, citations, mode, writers, checked_by, checked_at,
      signed_by, signed_at, version, saved_at from inquiry_answer where inquiry_id = ${inquiryId}`);
}

/** Writes a draft. `from`: the version the writer began with, 0 for none. @returns whether nobody saved meanwhile */
export async function saveAnswer(
  tx: Transaction,
  answer: {
    inquiryId: number;
    portalId: number;
    content: string;
    citations: readonly Citation[];
    mode: AnswerMode;
    writer: number | null;
    from: number;
    at: Date;
  },
): Promise<boolean> {
  const citations = JSON.stringify(answer.citations);
  const writer = answer.writer === null ? '{}' : `{${answer.writer}}`;
  if (answer.from === 0) {
    const made =
      await tx.run(sql`insert into inquiry_answer (inquiry_id, portal_id, content, citations, mode, writers, saved_at)
      values (${answer.inquiryId}, ${answer.portalId}, ${answer.content}, ${citations}::jsonb, ${answer.mode},
        ${writer}::bigint[], ${answer.at}) on conflict (inquiry_id) do nothing`);
    return made > 0;
  }
  const changed =
    await tx.run(sql`update inquiry_answer set content = ${answer.content}, citations = ${citations}::jsonb,
      portal_id = ${answer.portalId}, mode = ${answer.mode}, version = version + 1, saved_at = ${answer.at},
      checked_by = null, checked_at = null,
      writers = case when writers @> ${writer}::bigint[] then writers else writers || ${writer}::bigint[] end
    where inquiry_id = ${answer.inquiryId} and version = ${answer.from}`);
  return changed > 0;
}

export async function markAnswer(
  tx: Transaction,
  inquiryId: number,
  as: 'checked' | 'signed' | 'sentBack',
  by: number | null,
  at: Date,
): Promise<void> {
  if (as === 'checked')
    await tx.run(
      sql`update inquiry_answer set checked_by = ${by}, checked_at = ${at} where inquiry_id = ${inquiryId}`,
    );
  else if (as === 'signed')
    await tx.run(
      sql`update inquiry_answer set signed_by = ${by}, signed_at = ${at} where inquiry_id = ${inquiryId}`,
    );
  else
    await tx.run(
      sql`update inquiry_answer set checked_by = null, checked_at = null where inquiry_id = ${inquiryId}`,
    );
}

// Files ----------------------------------------------------------------------------------------------

export interface FileRow {
  id: number;
  inquiry_id: number;
  portal_id: number;
  from_asker: boolean;
  /** Sealed. */
  name: string | null;
  type: string;
  size_bytes: number;
  /** Of the sealed bytes. */
  hash: string | null;
  added_at: Date;
}

export async function insertFile(
  tx: Transaction,
  file: Omit<FileRow, 'id' | 'hash'> & { hash: string },
): Promise<void> {
  await tx.run(sql`insert into inquiry_file (inquiry_id, portal_id, from_asker, name, type, size_bytes, hash, added_at)
    values (${file.inquiry_id}, ${file.portal_id}, ${file.from_asker}, ${file.name}, ${file.type}, ${file.size_bytes},
      ${file.hash}, ${file.added_at})`);
}

export function listFiles(db: Queryable, inquiryId: number): Promise<FileRow[]> {
  return db.rows(sql`select id, inquiry_id, portal_id, from_asker, name, type, size_bytes, hash, added_at
    from inquiry_file where inquiry_id = ${inquiryId} order by id limit 100`);
}
