import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';

/** What somebody let pass, and why. */
export interface OverrideRow {
  id: number;
  edition_id: number;
  code: string;
  field: string;
  place: string;
  words: string;
  reason: string;
  person_id: number;
  person_name: string | null;
  at: Date;
}

export async function insertOverride(
  tx: Transaction,
  made: Omit<OverrideRow, 'id' | 'person_name'> & { portal_id: number },
): Promise<number> {
  const { id } = await tx.get<{ id: number }>(sql`insert into edition_override
      (portal_id, edition_id, code, field, place, words, reason, person_id, at)
    values (${made.portal_id}, ${made.edition_id}, ${made.code}, ${made.field}, ${made.place}, ${made.words},
      ${made.reason}, ${made.person_id}, ${made.at}) returning id`);
  return id;
}

export function listOverrides(db: Queryable, editionId: number): Promise<OverrideRow[]> {
  return db.rows(sql`select o.id, o.edition_id, o.code, o.field, o.place, o.words, o.reason, o.person_id,
      p.full_name as person_name, o.at
    from edition_override o left join person p on p.id = o.person_id
    where o.edition_id = ${editionId} order by o.id limit 200`);
}

/** A step of the history that moves nothing: what was let pass, what was converted. */
export async function insertRemark(
  tx: Transaction,
  remark: {
    portalId: number;
    editionId: number;
    move: string;
    personId: number | null;
    reason: string;
    at: Date;
  },
): Promise<void> {
  await tx.run(sql`insert into edition_event (portal_id, edition_id, move, from_state, to_state, person_id, reason, at)
    values (${remark.portalId}, ${remark.editionId}, ${remark.move}, 'draft', 'draft', ${remark.personId},
      ${remark.reason}, ${remark.at})`);
}
