import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';
import type { PlannedSection } from './section-rules.ts';
import type { Contact, Face } from './store.ts';
import type { Unit } from './unit-rules.ts';

// Localities and regulations --------------------------------------------------------------------------

/** A number for a locality yet to be made, so that its audit chain can begin with its own making. */
export async function reserveLocalityId(db: Queryable): Promise<number> {
  const row = await db.get<{ id: number }>(
    sql`select nextval(pg_get_serial_sequence('locality', 'id')) as id`,
  );
  return row.id;
}

export interface NewLocality {
  id: number;
  code: string;
  nameVi: string;
  nameEn: string;
  kind: 'province' | 'city';
  at: Date;
}

export async function insertLocality(
  tx: Transaction,
  { id, code, nameVi, nameEn, kind, at }: NewLocality,
): Promise<void> {
  await tx.run(sql`insert into locality (id, code, name_vi, name_en, kind, created_at) overriding system value
    values (${id}, ${code}, ${nameVi}, ${nameEn}, ${kind}, ${at})`);
}

export interface NewRegulation {
  profileCode: string;
  validFrom: string;
  decision: string;
}

export async function insertRegulation(
  tx: Transaction,
  localityId: number,
  one: NewRegulation,
  at: Date,
): Promise<void> {
  await tx.run(sql`insert into regulation_period (locality_id, profile_code, valid_from, decision, created_at)
    values (${localityId}, ${one.profileCode}, ${one.validFrom}::date, ${one.decision}, ${at})`);
}

// Bodies and their dated names --------------------------------------------------------------------------

export interface BodyName {
  nameVi: string;
  nameEn: string;
  shortName: string | null;
  abbreviation: string;
  kind: string;
  parentBodyId: number | null;
  administrativeCode: string | null;
  decision: string | null;
}

export async function insertBody(tx: Transaction, localityId: number, at: Date): Promise<number> {
  const row = await tx.get<{ id: number }>(
    sql`insert into body (locality_id, created_at) values (${localityId}, ${at}) returning id`,
  );
  return row.id;
}

export async function insertBodyName(
  tx: Transaction,
  body: { id: number; localityId: number },
  name: BodyName,
  validFrom: string,
): Promise<void> {
  await tx.run(sql`insert into body_name (body_id, locality_id, valid_from, name_vi, name_en, short_name, abbreviation,
      kind, parent_body_id, administrative_code, decision)
    values (${body.id}, ${body.localityId}, ${validFrom}::date, ${name.nameVi}, ${name.nameEn}, ${name.shortName},
      ${name.abbreviation}, ${name.kind}, ${name.parentBodyId}, ${name.administrativeCode}, ${name.decision})`);
}

export async function endBodyName(tx: Transaction, bodyId: number, validTo: string): Promise<number> {
  return tx.run(
    sql`update body_name set valid_to = ${validTo}::date where body_id = ${bodyId} and valid_to is null`,
  );
}

export interface BodyRow {
  id: number;
  locality_id: number;
  valid_from: string;
  name_vi: string;
  name_en: string;
  short_name: string | null;
  abbreviation: string;
  kind: string;
  parent_body_id: number | null;
  administrative_code: string | null;
  decision: string | null;
}

const BODY = sql`select b.id, b.locality_id, n.valid_from, n.name_vi, n.name_en, n.short_name, n.abbreviation, n.kind,
    n.parent_body_id, n.administrative_code, n.decision
  from body b join body_name n on n.body_id = b.id`;

/** A body under the name it has now. */
export function findBody(db: Queryable, bodyId: number): Promise<BodyRow | undefined> {
  return db.find(sql`${BODY} where b.id = ${bodyId} and n.valid_to is null`);
}

/** Bodies of a locality under their names of now; some hundreds at most. */
export function listBodies(db: Queryable, localityId: number): Promise<BodyRow[]> {
  return db.rows(
    sql`${BODY} where b.locality_id = ${localityId} and n.valid_to is null order by n.name_vi limit 2000`,
  );
}

export interface NameRow extends BodyRow {
  valid_to: string | null;
}

/** All names of a body, the newest first. */
export function listBodyNames(db: Queryable, bodyId: number): Promise<NameRow[]> {
  return db.rows(sql`select b.id, b.locality_id, n.valid_from, n.valid_to, n.name_vi, n.name_en, n.short_name,
      n.abbreviation, n.kind, n.parent_body_id, n.administrative_code, n.decision
    from body b join body_name n on n.body_id = b.id where b.id = ${bodyId} order by n.valid_from desc limit 100`);
}

// Portals -------------------------------------------------------------------------------------------------

export interface NewPortal {
  localityId: number;
  bodyId: number;
  isMain: boolean;
  obligation: 'obliged' | 'voluntary';
  decision: string | null;
  openedOn: string;
  workflow: 'approve' | 'check-then-approve';
  face: Face;
  contact: Contact;
  at: Date;
}

export async function insertPortal(tx: Transaction, portal: NewPortal): Promise<number> {
  const row = await tx.get<{ id: number }>(sql`insert into portal (locality_id, body_id, is_main, obligation,
      joined_by_decision, opened_on, workflow, face, contact, created_at)
    values (${portal.localityId}, ${portal.bodyId}, ${portal.isMain}, ${portal.obligation}, ${portal.decision},
      ${portal.openedOn}::date, ${portal.workflow}, ${JSON.stringify(portal.face)}::jsonb,
      ${JSON.stringify(portal.contact)}::jsonb, ${portal.at}) returning id`);
  return row.id;
}

export async function hasOpenPortal(db: Queryable, bodyId: number): Promise<boolean> {
  const row = await db.get<{ there: boolean }>(
    sql`select exists (select from portal where body_id = ${bodyId} and state = 'open') as there`,
  );
  return row.there;
}

export async function endPortal(
  tx: Transaction,
  portalId: number,
  closedOn: string,
  decision: string,
): Promise<void> {
  await tx.run(sql`update portal set state = 'closed', closed_on = ${closedOn}::date, closed_by_decision = ${decision}
    where id = ${portalId}`);
}

/** Parts of the face that are not named stay as they are. */
export async function saveFace(tx: Transaction, portalId: number, face: Partial<Face>): Promise<void> {
  await tx.run(sql`update portal set face = face || ${JSON.stringify(face)}::jsonb where id = ${portalId}`);
}

export async function saveContact(tx: Transaction, portalId: number, contact: Contact): Promise<void> {
  await tx.run(sql`update portal set contact = ${JSON.stringify(contact)}::jsonb where id = ${portalId}`);
}

export async function saveWorkflow(tx: Transaction, portalId: number, workflow: string): Promise<void> {
  await tx.run(sql`update portal set workflow = ${workflow} where id = ${portalId}`);
}

// Sections ------------------------------------------------------------------------------------------------

/** A section with its place: below which one, and where among its sisters. */
export type PlacedSection = Omit<PlannedSection, 'parts'> & { parentId: number | null; position: number };

/** All in one statement. @returns their ids in the order given. */
export async function insertSections(
  tx: Transaction,
  portalId: number,
  sections: readonly PlacedSection[],
  at: Date,
): Promise<number[]> {
  const rows = sections.map((one) => ({
    parent_id: one.parentId,
    content_kind: one.contentKind,
    name_vi: one.name.vi,
    name_en: one.name.en,
    slug_vi: one.slug.vi,
    slug_en: one.slug.en,
    required_by: one.requiredBy ?? null,
    fresh_within_days: one.freshWithinDays ?? null,
    in_menu: one.inMenu,
    position: one.position,
    code: one.code ?? null,
  }));
  const made = await tx.rows<{
    id: number;
    slug_vi: string;
  }>(sql`insert into section (portal_id, parent_id, content_kind,
      name_vi, name_en, slug_vi, slug_en, required_by, fresh_within_days, in_menu, position, code, created_at)
    select ${portalId}, r.parent_id, r.content_kind, r.name_vi, r.name_en, r.slug_vi, r.slug_en, r.required_by,
      r.fresh_within_days, r.in_menu, r.position, r.code, ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(parent_id bigint, content_kind text, name_vi text,
      name_en text, slug_vi text, slug_en text, required_by text, fresh_within_days integer, in_menu boolean,
      position integer, code text)
    returning id, slug_vi`);
  const bySlug = new Map(made.map((row) => [row.slug_vi, row.id]));
  return sections.map(({ slug }) => bySlug.get(slug.vi) ?? 0);
}

export interface SectionChange {
  nameVi: string;
  nameEn: string;
  inMenu: boolean;
  freshWithinDays: number | null;
}

export async function updateSection(
  tx: Transaction,
  sectionId: number,
  change: SectionChange,
): Promise<void> {
  await tx.run(sql`update section set name_vi = ${change.nameVi}, name_en = ${change.nameEn}, in_menu = ${change.inMenu},
    fresh_within_days = ${change.freshWithinDays} where id = ${sectionId}`);
}

export async function placeSection(tx: Transaction, sectionId: number, position: number): Promise<void> {
  await tx.run(sql`update section set position = ${position} where id = ${sectionId}`);
}

export async function saveUnit(tx: Transaction, sectionId: number, unit: Unit | null): Promise<void> {
  await tx.run(sql`update section set unit = ${unit && JSON.stringify(unit)}::jsonb where id = ${sectionId}`);
}

export async function endSection(tx: Transaction, sectionId: number, at: Date): Promise<void> {
  await tx.run(sql`update section set retired_at = ${at} where id = ${sectionId}`);
}

/** Slugs a portal ever gave, retired sections included: an address is given once. */
export function listSlugs(db: Queryable, portalId: number): Promise<{ slug_vi: string; slug_en: string }[]> {
  return db.rows(sql`select slug_vi, slug_en from section where portal_id = ${portalId} limit 1000`);
}

/** What still lies in a section: public items, and editions somebody is working on. */
export function countInSection(db: Queryable, sectionId: number): Promise<{ live: number; open: number }> {
  return db.get(sql`select
    (select count(*) from publication p where p.section_id = ${sectionId} and p.ended_at is null) as live,
    (select count(*) from edition e join item i on i.id = e.item_id where i.section_id = ${sectionId}
      and e.state in ('draft', 'submitted', 'checked', 'scheduled')) as open`);
}
