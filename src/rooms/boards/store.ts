import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';
import type { Role } from '../../rules/access/index.ts';
import type { BoardPlace } from '../../rules/profile/index.ts';
import type { Showing } from './showing-rules.ts';

export interface BoardRow {
  id: number;
  portal_id: number;
  code: string;
  name_vi: string;
  name_en: string;
  standing_body: string | null;
  founded_on: string;
  ended_on: string | null;
  changed_by: number | null;
  changed_at: Date;
  decision_id: number;
  number: string;
  decided_on: string;
  issuer: string | null;
  signed_by: string | null;
  has_file: boolean;
  /** When what the public is told was approved; null: it is told nothing. */
  shown_at: Date | null;
}

const BOARD = sql`select b.id, b.portal_id, b.code, b.name_vi, b.name_en, b.standing_body, b.founded_on::text,
    b.ended_on::text, b.changed_by, b.changed_at, b.decision_id, d.number, d.decided_on::text, d.issuer, d.signed_by,
    d.media_id is not null as has_file, s.approved_at as shown_at
  from board b join appointment_decision d on d.id = b.decision_id
    left join board_showing s on s.board_id = b.id and s.ended_at is null`;

/** Standing boards of the portals, in the order of their founding. */
export function listBoards(db: Queryable, portalIds: readonly number[]): Promise<BoardRow[]> {
  return db.rows(sql`${BOARD} where b.portal_id = any (${`{${portalIds.join(',')}}`}::bigint[])
    and b.ended_on is null order by b.portal_id, b.id limit 3000`);
}

export function findBoard(db: Queryable, boardId: number): Promise<BoardRow | undefined> {
  return db.find(sql`${BOARD} where b.id = ${boardId}`);
}

export async function isMainPortal(db: Queryable, portalId: number): Promise<boolean> {
  const row = await db.find<{ is_main: boolean }>(sql`select is_main from portal where id = ${portalId}`);
  return row?.is_main ?? false;
}

/** Locks the row, so that nobody changes members while what is shown is approved. */
export async function lockBoard(tx: Transaction, boardId: number): Promise<void> {
  await tx.rows(sql`select id from board where id = ${boardId} for update`);
}

export interface NewBoard {
  portalId: number;
  code: string;
  nameVi: string;
  nameEn: string;
  standingBody: string | null;
  decisionId: number;
  foundedOn: string;
  by: number | null;
  at: Date;
}

export async function insertBoard(tx: Transaction, one: NewBoard): Promise<number> {
  const { id } = await tx.get<{
    id: number;
  }>(sql`insert into board (portal_id, code, name_vi, name_en, standing_body,
      decision_id, founded_on, changed_by, changed_at)
    values (${one.portalId}, ${one.code}, ${one.nameVi}, ${one.nameEn}, ${one.standingBody}, ${one.decisionId},
      ${one.foundedOn}::date, ${one.by}, ${one.at}) returning id`);
  return id;
}

export function touchBoard(tx: Transaction, boardId: number, by: number | null, at: Date): Promise<number> {
  return tx.run(sql`update board set changed_by = ${by}, changed_at = ${at} where id = ${boardId}`);
}

export function endBoard(tx: Transaction, boardId: number, on: string): Promise<number> {
  return tx.run(sql`update board set ended_on = ${on}::date where id = ${boardId} and ended_on is null`);
}

// Members ------------------------------------------------------------------------------------------

export interface MemberRow {
  id: number;
  board_id: number;
  portal_id: number;
  place: BoardPlace;
  full_name: string;
  office: string;
  person_id: number | null;
  from_on: string;
  to_on: string | null;
  left_on: string | null;
  is_shown: boolean;
  number: string;
  decided_on: string;
  is_closed: boolean;
  /** What the account may do on the portal of the board today. */
  roles: Role[];
}

/** Members, those who left among them, in rank and then in the order in which they came. */
export function listMembers(
  db: Queryable,
  boardIds: readonly number[],
  todayOn: string,
): Promise<MemberRow[]> {
  return db.rows(sql`select m.id, m.board_id, m.portal_id, m.place, m.full_name, m.office, m.person_id, m.from_on::text,
      m.to_on::text, m.left_on::text, m.is_shown, d.number, d.decided_on::text, p.disabled_at is not null as is_closed,
      array(select g.role from role_grant g where g.person_id = m.person_id and g.portal_id = m.portal_id
        and g.revoked_at is null and g.valid_from <= ${todayOn}::date
        and (g.valid_to is null or g.valid_to >= ${todayOn}::date)) as roles
    from board_member m join appointment_decision d on d.id = m.decision_id left join person p on p.id = m.person_id
    where m.board_id = any (${`{${boardIds.join(',')}}`}::bigint[])
    order by m.board_id, array_position(array['chair', 'standingDeputy', 'deputy', 'secretary', 'member'], m.place), m.id
    limit 10000`);
}

export interface SeatFacts {
  place: BoardPlace;
  fullName: string;
  office: string;
  personId: number | null;
  fromOn: string;
  toOn: string | null;
  isShown: boolean;
  decisionId: number;
}

export async function insertMember(
  tx: Transaction,
  board: { id: number; portal_id: number },
  one: SeatFacts,
  at: Date,
): Promise<number> {
  const { id } = await tx.get<{
    id: number;
  }>(sql`insert into board_member (board_id, portal_id, place, full_name, office,
      person_id, from_on, to_on, decision_id, is_shown, added_at)
    values (${board.id}, ${board.portal_id}, ${one.place}, ${one.fullName}, ${one.office}, ${one.personId},
      ${one.fromOn}::date, ${one.toOn}::date, ${one.decisionId}, ${one.isShown}, ${at}) returning id`);
  return id;
}

export function updateMember(
  tx: Transaction,
  { id, boardId }: { id: number; boardId: number },
  one: SeatFacts,
): Promise<number> {
  return tx.run(sql`update board_member set place = ${one.place}, full_name = ${one.fullName}, office = ${one.office},
      person_id = ${one.personId}, from_on = ${one.fromOn}::date, to_on = ${one.toOn}::date,
      decision_id = ${one.decisionId}, is_shown = ${one.isShown}
    where id = ${id} and board_id = ${boardId} and left_on is null`);
}

export function leave(
  tx: Transaction,
  { id, boardId }: { id: number; boardId: number },
  on: string,
): Promise<number> {
  return tx.run(sql`update board_member set left_on = ${on}::date
    where id = ${id} and board_id = ${boardId} and left_on is null`);
}

/** People of the portals who hold the right of a member of the board today, of their own and not lent. */
export function listApprovers(
  db: Queryable,
  portalIds: readonly number[],
  todayOn: string,
): Promise<{ portal_id: number; person_id: number; full_name: string }[]> {
  return db.rows(sql`select g.portal_id, g.person_id, p.full_name from role_grant g join person p on p.id = g.person_id
    where g.portal_id = any (${`{${portalIds.join(',')}}`}::bigint[]) and g.role = 'boardMember' and g.lent_by is null
      and g.revoked_at is null and p.disabled_at is null and g.valid_from <= ${todayOn}::date
      and (g.valid_to is null or g.valid_to >= ${todayOn}::date) order by p.id limit 5000`);
}

/** People of a portal with an open account, to put a seat beside its account. */
export function listStaff(
  db: Queryable,
  portalId: number,
): Promise<{ id: number; full_name: string; username: string }[]> {
  return db.rows(sql`select p.id, p.full_name, p.username from person p
    where p.disabled_at is null and exists (select from role_grant g where g.person_id = p.id
      and g.portal_id = ${portalId} and g.revoked_at is null) order by p.id limit 500`);
}

// What the public is told ----------------------------------------------------------------------------

export async function insertShowing(
  tx: Transaction,
  one: { boardId: number; portalId: number; content: Showing; by: number | null; at: Date },
): Promise<void> {
  await tx.run(sql`insert into board_showing (board_id, portal_id, content, approved_by, approved_at)
    values (${one.boardId}, ${one.portalId}, ${JSON.stringify(one.content)}::jsonb, ${one.by}, ${one.at})`);
}

/** @returns 1 when something was shown until now */
export function endShowing(tx: Transaction, boardId: number, at: Date): Promise<number> {
  return tx.run(
    sql`update board_showing set ended_at = ${at} where board_id = ${boardId} and ended_at is null`,
  );
}

export interface ShowingRow {
  board_id: number;
  portal_id: number;
  content: Showing;
  approved_at: Date;
}

/** What the public is told of the boards of portals; the role of the public reads nothing else of them. */
export function listShowings(db: Queryable, portalIds: readonly number[]): Promise<ShowingRow[]> {
  return db.rows(sql`select board_id, portal_id, content, approved_at from board_showing
    where portal_id = any (${`{${portalIds.join(',')}}`}::bigint[]) and ended_at is null order by board_id limit 3000`);
}
