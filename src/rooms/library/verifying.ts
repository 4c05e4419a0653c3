import type { Queryable } from '../../platform/db/index.ts';
import { canonicalJson, sha256 } from '../../rules/audit/index.ts';
import { walkChain } from '../audit/index.ts';
import { DOCUMENT_KINDS, fieldsOf, readBody } from './rules.ts';
import {
  findRegistered,
  findRelationSeal,
  findStray,
  listReadTexts,
  listRelationSeals,
  type RelationSeal,
} from './seal-store.ts';
import { type CitationRow, listCitationsOf, type PublicText } from './store.ts';

/** What a relation is recorded by (SHA-256 over all of its row that never changes). */
export async function sealRelation(db: Queryable, id: number): Promise<{ id: number; hash: string }> {
  const { sealed } = await findRelationSeal(db, id);
  return { id, hash: sha256(canonicalJson(sealed)) };
}

export type LibraryFault = 'changed' | 'deleted' | 'unrecorded' | 'end' | 'misread' | 'miscited';

export type LibraryVerdict =
  | { whole: true; relations: number; documents: number }
  /** `what` and its number: a relation, or the item of a document. */
  | { whole: false; what: 'relation' | 'document'; id: number; reason: LibraryFault };

interface RelationRecord {
  sealed: Map<number, string>;
  removed: Map<number, { by: number | null; at: string }>;
}

const BATCH = 1_000;

async function readRecord(db: Queryable, localityId: number): Promise<RelationRecord> {
  const found: RelationRecord = { sealed: new Map(), removed: new Map() };
  for await (const { command, payload, personId, at } of walkChain(db, localityId)) {
    const { relation, relationId } = (payload ?? {}) as {
      relation?: { id: number; hash: string };
      relationId?: number;
    };
    if (command === 'library.relateDocuments' && relation) found.sealed.set(relation.id, relation.hash);
    if (command === 'library.removeRelation' && relationId !== undefined)
      found.removed.set(relationId, { by: personId, at });
  }
  return found;
}

function relationFault(row: RelationSeal, { sealed, removed }: RelationRecord): LibraryFault | undefined {
  const hash = sealed.get(row.id);
  if (hash === undefined) return 'unrecorded';
  if (hash !== sha256(canonicalJson(row.sealed))) return 'changed';
  const ending = removed.get(row.id);
  const endsAsRecorded = ending
    ? row.removed_by === ending.by &&
      row.removed_at !== null &&
      new Date(row.removed_at).getTime() === new Date(ending.at).getTime()
    : row.removed_at === null && row.removed_by === null;
  return endsAsRecorded ? undefined : 'end';
}

async function verifyRelations(
  db: Queryable,
  localityId: number,
): Promise<{ count: number } | { id: number; reason: LibraryFault }> {
  const record = await readRecord(db, localityId);
  const rows = await listRelationSeals(db, localityId);
  for (const row of rows) {
    const reason = relationFault(row, record);
    if (reason) return { id: row.id, reason };
    record.sealed.delete(row.id);
  }
  const [gone] = [...record.sealed.keys()].sort((a, b) => a - b);
  return gone === undefined ? { count: rows.length } : { id: gone, reason: 'deleted' };
}

const canonicalCitations = (rows: readonly object[]) => rows.map((row) => canonicalJson(row)).sort();

/** Whether the register says of a public text what the machine reads in it now. */
async function documentFault(db: Queryable, text: PublicText): Promise<LibraryFault | undefined> {
  const read = readBody(text.body_html);
  const cited = await listCitationsOf(db, text.item_id, text.language);
  const stored = cited.map(({ item_id: _, number_key, ...row }: CitationRow) => ({
    ...row,
    numberKey: number_key,
  }));
  if (canonicalJson(canonicalCitations(stored)) !== canonicalJson(canonicalCitations(read.cited)))
    return 'miscited';
  if (!DOCUMENT_KINDS.includes(text.kind)) return undefined;
  const row = await findRegistered(db, text);
  const fields = fieldsOf(text.facts);
  const isRight =
    row !== undefined &&
    canonicalJson([
      ...[row.number, row.number_key, row.type, row.issuer, row.signer, row.field, row.issued_on],
      ...[row.effective_on, row.expires_on, row.addresses, row.title, row.content_hash, row.portal_id],
      ...[row.locality_id, row.publication_id, row.ended_at],
    ]) ===
      canonicalJson([
        ...[fields.number, fields.numberKey, fields.type, fields.issuer, fields.signer, fields.field],
        ...[fields.issuedOn, fields.effectiveOn, fields.expiresOn, read.addresses, text.title],
        ...[text.content_hash, text.portal_id, text.locality_id, text.id, null],
      ]);
  return isRight ? undefined : 'misread';
}

/** What was read: the copies the machine has read, in the version it read them. */
async function verifyDocuments(
  db: Queryable,
  localityId: number,
): Promise<{ count: number } | { id: number; reason: LibraryFault }> {
  let count = 0;
  for (let last = 0; ; ) {
    const texts = await listReadTexts(db, localityId, last, BATCH);
    for (const text of texts) {
      const reason = await documentFault(db, text);
      if (reason) return { id: text.item_id, reason };
      if (DOCUMENT_KINDS.includes(text.kind)) count += 1;
    }
    const end = texts.at(-1);
    if (!end) break;
    last = end.id;
  }
  const stray = await findStray(db, localityId);
  return stray ? { id: stray.item_id, reason: 'misread' } : { count };
}

/**
 * Holds the library against the record and against the public copies: every relation is one that a person put on record,
 * and every document and citation is what is read in the text. Verify the record and the copies first.
 */
export async function verifyLibrary(db: Queryable, localityId: number): Promise<LibraryVerdict> {
  const relations = await verifyRelations(db, localityId);
  if ('reason' in relations) return { whole: false, what: 'relation', ...relations };
  const documents = await verifyDocuments(db, localityId);
  if ('reason' in documents) return { whole: false, what: 'document', ...documents };
  return { whole: true, relations: relations.count, documents: documents.count };
}
