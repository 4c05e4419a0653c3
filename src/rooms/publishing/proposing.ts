import type { Command, CommandContext } from '../../platform/command/index.ts';
import type { Transaction } from '../../platform/db/index.ts';
import { findItemForm, publicFacts } from '../../rules/item-forms/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { Refusal } from '../../rules/refusal.ts';
import { findPortal } from '../portals/index.ts';
import { permits } from './permits.ts';
import {
  adoptMedia,
  decideProposal,
  findLivePublication,
  insertProposal,
  lockProposal,
  type MediaFacts,
  type ProposalRow,
  type Snapshot,
} from './proposal-store.ts';
import { findMedia, findMediaByHash } from './publication-store.ts';
import { filesIn } from './rules.ts';
import { type EditionRow, findEdition, findItem } from './store.ts';
import { beginItem, contentOf, NO_SUCH_ITEM, personIdOf } from './writing.ts';

export interface ProposeItem {
  fromPortalId: number;
  toPortalId: number;
  itemId: number;
  language: Lang;
  note: string;
}

/**
 * A member proposes a published item to the main portal (or the main portal to a member). Whoever proposes is
 * the named checker who answers for it (LC-119). The receiving board gets a copy, not a view of our desk.
 */
export const proposeItem: Command<ProposeItem, { proposalId: number }> = {
  name: 'publishing.proposeItem',
  permit: 'publishing.propose',
  permits,
  portal: (input) => input.fromPortalId,
  async run(context, input) {
    const { tx, now } = context;
    const personId = personIdOf(context);
    if (personId === null) throw new Error('Only a person proposes.');
    const from = await findPortal(tx, input.fromPortalId);
    const to = await findPortal(tx, input.toPortalId);
    if (!from || !to || from.locality_id !== to.locality_id || from.id === to.id) {
      throw new Refusal('no-such-portal', {
        vi: 'Chỉ đề nghị được với một cổng khác của cùng tỉnh, thành phố.',
        en: 'You can propose only to another portal of the same locality.',
      });
    }
    const live = await findLivePublication(tx, input.itemId, input.language);
    if (live?.portal_id !== input.fromPortalId) {
      throw new Refusal('not-published', {
        vi: 'Chỉ đề nghị được bài đã đăng ở cổng của mình.',
        en: 'Only an item published on your own portal can be proposed.',
      });
    }
    const edition = await findEdition(tx, live.edition_id);
    if (!edition) throw NO_SUCH_ITEM;
    const proposalId = await insertProposal(tx, {
      localityId: from.locality_id,
      fromPortalId: from.id,
      toPortalId: to.id,
      itemId: input.itemId,
      editionId: edition.id,
      language: input.language,
      snapshot: await snapshotOf(tx, edition, (await findItem(tx, edition.item_id))?.form, from.name_vi),
      note: input.note.trim(),
      checkedBy: personId,
      proposedBy: personId,
      now,
    });
    if (proposalId === undefined) {
      throw new Refusal(
        'already-proposed',
        {
          vi: 'Bài này đã được đề nghị với cổng ấy và đang chờ trả lời. Hãy chờ, hoặc chọn cổng khác.',
          en: 'This item has been proposed to that portal and waits for an answer. Wait, or choose another portal.',
        },
        'toPortalId',
      );
    }
    context.record({
      portalId: from.id,
      subject: { kind: 'proposal', id: proposalId },
      payload: { itemId: input.itemId, editionId: edition.id, toPortalId: to.id, language: input.language },
    });
    return { proposalId };
  },
};

async function snapshotOf(
  tx: Transaction,
  edition: EditionRow,
  form: string | undefined,
  portalName: string,
): Promise<Snapshot> {
  const { pictureMediaId, sourcePublishedAt, startEventAt, ...content } = contentOf(edition);
  const picture = pictureMediaId === null ? undefined : await findMedia(tx, pictureMediaId);
  const hashes = [
    ...(picture ? [picture.hash] : []),
    ...content.attachments.map((one) => one.hash),
    ...filesIn(content.bodyHtml),
  ];
  const files: MediaFacts[] = [];
  for (const hash of new Set(hashes)) {
    const media = await findMediaByHash(tx, edition.portal_id, hash);
    if (media) files.push(media);
  }
  const table = findItemForm(form);
  return {
    ...content,
    facts: table ? publicFacts(table, content.facts) : content.facts,
    sourcePublishedAt: sourcePublishedAt?.toISOString() ?? null,
    startEventAt: startEventAt?.toISOString() ?? null,
    portalName,
    ...(form ? { form } : {}),
    writers: edition.writers,
    pictureHash: picture?.hash ?? null,
    files,
  };
}

export interface DecideProposal {
  portalId: number;
  proposalId: number;
}

async function openProposal({ tx }: CommandContext, input: DecideProposal): Promise<ProposalRow> {
  const proposal = await lockProposal(tx, input.proposalId);
  if (proposal?.to_portal_id !== input.portalId) throw NO_SUCH_ITEM;
  if (proposal.state !== 'proposed') {
    throw new Refusal('already-decided', {
      vi: 'Đề nghị này đã được quyết định rồi. Hãy tải lại trang.',
      en: 'This proposal has already been decided. Reload the page.',
    });
  }
  return proposal;
}

/** Accepts into a section: a draft of our own, which our board edits, checks and approves as any other. */
export const acceptProposal: Command<
  DecideProposal & { sectionId: number },
  { itemId: number; editionId: number }
> = {
  name: 'publishing.acceptProposal',
  permit: 'publishing.receive',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const personId = personIdOf(context);
    if (personId === null) throw new Error('Only a person accepts.');
    const proposal = await openProposal(context, input);
    const { portalName, form, files, pictureHash, writers, ...content } = proposal.snapshot;
    const adopted = new Map<string, number>();
    for (const file of files) {
      adopted.set(file.hash, await adoptMedia(context.tx, input.portalId, file, personId, context.now));
    }
    const created = await beginItem(
      // whoever accepts has written nothing yet; the writers are those of the other portal
      { ...context, actor: { kind: 'machine', name: 'proposal', localityId: proposal.locality_id } },
      {
        portalId: input.portalId,
        sectionId: input.sectionId,
        ...(form ? { form } : {}),
        language: proposal.language,
        origin: { portalId: proposal.from_portal_id, itemId: proposal.item_id },
        writers,
        content: {
          ...content,
          source: content.source || portalName,
          pictureMediaId: pictureHash === null ? null : (adopted.get(pictureHash) ?? null),
          attachments: content.attachments.map((one) => ({
            ...one,
            mediaId: adopted.get(one.hash) ?? one.mediaId,
          })),
          sourcePublishedAt: content.sourcePublishedAt ? new Date(content.sourcePublishedAt) : null,
          startEventAt: content.startEventAt ? new Date(content.startEventAt) : null,
        },
      },
    );
    await decideProposal(context.tx, proposal.id, {
      state: 'accepted',
      personId,
      at: context.now,
      reason: null,
      createdItemId: created.itemId,
    });
    context.record({
      portalId: input.portalId,
      subject: { kind: 'proposal', id: proposal.id },
      payload: { accepted: true, itemId: created.itemId, fromPortalId: proposal.from_portal_id },
    });
    return created;
  },
};

/** Refuses with a reason, which the proposing portal reads. */
export const refuseProposal: Command<DecideProposal & { reason: string }, { proposalId: number }> = {
  name: 'publishing.refuseProposal',
  permit: 'publishing.receive',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const personId = personIdOf(context);
    if (personId === null) throw new Error('Only a person refuses.');
    const reason = input.reason.trim();
    if (reason.length < 5) {
      throw new Refusal(
        'reason-missing',
        {
          vi: 'Hãy ghi lý do không nhận, để cổng đề nghị biết.',
          en: 'Give the reason for refusing, so that the other portal knows.',
        },
        'reason',
      );
    }
    const proposal = await openProposal(context, input);
    await decideProposal(context.tx, proposal.id, {
      state: 'refused',
      personId,
      at: context.now,
      reason,
      createdItemId: null,
    });
    context.record({
      portalId: input.portalId,
      subject: { kind: 'proposal', id: proposal.id },
      payload: { accepted: false, reason, fromPortalId: proposal.from_portal_id },
    });
    return { proposalId: proposal.id };
  },
};
