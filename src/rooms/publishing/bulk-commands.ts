import type { CommandContext } from '../../platform/command/index.ts';
import { bodyText } from '../../rules/body-html/index.ts';
import { civilDateOf } from '../../rules/calendar/index.ts';
import { ARTICLE } from '../../rules/item-forms/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { clockSnapshot, meetClock } from '../duties/index.ts';
import { mustBeMended, openChecker, standingInTheWay } from './checks.ts';
import { readLinks } from './links.ts';
import { makePublic, type Published, pictureOf } from './publication-commands.ts';
import { copyOf } from './publication-rules.ts';
import { decideMove, type MoveName, type PortalWorkflow, type State } from './rules.ts';
import { workflowOf } from './steps-rules.ts';
import { findSteps } from './steps-store.ts';
import {
  changeStates,
  type EditionContent,
  findPortalFacts,
  findSectionFacts,
  type ItemRow,
  insertEditions,
  insertItems,
} from './store.ts';
import {
  ANSWERS_ARE_SIGNED,
  cleanContent,
  clockForStart,
  NO_SUCH_ITEM,
  personIdOf,
  SECTION_MISSING,
  slugFor,
} from './writing.ts';

/** An item as it will be written; made by {@link prepareItem} alone. */
export interface PreparedItem {
  readonly language: Lang;
  /** Clean. */
  readonly content: EditionContent;
  readonly bodyText: string;
  readonly slug: string;
}

/** Cleans and reads a content, which takes longer than writing it: done before the transaction of many. Pure. */
export function prepareItem(given: EditionContent, language: Lang): PreparedItem {
  const content = cleanContent(given);
  return { language, content, bodyText: bodyText(content.bodyHtml), slug: slugFor(content.title) };
}

/** Items that a machine writes into one section together. */
export interface ItemBatch {
  portalId: number;
  sectionId: number;
  items: readonly PreparedItem[];
}

interface Begun {
  item: ItemRow;
  editionId: number;
  prepared: PreparedItem;
}

async function begin(context: CommandContext, { portalId, sectionId, items }: ItemBatch): Promise<Begun[]> {
  const { tx, now } = context;
  const section = await findSectionFacts(tx, sectionId);
  if (section?.content_kind === 'questions') throw ANSWERS_ARE_SIGNED;
  if (section?.portal_id !== portalId) throw SECTION_MISSING;
  if (items.length === 0) return [];
  const rows = items.map(({ slug }) => ({
    ...{ portal_id: portalId, section_id: sectionId, kind: section.content_kind, form: ARTICLE, slug },
    ...{ origin_portal_id: null, origin_item_id: null, created_by: null, created_at: now },
  }));
  const itemIds = await insertItems(tx, rows);
  const numbered = rows.map((row, index) => ({ ...row, id: itemIds[index] ?? 0 }));
  const editionIds = await insertEditions(
    tx,
    items.map(({ content, language }, index) => ({
      ...content,
      ...{ portalId, itemId: itemIds[index] ?? 0, language, madeFromEditionId: null, personId: null, now },
    })),
  );
  await readLinks(tx, [...editionIds.values()]);
  const begun: Begun[] = [];
  for (const [index, prepared] of items.entries()) {
    const item = numbered[index];
    const editionId = item && editionIds.get(item.id);
    if (!item || editionId === undefined)
      throw new Error(`Item ${item?.id} has no draft after it was begun.`);
    // without a start an item that is new has no clock that could change
    if (prepared.content.startEvent)
      await clockForStart(context, portalId, item.id, item.kind, prepared.content);
    begun.push({ item, editionId, prepared });
  }
  return begun;
}

/** Of one item, for the record of the command that made it. */
export interface BegunItem {
  itemId: number;
  editionId: number;
}

/**
 * The effect of `createItem` for many, for commands that record them together: each item with its first draft, written by
 * a machine.
 *
 * @returns their numbers, in the order given
 */
export async function createItems(context: CommandContext, batch: ItemBatch): Promise<BegunItem[]> {
  return (await begin(context, batch)).map(({ item, editionId }) => ({ itemId: item.id, editionId }));
}

/** The way of a new edition to the public, with a checking step where the portal has one. */
const WAYS: Readonly<Record<PortalWorkflow, readonly MoveName[]>> = {
  approve: ['submit', 'approve'],
  'check-then-approve': ['submit', 'check', 'approve'],
};

/**
 * The effect of `createItem`, `submitEdition`, `checkEdition` where the portal checks, and `approveEdition` for many: a
 * machine writes and submits, the person who acts checks and approves. Each is decided by the table of moves.
 *
 * @returns what goes into the record of each, in the order given
 * @throws Refusal when one of them may not be published; none is then
 */
export async function publishItems(
  context: CommandContext,
  { reason, ...batch }: ItemBatch & { reason: string },
): Promise<(BegunItem & Published)[]> {
  const { tx, now } = context;
  const approvedBy = personIdOf(context);
  if (approvedBy === null) throw new Error('Only a person approves.');
  const facts = await findPortalFacts(tx, batch.portalId);
  if (!facts) throw NO_SUCH_ITEM;
  const section = await findSectionFacts(tx, batch.sectionId);
  const steps = section && (await findSteps(tx, facts.id, section.content_kind, civilDateOf(now)));
  // who decides about thousands together takes every step of the way, each on record
  const portal = { ...facts, workflow: steps ? workflowOf(steps) : facts.workflow };
  await requireMended(context, facts.locality_id, section?.content_kind ?? '', batch);
  const begun = await begin(context, batch);
  await moveAll(context, begun, { ...portal, approvedBy, reason });
  const copies = [];
  for (const { item, editionId, prepared } of begun) {
    const { content, language } = prepared;
    const subject = { kind: 'item', id: item.id };
    const clock = content.startEvent ? await meetClock(tx, subject, now) : undefined;
    copies.push(
      copyOf({
        ...{ content, item, portal, bodyText: prepared.bodyText },
        ...{ approvedBy, approvedAt: now, publishedAt: now, firstPublishedAt: now },
        edition: { id: editionId, number: 1, language },
        picture: await pictureOf(context, portal.id, content),
        ...{ madeFromEditionNumber: null, clock: clock ? clockSnapshot(clock) : null },
      }),
    );
  }
  const published = await makePublic(context, portal, copies);
  return begun.map(({ item, editionId }) => {
    const one = published.get(editionId);
    if (!one) throw new Error(`Edition ${editionId} was not made public.`);
    return { itemId: item.id, editionId, ...one };
  });
}

/** What stands in the way of one stands in the way of each of many; nobody lets anything pass for thousands. */
async function requireMended(
  { tx, profiles, now }: CommandContext,
  localityId: number,
  itemKind: string,
  { portalId, items }: ItemBatch,
): Promise<void> {
  const check = await openChecker(tx, profiles, localityId, now);
  for (const { content, language } of items) {
    const found = standingInTheWay(await check({ portalId, localityId, itemKind, language, content }));
    const [first, ...others] = found;
    if (first) throw mustBeMended([first, ...others]);
  }
}

/** Every step for all of them, each decided for itself. */
async function moveAll(
  { tx, now }: CommandContext,
  begun: readonly Begun[],
  by: { id: number; workflow: PortalWorkflow; approvedBy: number; reason: string },
): Promise<void> {
  if (begun.length === 0) return;
  let state: State = 'draft';
  for (const move of WAYS[by.workflow]) {
    const isMachines = move === 'submit';
    const reason = isMachines ? '' : by.reason;
    let to: State = state;
    for (const { prepared } of begun) {
      const { title, pictureMediaId, pictureAlt } = prepared.content;
      to = decideMove(move, {
        edition: { state, writers: [], title, bodyText: prepared.bodyText, pictureMediaId, pictureAlt },
        ...{ workflow: by.workflow, personId: isMachines ? undefined : by.approvedBy, reason },
      });
    }
    await changeStates(
      tx,
      begun.map(({ editionId }) => editionId),
      {
        ...{ portalId: by.id, move, from: state, to, personId: isMachines ? null : by.approvedBy },
        ...{ reason: reason.trim() || null, at: now },
      },
    );
    state = to;
  }
}
