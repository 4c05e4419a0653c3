import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';
import type { Lang, Words } from '../../rules/lang.ts';
import type { ComposedMenu, MenuColumn, MenuEntry, MenuPage, MenuTarget, MenuTargets } from './menu-rules.ts';

interface EntryRow {
  place: 'head' | 'foot';
  title: Words | null;
  group_id: number;
  kind: MenuTarget['kind'];
  section_id: number | null;
  item_id: number | null;
  page: string | null;
  to_portal_id: number | null;
  href: Words | null;
  name: Words;
}

function targetOf(row: EntryRow): MenuTarget {
  switch (row.kind) {
    case 'section':
      return { kind: 'section', sectionId: row.section_id ?? 0 };
    case 'item':
      return { kind: 'item', itemId: row.item_id ?? 0 };
    case 'page':
      return { kind: 'page', page: row.page as MenuPage };
    case 'portal':
      return { kind: 'portal', portalId: row.to_portal_id ?? 0 };
    default:
      return { kind: 'address', href: inOrder(row.href) };
  }
}

/** The database keeps the keys of a value in an order of its own. */
function inOrder(text: Words | null): Words {
  return { vi: text?.vi ?? '', en: text?.en ?? '' };
}

/** What the board of a portal composed; nothing where it left everything as it is usual. */
export async function findMenu(db: Queryable, portalId: number): Promise<ComposedMenu> {
  const rows =
    await db.rows<EntryRow>(sql`select g.place, g.title, g.id as group_id, e.kind, e.section_id, e.item_id, e.page,
      e.to_portal_id, e.href, e.name
    from menu_group g join menu_entry e on e.group_id = g.id
    where g.portal_id = ${portalId} order by g.place desc, g.position, e.position limit 100`);
  const entryOf = (row: EntryRow): MenuEntry => ({ target: targetOf(row), name: inOrder(row.name) });
  const head = rows.filter(({ place }) => place === 'head').map(entryOf);
  const columns = Map.groupBy(
    rows.filter(({ place }) => place === 'foot'),
    ({ group_id }) => group_id,
  );
  const foot = [...columns.values()].map(
    (column): MenuColumn => ({ title: inOrder(column[0]?.title ?? null), entries: column.map(entryOf) }),
  );
  return { ...(head.length > 0 ? { head } : {}), ...(foot.length > 0 ? { foot } : {}) };
}

/** Puts a menu in place of what was composed before; a part that is left out is as usual again. */
export async function saveMenu(
  tx: Transaction,
  portalId: number,
  { head, foot = [] }: ComposedMenu,
): Promise<void> {
  await tx.run(sql`delete from menu_entry where portal_id = ${portalId}`);
  await tx.run(sql`delete from menu_group where portal_id = ${portalId}`);
  const groups = [...(head ? [{ place: 'head', title: null, entries: head }] : [])];
  const columns = foot.map(({ title, entries }) => ({ place: 'foot', title, entries }));
  for (const [position, { place, title, entries }] of [...groups, ...columns].entries()) {
    const { id } = await tx.get<{ id: number }>(sql`insert into menu_group (portal_id, place, position, title)
      values (${portalId}, ${place}, ${position}, ${title && JSON.stringify(title)}::jsonb) returning id`);
    const rows = entries.map(({ target, name }, at) => ({ position: at, name, ...target }));
    await tx.run(sql`insert into menu_entry (group_id, portal_id, position, kind, section_id, item_id, page, to_portal_id,
        href, name)
      select ${id}, ${portalId}, position, kind, "sectionId", "itemId", page, "portalId", href, name
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(position integer, kind text, "sectionId" bigint,
        "itemId" bigint, page text, "portalId" bigint, href jsonb, name jsonb)`);
  }
}

/** What a menu may name: sections of the portal, what was ever written for it, portals of the locality; also what is over. */
export async function listMenuTargets(
  db: Queryable,
  portalId: number,
  itemIds: readonly number[],
): Promise<MenuTargets> {
  const rows = await db.rows<{ kind: 'section' | 'item' | 'portal'; id: number }>(sql`
    select 'section' as kind, id from section where portal_id = ${portalId}
    union all
    select 'item', id from item where portal_id = ${portalId} and id = any (${`{${itemIds.join(',')}}`}::bigint[])
    union all
    select 'portal', id from portal where locality_id = (select locality_id from portal where id = ${portalId})
    limit 5000`);
  const idsOf = (kind: string) => new Set(rows.filter((row) => row.kind === kind).map(({ id }) => id));
  return { sectionIds: idsOf('section'), itemIds: idsOf('item'), portalIds: idsOf('portal') };
}

/** A public item, in one language, as a menu shows it. */
export interface MenuItem {
  item_id: number;
  language: Lang;
  title: string;
  slug: string;
  section_slug_vi: string;
  section_slug_en: string;
}

const ITEM = sql`select p.item_id, p.language, p.title, p.slug, s.slug_vi as section_slug_vi, s.slug_en as section_slug_en
  from publication p join section s on s.id = p.section_id`;

/** What of these items is public on the portal now. */
export function listMenuItems(
  db: Queryable,
  portalId: number,
  itemIds: readonly number[],
): Promise<MenuItem[]> {
  return db.rows(sql`${ITEM} where p.portal_id = ${portalId} and p.ended_at is null
    and p.item_id = any (${`{${itemIds.join(',')}}`}::bigint[]) limit 200`);
}

/** Public items of a portal by words of their title, with or without marks, or by number; the newest first. */
export function searchMenuItems(db: Queryable, portalId: number, text: string): Promise<MenuItem[]> {
  const words = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const number = /^\d{1,15}$/.test(text) ? text : null;
  return db.rows(sql`${ITEM} where p.portal_id = ${portalId} and p.ended_at is null
    and (vi_fold(p.title) like vi_fold(${words}) or p.item_id = ${number}::bigint)
    order by p.published_at desc, p.id desc limit 12`);
}

/** What sections out of use and items no longer public were called. */
export function listGoneNames(
  db: Queryable,
  portalId: number,
): Promise<{ kind: 'section' | 'item'; id: number; name_vi: string; name_en: string }[]> {
  return db.rows(sql`select 'section' as kind, s.id, s.name_vi, s.name_en from menu_entry e join section s on s.id = e.section_id
      where e.portal_id = ${portalId} and s.retired_at is not null
    union
    select 'item', e.item_id, p.title, p.title from menu_entry e
      join lateral (select title from publication where item_id = e.item_id order by id desc limit 1) p on true
      where e.portal_id = ${portalId}`);
}

/** Lines of composed menus that lead nowhere any more, by portal. */
export function listDeadEntries(
  db: Queryable,
  portalIds: readonly number[],
): Promise<{ portal_id: number; name: string }[]> {
  return db.rows(sql`select e.portal_id, coalesce(nullif(e.name ->> 'vi', ''), s.name_vi, p.title, n.name_vi, '') as name
    from menu_entry e
    left join section s on s.id = e.section_id
    left join lateral (select title from publication where item_id = e.item_id order by id desc limit 1) p on true
    left join portal t on t.id = e.to_portal_id
    left join body_name n on n.body_id = t.body_id and n.valid_to is null
    where e.portal_id = any (${`{${portalIds.join(',')}}`}::bigint[])
      and (s.retired_at is not null or t.state = 'closed' or (e.item_id is not null and not exists (
        select from publication live where live.item_id = e.item_id and live.ended_at is null)))
    order by e.portal_id, e.group_id, e.position limit 500`);
}

/** Portals whose menu names an item, as far as the transaction sees them. */
export function listMenusOfItem(db: Queryable, itemId: number): Promise<{ portal_id: number }[]> {
  return db.rows(sql`select distinct portal_id from menu_entry where item_id = ${itemId}`);
}
