import type { App } from '../app.ts';
import type { Command } from '../platform/command/index.ts';
import type { Database } from '../platform/db/index.ts';
import { SealError } from '../platform/seal/index.ts';
import {
  type FreshSeals,
  freshFields,
  type SealedRow,
  type SealedTable,
  saveSeals,
} from '../platform/seal/tables.ts';
import { ROOMS } from '../rooms.ts';
import { type OperatorCommand, sentence } from './command.ts';
import { withApp } from './installation.ts';
import { nationalMachine } from './lookups.ts';
import { table } from './output.ts';

/** Rows of one transaction: short enough that nobody waits for it. */
const BATCH = 200;

const WORDS = {
  none: {
    vi: 'Không còn gì niêm phong bằng khóa cũ.',
    en: 'Nothing is left that an older key sealed.',
  },
  done: (n: number) => ({
    vi: `Đã niêm phong lại ${n} chỗ bằng khóa mới nhất.`,
    en: `${n} fields and files were sealed anew with the newest key.`,
  }),
  closed: {
    vi: 'Không mở được, nên để nguyên. Thiếu khóa cũ trong SEAL_KEYS, hoặc sai SECRET_KEY:',
    en: 'These do not open and were left as they are. An old key is missing in SEAL_KEYS, or SECRET_KEY is another:',
  },
};
const HEADS = { vi: ['Bảng', 'Dòng'], en: ['Table', 'Row'] };

interface FreshRow {
  id: number;
  fresh: FreshSeals;
}

/** Columns that were written, by the rows' numbers. */
type Written = ReadonlyMap<number, readonly string[]>;

/** One batch of rows sealed anew, in one transaction and one entry of the record. */
const resealRows: Command<{ table: string; rows: readonly FreshRow[] }, Written> = {
  name: 'operator.resealRows',
  permit: 'operator.reseal',
  permits: { 'operator.reseal': [] },
  portal: () => 0,
  async run({ tx, record }, { table: name, rows }) {
    const written = new Map<number, string[]>();
    for (const { id, fresh } of rows) written.set(id, await saveSeals(tx, name, id, fresh));
    const [first, last] = [rows.at(0)?.id, rows.at(-1)?.id];
    record({
      portalId: null,
      subject: { kind: 'sealedTable', id: name },
      payload: { from: first ?? null, through: last ?? null, rows: rows.length },
    });
    return written;
  },
};

export const SEALED_TABLES: readonly SealedTable[] = ROOMS.flatMap(({ sealed = [] }) => sealed);

/** Every row with something sealed, in order, batch by batch. */
export async function* sealedRows(database: Database, { list }: SealedTable): AsyncGenerator<SealedRow[]> {
  for (let afterId = 0; ; ) {
    const from = afterId;
    const rows = await database.transaction({ as: 'system' }, (tx) => list(tx, from, BATCH));
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) return;
    afterId = rows.at(-1)?.id ?? afterId;
  }
}

/** What of a row an older key sealed, sealed by the newest; its bytes are written before the row that will name them. */
async function freshOf({ ports }: App, row: SealedRow): Promise<FreshSeals> {
  const { seal, files } = ports;
  const fields = freshFields(seal, row);
  const kept = row.file && (await files.open(row.file.hash));
  if (!row.file || !kept) return { fields };
  const chunks: Buffer[] = [];
  for await (const chunk of kept.stream()) chunks.push(chunk as Buffer);
  const sealed = Buffer.concat(chunks);
  if (seal.isNewest(sealed)) return { fields };
  const { place, hash: before } = row.file;
  const { hash: after } = await files.put(seal.sealBytes(seal.openBytes(sealed, place), place));
  return { fields, hash: { before, after } };
}

export interface Resealed {
  /** Columns and files. */
  count: number;
  closed: { table: string; id: number }[];
}

async function resealTable(app: App, one: SealedTable, sum: Resealed): Promise<void> {
  const machine = await nationalMachine(app);
  for await (const rows of sealedRows(app.ports.database, one)) {
    const fresh: FreshRow[] = [];
    for (const row of rows) {
      try {
        const made = await freshOf(app, row);
        if (made.fields.length > 0 || made.hash) fresh.push({ id: row.id, fresh: made });
      } catch (error) {
        if (!(error instanceof SealError)) throw error;
        sum.closed.push({ table: one.name, id: row.id });
      }
    }
    if (fresh.length === 0) continue;
    const written = await app.ports.perform(machine, resealRows, { table: one.name, rows: fresh });
    for (const columns of written.values()) sum.count += columns.length;
    await removeUnnamed(app, fresh, written);
  }
}

/**
 * Bytes that no row names now: the old ones, and the new ones of a row that was emptied meanwhile. Every sealing has
 * bytes of its own, so no other row names them.
 */
async function removeUnnamed({ ports }: App, rows: readonly FreshRow[], written: Written): Promise<void> {
  for (const { id, fresh } of rows) {
    if (!fresh.hash) continue;
    await ports.files.remove(fresh.hash.before);
    if (!written.get(id)?.includes('hash')) await ports.files.remove(fresh.hash.after);
  }
}

/** Seals everything anew that an older key sealed. What does not open is named and stays as it is. */
export async function resealAll(app: App, step: (table: string) => void = () => {}): Promise<Resealed> {
  const sum: Resealed = { count: 0, closed: [] };
  for (const one of SEALED_TABLES) {
    step(one.name);
    await resealTable(app, one, sum);
  }
  return sum;
}

/**
 * `keys reseal`: what an older key sealed is sealed by the newest, so that the older one can be destroyed. Broken off, it
 * goes on where it was when it is started again; the server may run beside it once it knows the new key.
 */
export const keysReseal: OperatorCommand = {
  name: 'keys reseal',
  words: {
    vi: 'Niêm phong lại dữ liệu kín bằng khóa mới nhất trong SEAL_KEYS',
    en: 'Seal what is confidential anew with the newest key of SEAL_KEYS',
  },
  run: (call) =>
    withApp(call, async (app) => {
      const sum = await resealAll(app, (name) => call.progress.step(name));
      const closed = sum.closed.map((row) => [row.table, String(row.id)]);
      return {
        data: { resealed: sum.count, closed: sum.closed },
        text: [
          sentence(call, sum.count === 0 ? WORDS.none : WORDS.done(sum.count)),
          ...(closed.length > 0 ? [sentence(call, WORDS.closed), table(HEADS[call.lang], closed)] : []),
        ].join('\n'),
        ok: closed.length === 0,
      };
    }),
};
