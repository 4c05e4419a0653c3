import type { Queryable } from '../../platform/db/index.ts';
import { canonicalJson, sha256 } from '../../rules/audit/index.ts';
import { walkChain } from '../audit/index.ts';
import { type NoteRecord, type Notes, newNotes, readNotes, verifyNotes } from './note-verifying.ts';
import { listCopies, listSealedCopies, type SealedCopy } from './seal-store.ts';

/** What a public copy is recorded by: its content, its circumstances and its files (SHA-256). */
function digestOf({ id, content, circumstances }: SealedCopy): string {
  return sha256(canonicalJson([id, content, circumstances]));
}

/** The seals of copies as they lie in the database now, by their numbers, for the record of the command that made them. */
export async function sealPublications(tx: Queryable, ids: readonly number[]): Promise<Map<number, string>> {
  return new Map((await listCopies(tx, ids)).map((copy) => [copy.id, digestOf(copy)]));
}

/** `note`: what stands beside the copy for readers (how it was taken down, a correction, a review) is not as recorded. */
export type CopyFault = 'changed' | 'content' | 'deleted' | 'unrecorded' | 'end' | 'note';

export type CopiesVerdict =
  | { whole: true; copies: number; unsealed: number }
  | { whole: false; publicationId: number; reason: CopyFault };

/** How a copy ended, by the record. */
interface Ending {
  as: 'superseded' | 'withdrawn';
  at: string;
  notice: string | null;
}

/** What a record says of a copy it made. */
interface SealRecord {
  id: number;
  hash: string;
  supersedes: number | null;
  /** Numbers of the notices it took away. */
  lifts?: number[];
  notes?: NoteRecord[];
}

interface Recorded {
  sealed: Map<number, string>;
  /** First instant of a sealed copy: what is older was made before copies were sealed. */
  since: string | undefined;
  endings: Map<number, Ending>;
  /** Since when a copy stands in the archive list alone. */
  archived: Map<number, string>;
  notes: Notes;
}

const BATCH = 1_000;
/** Commands that take a public copy down. */
const TAKES_DOWN = new Set(['publishing.withdrawEdition', 'publishing.refuseUrgent']);

/** Everything the record says of the public copies of a locality. */
async function readRecord(db: Queryable, localityId: number): Promise<Recorded> {
  const found: Recorded = {
    sealed: new Map(),
    since: undefined,
    endings: new Map(),
    archived: new Map(),
    notes: newNotes(),
  };
  for await (const { payload, command, at } of walkChain(db, localityId)) {
    const { publication, documents, publicationId, notice, archived, ended, notes } = (payload ?? {}) as {
      publication?: SealRecord;
      /** Many at once, by one decision. */
      documents?: { publication?: SealRecord }[];
      publicationId?: number;
      notice?: string;
      archived?: number[];
      /** Taken down together. */
      ended?: { publicationId: number; notice: string }[];
      notes?: NoteRecord[];
    };
    if (command.startsWith('publishing.')) {
      readNotes(found.notes, { at, notes: notes ?? [], lifts: [] });
      for (const one of archived ?? []) found.archived.set(one, at);
      for (const one of ended ?? [])
        found.endings.set(one.publicationId, { as: 'withdrawn', at, notice: one.notice });
    }
    for (const one of [publication, ...(documents ?? []).map((each) => each.publication)]) {
      if (!one) continue;
      found.since ??= at;
      found.sealed.set(one.id, one.hash);
      readNotes(found.notes, { at, notes: one.notes ?? [], lifts: one.lifts ?? [] });
      if (one.supersedes !== null) found.endings.set(one.supersedes, { as: 'superseded', at, notice: null });
    }
    if (TAKES_DOWN.has(command) && publicationId !== undefined)
      found.endings.set(publicationId, { as: 'withdrawn', at, notice: notice ?? '' });
  }
  return found;
}

const sameInstant = (one: string | null, other: string) =>
  one !== null && new Date(one).getTime() === new Date(other).getTime();

function faultOf(copy: SealedCopy, { sealed, since, endings, archived }: Recorded): CopyFault | undefined {
  if (sha256(canonicalJson(copy.content)) !== copy.content_hash) return 'content';
  const hash = sealed.get(copy.id);
  const isOlder = since === undefined || new Date(copy.published_at) < new Date(since);
  if (hash === undefined) return isOlder ? undefined : 'unrecorded';
  if (hash !== digestOf(copy)) return 'changed';
  const archivedAt = archived.get(copy.id);
  if (archivedAt === undefined ? copy.archived_at !== null : !sameInstant(copy.archived_at, archivedAt))
    return 'end';
  const ending = endings.get(copy.id);
  const endsAsRecorded = ending
    ? copy.ended_as === ending.as &&
      sameInstant(copy.ended_at, ending.at) &&
      copy.withdrawal_notice === ending.notice
    : copy.ended_at === null && copy.ended_as === null && copy.withdrawal_notice === null;
  return endsAsRecorded ? undefined : 'end';
}

/**
 * Holds every public copy of a locality, also those that ended, against the record: that it is what was approved, by whom
 * and when, that it ended as recorded, that none is missing and none was slipped in. Walk the chain of the record first.
 *
 * @returns the first that does not hold, by its number
 */
export async function verifyPublications(db: Queryable, localityId: number): Promise<CopiesVerdict> {
  const record = await readRecord(db, localityId);
  const missing = new Set(record.sealed.keys());
  let seen = 0;
  let fault: { publicationId: number; reason: CopyFault } | undefined;
  for (let last = 0; !fault; ) {
    const rows = await listSealedCopies(db, localityId, last, BATCH);
    for (const copy of rows) {
      missing.delete(copy.id);
      const reason = faultOf(copy, record);
      if (reason) {
        fault = { publicationId: copy.id, reason };
        break;
      }
      seen += 1;
    }
    const end = rows.at(-1);
    if (!end) break;
    last = end.id;
  }
  if (fault) return { whole: false, ...fault };
  const [gone] = [...missing].sort((a, b) => a - b);
  if (gone !== undefined) return { whole: false, publicationId: gone, reason: 'deleted' };
  const odd = await verifyNotes(db, localityId, record.notes);
  if (odd !== undefined) return { whole: false, publicationId: odd, reason: 'note' };
  return { whole: true, copies: seen, unsealed: seen - record.sealed.size };
}

/** Whether the content of a copy still has the hash it was approved with; {@link verifyPublications} holds all the rest. */
export async function isContentWhole(db: Queryable, publicationId: number): Promise<boolean> {
  const [copy] = await listCopies(db, [publicationId]);
  return copy !== undefined && sha256(canonicalJson(copy.content)) === copy.content_hash;
}
