import type { CommandContext } from '../../platform/command/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { isMainPortal } from './bodies.ts';
import { endClocks, startInquiryClock } from './inquiry-clocks.ts';
import { rejoin, releaseJoined } from './joined.ts';
import { inquiryMove, type OfInquiry, writeReceipt } from './moving.ts';
import { type Content, openText, sealJson, sealText } from './sealed.ts';
import { type InquiryRow, insertInquiry, lockInquiry } from './store.ts';

/**
 * Joins a repeat to the inquiry that is being answered; its asker gets the same answer. What was joined to the repeat
 * before is joined to that inquiry too, so that nothing is ever joined to one that is joined itself.
 */
export const mergeInquiry = inquiryMove<OfInquiry & { intoId: number }>('merge', 'inquiries.triage', {
  async act(context, row, { intoId }) {
    // locked, so that it is not answered in between without its repeat
    const into = await lockInquiry(context.tx, intoId);
    const fits =
      into &&
      into.id !== row.id &&
      into.portal_id === row.portal_id &&
      into.intake === row.intake &&
      into.closed_at === null;
    if (!fits) {
      throw new Refusal(
        'merge-target',
        {
          vi: 'Hãy chọn một thư khác cùng loại, đang được giải quyết ở cổng này.',
          en: 'Choose another inquiry of the same kind that is being handled on this portal.',
        },
        'intoId',
      );
    }
    await endClocks(context, row.id, 'merged');
    const joined = await rejoin(context, row, into.id);
    return { changes: { mergedIntoId: into.id }, facts: { intoId: into.id, ...joined } };
  },
});

export interface SplitInquiry extends OfInquiry {
  parts: readonly Content[];
  /** Fresh codes, one for each part, with their digests. */
  codes: readonly { code: string; digest: string }[];
}

const LEAST_PARTS = 2;
const MOST_PARTS = 10;

/**
 * Several matters in one letter become inquiries of their own, counted from the same receipt; the asker's code shows all.
 * Which of them one joined to it repeats nobody knows: it is handled by itself again.
 */
export const splitInquiry = inquiryMove<SplitInquiry>('split', 'inquiries.triage', {
  async act(context, row, { parts, codes }) {
    const filled = parts.filter((part) => part.text.trim() !== '');
    if (filled.length < LEAST_PARTS || filled.length > MOST_PARTS || codes.length < filled.length) {
      throw new Refusal(
        'split-parts',
        {
          vi: `Hãy ghi từ ${LEAST_PARTS} đến ${MOST_PARTS} phần, mỗi phần một việc.`,
          en: `Write ${LEAST_PARTS} to ${MOST_PARTS} parts, one matter each.`,
        },
        'parts',
      );
    }
    const childIds: number[] = [];
    for (const [at, content] of filled.entries()) {
      const code = codes[at];
      if (code) childIds.push(await addPart(context, row, content, code));
    }
    await endClocks(context, row.id, 'split');
    return { facts: { childIds, ...(await releaseJoined(context, row)) } };
  },
});

async function addPart(
  context: CommandContext,
  row: InquiryRow,
  content: Content,
  { code, digest }: { code: string; digest: string },
): Promise<number> {
  const { tx, seal } = context;
  const asker = openText(seal, row.code_digest, 'asker', row.asker);
  const id = await insertInquiry(tx, {
    ...{ locality_id: row.locality_id, portal_id: row.portal_id, received_portal_id: row.received_portal_id },
    ...{ intake: row.intake, confidential: row.confidential, language: row.language, topic: row.topic },
    ...{
      asker_kind: row.asker_kind,
      asked_by_person_id: row.asked_by_person_id,
      is_foreigner: row.is_foreigner,
    },
    ...{
      mail_digest: row.mail_digest,
      consents: row.consents,
      received_at: row.received_at,
      parent_id: row.id,
    },
    asker: asker === undefined ? null : sealText(seal, digest, 'asker', asker),
    content: sealJson(seal, digest, 'content', content),
    code_sealed: sealText(seal, digest, 'code', code),
    code_digest: digest,
    form_digest: null,
    variant: row.variant,
    about_ids: row.about_ids,
  });
  if (id === undefined) throw new Error('A part without a form cannot have been sent before.');
  const isMain = await isMainPortal(context, row);
  await startInquiryClock(context, {
    ...{ localityId: row.locality_id, portalId: row.portal_id, isMain, intake: row.intake },
    variant: row.variant,
    ...{ inquiryId: id, at: row.received_at },
  });
  await writeReceipt(context, { inquiryId: id, portalId: row.portal_id, facts: { parentId: row.id } });
  return id;
}
