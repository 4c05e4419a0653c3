import type { AppendAudit } from '../../platform/command/index.ts';
import type { Queryable } from '../../platform/db/index.ts';
import { type AuditRecord, chainHash, findBreak } from '../../rules/audit/index.ts';
import { type EntryRow, findHead, insertCaller, insertEntry, listAfter, lockHead } from './store.ts';

const VERIFY_BATCH = 1_000;

/** Appends one entry to the locality's chain, in the command's transaction, and beside it from where it was done. */
export const appendAudit: AppendAudit = async (tx, entry) => {
  const { actor, command, at, portalId, subject, payload, caller } = entry;
  const head = await lockHead(tx, actor.localityId);
  // through JSON once, so that what is hashed is what jsonb gives back
  const kept: unknown = JSON.parse(JSON.stringify(payload));
  const record: AuditRecord = {
    localityId: actor.localityId,
    seq: head.seq + 1,
    portalId,
    personId: actor.kind === 'person' ? actor.personId : null,
    actor: actor.kind === 'person' ? actor.username : actor.name,
    command,
    subjectKind: subject.kind,
    subjectId: String(subject.id),
    payload: kept,
    at: at.toISOString(),
  };
  await insertEntry(tx, {
    locality_id: record.localityId,
    seq: record.seq,
    portal_id: record.portalId,
    person_id: record.personId,
    actor: record.actor,
    command,
    subject_kind: record.subjectKind,
    subject_id: record.subjectId,
    payload: JSON.stringify(kept),
    at,
    prev_hash: head.hash,
    hash: chainHash(head.hash, record),
  });
  if (caller)
    await insertCaller(tx, { ...caller, localityId: record.localityId, seq: record.seq, portalId, at });
};

/** An entry as it was hashed. */
export function recordOf(row: EntryRow): AuditRecord & { prevHash: string; hash: string } {
  return {
    localityId: row.locality_id,
    seq: row.seq,
    portalId: row.portal_id,
    personId: row.person_id,
    actor: row.actor,
    command: row.command,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    payload: row.payload,
    at: row.at.toISOString(),
    prevHash: row.prev_hash,
    hash: row.hash,
  };
}

export type ChainVerdict =
  | { whole: true; entries: number; hash: string }
  | { whole: false; seq: number; reason: 'gap' | 'prev' | 'hash' | 'head' };

/** Walks the whole chain of a locality. `head`: entries at the end were cut off. */
export async function verifyChain(db: Queryable, localityId: number): Promise<ChainVerdict> {
  let at = { seq: 0, hash: '' };
  for (;;) {
    const batch = (await listAfter(db, localityId, at.seq, VERIFY_BATCH)).map(recordOf);
    const broken = findBreak(batch, at);
    if (broken) return { whole: false, ...broken };
    const last = batch.at(-1);
    if (!last) break;
    at = { seq: last.seq, hash: last.hash };
  }
  const head = await findHead(db, localityId);
  if ((head?.seq ?? 0) !== at.seq || (head?.hash ?? '') !== at.hash)
    return { whole: false, seq: at.seq + 1, reason: 'head' };
  return { whole: true, entries: at.seq, hash: at.hash };
}

/** Every entry of a locality in order, as it was hashed; some at a time, however long the record is. */
export async function* walkChain(db: Queryable, localityId: number): AsyncGenerator<AuditRecord> {
  for (let seq = 0; ; ) {
    const batch = (await listAfter(db, localityId, seq, VERIFY_BATCH)).map(recordOf);
    yield* batch;
    const last = batch.at(-1);
    if (!last) return;
    seq = last.seq;
  }
}
