import type { Database } from '../platform/db/index.ts';
import type { Sealer } from '../platform/seal/index.ts';
import { closedColumns } from '../platform/seal/tables.ts';
import type { Finding } from './doctor-checks.ts';
import { FINDINGS, TITLES } from './doctor-words.ts';
import { SEALED_TABLES, sealedRows } from './keys-reseal.ts';

/** Opens every sealed row with the keys that are there, and counts what an older key sealed. */
export async function sealFinding(database: Database, seal: Sealer): Promise<Finding> {
  const title = TITLES.seals;
  const closed = new Map<string, number>();
  let rows = 0;
  let older = 0;
  for (const table of SEALED_TABLES) {
    for await (const batch of sealedRows(database, table)) {
      rows += batch.length;
      for (const row of batch) {
        const columns = closedColumns(seal, row);
        if (columns.length > 0) closed.set(table.name, (closed.get(table.name) ?? 0) + 1);
        else if (row.fields.some(({ sealed }) => !seal.isNewest(sealed))) older++;
      }
    }
  }
  if (closed.size > 0) {
    const told = [...closed].map(([name, count]) => `${name} ${count}`).join(', ');
    return { state: 'bad', title, text: FINDINGS.sealsClosed(told), remedy: FINDINGS.sealsClosedRemedy };
  }
  if (older > 0)
    return {
      state: 'note',
      title,
      text: FINDINGS.sealsOlder(rows, older),
      remedy: FINDINGS.sealsOlderRemedy,
    };
  return { state: 'good', title, text: FINDINGS.sealsGood(rows) };
}
