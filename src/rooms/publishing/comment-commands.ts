import type { Command, CommandContext } from '../../platform/command/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { type Anchor, passagesOf, placeAnchor, replaceQuote } from './comment-rules.ts';
import {
  addWriter,
  type CommentRow,
  closeComment,
  countOpenComments,
  findComment,
  insertComment,
  MOST_COMMENTS,
} from './comment-store.ts';
import { permits } from './permits.ts';
import { type EditionRow, lockEdition, updateContent } from './store.ts';
import { cleanContent, contentOf, NO_SUCH_ITEM, personIdOf } from './writing.ts';

const BODY_MAX = 3_000;
const REPLACEMENT_MAX = 5_000;
/** What is public or done with is not spoken about any more. */
const OPEN_STATES = ['draft', 'submitted', 'checked', 'scheduled'];

const NO_SUCH_COMMENT = new Refusal('no-such-comment', {
  vi: 'Không tìm thấy góp ý này. Hãy tải lại trang.',
  en: 'This remark was not found. Reload the page.',
});

/** Words of a remark, as typed; trimmed, NFC. @throws Refusal at their fields */
function cleanWords(given: { body: string; replacement: string | undefined }): {
  body: string;
  replacement: string | null;
} {
  const body = given.body.normalize('NFC').trim();
  const replacement = (given.replacement ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
  if (body.length < 2 && replacement === '') {
    throw new Refusal(
      'remark-missing',
      {
        vi: 'Hãy ghi điều bạn muốn góp ý, hoặc câu bạn đề nghị thay.',
        en: 'Write your remark, or the words you suggest instead.',
      },
      'body',
    );
  }
  if (body.length > BODY_MAX || replacement.length > REPLACEMENT_MAX) {
    throw new Refusal(
      'remark-long',
      {
        vi: `Góp ý không quá ${BODY_MAX} ký tự, câu thay không quá ${REPLACEMENT_MAX}. Hãy viết gọn hoặc tách thành nhiều góp ý.`,
        en: `A remark has at most ${BODY_MAX} characters, a suggestion ${REPLACEMENT_MAX}. Shorten it, or make several.`,
      },
      'body',
    );
  }
  return { body, replacement: replacement || null };
}

/** The words a remark holds on to must stand in the edition as it is now. @throws Refusal `quote-unknown` */
function cleanAnchor(edition: EditionRow, given: Anchor): Anchor {
  const passages = passagesOf(contentOf(edition));
  const named = passages.find(({ key }) => key === given.passage);
  const quote = given.quote.normalize('NFC').replace(/\s+/g, ' ').trim() || named?.text || '';
  const placed = quote ? placeAnchor(passages, { passage: given.passage, quote }) : undefined;
  if (placed && !placed.changed) return { passage: placed.key, quote };
  throw new Refusal(
    'quote-unknown',
    {
      vi: 'Đoạn trích không còn đúng như trong bài. Hãy chép lại đúng chữ của đoạn, hoặc để trống để góp ý cả đoạn.',
      en: 'The quoted words do not stand in the text. Copy them exactly, or leave the field empty to speak about the whole passage.',
    },
    'quote',
  );
}

/** Who speaks: a member of staff, or a reader who came by a link. */
export interface Speaker {
  personId: number | null;
  guestName: string | null;
  linkId: number | null;
}

export interface Remark extends Anchor {
  portalId: number;
  editionId: number;
  /** The remark it answers; its own passage is the one of that. */
  parentId?: number | undefined;
  body: string;
  replacement?: string | undefined;
}

/** The effect of {@link addComment}, for staff and for readers by a link. */
export async function speak(
  { tx, now }: CommandContext,
  input: Remark,
  { personId, guestName, linkId }: Speaker,
): Promise<{ commentId: number; itemId: number }> {
  const edition = await lockEdition(tx, input.editionId);
  if (edition?.portal_id !== input.portalId) throw NO_SUCH_ITEM;
  if (!OPEN_STATES.includes(edition.state)) {
    throw new Refusal('not-open', {
      vi: 'Bản này đã đăng hoặc đã bỏ nên không góp ý được nữa. Hãy mở bản mới rồi góp ý.',
      en: 'This edition is public or done with, so no remark can be made. Open a new edition first.',
    });
  }
  const parent = input.parentId === undefined ? undefined : await findComment(tx, input.parentId);
  if (input.parentId !== undefined && (parent?.edition_id !== edition.id || parent.parent_id !== null))
    throw NO_SUCH_COMMENT;
  const open = (await countOpenComments(tx, [edition.id])).get(edition.id) ?? 0;
  if (open >= MOST_COMMENTS / 5) {
    throw new Refusal('too-many-remarks', {
      vi: 'Bản này đã có quá nhiều góp ý chưa xong. Hãy giải quyết bớt trước.',
      en: 'This edition has too many open remarks. Settle some of them first.',
    });
  }
  const words = cleanWords({ body: input.body, replacement: parent ? undefined : input.replacement });
  const anchor = parent ? { passage: '', quote: '' } : cleanAnchor(edition, input);
  const commentId = await insertComment(tx, {
    ...{ portalId: input.portalId, editionId: edition.id, parentId: parent?.id ?? null },
    ...anchor,
    ...words,
    ...{ personId, guestName, linkId, at: now },
  });
  return { commentId, itemId: edition.item_id };
}

/** Makes a remark at a passage of an edition, or answers one. */
export const addComment: Command<Remark, { commentId: number }> = {
  name: 'publishing.addComment',
  permit: 'publishing.write',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const personId = personIdOf(context);
    if (personId === null) throw new Error('A machine makes no remarks.');
    const made = await speak(context, input, { personId, guestName: null, linkId: null });
    context.record({
      portalId: input.portalId,
      subject: { kind: 'edition', id: input.editionId },
      payload: { ...made, parentId: input.parentId ?? null },
    });
    return { commentId: made.commentId };
  },
};

export interface CommentChoice {
  portalId: number;
  commentId: number;
}

async function load(
  { tx }: CommandContext,
  { portalId, commentId }: CommentChoice,
): Promise<{ comment: CommentRow; edition: EditionRow }> {
  const comment = await findComment(tx, commentId);
  if (comment?.portal_id !== portalId || comment.parent_id !== null) throw NO_SUCH_COMMENT;
  const edition = await lockEdition(tx, comment.edition_id);
  if (!edition) throw NO_SUCH_COMMENT;
  return { comment, edition };
}

/** Settles a remark, or opens it again. */
export const settleComment: Command<CommentChoice & { open: boolean }, void> = {
  name: 'publishing.settleComment',
  permit: 'publishing.write',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { comment } = await load(context, input);
    if (comment.state === 'taken') {
      throw new Refusal('already-taken', {
        vi: 'Câu thay này đã đưa vào bài rồi. Nếu không đúng, hãy khôi phục bản lưu trước.',
        en: 'This suggestion is in the text already. If it is wrong, restore an earlier version.',
      });
    }
    const state = input.open ? 'open' : 'resolved';
    await closeComment(context.tx, comment.id, state, personIdOf(context), context.now);
    context.record({
      portalId: input.portalId,
      subject: { kind: 'edition', id: comment.edition_id },
      payload: { commentId: comment.id, state },
    });
  },
};

const NOT_A_DRAFT = new Refusal('not-a-draft', {
  vi: 'Bản này đang chờ soát hoặc duyệt nên chưa sửa được. Hãy rút lại để sửa, hoặc chờ trả lại.',
  en: 'This edition waits for a decision and cannot be changed. Take it back first, or wait until it is sent back.',
});

const WORDS_GONE = new Refusal('words-gone', {
  vi: 'Đoạn được góp ý đã đổi, nên không thay tự động được. Hãy sửa trong bản thảo rồi bấm “Đã xong”.',
  en: 'The passage has changed since, so the words cannot be put in by themselves. Edit the draft and settle the remark.',
});

const WORDS_FORMATTED = new Refusal('words-formatted', {
  vi: 'Đoạn trích chạy qua chữ đậm, liên kết hoặc nhiều dòng, thay tự động sẽ làm mất. Hãy sửa trong bản thảo rồi bấm “Đã xong”.',
  en: 'The quoted words run across bold text, links or lines, which would be lost. Edit the draft and settle the remark.',
});

/**
 * Puts the suggested words into the draft. Whoever suggested them is a writer of the edition from then on, and so neither
 * checks nor approves it (LC Đ5.4).
 */
export const takeSuggestion: Command<CommentChoice, { itemId: number }> = {
  name: 'publishing.takeSuggestion',
  permit: 'publishing.write',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, now } = context;
    const { comment, edition } = await load(context, input);
    if (comment.replacement === null || comment.state !== 'open') throw NO_SUCH_COMMENT;
    if (edition.state !== 'draft') throw NOT_A_DRAFT;
    const before = contentOf(edition);
    const replaced = replaceQuote(before, comment, comment.replacement);
    if (replaced === 'gone') throw WORDS_GONE;
    if (replaced === 'formatted') throw WORDS_FORMATTED;
    const content = cleanContent({ ...before, ...replaced.content });
    const personId = personIdOf(context);
    if (!(await updateContent(tx, edition.id, edition.version, content, personId, now))) throw NOT_A_DRAFT;
    if (comment.person_id !== null) await addWriter(tx, edition.id, comment.person_id);
    await closeComment(tx, comment.id, 'taken', personId, now);
    context.record({
      portalId: input.portalId,
      subject: { kind: 'edition', id: edition.id },
      payload: {
        itemId: edition.item_id,
        commentId: comment.id,
        suggestedBy: comment.person_id,
        linkId: comment.link_id,
        version: edition.version + 1,
      },
    });
    return { itemId: edition.item_id };
  },
};
