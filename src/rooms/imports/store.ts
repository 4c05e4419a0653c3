import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';

/** Any number of our own; other locks of the product use others. */
const IMPORT_LOCK = 7206021;

/** Imports into one portal go one after the other, so that two runs at once do not take the same text in twice. */
export async function lockImports(tx: Transaction, portalId: number): Promise<void> {
  await tx.rows(sql`select pg_advisory_xact_lock(${IMPORT_LOCK}::int, ${portalId}::int)`);
}

export interface NumberedItem {
  item_id: number;
  number: string;
  title: string;
}

/**
 * Items of the portal whose latest edition bears a number that begins like the given one without leading zeros; the
 * caller compares them exactly.
 */
export function listNumbered(db: Queryable, portalId: number, digits: string): Promise<NumberedItem[]> {
  return db.rows(sql`select distinct on (e.item_id) e.item_id, e.facts ->> 'number' as number, e.title from edition e
    where e.portal_id = ${portalId} and e.state <> 'discarded'
      and ltrim(substring(e.facts ->> 'number' from '[0-9]+'), '0') = ltrim(${digits}::text, '0')
    order by e.item_id, e.number desc limit 1000`);
}

/** The item an original was taken in with, when it was. */
export function findItemWithFile(
  db: Queryable,
  portalId: number,
  hash: string,
): Promise<{ item_id: number; title: string } | undefined> {
  return db.find(sql`select e.item_id, e.title from edition e
    where e.portal_id = ${portalId} and e.state <> 'discarded'
      and (e.attachments @> ${JSON.stringify([{ hash }])}::jsonb or e.facts ->> 'sourceId' = ${hash}) order by e.id limit 1`);
}

export interface SectionChoice {
  section_id: number;
  portal_id: number;
  content_kind: string;
  name_vi: string;
  name_en: string;
}

/** The section with its kind, when it is in use on the portal. */
export function findSection(
  db: Queryable,
  portalId: number,
  sectionId: number,
): Promise<SectionChoice | undefined> {
  return db.find(sql`select id as section_id, portal_id, content_kind, name_vi, name_en from section
    where id = ${sectionId} and portal_id = ${portalId} and retired_at is null`);
}

/** What a bulk import knows a document again by. */
export interface KnownDocument {
  edition_id: number;
  id: string;
  number: string;
  issuedOn: string;
}

/** Documents of the portal in editions after the given one; those that were discarded do not count. */
export function listKnownDocuments(
  db: Queryable,
  portalId: number,
  afterEditionId: number,
): Promise<KnownDocument[]> {
  return db.rows(sql`select id as edition_id, coalesce(facts ->> 'sourceId', '') as id,
      coalesce(facts ->> 'number', '') as number, coalesce(facts ->> 'issuedOn', '') as "issuedOn"
    from edition where portal_id = ${portalId} and id > ${afterEditionId} and state <> 'discarded'
      and (facts ? 'sourceId' or facts ? 'number') order by id`);
}
