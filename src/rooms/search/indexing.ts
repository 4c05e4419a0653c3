import { setImmediate as turn } from 'node:timers/promises';
import { announcePurge } from '../../platform/command/index.ts';
import type { JobDefinition } from '../../platform/jobs/index.ts';
import type { Ports } from '../../platform/ports.ts';
import { type Entry, entriesOf, type Spellings, TermChanges } from './entries-rules.ts';
import { findUnread, readFileText, readMissingFiles } from './file-reading.ts';
import { dropReadings, listBearers, listReadings, sizeOfReadings } from './file-store.ts';
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
const READ_FILE_JOB = 'search.readFile';
export const CATCH_UP_JOB = 'search.catchUp';
/** Items of one transaction: few enough that a search waits for none. */
const BATCH = 100;
/** What files may say of items that are read together, in bytes; beyond that they are read one by one. */
const TEXT_TOGETHER = 8_000_000;
/** Files that items of one batch give to jobs of their own; what is beyond waits for catching up. */
const FILES_TOGETHER = 1_000;
/** Files of one round of catching up: it comes again in ten minutes. */
const FILES_A_ROUND = 50;

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
  const found = await ports.database.transaction(system, async (tx) => {
    const isMuch = itemIds.length > 1 && (await sizeOfReadings(tx, itemIds)) > TEXT_TOGETHER;
    return isMuch
      ? undefined
      : { copies: await listCopies(tx, itemIds), files: await listReadings(tx, itemIds) };
  });
  if (!found) {
    for (const itemId of itemIds) await indexItems(ports, [itemId]);
    return;
  }
  const spellings: Spellings = new Map();
  // the reading is outside the transaction: a long text takes a while
  const entries: Entry[] = [];
  for (const copy of found.copies) {
    entries.push(...entriesOf(copy, spellings, found.files));
    // pages are answered between two
    await turn();
  }
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

/** What changed is found at once by its own text; its files are read by jobs of their own, which take a while. */
export const indexChanged: JobDefinition<Ports> = {
  name: INDEX_JOB,
  retryLimit: 5,
  batch: { size: 50, atOnce: 1 },
  run: (ports, data) => indexWithFiles(ports, [Number(data.itemId)]),
  runMany: (ports, several) =>
    indexWithFiles(ports, [...new Set(several.map(({ itemId }) => Number(itemId)))]),
};

async function indexWithFiles(ports: Ports, itemIds: readonly number[]): Promise<void> {
  await indexItems(ports, itemIds);
  const unread = await findUnread(ports, FILES_TOGETHER, itemIds);
  if (unread.length === 0) return;
  await ports.database.transaction({ as: 'system' }, (tx) => ports.jobs.enqueue(tx, READ_FILE_JOB, unread));
}

/** One file, and then the items that show it. */
export const readFile: JobDefinition<Ports> = {
  name: READ_FILE_JOB,
  retryLimit: 2,
  async run(ports, data) {
    const { localityId, hash, name } = data;
    const file = { localityId: Number(localityId), hash: String(hash), name: String(name) };
    if ((await readFileText(ports, file)) !== 'read') return;
    const items = await ports.database.transaction({ as: 'system' }, (tx) => listBearers(tx, file));
    for (let from = 0; from < items.length; from += BATCH)
      await indexItems(ports, items.slice(from, from + BATCH));
  },
};

export const catchUpEvery: JobDefinition<Ports> = {
  name: CATCH_UP_JOB,
  retryLimit: 2,
  cron: '*/10 * * * *',
  async run(ports) {
    await ports.database.transaction({ as: 'system' }, dropReadings);
    await indexMissing(ports);
    const { read } = await readMissingFiles(ports, FILES_A_ROUND);
    if (read > 0) await indexMissing(ports);
  },
};
