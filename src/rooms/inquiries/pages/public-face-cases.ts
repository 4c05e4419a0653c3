import type { ComponentChild } from 'preact';
import type { RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { addDays, civilDateOf, formatDate, instantOf } from '../../../rules/calendar/index.ts';
import type { Lang, Words } from '../../../rules/lang.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { type ClockView, computeDeadline } from '../../duties/index.ts';
import type { portalFacts } from '../../portals/index.ts';
import type { AskLaw } from '../public-rules.ts';
import type { AskersView, OpenedEvent } from '../queries.ts';
import { isOpen, type MoveName, type State } from '../rules.ts';
import type { AnswerRow, InquiryRow } from '../store.ts';

// Invented letters for the gallery of the demo.

/** What the faces are made of: the law of the portal, and the day. */
export interface Model {
  ports: Ports;
  context: RequestContext;
  lang: Lang;
  law: AskLaw;
  portal: Awaited<ReturnType<typeof portalFacts>>['portal'];
  clock: AskersView['clock'];
}

export interface Face {
  id: string;
  title: Words;
  show(model: Model): ComponentChild;
}

export const WRITTEN_TITLE = 'Xin lắp thêm bể chứa nước chung của xóm thì làm đơn ở đâu?';
export const WRITTEN_TEXT =
  'Nhà tôi ở cuối đường ống, nước yếu từ tháng Chín.\nCuối xóm có bảy hộ dùng chung.';

/** A clock as the locality's own law counts it from two days ago; undefined where no text sets a day. */
export async function clockOfFaces(
  ports: Ports,
  { site, lang, now }: RequestContext,
): Promise<ClockView | undefined> {
  try {
    const counted = await computeDeadline(ports, {
      ...{ localityCode: site.localityCode, duty: 'questions', lang },
      from: `${addDays(civilDateOf(now), -2)}T21:40`,
      bodyRole: site.isMain ? 'main' : 'member',
    });
    return {
      ...{ id: 1, portalId: site.portalId, duty: counted.duty, name: counted.name },
      ...{ citation: counted.citation, state: 'running', standing: undefined },
      words: { vi: 'còn 3 ngày làm việc', en: '3 working days left' }[lang],
      ...{ due: formatDate(counted.dueOn, lang), dueAt: counted.dueAt },
      ...{ inTime: undefined, closedOn: undefined, marks: counted.marks, trace: counted.trace },
    };
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** The steps that lead to a state. */
const WAYS: Readonly<Record<State, readonly MoveName[]>> = {
  received: ['receive'],
  inProgress: ['receive', 'forward', 'accept', 'promise'],
  waitingForAsker: ['receive', 'accept', 'askBack'],
  drafted: ['receive', 'accept', 'submit'],
  checked: ['receive', 'accept', 'submit', 'check'],
  answered: ['receive', 'accept', 'submit', 'check', 'sign'],
  refused: ['receive', 'refuse'],
  sentOut: ['receive', 'sendOut'],
  withdrawn: ['receive', 'withdraw'],
  merged: ['receive', 'accept', 'merge', 'sign'],
  split: ['receive', 'split'],
};

const NOTES: Readonly<Partial<Record<MoveName, string>>> = {
  askBack: 'Xóm có bao nhiêu hộ, bể hiện có chứa được bao nhiêu?',
  refuse: 'Việc này không thuộc phạm vi tiếp nhận của mục hỏi đáp.',
  sendOut: 'Thư được chuyển đến cơ quan có thẩm quyền để giải quyết theo luật.',
  promise: 'Cần khảo sát đường ống trước khi trả lời.',
};

/** An inquiry in a state, as its asker sees it. */
export function faceOf(state: State, now: Date, clock: ClockView | undefined): AskersView {
  const open = isOpen(state);
  const row = rowOf(state, now);
  const joinedTo = state === 'merged' ? { ...rowOf('answered', now), id: 4 } : undefined;
  const answeredBy = state === 'answered' ? row : joinedTo;
  return {
    ...{ row, joinedTo, content: { title: WRITTEN_TITLE, text: WRITTEN_TEXT } },
    events: WAYS[state].map((move, i) => eventOf(move, i, now)),
    files: [{ id: 1, name: 'duong-ong.jpg', type: 'image/jpeg', sizeBytes: 812_000, fromAsker: true }],
    answer: answeredBy && answerOf(answeredBy, now, joinedTo !== undefined),
    children:
      state === 'split'
        ? [
            { ...faceOf('answered', now, undefined), files: [] },
            { ...faceOf('waitingForAsker', now, clock), row: { ...rowOf('waitingForAsker', now), id: 3 } },
          ]
        : [],
    clock: open ? clock : undefined,
    firstClock: undefined,
    noticeClock: undefined,
    mayAdd: open && state !== 'waitingForAsker',
    mayReply: state === 'waitingForAsker',
    mayWithdraw: open,
  };
}

const RECEIVED_DAYS_AGO = 2;

function rowOf(state: State, now: Date): InquiryRow {
  const at = instantOf(addDays(civilDateOf(now), -RECEIVED_DAYS_AGO), '21:40');
  const blank: Record<string, unknown> = { id: 1, locality_id: 0, portal_id: 1, received_portal_id: 1 };
  return {
    ...blank,
    ...{ co_portal_ids: state === 'drafted' ? [2] : [], intake: 'question', confidential: false },
    ...{ language: 'vi', state, asker_kind: 'person', mail_digest: null, received_at: at },
    closed_at: isOpen(state) ? null : now,
  } as unknown as InquiryRow;
}

function eventOf(move: MoveName, i: number, now: Date): OpenedEvent {
  const facts: Record<string, unknown> = {
    ...(move === 'forward' && { toPortalId: 1 }),
    ...(move === 'refuse' && { reason: 'outOfScope' }),
    ...(move === 'sendOut' && { body: 'Thanh tra tỉnh (mẫu)' }),
    ...(move === 'askBack' && { clockStops: false }),
    ...(move === 'promise' && { promisedOn: addDays(civilDateOf(now), 5) }),
  };
  return {
    ...{ id: i, inquiry_id: 1, portal_id: 1, move, from_state: 'received', to_state: 'received' },
    ...{ person_id: null, facts, note: NOTES[move], note_for_asker: true },
    at: new Date(now.getTime() - (6 - i) * 3_600_000),
  };
}

function answerOf(by: InquiryRow, now: Date, isJoined: boolean): NonNullable<AskersView['answer']> {
  return {
    by,
    content: {
      ...{ title: WRITTEN_TITLE, question: WRITTEN_TEXT },
      answer:
        'Xóm làm đơn gửi Ủy ban nhân dân xã. Xã khảo sát và trình Sở trong mười ngày.\n\nĐơn không phải nộp phí.',
      aside: isJoined ? '' : 'Cán bộ xã sẽ đến xem đường ống vào sáng thứ Ba.',
    },
    row: {
      signed_at: now,
      citations: [
        {
          ...{ number: '15/2025/QĐ-UBND', abstract: 'về cấp nước sạch nông thôn (văn bản mẫu)' },
          ...{ issuedOn: '2025-05-12', issuer: 'UBND tỉnh', article: 'Điều 4' },
        },
      ],
    } as unknown as AnswerRow,
  };
}
