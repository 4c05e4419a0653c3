import type { Command, CommandContext } from '../../platform/command/index.ts';
import type { HandsOver, OwnWork } from '../../platform/room.ts';
import { civilDateOf } from '../../rules/calendar/index.ts';
import { closeAccount, requireFresh } from '../accounts/index.ts';
import { notify } from '../notifications/index.ts';
import * as store from './hand-over-store.ts';
import { handOverWords } from './hand-over-words.ts';
import { permits } from './permits.ts';
import * as refusals from './refusals.ts';
import { whoOf } from './register-commands.ts';

/** The rooms that hand work over, from their manifests. */
export type WorkRooms = readonly (HandsOver & { room: string })[];

export interface BeginHandOver {
  portalId: number;
  personId: number;
  /** Last day of work, a civil date. */
  leavesOn: string;
  reason: string;
  closesAccount: boolean;
}

const MIN_REASON = 5;

async function requireNotLast({ tx, actor, now }: CommandContext, personId: number): Promise<void> {
  const administrators = await store.listAdministrators(tx, actor.localityId, civilDateOf(now));
  if (administrators.length === 1 && administrators[0]?.person_id === personId)
    throw refusals.LAST_ADMINISTRATOR;
}

/** Begins the hand-over of somebody who leaves or goes to other work (BG-060). Nobody begins his own. */
export const beginHandOver: Command<BeginHandOver, { handOverId: number }> = {
  name: 'staffing.beginHandOver',
  permit: 'staffing.handOver',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, actor, now, record } = context;
    const { portalId, personId, leavesOn, closesAccount } = input;
    const reason = input.reason.trim();
    if (reason.length < MIN_REASON) throw refusals.NO_REASON;
    if (actor.kind === 'person' && actor.personId === personId) throw refusals.NO_SUCH_LEAVER;
    const people = await store.listColleagues(tx, portalId, civilDateOf(now));
    if (!people.some(({ id }) => id === personId)) throw refusals.NO_SUCH_LEAVER;
    const open = await store.listHandOvers(tx, { portalIds: [portalId], personId });
    if (open.some((one) => one.person_id === personId && !one.finished_at && !one.cancelled_at))
      throw refusals.HAND_OVER_OPEN;
    await requireNotLast(context, personId);
    const by = whoOf(context);
    const handOverId = await store.insertHandOver(tx, {
      ...{ portalId, personId, leavesOn, reason, closesAccount, by, at: now },
    });
    await tell(context, { portalId, handOverId, personId, key: 'begun' });
    record({
      portalId,
      subject: { kind: 'handOver', id: handOverId },
      payload: { personId, leavesOn, closesAccount },
    });
    return { handOverId };
  },
};

/** Whoever has a part in it is told on his desk. */
function tell(
  context: CommandContext,
  one: { portalId: number; handOverId: number; personId: number; key: 'begun' | 'given' },
): Promise<void> {
  const path = `/phan-cong/ban-giao/${one.handOverId}`;
  return notify(context, {
    ...{ personId: one.personId, portalId: one.portalId, kind: 'news' },
    words: { vi: handOverWords('vi').told[one.key], en: handOverWords('en').told[one.key] },
    href: { vi: `/ban-lam-viec${path}`, en: `/en/desk${path}` },
    onceKey: `handOver:${one.handOverId}:${one.key}`,
  });
}

export interface OnHandOver {
  portalId: number;
  handOverId: number;
}

async function getOpen({ tx }: CommandContext, on: OnHandOver): Promise<store.HandOverRow> {
  const row = await store.lockHandOver(tx, on.handOverId);
  if (row?.portal_id !== on.portalId) throw refusals.NO_SUCH_HAND_OVER;
  if (row.finished_at || row.cancelled_at) throw refusals.HAND_OVER_SETTLED;
  return row;
}

export interface GiveWork extends OnHandOver {
  toPersonId: number;
  /** Room, kind and number of each, joined by colons. */
  work: readonly string[];
  rooms: WorkRooms;
}

export const keyOf = (room: string, { kind, id }: Pick<OwnWork, 'kind' | 'id'>) => `${room}:${kind}:${id}`;

/** Gives chosen work to a colleague: each room does it in its own way, in one transaction with the line of the record. */
export const giveWork: Command<GiveWork, void> = {
  name: 'staffing.giveWork',
  permit: 'staffing.handOver',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, now, record } = context;
    const row = await getOpen(context, input);
    const { toPersonId, work, rooms } = input;
    const { portal_id: portalId, person_id: fromPersonId } = row;
    if (work.length === 0) throw refusals.NOTHING_CHOSEN;
    const people = await store.listColleagues(tx, portalId, civilDateOf(now));
    if (toPersonId === fromPersonId || !people.some(({ id }) => id === toPersonId))
      throw refusals.NO_SUCCESSOR;
    let given = 0;
    for (const { room, list, take } of rooms) {
      const open = await list(tx, { portalId, personId: fromPersonId });
      const chosen = open.filter((one) => work.includes(keyOf(room, one)));
      if (chosen.length === 0) continue;
      const ids = chosen.map(({ id }) => id);
      await take(context, { portalId, fromPersonId, toPersonId, ids });
      for (const { kind, id, title } of chosen) {
        const line = { handOverId: row.id, portalId, room, kind, id, toPersonId, at: now };
        await store.insertLine(tx, { ...line, title: title.vi });
      }
      given += chosen.length;
    }
    if (given !== new Set(work).size) throw refusals.WORK_GONE;
    await store.forgetConfirmation(tx, row.id);
    await tell(context, { portalId, handOverId: row.id, personId: toPersonId, key: 'given' });
    record({
      portalId,
      subject: { kind: 'handOver', id: row.id },
      payload: { toPersonId, work: [...work] },
    });
  },
};

/**
 * The word of both sides: who leaves confirms what he handed over, each successor what he took. When the leaver is gone
 * already, the head confirms in his place and says why.
 */
export const confirmHandOver: Command<OnHandOver & { inPlace: boolean; note: string }, void> = {
  name: 'staffing.confirmHandOver',
  permit: 'staffing.part',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, actor, now, record } = context;
    const row = await getOpen(context, input);
    if (actor.kind !== 'person') throw refusals.NOT_YOURS;
    const by = actor.personId;
    const isHead = actor.grants.some((one) => one.role === 'head' && one.portalId === row.portal_id);
    const note = input.note.trim();
    let confirmed = 0;
    if (by === row.person_id) confirmed = await store.confirmLeaving(tx, row.id, { by, note: null, at: now });
    else if (input.inPlace && isHead) {
      if (note.length < MIN_REASON) throw refusals.NO_REASON;
      confirmed = await store.confirmLeaving(tx, row.id, { by, note, at: now });
    } else confirmed = await store.confirmLines(tx, row.id, by, now);
    if (confirmed === 0) throw refusals.NOT_YOURS;
    record({
      portalId: row.portal_id,
      subject: { kind: 'handOver', id: row.id },
      payload: { inPlace: input.inPlace && by !== row.person_id },
    });
  },
};

/** All is handed over and confirmed: the rights end with the last day, and no password was passed on. */
export const finishHandOver: Command<OnHandOver & { rooms: WorkRooms }, void> = {
  name: 'staffing.finishHandOver',
  permit: 'staffing.handOver',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, actor, now, record } = context;
    requireFresh(actor, now);
    const row = await getOpen(context, input);
    const { portal_id: portalId, person_id: personId } = row;
    for (const { list } of input.rooms)
      if ((await list(tx, { portalId, personId })).length > 0) throw refusals.WORK_LEFT;
    const lines = await store.listLines(tx, row.id);
    if (!row.confirmed_at || lines.some((line) => !line.confirmed_at)) throw refusals.NOT_CONFIRMED;
    await requireNotLast(context, personId);
    await store.endRights(tx, { portalId, personId, on: row.leaves_on });
    await store.finish(tx, row.id, now);
    record({
      portalId,
      subject: { kind: 'handOver', id: row.id },
      payload: { personId, leavesOn: row.leaves_on, lines: lines.length },
    });
  },
};

export const dropHandOver: Command<OnHandOver, void> = {
  name: 'staffing.dropHandOver',
  permit: 'staffing.handOver',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const row = await getOpen(context, input);
    await store.cancel(context.tx, row.id, context.now);
    context.record({ portalId: row.portal_id, subject: { kind: 'handOver', id: row.id }, payload: {} });
  },
};

/** After the last day: the account of who left, with no right left anywhere, is closed. Run by the job. */
export const closeLeaver: Command<OnHandOver & { personId: number }, void> = {
  name: 'staffing.closeLeaver',
  permit: 'staffing.run',
  permits,
  portal: (input) => input.portalId,
  async run(context, { portalId, personId, handOverId }) {
    await closeAccount(context, personId);
    context.record({ portalId, subject: { kind: 'person', id: personId }, payload: { handOverId } });
  },
};

export const handOverCommands = [
  beginHandOver,
  giveWork,
  confirmHandOver,
  finishHandOver,
  dropHandOver,
  closeLeaver,
];
