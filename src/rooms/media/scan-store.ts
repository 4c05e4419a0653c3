import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';
import type { ScanState } from './store.ts';

export interface Unscanned {
  id: number;
  portal_id: number;
  locality_id: number;
  hash: string;
}

/** Files nobody has scanned, the longest waiting first; with `all`, those from before there was a scanner as well. */
export function listUnscanned(db: Queryable, most: number, mediaId?: number): Promise<Unscanned[]> {
  return db.rows(sql`select m.id, m.portal_id, p.locality_id, m.hash from media m join portal p on p.id = m.portal_id
    where m.scan in ('waiting', 'off') and (${mediaId ?? null}::bigint is null or m.id = ${mediaId ?? null})
    order by m.scan desc, m.id limit ${most}`);
}

/** What is not given to the public, until it is known to be clean. */
export async function insertHold(
  tx: Transaction,
  hold: { portalId: number; hash: string; why: 'waiting' | 'infected'; at: Date },
): Promise<void> {
  await tx.run(sql`insert into media_hold (portal_id, hash, why, since)
    values (${hold.portalId}, ${hold.hash}, ${hold.why}, ${hold.at})
    on conflict (portal_id, hash) do update set why = excluded.why, since = excluded.since, ended_at = null`);
}

export async function endHold(tx: Transaction, portalId: number, hash: string, at: Date): Promise<void> {
  await tx.run(sql`update media_hold set ended_at = ${at}
    where portal_id = ${portalId} and hash = ${hash} and ended_at is null`);
}

export async function saveScan(
  tx: Transaction,
  mediaId: number,
  scan: { state: ScanState; name: string; at: Date },
): Promise<void> {
  await tx.run(sql`update media set scan = ${scan.state}, scan_name = ${scan.name}, scanned_at = ${scan.at}
    where id = ${mediaId}`);
}

export async function countScans(
  db: Queryable,
): Promise<{ waiting: number; infected: number; unscanned: number; oldest: Date | null }> {
  return db.get(sql`select count(*) filter (where scan = 'waiting')::int as waiting,
      count(*) filter (where scan = 'infected')::int as infected,
      count(*) filter (where scan = 'off')::int as unscanned,
      min(uploaded_at) filter (where scan = 'waiting') as oldest
    from media where removed_at is null`);
}
