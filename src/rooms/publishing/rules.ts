import type { Words } from '../../rules/lang.ts';
import { Refusal } from '../../rules/refusal.ts';

/** States of an edition. Public is `published` alone; the rest never leaves the desk. */
export const STATES = [
  'draft',
  'submitted',
  'checked',
  'scheduled',
  'published',
  'superseded',
  'withdrawn',
  'discarded',
] as const;
export type State = (typeof STATES)[number];

export type PortalWorkflow = 'approve' | 'check-then-approve';

export interface Move {
  from: readonly State[];
  to: State;
  permit:
    | 'publishing.write'
    | 'publishing.check'
    | 'publishing.takeStep'
    | 'publishing.approve'
    | 'publishing.urgent'
    | 'publishing.read';
  /** Four eyes: not by anyone who wrote the edition (LC Đ5.4, BG Đ13.2). */
  byAnother?: true;
  /** The person must say why; kept in the history and shown to the writer. */
  needsReason?: true;
  label: Words;
}

/** The workflow as a table: what may follow what, who may do it. Pages, tests and documents read it. */
export const MOVES = {
  submit: {
    from: ['draft'],
    to: 'submitted',
    permit: 'publishing.write',
    label: { vi: 'Gửi duyệt', en: 'Submit' },
  },
  recall: {
    from: ['submitted', 'checked'],
    to: 'draft',
    permit: 'publishing.write',
    label: { vi: 'Rút lại để sửa', en: 'Take back to edit' },
  },
  check: {
    from: ['submitted'],
    to: 'checked',
    permit: 'publishing.takeStep',
    byAnother: true,
    label: { vi: 'Đã soát, trình duyệt', en: 'Checked, send for approval' },
  },
  approve: {
    from: ['submitted', 'checked'],
    to: 'published',
    permit: 'publishing.approve',
    byAnother: true,
    label: { vi: 'Duyệt đăng', en: 'Approve and publish' },
  },
  schedule: {
    from: ['submitted', 'checked'],
    to: 'scheduled',
    permit: 'publishing.approve',
    byAnother: true,
    label: { vi: 'Duyệt, hẹn giờ đăng', en: 'Approve for a set time' },
  },
  // the board approves afterwards, within a clock of its own (urgent-rules.ts)
  publishUrgent: {
    from: ['draft', 'submitted', 'checked'],
    to: 'published',
    permit: 'publishing.urgent',
    needsReason: true,
    label: { vi: 'Đăng khẩn, duyệt sau', en: 'Publish urgently' },
  },
  publishDue: {
    from: ['scheduled'],
    to: 'published',
    permit: 'publishing.approve',
    label: { vi: 'Đến giờ đăng', en: 'Publish at the set time' },
  },
  sendBack: {
    from: ['submitted', 'checked', 'scheduled'],
    to: 'draft',
    permit: 'publishing.takeStep',
    needsReason: true,
    label: { vi: 'Trả lại', en: 'Send back' },
  },
  discard: {
    from: ['draft'],
    to: 'discarded',
    permit: 'publishing.write',
    label: { vi: 'Bỏ bản thảo', en: 'Discard draft' },
  },
  withdraw: {
    from: ['published'],
    to: 'withdrawn',
    permit: 'publishing.approve',
    needsReason: true,
    label: { vi: 'Gỡ bài', en: 'Take down' },
  },
} as const satisfies Record<string, Move>;

export type MoveName = keyof typeof MOVES;

export interface EditionFacts {
  state: State;
  /** Everyone who ever saved this edition. */
  writers: readonly number[];
  title: string;
  bodyText: string;
  pictureMediaId: number | null;
  pictureAlt: string;
}

export interface MoveCase {
  edition: EditionFacts;
  workflow: PortalWorkflow;
  /** Person who makes the move; undefined for the machine that publishes at the set time. */
  personId: number | undefined;
  /** In whose place the person moves, where the right was lent to him. */
  lenderId?: number | undefined;
  reason: string;
}

/** Whoever wrote an edition; of one that a machine wrote, whoever submitted it and so answers for its words. */
export function authorsOf({
  writers,
  submitted_by,
}: {
  writers: readonly number[];
  submitted_by: number | null;
}): readonly number[] {
  return writers.length > 0 || submitted_by === null ? writers : [submitted_by];
}

/** Moves that leave the desk of the writer: title and text must be there. */
const COMPLETE_FOR: readonly MoveName[] = ['submit', 'approve', 'schedule', 'publishUrgent'];

/** Shortest reason that says anything. */
const REASON_MIN = 5;

/**
 * Decides a move. The permit is checked by the command; here stand the state, four eyes, and what must be
 * there. @throws Refusal with a sentence that says what to do.
 */
export function decideMove(
  name: MoveName,
  { edition, workflow, personId, lenderId, reason }: MoveCase,
): State {
  const move: Move = MOVES[name];
  const from = allowedFrom(name, workflow);
  if (!from.includes(edition.state)) {
    throw new Refusal('wrong-state', {
      vi: `Bản này đang ở bước “${STATE_WORDS[edition.state].vi}”, nên không “${move.label.vi}” được. Hãy tải lại trang để xem tình trạng mới.`,
      en: `This edition is “${STATE_WORDS[edition.state].en}”, so “${move.label.en}” is not possible. Reload the page to see where it stands.`,
    });
  }
  if (move.byAnother && personId !== undefined && edition.writers.includes(personId)) {
    throw new Refusal('four-eyes', {
      vi: 'Bạn đã viết bản này nên không tự soát hoặc duyệt được. Hãy nhờ một thành viên khác của Ban Biên tập.',
      en: 'You wrote this edition, so you may not check or approve it yourself. Ask another member of the editorial board.',
    });
  }
  if (move.byAnother && lenderId !== undefined && edition.writers.includes(lenderId)) {
    throw new Refusal('four-eyes', {
      vi: 'Người ủy quyền cho bạn đã viết bản này, nên bạn không soát hoặc duyệt thay được. Hãy nhờ một thành viên khác của Ban Biên tập.',
      en: 'Whoever lent you this right wrote the edition, so you may not check or approve it in his place. Ask another member of the editorial board.',
    });
  }
  if (move.needsReason && reason.trim().length < REASON_MIN) {
    throw new Refusal(
      'reason-missing',
      {
        vi: 'Hãy ghi lý do, ít nhất vài từ, để người viết và bạn đọc hiểu.',
        en: 'Give a reason, at least a few words, so that writer and readers understand.',
      },
      'reason',
    );
  }
  if (COMPLETE_FOR.includes(name)) checkComplete(edition);
  return move.to;
}

/** With a checking step, approval takes only what has been checked. */
export function allowedFrom(name: MoveName, workflow: PortalWorkflow): readonly State[] {
  const move: Move = MOVES[name];
  const approves = name === 'approve' || name === 'schedule';
  return approves && workflow === 'check-then-approve' ? ['checked'] : move.from;
}

function checkComplete(edition: EditionFacts): void {
  if (edition.title.trim().length < 5) {
    throw new Refusal(
      'title-missing',
      { vi: 'Bài cần một tiêu đề, ít nhất vài từ.', en: 'The item needs a title of at least a few words.' },
      'title',
    );
  }
  if (edition.bodyText.trim().length === 0) {
    throw new Refusal(
      'body-missing',
      { vi: 'Bài chưa có nội dung.', en: 'The item has no text yet.' },
      'body',
    );
  }
  if (edition.pictureMediaId !== null && edition.pictureAlt.trim() === '') {
    throw new Refusal(
      'alt-missing',
      {
        vi: 'Ảnh cần một câu mô tả cho người nghe trang.',
        en: 'The picture needs a sentence for those who hear the page.',
      },
      'pictureAlt',
    );
  }
}

export const STATE_WORDS: Record<State, Words> = {
  draft: { vi: 'Bản thảo', en: 'Draft' },
  submitted: { vi: 'Chờ soát', en: 'Waiting for checking' },
  checked: { vi: 'Chờ duyệt', en: 'Waiting for approval' },
  scheduled: { vi: 'Hẹn giờ đăng', en: 'Scheduled' },
  published: { vi: 'Đã đăng', en: 'Published' },
  superseded: { vi: 'Đã có bản mới', en: 'Replaced by a newer edition' },
  withdrawn: { vi: 'Đã gỡ', en: 'Taken down' },
  discarded: { vi: 'Đã bỏ', en: 'Discarded' },
};

/** What a proposal between portals may become. */
export type ProposalState = 'proposed' | 'accepted' | 'refused' | 'recalled';

export const PROPOSAL_WORDS: Record<ProposalState, Words> = {
  proposed: { vi: 'Chờ cổng nhận xem', en: 'Waiting for the receiving portal' },
  accepted: { vi: 'Đã nhận', en: 'Accepted' },
  refused: { vi: 'Không nhận', en: 'Refused' },
  recalled: { vi: 'Đã rút', en: 'Recalled' },
};

/** Hashes of our own files that a sanitised body shows or links to. */
export function filesIn(bodyHtml: string): string[] {
  return [...new Set([...bodyHtml.matchAll(/"\/tep\/([0-9a-f]{64})\//g)].map(([, hash]) => hash ?? ''))];
}
