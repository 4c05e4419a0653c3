import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';

/** Empties an inquiry of everything that names or reaches its asker; figures, classes and dates stay. */
export async function emptyInquiry(tx: Transaction, id: number, at: Date): Promise<void> {
  await tx.run(sql`update inquiry set asker = null, content = null, code_sealed = null, mail_digest = null,
      form_digest = null, consents = '{}', about_ids = '{}', asked_by_person_id = null, code_digest = ${`forgotten:${id}`},
      forgotten_at = ${at}, version = version + 1
    where id = ${id}`);
  await tx.run(sql`update inquiry_event set note = null where inquiry_id = ${id} and note is not null`);
  await tx.run(sql`update inquiry_part set contribution = null where inquiry_id = ${id}`);
}

/** What stays of an answer: the public copy, sealed anew; nothing of one that only the asker read. */
export async function keepAnswer(tx: Transaction, inquiryId: number, content: string | null): Promise<void> {
  await tx.run(sql`update inquiry_answer set content = ${content} where inquiry_id = ${inquiryId}`);
}

/** Takes the names and places of its files out. @returns the hashes of the bytes that must be destroyed */
export async function emptyFiles(tx: Transaction, inquiryId: number): Promise<string[]> {
  const rows = await tx.rows<{ hash: string }>(
    sql`select hash from inquiry_file where inquiry_id = ${inquiryId} and hash is not null limit 1000`,
  );
  await tx.run(sql`update inquiry_file set name = null, hash = null where inquiry_id = ${inquiryId}`);
  return rows.map(({ hash }) => hash);
}

/** Which of these bytes a row still names. */
export async function hashesInUse(db: Queryable, hashes: readonly string[]): Promise<Set<string>> {
  const rows = await db.rows<{ hash: string }>(
    sql`select distinct hash from inquiry_file where hash = any (${`{${hashes.join(',')}}`}::text[])`,
  );
  return new Set(rows.map(({ hash }) => hash));
}

/** Whether the same address asks something that is still open. */
export async function asksElsewhere(
  db: Queryable,
  mailDigest: string | null,
  exceptId: number,
): Promise<boolean> {
  if (mailDigest === null) return false;
  const { count } = await db.get<{ count: number }>(sql`select count(*) as count from inquiry
    where mail_digest = ${mailDigest} and id <> ${exceptId} and closed_at is null`);
  return count > 0;
}

/** Closed before an instant and not emptied yet, the oldest first, of one locality. */
export function listToForget(
  db: Queryable,
  { localityId, before, limit }: { localityId: number; before: Date; limit: number },
): Promise<{ id: number; portal_id: number }[]> {
  return db.rows(sql`select id, portal_id from inquiry where locality_id = ${localityId} and closed_at < ${before}
      and forgotten_at is null
    order by closed_at, id limit ${limit}`);
}

// How long things are kept: a setting of the locality -------------------------------------------------

const KEY = 'inquiries.keepYears';

/** Years the locality chose; undefined: it never did. */
export async function findKeepYears(db: Queryable, localityId: number): Promise<number | undefined> {
  const row = await db.find<{ value: number }>(
    sql`select value from setting where locality_id = ${localityId} and portal_id is null and key = ${KEY}`,
  );
  return row?.value;
}

export async function saveKeepYears(
  tx: Transaction,
  one: { localityId: number; years: number; by: number | null; at: Date },
): Promise<void> {
  await tx.run(sql`insert into setting (locality_id, key, value, changed_by, changed_at)
    values (${one.localityId}, ${KEY}, ${JSON.stringify(one.years)}::jsonb, ${one.by}, ${one.at})
    on conflict (coalesce(locality_id, 0), coalesce(portal_id, 0), key)
    do update set value = excluded.value, changed_by = excluded.changed_by, changed_at = excluded.changed_at`);
}
