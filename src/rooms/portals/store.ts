import { type Queryable, sql } from '../../platform/db/index.ts';
import type { Words } from '../../rules/lang.ts';
import type { Unit } from './unit-rules.ts';

/** How a portal looks; checked by rules/theme when it is saved. */
export interface Face {
  colour: string;
  scene: string;
  drawing: string;
  searchQuestion: Words;
  /** The things people come for, at most eight; each leads to a page that exists. */
  tasks: { icon: string; title: Words; note: Words; href: Words }[];
  popular: Words[];
  /** What the board put on the first page, in order; left out, the order of `home-layout`. */
  home?: HomeBlock[];
  /** The group of links that the board put together. */
  links?: HomeLink[];
}

/** A part of the first page. */
export interface HomeBlock {
  code: HomeBlockCode;
  /** For the sections side by side: these and no others; left out, the fullest of the menu. */
  sectionIds?: number[];
}

export type HomeBlockCode = 'tasks' | 'newest' | 'sections' | 'others' | 'office' | 'links' | 'members';

export interface HomeLink {
  title: Words;
  href: Words;
}

/** What the law wants at the foot of every page (address, phone, who answers for it). */
export interface Contact {
  managedBy: Words;
  responsible: Words;
  address: Words;
  phone: string;
  fax?: string;
  email: string;
  hours?: Words;
  /** Number and day of a licence, for the few who need one: portals of state bodies do not. */
  licence?: Words;
}

/** The emblem at the head, as it was made of a picture of the portal's library (room `media`). */
export interface Emblem {
  hash: string;
  width: number;
  height: number;
  /** The same as a square; null where it is too long for one. */
  icon_hash: string | null;
}

export interface PortalRow {
  id: number;
  locality_id: number;
  locality_code: string;
  body_id: number;
  is_main: boolean;
  obligation: 'obliged' | 'voluntary';
  state: 'open' | 'closed';
  opened_on: string;
  workflow: 'approve' | 'check-then-approve';
  face: Face;
  /** In place of the arch; null where there is none. */
  emblem: Emblem | null;
  contact: Contact;
  host: string;
  body_kind: string;
  name_vi: string;
  name_en: string;
  short_name: string | null;
  abbreviation: string;
  parent_body_id: number | null;
  /** The body above this one, as it is called now; null where there is none. */
  parent_vi: string | null;
  parent_en: string | null;
}

const PORTAL = sql`select p.id, p.locality_id, l.code as locality_code, p.body_id, p.is_main, p.obligation, p.state,
    p.opened_on, p.workflow, p.face, p.contact, h.host, n.kind as body_kind, n.name_vi, n.name_en, n.short_name,
    n.abbreviation, n.parent_body_id, up.name_vi as parent_vi, up.name_en as parent_en,
    case when g.hash is not null then jsonb_build_object('hash', g.hash, 'width', g.width, 'height', g.height,
      'icon_hash', g.icon_hash) end as emblem
  from portal p
  join locality l on l.id = p.locality_id
  join portal_hostname h on h.portal_id = p.id and h.is_canonical and h.state = 'live'
  join body_name n on n.body_id = p.body_id and n.valid_to is null
  left join body_name up on up.body_id = n.parent_body_id and up.valid_to is null
  left join portal_emblem g on g.portal_id = p.id`;

export function findPortal(db: Queryable, portalId: number): Promise<PortalRow | undefined> {
  return db.find(sql`${PORTAL} where p.id = ${portalId}`);
}

/** Portals of a locality, the main one first. A locality has some hundreds at most. */
export function listPortals(db: Queryable, localityId: number): Promise<PortalRow[]> {
  return db.rows(sql`${PORTAL} where p.locality_id = ${localityId} and p.state = 'open'
    order by p.is_main desc, n.kind, n.name_vi limit 1000`);
}

export interface HostRow {
  host: string;
  state: 'requested' | 'live' | 'retired';
  is_canonical: boolean;
  portal_id: number;
  canonical_host: string;
  is_main: boolean;
  locality_id: number;
  locality_code: string;
  main_host: string;
}

/** Every name the installation answers to, with where it leads. */
export function listHosts(db: Queryable): Promise<HostRow[]> {
  return db.rows(sql`
    select h.host, h.state, h.is_canonical, p.id as portal_id, c.host as canonical_host, p.is_main,
      p.locality_id, l.code as locality_code, m.host as main_host
    from portal_hostname h
    join portal p on p.id = h.portal_id
    join locality l on l.id = p.locality_id
    join portal_hostname c on c.portal_id = p.id and c.is_canonical and c.state = 'live'
    join portal mp on mp.locality_id = p.locality_id and mp.is_main and mp.state = 'open'
    join portal_hostname m on m.portal_id = mp.id and m.is_canonical and m.state = 'live'
    where (h.state = 'live' or (h.state = 'retired' and h.live_at is not null)) and p.state = 'open'
    -- of two rows of one name the living one comes last and counts
    order by h.state = 'live', h.id`);
}

export interface SectionRow {
  id: number;
  portal_id: number;
  parent_id: number | null;
  content_kind: string;
  name_vi: string;
  name_en: string;
  slug_vi: string;
  slug_en: string;
  required_by: string | null;
  fresh_within_days: number | null;
  in_menu: boolean;
  position: number;
  /** Code of the regulation's section, with its part after a slash; null for the portal's own. */
  code: string | null;
  /** Set where the section is the site of a unit of the body, with its own sections below. */
  unit: Unit | null;
}

/** Sections in the order of their tree: each with those below it. */
export function listSections(db: Queryable, portalId: number): Promise<SectionRow[]> {
  return db.rows(sql`select s.id, s.portal_id, s.parent_id, s.content_kind, s.name_vi, s.name_en, s.slug_vi, s.slug_en,
      s.required_by, s.fresh_within_days, s.in_menu, s.position, s.code, s.unit
    from section s left join section t on t.id = s.parent_id
    where s.portal_id = ${portalId} and s.retired_at is null
    order by coalesce(t.position, s.position), coalesce(t.id, s.id), s.parent_id is not null, s.position, s.id
    limit 200`);
}

export interface LocalityRow {
  id: number;
  code: string;
  name_vi: string;
  name_en: string;
  kind: 'province' | 'city';
}

export function listLocalities(db: Queryable): Promise<LocalityRow[]> {
  return db.rows(sql`select id, code, name_vi, name_en, kind from locality order by id limit 100`);
}

export function findLocality(db: Queryable, code: string): Promise<LocalityRow | undefined> {
  return db.find(sql`select id, code, name_vi, name_en, kind from locality where code = ${code}`);
}

export interface RegulationPeriodRow {
  profile_code: string;
  valid_from: string;
  decision: string;
}

/** Which regulation the locality applies from when, oldest first. */
export function listRegulationPeriods(db: Queryable, localityId: number): Promise<RegulationPeriodRow[]> {
  return db.rows(sql`select profile_code, valid_from, decision from regulation_period
    where locality_id = ${localityId} order by valid_from limit 100`);
}
