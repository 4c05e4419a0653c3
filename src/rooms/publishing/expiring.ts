import type { Command } from '../../platform/command/index.ts';
import { type CivilDate, civilDateOf } from '../../rules/calendar/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { load, step } from './deciding.ts';
import {
  archiveCopies,
  type ExpiresAs,
  findLife,
  listLiveEditions,
  markExpired,
  saveExpiry,
  saveReview,
} from './expiry-store.ts';
import type { NoteRecord } from './note-verifying.ts';
import { permits } from './permits.ts';
import { publicationKeys } from './publication-commands.ts';
import { findItem, findPortalFacts } from './store.ts';
import { takeDown } from './withdrawing.ts';
import { NO_SUCH_ITEM, personIdOf } from './writing.ts';

export interface SetExpiry {
  portalId: number;
  itemId: number;
  /** Undefined: it stays on line. */
  expiresAt: Date | undefined;
  expiresAs: ExpiresAs;
}

/** Sets when an item goes off line, and what stands there then: a notice, or the item in the archive list alone. */
export const setExpiry: Command<SetExpiry, { itemId: number }> = {
  name: 'publishing.setExpiry',
  permit: 'publishing.approve',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, now } = context;
    const item = await findItem(tx, input.itemId);
    if (item?.portal_id !== input.portalId) throw NO_SUCH_ITEM;
    if (input.expiresAt && input.expiresAt <= now)
      throw new Refusal(
        'time-past',
        {
          vi: 'Lúc ấy đã qua. Hãy chọn lúc sau này, hoặc gỡ bài ngay.',
          en: 'That moment has passed. Choose a later one, or take the item down now.',
        },
        'expiresAt',
      );
    await saveExpiry(tx, { ...input, source: 'own', by: personIdOf(context), at: now });
    if (input.expiresAt) context.enqueue('publishing.expireDue', {}, { startAfter: input.expiresAt });
    context.record({
      portalId: input.portalId,
      subject: { kind: 'item', id: item.id },
      payload: { expiresAt: input.expiresAt?.toISOString() ?? null, expiresAs: input.expiresAs },
    });
    return { itemId: item.id };
  },
};

export interface SetReview {
  portalId: number;
  itemId: number;
  /** Undefined: nobody is reminded. */
  reviewOn: CivilDate | undefined;
  note: string;
}

/** Sets the day by which somebody looks at an item again (LC Đ10.8, TB Đ6.2.b). */
export const setReview: Command<SetReview, { itemId: number }> = {
  name: 'publishing.setReview',
  permit: 'publishing.write',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx, now } = context;
    const item = await findItem(tx, input.itemId);
    if (item?.portal_id !== input.portalId) throw NO_SUCH_ITEM;
    if (input.reviewOn !== undefined && input.reviewOn < civilDateOf(now))
      throw new Refusal(
        'day-past',
        {
          vi: 'Ngày ấy đã qua. Hãy chọn hôm nay hoặc một ngày sau này.',
          en: 'That day has passed. Choose today or a later day.',
        },
        'reviewOn',
      );
    const note = input.note.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 500);
    await saveReview(tx, { ...input, note, by: personIdOf(context), at: now });
    context.record({
      portalId: input.portalId,
      subject: { kind: 'item', id: item.id },
      payload: { reviewOn: input.reviewOn ?? null },
    });
    return { itemId: item.id };
  },
};

const EXPIRED_REASON = 'Hết thời gian đăng đã đặt.';

/** The moment has come: takes an item off line in every language, once. Run by the job. */
export const expireItem: Command<{ portalId: number; itemId: number }, { itemId: number }> = {
  name: 'publishing.expireItem',
  permit: 'publishing.approve',
  permits,
  portal: (input) => input.portalId,
  async run(context, { portalId, itemId }) {
    const { tx, now } = context;
    const life = await findLife(tx, itemId);
    const item = await findItem(tx, itemId);
    const portal = await findPortalFacts(tx, portalId);
    if (!portal || item?.portal_id !== portalId) throw NO_SUCH_ITEM;
    if (!life?.expires_at || life.expires_at > now)
      throw new Refusal('not-due', {
        vi: 'Bài này chưa đến lúc thôi đăng.',
        en: 'This item is not to go off line yet.',
      });
    const ended: { publicationId: number; notice: string }[] = [];
    const notes: NoteRecord[] = [];
    let archived: number[] = [];
    if (life.expires_as === 'archive') {
      archived = await archiveCopies(tx, itemId, now);
      context.purge(...publicationKeys(portal, item));
    } else {
      for (const editionId of await listLiveEditions(tx, itemId)) {
        const loaded = await load(context, { portalId, editionId });
        await step(context, 'withdraw', loaded, EXPIRED_REASON);
        const down = await takeDown(context, loaded, {
          ...{ way: 'notice', cause: 'expired', reason: EXPIRED_REASON },
        });
        ended.push({ publicationId: down.publicationId, notice: down.notice });
        notes.push(...down.notes);
      }
    }
    await markExpired(tx, itemId);
    context.record({
      portalId,
      subject: { kind: 'item', id: itemId },
      payload: { expiresAs: life.expires_as, archived, ended, notes },
    });
    return { itemId };
  },
};
