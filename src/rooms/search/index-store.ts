import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';
import {
  type Entry,
  type PublicCopy,
  READER_VERSION,
  type Spellings,
  type TermChanges,
} from './entries-rules.ts';

/** The public copies of items, one in each language. */
export function listCopies(db: Queryable, itemIds: readonly number[]): Promise<PublicCopy[]> {
  return db.rows(sql`select p.id, p.item_id, p.locality_id, p.portal_id, p.language, p.kind, p.title, p.summary, p.body_html,
      p.body_text, p.facts, p.attachments, p.first_published_at,
      (select min(coalesce(r.effective_on, d.effective_on))::text from document_relation r
        join document d on d.item_id = r.from_item_id and d.language = 'vi'
        where r.to_item_id = p.item_id and r.removed_at is null and r.kind in ('replaces', 'repeals')
          and r.provisions = '{}') as ended_on
    from publication p where p.item_id = any (${`{${itemIds.join(',')}}`}::bigint[]) and p.ended_at is null order by p.id`);
}

/** Takes the entries of items out of the index. @returns what they counted for */
export function removeEntries(
  tx: Transaction,
  itemIds: readonly number[],
): Promise<{ locality_id: number; lexemes: string[]; length: number }[]> {
  return tx.rows(sql`delete from search_entry where item_id = any (${`{${itemIds.join(',')}}`}::bigint[])
    returning locality_id, tsvector_to_array(words) as lexemes, length`);
}

/** Puts entries in; those of copies that are public no longer are left out. @returns addresses of those put in */
export async function insertEntries(tx: Transaction, entries: readonly Entry[]): Promise<Set<string>> {
  const rows = await tx.rows<{ publication_id: number; place: string }>(sql`
    insert into search_entry (locality_id, portal_id, publication_id, item_id, language, kind, place, title, heading, body,
      words, length, number_key, field, issuer, year, effective_on, expires_on, first_published_at, reader_version, files)
    select e.locality_id, e.portal_id, e.publication_id, e.item_id, e.language, e.kind, e.place, e.title, e.heading, e.body,
      array_to_tsvector(e.lexemes), e.length, e.number_key, e.field, e.issuer, e.year, e.effective_on, e.expires_on,
      e.first_published_at, ${READER_VERSION}, e.files
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as e(locality_id bigint, portal_id bigint,
      publication_id bigint, item_id bigint, language text, kind text, place text, title text, heading text, body text,
      lexemes text[], length integer, number_key text, field text, issuer text, year integer, effective_on date,
      expires_on date, first_published_at timestamptz, files text)
    join publication p on p.id = e.publication_id and p.ended_at is null
    returning publication_id, place`);
  return new Set(rows.map(({ publication_id, place }) => `${publication_id} ${place}`));
}

export async function changeTerms(
  tx: Transaction,
  changes: TermChanges,
  spellings: Spellings,
): Promise<void> {
  const terms = changes.terms().map((one) => ({ ...one, shown: spellings.get(one.term) ?? '' }));
  if (terms.length > 0)
    await tx.run(sql`insert into search_term (locality_id, term, entries, shown)
      select locality_id, term, entries, shown from jsonb_to_recordset(${JSON.stringify(terms)}::jsonb)
        as t(locality_id bigint, term text, entries integer, shown text)
      on conflict (locality_id, term) do update set entries = greatest(0, search_term.entries + excluded.entries),
        shown = case when search_term.shown = '' then excluded.shown else search_term.shown end`);
  const totals = changes.totals();
  if (totals.length > 0)
    await tx.run(sql`insert into search_total (locality_id, entries, length)
      select locality_id, entries, length from jsonb_to_recordset(${JSON.stringify(totals)}::jsonb)
        as t(locality_id bigint, entries bigint, length bigint)
      on conflict (locality_id) do update set entries = greatest(0, search_total.entries + excluded.entries),
        length = greatest(0, search_total.length + excluded.length)`);
}

/**
 * Items with a copy the index does not hold as the present reader reads it, or without the texts of files read since, or
 * that it holds and should not. A file that cannot be read is no text that is missing.
 */
export async function listUnindexed(tx: Transaction, limit: number): Promise<number[]> {
  const rows = await tx.rows<{ item_id: number }>(sql`
    (select p.item_id from publication p where p.ended_at is null and not exists (
      select from search_entry e where e.publication_id = p.id and e.place = '' and e.reader_version = ${READER_VERSION})
      order by p.id limit ${limit})
    union
    (select p.item_id from publication p join search_entry e on e.publication_id = p.id and e.place = ''
      where p.ended_at is null and p.attachments <> '[]' and e.files <> (
        select coalesce(string_agg(t.hash || ':' || t.reader_version, ',' order by t.hash collate "C"), '')
        from file_text t where t.locality_id = p.locality_id and t.read_at is not null and t.code is null
          and t.hash in (select a.hash from jsonb_to_recordset(p.attachments) as a(hash text)))
      order by p.id limit ${limit})
    union
    (select e.item_id from search_entry e where e.place = '' and not exists (
      select from publication p where p.id = e.publication_id and p.ended_at is null) limit ${limit})
    order by 1 limit ${limit}`);
  return rows.map(({ item_id }) => item_id);
}

/** Items with something public or something in the index, by number, after one of them. */
export async function listItemsAfter(tx: Transaction, after: number, limit: number): Promise<number[]> {
  const rows = await tx.rows<{ id: number }>(sql`select i.id from item i where i.id > ${after}
    and (exists (select from publication p where p.item_id = i.id and p.ended_at is null)
      or exists (select from search_entry e where e.item_id = i.id))
    order by i.id limit ${limit}`);
  return rows.map(({ id }) => id);
}

/** How many items have something public. */
export async function countItems(tx: Transaction): Promise<number> {
  const row = await tx.get<{ count: number }>(
    sql`select count(distinct item_id)::int as count from publication where ended_at is null`,
  );
  return row.count;
}

/** Takes out what nothing holds any more. */
export function dropEmptyTerms(tx: Transaction): Promise<number> {
  return tx.run(sql`delete from search_term where entries <= 0`);
}
