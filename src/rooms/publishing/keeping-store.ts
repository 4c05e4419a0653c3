import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';
import type { Keeping } from './keeping.ts';

const KEY = 'publishing.keeping';

/** What a portal has set; undefined: it never did. */
export async function findKeeping(db: Queryable, portalId: number): Promise<Keeping | undefined> {
  const row = await db.find<{ value: Keeping }>(
    sql`select value from setting where portal_id = ${portalId} and key = ${KEY}`,
  );
  return row?.value;
}

export async function saveKeeping(
  tx: Transaction,
  one: { portalId: number; keeping: Keeping; by: number | null; at: Date },
): Promise<void> {
  await tx.run(sql`insert into setting (portal_id, key, value, changed_by, changed_at)
    values (${one.portalId}, ${KEY}, ${JSON.stringify(one.keeping)}::jsonb, ${one.by}, ${one.at})
    on conflict (coalesce(locality_id, 0), coalesce(portal_id, 0), key)
    do update set value = excluded.value, changed_by = excluded.changed_by, changed_at = excluded.changed_at`);
}
