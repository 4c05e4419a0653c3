import { createPerformer } from '../src/platform/command/index.ts';
import { sql } from '../src/platform/db/index.ts';
import { appendAudit } from '../src/rooms/audit/index.ts';
import { seedCalendar } from '../src/rooms/duties/index.ts';
import { listFallen } from '../src/rooms/library/relation-store.ts';
import { scopeDocument, startScopes } from '../src/rooms/library/scoping.ts';
import type { Machine, Person } from '../src/rules/access/index.ts';
import { freshDatabase } from '../tests/support/engines.ts';
import { fill } from './fill.ts';
import { median, type Row } from './support.ts';

const BODIES = 200;
const ITEMS = 100;
const CITING = 5_000;
const NOW = new Date('2026-11-20T09:45:00+07:00');
const START_GOAL_MS = 1_000;
const FALLEN_GOAL_MS = 2_000;
const RUNS = 5;

/**
 * A text issued in a province of 200 bodies opens a clock for each of them; once it is replaced, everything that rests on
 * it is listed. On PostgreSQL.
 */
export async function measureScopes(): Promise<Row[]> {
  const database = await freshDatabase('postgres');
  try {
    await fill(database, { portals: BODIES + 1, items: ITEMS });
    await addDocuments(database);
    const cache = { purge: () => {} };
    const { perform } = createPerformer({
      ...{ database: database.database, cache, appendAudit, now: () => NOW },
      jobs: () => ({ enqueue: async () => {} }) as never,
    });
    const machine: Machine = { kind: 'machine', name: 'bench', localityId: 1 };
    await seedCalendar({ perform }, machine);
    const board: Person = {
      ...{ kind: 'person', personId: 1, localityId: 1, username: 'bench', fullName: 'Bench', language: 'vi' },
      ...{ portalIds: [1], mustChangePassword: false },
      grants: [{ portalId: 1, role: 'boardMember' }],
    } as never;
    const toPortalIds = Array.from({ length: BODIES }, (_, i) => i + 2);
    const startedAt = performance.now();
    await perform(board, scopeDocument, { portalId: 1, itemId: 1, toPortalIds });
    const { started } = await perform(machine, startScopes, { itemId: 1, portalId: 1 });
    const startMs = performance.now() - startedAt;
    const listed: number[] = [];
    let found = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const at = performance.now();
      const rows = await database.database.transaction({ as: 'system' }, (tx) =>
        listFallen(tx, { portalIds: [1, ...toPortalIds], on: '2026-11-20', basisItemId: 1, limit: 100_000 }),
      );
      listed.push(performance.now() - at);
      found = rows.length;
    }
    const fallenMs = median(listed);
    return [
      {
        what: `a document opens ${started} clocks, one for each body within its scope, PostgreSQL`,
        value: `${startMs.toFixed(0)} ms`,
        goal: `< ${START_GOAL_MS} ms`,
        holds: started === BODIES && startMs < START_GOAL_MS,
      },
      {
        what: `once it is replaced, the ${found.toLocaleString('en')} items that rest on it are listed, PostgreSQL`,
        value: `${fallenMs.toFixed(0)} ms`,
        goal: `< ${FALLEN_GOAL_MS} ms`,
        holds: found === CITING && fallenMs < FALLEN_GOAL_MS,
      },
    ];
  } finally {
    await database.close();
  }
}

/** Two documents, one replacing the other, and thousands of items that name the first. */
async function addDocuments(database: Awaited<ReturnType<typeof freshDatabase>>): Promise<void> {
  await database.asOwner(async (owner) => {
    const run = (query: ReturnType<typeof sql>) => owner.query(query.text, query.values);
    await run(sql`insert into public_reading (item_id, language, locality_id, portal_id, publication_id, reader_version, read_at)
      select item_id, language, locality_id, portal_id, id, 1, now() from publication`);
    await run(sql`insert into document (item_id, language, locality_id, portal_id, publication_id, title, number, number_key,
        type, issuer, signer, field, issued_on, effective_on, addresses, content_hash)
      select p.item_id, 'vi', 1, p.portal_id, p.id, p.title, p.item_id || '/2026/QĐ-UBND', p.item_id || '/2026/qd-ubnd',
        'Quyết định', '', '', '', '2026-11-02', '2026-11-10', '{dieu-1}', 'x' from publication p where p.item_id in (1, 2)`);
    await run(sql`insert into document_citation (item_id, language, locality_id, portal_id, provision, role, printed, number,
        number_key, type, name, target)
      select p.item_id, 'vi', 1, p.portal_id, '', 'refers', '1/2026/QĐ-UBND', '1/2026/QĐ-UBND', '1/2026/qd-ubnd', '', '', ''
      from publication p where p.item_id > 2 order by p.item_id limit ${CITING}`);
    await run(sql`insert into document_relation (locality_id, portal_id, kind, from_item_id, to_item_id, confirmed_by, confirmed_at)
      values (1, 1, 'replaces', 2, 1, 1, now())`);
    await owner.exec('analyze');
  });
}
