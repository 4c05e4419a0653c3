import { type Queryable, sql } from '../platform/db/index.ts';
import type { Lang } from '../rules/lang.ts';

// What the operator's tool looks up across all portals, as the system role. Reads only: it writes through the rooms.

export interface PortalPlace {
  id: number;
  locality_id: number;
  locality_code: string;
  is_main: boolean;
  host: string;
}

export function findPortalByHost(db: Queryable, host: string): Promise<PortalPlace | undefined> {
  return db.find(sql`select p.id, p.locality_id, l.code as locality_code, p.is_main, h.host
    from portal_hostname h join portal p on p.id = h.portal_id join locality l on l.id = p.locality_id
    where h.host = ${host} and h.state <> 'retired'`);
}

/** The open main portal of a locality. */
export function findMainPortal(db: Queryable, localityCode: string): Promise<PortalPlace | undefined> {
  return db.find(sql`select p.id, p.locality_id, l.code as locality_code, p.is_main, h.host
    from portal p join locality l on l.id = p.locality_id
    join portal_hostname h on h.portal_id = p.id and h.is_canonical and h.state <> 'retired'
    where l.code = ${localityCode} and p.is_main and p.state = 'open'`);
}

export interface SectionPlace {
  id: number;
  slug_vi: string;
  name_vi: string;
  content_kind: string;
}

export function listSectionPlaces(db: Queryable, portalId: number): Promise<SectionPlace[]> {
  return db.rows(sql`select id, slug_vi, name_vi, content_kind from section
    where portal_id = ${portalId} and retired_at is null order by position, id limit 200`);
}

export interface AccountRow {
  id: number;
  locality_id: number;
  username: string;
  full_name: string;
  language: Lang;
  must_change_password: boolean;
  disabled_at: Date | null;
}

export function findAccount(db: Queryable, username: string): Promise<AccountRow | undefined> {
  return db.find(sql`select id, locality_id, username, full_name, language, must_change_password, disabled_at
    from person where username = ${username}`);
}

/** A portal the person has or had a right on, on whose people's list he stands; the main one first. */
export function findPortalOfPerson(
  db: Queryable,
  personId: number,
): Promise<{ id: number; main_id: number } | undefined> {
  return db.find(sql`select p.id, m.id as main_id from role_grant g
    join portal p on p.id = g.portal_id
    join portal m on m.locality_id = p.locality_id and m.is_main and m.state = 'open'
    where g.person_id = ${personId} order by p.is_main desc, g.id limit 1`);
}

export interface EditionPlace {
  id: number;
  portal_id: number;
  state: string;
  title: string;
  host: string;
}

const EDITION = sql`select e.id, e.portal_id, e.state, e.title, h.host from edition e
  join portal_hostname h on h.portal_id = e.portal_id and h.is_canonical and h.state <> 'retired'`;

/** The edition of an item that is on its way, else its latest. */
export function findLatestEdition(
  db: Queryable,
  itemId: number,
  language: Lang,
): Promise<EditionPlace | undefined> {
  return db.find(
    sql`${EDITION} where e.item_id = ${itemId} and e.language = ${language} order by e.number desc limit 1`,
  );
}

/** The edition of an item that the public reads. */
export function findPublishedEdition(
  db: Queryable,
  itemId: number,
  language: Lang,
): Promise<EditionPlace | undefined> {
  return db.find(
    sql`${EDITION} where e.item_id = ${itemId} and e.language = ${language} and e.state = 'published'`,
  );
}

export interface LocalityStanding {
  id: number;
  code: string;
  name_vi: string;
  name_en: string;
  portals: number;
  people: number;
  published: number;
  waiting: number;
  open_clocks: number;
  overdue: number;
  undated: number;
}

/** Numbers of each locality at an instant. */
export function listStandings(db: Queryable, now: Date): Promise<LocalityStanding[]> {
  return db.rows(sql`select l.id, l.code, l.name_vi, l.name_en,
      (select count(*) from portal p where p.locality_id = l.id and p.state = 'open') as portals,
      (select count(*) from person n where n.locality_id = l.id and n.disabled_at is null) as people,
      (select count(*) from publication b where b.locality_id = l.id and b.ended_at is null) as published,
      (select count(*) from edition e join portal p on p.id = e.portal_id
        where p.locality_id = l.id and e.state in ('submitted', 'checked')) as waiting,
      (select count(*) from clock c where c.locality_id = l.id and c.state in ('running', 'paused')) as open_clocks,
      (select count(*) from clock c where c.locality_id = l.id and c.state = 'running' and c.due_at <= ${now}) as overdue,
      (select count(*) from clock c where c.locality_id = l.id and c.state = 'undated') as undated
    from locality l order by l.id limit 100`);
}

export interface CalendarDayRow {
  id: number;
  locality_code: string | null;
  on_date: string;
  kind: string;
  name_vi: string;
  name_en: string;
  source_vi: string;
}

/** Days of the calendar that depart from the plain week, national and, when asked for, of a locality. */
export function listCalendarDays(
  db: Queryable,
  filter: { localityId: number | null; from: string; through: string },
): Promise<CalendarDayRow[]> {
  return db.rows(sql`select r.id, l.code as locality_code, r.on_date, r.kind, r.name_vi, r.name_en, r.source_vi
    from calendar_row r left join locality l on l.id = r.locality_id
    where r.retired_at is null and (r.locality_id is null or r.locality_id = ${filter.localityId}::bigint)
      and r.on_date between ${filter.from}::date and ${filter.through}::date
    order by r.on_date, r.locality_id nulls first limit 2000`);
}

export interface MovedClock {
  clock_id: number;
  host: string;
  duty: string;
  subject: string;
  due_before: string | null;
  due_after: string | null;
}

/** What one change of the calendar did to open clocks. */
export function listMoves(db: Queryable, redatingId: number): Promise<MovedClock[]> {
  return db.rows(sql`select m.clock_id, h.host, c.duty, c.subject_kind || ' ' || c.subject_id as subject,
      m.due_before, m.due_after
    from redating_move m join clock c on c.id = m.clock_id
    join portal_hostname h on h.portal_id = m.portal_id and h.is_canonical and h.state <> 'retired'
    where m.redating_id = ${redatingId} order by h.host, m.clock_id limit 10000`);
}

/** Regulations that localities apply or applied, with the code of the locality. */
export function listAppliedProfiles(
  db: Queryable,
): Promise<{ locality_code: string; profile_code: string }[]> {
  return db.rows(sql`select distinct l.code as locality_code, r.profile_code
    from regulation_period r join locality l on l.id = r.locality_id order by 1, 2 limit 1000`);
}

/** Mails of the installation that are still to be sent, and those that were given up. */
export function countMails(db: Queryable): Promise<{ waiting: number; failed: number }> {
  return db.get(sql`select count(*) filter (where state in ('queued', 'handing')) as waiting,
      count(*) filter (where state = 'failed') as failed
    from mail_message where state in ('queued', 'handing', 'failed')`);
}

export async function countLocalities(db: Queryable): Promise<number> {
  return (await db.get<{ count: number }>(sql`select count(*) as count from locality`)).count;
}

/** A locality whose audit chain bears what concerns the whole country: the first one. */
export function findFirstLocality(db: Queryable): Promise<{ id: number; code: string } | undefined> {
  return db.find(sql`select id, code from locality order by id limit 1`);
}

export interface DemoAccount {
  host: string;
  is_main: boolean;
  locality_id: number;
  username: string;
  full_name: string;
  roles: string[];
}

/** Open accounts with their roles of today, by portal; for the table of the demo. */
export function listAccounts(db: Queryable, on: string): Promise<DemoAccount[]> {
  return db.rows(sql`select h.host, p.is_main, p.locality_id, n.username, n.full_name, array_agg(g.role order by g.id) as roles
    from role_grant g join person n on n.id = g.person_id join portal p on p.id = g.portal_id
    join portal_hostname h on h.portal_id = p.id and h.is_canonical and h.state = 'live'
    where g.revoked_at is null and n.disabled_at is null and n.password_hash is not null
      and g.valid_from <= ${on}::date and (g.valid_to is null or g.valid_to >= ${on}::date)
    group by h.host, p.is_main, p.locality_id, n.id, n.username, n.full_name
    order by p.locality_id, p.is_main desc, h.host, n.id limit 500`);
}
