import type { Command, CommandContext } from '../../platform/command/index.ts';
import { civilDateOf } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { Refusal } from '../../rules/refusal.ts';
import { type Decided, type DecideEdition, load } from './deciding.ts';
import { BRING_BACK_DAYS, bringBackUntil } from './life-rules.ts';
import { readLinks } from './links.ts';
import { permits } from './permits.ts';
import { changeState, findOpenEdition, insertEdition, listEditionEvents } from './store.ts';
import { contentOf, personIdOf } from './writing.ts';

const OPEN_ALREADY = new Refusal('already-open', {
  vi: 'Bài này đang có một bản thảo mở. Hãy sửa tiếp bản đó, hoặc bỏ nó trước.',
  en: 'This item already has an open edition. Go on with that one, or discard it first.',
});

async function refuseIfOpen({ tx }: CommandContext, itemId: number, language: Lang): Promise<void> {
  if (await findOpenEdition(tx, itemId, language)) throw OPEN_ALREADY;
}

/**
 * Makes a draft of what an older edition, or one that was taken down, said. It goes the way of every draft: nothing comes
 * back to the public without a new approval.
 */
export const restoreEdition: Command<DecideEdition, Decided & { editionId: number }> = {
  name: 'publishing.restoreEdition',
  permit: 'publishing.write',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, now } = context;
    const { edition, item } = await load(context, input);
    if (!['superseded', 'withdrawn'].includes(edition.state))
      throw new Refusal('not-restorable', {
        vi: 'Chỉ lấy lại được bản đã được thay hoặc đã gỡ. Bản đang đăng thì dùng “Sửa bài đã đăng”.',
        en: 'Only an edition that was replaced or taken down can be taken up again. To change what is public, begin a new edition.',
      });
    await refuseIfOpen(context, item.id, edition.language);
    const editionId = await insertEdition(tx, {
      ...contentOf(edition),
      ...{ portalId: edition.portal_id, itemId: item.id, language: edition.language },
      ...{ madeFromEditionId: edition.made_from_edition_id, personId: personIdOf(context), now },
      // whoever wrote it then wrote it now
      writers: edition.writers,
    });
    await readLinks(tx, [editionId]);
    context.record({
      portalId: edition.portal_id,
      subject: { kind: 'edition', id: editionId },
      payload: { itemId: item.id, from: edition.id },
    });
    return { itemId: item.id, state: 'draft', editionId };
  },
};

/** Brings a discarded draft back, within {@link BRING_BACK_DAYS} days. */
export const bringBackEdition: Command<DecideEdition, Decided> = {
  name: 'publishing.bringBackEdition',
  permit: 'publishing.write',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, now } = context;
    const { edition, item } = await load(context, input);
    const discarded = (await listEditionEvents(tx, edition.id)).findLast(({ move }) => move === 'discard');
    const isInTime = discarded && civilDateOf(now) <= bringBackUntil(civilDateOf(discarded.at));
    if (edition.state !== 'discarded' || !isInTime)
      throw new Refusal('not-bring-back', {
        vi: `Chỉ lấy lại được bản thảo đã bỏ trong ${BRING_BACK_DAYS} ngày gần đây.`,
        en: `Only drafts discarded within the last ${BRING_BACK_DAYS} days can be brought back.`,
      });
    await refuseIfOpen(context, item.id, edition.language);
    await changeState(tx, {
      ...{ editionId: edition.id, portalId: edition.portal_id, move: 'bringBack' },
      ...{ from: 'discarded', to: 'draft', personId: personIdOf(context), reason: null, at: now },
    });
    context.record({
      portalId: edition.portal_id,
      subject: { kind: 'edition', id: edition.id },
      payload: { itemId: item.id },
    });
    return { itemId: item.id, state: 'draft' };
  },
};
