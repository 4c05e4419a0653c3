import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';

export interface ScopeRow {
  id: number;
  item_id: number;
  from_portal_id: number;
  portal_id: number;
  shown_at: Date | null;
  shown_item_id: number | null;
  title: string;
  number: string;
  issuer: string;
}

const SCOPE = sql`select s.id, s.item_id, s.from_portal_id, s.portal_id, s.shown_at, s.shown_item_id, d.title, d.number,
    d.issuer
  from document_scope s join document d on d.item_id = s.item_id and d.language = 'vi' and d.ended_at is null`;

/** Asks bodies to publish a text; those asked before stay as they are. @returns how many are new */
export async function insertScopes(
  tx: Transaction,
  scope: {
    localityId: number;
    itemId: number;
    fromPortalId: number;
    portalIds: readonly number[];
    personId: number;
    at: Date;
  },
): Promise<number> {
  const rows = await tx.rows<{ id: number }>(sql`insert into document_scope
      (locality_id, item_id, from_portal_id, portal_id, asked_by, asked_at)
    select ${scope.localityId}, ${scope.itemId}, ${scope.fromPortalId}, portal, ${scope.personId}, ${scope.at}
      from unnest(${`{${scope.portalIds.join(',')}}`}::bigint[]) as t(portal)
    on conflict (item_id, portal_id) do nothing returning id`);
  return rows.length;
}

/** Those whose clock has not been started. */
export function listUnstarted(
  tx: Transaction,
  itemId: number,
): Promise<{ id: number; portal_id: number; is_main: boolean }[]> {
  return tx.rows(sql`select s.id, s.portal_id, p.is_main from document_scope s join portal p on p.id = s.portal_id
    where s.item_id = ${itemId} and s.started_at is null for update of s`);
}

export async function markStarted(tx: Transaction, itemId: number, at: Date): Promise<void> {
  await tx.run(
    sql`update document_scope set started_at = ${at} where item_id = ${itemId} and started_at is null`,
  );
}

export function findScope(db: Queryable, id: number): Promise<ScopeRow | undefined> {
  return db.find(sql`${SCOPE} where s.id = ${id}`);
}

/** The bodies asked to publish a text. */
export function listScopesOf(db: Queryable, itemId: number): Promise<ScopeRow[]> {
  return db.rows(sql`${SCOPE} where s.item_id = ${itemId} order by s.id`);
}

/** What portals owe their readers still. */
export function listOwed(db: Queryable, portalIds: readonly number[], limit: number): Promise<ScopeRow[]> {
  if (portalIds.length === 0) return Promise.resolve([]);
  return db.rows(sql`${SCOPE} where s.shown_at is null and s.portal_id = any (${`{${portalIds.join(',')}}`}::bigint[])
    order by s.id limit ${limit}`);
}

/** What a portal owes of these numbers and has just published itself. */
export function listOwedNumbers(
  tx: Transaction,
  portalId: number,
  numberKeys: readonly string[],
): Promise<{ id: number; number_key: string }[]> {
  const wanted = numberKeys.filter((key) => key !== '');
  if (wanted.length === 0) return Promise.resolve([]);
  return tx.rows(sql`select s.id, d.number_key from document_scope s
      join document d on d.item_id = s.item_id and d.language = 'vi'
    where s.portal_id = ${portalId} and s.shown_at is null
      and d.number_key in (select jsonb_array_elements_text(${JSON.stringify(wanted)}::jsonb)) order by s.id`);
}

export async function markShown(
  tx: Transaction,
  scopeId: number,
  shown: { at: Date; itemId: number | null },
): Promise<void> {
  await tx.run(sql`update document_scope set shown_at = ${shown.at}, shown_item_id = ${shown.itemId}
    where id = ${scopeId} and shown_at is null`);
}

/** "12/2026/QĐ-UBND, Quy định …", by the number of the duty. */
export async function nameScopes(
  db: Queryable,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const rows = await db.rows<ScopeRow>(sql`${SCOPE} where s.id = any (${`{${ids.join(',')}}`}::bigint[])`);
  return new Map(rows.map(({ id, number, title }) => [id, [number, title].filter(Boolean).join(', ')]));
}
