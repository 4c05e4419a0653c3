import type { Command, CommandContext, Recorded } from '../../platform/command/index.ts';
import type { Machine } from '../../rules/access/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { approveEdition, checkEdition, createItem, submitEdition } from '../publishing/index.ts';
import { keysOf, type LineDocument, lineContent } from './line-rules.ts';
import { LINE_WORDS } from './line-words.ts';
import { permits } from './permits.ts';
import { findPortalWorkflow, listKnownDocuments, lockImports } from './store.ts';

/** Documents of one transaction, none of them known when they were put together. */
export interface TakeInLines {
  portalId: number;
  sectionId: number;
  documents: readonly LineDocument[];
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
  async run(context, input) {
    const taken = await takeNew(context, input, async (document) => createDraft(context, input, document));
    record(context, input, taken, {});
    return taken;
  },
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
    const { portalId, decision: reason } = input;
    if (context.actor.kind !== 'person') throw new Error('Only a person approves.');
    if (reason.trim().length < DECISION_LEAST) throw new Refusal('decision-short', LINE_WORDS.decisionShort);
    const workflow = await findPortalWorkflow(context.tx, portalId);
    const copies = new Map<number, object>();
    const taken = await takeNew(context, input, async (document) => {
      const created = await createDraft(context, input, document);
      const step = { portalId, editionId: created.editionId };
      await submitEdition.run(asMachine(context), step);
      const quiet = recordingTo(context, ({ payload }) => {
        const { contentHash, publication } = payload as { contentHash?: string; publication?: object };
        if (contentHash && publication) copies.set(created.editionId, { contentHash, publication });
      });
      if (workflow === 'check-then-approve') await checkEdition.run(quiet, { ...step, reason });
      await approveEdition.run(quiet, { ...step, reason });
      return created;
    });
    record(context, input, taken, { decision: reason.trim(), copies });
    return taken;
  },
};

async function takeNew(
  context: CommandContext,
  { portalId, documents, knownUpTo }: TakeInLines,
  take: (document: LineDocument) => Promise<{ itemId: number; editionId: number }>,
): Promise<TakenLine[]> {
  await lockImports(context.tx, portalId);
  const since = await listKnownDocuments(context.tx, portalId, knownUpTo);
  const known = new Set(since.flatMap(keysOf));
  const taken: TakenLine[] = [];
  for (const document of documents) {
    const keys = keysOf(document);
    const isKnown = keys.some((key) => known.has(key));
    taken.push(isKnown ? undefined : await take(document));
    for (const key of keys) known.add(key);
  }
  return taken;
}

/** The operator's machine writes: nobody who approves is among the writers. */
async function createDraft(
  context: CommandContext,
  { portalId, sectionId }: TakeInLines,
  document: LineDocument,
): Promise<{ itemId: number; editionId: number }> {
  return createItem.run(asMachine(context), {
    ...{ portalId, sectionId, language: document.language },
    content: lineContent(document),
  });
}

function asMachine(context: CommandContext): CommandContext {
  const machine: Machine = { kind: 'machine', name: 'imports', localityId: context.actor.localityId };
  return { ...recordingTo(context, () => {}), actor: machine };
}

/** Effects of other rooms' commands inside this one, which alone is recorded. */
function recordingTo(context: CommandContext, hear: (entry: Recorded) => void): CommandContext {
  return { ...context, record: hear };
}

function record(
  context: CommandContext,
  { portalId, sectionId, documents }: TakeInLines,
  taken: readonly TakenLine[],
  { decision, copies }: { decision?: string; copies?: ReadonlyMap<number, object> },
): void {
  context.record({
    portalId,
    subject: { kind: 'section', id: sectionId },
    payload: {
      decision: decision ?? null,
      documents: documents.flatMap(({ id, number }, index) => {
        const one = taken[index];
        return one ? [{ ...one, sourceId: id, number, ...copies?.get(one.editionId) }] : [];
      }),
    },
  });
}
