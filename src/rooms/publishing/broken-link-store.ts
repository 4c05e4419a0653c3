import { type Queryable, type Sql, sql, type Transaction } from '../../platform/db/index.ts';
import type { Lang } from '../../rules/lang.ts';

/** Which of these items the public can read, and which were taken down, on any portal. */
export async function standingsOfItems(
  db: Queryable,
  ids: readonly number[],
): Promise<Map<number, 'there' | 'withdrawn' | 'missing'>> {
  const rows = await db.rows<{ id: number; standing: 'there' | 'withdrawn' | 'missing' }>(
    sql`select id, public_item_standing(id) as standing from unnest(${`{${ids.join(',')}}`}::bigint[]) as t(id)`,
  );
  return new Map(rows.map(({ id, standing }) => [id, standing]));
}

/** Of these files, those somebody can open: shown by something public, or in the library of the portal. */
export async function filesThere(
  db: Queryable,
  portalId: number,
  hashes: readonly string[],
): Promise<Set<string>> {
  const rows = await db.rows<{ hash: string }>(sql`select hash
    from unnest(${`{${hashes.join(',')}}`}::text[]) as t(hash)
    where public_file_is_there(hash)
      or exists (select from media m where m.hash = t.hash and m.portal_id = ${portalId})`);
  return new Set(rows.map(({ hash }) => hash));
}

/** The names the portals of a locality answer to. */
export async function hostsOf(db: Queryable, localityId: number): Promise<string[]> {
  const rows = await db.rows<{ host: string }>(
    sql`select host from portal_hostname where locality_id = ${localityId} and state = 'live' limit 2000`,
  );
  return rows.map(({ host }) => host);
}

/** An edition whose links are looked at: what is public of it, or an open draft. */
export interface LinkedEdition {
  edition_id: number;
  item_id: number;
  portal_id: number;
  locality_id: number;
  language: Lang;
  is_public: boolean;
  body_html: string;
  source_url: string;
}

/** What of an edition can lead nowhere: links of its text; its source, once that is known to be broken. */
const LEADS: Sql = sql`(e.body_html like '%<a href=%' or exists (select from item_link l
  join outside_address a on a.address = l.target_address and a.standing = 'broken'
  where l.edition_id = e.id and l.place = 'source'))`;

/** Public copies and open drafts with a link in them, in the order of their editions, after the one given. */
export function listLinkedEditions(db: Queryable, after: number, limit: number): Promise<LinkedEdition[]> {
  return db.rows(sql`select e.id as edition_id, e.item_id, e.portal_id, p.locality_id, e.language,
      e.state = 'published' as is_public, e.body_html, e.source_url
    from edition e join portal p on p.id = e.portal_id
    where e.id > ${after} and p.state = 'open' and ${LEADS}
      and e.state in ('draft', 'submitted', 'checked', 'scheduled', 'published')
    order by e.id limit ${limit}`);
}

export interface BrokenLink {
  href: string;
  words: string;
  place: string;
  standing: 'missing' | 'withdrawn' | 'unreachable';
}

/** Keeps what is broken in these editions now: new ones begin, those that are mended end. */
export async function keepBrokenLinks(
  tx: Transaction,
  editions: readonly (LinkedEdition & { broken: readonly BrokenLink[] })[],
  at: Date,
): Promise<void> {
  const ids = `{${editions.map(({ edition_id }) => edition_id).join(',')}}`;
  const rows = editions.flatMap(({ broken, edition_id, item_id, portal_id, is_public }) =>
    broken.map((one) => ({ ...one, edition_id, item_id, portal_id, is_public })),
  );
  await tx.run(sql`insert into broken_link
      (portal_id, item_id, edition_id, is_public, href, words, place, standing, found_at, seen_at)
    select portal_id, item_id, edition_id, is_public, href, words, place, standing, ${at}::timestamptz, ${at}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(portal_id bigint, item_id bigint, edition_id bigint,
      is_public boolean, href text, words text, place text, standing text)
    on conflict (edition_id, href, place) where ended_at is null
      do update set seen_at = excluded.seen_at, standing = excluded.standing, is_public = excluded.is_public,
        words = excluded.words`);
  await tx.run(sql`update broken_link set ended_at = ${at}
    where edition_id = any (${ids}::bigint[]) and ended_at is null and seen_at < ${at}`);
}

/** Ends what belongs to editions nobody reads or writes any more. */
export async function endLinksOfPast(tx: Transaction, at: Date): Promise<void> {
  await tx.run(sql`update broken_link b set ended_at = ${at} from edition e
    where e.id = b.edition_id and b.ended_at is null
      and (e.state in ('superseded', 'withdrawn', 'discarded') or not ${LEADS})`);
}

export interface BrokenItem {
  item_id: number;
  edition_id: number;
  portal_id: number;
  title: string;
  is_public: boolean;
  count: number;
  words: string;
  href: string;
}

/** Items with broken links, those the public reads first; with the first link of each. */
export function listBrokenItems(
  db: Queryable,
  portalIds: readonly number[],
  limit: number,
): Promise<BrokenItem[]> {
  return db.rows(sql`select b.item_id, b.edition_id, b.portal_id, e.title, bool_or(b.is_public) as is_public,
      count(*)::integer as count, (array_agg(b.words order by b.id))[1] as words, (array_agg(b.href order by b.id))[1] as href
    from broken_link b join edition e on e.id = b.edition_id
    where b.portal_id = any (${`{${portalIds.join(',')}}`}::bigint[]) and b.ended_at is null
    group by b.item_id, b.edition_id, b.portal_id, e.title
    order by bool_or(b.is_public) desc, b.edition_id desc limit ${limit}`);
}

/** One link that leads nowhere, with the item it stands in. */
export interface BrokenLinkRow {
  id: number;
  item_id: number;
  edition_id: number;
  portal_id: number;
  language: Lang;
  title: string;
  is_public: boolean;
  href: string;
  /** Empty for the address of the source. */
  place: string;
  standing: BrokenLink['standing'];
  found_at: Date;
}

/** The links of these portals that lead nowhere, found last first. */
export function listBrokenLinks(
  db: Queryable,
  of: {
    portalIds: readonly number[];
    kind: 'all' | 'outside' | 'inside';
    beforeId: number | undefined;
    limit: number;
  },
): Promise<BrokenLinkRow[]> {
  return db.rows(sql`select b.id, b.item_id, b.edition_id, b.portal_id, e.language, e.title, b.is_public, b.href, b.place,
      b.standing, b.found_at
    from broken_link b join edition e on e.id = b.edition_id
    where b.portal_id = any (${`{${of.portalIds.join(',')}}`}::bigint[]) and b.ended_at is null
      and (${of.kind} = 'all' or (b.standing = 'unreachable') = (${of.kind} = 'outside'))
      and (${of.beforeId ?? null}::bigint is null or b.id < ${of.beforeId ?? null}::bigint)
    order by b.id desc limit ${of.limit}`);
}
