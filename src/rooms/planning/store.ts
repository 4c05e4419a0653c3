import { type Queryable, type Sql, sql, type Transaction } from '../../platform/db/index.ts';
import type { State } from '../publishing/index.ts';
import type { Per } from './rules.ts';

export interface TopicRow {
  id: number;
  portal_id: number;
  section_id: number;
  section_vi: string;
  section_en: string;
  title: string;
  note: string;
  planned_on: string;
  person_id: number | null;
  person_name: string | null;
  state: 'planned' | 'begun' | 'dropped';
  item_id: number | null;
  /** Of the newest edition of the item that was begun. */
  item_state: State | null;
}

const TOPIC: Sql = sql`t.id, t.portal_id, t.section_id, s.name_vi as section_vi, s.name_en as section_en, t.title, t.note,
  t.planned_on, t.person_id, p.full_name as person_name, t.state, t.item_id,
  (select e.state from edition e where e.item_id = t.item_id and e.state <> 'discarded' order by e.id desc limit 1)
    as item_state
  from planned_topic t join section s on s.id = t.section_id left join person p on p.id = t.person_id`;

/** Topics of the portals planned for these days, in their order; what was dropped is left out. */
export function listTopics(
  db: Queryable,
  filter: { portalIds: readonly number[]; from: string; through: string },
): Promise<TopicRow[]> {
  return db.rows(sql`select ${TOPIC} where t.portal_id = any (${`{${filter.portalIds.join(',')}}`}::bigint[])
    and t.state <> 'dropped' and t.planned_on between ${filter.from}::date and ${filter.through}::date
    order by t.planned_on, t.id limit 500`);
}

/** Topics of a person that nobody has begun, planned for no later than a day. */
export function listOwnTopics(
  db: Queryable,
  { personId, through }: { personId: number; through: string },
): Promise<TopicRow[]> {
  return db.rows(sql`select ${TOPIC} where t.person_id = ${personId} and t.state = 'planned'
    and t.planned_on <= ${through}::date order by t.planned_on, t.id limit 100`);
}

export function findTopic(db: Queryable, topicId: number): Promise<TopicRow | undefined> {
  return db.find(sql`select ${TOPIC} where t.id = ${topicId}`);
}

export interface TopicText {
  sectionId: number;
  title: string;
  note: string;
  plannedOn: string;
  personId: number | null;
}

export async function insertTopic(
  tx: Transaction,
  one: TopicText & { portalId: number; by: number | null; at: Date },
): Promise<number> {
  const { id } = await tx.get<{ id: number }>(sql`insert into planned_topic
    (portal_id, section_id, title, note, planned_on, person_id, made_by, made_at, changed_at)
    values (${one.portalId}, ${one.sectionId}, ${one.title}, ${one.note}, ${one.plannedOn}, ${one.personId}, ${one.by},
      ${one.at}, ${one.at}) returning id`);
  return id;
}

export async function updateTopic(tx: Transaction, topicId: number, one: TopicText, at: Date): Promise<void> {
  await tx.run(sql`update planned_topic set section_id = ${one.sectionId}, title = ${one.title}, note = ${one.note},
    planned_on = ${one.plannedOn}, person_id = ${one.personId}, changed_at = ${at} where id = ${topicId}`);
}

export async function moveTopic(
  tx: Transaction,
  topicId: number,
  state: TopicRow['state'],
  itemId: number | null,
  at: Date,
): Promise<void> {
  await tx.run(sql`update planned_topic set state = ${state}, item_id = ${itemId}, changed_at = ${at}
    where id = ${topicId}`);
}

export interface TargetRow {
  section_id: number;
  at_least: number | null;
  per: Per;
  valid_from: string;
}

/** The target in force of each section on a day; null `at_least`: taken away. */
export function listTargets(db: Queryable, portalId: number, on: string): Promise<TargetRow[]> {
  return db.rows(sql`select distinct on (section_id) section_id, at_least, per, valid_from from section_target
    where portal_id = ${portalId} and valid_from <= ${on}::date order by section_id, valid_from desc, id desc`);
}

export async function insertTarget(
  tx: Transaction,
  one: {
    portalId: number;
    sectionId: number;
    atLeast: number | null;
    per: Per;
    on: string;
    by: number | null;
    at: Date;
  },
): Promise<void> {
  await tx.run(sql`insert into section_target (portal_id, section_id, at_least, per, valid_from, set_by, set_at)
    values (${one.portalId}, ${one.sectionId}, ${one.atLeast}, ${one.per}, ${one.on}, ${one.by}, ${one.at})`);
}

/** An item as it was first published, in whichever language came first. */
export interface FirstPublished {
  item_id: number;
  section_id: number;
  title: string;
  at: Date;
}

/** Items of a portal first published since an instant, also those replaced or taken down since: they were brought. */
export function listFirstPublished(db: Queryable, portalId: number, since: Date): Promise<FirstPublished[]> {
  return db.rows(sql`select distinct on (item_id) item_id, section_id, title, first_published_at as at from publication
    where portal_id = ${portalId} and first_published_at >= ${since}
    order by item_id, first_published_at, id limit 5000`);
}

/** When each section of a portal last had something published. */
export async function lastPublished(db: Queryable, portalId: number): Promise<Map<number, Date>> {
  const rows = await db.rows<{ section_id: number; at: Date }>(sql`select section_id, max(published_at) as at
    from publication where portal_id = ${portalId} group by section_id`);
  return new Map(rows.map(({ section_id, at }) => [section_id, at]));
}
