import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';
import type { CivilDate } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';

export type ExpiresAs = 'notice' | 'archive';

/** When an item goes off line and is looked at again. */
export interface LifeRow {
  item_id: number;
  expires_at: Date | null;
  expires_as: ExpiresAs;
  /** Set for this item, or from the time its section keeps things on line. */
  expires_source: 'own' | 'section';
  review_on: CivilDate | null;
  review_note: string;
  set_by: number | null;
}

export function findLife(db: Queryable, itemId: number): Promise<LifeRow | undefined> {
  return db.find(sql`select item_id, expires_at, expires_as, expires_source, review_on::text as review_on, review_note,
    set_by from item_life where item_id = ${itemId}`);
}

export async function saveExpiry(
  tx: Transaction,
  one: {
    portalId: number;
    itemId: number;
    expiresAt: Date | undefined;
    expiresAs: ExpiresAs;
    source: LifeRow['expires_source'];
    by: number | null;
    at: Date;
  },
): Promise<void> {
  await tx.run(sql`insert into item_life (item_id, portal_id, expires_at, expires_as, expires_source, set_by, set_at)
    values (${one.itemId}, ${one.portalId}, ${one.expiresAt ?? null}, ${one.expiresAs}, ${one.source}, ${one.by}, ${one.at})
    on conflict (item_id) do update set expires_at = excluded.expires_at, expires_as = excluded.expires_as,
      expires_source = excluded.expires_source, set_by = excluded.set_by, set_at = excluded.set_at`);
}

/** The time of its section, for an item that has none of its own. */
export async function saveDefaultExpiry(
  tx: Transaction,
  one: { portalId: number; itemId: number; expiresAt: Date; expiresAs: ExpiresAs; at: Date },
): Promise<boolean> {
  const saved =
    await tx.run(sql`insert into item_life (item_id, portal_id, expires_at, expires_as, expires_source, set_at)
    values (${one.itemId}, ${one.portalId}, ${one.expiresAt}, ${one.expiresAs}, 'section', ${one.at})
    on conflict (item_id) do nothing`);
  return saved === 1;
}

export async function saveReview(
  tx: Transaction,
  one: {
    portalId: number;
    itemId: number;
    reviewOn: CivilDate | undefined;
    note: string;
    by: number | null;
    at: Date;
  },
): Promise<void> {
  await tx.run(sql`insert into item_life (item_id, portal_id, review_on, review_note, set_by, set_at)
    values (${one.itemId}, ${one.portalId}, ${one.reviewOn ?? null}, ${one.note}, ${one.by}, ${one.at})
    on conflict (item_id) do update set review_on = excluded.review_on, review_note = excluded.review_note,
      reminded = null, set_by = excluded.set_by, set_at = excluded.set_at`);
}

/** It went off line: the moment is spent, so that it never comes twice. */
export async function markExpired(tx: Transaction, itemId: number): Promise<void> {
  await tx.run(sql`update item_life set expires_at = null where item_id = ${itemId}`);
}

export interface DueItem {
  item_id: number;
  portal_id: number;
  locality_id: number;
}

export function listDueToExpire(db: Queryable, now: Date, limit: number): Promise<DueItem[]> {
  return db.rows(sql`select l.item_id, l.portal_id, p.locality_id from item_life l join portal p on p.id = l.portal_id
    where l.expires_at <= ${now} order by l.expires_at, l.item_id limit ${limit}`);
}

/** The editions of an item that are public now. */
export async function listLiveEditions(db: Queryable, itemId: number): Promise<number[]> {
  const rows = await db.rows<{ edition_id: number }>(
    sql`select edition_id from publication where item_id = ${itemId} and ended_at is null order by edition_id`,
  );
  return rows.map(({ edition_id }) => edition_id);
}

/** From now on the public copies stand in the archive list alone. @returns their numbers */
export async function archiveCopies(tx: Transaction, itemId: number, at: Date): Promise<number[]> {
  const rows = await tx.rows<{ id: number }>(sql`update publication set archived_at = ${at}
    where item_id = ${itemId} and ended_at is null and archived_at is null returning id`);
  return rows.map(({ id }) => id).sort((a, b) => a - b);
}

export interface ReviewRow extends DueItem {
  title: string;
  review_on: CivilDate;
  review_note: string;
  reminded: string | null;
  set_by: number | null;
}

/** Items to be looked at by a day, of all portals or of some; only what is public. */
export function listReviews(
  db: Queryable,
  filter: { portalIds?: readonly number[]; until: CivilDate; limit: number },
): Promise<ReviewRow[]> {
  const portals = filter.portalIds ? `{${filter.portalIds.join(',')}}` : null;
  return db.rows(sql`select l.item_id, l.portal_id, p.locality_id, b.title, l.review_on::text as review_on,
      l.review_note, l.reminded, l.set_by
    from item_life l join portal p on p.id = l.portal_id
    join lateral (select title from publication where item_id = l.item_id and ended_at is null
      order by language = 'vi' desc limit 1) b on true
    where l.review_on <= ${filter.until}::date
      and (${portals}::bigint[] is null or l.portal_id = any (${portals}::bigint[]))
    order by l.review_on, l.item_id limit ${filter.limit}`);
}

export async function saveReminded(tx: Transaction, itemId: number, key: string): Promise<void> {
  await tx.run(sql`update item_life set reminded = ${key} where item_id = ${itemId}`);
}

/** Who answers for the content of a portal on a day, by role. */
export async function listAnswerable(
  db: Queryable,
  portalId: number,
  roles: readonly string[],
  on: CivilDate,
): Promise<number[]> {
  const rows = await db.rows<{ id: number }>(sql`select distinct p.id
    from role_grant g join person p on p.id = g.person_id
    where g.portal_id = ${portalId} and g.role = any (${`{${roles.join(',')}}`}::text[]) and g.revoked_at is null
      and g.valid_from <= ${on}::date and (g.valid_to is null or g.valid_to >= ${on}::date) and p.disabled_at is null
    order by p.id limit 200`);
  return rows.map(({ id }) => id);
}

/** Something that is set to happen: going on line, going off, being looked at. */
export interface SetMoment {
  what: 'on' | 'off' | 'review';
  item_id: number;
  edition_id: number | null;
  portal_id: number;
  language: Lang;
  title: string;
  section_vi: string;
  section_en: string;
  at: Date | null;
  day: CivilDate | null;
  expires_as: ExpiresAs | null;
}

export function listSetMoments(
  db: Queryable,
  filter: { portalIds: readonly number[]; until: Date; limit: number },
): Promise<SetMoment[]> {
  const portals = `{${filter.portalIds.join(',')}}`;
  return db.rows(sql`select t.*, s.name_vi as section_vi, s.name_en as section_en from (
      select 'on' as what, e.item_id, e.id as edition_id, e.portal_id, e.language, e.title, e.publish_at as at,
        null::text as day, null::text as expires_as
      from edition e where e.portal_id = any (${portals}::bigint[]) and e.state = 'scheduled'
        and e.publish_at < ${filter.until}
      union all
      select 'off', l.item_id, null, l.portal_id, b.language, b.title, l.expires_at, null, l.expires_as
      from item_life l join lateral (select language, title from publication where item_id = l.item_id
        and ended_at is null order by language = 'vi' desc limit 1) b on true
      where l.portal_id = any (${portals}::bigint[]) and l.expires_at < ${filter.until}
      union all
      select 'review', l.item_id, null, l.portal_id, b.language, b.title, null, l.review_on::text, null
      from item_life l join lateral (select language, title from publication where item_id = l.item_id
        and ended_at is null order by language = 'vi' desc limit 1) b on true
      where l.portal_id = any (${portals}::bigint[]) and l.review_on < (${filter.until}::timestamptz)::date) t
    join item i on i.id = t.item_id join section s on s.id = i.section_id
    order by coalesce(t.at, t.day::timestamptz), t.item_id limit ${filter.limit}`);
}
