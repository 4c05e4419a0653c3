import type { Command, CommandContext } from '../../platform/command/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import {
  createItems,
  type ItemBatch,
  type PreparedItem,
  prepareItem,
  publishItems,
} from '../publishing/index.ts';
import { keysOf, type LineDocument, lineContent } from './line-rules.ts';
import { LINE_WORDS } from './line-words.ts';
import { permits } from './permits.ts';
import { listKnownDocuments, lockImports } from './store.ts';

/** A document with the item it becomes. */
export interface PreparedDocument {
  document: LineDocument;
  item: PreparedItem;
}

/** What takes long about a document, done before its transaction. Pure. */
export function prepareDocument(document: LineDocument): PreparedDocument {
  return { document, item: prepareItem(lineContent(document), document.language) };
}

/** Documents of one transaction, none of them known when they were put together. */
export interface TakeInLines {
  portalId: number;
  sectionId: number;
  documents: readonly PreparedDocument[];
  /** Editions up to this one were looked at when the run began. */
  knownUpTo: number;
}

export interface PublishLines extends TakeInLines {
  /** By which decision of the board; it stands in the history of every item. */
  decision: string;
}

/** What became of a document, in the order they were given; undefined where it was there already. */
export type TakenLine = { itemId: number; editionId: number } | undefined;

/** Least length of a decision that says anything. */
const DECISION_LEAST = 5;

/** Takes documents of a holding in as drafts, without clocks. */
export const takeInLines: Command<TakeInLines, TakenLine[]> = {
  name: 'imports.takeInLines',
  permit: 'publishing.write',
  permits,
  portal: (input) => input.portalId,
  run: (context, input) => takeNew(context, input, null, (batch) => createItems(context, batch)),
};

/**
 * Takes documents of a holding in and publishes them by a decision of the board: the machine writes and submits, the
 * person who acts checks where the portal checks, and approves. So four eyes hold, and nothing becomes public without
 * a named member of the board.
 */
export const publishLines: Command<PublishLines, TakenLine[]> = {
  name: 'imports.publishLines',
  permit: 'publishing.approve',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { decision: reason } = input;
    if (context.actor.kind !== 'person') throw new Error('Only a person approves.');
    if (reason.trim().length < DECISION_LEAST) throw new Refusal('decision-short', LINE_WORDS.decisionShort);
    return takeNew(context, input, reason.trim(), (batch) => publishItems(context, { ...batch, reason }));
  },
};

/** Takes in what is not known by now, in a few statements for all, and records each. */
async function takeNew<Taken extends { itemId: number; editionId: number }>(
  context: CommandContext,
  { portalId, sectionId, documents, knownUpTo }: TakeInLines,
  decision: string | null,
  take: (batch: ItemBatch) => Promise<Taken[]>,
): Promise<TakenLine[]> {
  await lockImports(context.tx, portalId);
  const since = await listKnownDocuments(context.tx, portalId, knownUpTo);
  const known = new Set(since.flatMap(keysOf));
  const fresh = documents.filter(({ document }) => {
    const keys = keysOf(document);
    const isNew = !keys.some((key) => known.has(key));
    for (const key of keys) known.add(key);
    return isNew;
  });
  const made = await take({ portalId, sectionId, items: fresh.map(({ item }) => item) });
  context.record({
    portalId,
    subject: { kind: 'section', id: sectionId },
    payload: {
      decision,
      documents: fresh.map(({ document: { id, number } }, index) => ({
        ...made[index],
        ...{ sourceId: id, number },
      })),
    },
  });
  const taken = new Map(fresh.map((one, index) => [one, made[index]]));
  return documents.map((one) => {
    const { itemId, editionId } = taken.get(one) ?? {};
    return itemId === undefined || editionId === undefined ? undefined : { itemId, editionId };
  });
}
