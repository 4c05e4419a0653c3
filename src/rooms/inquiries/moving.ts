import { type Command, type CommandContext, NOT_PERMITTED } from '../../platform/command/index.ts';
import { isPermitted } from '../../rules/access/index.ts';
import type { Words } from '../../rules/lang.ts';
import { Refusal } from '../../rules/refusal.ts';
import type { Subject } from '../duties/index.ts';
import { permits } from './permits.ts';
import { decideMove, isOpen, MOVES, type Move, type MoveName, type State } from './rules.ts';
import { sealText } from './sealed.ts';
import { type Changes, changeInquiry, type InquiryRow, insertEvent, lockInquiry } from './store.ts';

/** The job that writes to the asker after a move he must know of. */
export const TELL_JOB = 'inquiries.tell';
/** The job that tells officers of what others did with an inquiry of theirs. */
export const STAFF_NEWS_JOB = 'inquiries.tellStaff';
export const NEWS_TO_STAFF: ReadonlySet<MoveName> = new Set([
  'receive',
  'forward',
  'giveBack',
  'askBodies',
  'contribute',
  'assign',
  'reply',
  'add',
  'withdraw',
  'sign',
  'release',
]);

/** Cache key of the public figures, which every step may change. */
export const figuresKey = (localityId: number): string => `inquiry-figures:${localityId}`;

/** What follows from an event after commit: messages to the asker and to officers, figures made anew. */
export function followEvent(
  context: Pick<CommandContext, 'enqueue' | 'purge'>,
  { localityId, eventId, move }: { localityId: number; eventId: number; move: MoveName },
): void {
  if ((MOVES[move] as Move).tellsAsker) context.enqueue(TELL_JOB, { eventId });
  if (NEWS_TO_STAFF.has(move)) context.enqueue(STAFF_NEWS_JOB, { eventId });
  context.purge(figuresKey(localityId));
}

export const NO_SUCH_INQUIRY = new Refusal('no-such-inquiry', {
  vi: 'Không tìm thấy thư này ở cổng của bạn. Có thể thư đã được chuyển đi.',
  en: 'This inquiry was not found on your portal. It may have been passed on.',
});

/** The clock of the answer, and that of the day stated in a notice, where the regulation knows one. */
export const clockSubject = (inquiryId: number): Subject => ({ kind: 'inquiry', id: inquiryId });
export const agreedSubject = (inquiryId: number): Subject => ({ kind: 'inquiryPromise', id: inquiryId });
/** The clock of telling the asker that a question is out of scope. */
export const noticeSubject = (inquiryId: number): Subject => ({ kind: 'inquiryNotice', id: inquiryId });

export function personIdOf({ actor }: Pick<CommandContext, 'actor'>): number | null {
  return actor.kind === 'person' ? actor.personId : null;
}

export interface OfInquiry {
  /** The portal the person acts for. */
  portalId: number;
  inquiryId: number;
}

/** What a move did besides changing the state. */
export interface Deed {
  changes?: Changes;
  /** For the history and the record: facts without personal data. */
  facts?: Record<string, unknown>;
  /** Sealed into the history. */
  note?: string;
  noteForAsker?: boolean;
  /** Who wrote on the answer, for four eyes; only where the move asks for it. */
  writers?: readonly number[];
}

/** Writes the step down: state, history, and the message to the asker. @returns the state after it */
export async function takeStep(
  context: CommandContext,
  row: InquiryRow,
  move: MoveName,
  { changes = {}, facts = {}, note = '', noteForAsker = false, writers }: Deed,
): Promise<State> {
  const { tx, now, seal } = context;
  const personId = personIdOf(context);
  const to = decideMove(move, { state: row.state, personId, note, ...(writers && { writers }) });
  const closes = isOpen(row.state) && !isOpen(to);
  await changeInquiry(tx, row.id, to, {
    ...changes,
    ...(closes && { closedAt: now }),
    // a closed confidential matter is no longer shown to those who only contributed
    ...(closes && row.confidential && { coPortalIds: [] }),
  });
  const eventId = await insertEvent(tx, {
    inquiry_id: row.id,
    portal_id: row.portal_id,
    move,
    from_state: row.state,
    to_state: to,
    person_id: personId,
    facts,
    note: note.trim() === '' ? null : sealText(seal, row.code_digest, 'note', note.normalize('NFC').trim()),
    note_for_asker: noteForAsker,
    at: now,
  });
  followEvent(context, { localityId: row.locality_id, eventId, move });
  return to;
}

/** The first row of a history. @returns the id of the event */
export function writeReceipt(
  context: CommandContext,
  { inquiryId, portalId, facts }: OfInquiry & { facts: Record<string, unknown> },
): Promise<number> {
  return insertEvent(context.tx, {
    inquiry_id: inquiryId,
    portal_id: portalId,
    move: 'receive',
    from_state: 'received',
    to_state: 'received',
    person_id: personIdOf(context),
    facts,
    note: null,
    note_for_asker: false,
    at: context.now,
  });
}

export interface MoveOptions<Input extends OfInquiry> {
  /** `lead`: the body that has it. `co`: one that was asked to contribute. `asker`: the public, by the code. */
  by?: 'lead' | 'co' | 'asker';
  /** Decides and does what the move does; the step is written after it. */
  act(context: CommandContext, row: InquiryRow, input: Input): Promise<Deed>;
}

export interface Moved {
  inquiryId: number;
  state: State;
}

/**
 * One command of the workflow: locks the inquiry, checks whose it is, does its deed, writes the step and one entry of
 * the record. All moves are made by this, so that none forgets one of them.
 */
export function inquiryMove<Input extends OfInquiry>(
  move: MoveName,
  permit: keyof typeof permits,
  { by = 'lead', act }: MoveOptions<Input>,
): Command<Input, Moved> {
  return {
    name: `inquiries.${move}`,
    permit,
    permits,
    portal: (input) => input.portalId,
    async run(context, input) {
      const row = await lockInquiry(context.tx, input.inquiryId);
      if (!row || !isTheirs(row, input.portalId, by)) throw NO_SUCH_INQUIRY;
      const { actor } = context;
      if (row.confidential && !isPermitted(actor, permits, 'inquiries.readConfidential', input.portalId))
        throw NOT_PERMITTED;
      // the state is checked before the deed touches any clock
      decideMove(move, { state: row.state, note: 'checked when the step is written' });
      const deed = await act(context, row, input).catch((error: unknown) => {
        throw isBeingRedated(move, error) ? REDATING : error;
      });
      const state = await takeStep(context, row, move, deed);
      context.record({
        portalId: input.portalId,
        subject: { kind: 'inquiry', id: row.id },
        payload: { move, from: row.state, to: state, ...(deed.facts ?? {}) },
      });
      return { inquiryId: row.id, state };
    },
  };
}

/** A day was put into the calendar, and the job that dates the clocks anew has not come to this one. */
const REDATING = new Refusal('redating', {
  vi: 'Lịch làm việc vừa thay đổi và hạn của thư này đang được tính lại. Hãy thử lại sau một phút.',
  en: 'The working calendar has just changed and this time limit is being counted again. Try again in a minute.',
});
const STALE = ['clock-promiseOnDayOff', 'clock-promiseBeyondCap', 'clock-tooLate'];

/** A promise or an extension made before does not fit the new calendar: nothing the person who moves now did wrong. */
function isBeingRedated(move: MoveName, error: unknown): boolean {
  const grants = move === 'promise' || move === 'extend';
  return !grants && error instanceof Refusal && STALE.includes(error.code);
}

function isTheirs(row: InquiryRow, portalId: number, by: MoveOptions<OfInquiry>['by']): boolean {
  if (by === 'asker') return row.received_portal_id === portalId;
  if (by === 'co') return row.co_portal_ids.includes(portalId);
  return row.portal_id === portalId;
}

/** Why a clock ended without an answer, as its trace says it. */
export const ENDED: Readonly<Record<'refused' | 'sentOut' | 'withdrawn' | 'merged' | 'split', Words>> = {
  refused: { vi: 'không tiếp nhận, đã báo người hỏi', en: 'not taken in, the asker was told' },
  sentOut: {
    vi: 'đã chuyển cơ quan có thẩm quyền ngoài cổng',
    en: 'passed to the competent body outside the portal',
  },
  withdrawn: { vi: 'người hỏi đã rút', en: 'withdrawn by the asker' },
  merged: { vi: 'đã gộp với thư trùng nội dung', en: 'joined to an inquiry of the same content' },
  split: { vi: 'đã tách thành nhiều phần', en: 'split into parts' },
};
