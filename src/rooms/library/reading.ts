import type { Command } from '../../platform/command/index.ts';
import type { JobDefinition } from '../../platform/jobs/index.ts';
import type { Ports } from '../../platform/ports.ts';
import { meetClock } from '../duties/index.ts';
import { permits } from './permits.ts';
import { DOCUMENT_KINDS, fieldsOf, READER_VERSION, readBody } from './rules.ts';
import { listOwedNumber, markShown } from './scope-store.ts';
import { scopeSubject } from './scoping.ts';
import {
  endDocuments,
  findReading,
  listCitingItems,
  listPublicTexts,
  listUnread,
  type PublicText,
  replaceCitations,
  saveDocument,
  saveReadings,
} from './store.ts';

/** The job that reads an item again when what the public reads of it has changed. */
export const READ_JOB = 'library.read';
/** The job that looks for what was passed over: copies older than the register, or read by an older reader. */
export const CATCH_UP_JOB = 'library.catchUp';
/** Items read in one run of {@link CATCH_UP_JOB} before it hands on. */
const BATCH = 200;

interface Prepared {
  text: PublicText;
  addresses: string[];
  cited: ReturnType<typeof readBody>['cited'];
}

/** Writes down what was read of an item; what is no longer public is ended. */
export const takeIntoRegister: Command<
  { itemId: number; portalId: number; texts: readonly Prepared[] },
  void
> = {
  name: 'library.takeIntoRegister',
  permit: 'library.take',
  permits,
  portal: ({ portalId }) => portalId,
  async run(context, { itemId, portalId, texts }) {
    const { tx, now } = context;
    const touched = new Set<string>();
    await saveReadings(
      tx,
      itemId,
      texts.map(({ text }) => text),
      { readerVersion: READER_VERSION, at: now },
    );
    for (const { text, addresses, cited } of texts) {
      await replaceCitations(tx, text, cited);
      if (!DOCUMENT_KINDS.includes(text.kind)) continue;
      const fields = fieldsOf(text.facts);
      await saveDocument(tx, text, fields, addresses);
      touched.add(fields.numberKey);
      // a body that owed its readers this text has published it itself
      for (const { id } of await listOwedNumber(tx, text.portal_id, fields.numberKey)) {
        await markShown(tx, id, { at: text.published_at, itemId });
        await meetClock(tx, scopeSubject(id), text.published_at);
      }
    }
    const standing = texts.filter(({ text }) => DOCUMENT_KINDS.includes(text.kind));
    const ended = await endDocuments(
      tx,
      itemId,
      standing.map(({ text }) => text.language),
      now,
    );
    for (const { number_key } of ended) touched.add(number_key);
    context.purge(`item:${itemId}`, ...texts.map(({ text }) => `section:${text.section_id}`));
    // pages that name it by its number link to it now, or no longer
    const localityId = texts[0]?.text.locality_id ?? ended[0]?.locality_id;
    if (localityId !== undefined)
      for (const citing of await listCitingItems(tx, localityId, [...touched]))
        context.purge(`item:${citing}`);
    context.record({
      portalId,
      subject: { kind: 'item', id: itemId },
      payload: {
        hashes: texts.map(({ text: one }) => one.content_hash),
        provisions: texts.map(({ addresses }) => addresses.length),
        cited: texts.map(({ cited }) => cited.length),
        ended: ended.map(({ language }) => language),
      },
    });
  },
};

/** Reads the public copies of one item, and ends in the register what is no longer public. */
export async function readItem(ports: Ports, itemId: number): Promise<void> {
  const texts = await ports.database.transaction({ as: 'system' }, (tx) => listPublicTexts(tx, itemId));
  const place =
    texts[0] ?? (await ports.database.transaction({ as: 'system' }, (tx) => findReading(tx, itemId)));
  if (!place) return;
  // the reading itself is outside the transaction: a long text takes a while
  const prepared = texts.map((text) => ({ text, ...readBody(text.body_html) }));
  await ports.perform({ kind: 'machine', name: READ_JOB, localityId: place.locality_id }, takeIntoRegister, {
    ...{ itemId, portalId: place.portal_id, texts: prepared },
  });
}

export const readPublished: JobDefinition<Ports> = {
  name: READ_JOB,
  retryLimit: 5,
  batch: { size: 20, atOnce: 1 },
  run: (ports, data) => readItem(ports, Number(data.itemId)),
};

/** @returns how many items were read, at most {@link BATCH} */
export async function catchUp(ports: Ports): Promise<number> {
  const items = await ports.database.transaction({ as: 'system' }, (tx) =>
    listUnread(tx, READER_VERSION, BATCH),
  );
  for (const itemId of items) await readItem(ports, itemId);
  return items.length;
}

export const catchUpEvery: JobDefinition<Ports> = {
  name: CATCH_UP_JOB,
  retryLimit: 2,
  cron: '*/10 * * * *',
  run: async (ports) => {
    while ((await catchUp(ports)) === BATCH);
  },
};
