import type { Command } from '../../platform/command/index.ts';
import type { CivilDate } from '../../rules/calendar/index.ts';
import type { Words } from '../../rules/lang.ts';
import { Refusal } from '../../rules/refusal.ts';
import type { RelationKind } from '../../rules/validity/index.ts';
import { permits } from './permits.ts';
import { findRelation, insertRelation, insertReview, removeRelationRow } from './relation-store.ts';
import { findDocument, listPublicTexts } from './store.ts';
import { sealRelation } from './verifying.ts';

export interface RelateDocuments {
  /** Of the document that does it. */
  portalId: number;
  fromItemId: number;
  toItemId: number;
  kind: RelationKind;
  /** Addresses in the other document; none: the whole of it. */
  provisions: readonly string[];
  /** Day of effect; none: when the document that does it comes into force. */
  effectiveOn: CivilDate | undefined;
  /** Last day of a suspension, where the text sets one. */
  untilOn: CivilDate | undefined;
}

const refusal = (code: string, words: Words, field?: string) => new Refusal(code, words, field);

/** Writes down what one document does to another, as a person has read it; the machine only proposes. */
export const relateDocuments: Command<RelateDocuments, { relationId: number }> = {
  name: 'library.relateDocuments',
  permit: 'library.relate',
  permits,
  portal: ({ portalId }) => portalId,
  async run(context, input) {
    const { tx, actor, now } = context;
    if (actor.kind !== 'person') throw new Error('Only a person says what a text does.');
    const from = await findDocument(tx, input.fromItemId, 'vi');
    const to = await findDocument(tx, input.toItemId, 'vi');
    if (!from || from.portal_id !== input.portalId || !to || to.locality_id !== from.locality_id)
      throw refusal(
        'no-such-document',
        {
          vi: 'Không tìm thấy văn bản này trong thư viện. Hãy kiểm tra lại số, ký hiệu.',
          en: 'This document is not in the library. Please check its number.',
        },
        'toNumber',
      );
    if (from.item_id === to.item_id)
      throw refusal(
        'relation-to-itself',
        {
          vi: 'Một văn bản không có quan hệ với chính nó. Hãy chọn văn bản khác.',
          en: 'A document has no relation to itself. Choose another one.',
        },
        'toNumber',
      );
    const unknown = input.provisions.filter((address) => !to.addresses.includes(address));
    if (unknown.length > 0)
      throw refusal(
        'no-such-provision',
        {
          vi: `Văn bản ${to.number} không có: ${unknown.join(', ')}. Hãy ghi như trong địa chỉ của điều, khoản, điểm.`,
          en: `${to.number} has no ${unknown.join(', ')}. Write it as in the address of the provision.`,
        },
        'provisions',
      );
    const { effectiveOn, untilOn } = input;
    if (untilOn && effectiveOn && untilOn < effectiveOn)
      throw refusal(
        'until-before',
        {
          vi: 'Ngày kết thúc không thể trước ngày bắt đầu.',
          en: 'The last day cannot be before the first.',
        },
        'untilOn',
      );
    const relationId = await insertRelation(tx, {
      ...{ localityId: from.locality_id, portalId: from.portal_id, kind: input.kind },
      ...{ fromItemId: from.item_id, toItemId: to.item_id, provisions: [...input.provisions].sort() },
      ...{ effectiveOn: effectiveOn ?? null, untilOn: untilOn ?? null, personId: actor.personId, at: now },
    });
    if (relationId === undefined)
      throw refusal('relation-there', {
        vi: 'Quan hệ này đã được ghi.',
        en: 'This relation is there already.',
      });
    context.purge(`item:${from.item_id}`, `item:${to.item_id}`);
    context.announce('library.validityChanged', { itemId: to.item_id });
    context.record({
      portalId: from.portal_id,
      subject: { kind: 'item', id: from.item_id },
      payload: {
        relation: await sealRelation(tx, relationId),
        kind: input.kind,
        toItemId: to.item_id,
        provisions: input.provisions,
        effectiveOn,
      },
    });
    return { relationId };
  },
};

export interface RemoveRelation {
  portalId: number;
  relationId: number;
}

/** Takes a relation back that was written down by mistake; the record keeps both. */
export const removeRelation: Command<RemoveRelation, void> = {
  name: 'library.removeRelation',
  permit: 'library.relate',
  permits,
  portal: ({ portalId }) => portalId,
  async run(context, { portalId, relationId }) {
    const { tx, actor, now } = context;
    const row = await findRelation(tx, relationId);
    if (actor.kind !== 'person' || row?.portal_id !== portalId)
      throw refusal('no-such-relation', {
        vi: 'Quan hệ này không còn nữa.',
        en: 'This relation is no longer there.',
      });
    await removeRelationRow(tx, relationId, actor.personId, now);
    context.purge(`item:${row.from_item_id}`, `item:${row.to_item_id}`);
    context.announce('library.validityChanged', { itemId: row.to_item_id });
    context.record({
      portalId,
      subject: { kind: 'item', id: row.from_item_id },
      payload: { relationId, kind: row.kind, toItemId: row.to_item_id },
    });
  },
};

export interface KeepAfterReview {
  portalId: number;
  itemId: number;
  relationId: number;
  reason: string;
}

/** The board looked at what rests on an ended text and keeps it, saying why (LX Đ21.2 lets it decide, not forget). */
export const keepAfterReview: Command<KeepAfterReview, void> = {
  name: 'library.keepAfterReview',
  permit: 'library.relate',
  permits,
  portal: ({ portalId }) => portalId,
  async run(context, { portalId, itemId, relationId, reason }) {
    const { tx, actor, now } = context;
    const [reading] = (await listPublicTexts(tx, [itemId])).filter((one) => one.portal_id === portalId);
    const relation = await findRelation(tx, relationId);
    if (actor.kind !== 'person' || !reading || !relation)
      throw refusal('no-such-item', {
        vi: 'Bài này không còn công khai ở cổng của bạn, hoặc quan hệ đã bị bỏ.',
        en: 'This item is no longer public on your portal, or the relation was removed.',
      });
    await insertReview(tx, {
      ...{ itemId, relationId, portalId, reason, localityId: reading.locality_id },
      ...{ personId: actor.personId, at: now },
    });
    context.record({
      portalId,
      subject: { kind: 'item', id: itemId },
      payload: { relationId, reason },
    });
  },
};
