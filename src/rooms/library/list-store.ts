import { type Queryable, type Sql, sql } from '../../platform/db/index.ts';
import type { PrintedSpan } from '../../rules/issuers/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { COLUMNS, type DocumentRow, type Placed } from './store.ts';

export interface MissingRow {
  number: string;
  number_key: string;
  type: string;
  name: string;
  times: number;
  /** Some of the documents that cite it. */
  citing: number[];
}

/** What documents of a portal cite by number and the locality's library does not hold, most cited first. */
export function listMissing(
  db: Queryable,
  localityId: number,
  portalIds: readonly number[],
  page: { limit: number; offset: number },
): Promise<MissingRow[]> {
  return db.rows(sql`select min(c.number) as number, c.number_key, max(c.type) as type, max(c.name) as name,
      count(*)::int as times, (array_agg(distinct c.item_id))[1:3] as citing
    from document_citation c
    where c.locality_id = ${localityId} and c.number_key <> '' and c.portal_id = any (${`{${portalIds.join(',')}}`}::bigint[])
      and not exists (select from document d where d.locality_id = ${localityId} and d.number_key = c.number_key
        and d.ended_at is null)
    group by c.number_key order by count(*) desc, c.number_key limit ${page.limit} offset ${page.offset}`);
}

/** Documents of some portals, newest first, with how many of their binding citations nobody has decided on. */
export function listOfPortals(
  db: Queryable,
  portalIds: readonly number[],
  limit: number,
): Promise<(DocumentRow & { proposals: number })[]> {
  return db.rows(sql`select ${COLUMNS}, (select count(distinct (c.role, c.number_key))::int from document_citation c
      where c.item_id = d.item_id and c.language = d.language and c.role in ('replaces', 'amends', 'repeals', 'guides')
        and exists (select from document o where o.locality_id = d.locality_id and o.number_key = c.number_key
          and c.number_key <> '' and o.ended_at is null and o.item_id <> d.item_id
          and not exists (select from document_relation r where r.from_item_id = d.item_id and r.to_item_id = o.item_id
            and r.kind = c.role and r.removed_at is null))) as proposals
    from document d where d.portal_id = any (${`{${portalIds.join(',')}}`}::bigint[]) and d.language = 'vi' and d.ended_at is null
    order by d.issued_on desc nulls last, d.item_id desc limit ${limit}`);
}

/** What the public asks of the list of documents. */
export interface DocumentSearch {
  localityId: number;
  /** One portal; undefined: all open ones of the locality. */
  portalId: number | undefined;
  lang: Lang;
  /** Words of the abstract, without regard to diacritics. */
  words: string;
  /** A number as it is compared. */
  numberKey: string;
  type: string;
  /** Undefined: of whomever. Each printed form with the days on which it means the one asked for. */
  issuers: readonly PrintedSpan[] | undefined;
  year: number | undefined;
  limit: number;
  before: { on: string; id: number } | undefined;
}

/** Its own documents and those of others that it shows; everything when no portal is asked for. */
function standsOn(portalId: number | undefined): Sql {
  return portalId === undefined
    ? sql``
    : sql`and (d.portal_id = ${portalId} or exists (select from document_scope c where c.item_id = d.item_id
        and c.portal_id = ${portalId} and c.shown_at is not null and c.shown_item_id is null))`;
}

/** Texts without a day are of the last who bore the name. */
function issuedBy(spans: readonly PrintedSpan[] | undefined): Sql {
  return spans === undefined
    ? sql``
    : sql`and exists (select from jsonb_to_recordset(${JSON.stringify(spans)}::jsonb)
        as w(printed text, "from" date, before date)
        where w.printed = d.issuer and (w."from" is null or coalesce(d.issued_on, 'infinity') >= w."from")
          and (w.before is null or d.issued_on < w.before))`;
}

/** A document as the list shows it. */
export type ListedDocument = Placed & {
  attachments: { hash: string; name: string; type: string; sizeBytes: number }[];
  first_published_at: Date;
};

/** Documents in the order of issue, newest first. */
export function searchDocuments(db: Queryable, q: DocumentSearch): Promise<ListedDocument[]> {
  return db.rows(sql`select ${COLUMNS}, p.attachments, p.first_published_at, p.slug, s.slug_vi as section_slug_vi, s.slug_en as section_slug_en
    from document d join publication p on p.id = d.publication_id join section s on s.id = p.section_id
    where d.locality_id = ${q.localityId} and d.ended_at is null
      and (d.language = ${q.lang} or not exists (select from document o where o.item_id = d.item_id
        and o.language = ${q.lang} and o.ended_at is null))
      ${standsOn(q.portalId)}
      and (${q.portalId ?? null}::bigint is not null or exists (select from portal o where o.id = d.portal_id and o.state = 'open'))
      and (${q.words} = '' or d.number_key = ${q.numberKey}
        or vi_fold(d.title) like '%' || vi_fold(${q.words}::text) || '%'
        or starts_with(d.number_key, ${q.numberKey === '' ? '' : q.numberKey}))
      and (${q.type} = '' or d.type = ${q.type}) ${issuedBy(q.issuers)}
      and (${q.year ?? null}::int is null or extract(year from d.issued_on) = ${q.year ?? null}::int)
      and (${q.before?.on ?? null}::date is null
        or (coalesce(d.issued_on, '0001-01-01'), d.item_id) < (${q.before?.on ?? null}::date, ${q.before?.id ?? 0}::bigint))
    order by coalesce(d.issued_on, '0001-01-01') desc, d.item_id desc limit ${q.limit}`);
}

/** What the filters of the list offer. */
export function listFacets(
  db: Queryable,
  asked: { localityId: number; portalId: number | undefined },
): Promise<{ type: string; issuer: string; year: number | null }[]> {
  return db.rows(sql`select distinct d.type, d.issuer, extract(year from d.issued_on)::int as year from document d
    where d.locality_id = ${asked.localityId} and d.ended_at is null
      ${standsOn(asked.portalId)}
    limit 2000`);
}
