import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';

const ids = (list: readonly number[]) => `{${list.join(',')}}`;

export interface HandOverRow {
  id: number;
  portal_id: number;
  person_id: number;
  full_name: string;
  username: string;
  leaves_on: string;
  reason: string;
  closes_account: boolean;
  begun_at: Date;
  beginner_name: string | null;
  confirmed_by: number | null;
  confirmer_name: string | null;
  confirmed_at: Date | null;
  confirmed_note: string | null;
  finished_at: Date | null;
  cancelled_at: Date | null;
}

const HAND_OVER = sql`select h.id, h.portal_id, h.person_id, p.full_name, p.username, h.leaves_on::text, h.reason,
    h.closes_account, h.begun_at, b.full_name as beginner_name, h.confirmed_by, c.full_name as confirmer_name,
    h.confirmed_at, h.confirmed_note, h.finished_at, h.cancelled_at
  from hand_over h join person p on p.id = h.person_id left join person b on b.id = h.begun_by
    left join person c on c.id = h.confirmed_by`;

export function findHandOver(db: Queryable, id: number): Promise<HandOverRow | undefined> {
  return db.find(sql`${HAND_OVER} where h.id = ${id}`);
}

export async function lockHandOver(tx: Transaction, id: number): Promise<HandOverRow | undefined> {
  await tx.rows(sql`select id from hand_over where id = ${id} for update`);
  return findHandOver(tx, id);
}

/** Those of the portals, or in which the person has a part; the latest first. */
export function listHandOvers(
  db: Queryable,
  { portalIds, personId }: { portalIds: readonly number[]; personId: number },
): Promise<HandOverRow[]> {
  return db.rows(sql`${HAND_OVER} where h.portal_id = any (${ids(portalIds)}::bigint[]) or h.person_id = ${personId}
    or exists (select from hand_over_line l where l.hand_over_id = h.id and l.to_person_id = ${personId})
    order by h.id desc limit 500`);
}

export async function insertHandOver(
  tx: Transaction,
  one: {
    portalId: number;
    personId: number;
    leavesOn: string;
    reason: string;
    closesAccount: boolean;
    by: number | null;
    at: Date;
  },
): Promise<number> {
  const { id } = await tx.get<{
    id: number;
  }>(sql`insert into hand_over (portal_id, person_id, leaves_on, reason,
      closes_account, begun_by, begun_at)
    values (${one.portalId}, ${one.personId}, ${one.leavesOn}::date, ${one.reason}, ${one.closesAccount}, ${one.by},
      ${one.at}) returning id`);
  return id;
}

export interface LineRow {
  id: number;
  room: string;
  subject_kind: string;
  subject_id: number;
  title: string;
  to_person_id: number;
  to_name: string;
  handed_at: Date;
  confirmed_at: Date | null;
}

export function listLines(db: Queryable, handOverId: number): Promise<LineRow[]> {
  return db.rows(sql`select l.id, l.room, l.subject_kind, l.subject_id, l.title, l.to_person_id, p.full_name as to_name,
      l.handed_at, l.confirmed_at
    from hand_over_line l join person p on p.id = l.to_person_id where l.hand_over_id = ${handOverId} order by l.id`);
}

export async function insertLine(
  tx: Transaction,
  one: {
    handOverId: number;
    portalId: number;
    room: string;
    kind: string;
    id: number;
    title: string;
    toPersonId: number;
    at: Date;
  },
): Promise<void> {
  await tx.run(sql`insert into hand_over_line (hand_over_id, portal_id, room, subject_kind, subject_id, title,
      to_person_id, handed_at)
    values (${one.handOverId}, ${one.portalId}, ${one.room}, ${one.kind}, ${one.id}, ${one.title}, ${one.toPersonId},
      ${one.at})
    on conflict (hand_over_id, room, subject_kind, subject_id)
      do update set to_person_id = excluded.to_person_id, handed_at = excluded.handed_at, confirmed_at = null`);
}

export function confirmLines(
  tx: Transaction,
  handOverId: number,
  personId: number,
  at: Date,
): Promise<number> {
  return tx.run(sql`update hand_over_line set confirmed_at = ${at}
    where hand_over_id = ${handOverId} and to_person_id = ${personId} and confirmed_at is null`);
}

export function confirmLeaving(
  tx: Transaction,
  handOverId: number,
  one: { by: number | null; note: string | null; at: Date },
): Promise<number> {
  return tx.run(sql`update hand_over set confirmed_by = ${one.by}, confirmed_at = ${one.at}, confirmed_note = ${one.note}
    where id = ${handOverId} and confirmed_at is null`);
}

/** What is handed over anew is confirmed anew. */
export function forgetConfirmation(tx: Transaction, handOverId: number): Promise<number> {
  return tx.run(sql`update hand_over set confirmed_by = null, confirmed_at = null, confirmed_note = null
    where id = ${handOverId}`);
}

export function finish(tx: Transaction, handOverId: number, at: Date): Promise<number> {
  return tx.run(sql`update hand_over set finished_at = ${at} where id = ${handOverId}`);
}

export function cancel(tx: Transaction, handOverId: number, at: Date): Promise<number> {
  return tx.run(sql`update hand_over set cancelled_at = ${at} where id = ${handOverId}`);
}

/** Rights of the leaver on the portal end with his last day; what ends sooner stays as it is. */
export function endRights(
  tx: Transaction,
  { portalId, personId, on }: { portalId: number; personId: number; on: string },
): Promise<number> {
  return tx.run(sql`update role_grant set valid_to = greatest(${on}::date, valid_from)
    where portal_id = ${portalId} and person_id = ${personId}
      and revoked_at is null and (valid_to is null or valid_to > ${on}::date)`);
}

/** Colleagues with a right in force on the portal and an open account. */
export function listColleagues(
  db: Queryable,
  portalId: number,
  todayOn: string,
): Promise<{ id: number; full_name: string; username: string }[]> {
  return db.rows(sql`select p.id, p.full_name, p.username from person p where p.disabled_at is null
    and exists (select from role_grant g where g.person_id = p.id and g.portal_id = ${portalId}
      and g.revoked_at is null and g.valid_from <= ${todayOn}::date
      and (g.valid_to is null or g.valid_to >= ${todayOn}::date)) order by p.id limit 500`);
}

/** Finished hand-overs whose leaver is gone, whose account is still open and to be closed, with no right left anywhere. */
export function listToClose(
  db: Queryable,
  localityId: number,
  todayOn: string,
): Promise<{ id: number; portal_id: number; person_id: number }[]> {
  return db.rows(sql`select h.id, h.portal_id, h.person_id from hand_over h join person p on p.id = h.person_id
    where p.locality_id = ${localityId} and p.disabled_at is null and h.finished_at is not null and h.closes_account
      and h.leaves_on < ${todayOn}::date
      and not exists (select from role_grant g where g.person_id = h.person_id and g.revoked_at is null
        and (g.valid_to is null or g.valid_to >= ${todayOn}::date))
      and h.finished_at >= coalesce((select max(g.granted_at) from role_grant g where g.person_id = h.person_id),
        h.finished_at)
    order by h.id limit 500`);
}

/** Technical administrators of the main portal of a locality who can act on a day. */
export function listAdministrators(
  db: Queryable,
  localityId: number,
  todayOn: string,
): Promise<{ person_id: number }[]> {
  return db.rows(sql`select distinct g.person_id from role_grant g join portal p on p.id = g.portal_id
      join person u on u.id = g.person_id
    where p.locality_id = ${localityId} and p.is_main and p.state = 'open' and g.role = 'technicalAdmin'
      and g.revoked_at is null and u.disabled_at is null and g.valid_from <= ${todayOn}::date
      and (g.valid_to is null or g.valid_to >= ${todayOn}::date)`);
}
