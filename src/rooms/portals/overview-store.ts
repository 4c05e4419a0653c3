import { type Queryable, sql } from '../../platform/db/index.ts';
import type { Contact, Face, SectionRow } from './store.ts';

// Portals as the desk sees them: also those whose name does not answer yet, and those that closed.

export interface DeskPortalRow {
  id: number;
  locality_id: number;
  body_id: number;
  is_main: boolean;
  obligation: 'obliged' | 'voluntary';
  joined_by_decision: string | null;
  state: 'open' | 'closed';
  opened_on: string;
  closed_on: string | null;
  closed_by_decision: string | null;
  workflow: 'approve' | 'check-then-approve';
  face: Face;
  contact: Contact;
  body_kind: string;
  name_vi: string;
  name_en: string;
  short_name: string | null;
  abbreviation: string;
  parent_body_id: number | null;
  administrative_code: string | null;
  /** The name it answers to; null while it is asked for. */
  host: string | null;
  requested_host: string | null;
}

const DESK_PORTAL = sql`select p.id, p.locality_id, p.body_id, p.is_main, p.obligation, p.joined_by_decision, p.state,
    p.opened_on, p.closed_on, p.closed_by_decision, p.workflow, p.face, p.contact, n.kind as body_kind, n.name_vi,
    n.name_en, n.short_name, n.abbreviation, n.parent_body_id, n.administrative_code,
    (select h.host from portal_hostname h where h.portal_id = p.id and h.is_canonical and h.state = 'live') as host,
    (select h.host from portal_hostname h where h.portal_id = p.id and h.state = 'requested' order by h.id desc limit 1)
      as requested_host
  from portal p join body_name n on n.body_id = p.body_id and n.valid_to is null`;

export function findDeskPortal(db: Queryable, portalId: number): Promise<DeskPortalRow | undefined> {
  return db.find(sql`${DESK_PORTAL} where p.id = ${portalId}`);
}

export function findMainPortal(db: Queryable, localityId: number): Promise<DeskPortalRow | undefined> {
  return db.find(sql`${DESK_PORTAL} where p.locality_id = ${localityId} and p.is_main and p.state = 'open'`);
}

/** Portals by number, the main one first, closed ones last. */
export function listDeskPortals(db: Queryable, portalIds: readonly number[]): Promise<DeskPortalRow[]> {
  return db.rows(sql`${DESK_PORTAL} where p.id = any (${`{${portalIds.join(',')}}`}::bigint[])
    order by p.state = 'closed', p.is_main desc, n.kind, n.name_vi limit 1000`);
}

export interface CountedSection extends SectionRow {
  /** Live Vietnamese publications in it, those of sections below not counted. */
  live_count: number;
  /** Newest publication in either language; null when there never was one. */
  newest_at: Date | null;
  created_at: Date;
}

/** Sections of some portals with what lies in them; a portal has some dozens. */
export function listCounted(db: Queryable, portalIds: readonly number[]): Promise<CountedSection[]> {
  return db.rows(sql`select s.id, s.portal_id, s.parent_id, s.content_kind, s.name_vi, s.name_en, s.slug_vi, s.slug_en,
      s.required_by, s.fresh_within_days, s.in_menu, s.position, s.code, s.created_at,
      count(p.id) filter (where p.language = 'vi' and p.ended_at is null) as live_count,
      max(p.published_at) as newest_at
    from section s left join publication p on p.section_id = s.id
    where s.portal_id = any (${`{${portalIds.join(',')}}`}::bigint[]) and s.retired_at is null
    group by s.id order by s.portal_id, s.position, s.id limit 50000`);
}

/** Portals of these that have something public in English. */
export async function listWithEnglish(db: Queryable, portalIds: readonly number[]): Promise<Set<number>> {
  const rows = await db.rows<{ portal_id: number }>(sql`select distinct portal_id from publication
    where portal_id = any (${`{${portalIds.join(',')}}`}::bigint[]) and language = 'en' and ended_at is null`);
  return new Set(rows.map((row) => row.portal_id));
}

export interface ColleagueRow {
  id: number;
  full_name: string;
  username: string;
}

/** People the transaction may see, for giving them a first role. */
export function listColleagues(db: Queryable, localityId: number): Promise<ColleagueRow[]> {
  return db.rows(sql`select id, full_name, username from person
    where locality_id = ${localityId} and disabled_at is null order by full_name limit 500`);
}

/** Names of people who consented, as far as the transaction sees them. */
export function listNames(db: Queryable, personIds: readonly number[]): Promise<ColleagueRow[]> {
  return db.rows(
    sql`select id, full_name, username from person where id = any (${`{${personIds.join(',')}}`}::bigint[])`,
  );
}
