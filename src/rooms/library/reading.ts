import { setImmediate as turn } from 'node:timers/promises';
import type { Command, CommandContext } from '../../platform/command/index.ts';
import type { JobDefinition } from '../../platform/jobs/index.ts';
import type { Ports } from '../../platform/ports.ts';
import { meetClock } from '../duties/index.ts';
import { permits } from './permits.ts';
import { listEndedBy } from './relation-store.ts';
import { DOCUMENT_KINDS, fieldsOf, READER_VERSION, readBody } from './rules.ts';
import { listOwedNumbers, markShown } from './scope-store.ts';
import { scopeSubject } from './scoping.ts';
import {
  endDocuments,
  listCitingItems,
  listPublicTexts,
  listReadingPlaces,
  listUnread,
  type PublicText,
  type ReadDocument,
  replaceCitations,
  saveDocuments,
  saveReadings,
} from './store.ts';

/** The job that reads an item again when what the public reads of it has changed. */
export const READ_JOB = 'library.read';
/** The job that looks for what was passed over: copies older than the register, or read by an older reader. */
export const CATCH_UP_JOB = 'library.catchUp';
/** Items read in one run of {@link CATCH_UP_JOB} before it hands on. */
const BATCH = 200;
/** Items of one transaction. */
const TOGETHER = 50;

interface Prepared {
  text: PublicText;
  addresses: string[];
  cited: ReturnType<typeof readBody>['cited'];
}

interface TakeIntoRegister {
  portalId: number;
  localityId: number;
  /** All of this portal. */
  itemIds: readonly number[];
  /** What is public of them now. */
  texts: readonly Prepared[];
}

const isDocument = ({ text }: Prepared) => DOCUMENT_KINDS.includes(text.kind);

/** Writes down what was read of items; what is no longer public of them is ended. */
export const takeIntoRegister: Command<TakeIntoRegister, void> = {
  name: 'library.takeIntoRegister',
  permit: 'library.take',
  permits,
  portal: ({ portalId }) => portalId,
  async run(context, { portalId, localityId, itemIds, texts }) {
    const { tx, now } = context;
    const copies = texts.map(({ text }) => text);
    await saveReadings(tx, itemIds, copies, { readerVersion: READER_VERSION, at: now });
    await replaceCitations(tx, texts);
    const documents = texts.filter(isDocument).map((one) => ({ ...one, fields: fieldsOf(one.text.facts) }));
    await saveDocuments(tx, documents);
    await meetOwed(context, portalId, documents);
    const standing = documents.map(({ text }) => text);
    const ended = await endDocuments(tx, itemIds, standing, now);
    context.purge(
      ...itemIds.map((id) => `item:${id}`),
      ...new Set(copies.map(({ section_id }) => `section:${section_id}`)),
    );
    // the days of what they end follow their own
    for (const itemId of await listEndedBy(tx, itemIds))
      context.announce('library.validityChanged', { itemId });
    // pages that name them by their numbers link to them now, or no longer
    const touched = [
      ...documents.map(({ fields }) => fields.numberKey),
      ...ended.map(({ number_key }) => number_key),
    ];
    for (const citing of await listCitingItems(tx, localityId, [...new Set(touched)]))
      context.purge(`item:${citing}`);
    const [first, second] = itemIds;
    context.record({
      portalId,
      subject: second === undefined ? { kind: 'item', id: first ?? 0 } : { kind: 'portal', id: portalId },
      payload: { items: recordOf(itemIds, texts, ended) },
    });
  },
};

/** What was read of each item, for the record. */
function recordOf(
  itemIds: readonly number[],
  texts: readonly Prepared[],
  ended: readonly { item_id: number; language: string }[],
): object[] {
  const textsOf = Map.groupBy(texts, ({ text }) => text.item_id);
  const endedOf = Map.groupBy(ended, ({ item_id }) => item_id);
  return itemIds.map((itemId) => {
    const own = textsOf.get(itemId) ?? [];
    return {
      itemId,
      hashes: own.map(({ text: one }) => one.content_hash),
      provisions: own.map(({ addresses }) => addresses.length),
      cited: own.map(({ cited }) => cited.length),
      ended: (endedOf.get(itemId) ?? []).map(({ language }) => language),
    };
  });
}

/** A body that owed its readers a text has published it itself. */
async function meetOwed(
  { tx }: CommandContext,
  portalId: number,
  documents: readonly ReadDocument[],
): Promise<void> {
  const byKey = new Map(documents.toReversed().map(({ text, fields }) => [fields.numberKey, text]));
  for (const { id, number_key } of await listOwedNumbers(tx, portalId, [...byKey.keys()])) {
    const text = byKey.get(number_key);
    if (!text) continue;
    await markShown(tx, id, { at: text.published_at, itemId: text.item_id });
    await meetClock(tx, scopeSubject(id), text.published_at);
  }
}

/** Reads the public copies of items, and ends in the register what is no longer public; a command a portal. */
export async function readItems(ports: Ports, itemIds: readonly number[]): Promise<void> {
  const asked = [...new Set(itemIds)];
  const found = await ports.database.transaction({ as: 'system' }, async (tx) => ({
    texts: await listPublicTexts(tx, asked),
    readBefore: await listReadingPlaces(tx, asked),
  }));
  // the reading itself is outside the transaction: a long text takes a while, and pages are answered between two
  const prepared: Prepared[] = [];
  for (const text of found.texts) {
    prepared.push({ text, ...readBody(text.body_html) });
    await turn();
  }
  const places = new Map([...found.readBefore, ...found.texts].map((place) => [place.item_id, place]));
  for (const [portalId, here] of Map.groupBy(places.values(), (place) => place.portal_id)) {
    const localityId = here[0]?.locality_id ?? 0;
    const ids = here.map(({ item_id }) => item_id).sort((a, b) => a - b);
    const texts = prepared.filter(({ text }) => text.portal_id === portalId);
    const actor = { kind: 'machine', name: READ_JOB, localityId } as const;
    await ports.perform(actor, takeIntoRegister, { portalId, localityId, itemIds: ids, texts });
  }
}

export const readPublished: JobDefinition<Ports> = {
  name: READ_JOB,
  retryLimit: 5,
  batch: { size: TOGETHER, atOnce: 1 },
  run: (ports, data) => readItems(ports, [Number(data.itemId)]),
  runMany: (ports, several) =>
    readItems(
      ports,
      several.map(({ itemId }) => Number(itemId)),
    ),
};

/** @returns how many items were read, at most {@link BATCH} */
export async function catchUp(ports: Ports): Promise<number> {
  const items = await ports.database.transaction({ as: 'system' }, (tx) =>
    listUnread(tx, READER_VERSION, BATCH),
  );
  for (let from = 0; from < items.length; from += TOGETHER)
    await readTogether(ports, items.slice(from, from + TOGETHER));
  return items.length;
}

/** Each by itself where they cannot be read together, so that one costs its neighbours nothing. */
async function readTogether(ports: Ports, itemIds: readonly number[]): Promise<void> {
  try {
    await readItems(ports, itemIds);
  } catch (error) {
    if (itemIds.length < 2) throw error;
    for (const itemId of itemIds) await readItems(ports, [itemId]);
  }
}

export const catchUpEvery: JobDefinition<Ports> = {
  name: CATCH_UP_JOB,
  retryLimit: 2,
  cron: '*/10 * * * *',
  run: async (ports) => {
    while ((await catchUp(ports)) === BATCH);
  },
};
