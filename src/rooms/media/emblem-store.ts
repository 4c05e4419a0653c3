import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';

/** What stands at the head of a portal, and the file of its library it was made of. */
export interface EmblemRow {
  portal_id: number;
  media_id: number;
  hash: string;
  width: number;
  height: number;
  icon_hash: string | null;
}

export function findEmblem(db: Queryable, portalId: number): Promise<EmblemRow | undefined> {
  return db.find(sql`select portal_id, media_id, hash, width, height, icon_hash from portal_emblem
    where portal_id = ${portalId}`);
}

export async function saveEmblem(tx: Transaction, emblem: EmblemRow): Promise<void> {
  const { portal_id, media_id, hash, width, height, icon_hash } = emblem;
  await tx.run(sql`insert into portal_emblem (portal_id, media_id, hash, width, height, icon_hash)
    values (${portal_id}, ${media_id}, ${hash}, ${width}, ${height}, ${icon_hash})
    on conflict (portal_id) do update set media_id = excluded.media_id, hash = excluded.hash, width = excluded.width,
      height = excluded.height, icon_hash = excluded.icon_hash`);
}

/** @returns whether there was one */
export async function dropEmblem(tx: Transaction, portalId: number): Promise<boolean> {
  return (await tx.run(sql`delete from portal_emblem where portal_id = ${portalId}`)) > 0;
}
