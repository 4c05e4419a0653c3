import { type Queryable, raw, sql, type Transaction } from '../db/index.ts';
import { SealError, type Sealer } from './index.ts';

/** A sealed text in a column. */
export interface SealedField {
  column: string;
  sealed: string;
  /** What it was sealed for: it opens nowhere else. */
  place: string;
}

/** A row with something sealed in it, or beside it in the file store. */
export interface SealedRow {
  id: number;
  fields: readonly SealedField[];
  /** Sealed bytes; `hash` is their address, and stands in the column `hash`. */
  file?: { hash: string; place: string };
}

/** What of a row is sealed anew: texts by their columns, and the address of bytes. */
export interface FreshSeals {
  fields: readonly { column: string; before: string; after: string }[];
  hash?: { before: string; after: string };
}

/** A table of a room that holds sealed texts, for those who look after the keys. */
export interface SealedTable {
  name: string;
  /** Rows after a number, in order; those without anything sealed may be left out. */
  list(db: Queryable, afterId: number, limit: number): Promise<SealedRow[]>;
}

/**
 * Writes what was sealed anew. What somebody changed meanwhile stays: the newest key sealed it.
 *
 * @returns the columns that were written
 */
export async function saveSeals(
  tx: Transaction,
  table: string,
  id: number,
  { fields, hash }: FreshSeals,
): Promise<string[]> {
  const columns = hash ? [...fields, { column: 'hash', ...hash }] : fields;
  const written: string[] = [];
  for (const { column, before, after } of columns) {
    const changed = await tx.run(
      sql`update ${raw(table)} set ${raw(column)} = ${after} where id = ${id} and ${raw(column)} = ${before}`,
    );
    if (changed > 0) written.push(column);
  }
  return written;
}

/** @returns the fields an older key sealed, sealed by the newest. @throws SealError when one does not open */
export function freshFields(seal: Sealer, { fields }: SealedRow): FreshSeals['fields'] {
  return fields
    .filter(({ sealed }) => !seal.isNewest(sealed))
    .map(({ column, sealed, place }) => ({
      column,
      before: sealed,
      after: seal.seal(seal.open(sealed, place), place),
    }));
}

/** The columns of a row that do not open with the keys that are there. */
export function closedColumns(seal: Sealer, { fields }: SealedRow): string[] {
  return fields.flatMap(({ column, sealed, place }) => {
    try {
      seal.open(sealed, place);
      return [];
    } catch (error) {
      if (error instanceof SealError) return [column];
      throw error;
    }
  });
}
