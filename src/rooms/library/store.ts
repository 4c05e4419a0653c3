import { type Queryable, type Sql, sql, type Transaction } from '../../platform/db/index.ts';
import type { Lang } from '../../rules/lang.ts';
import type { CitedPlace, DocumentFields } from './rules.ts';

export interface DocumentRow {
  item_id: number;
  language: Lang;
  locality_id: number;
  portal_id: number;
  publication_id: number;
  title: string;
  number: string;
  number_key: string;
  type: string;
  issuer: string;
  signer: string;
  field: string;
  issued_on: string | null;
  effective_on: string | null;
  expires_on: string | null;
  addresses: string[];
  content_hash: string;
  ended_at: Date | null;
}

export const COLUMNS: Sql = sql`d.item_id, d.language, d.locality_id, d.portal_id, d.publication_id, d.title, d.number,
  d.number_key, d.type, d.issuer, d.signer, d.field, d.issued_on::text, d.effective_on::text, d.expires_on::text,
  d.addresses, d.content_hash, d.ended_at`;

/** A public copy as the machine reads it. */
export interface PublicText {
  id: number;
  item_id: number;
  language: Lang;
  locality_id: number;
  portal_id: number;
  section_id: number;
  kind: string;
  title: string;
  body_html: string;
  facts: Record<string, string>;
  content_hash: string;
  published_at: Date;
}

/** The public copies of an item, one in each language it stands in. */
export function listPublicTexts(tx: Transaction, itemId: number): Promise<PublicText[]> {
  return tx.rows(sql`select id, item_id, language, locality_id, portal_id, section_id, kind, title, body_html, facts,
    content_hash, published_at from publication where item_id = ${itemId} and ended_at is null`);
}

/** Items not read yet, read from another copy or by an older reader, and those no longer public. */
export async function listUnread(tx: Transaction, readerVersion: number, limit: number): Promise<number[]> {
  const rows = await tx.rows<{ item_id: number }>(sql`
    select p.item_id from publication p left join public_reading r on r.item_id = p.item_id and r.language = p.language
      where p.ended_at is null
        and (r.item_id is null or r.publication_id <> p.id or r.reader_version < ${readerVersion})
    union
    select r.item_id from public_reading r where not exists (
      select from publication p where p.item_id = r.item_id and p.language = r.language and p.ended_at is null)
    order by 1 limit ${limit}`);
  return rows.map(({ item_id }) => item_id);
}

/** Notes that these copies were read, and forgets what is no longer public with all it cites. */
export async function saveReadings(
  tx: Transaction,
  itemId: number,
  texts: readonly PublicText[],
  read: { readerVersion: number; at: Date },
): Promise<void> {
  const standing = `{${texts.map(({ language }) => language).join(',')}}`;
  await tx.run(
    sql`delete from public_reading where item_id = ${itemId} and language <> all (${standing}::text[])`,
  );
  for (const text of texts)
    await tx.run(sql`insert into public_reading
        (item_id, language, locality_id, portal_id, publication_id, reader_version, read_at)
      values (${text.item_id}, ${text.language}, ${text.locality_id}, ${text.portal_id}, ${text.id},
        ${read.readerVersion}, ${read.at})
      on conflict (item_id, language) do update set portal_id = excluded.portal_id,
        publication_id = excluded.publication_id, reader_version = excluded.reader_version, read_at = excluded.read_at`);
}

export async function saveDocument(
  tx: Transaction,
  text: PublicText,
  fields: DocumentFields,
  addresses: readonly string[],
): Promise<void> {
  await tx.run(sql`insert into document (item_id, language, locality_id, portal_id, publication_id, title, number, number_key,
      type, issuer, signer, field, issued_on, effective_on, expires_on, addresses, content_hash)
    values (${text.item_id}, ${text.language}, ${text.locality_id}, ${text.portal_id}, ${text.id}, ${text.title},
      ${fields.number}, ${fields.numberKey}, ${fields.type}, ${fields.issuer}, ${fields.signer}, ${fields.field},
      ${fields.issuedOn}, ${fields.effectiveOn}, ${fields.expiresOn},
      ${`{${addresses.join(',')}}`}::text[], ${text.content_hash})
    on conflict (item_id, language) do update set portal_id = excluded.portal_id,
      publication_id = excluded.publication_id, title = excluded.title, number = excluded.number,
      number_key = excluded.number_key, type = excluded.type, issuer = excluded.issuer, signer = excluded.signer,
      field = excluded.field, issued_on = excluded.issued_on, effective_on = excluded.effective_on,
      expires_on = excluded.expires_on, addresses = excluded.addresses, content_hash = excluded.content_hash,
      ended_at = null`);
}

export async function replaceCitations(
  tx: Transaction,
  text: Pick<PublicText, 'item_id' | 'language' | 'locality_id' | 'portal_id'>,
  cited: readonly CitedPlace[],
): Promise<void> {
  await tx.run(
    sql`delete from document_citation where item_id = ${text.item_id} and language = ${text.language}`,
  );
  if (cited.length === 0) return;
  await tx.run(sql`insert into document_citation (item_id, language, locality_id, portal_id, provision, role, printed,
      number, number_key, type, name, target)
    select ${text.item_id}, ${text.language}, ${text.locality_id}, ${text.portal_id}, c.provision, c.role, c.printed,
      c.number, c.number_key, c.type, c.name, c.target
    from jsonb_to_recordset(${JSON.stringify(cited.map(({ numberKey, ...one }) => ({ ...one, number_key: numberKey })))}::jsonb)
      as c(provision text, role text, printed text, number text, number_key text, type text, name text, target text)`);
}

/** Ends what is no longer public in a language. @returns what was ended */
export async function endDocuments(
  tx: Transaction,
  itemId: number,
  standing: readonly Lang[],
  at: Date,
): Promise<DocumentRow[]> {
  return tx.rows(sql`update document d set ended_at = ${at}
    where d.item_id = ${itemId} and d.ended_at is null and d.language <> all (${`{${standing.join(',')}}`}::text[])
    returning ${COLUMNS}`);
}

export function findDocument(db: Queryable, itemId: number, lang: Lang): Promise<DocumentRow | undefined> {
  return db.find(sql`select ${COLUMNS} from document d
    where d.item_id = ${itemId} and d.ended_at is null order by d.language = ${lang} desc limit 1`);
}

/** Documents of a locality that bear one of these numbers; on their issuer's portal and on others. */
export function listByNumbers(
  db: Queryable,
  localityId: number,
  keys: readonly string[],
  lang: Lang,
): Promise<Placed[]> {
  if (keys.length === 0) return Promise.resolve([]);
  return db.rows(sql`select distinct on (d.number_key) ${PLACED}
    where d.locality_id = ${localityId} and d.ended_at is null
      and d.number_key in (select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb))
    order by d.number_key, d.language = ${lang} desc, d.item_id`);
}

/** A document with what its address is made of. */
export type Placed = DocumentRow & { slug: string; section_slug_vi: string; section_slug_en: string };

const PLACED: Sql = sql`${COLUMNS}, p.slug, s.slug_vi as section_slug_vi, s.slug_en as section_slug_en
  from document d join publication p on p.id = d.publication_id join section s on s.id = p.section_id`;

export function listByItems(db: Queryable, itemIds: readonly number[], lang: Lang): Promise<Placed[]> {
  if (itemIds.length === 0) return Promise.resolve([]);
  return db.rows(sql`select distinct on (d.item_id) ${PLACED}
    where d.item_id = any (${`{${itemIds.join(',')}}`}::bigint[]) and d.ended_at is null
    order by d.item_id, d.language = ${lang} desc`);
}

/** Documents that cite a number, those that are public. */
export function listCiting(
  db: Queryable,
  localityId: number,
  key: string,
  lang: Lang,
  limit: number,
): Promise<Placed[]> {
  if (key === '') return Promise.resolve([]);
  return db.rows(sql`select * from (
    select distinct on (d.item_id) ${PLACED}
    where d.locality_id = ${localityId} and d.ended_at is null and exists (select from document_citation c
      where c.item_id = d.item_id and c.language = d.language and c.locality_id = ${localityId} and c.number_key = ${key})
    order by d.item_id, d.language = ${lang} desc) one
    order by one.issued_on desc nulls last, one.item_id desc limit ${limit}`);
}

export interface CitationRow {
  item_id: number;
  provision: string;
  role: CitedPlace['role'];
  printed: string;
  number: string;
  number_key: string;
  type: string;
  name: string;
  target: string;
}

export function listCitationsOf(db: Queryable, itemId: number, lang: Lang): Promise<CitationRow[]> {
  return db.rows(sql`select item_id, provision, role, printed, number, number_key, type, name, target
    from document_citation where item_id = ${itemId} and language = ${lang} order by id`);
}

/** Items whose public documents name one of these numbers. */
export async function listCitingItems(
  tx: Transaction,
  localityId: number,
  keys: readonly string[],
): Promise<number[]> {
  const wanted = keys.filter((key) => key !== '');
  if (wanted.length === 0) return [];
  const rows = await tx.rows<{ item_id: number }>(sql`select distinct item_id from document_citation
    where locality_id = ${localityId}
      and number_key in (select jsonb_array_elements_text(${JSON.stringify(wanted)}::jsonb))`);
  return rows.map(({ item_id }) => item_id);
}

/** Where an item is that was read before. */
export function findReading(
  tx: Transaction,
  itemId: number,
): Promise<Pick<DocumentRow, 'locality_id' | 'portal_id'> | undefined> {
  return tx.find(sql`select locality_id, portal_id from public_reading where item_id = ${itemId} limit 1`);
}
