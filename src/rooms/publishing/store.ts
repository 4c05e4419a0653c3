import { type Queryable, type Sql, sql, type Transaction } from '../../platform/db/index.ts';
import { PRESSING } from '../../rules/item-forms/index.ts';
import type { Lang } from '../../rules/lang.ts';
import type { PortalWorkflow, State } from './rules.ts';
import type { Step } from './steps-rules.ts';

export interface Attachment {
  mediaId: number;
  hash: string;
  name: string;
  label: string;
  type: string;
  sizeBytes: number;
}

/** Facts about the text an item is or speaks of: number, issuer, dates, signer. */
export type Facts = Record<string, string>;

export interface EditionRow {
  id: number;
  portal_id: number;
  item_id: number;
  language: Lang;
  number: number;
  state: State;
  title: string;
  summary: string;
  body_html: string;
  author: string;
  source: string;
  source_url: string;
  source_published_at: Date | null;
  picture_media_id: number | null;
  picture_alt: string;
  picture_caption: string;
  attachments: Attachment[];
  start_event: string | null;
  start_event_at: Date | null;
  facts: Facts;
  made_from_edition_id: number | null;
  publish_at: Date | null;
  version: number;
  created_by: number | null;
  created_at: Date;
  saved_by: number | null;
  saved_at: Date;
  writers: number[];
  submitted_by: number | null;
  submitted_at: Date | null;
  checked_by: number | null;
  checked_at: Date | null;
  approved_by: number | null;
  approved_at: Date | null;
}

export interface ItemRow {
  id: number;
  portal_id: number;
  section_id: number;
  kind: string;
  /** Its fields of its own (rules/item-forms); `article` where it has none. */
  form: string;
  slug: string;
  origin_portal_id: number | null;
  origin_item_id: number | null;
  created_by: number | null;
  created_at: Date;
}

const EDITION: Sql = sql`id, portal_id, item_id, language, number, state, title, summary, body_html, author, source,
  source_url, source_published_at, picture_media_id, picture_alt, picture_caption, attachments, start_event,
  start_event_at, facts, made_from_edition_id, publish_at, version, created_by, created_at, saved_by, saved_at,
  writers, submitted_by, submitted_at, checked_by, checked_at, approved_by, approved_at`;

export function findItem(db: Queryable, itemId: number): Promise<ItemRow | undefined> {
  return db.find(sql`select id, portal_id, section_id, kind, form, slug, origin_portal_id, origin_item_id, created_by, created_at
    from item where id = ${itemId}`);
}

export function findEdition(db: Queryable, editionId: number): Promise<EditionRow | undefined> {
  return db.find(sql`select ${EDITION} from edition where id = ${editionId}`);
}

/** These editions, as far as they can be seen. */
export function listEditionsByIds(db: Queryable, ids: readonly number[]): Promise<EditionRow[]> {
  return db.rows(
    sql`select ${EDITION} from edition where id = any (${`{${ids.join(',')}}`}::bigint[]) order by id`,
  );
}

/** The edition, locked until the transaction ends, so that two decisions on it come one after the other. */
export function lockEdition(tx: Transaction, editionId: number): Promise<EditionRow | undefined> {
  return tx.find(sql`select ${EDITION} from edition where id = ${editionId} for update`);
}

export function listEditions(db: Queryable, itemId: number): Promise<EditionRow[]> {
  return db.rows(
    sql`select ${EDITION} from edition where item_id = ${itemId} order by language, number desc limit 200`,
  );
}

export async function insertItem(tx: Transaction, item: Omit<ItemRow, 'id'>): Promise<number> {
  const [id] = await insertItems(tx, [item]);
  return id ?? 0;
}

/** @returns their numbers, rising, in the order given */
export async function insertItems(tx: Transaction, items: readonly Omit<ItemRow, 'id'>[]): Promise<number[]> {
  const rows = await tx.rows<{ id: number }>(sql`insert into item
    (portal_id, section_id, kind, form, slug, origin_portal_id, origin_item_id, created_by, created_at)
    select portal_id, section_id, kind, form, slug, origin_portal_id, origin_item_id, created_by, created_at
    from json_to_recordset(${JSON.stringify(items.map((item, place) => ({ ...item, place })))}::json) as r(place integer,
      portal_id bigint, section_id bigint, kind text, form text, slug text, origin_portal_id bigint, origin_item_id bigint,
      created_by bigint, created_at timestamptz)
    order by place returning id`);
  if (rows.length !== items.length) throw new Error(`${rows.length} of ${items.length} items were put in.`);
  return rows.map(({ id }) => id).sort((a, b) => a - b);
}

export async function moveItem(
  tx: Transaction,
  itemId: number,
  sectionId: number,
  kind: string,
  slug: string,
): Promise<void> {
  await tx.run(
    sql`update item set section_id = ${sectionId}, kind = ${kind}, slug = ${slug} where id = ${itemId}`,
  );
}

/** What a writer may change. */
export interface EditionContent {
  title: string;
  summary: string;
  bodyHtml: string;
  author: string;
  source: string;
  sourceUrl: string;
  sourcePublishedAt: Date | null;
  pictureMediaId: number | null;
  pictureAlt: string;
  pictureCaption: string;
  attachments: Attachment[];
  startEvent: string | null;
  startEventAt: Date | null;
  facts: Facts;
}

export type NewEdition = EditionContent & {
  portalId: number;
  itemId: number;
  language: Lang;
  madeFromEditionId: number | null;
  personId: number | null;
  /** Who wrote it before it came here, besides `personId`. */
  writers?: readonly number[];
  now: Date;
};

export async function insertEdition(tx: Transaction, edition: NewEdition): Promise<number> {
  const ids = await insertEditions(tx, [edition]);
  return ids.get(edition.itemId) ?? 0;
}

/** First or further drafts of different items. @returns the number of each by its item */
export async function insertEditions(
  tx: Transaction,
  editions: readonly NewEdition[],
): Promise<Map<number, number>> {
  const given = editions.map(({ personId, writers = [], ...edition }) => ({
    ...edition,
    personId,
    writers: [...new Set([...writers, ...(personId === null ? [] : [personId])])],
  }));
  const rows = await tx.rows<{ id: number; item_id: number }>(sql`insert into edition
    (portal_id, item_id, language, number, state, title, summary, body_html, author, source, source_url,
     source_published_at, picture_media_id, picture_alt, picture_caption, attachments, start_event, start_event_at,
     facts, made_from_edition_id, created_by, created_at, saved_by, saved_at, writers)
    select "portalId", "itemId", r.language,
      (select coalesce(max(e.number), 0) + 1 from edition e where e.item_id = r."itemId" and e.language = r.language),
      'draft', title, summary, "bodyHtml", author, source, "sourceUrl", "sourcePublishedAt", "pictureMediaId",
      "pictureAlt", "pictureCaption", attachments, "startEvent", "startEventAt", facts, "madeFromEditionId",
      "personId", now, "personId", now, writers
    from json_to_recordset(${JSON.stringify(given)}::json) as r("portalId" bigint, "itemId" bigint, language text,
      title text, summary text, "bodyHtml" text, author text, source text, "sourceUrl" text,
      "sourcePublishedAt" timestamptz, "pictureMediaId" bigint, "pictureAlt" text, "pictureCaption" text,
      attachments jsonb, "startEvent" text, "startEventAt" timestamptz, facts jsonb, "madeFromEditionId" bigint,
      "personId" bigint, now timestamptz, writers bigint[])
    order by "itemId" returning id, item_id`);
  if (rows.length !== editions.length)
    throw new Error(`${rows.length} of ${editions.length} editions were put in.`);
  return new Map(rows.map(({ id, item_id }) => [item_id, id]));
}

/** Saves content if nobody saved since `version`. @returns false when somebody did. */
export async function updateContent(
  tx: Transaction,
  editionId: number,
  version: number,
  content: EditionContent,
  personId: number | null,
  now: Date,
): Promise<boolean> {
  const saved = await tx.run(sql`update edition set title = ${content.title}, summary = ${content.summary},
      body_html = ${content.bodyHtml}, author = ${content.author}, source = ${content.source},
      source_url = ${content.sourceUrl}, source_published_at = ${content.sourcePublishedAt},
      picture_media_id = ${content.pictureMediaId}, picture_alt = ${content.pictureAlt},
      picture_caption = ${content.pictureCaption}, attachments = ${JSON.stringify(content.attachments)}::jsonb,
      start_event = ${content.startEvent}, start_event_at = ${content.startEventAt},
      facts = ${JSON.stringify(content.facts)}::jsonb, version = version + 1, saved_by = ${personId}, saved_at = ${now},
      writers = case when ${personId}::bigint is null or ${personId}::bigint = any (writers) then writers
        else array_append(writers, ${personId}::bigint) end
    where id = ${editionId} and version = ${version} and state = 'draft'`);
  return saved === 1;
}

export interface StateChange {
  portalId: number;
  move: string;
  from: State;
  to: State;
  personId: number | null;
  reason: string | null;
  publishAt?: Date | null;
  at: Date;
}

/** Moves an edition and writes its history; the stamps of who checked and approved follow the move. */
export function changeState(tx: Transaction, change: StateChange & { editionId: number }): Promise<void> {
  return changeStates(tx, [change.editionId], change);
}

/** The same move for many editions. */
export async function changeStates(
  tx: Transaction,
  editionIds: readonly number[],
  change: StateChange,
): Promise<void> {
  const { to, personId, at } = change;
  const editions = `{${editionIds.join(',')}}`;
  await tx.run(sql`update edition set state = ${to}, version = version + 1,
      publish_at = ${change.publishAt ?? null},
      submitted_by = case when ${change.move}::text = 'submit' then ${personId}::bigint else submitted_by end,
      submitted_at = case when ${change.move}::text = 'submit' then ${at}::timestamptz else submitted_at end,
      checked_by = case when ${change.move}::text = 'check' then ${personId}::bigint when ${to}::text = 'draft' then null else checked_by end,
      checked_at = case when ${change.move}::text = 'check' then ${at}::timestamptz when ${to}::text = 'draft' then null else checked_at end,
      approved_by = case when ${change.move}::text in ('approve', 'schedule') then ${personId}::bigint when ${to}::text = 'draft' then null else approved_by end,
      approved_at = case when ${change.move}::text in ('approve', 'schedule') then ${at}::timestamptz when ${to}::text = 'draft' then null else approved_at end
    where id = any (${editions}::bigint[])`);
  await tx.run(sql`insert into edition_event (portal_id, edition_id, move, from_state, to_state, person_id, reason, at)
    select ${change.portalId}::bigint, edition_id, ${change.move}, ${change.from}, ${to}, ${personId}::bigint,
      ${change.reason}, ${at}::timestamptz
    from unnest(${editions}::bigint[]) as t(edition_id)`);
}

export interface EditionEventRow {
  id: number;
  move: string;
  from_state: State;
  to_state: State;
  person_name: string | null;
  reason: string | null;
  at: Date;
}

export function listEditionEvents(db: Queryable, editionId: number): Promise<EditionEventRow[]> {
  return db.rows(sql`select e.id, e.move, e.from_state, e.to_state, p.full_name as person_name, e.reason, e.at
    from edition_event e left join person p on p.id = e.person_id
    where e.edition_id = ${editionId} order by e.id limit 500`);
}

export interface QueueRow {
  edition_id: number;
  item_id: number;
  portal_id: number;
  language: Lang;
  state: State;
  title: string;
  section_vi: string;
  section_en: string;
  kind: string;
  writers: number[];
  /** Null where a machine made it: an accepted proposal nobody here has taken up yet. */
  saved_by: number | null;
  saved_at: Date;
  submitted_at: Date | null;
  publish_at: Date | null;
  due_on: string | null;
  due_at: Date | null;
  clock_state: string | null;
  clock_id: number | null;
  returned_reason: string | null;
  /** The steps it began with, where the board laid its own down. */
  steps: Step[] | null;
  at_step: number | null;
  passed_by: number[] | null;
  step_due_on: string | null;
  step_due_at: Date | null;
  /** Who took it, or was given it. */
  holder_id: number | null;
  holder_name: string | null;
  holder_note: string | null;
  holder_due_on: string | null;
  /** Its writer says that it cannot wait (`rules/item-forms`). */
  presses: boolean;
}

/** Editions of the portals in the given states, the most pressing first. */
export function listQueue(
  db: Queryable,
  filter: {
    portalIds: readonly number[];
    states: readonly State[];
    limit: number;
    text?: string;
    writtenBy?: number;
  },
): Promise<QueueRow[]> {
  const portals = `{${filter.portalIds.join(',')}}`;
  const states = `{${filter.states.join(',')}}`;
  const text = filter.text ? `%${filter.text.replace(/[\\%_]/g, '\\$&')}%` : null;
  return db.rows(sql`
    select e.id as edition_id, e.item_id, e.portal_id, e.language, e.state, e.title, s.name_vi as section_vi,
      s.name_en as section_en, i.kind, e.writers, e.saved_by, e.saved_at, e.submitted_at, e.publish_at,
      c.due_on, c.due_at, c.state as clock_state, c.id as clock_id,
      (select v.reason from edition_event v where v.edition_id = e.id and v.move = 'sendBack' order by v.id desc limit 1)
        as returned_reason,
      t.steps, t.at_step, t.passed_by, t.due_on as step_due_on, t.due_at as step_due_at,
      h.person_id as holder_id, k.full_name as holder_name, h.note as holder_note, h.due_on as holder_due_on,
      exists (select from json_to_recordset(${JSON.stringify(PRESSING)}::json) as m(form text, field text, value text)
        where m.form = i.form and e.facts->>m.field = m.value) as presses
    from edition e
    join item i on i.id = e.item_id
    join section s on s.id = i.section_id
    left join clock c on c.subject_kind = 'item' and c.subject_id = e.item_id and c.state in ('running', 'paused', 'undated')
    left join edition_step t on t.edition_id = e.id
    left join edition_claim h on h.edition_id = e.id and h.released_at is null
    left join person k on k.id = h.person_id
    where e.portal_id = any (${portals}::bigint[]) and e.state = any (${states}::text[])
      and (${text}::text is null or vi_fold(e.title) like vi_fold(${text}::text))
      and (${filter.writtenBy ?? null}::bigint is null or ${filter.writtenBy ?? null}::bigint = any (e.writers))
    order by least(c.due_at, t.due_at) asc nulls last, e.saved_at desc
    limit ${filter.limit}`);
}

/** Editions whose set time has come. */
export function listDueForPublishing(
  db: Queryable,
  now: Date,
  limit: number,
): Promise<{ id: number; portal_id: number; locality_id: number }[]> {
  return db.rows(sql`select e.id, e.portal_id, p.locality_id from edition e join portal p on p.id = e.portal_id
    where e.state = 'scheduled' and e.publish_at <= ${now} order by e.publish_at limit ${limit}`);
}

export function findPortalFacts(
  db: Queryable,
  portalId: number,
): Promise<{ id: number; locality_id: number; is_main: boolean; workflow: PortalWorkflow } | undefined> {
  return db.find(sql`select id, locality_id, is_main, workflow from portal where id = ${portalId}`);
}

export function findSectionFacts(
  db: Queryable,
  sectionId: number,
): Promise<{ id: number; portal_id: number; content_kind: string } | undefined> {
  return db.find(
    sql`select id, portal_id, content_kind from section where id = ${sectionId} and retired_at is null`,
  );
}

export function findOpenEdition(
  db: Queryable,
  itemId: number,
  language: Lang,
): Promise<{ id: number } | undefined> {
  return db.find(sql`select id from edition where item_id = ${itemId} and language = ${language}
    and state in ('draft', 'submitted', 'checked', 'scheduled')`);
}

/** The title of each item, as it was last written. */
export async function nameItems(db: Queryable, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const rows = await db.rows<{
    item_id: number;
    title: string;
  }>(sql`select distinct on (item_id) item_id, title
    from edition where item_id = any (${`{${ids.join(',')}}`}::bigint[]) order by item_id, language = 'vi' desc, id desc`);
  return new Map(rows.map(({ item_id, title }) => [item_id, title]));
}
