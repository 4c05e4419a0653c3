import type { Command, CommandContext } from '../../platform/command/index.ts';
import { civilDateOf } from '../../rules/calendar/index.ts';
import type { BoardPlace, Profile } from '../../rules/profile/index.ts';
import { recordDecision } from '../accounts/index.ts';
import { profileOf } from '../duties/index.ts';
import { permits } from './permits.ts';
import * as refusals from './refusals.ts';
import { boardRules, ruleOf } from './rules.ts';
import { showingOf } from './showing-rules.ts';
import * as store from './store.ts';

/** The decision something rests on, as it is named. */
export interface Decided {
  decision: string;
  decidedOn: string;
}

const who = ({ actor }: CommandContext) => (actor.kind === 'person' ? actor.personId : null);

/** Purged when what the public is told of the boards of a portal changes. */
export function boardsKey(portalId: number): string {
  return `boards:${portalId}`;
}

async function decisionIdOf(context: CommandContext, portalId: number, by: Decided): Promise<number> {
  const { tx, now } = context;
  const { decision: number, decidedOn } = by;
  if (!number.trim()) throw refusals.NO_DECISION;
  return recordDecision(tx, { portalId, number, decidedOn, recordedBy: who(context), at: now });
}

/** The regulation of the locality today, and whether the portal is the main one. */
async function lawOf(
  { tx, now, actor, profiles }: CommandContext,
  portalId: number,
): Promise<{ profile: Profile; isMain: boolean; todayOn: string }> {
  const todayOn = civilDateOf(now);
  const profile = await profileOf(tx, actor.localityId, todayOn, profiles);
  if (!profile) throw new Error(`Locality ${actor.localityId} has no regulation on ${todayOn}.`);
  return { profile, isMain: await store.isMainPortal(tx, portalId), todayOn };
}

export interface FoundBoard extends Decided {
  portalId: number;
  /** The board of the regulation it is, or `assistants`. */
  code: string;
  foundedOn: string;
  standingBody: string | null;
}

/** Puts a board on record by the decision that set it up (LC Đ21–22, TB Đ7, QN Đ15, LX Đ13, BG Đ9). */
export const foundBoard: Command<FoundBoard, { boardId: number }> = {
  name: 'boards.foundBoard',
  permit: 'boards.write',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, now, record } = context;
    const { portalId, code, foundedOn } = input;
    const { profile, isMain, todayOn } = await lawOf(context, portalId);
    const rule = boardRules(profile, isMain, todayOn).find((one) => one.code === code);
    if (!rule) throw refusals.NO_SUCH_KIND;
    const standing = await store.listBoards(tx, [portalId]);
    if (standing.some((one) => one.code === code)) throw refusals.BOARD_STANDS;
    const decisionId = await decisionIdOf(context, portalId, input);
    const boardId = await store.insertBoard(tx, {
      ...{ portalId, code, nameVi: rule.name.vi, nameEn: rule.name.en, foundedOn, decisionId },
      ...{ standingBody: input.standingBody, by: who(context), at: now },
    });
    const { decision, decidedOn } = input;
    record({
      portalId,
      subject: { kind: 'board', id: boardId },
      payload: { code, foundedOn, decision, decidedOn },
    });
    return { boardId };
  },
};

export interface OnBoard {
  portalId: number;
  boardId: number;
}

/** A standing board of the portal, locked. @throws Refusal */
async function getBoard({ tx }: CommandContext, { portalId, boardId }: OnBoard): Promise<store.BoardRow> {
  await store.lockBoard(tx, boardId);
  const board = await store.findBoard(tx, boardId);
  if (board?.portal_id !== portalId) throw refusals.NO_SUCH_BOARD;
  if (board.ended_on !== null) throw refusals.BOARD_ENDED;
  return board;
}

export interface Seating extends Decided {
  place: BoardPlace;
  fullName: string;
  office: string;
  personId: number | null;
  fromOn: string;
  toOn: string | null;
  /** Whether the public is to be told of it. */
  isShown: boolean;
}

async function seatFacts(
  context: CommandContext,
  portalId: number,
  input: Seating,
): Promise<store.SeatFacts> {
  const { personId, fromOn, toOn } = input;
  if (input.fullName.length < 2) throw refusals.NO_NAME;
  if (input.office.length < 2) throw refusals.NO_OFFICE;
  if (toOn !== null && toOn < fromOn) throw refusals.DATES_CROSSED;
  if (personId !== null) {
    const staff = await store.listStaff(context.tx, portalId);
    if (!staff.some(({ id }) => id === personId)) throw refusals.NO_SUCH_ACCOUNT;
  }
  return { ...input, decisionId: await decisionIdOf(context, portalId, input) };
}

const seatPayload = ({ place, personId, fromOn, toOn, decision, decidedOn, isShown }: Seating) => ({
  ...{ place, personId, fromOn, toOn, decision, decidedOn, isShown },
});

/** Seats somebody by a decision. What the regulation demands of the board is found afterwards and stops nobody. */
export const addMember: Command<OnBoard & Seating, { memberId: number }> = {
  name: 'boards.addMember',
  permit: 'boards.write',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, now, record } = context;
    const board = await getBoard(context, input);
    const memberId = await store.insertMember(
      tx,
      board,
      await seatFacts(context, board.portal_id, input),
      now,
    );
    await store.touchBoard(tx, board.id, who(context), now);
    record({
      portalId: board.portal_id,
      subject: { kind: 'board', id: board.id },
      payload: { memberId, ...seatPayload(input) },
    });
    return { memberId };
  },
};

type OnMember = OnBoard & { memberId: number };

export const changeMember: Command<OnMember & Seating, void> = {
  name: 'boards.changeMember',
  permit: 'boards.write',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, now, record } = context;
    const board = await getBoard(context, input);
    const facts = await seatFacts(context, board.portal_id, input);
    const seat = { id: input.memberId, boardId: board.id };
    if ((await store.updateMember(tx, seat, facts)) !== 1) throw refusals.NO_SUCH_MEMBER;
    await store.touchBoard(tx, board.id, who(context), now);
    record({
      portalId: board.portal_id,
      subject: { kind: 'board', id: board.id },
      payload: { memberId: input.memberId, ...seatPayload(input) },
    });
  },
};

/** Somebody leaves the board. His right to approve, if he keeps one, stands among the findings from then on. */
export const endMember: Command<OnMember & { leftOn: string }, void> = {
  name: 'boards.endMember',
  permit: 'boards.write',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, now, record } = context;
    const board = await getBoard(context, input);
    const { memberId, leftOn } = input;
    if ((await store.leave(tx, { id: memberId, boardId: board.id }, leftOn)) !== 1)
      throw refusals.NO_SUCH_MEMBER;
    await store.touchBoard(tx, board.id, who(context), now);
    record({
      portalId: board.portal_id,
      subject: { kind: 'board', id: board.id },
      payload: { memberId, leftOn },
    });
  },
};

/** The board is no more; the public is told nothing of it from now on, and everything stays on record. */
export const endBoard: Command<OnBoard & { endedOn: string }, void> = {
  name: 'boards.endBoard',
  permit: 'boards.write',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, now, record, purgeForGood } = context;
    const board = await getBoard(context, input);
    await store.endBoard(tx, board.id, input.endedOn);
    await store.endShowing(tx, board.id, now);
    purgeForGood(boardsKey(board.portal_id));
    record({
      portalId: board.portal_id,
      subject: { kind: 'board', id: board.id },
      payload: { endedOn: input.endedOn },
    });
  },
};

/**
 * A member of the board approves what the public is told of it: a copy of names, offices and the decision. Never whoever
 * wrote it last (four eyes, LC-020).
 */
export const showBoard: Command<OnBoard & { changedAt: string }, void> = {
  name: 'boards.showBoard',
  permit: 'boards.show',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, actor, now, record, purge } = context;
    const board = await getBoard(context, input);
    if (actor.kind === 'person' && board.changed_by === actor.personId) throw refusals.OWN_WORDS;
    if (board.changed_at.toISOString() !== input.changedAt) throw refusals.CHANGED_SINCE;
    const { profile, isMain, todayOn } = await lawOf(context, board.portal_id);
    const members = await store.listMembers(tx, [board.id], todayOn);
    const content = showingOf(board, members, ruleOf(profile, board.code, isMain, todayOn));
    if (content.members.length === 0) throw refusals.NOBODY_TO_SHOW;
    await store.endShowing(tx, board.id, now);
    const { portal_id: portalId } = board;
    await store.insertShowing(tx, { boardId: board.id, portalId, content, by: who(context), at: now });
    purge(boardsKey(portalId));
    record({
      portalId,
      subject: { kind: 'board', id: board.id },
      payload: { members: content.members.length, decision: board.number },
    });
  },
};

/** Takes away at once what the public is told of a board. */
export const hideBoard: Command<OnBoard, void> = {
  name: 'boards.hideBoard',
  permit: 'boards.show',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, now, record, purgeForGood } = context;
    const board = await getBoard(context, input);
    if ((await store.endShowing(tx, board.id, now)) !== 1) throw refusals.NOT_SHOWN;
    purgeForGood(boardsKey(board.portal_id));
    record({ portalId: board.portal_id, subject: { kind: 'board', id: board.id }, payload: {} });
  },
};

export const boardCommands = [foundBoard, addMember, changeMember, endMember, endBoard, showBoard, hideBoard];
