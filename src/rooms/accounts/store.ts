import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';
import type { Grant, Role } from '../../rules/access/index.ts';
import type { Lang } from '../../rules/lang.ts';

// Portals and bodies are reference data every room may read; the room of portals stands after this one.

export interface PortalFacts {
  id: number;
  locality_id: number;
  is_main: boolean;
  body_id: number;
  /** What the portal is called: its short name where it has one. */
  name_vi: string;
  name_en: string;
  abbreviation: string;
}

const PORTAL = sql`select p.id, p.locality_id, p.is_main, p.body_id, coalesce(n.short_name, n.name_vi) as name_vi,
    n.name_en, n.abbreviation
  from portal p join body_name n on n.body_id = p.body_id and n.valid_to is null`;

export function findPortalFacts(db: Queryable, portalId: number): Promise<PortalFacts | undefined> {
  return db.find(sql`${PORTAL} where p.id = ${portalId}`);
}

/** Portals by id, the main one first; at most a locality's, some hundreds. */
export function listPortalFacts(db: Queryable, portalIds: readonly number[]): Promise<PortalFacts[]> {
  return db.rows(sql`${PORTAL} where p.id = any (${[...portalIds]}::bigint[]) and p.state = 'open'
    order by p.is_main desc, n.name_vi limit 1000`);
}

export async function findMainPortalId(db: Queryable, localityId: number): Promise<number | undefined> {
  const row = await db.find<{ id: number }>(
    sql`select id from portal where locality_id = ${localityId} and is_main and state = 'open'`,
  );
  return row?.id;
}

/** The regulation a locality applies on a day. */
export async function findProfileCode(
  db: Queryable,
  localityId: number,
  on: string,
): Promise<string | undefined> {
  const row = await db.find<{ profile_code: string }>(sql`select profile_code from regulation_period
    where locality_id = ${localityId} and valid_from <= ${on}::date order by valid_from desc limit 1`);
  return row?.profile_code;
}

// People ------------------------------------------------------------------------------------------

export interface NewPerson {
  localityId: number;
  bodyId: number | null;
  username: string;
  fullName: string;
  email: string | null;
  language: Lang;
  at: Date;
}

/** Under row-level security a person without a grant is not seen yet, so the id comes from the sequence. */
export async function insertPerson(tx: Transaction, person: NewPerson): Promise<number> {
  await tx.run(sql`insert into person (locality_id, body_id, username, full_name, email, language, created_at)
    values (${person.localityId}, ${person.bodyId}, ${person.username}, ${person.fullName}, ${person.email},
      ${person.language}, ${person.at})`);
  const { id } = await tx.get<{ id: number }>(
    sql`select currval(pg_get_serial_sequence('person', 'id')) as id`,
  );
  return id;
}

export interface PersonRow {
  id: number;
  locality_id: number;
  username: string;
  full_name: string;
  email: string | null;
  language: Lang;
  password_changed_at: Date | null;
  password_reset_at: Date | null;
  locked_until: Date | null;
  disabled_at: Date | null;
}

const PERSON = sql`p.id, p.locality_id, p.username, p.full_name, p.email, p.language, p.password_changed_at,
  p.password_reset_at, p.locked_until, p.disabled_at`;

export function findPerson(db: Queryable, personId: number): Promise<PersonRow | undefined> {
  return db.find(sql`select ${PERSON} from person p where p.id = ${personId}`);
}

export async function findPersonId(
  db: Queryable,
  localityId: number,
  username: string,
): Promise<number | undefined> {
  const row = await db.find<{ id: number }>(
    sql`select id from person where locality_id = ${localityId} and username = ${username}`,
  );
  return row?.id;
}

/** Most people a portal's list shows; a portal has some dozens. */
export const MAX_PEOPLE = 500;

/** People who hold or held a right on the portal; what they hold elsewhere is not asked. */
export function listPeople(db: Queryable, portalId: number): Promise<PersonRow[]> {
  return db.rows(sql`select ${PERSON} from person p
    where exists (select from role_grant g where g.person_id = p.id and g.portal_id = ${portalId})
      or exists (select from grant_proposal g where g.person_id = p.id and g.portal_id = ${portalId} and g.state = 'open')
    order by p.id limit ${MAX_PEOPLE}`);
}

/** User names that differ from the base only by a number at the end; whose they are is not told. */
export async function listTakenUsernames(db: Queryable, base: string): Promise<string[]> {
  const rows = await db.rows<{ name: string }>(sql`select name from usernames_taken(${base}) as t(name)`);
  return rows.map((row) => row.name);
}

/** Ends every password the person has had until now, and counts failures anew. */
export function resetPassword(tx: Transaction, personId: number, at: Date): Promise<number> {
  return tx.run(sql`update person set password_reset_at = ${at}, must_change_password = true, failed_count = 0,
    locked_until = null where id = ${personId}`);
}

export function setDisabled(tx: Transaction, personId: number, at: Date | null): Promise<number> {
  return tx.run(sql`update person set disabled_at = ${at} where id = ${personId}`);
}

export function clearFailures(tx: Transaction, personId: number): Promise<number> {
  return tx.run(sql`update person set failed_count = 0, locked_until = null where id = ${personId}`);
}

export function saveLanguage(tx: Transaction, personId: number, language: Lang): Promise<number> {
  return tx.run(sql`update person set language = ${language} where id = ${personId}`);
}

// Rights ------------------------------------------------------------------------------------------

export interface NewGrant {
  personId: number;
  portalId: number;
  role: Role;
  validFrom: string;
  validTo: string | null;
  /** Null of a right that is lent. */
  decision: string | null;
  decidedOn: string | null;
  decisionId: number | null;
  grantedBy: number | null;
  /** The second person, where the right takes two. */
  confirmedBy?: number | null;
  lentBy?: number | null;
  lentReason?: string | null;
  at: Date;
}

export async function insertGrant(tx: Transaction, grant: NewGrant): Promise<void> {
  const { confirmedBy = null, lentBy = null, lentReason = null } = grant;
  await tx.run(sql`insert into role_grant (person_id, portal_id, role, valid_from, valid_to, decision, decided_on,
      decision_id, granted_by, granted_at, confirmed_by, lent_by, lent_reason)
    values (${grant.personId}, ${grant.portalId}, ${grant.role}, ${grant.validFrom}::date, ${grant.validTo}::date,
      ${grant.decision}, ${grant.decidedOn}::date, ${grant.decisionId}, ${grant.grantedBy}, ${grant.at}, ${confirmedBy},
      ${lentBy}, ${lentReason})`);
}

export interface GrantRow {
  id: number;
  person_id: number;
  portal_id: number;
  role: Role;
  valid_from: string;
  valid_to: string | null;
  decision: string | null;
  decided_on: string | null;
  revoked_at: Date | null;
  confirmed_by: number | null;
  lent_by: number | null;
  lent_reason: string | null;
  lender_name: string | null;
  locality_id: number;
  is_main: boolean;
  name_vi: string;
  name_en: string;
}

const GRANT = sql`select g.id, g.person_id, g.portal_id, g.role, g.valid_from, g.valid_to, g.decision, g.decided_on,
    g.revoked_at, g.confirmed_by, g.lent_by, g.lent_reason, l.full_name as lender_name, p.locality_id, p.is_main,
    coalesce(n.short_name, n.name_vi) as name_vi, n.name_en
  from role_grant g join portal p on p.id = g.portal_id left join person l on l.id = g.lent_by
  join body_name n on n.body_id = p.body_id and n.valid_to is null`;

/** Rights not taken back, on the portals the transaction sees; those that ended by their date included. */
export function listGrants(db: Queryable, personIds: readonly number[]): Promise<GrantRow[]> {
  return db.rows(sql`${GRANT} where g.person_id = any (${[...personIds]}::bigint[]) and g.revoked_at is null
    order by p.is_main desc, n.name_vi, g.id`);
}

export function findGrant(db: Queryable, grantId: number): Promise<GrantRow | undefined> {
  return db.find(sql`${GRANT} where g.id = ${grantId}`);
}

export function markRevoked(tx: Transaction, grantId: number, at: Date): Promise<number> {
  return tx.run(sql`update role_grant set revoked_at = ${at} where id = ${grantId} and revoked_at is null`);
}

/** Ends what the holder of a right lent of it: nobody lends what he no longer has. */
export function endLent(
  tx: Transaction,
  right: { person_id: number; portal_id: number; role: Role },
  at: Date,
): Promise<number> {
  return tx.run(sql`update role_grant set revoked_at = ${at} where lent_by = ${right.person_id}
    and portal_id = ${right.portal_id} and role = ${right.role} and revoked_at is null`);
}

/** Whether the person holds the role on the portal, or will. */
export async function isHeldBy(
  db: Queryable,
  { personId, portalId, role }: { personId: number; portalId: number; role: Role },
  todayOn: string,
): Promise<boolean> {
  const row = await db.get<{ there: boolean }>(sql`select exists (select from role_grant
    where person_id = ${personId} and portal_id = ${portalId} and role = ${role} and revoked_at is null
      and (valid_to is null or valid_to >= ${todayOn}::date)) as there`);
  return row.there;
}

/** Frees the place of a right that ended by its date, so that the role can be given again. */
export function closeEnded(
  tx: Transaction,
  grant: Pick<NewGrant, 'personId' | 'portalId' | 'role' | 'at'>,
  todayOn: string,
): Promise<number> {
  return tx.run(sql`update role_grant set revoked_at = ${grant.at} where person_id = ${grant.personId}
    and portal_id = ${grant.portalId} and role = ${grant.role} and revoked_at is null and valid_to < ${todayOn}::date`);
}

/** Whether the person has, or ever had, a right on one of the portals, or one was proposed. */
export async function wasEverOn(
  db: Queryable,
  personId: number,
  portalIds: readonly number[],
): Promise<boolean> {
  const row = await db.get<{ there: boolean }>(sql`select exists (
    select from role_grant where person_id = ${personId} and portal_id = any (${[...portalIds]}::bigint[])
    union all select from grant_proposal where person_id = ${personId} and portal_id = any (${[...portalIds]}::bigint[]))
    as there`);
  return row.there;
}

export async function hasRightsElsewhere(db: Queryable, personId: number, todayOn: string): Promise<boolean> {
  const row = await db.get<{ there: boolean }>(
    sql`select has_rights_elsewhere(${personId}::bigint, ${todayOn}::date) as there`,
  );
  return row.there;
}

/** Whether anyone holds the role on the portal on a day, with an account that is open. */
export async function isRoleHeld(db: Queryable, portalId: number, role: Role, on: string): Promise<boolean> {
  const row = await db.get<{ there: boolean }>(sql`select exists (
    select from role_grant g join person p on p.id = g.person_id
    where g.portal_id = ${portalId} and g.role = ${role} and g.revoked_at is null and p.disabled_at is null
      and (g.valid_to is null or g.valid_to >= ${on}::date)) as there`);
  return row.there;
}

interface RightRow {
  portal_id: number;
  role: Role;
  is_main: boolean;
  lent_by: number | null;
  lender_username: string | null;
  lender_name: string | null;
}

function grantOf({ portal_id, role, lent_by, lender_username, lender_name }: RightRow): Grant {
  const grant = { portalId: portal_id, role };
  if (lent_by === null) return grant;
  return {
    ...grant,
    lentBy: { personId: lent_by, username: lender_username ?? '', fullName: lender_name ?? '' },
  };
}

/** Roles that, held on the main portal, see the whole locality. */
const SEE_ALL: readonly Role[] = ['technicalAdmin', 'overseer'];

/** Rights of a person on a day: grants in force and the portals row-level security opens to them. */
export async function readRights(
  tx: Queryable,
  personId: number,
  localityId: number,
  todayOn: string,
): Promise<{ grants: Grant[]; portalIds: number[] }> {
  const rows = await tx.rows<RightRow>(sql`
    select g.portal_id, g.role, p.is_main, g.lent_by, l.username as lender_username, l.full_name as lender_name
    from role_grant g join portal p on p.id = g.portal_id left join person l on l.id = g.lent_by
    where g.person_id = ${personId} and g.revoked_at is null and g.valid_from <= ${todayOn}::date
      and (g.valid_to is null or g.valid_to >= ${todayOn}::date) order by g.id`);
  const grants = rows.map(grantOf);
  const seesAll = rows.some((row) => row.is_main && SEE_ALL.includes(row.role));
  const portalIds = seesAll
    ? (await tx.rows<{ id: number }>(sql`select id from portal where locality_id = ${localityId}`)).map(
        (row) => row.id,
      )
    : [...new Set(grants.map((grant) => grant.portalId))];
  return { grants, portalIds };
}
