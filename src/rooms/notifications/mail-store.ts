import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';
import type { Lang } from '../../rules/lang.ts';

export type MailState = 'queued' | 'handing' | 'sent' | 'failed' | 'forgotten';

export interface NewMail {
  localityId: number;
  portalId: number;
  purpose: string;
  language: Lang;
  dedupeKey: string;
  messageId: string;
  recipientDigest: string;
  /** Sealed. */
  content: string;
  at: Date;
}

/** @returns its number, or undefined when a mail with this key is there already. */
export async function insertMail(tx: Transaction, mail: NewMail): Promise<number | undefined> {
  const row = await tx.find<{
    id: number;
  }>(sql`insert into mail_message (locality_id, portal_id, purpose, language,
      dedupe_key, message_id, recipient_digest, content, next_try_at, queued_at)
    values (${mail.localityId}, ${mail.portalId}, ${mail.purpose}, ${mail.language}, ${mail.dedupeKey},
      ${mail.messageId}, ${mail.recipientDigest}, ${mail.content}, ${mail.at}, ${mail.at})
    on conflict (dedupe_key) do nothing returning id`);
  return row?.id;
}

/** The name a portal is reached by; its mails are named after it. */
export async function getHost(tx: Transaction, portalId: number): Promise<string> {
  const { host } = await tx.get<{ host: string }>(sql`select host from portal_hostname
    where portal_id = ${portalId} and is_canonical and state <> 'retired' order by state = 'live' desc, id limit 1`);
  return host;
}

export interface HandedMail {
  id: number;
  portal_id: number;
  language: Lang;
  dedupe_key: string;
  message_id: string;
  content: string;
  tries: number;
}

/**
 * Takes a mail for handing over, when it is due or when who had it must have died. Locked and marked in one statement:
 * of several that want it one gets it.
 */
export function takeMail(
  tx: Transaction,
  mailId: number,
  { now, lostSince }: { now: Date; lostSince: Date },
): Promise<HandedMail | undefined> {
  return tx.find(sql`update mail_message set state = 'handing', tries = tries + 1, handing_since = ${now}
    where id = (select id from mail_message where id = ${mailId}
      and ((state = 'queued' and next_try_at <= ${now}) or (state = 'handing' and handing_since <= ${lostSince}))
      for update skip locked)
    returning id, portal_id, language, dedupe_key, message_id, content, tries`);
}

/** A try that was overtaken (it took so long that another process began one) changes nothing. */
const mine = ({ id, tries }: Pick<HandedMail, 'id' | 'tries'>) =>
  sql`id = ${id} and state = 'handing' and tries = ${tries}`;

export function markSent(
  tx: Transaction,
  mail: HandedMail,
  { at, keepContent }: { at: Date; keepContent: boolean },
): Promise<number> {
  return tx.run(sql`update mail_message set state = 'sent', sent_at = ${at}, last_error = null, handing_since = null,
    content = case when ${keepContent}::boolean then content end where ${mine(mail)}`);
}

export function markLater(
  tx: Transaction,
  mail: HandedMail,
  { nextTryAt, error }: { nextTryAt: Date; error: string },
): Promise<number> {
  return tx.run(sql`update mail_message set state = 'queued', next_try_at = ${nextTryAt}, last_error = ${error},
    handing_since = null where ${mine(mail)}`);
}

export function markFailed(
  tx: Transaction,
  mail: HandedMail,
  { at, error }: { at: Date; error: string },
): Promise<number> {
  return tx.run(sql`update mail_message set state = 'failed', failed_at = ${at}, last_error = ${error},
    handing_since = null where ${mine(mail)}`);
}

/** Mails whose own job is gone: due for a while, or in the hands of a process that died. The oldest first. */
export async function listOverlooked(
  db: Queryable,
  { dueSince, lostSince, limit }: { dueSince: Date; lostSince: Date; limit: number },
): Promise<number[]> {
  const rows = await db.rows<{ id: number }>(sql`select id from mail_message
    where (state = 'queued' and next_try_at <= ${dueSince}) or (state = 'handing' and handing_since <= ${lostSince})
    order by next_try_at, id limit ${limit}`);
  return rows.map(({ id }) => id);
}

// The desk ----------------------------------------------------------------------------------------------

export interface FailedMail {
  id: number;
  portal_id: number;
  purpose: string;
  language: Lang;
  queued_at: Date;
  failed_at: Date;
  tries: number;
  last_error: string;
}

/** What was given up, the newest first. */
export function listFailedMail(
  db: Queryable,
  { portalId, beforeId, limit }: { portalId: number; beforeId?: number | undefined; limit: number },
): Promise<FailedMail[]> {
  const before = beforeId ?? null;
  return db.rows(sql`select id, portal_id, purpose, language, queued_at, failed_at, tries, last_error from mail_message
    where portal_id = ${portalId} and state = 'failed' and (${before}::bigint is null or id < ${before}::bigint)
    order by id desc limit ${limit}`);
}

/** A mail as its receiver may know of it. */
export interface OrderedMail {
  dedupe_key: string;
  state: MailState;
  queued_at: Date;
  sent_at: Date | null;
}

/** What became of mails, by the keys they were ordered with. */
export function listMailByKeys(db: Queryable, keys: readonly string[]): Promise<OrderedMail[]> {
  return db.rows(sql`select dedupe_key, state, queued_at, sent_at from mail_message
    where dedupe_key = any (${[...keys]}::text[]) order by id limit 1000`);
}

export interface MailCounts {
  waiting: number;
  failed: number;
}

export function countMail(db: Queryable, portalId: number): Promise<MailCounts> {
  return db.get(sql`select count(*) filter (where state in ('queued', 'handing')) as waiting,
      count(*) filter (where state = 'failed') as failed
    from mail_message where portal_id = ${portalId} and state in ('queued', 'handing', 'failed')`);
}

/** Puts failed mails of a portal back into the queue, with all their tries before them; those named, or all of them. */
export async function requeueFailed(
  tx: Transaction,
  { portalId, mailIds, at }: { portalId: number; mailIds: readonly number[] | undefined; at: Date },
): Promise<number[]> {
  const named = mailIds ? [...mailIds] : null;
  const rows = await tx.rows<{ id: number }>(sql`update mail_message set state = 'queued', tries = 0,
      next_try_at = ${at}, failed_at = null
    where portal_id = ${portalId} and state = 'failed'
      and (${named}::bigint[] is null or id = any (${named}::bigint[]))
    returning id`);
  return rows.map(({ id }) => id);
}

// Forgetting --------------------------------------------------------------------------------------------

const EMPTIED = sql`content = null, state = case state when 'sent' then 'sent' else 'forgotten' end`;

/** Empties what is still kept of mails ordered before an instant; what was not sent by then will not be. */
export function forgetMailBefore(tx: Transaction, before: Date): Promise<number> {
  return tx.run(sql`update mail_message set ${EMPTIED} where content is not null and queued_at < ${before}`);
}

/**
 * Empties what is still kept of mails of a locality to one address. One that is being handed over at this moment may
 * still arrive; it is not tried again. @returns how many were not sent yet
 */
export async function forgetMailToDigest(
  tx: Transaction,
  { localityId, recipientDigest }: { localityId: number; recipientDigest: string },
): Promise<number> {
  const theirs = sql`recipient_digest = ${recipientDigest} and locality_id = ${localityId}`;
  const unsent = await tx.run(
    sql`update mail_message set ${EMPTIED} where ${theirs} and state in ('queued', 'handing', 'failed')`,
  );
  await tx.run(sql`update mail_message set ${EMPTIED} where ${theirs} and state = 'sent'`);
  return unsent;
}

// The catcher of the demo -------------------------------------------------------------------------------

export interface CaughtMail {
  id: number;
  purpose: string;
  language: Lang;
  dedupe_key: string;
  content: string;
  state: MailState;
  queued_at: Date;
}

const CAUGHT = sql`id, purpose, language, dedupe_key, content, state, queued_at`;

/** Mails of a portal whose content is still kept, the newest first. */
export function listCaughtMail(db: Queryable, portalId: number, limit: number): Promise<CaughtMail[]> {
  return db.rows(sql`select ${CAUGHT} from mail_message where portal_id = ${portalId} and content is not null
    order by id desc limit ${limit}`);
}

export function findCaughtMail(
  db: Queryable,
  portalId: number,
  mailId: number,
): Promise<CaughtMail | undefined> {
  return db.find(sql`select ${CAUGHT} from mail_message
    where id = ${mailId} and portal_id = ${portalId} and content is not null`);
}
