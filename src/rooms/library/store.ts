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

/** The public copies of items, one in each language each of them stands in. */
export function listPublicTexts(tx: Transaction, itemIds: readonly number[]): Promise<PublicText[]> {
  return tx.rows(sql`select id, item_id, language, locality_id, portal_id, section_id, kind, title, body_html, facts,
    content_hash, published_at from publication
    where item_id = any (${`{${itemIds.join(',')}}`}::bigint[]) and ended_at is null order by id`);
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

/** Notes that these copies were read, and forgets what is no longer public of the items with all it cites. */
export async function saveReadings(
  tx: Transaction,
  itemIds: readonly number[],
  texts: readonly PublicText[],
  read: { readerVersion: number; at: Date },
): Promise<void> {
  const standing = JSON.stringify(texts.map(placeOf));
  await tx.run(
    sql`delete from public_reading r where r.item_id = any (${`{${itemIds.join(',')}}`}::bigint[]) and not exists (
      select from json_to_recordset(${standing}::json) as t(item_id bigint, language text)
      where t.item_id = r.item_id and t.language = r.language)`,
  );
  if (texts.length === 0) return;
  await tx.run(sql`insert into public_reading
      (item_id, language, locality_id, portal_id, publication_id, reader_version, read_at)
    select item_id, language, locality_id, portal_id, id, ${read.readerVersion}::integer, ${read.at}::timestamptz
    from json_to_recordset(${standing}::json)
      as t(item_id bigint, language text, locality_id bigint, portal_id bigint, id bigint)
    on conflict (item_id, language) do update set portal_id = excluded.portal_id,
      publication_id = excluded.publication_id, reader_version = excluded.reader_version, read_at = excluded.read_at`);
}

const placeOf = ({ item_id, language, locality_id, portal_id, id }: PublicText) => ({
  ...{ item_id, language, locality_id, portal_id, id },
});

/** A document as it was read. */
export interface ReadDocument {
  text: PublicText;
  fields: DocumentFields;
  addresses: readonly string[];
}

/** Puts documents into the register, or what was read of them now in the place of what was read before. */
export async function saveDocuments(tx: Transaction, documents: readonly ReadDocument[]): Promise<void> {
  if (documents.length === 0) return;
  const rows = documents.map(({ text, fields, addresses }) => ({
    ...{ ...placeOf(text), title: text.title, content_hash: text.content_hash },
    ...{ ...fields, addresses },
  }));
  await tx.run(sql`insert into document (item_id, language, locality_id, portal_id, publication_id, title, number, number_key,
      type, issuer, signer, field, issued_on, effective_on, expires_on, addresses, content_hash)
    select item_id, language, locality_id, portal_id, id, title, number, "numberKey", type, issuer, signer, field,
      "issuedOn", "effectiveOn", "expiresOn", addresses, content_hash
    from json_to_recordset(${JSON.stringify(rows)}::json) as t(item_id bigint, language text, locality_id bigint,
      portal_id bigint, id bigint, title text, number text, "numberKey" text, type text, issuer text, signer text,
      field text, "issuedOn" date, "effectiveOn" date, "expiresOn" date, addresses text[], content_hash text)
    on conflict (item_id, language) do update set portal_id = excluded.portal_id,
      publication_id = excluded.publication_id, title = excluded.title, number = excluded.number,
      number_key = excluded.number_key, type = excluded.type, issuer = excluded.issuer, signer = excluded.signer,
      field = excluded.field, issued_on = excluded.issued_on, effective_on = excluded.effective_on,
      expires_on = excluded.expires_on, addresses = excluded.addresses, content_hash = excluded.content_hash,
      ended_at = null`);
}

/** What the texts cite now, in the place of what they cited before; in the order of the text. */
export async function replaceCitations(
  tx: Transaction,
  texts: readonly { text: PublicText; cited: readonly CitedPlace[] }[],
): Promise<void> {
  if (texts.length === 0) return;
  await tx.run(sql`delete from document_citation c
    using json_to_recordset(${JSON.stringify(texts.map(({ text }) => placeOf(text)))}::json)
      as t(item_id bigint, language text)
    where c.item_id = t.item_id and c.language = t.language`);
  const rows = texts.flatMap(({ text, cited }) => cited.map((one) => ({ ...placeOf(text), ...one })));
  if (rows.length === 0) return;
  await tx.run(sql`insert into document_citation (item_id, language, locality_id, portal_id, provision, role, printed,
      number, number_key, type, name, target)
    select item_id, language, locality_id, portal_id, provision, role, printed, number, "numberKey", type, name, target
    from json_to_recordset(${JSON.stringify(rows)}::json) as t(item_id bigint, language text, locality_id bigint,
      portal_id bigint, provision text, role text, printed text, number text, "numberKey" text, type text, name text,
      target text)`);
}

/** Ends what is no longer public of the items, in the languages they do not stand in. @returns what was ended */
export async function endDocuments(
  tx: Transaction,
  itemIds: readonly number[],
  standing: readonly { item_id: number; language: Lang }[],
  at: Date,
): Promise<DocumentRow[]> {
  const kept = standing.map(({ item_id, language }) => ({ item_id, language }));
  return tx.rows(sql`update document d set ended_at = ${at}
    where d.item_id = any (${`{${itemIds.join(',')}}`}::bigint[]) and d.ended_at is null and not exists (
      select from json_to_recordset(${JSON.stringify(kept)}::json) as t(item_id bigint, language text)
      where t.item_id = d.item_id and t.language = d.language)
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
    where locality_id = ${localityId} and number_key <> ''
      and number_key in (select jsonb_array_elements_text(${JSON.stringify(wanted)}::jsonb))`);
  return rows.map(({ item_id }) => item_id);
}

/** Where items are that were read before. */
export function listReadingPlaces(
  tx: Transaction,
  itemIds: readonly number[],
): Promise<Pick<DocumentRow, 'item_id' | 'locality_id' | 'portal_id'>[]> {
  return tx.rows(sql`select distinct on (item_id) item_id, locality_id, portal_id from public_reading
    where item_id = any (${`{${itemIds.join(',')}}`}::bigint[]) order by item_id, language`);
}
