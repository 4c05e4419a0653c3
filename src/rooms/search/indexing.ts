import { announcePurge } from '../../platform/command/index.ts';
import type { JobDefinition } from '../../platform/jobs/index.ts';
import type { Ports } from '../../platform/ports.ts';
import { entriesOf, type Spellings, TermChanges } from './entries-rules.ts';
import {
  changeTerms,
  countItems,
  dropEmptyTerms,
  insertEntries,
  listCopies,
  listItemsAfter,
  listUnindexed,
  removeEntries,
} from './index-store.ts';

export const INDEX_JOB = 'search.index';
export const CATCH_UP_JOB = 'search.catchUp';
/** Items of one transaction: few enough that a search waits for none. */
const BATCH = 100;

/** Pages of results depend on it. */
export function searchKey(localityId: number): string {
  return `search:${localityId}`;
}

/**
 * Makes the entries of items anew from what is public of them now. Derived data: no entry of the record is written, and
 * running it twice changes nothing.
 */
export async function indexItems(ports: Ports, itemIds: readonly number[]): Promise<void> {
  const system = { as: 'system' } as const;
  const copies = await ports.database.transaction(system, (tx) => listCopies(tx, itemIds));
  const spellings: Spellings = new Map();
  // the reading is outside the transaction: a long text takes a while
  const entries = copies.flatMap((copy) => entriesOf(copy, spellings));
  const keys = await ports.database.transaction(system, async (tx) => {
    const changes = new TermChanges();
    const localities = new Set<number>();
    for (const { locality_id, lexemes, length } of await removeEntries(tx, itemIds)) {
      changes.count(locality_id, lexemes, length, -1);
      localities.add(locality_id);
    }
    const put = entries.length > 0 ? await insertEntries(tx, entries) : new Set();
    for (const entry of entries) {
      if (!put.has(`${entry.publication_id} ${entry.place}`)) continue;
      changes.count(entry.locality_id, entry.lexemes, entry.length, 1);
      localities.add(entry.locality_id);
    }
    await changeTerms(tx, changes, spellings);
    const purged = [...localities].map(searchKey);
    await announcePurge(tx, purged);
    return purged;
  });
  ports.cache.purge(keys, []);
}

/** Indexes what was passed over: copies older than the index, or read by an older reader. @returns how many items */
export async function indexMissing(ports: Ports, tell: (done: number) => void = () => {}): Promise<number> {
  let done = 0;
  for (let last = ''; ; ) {
    const items = await ports.database.transaction({ as: 'system' }, (tx) => listUnindexed(tx, BATCH));
    // what stays missing however often it is read is left for the next time
    if (items.length === 0 || items.join() === last) return done;
    last = items.join();
    await indexItems(ports, items);
    done += items.length;
    tell(done);
  }
}

/** Makes the whole index anew, item by item, while searches go on. @returns how many items */
export async function rebuildIndex(
  ports: Ports,
  tell: (done: number, of: number) => void = () => {},
  batch = BATCH,
): Promise<number> {
  const read = { as: 'system' } as const;
  const total = await ports.database.transaction(read, countItems);
  let done = 0;
  for (let after = 0; ; ) {
    const items = await ports.database.transaction(read, (tx) => listItemsAfter(tx, after, batch));
    if (items.length === 0) break;
    await indexItems(ports, items);
    after = items.at(-1) ?? after;
    done += items.length;
    tell(done, Math.max(done, total));
  }
  await ports.database.transaction(read, dropEmptyTerms);
  return done;
}

export const indexChanged: JobDefinition<Ports> = {
  name: INDEX_JOB,
  retryLimit: 5,
  batch: { size: 50, atOnce: 1 },
  run: (ports, data) => indexItems(ports, [Number(data.itemId)]),
};

export const catchUpEvery: JobDefinition<Ports> = {
  name: CATCH_UP_JOB,
  retryLimit: 2,
  cron: '*/10 * * * *',
  run: async (ports) => void (await indexMissing(ports)),
};
