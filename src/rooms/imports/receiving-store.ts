import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';
import type { Finding, ReadFields } from './receiving-forms.ts';
import type { EditionStanding } from './receiving-rules.ts';

/** A key of another system; the key itself is nowhere. */
export interface KeyRow {
  id: number;
  portal_id: number;
  section_id: number;
  name: string;
  system: string;
  without_portal: 'refuse' | 'ask';
  made_at: Date;
  last_used_at: Date | null;
  ended_at: Date | null;
}

const KEY = sql`k.id, k.portal_id, k.section_id, k.name, k.system, k.without_portal, k.made_at, k.last_used_at, k.ended_at`;

/** By its digest, whichever portal it is of: for letting in, as the system role. */
export function findKeyByDigest(db: Queryable, digest: string): Promise<KeyRow | undefined> {
  return db.find(sql`select ${KEY} from intake_key k where digest = ${digest}`);
}

export function findKey(db: Queryable, keyId: number): Promise<KeyRow | undefined> {
  return db.find(sql`select ${KEY} from intake_key k where id = ${keyId}`);
}

/** To the minute, so that a busy system does not write a row at every call; it need not outlive a power cut. */
export async function noteUse(tx: Transaction, keyId: number, at: Date): Promise<void> {
  await tx.rows(sql`select set_config('synchronous_commit', 'off', true)`);
  await tx.run(sql`update intake_key set last_used_at = ${at}
    where id = ${keyId} and (last_used_at is null or last_used_at < ${at}::timestamptz - interval '1 minute')`);
}

export interface NewKey {
  portalId: number;
  sectionId: number;
  name: string;
  system: string;
  digest: string;
  withoutPortal: KeyRow['without_portal'];
  personId: number | null;
  at: Date;
}

/** Its number, taken before the row is written: the digest is not given back to the desk. */
export async function insertKey(tx: Transaction, key: NewKey): Promise<number> {
  const row = await tx.get<{ id: number }>(sql`insert into intake_key
    (portal_id, section_id, name, system, digest, without_portal, made_by, made_at)
    values (${key.portalId}, ${key.sectionId}, ${key.name}, ${key.system}, ${key.digest}, ${key.withoutPortal},
      ${key.personId}, ${key.at}) returning id`);
  return row.id;
}

/** @returns whether it was still in use */
export async function endKeyRow(
  tx: Transaction,
  keyId: number,
  personId: number | null,
  at: Date,
): Promise<boolean> {
  const ended = await tx.run(
    sql`update intake_key set ended_by = ${personId}, ended_at = ${at} where id = ${keyId} and ended_at is null`,
  );
  return ended === 1;
}

export interface ListedKey extends KeyRow {
  section_vi: string;
  section_en: string;
  made_by_name: string | null;
  documents: number;
}

/** Keys of the portals, those in use first. */
export function listKeys(db: Queryable, portalIds: readonly number[]): Promise<ListedKey[]> {
  return db.rows(sql`select ${KEY}, s.name_vi as section_vi, s.name_en as section_en, p.full_name as made_by_name,
      (select count(*) from intake_document d where d.key_id = k.id) as documents
    from intake_key k join section s on s.id = k.section_id left join person p on p.id = k.made_by
    where k.portal_id = any (${`{${portalIds.join(',')}}`}::bigint[])
    order by k.ended_at is not null, k.id desc limit 200`);
}

/** A document as it came. */
export interface ReceivedRow {
  id: number;
  key_id: number;
  sender_id: string;
  content_digest: string;
  item_id: number;
  edition_id: number;
  edition_version: number;
  reading: ReadFields;
  findings: Finding[];
}

export function findReceived(
  db: Queryable,
  portalId: number,
  system: string,
  senderId: string,
): Promise<ReceivedRow | undefined> {
  return db.find(sql`select id, key_id, sender_id, content_digest, item_id, edition_id, edition_version, reading, findings
    from intake_document where portal_id = ${portalId} and system = ${system} and sender_id = ${senderId}`);
}

export interface NewReceived {
  portalId: number;
  keyId: number;
  system: string;
  senderId: string;
  contentDigest: string;
  itemId: number;
  editionId: number;
  editionVersion: number;
  reading: ReadFields;
  findings: readonly Finding[];
  at: Date;
}

export async function insertReceived(tx: Transaction, one: NewReceived): Promise<number> {
  const row = await tx.get<{ id: number }>(sql`insert into intake_document
    (portal_id, key_id, system, sender_id, content_digest, item_id, edition_id, edition_version, reading, findings, received_at)
    values (${one.portalId}, ${one.keyId}, ${one.system}, ${one.senderId}, ${one.contentDigest}, ${one.itemId},
      ${one.editionId}, ${one.editionVersion}, ${JSON.stringify(one.reading)}::jsonb,
      ${JSON.stringify(one.findings)}::jsonb, ${one.at}) returning id`);
  return row.id;
}

export async function updateReceived(tx: Transaction, id: number, one: NewReceived): Promise<void> {
  await tx.run(sql`update intake_document set key_id = ${one.keyId}, content_digest = ${one.contentDigest},
      item_id = ${one.itemId}, edition_id = ${one.editionId}, edition_version = ${one.editionVersion},
      reading = ${JSON.stringify(one.reading)}::jsonb, findings = ${JSON.stringify(one.findings)}::jsonb,
      replaced_at = ${one.at} where id = ${id}`);
}

/** State and version of a draft, locked until the transaction ends. */
export function lockDraft(
  tx: Transaction,
  editionId: number,
): Promise<{ state: string; version: number } | undefined> {
  return tx.find(sql`select state, version from edition where id = ${editionId} for update`);
}

/** The editions of an item, the oldest first, each with the reason it was sent back with when nothing followed. */
export function listStandings(db: Queryable, itemId: number): Promise<EditionStanding[]> {
  return db.rows(sql`select e.state, v.reason as returned_reason from edition e
    left join lateral (select move, reason from edition_event where edition_id = e.id order by id desc limit 1) v
      on v.move = 'sendBack'
    where e.item_id = ${itemId} order by e.id limit 500`);
}

/** The parts of the public address of an item, and the notice where it was taken down. */
export async function findPublicFacts(
  db: Queryable,
  itemId: number,
): Promise<
  | { item_id: number; slug: string; section_slug_vi: string; section_slug_en: string; notice: string | null }
  | undefined
> {
  return db.find(sql`select i.id as item_id, coalesce(p.slug, i.slug) as slug, s.slug_vi as section_slug_vi,
      s.slug_en as section_slug_en,
      (select w.notice from withdrawal w where w.item_id = i.id and w.lifted_at is null order by w.id desc limit 1) as notice
    from item i join section s on s.id = i.section_id
    left join publication p on p.item_id = i.id and p.language = 'vi' and p.ended_at is null
    where i.id = ${itemId}`);
}

/** Who holds one of the roles on the portal on a day. */
export async function listHolders(
  db: Queryable,
  { portalId, roles, on }: { portalId: number; roles: readonly string[]; on: string },
): Promise<number[]> {
  const rows = await db.rows<{ id: number }>(sql`select distinct p.id
    from role_grant g join person p on p.id = g.person_id
    where g.portal_id = ${portalId} and g.role = any (${`{${roles.join(',')}}`}::text[]) and g.revoked_at is null
      and g.valid_from <= ${on}::date and (g.valid_to is null or g.valid_to >= ${on}::date)
      and p.disabled_at is null order by p.id limit 200`);
  return rows.map(({ id }) => id);
}

export interface ArrivalRow {
  id: number;
  portal_id: number;
  item_id: number;
  edition_id: number;
  system_name: string;
  title: string;
  number: string | null;
  state: string;
  received_at: Date;
  findings: Finding[];
}

/** What other systems handed in to the portals, the newest first. */
export function listArrivals(
  db: Queryable,
  portalIds: readonly number[],
  limit: number,
): Promise<ArrivalRow[]> {
  return db.rows(sql`select d.id, d.portal_id, d.item_id, e.id as edition_id, k.name as system_name, e.title,
      e.facts ->> 'number' as number, e.state, coalesce(d.replaced_at, d.received_at) as received_at, d.findings
    from intake_document d join intake_key k on k.id = d.key_id
    join lateral (select id, title, facts, state from edition where item_id = d.item_id order by id desc limit 1) e on true
    where d.portal_id = any (${`{${portalIds.join(',')}}`}::bigint[])
    order by coalesce(d.replaced_at, d.received_at) desc, d.id desc limit ${limit}`);
}
