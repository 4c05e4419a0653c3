import type { Words } from '../../rules/lang.ts';
import { Refusal } from '../../rules/refusal.ts';

/** States of an inquiry. The last six are its ends; what was joined may be released again. */
export const STATES = [
  'received',
  'inProgress',
  'waitingForAsker',
  'drafted',
  'checked',
  'answered',
  'refused',
  'sentOut',
  'withdrawn',
  'merged',
  'split',
] as const;
export type State = (typeof STATES)[number];

const OPEN = ['received', 'inProgress', 'waitingForAsker', 'drafted', 'checked'] as const satisfies State[];
const WORKED_ON = ['inProgress', 'waitingForAsker', 'drafted', 'checked'] as const satisfies State[];
export const OPEN_STATES: readonly State[] = OPEN;

export const isOpen = (state: State): boolean => OPEN_STATES.includes(state);

export const STATE_WORDS: Readonly<Record<State, Words>> = {
  received: { vi: 'Đã nhận, chờ phân loại', en: 'Received, to be sorted' },
  inProgress: { vi: 'Đang giải quyết', en: 'Being handled' },
  waitingForAsker: { vi: 'Chờ người hỏi bổ sung', en: 'Waiting for the asker' },
  drafted: { vi: 'Đã dự thảo, chờ soát', en: 'Drafted, to be checked' },
  checked: { vi: 'Đã soát, chờ ký', en: 'Checked, to be signed' },
  answered: { vi: 'Đã trả lời', en: 'Answered' },
  refused: { vi: 'Không tiếp nhận', en: 'Not taken in' },
  sentOut: { vi: 'Đã chuyển cơ quan có thẩm quyền', en: 'Passed to the competent body' },
  withdrawn: { vi: 'Người hỏi đã rút', en: 'Withdrawn by the asker' },
  merged: { vi: 'Đã gộp với thư trùng nội dung', en: 'Joined to another of the same content' },
  split: { vi: 'Đã tách thành nhiều phần', en: 'Split into parts' },
};

export interface Move {
  from: readonly State[];
  /** Undefined: the state stays. */
  to?: State;
  /** Four eyes: not by anyone who wrote the answer (LC Đ5.4, LC-020). */
  byAnother?: true;
  /** Must say why, or what; sealed in the history. */
  needsNote?: true;
  /** The asker sees the note with his code, and is written to. */
  tellsAsker?: true;
  /**
   * Concerns also those whose inquiry was joined to this one: they see the step and are written to where the asker is.
   * What passes between one asker and the body alone (asking back, replies) never does. With `note` they read the note
   * too: where the law owes every asker what it says (LC Đ11.6.c: how far it is; Luật TCTT Đ30: why more time is needed).
   * Elsewhere a note speaks to one asker; the others read the reason of the table, or the body it was passed to.
   */
  concernsJoined?: true | 'note';
  label: Words;
}

/** The workflow as a table: what may follow what. Pages, tests and documents read it. Permits stand at the commands. */
export const MOVES = {
  receive: { from: [], to: 'received', tellsAsker: true, label: { vi: 'Tiếp nhận thư', en: 'Received' } },
  accept: {
    from: ['received'],
    to: 'inProgress',
    concernsJoined: true,
    label: { vi: 'Nhận giải quyết', en: 'Accept' },
  },
  reclassify: {
    from: WORKED_ON,
    label: { vi: 'Phân loại lại', en: 'Classify anew' },
  },
  refuse: {
    from: ['received', 'inProgress'],
    to: 'refused',
    needsNote: true,
    tellsAsker: true,
    concernsJoined: true,
    label: { vi: 'Không tiếp nhận', en: 'Refuse' },
  },
  forward: {
    from: ['received', 'inProgress'],
    to: 'received',
    tellsAsker: true,
    concernsJoined: true,
    label: { vi: 'Chuyển cơ quan khác', en: 'Forward to another body' },
  },
  giveBack: {
    from: ['received', 'inProgress'],
    to: 'received',
    needsNote: true,
    label: { vi: 'Trả lại nơi chuyển', en: 'Give back to the sender' },
  },
  sendOut: {
    from: ['received', 'inProgress'],
    to: 'sentOut',
    needsNote: true,
    tellsAsker: true,
    concernsJoined: true,
    label: { vi: 'Chuyển cơ quan ngoài cổng', en: 'Pass to a body outside the portal' },
  },
  askBodies: {
    from: WORKED_ON,
    concernsJoined: true,
    label: { vi: 'Mời cơ quan phối hợp', en: 'Ask other bodies to contribute' },
  },
  contribute: {
    from: WORKED_ON,
    label: { vi: 'Góp ý của cơ quan phối hợp', en: 'Contribution of another body' },
  },
  askBack: {
    from: ['inProgress'],
    to: 'waitingForAsker',
    needsNote: true,
    tellsAsker: true,
    label: { vi: 'Hỏi lại người hỏi', en: 'Ask back' },
  },
  reply: {
    from: ['waitingForAsker'],
    to: 'inProgress',
    needsNote: true,
    label: { vi: 'Người hỏi trả lời', en: 'The asker replied' },
  },
  goOn: {
    from: ['waitingForAsker'],
    to: 'inProgress',
    label: { vi: 'Tiếp tục giải quyết', en: 'Go on without a reply' },
  },
  add: { from: OPEN, needsNote: true, label: { vi: 'Người hỏi bổ sung', en: 'The asker added' } },
  promise: {
    from: ['inProgress'],
    tellsAsker: true,
    concernsJoined: 'note',
    label: { vi: 'Hẹn ngày trả lời', en: 'State the day of the answer' },
  },
  extend: {
    from: ['inProgress'],
    needsNote: true,
    tellsAsker: true,
    concernsJoined: 'note',
    label: { vi: 'Gia hạn', en: 'Extend' },
  },
  assign: { from: OPEN, label: { vi: 'Giao người phụ trách', en: 'Assign an officer' } },
  draft: { from: ['inProgress'], label: { vi: 'Lưu dự thảo trả lời', en: 'Save the draft answer' } },
  submit: {
    from: ['inProgress'],
    to: 'drafted',
    concernsJoined: true,
    label: { vi: 'Trình soát', en: 'Hand on for checking' },
  },
  check: {
    from: ['drafted'],
    to: 'checked',
    byAnother: true,
    concernsJoined: true,
    label: { vi: 'Đã soát, trình ký', en: 'Checked, hand on for signing' },
  },
  sendBack: {
    from: ['drafted', 'checked'],
    to: 'inProgress',
    needsNote: true,
    label: { vi: 'Trả lại để sửa', en: 'Send back' },
  },
  sign: {
    from: ['checked'],
    to: 'answered',
    byAnother: true,
    tellsAsker: true,
    concernsJoined: true,
    label: { vi: 'Ký trả lời', en: 'Sign the answer' },
  },
  withdraw: { from: OPEN, to: 'withdrawn', tellsAsker: true, label: { vi: 'Rút thư', en: 'Withdraw' } },
  merge: {
    from: ['received', 'inProgress'],
    to: 'merged',
    tellsAsker: true,
    label: { vi: 'Gộp với thư trùng', en: 'Join to another' },
  },
  split: {
    from: ['received', 'inProgress'],
    to: 'split',
    tellsAsker: true,
    label: { vi: 'Tách thành nhiều phần', en: 'Split' },
  },
  // what happens to a joined one because of a step of the other, in the same transaction (`joined.ts`)
  follow: {
    from: ['merged'],
    label: { vi: 'Chuyển theo thư đã gộp vào', en: 'Passed on with the one it was joined to' },
  },
  rejoin: {
    from: ['merged'],
    label: { vi: 'Gộp tiếp vào thư khác', en: 'Joined on to another' },
  },
  release: {
    from: ['merged'],
    to: 'received',
    tellsAsker: true,
    label: { vi: 'Thôi gộp, giải quyết riêng', en: 'Released, handled by itself again' },
  },
  // what one may ask about one's own data, at any time (Luật 91/2025 Đ4)
  correct: { from: STATES, label: { vi: 'Chỉnh sửa dữ liệu người gửi', en: 'Correct the sender’s data' } },
  restrict: { from: STATES, label: { vi: 'Hạn chế xử lý', en: 'Restrict' } },
  lift: { from: STATES, label: { vi: 'Thôi hạn chế', en: 'Lift the restriction' } },
  withdrawConsent: { from: STATES, label: { vi: 'Ghi rút sự đồng ý', en: 'Withdraw consent' } },
  certify: {
    from: OPEN,
    label: { vi: 'Gửi kèm giấy xác nhận dữ liệu', en: 'Attach the certificate of stored data' },
  },
} as const satisfies Record<string, Move>;

export type MoveName = keyof typeof MOVES;

/** Shortest note that says anything. */
export const NOTE_MIN = 5;

export interface MoveCase {
  state: State;
  /** Everyone who wrote on the answer. */
  writers?: readonly number[];
  personId?: number | null;
  note?: string;
}

/**
 * Decides a move: the state, four eyes, and what must be said. @returns the state after it.
 * @throws Refusal with a sentence that says what to do
 */
export function decideMove(name: MoveName, { state, writers = [], personId, note = '' }: MoveCase): State {
  const move: Move = MOVES[name];
  if (!move.from.includes(state)) {
    const label = move.label;
    throw new Refusal('wrong-state', {
      vi: `Không thể “${label.vi.toLowerCase()}” khi thư ở trạng thái “${STATE_WORDS[state].vi.toLowerCase()}”. Hãy tải lại trang để xem bước tiếp theo.`,
      en: `“${label.en}” is not possible while the inquiry is “${STATE_WORDS[state].en.toLowerCase()}”. Reload the page to see what comes next.`,
    });
  }
  if (move.byAnother && personId && writers.includes(personId)) {
    throw new Refusal('four-eyes', {
      vi: 'Bạn đã viết dự thảo này nên không soát, không ký được. Hãy để người khác làm bước này.',
      en: 'You wrote on this answer, so somebody else must check and sign it.',
    });
  }
  if (move.needsNote && note.trim().length < NOTE_MIN) {
    throw new Refusal(
      'note-missing',
      {
        vi: `Hãy ghi rõ nội dung, ít nhất ${NOTE_MIN} ký tự.`,
        en: `Say what or why, in at least ${NOTE_MIN} characters.`,
      },
      'note',
    );
  }
  return move.to ?? state;
}

/** The moves the state allows, in the order of the table. */
export function allowedMoves(state: State): MoveName[] {
  return (Object.keys(MOVES) as MoveName[]).filter((name) => (MOVES[name] as Move).from.includes(state));
}

/** Why an inquiry is not taken in. `complaint`: shown the right door instead (LC-055, LC-092). */
export const REFUSALS = [
  'outOfScope',
  'complaint',
  'incomplete',
  'repeated',
  'unlawful',
  'notPublic',
] as const;
export type RefusalReason = (typeof REFUSALS)[number];

export const REFUSAL_WORDS: Readonly<Record<RefusalReason, Words>> = {
  outOfScope: { vi: 'Không thuộc phạm vi tiếp nhận', en: 'Outside what is taken in' },
  complaint: {
    vi: 'Là khiếu nại hoặc tố cáo, có kênh riêng',
    en: 'A complaint or denunciation, which has its own channel',
  },
  incomplete: { vi: 'Thiếu thông tin bắt buộc', en: 'Required information is missing' },
  repeated: { vi: 'Đã được trả lời', en: 'Already answered' },
  unlawful: { vi: 'Nội dung trái pháp luật', en: 'Unlawful content' },
  notPublic: { vi: 'Thông tin không được cung cấp theo luật', en: 'Information that the law does not open' },
};

/** `direct` is always possible: with his code the asker reads the answer whether or not he can be written to. */
export type AnswerMode = 'public' | 'direct' | 'both';

export interface AnswerCase {
  mode: AnswerMode;
  publishes: boolean;
  commonConcern: boolean;
  /** The regulation: matters of common concern must be published (LX-023). */
  mustPublishCommon: boolean;
  title: string;
  question: string;
  answer: string;
  /** What the scan for personal data still finds in what would become public, and nobody said is harmless. */
  personalDataLeft: boolean;
}

/** What an answer must have before it is handed on or signed. @throws Refusal naming the field */
export function checkAnswer(one: AnswerCase): void {
  const refuse = (code: string, field: string, vi: string, en: string): never => {
    throw new Refusal(code, { vi, en }, field);
  };
  const isPublic = one.mode !== 'direct';
  if (one.answer.trim().length < NOTE_MIN)
    refuse('answer-missing', 'answer', 'Hãy viết nội dung trả lời.', 'Write the answer.');
  if (isPublic && !one.publishes)
    refuse(
      'never-public',
      'mode',
      'Loại thư này không được đăng công khai. Hãy chọn trả lời trực tiếp.',
      'This kind of inquiry never becomes public. Choose to answer directly.',
    );
  if (!isPublic && one.publishes && one.commonConcern && one.mustPublishCommon)
    refuse(
      'must-publish',
      'mode',
      'Vấn đề có liên quan chung phải được đăng công khai theo quy chế.',
      'A matter of common concern must be published by the regulation.',
    );
  if (isPublic && one.title.trim().length < NOTE_MIN)
    refuse('title-missing', 'title', 'Hãy đặt tiêu đề cho phần công khai.', 'Give the public copy a title.');
  if (isPublic && one.question.trim().length < NOTE_MIN)
    refuse(
      'question-missing',
      'question',
      'Hãy ghi câu hỏi sẽ đăng công khai.',
      'Write the question as it will be public.',
    );
  if (isPublic && one.personalDataLeft)
    refuse(
      'personal-data',
      'question',
      'Phần công khai còn dữ liệu cá nhân. Hãy che đi trước khi trình.',
      'The public copy still holds personal data. Mask it first.',
    );
}
