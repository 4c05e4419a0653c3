import { join, type Queryable, type Sql, sql } from '../../platform/db/index.ts';
import type { Intake } from './intakes.ts';
import type { MoveName, State } from './rules.ts';
import type { InquiryRow } from './store.ts';

/** An inquiry as lists show it, with what its next step depends on. */
export interface BoardRow
  extends Pick<
    InquiryRow,
    | 'id'
    | 'locality_id'
    | 'portal_id'
    | 'received_portal_id'
    | 'co_portal_ids'
    | 'intake'
    | 'confidential'
    | 'language'
    | 'state'
    | 'content'
    | 'code_digest'
    | 'received_at'
    | 'closed_at'
    | 'officer_id'
    | 'item_id'
  > {
  writers: number[];
  awaits: number[];
  last_move: MoveName;
}

/** `open`: with a body of the person, or asked of it; `passed`: only received by it; `closed`: over. */
export type BoardTab = 'open' | 'passed' | 'closed';

export interface BoardFilter {
  tab: BoardTab;
  localityId: number;
  /** Portals whose inquiries the person handles. */
  mine: readonly number[];
  /** One of them. */
  portalId?: number | undefined;
  intake?: Intake | undefined;
  state?: State | undefined;
  officerId?: number | undefined;
  /** The last row of the page before, of closed ones. */
  before?: { at: Date; id: number } | undefined;
  limit: number;
}

const listOf = (ids: readonly number[]): Sql => sql`${`{${ids.join(',')}}`}::bigint[]`;

const ROW: Sql = sql`select i.id, i.locality_id, i.portal_id, i.received_portal_id, i.co_portal_ids, i.intake,
    i.confidential, i.language, i.state, i.content, i.code_digest, i.received_at, i.closed_at, i.officer_id, i.item_id,
    coalesce(a.writers, '{}') as writers,
    array(select p.portal_id from inquiry_part p where p.inquiry_id = i.id and p.state = 'asked') as awaits,
    (select e.move from inquiry_event e where e.inquiry_id = i.id order by e.id desc limit 1) as last_move
  from inquiry i left join inquiry_answer a on a.inquiry_id = i.id`;

/** The clock that binds, as far as the person sees it: of his own portals. The first word is owed before the answer. */
const DUE: Sql = sql`left join lateral (select c.due_at from clock c
    where c.subject_kind in ('inquiry', 'inquiryPromise', 'inquiryNotice') and c.subject_id = i.id
      and c.state in ('running', 'paused', 'undated')
    order by c.subject_kind = 'inquiryNotice' desc, c.subject_kind desc limit 1) due on true`;

function scopeOf({ tab, mine, portalId, localityId }: BoardFilter): Sql {
  const ours = listOf(portalId === undefined ? mine : [portalId]);
  const all = listOf(mine);
  const have = sql`(i.portal_id = any (${ours}) or i.co_portal_ids && ${ours})`;
  if (tab === 'open') return sql`i.closed_at is null and ${have}`;
  if (tab === 'passed')
    return sql`i.closed_at is null and (i.received_portal_id = any (${ours}) or i.last_portal_id = any (${ours}))
      and not (i.portal_id = any (${all}) or i.co_portal_ids && ${all})`;
  // comparisons that the database may make before it asks row-level security for each row of the locality
  return sql`i.closed_at is not null and i.locality_id = ${localityId}
    and (i.portal_id = any (${ours}) or i.received_portal_id = any (${ours}) or i.last_portal_id = any (${ours}))`;
}

/** A page of the board. Open ones: next due first; closed ones: the latest first. */
export function listBoard(db: Queryable, filter: BoardFilter): Promise<BoardRow[]> {
  if (filter.mine.length === 0) return Promise.resolve([]);
  const wanted: Sql[] = [scopeOf(filter)];
  if (filter.intake) wanted.push(sql`i.intake = ${filter.intake}`);
  if (filter.state) wanted.push(sql`i.state = ${filter.state}`);
  if (filter.officerId !== undefined) wanted.push(sql`i.officer_id = ${filter.officerId}`);
  if (filter.tab !== 'closed') {
    return db.rows(sql`${ROW} ${DUE} where ${join(wanted, ' and ')}
      order by due.due_at nulls last, i.received_at, i.id limit ${filter.limit}`);
  }
  if (filter.before)
    wanted.push(sql`(i.closed_at, i.id) < (${filter.before.at}::timestamptz, ${filter.before.id}::bigint)`);
  return db.rows(sql`${ROW} where ${join(wanted, ' and ')} order by i.closed_at desc, i.id desc
    limit ${filter.limit}`);
}

/** How many are open with the person's bodies, and how many were passed on. */
export function countBoard(
  db: Queryable,
  mine: readonly number[],
): Promise<{ open: number; passed: number }> {
  const all = listOf(mine);
  return db.get(sql`select count(*) filter (where i.portal_id = any (${all}) or i.co_portal_ids && ${all}) as open,
      count(*) filter (where not (i.portal_id = any (${all}) or i.co_portal_ids && ${all})) as passed
    from inquiry i where i.closed_at is null
      and (i.portal_id = any (${all}) or i.received_portal_id = any (${all}) or i.last_portal_id = any (${all})
        or i.co_portal_ids && ${all})`);
}

/** Others of the same kind that are open on the portal: one of them may be what this one repeats. */
export function listSameKind(
  db: Queryable,
  row: Pick<InquiryRow, 'id' | 'portal_id' | 'intake'>,
  limit: number,
): Promise<BoardRow[]> {
  return db.rows(sql`${ROW} where i.closed_at is null and i.portal_id = ${row.portal_id} and i.intake = ${row.intake}
    and i.id <> ${row.id} order by i.received_at desc, i.id desc limit ${limit}`);
}

export interface OfficerRow {
  id: number;
  full_name: string;
  /** His roles on the portal. */
  roles: string[];
}

/** Who holds one of the roles on a portal on a day, by name. */
export function listOfficers(
  db: Queryable,
  { portalId, roles, on }: { portalId: number; roles: readonly string[]; on: string },
): Promise<OfficerRow[]> {
  return db.rows(sql`select p.id, p.full_name, array_agg(distinct g.role) as roles
    from role_grant g join person p on p.id = g.person_id
    where g.portal_id = ${portalId} and g.role = any (${`{${roles.join(',')}}`}::text[]) and g.revoked_at is null
      and g.valid_from <= ${on}::date and (g.valid_to is null or g.valid_to >= ${on}::date)
      and p.disabled_at is null
    group by p.id, p.full_name order by p.full_name, p.id limit 200`);
}

export async function namesOfPeople(
  db: Queryable,
  ids: readonly (number | null)[],
): Promise<Map<number, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  if (known.length === 0) return new Map();
  const rows = await db.rows<{ id: number; full_name: string }>(
    sql`select id, full_name from person where id = any (${listOf(known)}) limit 500`,
  );
  return new Map(rows.map((row) => [row.id, row.full_name]));
}

/** A file of an inquiry, for handing it out. */
export function findFileOf(
  db: Queryable,
  inquiryId: number,
  fileId: number,
): Promise<{ name: string | null; type: string; hash: string | null } | undefined> {
  return db.find(
    sql`select name, type, hash from inquiry_file where inquiry_id = ${inquiryId} and id = ${fileId}`,
  );
}

export interface EnglishRow {
  id: number;
  portal_id: number;
  item_id: number;
  language: 'vi' | 'en';
  content: string | null;
  code_digest: string;
  answered_at: Date;
}

/** Answers to foreigners that became public in Vietnamese and have no English edition yet (LC-043). */
export function listWithoutEnglish(
  db: Queryable,
  portalIds: readonly number[],
  limit: number,
): Promise<EnglishRow[]> {
  if (portalIds.length === 0) return Promise.resolve([]);
  return db.rows(sql`select i.id, i.portal_id, i.item_id, i.language, i.content, i.code_digest, i.answered_at
    from inquiry i where i.state = 'answered' and i.is_foreigner and i.language = 'vi' and i.item_id is not null
      and i.portal_id in (${join([...portalIds])})
      and not exists (select from edition e where e.item_id = i.item_id and e.language = 'en'
        and e.state in ('submitted', 'checked', 'scheduled', 'published', 'superseded', 'withdrawn'))
      and not exists (select from withdrawal w where w.item_id = i.item_id and w.language = 'vi'
        and w.lifted_at is null)
    order by i.answered_at limit ${limit}`);
}
