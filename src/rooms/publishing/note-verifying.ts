import type { Queryable } from '../../platform/db/index.ts';
import { canonicalJson, sha256 } from '../../rules/audit/index.ts';
import { listNotes, listSealedNotes, type SealedNote } from './seal-store.ts';

/** What a record says of a note it made: how a copy was taken down, a correction, a review of a translation. */
export interface NoteRecord {
  kind: SealedNote['kind'];
  id: number;
  publicationId: number;
  hash: string;
}

/** Everything the record says of the notes of a locality. */
export interface Notes {
  sealed: Map<string, NoteRecord>;
  /** First instant of a sealed note of a kind: what is older was made before notes were sealed. */
  since: Map<SealedNote['kind'], string>;
  /** When each notice of something taken down went. */
  lifted: Map<number, string>;
}

export const newNotes = (): Notes => ({ sealed: new Map(), since: new Map(), lifted: new Map() });

const KINDS: readonly SealedNote['kind'][] = ['withdrawal', 'correction', 'review'];
const BATCH = 1_000;

const digestOf = ({ kind, id, facts }: SealedNote): string => sha256(canonicalJson([kind, id, facts]));
const keyOf = ({ kind, id }: { kind: string; id: number }) => `${kind} ${id}`;

/** The seal of a note as it lies in the database now, for the record of the command that made it. */
export async function sealNote(tx: Queryable, kind: SealedNote['kind'], id: number): Promise<NoteRecord> {
  const [note] = await listNotes(tx, kind, [id]);
  if (!note || note.publication_id === null) throw new Error(`${kind} ${id} is not there after it was made.`);
  return { kind, id, publicationId: note.publication_id, hash: digestOf(note) };
}

/** Takes in what one entry of the record says. */
export function readNotes(
  found: Notes,
  entry: { at: string; notes: readonly NoteRecord[]; lifts: readonly number[] },
): void {
  for (const note of entry.notes) {
    if (!found.since.has(note.kind)) found.since.set(note.kind, entry.at);
    found.sealed.set(keyOf(note), note);
  }
  for (const id of entry.lifts) found.lifted.set(id, entry.at);
}

/** @returns the number of the copy whose note is not as recorded; undefined when all are */
export async function verifyNotes(
  db: Queryable,
  localityId: number,
  found: Notes,
): Promise<number | undefined> {
  const missing = new Map(found.sealed);
  for (const kind of KINDS) {
    for (let last = 0; ; ) {
      const rows = await listSealedNotes(db, localityId, kind, last, BATCH);
      for (const note of rows) {
        missing.delete(keyOf(note));
        const odd = oddCopy(note, found);
        if (odd !== undefined) return odd;
      }
      const end = rows.at(-1);
      if (!end) break;
      last = end.id;
    }
  }
  const [gone] = missing.values();
  return gone?.publicationId;
}

function oddCopy(note: SealedNote, { sealed, since, lifted }: Notes): number | undefined {
  const record = sealed.get(keyOf(note));
  if (!record) {
    const from = since.get(note.kind);
    const isOlder = from === undefined || new Date(note.at) < new Date(from);
    return isOlder ? undefined : (note.publication_id ?? 0);
  }
  if (record.hash !== digestOf(note)) return record.publicationId;
  const liftedAt = lifted.get(note.id);
  if (note.kind !== 'withdrawal') return undefined;
  const isLiftedAsRecorded =
    liftedAt === undefined
      ? note.lifted_at === null
      : note.lifted_at !== null && new Date(note.lifted_at).getTime() === new Date(liftedAt).getTime();
  return isLiftedAsRecorded ? undefined : record.publicationId;
}
