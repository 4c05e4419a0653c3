import { type Queryable, type Sql, sql, type Transaction } from '../../platform/db/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { type UrgentFacts, type UrgentSetting, USUAL_SETTING } from './urgent-rules.ts';

export interface UrgentRow extends UrgentFacts {
  id: number;
  portal_id: number;
  item_id: number;
  edition_id: number;
  publication_id: number;
  language: Lang;
  title: string;
  writers: number[];
  published_by: number;
  publisher: string | null;
  reason: string;
  published_at: Date;
  limit_days: number;
  due_on: string | null;
  decided_by: number | null;
  decider: string | null;
  decision_reason: string | null;
}

const URGENT: Sql = sql`u.id, u.portal_id, u.item_id, u.edition_id, u.publication_id, b.language, b.title, e.writers,
  u.published_by, p.full_name as publisher, u.reason, u.published_at, u.limit_days, u.due_on, u.due_at, u.decision,
  u.decided_by, d.full_name as decider, u.decided_at, u.decision_reason, b.ended_at, b.ended_as
  from urgent_publication u join publication b on b.id = u.publication_id join edition e on e.id = u.edition_id
  left join person p on p.id = u.published_by left join person d on d.id = u.decided_by`;

const MOST = 500;

/** Urgent publications of the portals, the newest first; `openOnly`: those nobody has decided and that are still public. */
export function listUrgent(
  db: Queryable,
  { portalIds, openOnly }: { portalIds: readonly number[]; openOnly?: boolean },
): Promise<UrgentRow[]> {
  return db.rows(sql`select ${URGENT} where u.portal_id = any (${`{${portalIds.join(',')}}`}::bigint[])
    and (not ${openOnly ?? false}::boolean or (u.decision is null and b.ended_at is null))
    order by u.published_at desc, u.id desc limit ${MOST}`);
}

export function findUrgent(db: Queryable, urgentId: number): Promise<UrgentRow | undefined> {
  return db.find(sql`select ${URGENT} where u.id = ${urgentId}`);
}

export function listUrgentOfItem(db: Queryable, itemId: number): Promise<UrgentRow[]> {
  return db.rows(sql`select ${URGENT} where u.item_id = ${itemId} order by u.id desc limit ${MOST}`);
}

export interface NewUrgent {
  portalId: number;
  itemId: number;
  editionId: number;
  publicationId: number;
  publishedBy: number;
  reason: string;
  at: Date;
  limitDays: number;
  due: { dueOn: string; dueAt: Date } | undefined;
}

export async function insertUrgent(tx: Transaction, one: NewUrgent): Promise<number> {
  const { id } = await tx.get<{ id: number }>(sql`insert into urgent_publication
    (portal_id, item_id, edition_id, publication_id, published_by, reason, published_at, limit_days, due_on, due_at)
    values (${one.portalId}, ${one.itemId}, ${one.editionId}, ${one.publicationId}, ${one.publishedBy}, ${one.reason},
      ${one.at}, ${one.limitDays}, ${one.due?.dueOn ?? null}, ${one.due?.dueAt ?? null}) returning id`);
  return id;
}

/** Puts the decision down, once. @returns false when there was one already */
export async function decideUrgent(
  tx: Transaction,
  one: { urgentId: number; decision: 'approved' | 'refused'; by: number; at: Date; reason: string | null },
): Promise<boolean> {
  const changed =
    await tx.run(sql`update urgent_publication set decision = ${one.decision}, decided_by = ${one.by},
    decided_at = ${one.at}, decision_reason = ${one.reason} where id = ${one.urgentId} and decision is null`);
  return changed === 1;
}

/** The board's approval on the edition it came after. */
export async function stampApproval(tx: Transaction, editionId: number, by: number, at: Date): Promise<void> {
  await tx.run(sql`update edition set approved_by = ${by}, approved_at = ${at} where id = ${editionId}`);
}

const KEY = 'publishing.urgent';

/** What a portal chose, else the usual. */
export async function findUrgentSetting(db: Queryable, portalId: number): Promise<UrgentSetting> {
  const row = await db.find<{ value: UrgentSetting }>(
    sql`select value from setting where portal_id = ${portalId} and key = ${KEY}`,
  );
  return row?.value ?? USUAL_SETTING;
}

export async function saveUrgentSetting(
  tx: Transaction,
  one: { localityId: number; portalId: number; value: UrgentSetting; by: number | null; at: Date },
): Promise<void> {
  await tx.run(sql`insert into setting (locality_id, portal_id, key, value, changed_by, changed_at)
    values (${one.localityId}, ${one.portalId}, ${KEY}, ${JSON.stringify(one.value)}::jsonb, ${one.by}, ${one.at})
    on conflict (coalesce(locality_id, 0), coalesce(portal_id, 0), key)
    do update set value = excluded.value, changed_by = excluded.changed_by, changed_at = excluded.changed_at`);
}

export interface Holder {
  id: number;
  full_name: string;
  roles: string[];
}

/** Who holds one of the roles on the portal on a day. */
export function listHolders(
  db: Queryable,
  { portalId, roles, on }: { portalId: number; roles: readonly string[]; on: string },
): Promise<Holder[]> {
  return db.rows(sql`select p.id, p.full_name, array_agg(distinct g.role) as roles
    from role_grant g join person p on p.id = g.person_id
    where g.portal_id = ${portalId} and g.role = any (${`{${roles.join(',')}}`}::text[]) and g.revoked_at is null
      and g.valid_from <= ${on}::date and (g.valid_to is null or g.valid_to >= ${on}::date) and p.disabled_at is null
    group by p.id, p.full_name order by p.full_name, p.id limit 200`);
}
