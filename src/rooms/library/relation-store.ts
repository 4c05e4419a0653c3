import { type Queryable, type Sql, sql, type Transaction } from '../../platform/db/index.ts';
import type { RelationKind } from '../../rules/validity/index.ts';

export interface RelationRow {
  id: number;
  portal_id: number;
  kind: RelationKind;
  from_item_id: number;
  to_item_id: number;
  provisions: string[];
  effective_on: string | null;
  until_on: string | null;
}

const RELATION: Sql = sql`select id, portal_id, kind, from_item_id, to_item_id, provisions, effective_on::text, until_on::text
  from document_relation`;

/** What stands between documents and these. */
export function listRelations(db: Queryable, itemIds: readonly number[]): Promise<RelationRow[]> {
  if (itemIds.length === 0) return Promise.resolve([]);
  const ids = `{${itemIds.join(',')}}`;
  return db.rows(sql`${RELATION} where removed_at is null
    and (to_item_id = any (${ids}::bigint[]) or from_item_id = any (${ids}::bigint[])) order by id`);
}

export function findRelation(db: Queryable, id: number): Promise<RelationRow | undefined> {
  return db.find(sql`${RELATION} where id = ${id} and removed_at is null`);
}

export interface NewRelation {
  localityId: number;
  portalId: number;
  kind: RelationKind;
  fromItemId: number;
  toItemId: number;
  provisions: readonly string[];
  effectiveOn: string | null;
  untilOn: string | null;
  personId: number;
  at: Date;
}

/** @returns its number; undefined when it stands already */
export async function insertRelation(tx: Transaction, r: NewRelation): Promise<number | undefined> {
  const row = await tx.find<{
    id: number;
  }>(sql`insert into document_relation (locality_id, portal_id, kind, from_item_id,
      to_item_id, provisions, effective_on, until_on, confirmed_by, confirmed_at)
    values (${r.localityId}, ${r.portalId}, ${r.kind}, ${r.fromItemId}, ${r.toItemId},
      ${`{${r.provisions.join(',')}}`}::text[], ${r.effectiveOn}, ${r.untilOn}, ${r.personId}, ${r.at})
    on conflict do nothing returning id`);
  return row?.id;
}

export async function removeRelationRow(
  tx: Transaction,
  id: number,
  personId: number,
  at: Date,
): Promise<void> {
  await tx.run(
    sql`update document_relation set removed_by = ${personId}, removed_at = ${at} where id = ${id}`,
  );
}

/** Something public that rests on a document which has ended. */
export interface FallenRow {
  item_id: number;
  portal_id: number;
  title: string;
  relation_id: number;
  kind: RelationKind;
  basis_number: string;
  basis_item_id: number;
  /** Of the document that ended it. */
  by_number: string;
  ended_on: string;
}

/**
 * What rests on documents that another has replaced or repealed as a whole by that day: documents that name one among
 * their bases or give its details, and everything else that names one. What a board has looked at is left out.
 */
export function listFallen(
  db: Queryable,
  asked: { portalIds: readonly number[]; on: string; basisItemId?: number | undefined; limit: number },
): Promise<FallenRow[]> {
  return db.rows(sql`select distinct on (p.item_id, r.id) p.item_id, p.portal_id, p.title, r.id as relation_id, r.kind,
      basis.number as basis_number, basis.item_id as basis_item_id, cause.number as by_number,
      coalesce(r.effective_on, cause.effective_on)::text as ended_on
    from document_relation r
      join document basis on basis.item_id = r.to_item_id and basis.language = 'vi'
      join document cause on cause.item_id = r.from_item_id and cause.language = 'vi'
      join document_citation c on c.locality_id = basis.locality_id and c.number_key = basis.number_key
      join publication p on p.item_id = c.item_id and p.language = c.language and p.ended_at is null
    where r.removed_at is null and r.kind in ('replaces', 'repeals') and r.provisions = '{}'
      and cause.ended_at is null
      and coalesce(r.effective_on, cause.effective_on) <= ${asked.on}::date and basis.number_key <> ''
      and p.item_id not in (r.from_item_id, r.to_item_id) and p.portal_id = any (${`{${asked.portalIds.join(',')}}`}::bigint[])
      and (c.role in ('basis', 'guides') or p.kind <> 'documents')
      and (${asked.basisItemId ?? null}::bigint is null or basis.item_id = ${asked.basisItemId ?? null}::bigint)
      and not exists (select from document_review v where v.item_id = p.item_id and v.relation_id = r.id)
    order by p.item_id, r.id limit ${asked.limit}`);
}

export async function insertReview(
  tx: Transaction,
  review: {
    itemId: number;
    relationId: number;
    localityId: number;
    portalId: number;
    reason: string;
    personId: number;
    at: Date;
  },
): Promise<void> {
  await tx.run(sql`insert into document_review
      (item_id, relation_id, locality_id, portal_id, reason, reviewed_by, reviewed_at)
    values (${review.itemId}, ${review.relationId}, ${review.localityId}, ${review.portalId}, ${review.reason},
      ${review.personId}, ${review.at})
    on conflict do nothing`);
}

/** What these documents end, by relations on record. */
export async function listEndedBy(db: Queryable, itemIds: readonly number[]): Promise<number[]> {
  const rows = await db.rows<{ to_item_id: number }>(sql`select distinct to_item_id from document_relation
    where from_item_id = any (${`{${itemIds.join(',')}}`}::bigint[]) and removed_at is null
      and kind in ('replaces', 'repeals')`);
  return rows.map(({ to_item_id }) => to_item_id);
}
