import type { Command, CommandContext } from '../../platform/command/index.ts';
import { isPermitted } from '../../rules/access/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { type Decided, type DecideEdition, load } from './deciding.ts';
import { findCorrectionMark, isEverPublic, saveCorrectionNote, saveShowsChanges } from './life-store.ts';
import { permits } from './permits.ts';
import { personIdOf } from './writing.ts';

/** Longest note: a few sentences. */
export const MAX_NOTE = 1_000;
/** Shortest note that says anything. */
const MIN_NOTE = 10;

export interface MarkCorrection extends DecideEdition {
  /** What was wrong and what is right; empty takes the mark away. */
  note: string;
}

/**
 * Marks a draft as the correction of what is public, with the sentence readers will see. Who writes it is a writer of the
 * edition, so somebody else approves it.
 */
export const markCorrection: Command<MarkCorrection, Decided> = {
  name: 'publishing.markCorrection',
  permit: 'publishing.write',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { edition, item } = await load(context, input);
    if (edition.state !== 'draft')
      throw new Refusal('not-a-draft', {
        vi: 'Bản này đã gửi duyệt nên lời đính chính không đổi được nữa. Hãy rút lại để sửa trước.',
        en: 'This edition has been submitted, so its note cannot change. Take it back first.',
      });
    if (!(await isEverPublic(context.tx, edition.portal_id, item.id)))
      throw new Refusal('nothing-to-correct', {
        vi: 'Bài chưa từng đăng nên không có gì để đính chính. Hãy sửa bản thảo như thường.',
        en: 'The item was never public, so there is nothing to correct. Edit the draft as usual.',
      });
    const note = input.note.normalize('NFC').replace(/\s+/g, ' ').trim();
    if (note !== '' && (note.length < MIN_NOTE || note.length > MAX_NOTE))
      throw new Refusal(
        'note-unfit',
        {
          vi: `Lời đính chính nói rõ đã sai gì, nay đúng là gì, từ ${MIN_NOTE} đến ${MAX_NOTE} chữ cái.`,
          en: `The note says what was wrong and what is right, in ${MIN_NOTE} to ${MAX_NOTE} letters.`,
        },
        'note',
      );
    await saveCorrectionNote(context.tx, edition.id, note, personIdOf(context));
    context.record({
      portalId: edition.portal_id,
      subject: { kind: 'edition', id: edition.id },
      payload: { itemId: item.id, isCorrection: note !== '' },
    });
    return { itemId: item.id, state: edition.state };
  },
};

export interface ShowOldWording extends DecideEdition {
  shows: boolean;
}

/** The board decides whether readers of a correction see the old wording beside the new. */
export const showOldWording: Command<ShowOldWording, Decided> = {
  name: 'publishing.showOldWording',
  permit: 'publishing.approve',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { edition, item } = await load(context, input);
    const { correction_note: note } = await findCorrectionMark(context.tx, edition.id);
    const isOpen = ['draft', 'submitted', 'checked', 'scheduled'].includes(edition.state);
    if (!isOpen || note === '')
      throw new Refusal('no-correction', {
        vi: 'Chỉ bản đính chính chưa đăng mới chọn được. Hãy ghi lời đính chính trước.',
        en: 'Only a correction that is not public yet can be set so. Write its note first.',
      });
    await saveShowsChanges(context.tx, edition.id, input.shows);
    context.record({
      portalId: edition.portal_id,
      subject: { kind: 'edition', id: edition.id },
      payload: { itemId: item.id, showsChanges: input.shows },
    });
    return { itemId: item.id, state: edition.state };
  },
};

export const mayShowOldWording = (actor: CommandContext['actor'], portalId: number): boolean =>
  isPermitted(actor, permits, 'publishing.approve', portalId);
