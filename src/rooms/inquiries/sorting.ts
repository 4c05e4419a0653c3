import type { CommandContext } from '../../platform/command/index.ts';
import { clockCategoryOf, type DutyVariant } from '../../rules/profile/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { forwardClock, meetClock, reclassifyClock, startClock } from '../duties/index.ts';
import { isMainPortal, nameOf, otherPortal } from './bodies.ts';
import { endClocks, subjectsOf } from './inquiry-clocks.ts';
import { INTAKE_RULES } from './intakes.ts';
import { type Place, takeAlong } from './joined.ts';
import { clockSubject, type Deed, inquiryMove, noticeSubject, type OfInquiry } from './moving.ts';
import type { RefusalReason } from './rules.ts';
import type { InquiryRow } from './store.ts';

export interface Classify extends OfInquiry {
  variant?: DutyVariant;
  topic?: string;
  commonConcern: boolean;
}

async function classify(context: CommandContext, row: InquiryRow, input: Classify) {
  const { variants } = INTAKE_RULES[row.intake];
  const variant = input.variant ?? row.variant ?? variants[0];
  if (variant !== undefined && !variants.includes(variant)) {
    throw new Refusal(
      'class-unknown',
      { vi: 'Hãy chọn loại của thư trong danh sách.', en: 'Choose a class from the list.' },
      'variant',
    );
  }
  const { tx, now: at, profiles } = context;
  if (variant !== undefined) await reclassifyClock(tx, clockSubject(row.id), { variant, at, profiles });
  return {
    changes: {
      variant: variant ?? null,
      topic: input.topic ?? row.topic,
      commonConcern: input.commonConcern,
      ...(row.classified_at === null && { classifiedAt: at }),
    },
    facts: { variant: variant ?? null, commonConcern: input.commonConcern },
  };
}

/** The board takes it in and says of which class it is (QN-041, LX-022, BG-052). */
export const acceptInquiry = inquiryMove<Classify>('accept', 'inquiries.triage', {
  async act(context, row, input) {
    await meetClock(context.tx, noticeSubject(row.id), context.now);
    return classify(context, row, input);
  },
});
export const reclassifyInquiry = inquiryMove<Classify>('reclassify', 'inquiries.triage', { act: classify });

export interface RefuseInquiry extends OfInquiry {
  reason: RefusalReason;
  note: string;
}

/** Not taken in: the asker is told at once, with the reason and, for a complaint, the channel it belongs to (LC-055). */
export const refuseInquiry = inquiryMove<RefuseInquiry>('refuse', 'inquiries.triage', {
  async act(context, row, { reason, note }) {
    const { tx, now, profiles } = context;
    await meetClock(tx, noticeSubject(row.id), now);
    await endClocks(context, row.id, 'refused');
    const contentKind = clockCategoryOf(row.intake);
    if (reason === 'outOfScope' && contentKind) {
      // "ngay": the period of telling him, counted from the receipt, is met by this very move
      const isMain = await isMainPortal(context, row);
      const clock = await startClock(tx, {
        ...{
          now,
          localityId: row.locality_id,
          portalId: row.portal_id,
          subject: noticeSubject(row.id),
          profiles,
        },
        ...{ bodyRole: isMain ? 'main' : 'member', contentKind, startEvent: 'received', at: row.received_at },
        variant: 'outOfScope',
      });
      if (clock) await meetClock(tx, noticeSubject(row.id), now);
    }
    return { facts: { reason }, note, noteForAsker: true };
  },
});

/** The step to another body, which everything joined to the inquiry takes too. */
async function passedTo(context: CommandContext, row: InquiryRow, to: Place, note: string): Promise<Deed> {
  return {
    changes: { ...to, officerId: null },
    facts: {
      ...{ fromPortalId: row.portal_id, toPortalId: to.portalId },
      ...(await takeAlong(context, row, to)),
    },
    note,
  };
}

export interface ForwardInquiry extends OfInquiry {
  toPortalId: number;
  note: string;
}

/** To the body that is competent. The clock goes on; the other body cannot give it back without a reason (LC-120). */
export const forwardInquiry = inquiryMove<ForwardInquiry>('forward', 'inquiries.triage', {
  async act(context, row, { toPortalId, note }) {
    const { tx, now } = context;
    const portal = await otherPortal(context, row, toPortalId);
    for (const subject of subjectsOf(row.id))
      await forwardClock(tx, subject, { portalId: portal.id, name: nameOf(portal), at: now });
    await tx.alsoSee(portal.id);
    return passedTo(context, row, { portalId: portal.id, sentByPortalId: row.portal_id }, note);
  },
});

/** Back to whoever sent it, with the reason: it is not for this body. */
export const giveBackInquiry = inquiryMove<OfInquiry & { note: string }>('giveBack', 'inquiries.triage', {
  async act(context, row, { note }) {
    const { tx, now } = context;
    if (row.sent_by_portal_id === null) {
      throw new Refusal('not-forwarded', {
        vi: 'Thư này gửi thẳng đến cổng của bạn, không có nơi để trả lại. Hãy chuyển cơ quan có thẩm quyền hoặc trả lời.',
        en: 'This inquiry came straight to your portal; nobody sent it here. Forward it to the competent body, or answer it.',
      });
    }
    const portal = await otherPortal(context, row, row.sent_by_portal_id);
    for (const subject of subjectsOf(row.id))
      await forwardClock(tx, subject, { portalId: portal.id, name: nameOf(portal), at: now });
    return passedTo(context, row, { portalId: portal.id, sentByPortalId: null }, note);
  },
});

/** To a body that has no portal here: complaints and denunciations above all (LC-092). */
export const sendOutInquiry = inquiryMove<OfInquiry & { note: string; body: string }>(
  'sendOut',
  'inquiries.triage',
  {
    async act(context, row, { note, body }) {
      if (body.trim() === '') {
        throw new Refusal(
          'body-missing',
          { vi: 'Hãy ghi tên cơ quan nhận.', en: 'Name the body it is passed to.' },
          'body',
        );
      }
      await meetClock(context.tx, noticeSubject(row.id), context.now);
      await endClocks(context, row.id, 'sentOut');
      return { facts: { body: body.normalize('NFC').trim() }, note, noteForAsker: true };
    },
  },
);

export const assignOfficer = inquiryMove<OfInquiry & { officerId: number | null }>(
  'assign',
  'inquiries.triage',
  {
    act: async (_context, _row, { officerId }) => ({ changes: { officerId }, facts: { officerId } }),
  },
);
