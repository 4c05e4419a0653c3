import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';

const KEY = 'media.keepOriginals';

/** Whether the portal keeps pictures as they were sent, for its staff alone; it does not unless somebody said so. */
export async function keepsOriginals(db: Queryable, portalId: number): Promise<boolean> {
  const row = await db.find<{ value: unknown }>(
    sql`select value from setting where portal_id = ${portalId} and key = ${KEY}`,
  );
  return row?.value === true;
}

export async function saveKeepsOriginals(
  tx: Transaction,
  of: { localityId: number; portalId: number; by: number | null; at: Date },
  value: boolean,
): Promise<void> {
  await tx.run(sql`insert into setting (locality_id, portal_id, key, value, changed_by, changed_at)
    values (${of.localityId}, ${of.portalId}, ${KEY}, ${JSON.stringify(value)}::jsonb, ${of.by}, ${of.at})
    on conflict (coalesce(locality_id, 0), coalesce(portal_id, 0), key) do update
      set value = excluded.value, changed_by = excluded.changed_by, changed_at = excluded.changed_at`);
}
