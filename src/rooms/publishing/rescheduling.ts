import type { Command } from '../../platform/command/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { type Decided, type DecideEdition, load } from './deciding.ts';
import { permits } from './permits.ts';
import { changeState } from './store.ts';
import { personIdOf } from './writing.ts';

export interface RescheduleEdition extends DecideEdition {
  publishAt: Date;
}

/** Another time for what was approved for a set time; the approval stays. To cancel it, it is sent back with a reason. */
export const rescheduleEdition: Command<RescheduleEdition, Decided> = {
  name: 'publishing.rescheduleEdition',
  permit: 'publishing.approve',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, now } = context;
    const { edition, item } = await load(context, input);
    if (edition.state !== 'scheduled')
      throw new Refusal('wrong-state', {
        vi: 'Bản này không còn chờ giờ đăng. Hãy tải lại trang để xem tình trạng mới.',
        en: 'This edition no longer waits for a set time. Reload the page to see where it stands.',
      });
    if (input.publishAt <= now)
      throw new Refusal(
        'time-past',
        {
          vi: 'Giờ hẹn đã qua. Hãy chọn giờ sau lúc này.',
          en: 'That time has passed. Choose a later one.',
        },
        'publishAt',
      );
    await changeState(tx, {
      ...{ editionId: edition.id, portalId: edition.portal_id, move: 'reschedule' },
      ...{ from: 'scheduled', to: 'scheduled', personId: personIdOf(context), reason: null, at: now },
      publishAt: input.publishAt,
    });
    context.enqueue('publishing.publishDue', {}, { startAfter: input.publishAt });
    context.record({
      portalId: edition.portal_id,
      subject: { kind: 'edition', id: edition.id },
      payload: {
        itemId: item.id,
        before: edition.publish_at?.toISOString() ?? null,
        publishAt: input.publishAt.toISOString(),
      },
    });
    return { itemId: item.id, state: 'scheduled' };
  },
};
