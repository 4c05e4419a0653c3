import type { Command, CommandContext } from '../../platform/command/index.ts';
import { lenderOf } from '../../rules/access/index.ts';
import { bodyText } from '../../rules/body-html/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { Refusal } from '../../rules/refusal.ts';
import { type Clock, clockSnapshot, meetClock } from '../duties/index.ts';
import { requireFree, workDone } from './claim-commands.ts';
import { correct } from './correcting.ts';
import { checkFormFilled } from './form-rules.ts';
import { startLifetime } from './keeping.ts';
import { liftWithdrawals } from './life-store.ts';
import { readLinks } from './links.ts';
import { permits } from './permits.ts';
import { makePublic, type Published, pictureOf, publicationKeys } from './publication-commands.ts';
import { copyOf } from './publication-rules.ts';
import { endPublication } from './publication-store.ts';
import { allowedFrom, authorsOf, decideMove, MOVES, type MoveName } from './rules.ts';
import { keepProgress, readProgress, requireStep, stateAfter } from './steps-commands.ts';
import { type Progress, workflowOf } from './steps-rules.ts';
import {
  changeState,
  type EditionContent,
  type EditionRow,
  findEdition,
  findItem,
  findPortalFacts,
  type ItemRow,
  lockEdition,
} from './store.ts';
import { beginItem, contentOf, NO_SUCH_ITEM, personIdOf } from './writing.ts';

export interface DecideEdition {
  portalId: number;
  editionId: number;
  reason?: string;
}

export interface Decided {
  itemId: number;
  state: string;
}

export interface Loaded {
  edition: EditionRow;
  item: ItemRow;
  portal: { id: number; locality_id: number; is_main: boolean; workflow: 'approve' | 'check-then-approve' };
  progress: Progress;
}

export async function load(context: CommandContext, input: DecideEdition): Promise<Loaded> {
  const { tx } = context;
  const edition = await lockEdition(tx, input.editionId);
  if (edition?.portal_id !== input.portalId) throw NO_SUCH_ITEM;
  const item = await findItem(tx, edition.item_id);
  const portal = await findPortalFacts(tx, input.portalId);
  if (!item || !portal) throw NO_SUCH_ITEM;
  return { edition, item, portal, progress: await readProgress(context, edition, item, portal.workflow) };
}

/** Moves for which nothing of the item's form may be missing. */
const LEAVES_THE_DESK: readonly MoveName[] = ['submit', 'approve', 'schedule', 'publishUrgent'];

/** One step of the workflow: decides by the table, moves, writes the history. */
export async function step(
  context: CommandContext,
  move: MoveName,
  { edition, item, portal, progress }: Loaded,
  reason = '',
  publishAt: Date | null = null,
): Promise<void> {
  const personId = personIdOf(context);
  if (LEAVES_THE_DESK.includes(move)) checkFormFilled(item, edition);
  const workflow = workflowOf(progress.steps);
  // whose step it is, unless it is not the time for it at all
  if (allowedFrom(move, workflow).includes(edition.state)) requireStep(context, move, progress, portal.id);
  await requireFree(context, move, edition.id);
  const decided = decideMove(move, {
    edition: {
      state: edition.state,
      writers: authorsOf(edition),
      title: edition.title,
      bodyText: bodyText(edition.body_html),
      pictureMediaId: edition.picture_media_id,
      pictureAlt: edition.picture_alt,
    },
    workflow,
    personId: personId ?? undefined,
    lenderId: lenderOf(context.actor, permits, MOVES[move].permit, portal.id)?.personId,
    reason,
  });
  const to = stateAfter(move, decided, progress);
  await changeState(context.tx, {
    editionId: edition.id,
    portalId: edition.portal_id,
    move,
    from: edition.state,
    to,
    personId,
    reason: reason.trim() || null,
    publishAt,
    at: context.now,
  });
  await workDone(context, move, edition.id);
  await keepProgress(context, move, progress, { edition, localityId: portal.locality_id });
}

/** The moves that only change the state: check, send back, recall, discard. */
function simpleMove(move: MoveName, permit: keyof typeof permits): Command<DecideEdition, Decided> {
  return {
    name: `publishing.${move}Edition`,
    permit,
    permits,
    portal: (input) => input.portalId,
    async run(context, input) {
      const loaded = await load(context, input);
      await step(context, move, loaded, input.reason);
      context.record({
        portalId: input.portalId,
        subject: { kind: 'edition', id: input.editionId },
        payload: { itemId: loaded.item.id, move, reason: input.reason ?? null },
      });
      return { itemId: loaded.item.id, state: move };
    },
  };
}

export const recallEdition = simpleMove('recall', 'publishing.write');
// whose step it is, the way of the edition says
export const checkEdition = simpleMove('check', 'publishing.takeStep');
export const sendBackEdition = simpleMove('sendBack', 'publishing.takeStep');
export const discardEdition = simpleMove('discard', 'publishing.write');

export interface ApproveEdition extends DecideEdition {
  /** Publish then rather than now. */
  publishAt?: Date;
}

/** Approves: publishes at once, or sets the time. The approver is never one of the writers. */
export const approveEdition: Command<ApproveEdition, Decided> = {
  name: 'publishing.approveEdition',
  permit: 'publishing.approve',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const approver = personIdOf(context);
    if (approver === null) throw new Error('Only a person approves.');
    const loaded = await load(context, input);
    const { publishAt } = input;
    if (publishAt && publishAt <= context.now) {
      throw new Refusal(
        'time-past',
        {
          vi: 'Giờ hẹn đã qua. Hãy chọn giờ sau lúc này, hoặc đăng ngay.',
          en: 'That time has passed. Choose a later one, or publish now.',
        },
        'publishAt',
      );
    }
    await step(context, publishAt ? 'schedule' : 'approve', loaded, input.reason, publishAt ?? null);
    let published: Published | undefined;
    if (publishAt) context.enqueue('publishing.publishDue', {}, { startAfter: publishAt });
    else published = await publish(context, loaded, approver, context.now);
    context.record({
      portalId: input.portalId,
      subject: { kind: 'edition', id: input.editionId },
      payload: {
        itemId: loaded.item.id,
        publishAt: publishAt?.toISOString() ?? null,
        contentHash: published?.contentHash ?? null,
        ...(published && { publication: published.publication }),
      },
    });
    return { itemId: loaded.item.id, state: publishAt ? 'scheduled' : 'published' };
  },
};

/** The set time has come: publishes what a person approved before. Run by the job. */
export const publishScheduled: Command<DecideEdition, Decided> = {
  name: 'publishing.publishScheduled',
  permit: 'publishing.approve',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const loaded = await load(context, input);
    const { approved_by, approved_at } = loaded.edition;
    if (approved_by === null || approved_at === null)
      throw new Error(`Edition ${input.editionId} is scheduled without an approval.`);
    await step(context, 'publishDue', loaded);
    const published = await publish(context, loaded, approved_by, approved_at);
    context.record({
      portalId: input.portalId,
      subject: { kind: 'edition', id: input.editionId },
      payload: { itemId: loaded.item.id, ...published },
    });
    return { itemId: loaded.item.id, state: 'published' };
  },
};

/** What a register publishes by a signature of its own: an answer signed by the head of the body. */
export interface SignedItem {
  portalId: number;
  sectionId: number;
  language: Lang;
  content: EditionContent;
  /** Everyone who wrote on it; none of them signs. */
  writers: readonly [number, ...number[]];
  signedBy: number;
  /** The clock that the signature met. */
  clock?: Clock;
}

/**
 * Makes an item and its public copy out of what was written, checked and signed in another room, inside that room's
 * command, which puts `publication` into its record. The approval of the item is the signature.
 */
export async function publishSigned(
  context: CommandContext,
  signed: SignedItem,
): Promise<{ itemId: number } & Published> {
  const { portalId, writers, signedBy } = signed;
  if (writers.includes(signedBy)) throw new Error(`${signedBy} wrote what he signs.`);
  const { itemId, editionId } = await beginItem(context, { ...signed, writtenBy: writers[0] });
  await changeState(context.tx, {
    ...{ editionId, portalId, move: 'approve', from: 'draft', to: 'published' },
    ...{ personId: signedBy, reason: null, at: context.now },
  });
  const loaded = await load(context, { portalId, editionId });
  const published = await publish(context, loaded, signedBy, context.now, { clock: signed.clock });
  return { itemId, ...published };
}

/** Makes the public copy of exactly this edition, ends the one before, and stops the clock. */
export async function publish(
  context: CommandContext,
  { edition, item, portal }: Loaded,
  approvedBy: number,
  approvedAt: Date,
  { clock: metClock, urgent = false }: { clock?: Clock | undefined; urgent?: boolean } = {},
): Promise<Published> {
  const { tx, now } = context;
  const clock = metClock ?? (await meetClock(tx, { kind: 'item', id: item.id }, now));
  const ended = await endPublication(tx, item.id, edition.language, 'superseded', now, null);
  if (ended) {
    await changeState(tx, {
      editionId: ended.edition_id,
      portalId: portal.id,
      move: 'supersede',
      from: 'published',
      to: 'superseded',
      personId: null,
      reason: null,
      at: now,
    });
    context.purge(...publicationKeys(portal, { ...item, section_id: ended.section_id }));
  }
  const lifts = await liftWithdrawals(tx, item.id, edition.language, now);
  const source =
    edition.made_from_edition_id === null ? undefined : await findEdition(tx, edition.made_from_edition_id);
  const content = contentOf(edition);
  const copy = copyOf({
    ...{ content, item, edition, portal, approvedBy, approvedAt, publishedAt: now },
    bodyText: bodyText(edition.body_html),
    picture: await pictureOf(context, portal.id, content),
    madeFromEditionNumber: source?.number ?? null,
    firstPublishedAt: ended?.first_published_at ?? now,
    clock: clock ? clockSnapshot(clock) : null,
  });
  const made = await makePublic(
    context,
    portal,
    [{ ...copy, urgent }],
    new Map(ended && [[edition.id, ended.id]]),
  );
  const published = made.get(edition.id);
  if (!published) throw new Error(`Edition ${edition.id} was not made public.`);
  await readLinks(tx, [edition.id]);
  if (!ended) await startLifetime(context, item);
  const notes = await correct(context, {
    ...{ edition, item },
    publicationId: published.publication.id,
    corrects: ended?.id,
  });
  return { ...published, publication: { ...published.publication, lifts, notes } };
}
