import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';
import type { Role } from '../../rules/access/index.ts';

const ids = (list: readonly number[]) => `{${list.join(',')}}`;

/** A line of the register: a right, whose, where, since when, until when and by which decision. */
export interface RegisterRow {
  grant_id: number;
  portal_id: number;
  person_id: number;
  full_name: string;
  username: string;
  is_closed: boolean;
  role: Role;
  valid_from: string;
  valid_to: string | null;
  revoked_at: Date | null;
  granted_by: string | null;
  confirmed_by: string | null;
  lender_name: string | null;
  lent_reason: string | null;
  decision_id: number | null;
  number: string | null;
  decided_on: string | null;
  issuer: string | null;
  signed_by: string | null;
  has_file: boolean;
  sent_on: string | null;
}

/** Most lines of one page or file; a locality of 300 portals has some three thousand rights. */
export const MOST_LINES = 20_000;

export function listRegister(
  db: Queryable,
  portalIds: readonly number[],
  { todayOn, withEnded }: { todayOn: string; withEnded: boolean },
): Promise<RegisterRow[]> {
  return db.rows(sql`select g.id as grant_id, g.portal_id, g.person_id, p.full_name, p.username,
      p.disabled_at is not null as is_closed, g.role, g.valid_from::text, g.valid_to::text, g.revoked_at,
      b.full_name as granted_by, c.full_name as confirmed_by, l.full_name as lender_name, g.lent_reason, g.decision_id,
      coalesce(d.number, g.decision) as number, coalesce(d.decided_on, g.decided_on)::text as decided_on, d.issuer,
      d.signed_by, d.media_id is not null as has_file, d.sent_on::text
    from role_grant g join person p on p.id = g.person_id left join person b on b.id = g.granted_by
      left join person c on c.id = g.confirmed_by left join person l on l.id = g.lent_by
      left join appointment_decision d on d.id = g.decision_id
    where g.portal_id = any (${ids(portalIds)}::bigint[])
      and (${withEnded}::boolean or (g.revoked_at is null and p.disabled_at is null
        and (g.valid_to is null or g.valid_to >= ${todayOn}::date)))
    order by g.portal_id, p.id, g.id limit ${MOST_LINES}`);
}

export interface DecisionRow {
  id: number;
  portal_id: number;
  number: string;
  decided_on: string;
  issuer: string | null;
  signed_by: string | null;
  media_id: number | null;
  hash: string | null;
  file_name: string | null;
  sent_on: string | null;
  sent_to: string | null;
  changed_at: Date | null;
  changer_name: string | null;
}

const DECISION = sql`select d.id, d.portal_id, d.number, d.decided_on::text, d.issuer, d.signed_by, d.media_id, m.hash,
    m.name as file_name, d.sent_on::text, d.sent_to, d.changed_at, p.full_name as changer_name
  from appointment_decision d left join media m on m.id = d.media_id left join person p on p.id = d.changed_by`;

export function findDecision(db: Queryable, id: number): Promise<DecisionRow | undefined> {
  return db.find(sql`${DECISION} where d.id = ${id}`);
}

/** Decisions of the portals, the latest first. */
export function listDecisions(db: Queryable, portalIds: readonly number[]): Promise<DecisionRow[]> {
  return db.rows(sql`${DECISION} where d.portal_id = any (${ids(portalIds)}::bigint[])
    order by d.decided_on desc, d.id desc limit 2000`);
}

/** Who sits in a board by the decision. */
export function listSeatsBy(
  db: Queryable,
  decisionId: number,
): Promise<{ full_name: string; office: string; board_name: string }[]> {
  return db.rows(sql`select m.full_name, m.office, b.name_vi as board_name from board_member m
    join board b on b.id = m.board_id where m.decision_id = ${decisionId} order by m.id limit 500`);
}

export async function saveDecision(
  tx: Transaction,
  id: number,
  one: { issuer: string; signedBy: string; mediaId: number | null; by: number | null; at: Date },
): Promise<void> {
  await tx.run(sql`update appointment_decision set issuer = ${one.issuer}, signed_by = ${one.signedBy},
    media_id = coalesce(${one.mediaId}::bigint, media_id), changed_by = ${one.by}, changed_at = ${one.at} where id = ${id}`);
}

export async function saveSending(
  tx: Transaction,
  id: number,
  one: { sentOn: string; sentTo: string; by: number | null; at: Date },
): Promise<void> {
  await tx.run(sql`update appointment_decision set sent_on = ${one.sentOn}::date, sent_to = ${one.sentTo},
    changed_by = ${one.by}, changed_at = ${one.at} where id = ${id}`);
}

/** How many decisions of the portals have not been sent yet. */
export function countUnsent(
  db: Queryable,
  portalIds: readonly number[],
): Promise<{ portal_id: number; count: number }[]> {
  return db.rows(sql`select portal_id, count(*)::int as count from appointment_decision
    where portal_id = any (${ids(portalIds)}::bigint[]) and sent_on is null group by portal_id`);
}
