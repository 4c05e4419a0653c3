import { type Queryable, type Sql, sql, type Transaction } from '../../platform/db/index.ts';
import type { Lang } from '../../rules/lang.ts';

/** A public source with what there is of it in the other language. */
export interface TranslationRow {
  item_id: number;
  portal_id: number;
  kind: string;
  section_vi: string;
  section_en: string;
  /** Of the source. */
  language: Lang;
  title: string;
  source_number: number;
  source_edition_id: number;
  source_published_at: Date;
  /** Of the public translation; null where there is none. */
  publication_id: number | null;
  edition_id: number | null;
  made_from: number | null;
  translated_title: string | null;
  translated_at: Date | null;
  reviewed_for: number | null;
  reviewed_at: Date | null;
  /** A translation on its way. */
  open_edition_id: number | null;
  open_state: string | null;
}

/** A source is what was made from nothing else: the translation of an item knows what it was made from. */
const ROWS: Sql = sql`select p.item_id, p.portal_id, p.kind, s.name_vi as section_vi, s.name_en as section_en, p.language,
    p.title, p.edition_number as source_number, p.edition_id as source_edition_id, p.published_at as source_published_at,
    t.id as publication_id, t.edition_id, t.made_from_edition_number as made_from, t.title as translated_title,
    t.published_at as translated_at, r.source_edition_number as reviewed_for, r.reviewed_at,
    o.id as open_edition_id, o.state as open_state
  from publication p join section s on s.id = p.section_id
  left join publication t on t.item_id = p.item_id and t.language <> p.language and t.ended_at is null
  left join lateral (select source_edition_number, reviewed_at from translation_review
    where publication_id = t.id order by source_edition_number desc limit 1) r on true
  left join edition o on o.item_id = p.item_id and o.language <> p.language
    and o.state in ('draft', 'submitted', 'checked', 'scheduled')
  where p.ended_at is null and p.made_from_edition_number is null`;

export interface TranslationFilter {
  portalIds: readonly number[];
  state: 'needed' | 'missing' | 'older' | 'done';
  /** Kinds that must be translated, by portal: only these count as missing when something is needed. */
  required: readonly { portalId: number; kinds: readonly string[] }[];
  limit: number;
}

const OLDER: Sql = sql`(t.id is not null and t.made_from_edition_number < p.edition_number
  and coalesce(r.source_edition_number, 0) < p.edition_number)`;

/** Sources of portals by how their translation stands, the oldest wait first. */
export function listTranslations(db: Queryable, filter: TranslationFilter): Promise<TranslationRow[]> {
  const required = filter.required.flatMap(({ portalId, kinds }) =>
    kinds.map((kind) => ({ portalId, kind })),
  );
  const isRequired = sql`exists (select from json_to_recordset(${JSON.stringify(required)}::json)
    as q("portalId" bigint, kind text) where q."portalId" = p.portal_id and q.kind = p.kind)`;
  const missing = sql`t.id is null`;
  const conditions: Record<TranslationFilter['state'], Sql> = {
    needed: sql`((${missing} and p.language = 'vi' and ${isRequired}) or ${OLDER})`,
    missing,
    older: OLDER,
    done: sql`(t.id is not null and not ${OLDER})`,
  };
  return db.rows(sql`${ROWS} and p.portal_id = any (${`{${filter.portalIds.join(',')}}`}::bigint[])
    and ${conditions[filter.state]} order by p.published_at desc, p.item_id desc limit ${filter.limit}`);
}

/** The public translation of an item in a language, with its source. */
export function findTranslation(
  db: Queryable,
  itemId: number,
  language: Lang,
): Promise<(TranslationRow & { publication_id: number }) | undefined> {
  return db.find(sql`${ROWS} and p.item_id = ${itemId} and t.language = ${language}`);
}

/** The source of an item that has one, whatever there is of it in the other language. */
export function findSource(db: Queryable, itemId: number): Promise<TranslationRow | undefined> {
  return db.find(sql`${ROWS} and p.item_id = ${itemId}`);
}

export async function insertTranslationReview(
  tx: Transaction,
  one: {
    portalId: number;
    itemId: number;
    publicationId: number;
    sourceNumber: number;
    reviewedBy: number;
    at: Date;
  },
): Promise<number> {
  const { id } = await tx.get<{ id: number }>(sql`insert into translation_review
    (portal_id, item_id, publication_id, source_edition_number, reviewed_by, reviewed_at)
    values (${one.portalId}, ${one.itemId}, ${one.publicationId}, ${one.sourceNumber}, ${one.reviewedBy}, ${one.at})
    returning id`);
  return id;
}
