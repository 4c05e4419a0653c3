import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';

/** Who works on an edition now. */
export interface ClaimRow {
  id: number;
  edition_id: number;
  person_id: number;
  person_name: string | null;
  given_by: number;
  given_by_name: string | null;
  note: string;
  due_on: string | null;
  taken_at: Date;
}

/** Who holds which of these editions, by edition. */
export async function listClaims(
  db: Queryable,
  editionIds: readonly number[],
): Promise<Map<number, ClaimRow>> {
  if (editionIds.length === 0) return new Map();
  const rows = await db.rows<ClaimRow>(sql`select c.id, c.edition_id, c.person_id, p.full_name as person_name,
      c.given_by, g.full_name as given_by_name, c.note, c.due_on, c.taken_at
    from edition_claim c left join person p on p.id = c.person_id left join person g on g.id = c.given_by
    where c.edition_id = any (${`{${editionIds.join(',')}}`}::bigint[]) and c.released_at is null`);
  return new Map(rows.map((row) => [row.edition_id, row]));
}

export async function insertClaim(
  tx: Transaction,
  one: {
    portalId: number;
    editionId: number;
    personId: number;
    givenBy: number;
    note: string;
    dueOn: string | null;
    at: Date;
  },
): Promise<void> {
  await tx.run(sql`insert into edition_claim (portal_id, edition_id, person_id, given_by, note, due_on, taken_at)
    values (${one.portalId}, ${one.editionId}, ${one.personId}, ${one.givenBy}, ${one.note}, ${one.dueOn}, ${one.at})`);
}

export function endClaim(tx: Transaction, editionId: number, at: Date): Promise<number> {
  return tx.run(
    sql`update edition_claim set released_at = ${at} where edition_id = ${editionId} and released_at is null`,
  );
}
