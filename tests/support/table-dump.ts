import { type Sql, sql, type Transaction } from '../../src/platform/db/index.ts';

/** The record, which is compared by what it says, what chance made, and when the schema was. */
const LEFT_OUT = ['audit_entry', 'audit_head', 'sign_in_record', 'invitation', 'session', 'migration'];
const CHANCE_COLUMNS = ['password_hash'];
const ID_COLUMNS: Readonly<Record<string, 'item' | 'edition' | 'publication'>> = {
  ...{ item_id: 'item', origin_item_id: 'item', shown_item_id: 'item' },
  ...{ edition_id: 'edition', made_from_edition_id: 'edition', publication_id: 'publication' },
};

type Row = Record<string, unknown>;
const raw = (text: string): Sql => ({ text, values: [] }) as unknown as Sql;

/**
 * All rows of all tables but the record and sign-ins, and the jobs that wait, in an order of their own: without ids, rows of documents of
 * a holding named by its ids for them, and of instants only whether there is one.
 */
export async function dumpTables(tx: Transaction): Promise<Record<string, string[]>> {
  const names = await namesOf(tx);
  const tables = await tx.rows<{ name: string }>(sql`select relname as name from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`);
  const dump: Record<string, string[]> = {};
  for (const { name } of tables) {
    if (LEFT_OUT.includes(name)) continue;
    const rows = await tx.rows<{ row: Row }>(raw(`select to_jsonb(t) as row from ${name} t`));
    dump[name] = rows.map(({ row }) => JSON.stringify(named(name, row, names))).sort();
  }
  const jobs = await tx.rows<{ name: string; data: Row | null; state: string }>(
    sql`select name, data, state::text from jobs.job where left(name, 2) <> '__' order by created_on, id`,
  );
  dump.jobs = jobs
    .map(({ data, ...job }) => JSON.stringify({ ...job, data: data && namedData(data, names) }))
    .sort();
  return dump;
}

interface Names {
  item: Map<number, string>;
  edition: Map<number, string>;
  publication: Map<number, string>;
}

async function namesOf(tx: Transaction): Promise<Names> {
  const rows = await tx.rows<{ id: number; item_id: number; publication_id: number | null; source: string }>(
    sql`select e.id, e.item_id, p.id as publication_id, e.facts ->> 'sourceId' as source
      from edition e left join publication p on p.edition_id = e.id where e.facts ? 'sourceId'`,
  );
  const names: Names = { item: new Map(), edition: new Map(), publication: new Map() };
  for (const { id, item_id, publication_id, source } of rows) {
    names.item.set(item_id, source);
    names.edition.set(id, source);
    if (publication_id !== null) names.publication.set(publication_id, source);
  }
  return names;
}

function named(table: string, row: Row, names: Names): Row {
  const shown = Object.entries(row).flatMap(([column, value]): [string, unknown][] => {
    const kind = column === 'id' ? (table as keyof Names) : ID_COLUMNS[column];
    const of = kind === undefined ? undefined : names[kind];
    if (of && typeof value === 'number') return [[column, of.get(value) ?? value]];
    if (column === 'id' || CHANCE_COLUMNS.includes(column)) return [];
    const isInstant = typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d/u.test(value);
    return [[column, isInstant ? 'an instant' : value]];
  });
  return Object.fromEntries(shown);
}

const namedData = (data: Row, { item }: Names): Row =>
  'itemId' in data ? { ...data, itemId: item.get(Number(data.itemId)) ?? data.itemId } : data;
