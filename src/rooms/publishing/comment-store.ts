import { type Queryable, type Sql, sql, type Transaction } from '../../platform/db/index.ts';

export type CommentState = 'open' | 'resolved' | 'taken';

export interface CommentRow {
  id: number;
  portal_id: number;
  edition_id: number;
  parent_id: number | null;
  passage: string;
  quote: string;
  body: string;
  replacement: string | null;
  person_id: number | null;
  person_name: string | null;
  guest_name: string | null;
  link_id: number | null;
  state: CommentState;
  closed_by_name: string | null;
  closed_at: Date | null;
  made_at: Date;
}

const COMMENT: Sql = sql`c.id, c.portal_id, c.edition_id, c.parent_id, c.passage, c.quote, c.body, c.replacement,
  c.person_id, p.full_name as person_name, c.guest_name, c.link_id, c.state, b.full_name as closed_by_name, c.closed_at,
  c.made_at from edition_comment c left join person p on p.id = c.person_id left join person b on b.id = c.closed_by`;

/** Most remarks and replies of one edition. */
export const MOST_COMMENTS = 500;

/** Remarks and replies of an edition, as they came. */
export function listComments(db: Queryable, editionId: number): Promise<CommentRow[]> {
  return db.rows(
    sql`select ${COMMENT} where c.edition_id = ${editionId} order by c.id limit ${MOST_COMMENTS}`,
  );
}

export function findComment(db: Queryable, commentId: number): Promise<CommentRow | undefined> {
  return db.find(sql`select ${COMMENT} where c.id = ${commentId}`);
}

/** How many remarks are open, by edition. */
export async function countOpenComments(
  db: Queryable,
  editionIds: readonly number[],
): Promise<Map<number, number>> {
  if (editionIds.length === 0) return new Map();
  const rows = await db.rows<{
    edition_id: number;
    open: number;
  }>(sql`select edition_id, count(*)::int as open
    from edition_comment where edition_id = any (${`{${editionIds.join(',')}}`}::bigint[]) and parent_id is null
      and state = 'open' group by edition_id`);
  return new Map(rows.map(({ edition_id, open }) => [edition_id, open]));
}

export interface NewComment {
  portalId: number;
  editionId: number;
  parentId: number | null;
  passage: string;
  quote: string;
  body: string;
  replacement: string | null;
  personId: number | null;
  guestName: string | null;
  linkId: number | null;
  at: Date;
}

export async function insertComment(tx: Transaction, one: NewComment): Promise<number> {
  const { id } = await tx.get<{ id: number }>(sql`insert into edition_comment
    (portal_id, edition_id, parent_id, passage, quote, body, replacement, person_id, guest_name, link_id, made_at)
    values (${one.portalId}, ${one.editionId}, ${one.parentId}, ${one.passage}, ${one.quote}, ${one.body},
      ${one.replacement}, ${one.personId}, ${one.guestName}, ${one.linkId}, ${one.at}) returning id`);
  return id;
}

export async function closeComment(
  tx: Transaction,
  commentId: number,
  state: CommentState,
  personId: number | null,
  at: Date,
): Promise<void> {
  const closed = state !== 'open';
  await tx.run(sql`update edition_comment set state = ${state}, closed_by = ${closed ? personId : null}::bigint,
    closed_at = ${closed ? at : null}::timestamptz where id = ${commentId}`);
}

/** Whoever gave the words of an edition is one of its writers. */
export async function addWriter(tx: Transaction, editionId: number, personId: number): Promise<void> {
  await tx.run(sql`update edition set writers = array_append(writers, ${personId}::bigint)
    where id = ${editionId} and not ${personId}::bigint = any (writers)`);
}
