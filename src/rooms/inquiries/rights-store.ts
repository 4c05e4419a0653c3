import { type Queryable, sql, type Transaction } from '../../platform/db/index.ts';
import { INQUIRY, type InquiryRow } from './store.ts';

/** More than anyone sends from one address; the newest are shown. */
const MOST = 500;

/** Everything that was sent from an address and is not forgotten, the newest first. */
export function listByMail(
  db: Queryable,
  { localityId, mailDigest }: { localityId: number; mailDigest: string },
): Promise<InquiryRow[]> {
  return db.rows(sql`${INQUIRY} where mail_digest = ${mailDigest} and locality_id = ${localityId}
    and forgotten_at is null order by id desc limit ${MOST}`);
}

/** The inquiry of a code and the parts it was split into, as far as they are not forgotten. */
export function listByCode(
  db: Queryable,
  { localityId, codeDigest }: { localityId: number; codeDigest: string },
): Promise<InquiryRow[]> {
  return db.rows(sql`${INQUIRY} where locality_id = ${localityId} and forgotten_at is null
    and (code_digest = ${codeDigest} or parent_id = (select id from inquiry where code_digest = ${codeDigest}))
    order by id limit ${MOST}`);
}

/** Those of the inquiries that the transaction may see, in their order. */
export function listInquiries(db: Queryable, ids: readonly number[]): Promise<InquiryRow[]> {
  return db.rows(
    sql`${INQUIRY} where id = any (${`{${ids.join(',')}}`}::bigint[]) order by id limit ${MOST}`,
  );
}

/** A link works once. @returns whether this was the first time */
export async function useLink(
  tx: Transaction,
  link: { digest: string; at: Date; forgetBefore: Date },
): Promise<boolean> {
  await tx.run(sql`delete from inquiry_link_used where used_at < ${link.forgetBefore}`);
  const made = await tx.run(sql`insert into inquiry_link_used (digest, used_at)
    values (${link.digest}, ${link.at}) on conflict (digest) do nothing`);
  return made > 0;
}
