import { createHash } from 'node:crypto';
import type { Queryable } from '../../platform/db/index.ts';
import type { FileStore } from '../../platform/files/index.ts';
import { canonicalJson, sha256 } from '../../rules/audit/index.ts';
import { fingerprintOf, isSigned, parseStatement, statementHash } from '../../rules/gazette/index.ts';
import { walkChain } from '../audit/index.ts';
import { findIssueSeal, type IssueSeal, listIssueSeals, listKeySeals, listSentSeals } from './seal-store.ts';

/** What an issue is recorded by (SHA-256 over its row, its entries and its key). */
export async function sealIssue(db: Queryable, id: number): Promise<{ id: number; hash: string }> {
  const { sealed } = await findIssueSeal(db, id);
  return { id, hash: sha256(canonicalJson(sealed)) };
}

export type GazetteFault =
  | 'changed'
  | 'deleted'
  | 'unrecorded'
  | 'content'
  | 'signature'
  | 'key'
  | 'order'
  | 'pdf'
  | 'sending';

export type GazetteVerdict =
  | { whole: true; issues: number }
  /** `id` is that of an issue, for `sending` that of what was sent, for `key` that of an issue or of a key. */
  | { whole: false; id: number; reason: GazetteFault };

interface Recorded {
  issues: Map<number, string>;
  /** When each key was made, by its fingerprint. */
  keys: Map<string, { id: number; at: string }>;
  /** Of what was sent: by whom and when. */
  sent: Map<number, { by: number | null; at: string }>;
  /** Every document that was ever noted or sent. */
  noted: Map<number, number>;
}

async function readRecord(db: Queryable, localityId: number): Promise<Recorded> {
  const found: Recorded = { issues: new Map(), keys: new Map(), sent: new Map(), noted: new Map() };
  for await (const { command, payload, personId, at, subjectId } of walkChain(db, localityId)) {
    const { issue, key, sendingId } = (payload ?? {}) as {
      issue?: { id: number; hash: string };
      key?: { id: number; fingerprint: string };
      sendingId?: number;
    };
    if (command === 'gazette.issueApproved' && issue) found.issues.set(issue.id, issue.hash);
    if (command === 'gazette.createKey' && key) found.keys.set(key.fingerprint, { id: key.id, at });
    if (sendingId === undefined || !command.startsWith('gazette.')) continue;
    found.noted.set(sendingId, Number(subjectId));
    if (command === 'gazette.sendToGazette') found.sent.set(sendingId, { by: personId, at });
  }
  return found;
}

function isKeyOf({ fingerprint, public_key }: IssueSeal, keys: Recorded['keys']): boolean {
  if (!keys.has(fingerprint)) return false;
  try {
    return fingerprintOf(public_key) === fingerprint;
  } catch {
    return false;
  }
}

/** Holds one issue against the record, its own signature and the one before it. */
function issueFault(
  one: IssueSeal,
  record: Recorded,
  previous: IssueSeal | undefined,
): GazetteFault | undefined {
  const hash = record.issues.get(one.id);
  if (hash === undefined) return 'unrecorded';
  if (hash !== sha256(canonicalJson(one.sealed))) return 'changed';
  if (!isKeyOf(one, record.keys)) return 'key';
  const statement = parseStatement(one.statement);
  if (!statement || !isSigned(one.statement, Buffer.from(one.signature, 'base64'), one.public_key))
    return 'signature';
  if (statement.content !== sha256(one.content)) return 'content';
  if (statement.pdf !== one.pdf_hash) return 'pdf';
  if (statement.previous !== (previous && statementHash(previous.statement))) return 'order';
  const next = previous?.year === one.year ? previous.last_number + 1 : 1;
  return one.number === next ? undefined : 'order';
}

async function isStored(files: FileStore, hash: string): Promise<boolean> {
  const found = await files.open(hash);
  if (!found) return false;
  const made = createHash('sha256');
  for await (const chunk of found.stream()) made.update(chunk as Buffer);
  return made.digest('hex') === hash;
}

const sameInstant = (one: string | null, other: string | undefined) =>
  one === null || other === undefined
    ? one === null && other === undefined
    : new Date(one).getTime() === new Date(other).getTime();

/** Every key is one that was recorded, and signs until the next was made. */
async function keyFault(db: Queryable, localityId: number, { keys }: Recorded): Promise<number | undefined> {
  const made = [...keys.values()];
  const rows = await listKeySeals(db, localityId);
  for (const [at, row] of rows.entries()) {
    const record = keys.get(row.fingerprint);
    const isAsRecorded =
      record?.id === row.id &&
      sameInstant(row.created_at, record.at) &&
      sameInstant(row.retired_at, made[at + 1]?.at);
    if (!isAsRecorded) return row.id;
  }
  return made.find(({ id }) => !rows.some((row) => row.id === id))?.id;
}

/** What was sent is what the record says was sent. */
async function sendingFault(
  db: Queryable,
  localityId: number,
  { sent, noted }: Recorded,
): Promise<number | undefined> {
  const rows = await listSentSeals(db, localityId);
  const missing = new Set(noted.keys());
  for (const row of rows) {
    missing.delete(row.id);
    if (noted.get(row.id) !== row.item_id) return row.id;
    const record = sent.get(row.id);
    const isAsRecorded = record
      ? row.sent_by === record.by && sameInstant(row.sent_at, record.at)
      : row.sent_at === null && row.sent_by === null;
    if (!isAsRecorded) return row.id;
  }
  const [gone] = [...missing].sort((a, b) => a - b);
  return gone;
}

const BATCH = 20;

/**
 * Holds the gazette of a locality against the record and against itself: every issue is the one that was approved, signed by a
 * recorded key, follows the one before it, and its printed pages are those that were signed. Walk the record first.
 *
 * @param files where the printed pages lie; not looked at when left out
 * @returns the first issue that does not hold
 */
export async function verifyGazette(
  db: Queryable,
  localityId: number,
  files?: FileStore,
): Promise<GazetteVerdict> {
  const record = await readRecord(db, localityId);
  const verdict = await verifyIssues(db, localityId, record, files);
  if (!verdict.whole) return verdict;
  const key = await keyFault(db, localityId, record);
  if (key !== undefined) return { whole: false, id: key, reason: 'key' };
  const sending = await sendingFault(db, localityId, record);
  return sending === undefined ? verdict : { whole: false, id: sending, reason: 'sending' };
}

async function verifyIssues(
  db: Queryable,
  localityId: number,
  record: Recorded,
  files: FileStore | undefined,
): Promise<GazetteVerdict> {
  const missing = new Set(record.issues.keys());
  let previous: IssueSeal | undefined;
  let issues = 0;
  for (;;) {
    const rows = await listIssueSeals(db, localityId, previous?.id ?? 0, BATCH);
    for (const one of rows) {
      missing.delete(one.id);
      const reason =
        issueFault(one, record, previous) ??
        (files && !(await isStored(files, one.pdf_hash)) ? 'pdf' : undefined);
      // an issue that was taken out breaks the one that follows it: it is the first that is wrong
      const [gone] = [...missing].filter((id) => id < one.id).sort((a, b) => a - b);
      if (reason && gone !== undefined) return { whole: false, id: gone, reason: 'deleted' };
      if (reason) return { whole: false, id: one.id, reason };
      previous = one;
      issues += 1;
    }
    if (rows.length < BATCH) break;
  }
  const [gone] = [...missing].sort((a, b) => a - b);
  if (gone !== undefined) return { whole: false, id: gone, reason: 'deleted' };
  return { whole: true, issues };
}
