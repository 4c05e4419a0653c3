import { type Queryable, sql } from '../../platform/db/index.ts';
import type { SealedField, SealedTable } from '../../platform/seal/tables.ts';
import { type Part, placeOf } from './sealed.ts';

/** Columns of a table by what they hold. */
type Columns = Readonly<Record<string, Part>>;
type Row = { id: number; code_digest: string } & Record<string, unknown>;

function fieldsOf(row: Row, columns: Columns): SealedField[] {
  return Object.entries(columns).flatMap(([column, part]) => {
    const sealed = row[column];
    return typeof sealed === 'string' ? [{ column, sealed, place: placeOf(row.code_digest, part) }] : [];
  });
}

function table(
  name: string,
  columns: Columns,
  read: (db: Queryable, afterId: number, limit: number) => Promise<Row[]>,
): SealedTable {
  return {
    name,
    list: async (db, afterId, limit) =>
      (await read(db, afterId, limit)).map((row) => ({
        id: row.id,
        fields: fieldsOf(row, columns),
        ...(typeof row.hash === 'string' && {
          file: { hash: row.hash, place: placeOf(row.code_digest, 'file') },
        }),
      })),
  };
}

/** Everything of the room that is sealed. */
export const SEALED_TABLES: readonly SealedTable[] = [
  table('inquiry', { asker: 'asker', content: 'content', code_sealed: 'code' }, (db, afterId, limit) =>
    db.rows(sql`select id, code_digest, asker, content, code_sealed from inquiry
      where id > ${afterId} order by id limit ${limit}`),
  ),
  table('inquiry_event', { note: 'note' }, (db, afterId, limit) =>
    db.rows(sql`select e.id, i.code_digest, e.note from inquiry_event e join inquiry i on i.id = e.inquiry_id
      where e.id > ${afterId} and e.note is not null order by e.id limit ${limit}`),
  ),
  table('inquiry_part', { contribution: 'contribution' }, (db, afterId, limit) =>
    db.rows(sql`select p.id, i.code_digest, p.contribution from inquiry_part p join inquiry i on i.id = p.inquiry_id
      where p.id > ${afterId} and p.contribution is not null order by p.id limit ${limit}`),
  ),
  table('inquiry_answer', { content: 'answer' }, (db, afterId, limit) =>
    db.rows(sql`select a.id, i.code_digest, a.content from inquiry_answer a join inquiry i on i.id = a.inquiry_id
      where a.id > ${afterId} and a.content is not null order by a.id limit ${limit}`),
  ),
  table('inquiry_file', { name: 'fileName' }, (db, afterId, limit) =>
    db.rows(sql`select f.id, i.code_digest, f.name, f.hash from inquiry_file f join inquiry i on i.id = f.inquiry_id
      where f.id > ${afterId} and f.hash is not null order by f.id limit ${limit}`),
  ),
];
