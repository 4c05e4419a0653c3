import { type Queryable, type Sql, sql, type Transaction } from '../../platform/db/index.ts';
import type { Lang } from '../../rules/lang.ts';
import type { State } from './rules.ts';
import type { Attachment } from './store.ts';

/** What of an edition can lead somewhere. */
export interface LinkedEdition {
  id: number;
  item_id: number;
  portal_id: number;
  body_html: string;
  /** Where what was taken from elsewhere is read; empty when nothing was. */
  source_url: string;
  attachments: Attachment[];
  picture_hash: string | null;
}

/** A link to an item, to a file, or to an address outside: one of the three. */
export interface EditionLink {
  editionId: number;
  itemId: number;
  portalId: number;
  place: 'body' | 'attachment' | 'picture' | 'source';
  targetItemId: number | null;
  targetHash: string | null;
  targetAddress: string | null;
}

const list = (ids: readonly number[]) => `{${ids.join(',')}}`;

export function listEditionsForLinks(db: Queryable, ids: readonly number[]): Promise<LinkedEdition[]> {
  return db.rows(sql`select e.id, e.item_id, e.portal_id, e.body_html, e.source_url, e.attachments, m.hash as picture_hash
    from edition e left join media m on m.id = e.picture_media_id
    where e.id = any (${list(ids)}::bigint[]) order by e.id`);
}

/** Every name the portals of the localities of these answer to. */
export async function listHostsOf(db: Queryable, portalIds: readonly number[]): Promise<string[]> {
  const rows = await db.rows<{ host: string }>(sql`select host from portal_hostname where locality_id in
    (select locality_id from portal where id = any (${list(portalIds)}::bigint[])) limit 5000`);
  return rows.map(({ host }) => host);
}

/** Editions whose links are not read yet, the oldest first. */
export async function listUnreadEditions(db: Queryable, limit: number): Promise<number[]> {
  const rows = await db.rows<{ id: number }>(
    sql`select id from edition where not links_read order by id limit ${limit}`,
  );
  return rows.map(({ id }) => id);
}

export async function replaceLinks(
  tx: Transaction,
  editionIds: readonly number[],
  links: readonly EditionLink[],
): Promise<void> {
  await tx.run(sql`delete from item_link where edition_id = any (${list(editionIds)}::bigint[])`);
  if (links.length > 0)
    await tx.run(sql`insert into item_link
        (portal_id, edition_id, item_id, place, target_item_id, target_hash, target_address)
      select "portalId", "editionId", "itemId", place, "targetItemId", "targetHash", "targetAddress"
      from json_to_recordset(${JSON.stringify(links)}::json) as r("portalId" bigint, "editionId" bigint,
        "itemId" bigint, place text, "targetItemId" bigint, "targetHash" text, "targetAddress" text)`);
  await tx.run(sql`update edition set links_read = true where id = any (${list(editionIds)}::bigint[])`);
}

/** A public item or an open draft that leads somewhere. */
export interface LinkRow {
  item_id: number;
  edition_id: number;
  language: Lang;
  state: State;
  title: string;
  /** Nobody names an item or a file of the portal as his source. */
  place: Exclude<EditionLink['place'], 'source'>;
}

/** What is on its way to the public, or there. */
const ALIVE: Sql = sql`e.state in ('draft', 'submitted', 'checked', 'scheduled', 'published')`;

export function listLinksToItem(db: Queryable, itemId: number): Promise<LinkRow[]> {
  return db.rows(sql`select l.item_id, l.edition_id, e.language, e.state, e.title, l.place
    from item_link l join edition e on e.id = l.edition_id
    where l.target_item_id = ${itemId} and ${ALIVE}
    order by e.state = 'published' desc, l.item_id desc, l.edition_id desc limit 500`);
}

/** Taken-down items of the portal whose address leads to this one. */
export function listRedirectsTo(
  db: Queryable,
  itemId: number,
): Promise<{ item_id: number; title: string }[]> {
  return db.rows(sql`select w.item_id, coalesce(nullif(w.title, ''), p.title, '') as title
    from withdrawal w left join publication p on p.id = w.publication_id
    where w.target_item_id = ${itemId} and w.lifted_at is null order by w.item_id limit 500`);
}
