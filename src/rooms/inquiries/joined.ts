import type { CommandContext } from '../../platform/command/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { isMainPortal } from './bodies.ts';
import { restartClocks } from './inquiry-clocks.ts';
import { takeStep } from './moving.ts';
import { type Changes, countJoined, type InquiryRow, listJoined } from './store.ts';

// What a step of an inquiry does to those joined to it, in the same transaction. They always stand with the body that has
// it, and nothing is joined to what is joined itself.

/** Facts of the step of the other: whom it took along, or let go. */
export type JoinedFacts = { joinedIds?: number[]; releasedIds?: number[] };

export type Place = Pick<Changes, 'portalId' | 'sentByPortalId'> & { portalId: number };

/** @throws Refusal `joined-hidden` where row-level security hides one of them (restricted) from whoever makes the step */
async function lockJoined({ tx }: CommandContext, { id }: InquiryRow): Promise<InquiryRow[]> {
  const joined = await listJoined(tx, id, 'forUpdate');
  if (joined.length < (await countJoined(tx, id))) {
    throw new Refusal('joined-hidden', {
      vi: 'Có thư gộp vào thư này chỉ Ban Biên tập được xem. Hãy nhờ thành viên Ban Biên tập làm bước này.',
      en: 'An inquiry joined to this one is shown to the editorial board alone. Ask a member of the board to take this step.',
    });
  }
  return joined;
}

const idsOf = (rows: readonly InquiryRow[]) => rows.map(({ id }) => id);

/** They go to the other body with it: it now knows them too, and they may come back from there. */
export async function takeAlong(context: CommandContext, row: InquiryRow, to: Place): Promise<JoinedFacts> {
  const joined = await lockJoined(context, row);
  for (const one of joined) {
    await takeStep(context, one, 'follow', {
      changes: { ...to, officerId: null },
      facts: { fromPortalId: row.portal_id, toPortalId: to.portalId, withId: row.id },
    });
  }
  return joined.length > 0 ? { joinedIds: idsOf(joined) } : {};
}

/** It is joined to another itself: so are they. Their askers were told that one answer comes, and it still does. */
export async function rejoin(context: CommandContext, row: InquiryRow, intoId: number): Promise<JoinedFacts> {
  const joined = await lockJoined(context, row);
  for (const one of joined) {
    await takeStep(context, one, 'rejoin', {
      changes: { mergedIntoId: intoId },
      facts: { fromId: row.id, intoId },
    });
  }
  return joined.length > 0 ? { joinedIds: idsOf(joined) } : {};
}

/**
 * No answer comes from it that would be theirs: the board has each of them before it again, with its own time, counted
 * from its own receipt. What was forgotten meanwhile stays as it is.
 */
export async function releaseJoined(context: CommandContext, row: InquiryRow): Promise<JoinedFacts> {
  const joined = (await lockJoined(context, row)).filter((one) => one.forgotten_at === null);
  const isMain = joined.length > 0 && (await isMainPortal(context, row));
  for (const one of joined) {
    const promisedOn = await restartClocks(context, one, isMain);
    await takeStep(context, one, 'release', {
      changes: { mergedIntoId: null, closedAt: null, officerId: null, promisedOn },
      facts: { fromId: row.id },
    });
  }
  return joined.length > 0 ? { releasedIds: idsOf(joined) } : {};
}
