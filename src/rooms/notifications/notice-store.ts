import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';
import type { Lang, Words } from '../../rules/lang.ts';

export interface NewNotice {
  personId: number;
  /** A portal of the locality; the person sees the notice while he has a part in it. */
  portalId: number;
  /** Unread warnings go into the daily mail. */
  kind: 'news' | 'warning';
  /** No personal data of citizens: it is mailed to staff. */
  words: Words;
  /** Address of the desk it leads to, in both languages. */
  href: Words;
  /** The same key a second time for the same person is the same notice. */
  onceKey?: string | undefined;
}

/** Without a target of the conflict, because who tells may not see what the other was told. */
export async function insertNotice(tx: Transaction, notice: NewNotice, at: Date): Promise<void> {
  await tx.run(sql`insert into notice (person_id, portal_id, kind, words_vi, words_en, href_vi, href_en, once_key, created_at)
    values (${notice.personId}, ${notice.portalId}, ${notice.kind}, ${notice.words.vi}, ${notice.words.en},
      ${notice.href.vi}, ${notice.href.en}, ${notice.onceKey ?? null}, ${at}) on conflict do nothing`);
}

export interface NoticeRow {
  id: number;
  portal_id: number;
  kind: 'news' | 'warning';
  words_vi: string;
  words_en: string;
  href_vi: string;
  href_en: string;
  created_at: Date;
  read_at: Date | null;
}

/** What a person was told, unread first, the newest first. */
export function listNotices(
  db: Queryable,
  { personId, isRead, limit }: { personId: number; isRead: boolean; limit: number },
): Promise<NoticeRow[]> {
  return db.rows(sql`select id, portal_id, kind, words_vi, words_en, href_vi, href_en, created_at, read_at from notice
    where person_id = ${personId} and (read_at is not null) = ${isRead}::boolean order by id desc limit ${limit}`);
}

export async function countUnread(db: Queryable, personId: number): Promise<number> {
  const row = await db.get<{ count: number }>(
    sql`select count(*) as count from notice where person_id = ${personId} and read_at is null`,
  );
  return row.count;
}

/** Those named, or all that are unread. */
export function markRead(
  tx: Transaction,
  { personId, noticeIds, at }: { personId: number; noticeIds: readonly number[] | undefined; at: Date },
): Promise<number> {
  const named = noticeIds ? [...noticeIds] : null;
  return tx.run(sql`update notice set read_at = ${at} where person_id = ${personId} and read_at is null
    and (${named}::bigint[] is null or id = any (${named}::bigint[]))`);
}

export function deleteNoticesBefore(tx: Transaction, before: Date): Promise<number> {
  return tx.run(sql`delete from notice where created_at < ${before}`);
}

// The daily mail ----------------------------------------------------------------------------------------

export interface DigestRow {
  person_id: number;
  email: string;
  full_name: string;
  language: Lang;
  notice_id: number;
  portal_id: number;
  words_vi: string;
  words_en: string;
  href_vi: string;
  href_en: string;
  created_at: Date;
}

/**
 * Unread warnings no mail has told yet, of those who can be reached, still work here and have not stopped the mail.
 * More of one locality in a day than the limit wait for the next.
 */
export function listForDigest(
  db: Queryable,
  { localityId, on, limit }: { localityId: number; on: string; limit: number },
): Promise<DigestRow[]> {
  return db.rows(sql`select p.id as person_id, p.email, p.full_name, p.language, n.id as notice_id, n.portal_id,
      n.words_vi, n.words_en, n.href_vi, n.href_en, n.created_at
    from notice n join person p on p.id = n.person_id left join digest_choice c on c.person_id = p.id
    where p.locality_id = ${localityId} and n.kind = 'warning' and n.read_at is null and n.digested_at is null
      and p.email is not null and p.disabled_at is null and c.is_stopped is not true
      and exists (select from role_grant g where g.person_id = p.id and g.revoked_at is null
        and g.valid_from <= ${on}::date and (g.valid_to is null or g.valid_to >= ${on}::date))
    order by p.id, n.id limit ${limit}`);
}

export function markDigested(tx: Transaction, noticeIds: readonly number[], at: Date): Promise<number> {
  return tx.run(
    sql`update notice set digested_at = ${at} where id = any (${[...noticeIds]}::bigint[]) and digested_at is null`,
  );
}

export async function isDigestStopped(db: Queryable, personId: number): Promise<boolean> {
  const row = await db.find<{ is_stopped: boolean }>(
    sql`select is_stopped from digest_choice where person_id = ${personId}`,
  );
  return row?.is_stopped ?? false;
}

export async function saveDigestChoice(
  tx: Transaction,
  { personId, isStopped, at }: { personId: number; isStopped: boolean; at: Date },
): Promise<void> {
  await tx.run(sql`insert into digest_choice (person_id, is_stopped, changed_at)
    values (${personId}, ${isStopped}, ${at})
    on conflict (person_id) do update set is_stopped = excluded.is_stopped, changed_at = excluded.changed_at`);
}

/** Whoever the link out of the daily mail names, in this locality. */
export async function isStaffOf(db: Queryable, localityId: number, personId: number): Promise<boolean> {
  const row = await db.get<{ there: boolean }>(sql`select exists (
    select from person where id = ${personId} and locality_id = ${localityId}) as there`);
  return row.there;
}
