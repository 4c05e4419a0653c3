import type { CommandContext } from '../../platform/command/index.ts';
import { diffTexts, type OfItem, shorten, textOf } from './differences.ts';
import { findCopyText, findCorrectionMark, insertCorrection } from './life-store.ts';
import { type NoteRecord, sealNote } from './note-verifying.ts';
import type { EditionRow } from './store.ts';
import { contentOf } from './writing.ts';

/** Letters of the text that readers of a correction see on either side of a change. */
const AROUND_CHANGE = 80;

/**
 * Puts the note of a correction beside the copy that was just made, with what changed where the board shows it.
 *
 * @param made the copy, and the one it took the place of
 * @returns what goes into the record; nothing for a silent edit
 */
export async function correct(
  { tx, now }: CommandContext,
  made: { edition: EditionRow; item: OfItem; publicationId: number; corrects: number | undefined },
): Promise<NoteRecord[]> {
  const { edition, item, publicationId, corrects } = made;
  const mark = await findCorrectionMark(tx, edition.id);
  if (mark.correction_note === '') return [];
  const before = corrects === undefined ? undefined : await findCopyText(tx, corrects);
  const parts =
    before && mark.correction_shows_changes
      ? diffTexts(
          textOf({ ...before, bodyHtml: before.body_html }, item, edition.language),
          textOf(contentOf(edition), item, edition.language),
        )
      : undefined;
  const id = await insertCorrection(tx, {
    ...{ portalId: edition.portal_id, itemId: edition.item_id, language: edition.language, publicationId },
    ...{ note: mark.correction_note, changes: parts ? shorten(parts, AROUND_CHANGE) : null, at: now },
  });
  return [await sealNote(tx, 'correction', id)];
}
