import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';

/** Drafts of a portal that this person saved last. */
export function listDraftsOf(
  db: Queryable,
  { portalId, personId }: { portalId: number; personId: number },
): Promise<{ id: number; title: string }[]> {
  return db.rows(sql`select id, title from edition where portal_id = ${portalId} and state = 'draft'
    and saved_by = ${personId} order by id limit 500`);
}

export function giveDrafts(
  tx: Transaction,
  given: { portalId: number; fromPersonId: number; toPersonId: number; ids: readonly number[] },
): Promise<number> {
  return tx.run(sql`update edition set saved_by = ${given.toPersonId},
      writers = case when ${given.toPersonId}::bigint = any (writers) then writers
        else array_append(writers, ${given.toPersonId}::bigint) end
    where portal_id = ${given.portalId} and state = 'draft' and saved_by = ${given.fromPersonId}
      and id = any (${`{${given.ids.join(',')}}`}::bigint[])`);
}
