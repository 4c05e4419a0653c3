import type { Command } from '../../platform/command/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { movePublications } from './address-store.ts';
import { permits } from './permits.ts';
import { publicationKeys } from './publication-commands.ts';
import { findItem, findPortalFacts, findSectionFacts, moveItem } from './store.ts';
import { sealPublications } from './verifying.ts';
import { ANSWERS_ARE_SIGNED, NO_SUCH_ITEM, SECTION_MISSING, slugFor } from './writing.ts';

export interface MoveItem {
  portalId: number;
  itemId: number;
  sectionId: number;
  /** New words of the address; the old ones stay when left out. */
  words?: string;
}

/** Kinds that registers fill: what stands there follows rules of its own and is not moved in or out. */
const APART = ['documents', 'questions'];

/**
 * Puts an item into another section, or gives its address other words. What was approved stays as it was, so no new
 * approval is asked for; every address it had leads to the new one, because its number finds it.
 */
export const moveItemTo: Command<MoveItem, { itemId: number }> = {
  name: 'publishing.moveItem',
  permit: 'publishing.approve',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx } = context;
    const item = await findItem(tx, input.itemId);
    const portal = await findPortalFacts(tx, input.portalId);
    if (item?.portal_id !== input.portalId || !portal) throw NO_SUCH_ITEM;
    const section = await findSectionFacts(tx, input.sectionId);
    if (section?.portal_id !== input.portalId) throw SECTION_MISSING;
    if (section.content_kind !== item.kind) {
      if (section.content_kind === 'questions') throw ANSWERS_ARE_SIGNED;
      if ([section.content_kind, item.kind].some((kind) => APART.includes(kind))) throw KIND_STAYS;
    }
    const slug = input.words?.trim() ? slugFor(input.words.normalize('NFC')) : item.slug;
    if (section.id === item.section_id && slug === item.slug) throw NOTHING_TO_MOVE;
    await moveItem(tx, item.id, section.id, section.content_kind, slug);
    const place = { itemId: item.id, sectionId: section.id, kind: section.content_kind, slug };
    const moved = await movePublications(tx, place);
    const seals = await sealPublications(tx, moved);
    context.purge(
      ...publicationKeys(portal, item),
      ...publicationKeys(portal, { id: item.id, section_id: section.id }),
    );
    if (moved.length > 0)
      context.announce('publishing.publicChanged', { itemId: item.id, kind: section.content_kind });
    context.record({
      portalId: portal.id,
      subject: { kind: 'item', id: item.id },
      payload: {
        from: { sectionId: item.section_id, slug: item.slug },
        to: { sectionId: section.id, slug },
        documents: moved.map((id) => ({ publication: { id, hash: seals.get(id), supersedes: null } })),
      },
    });
    return { itemId: item.id };
  },
};

const KIND_STAYS = new Refusal(
  'kind-stays',
  {
    vi: 'Văn bản và câu trả lời chỉ đứng ở mục của chúng. Hãy chọn một mục cùng loại.',
    en: 'Signed texts and answers stand in sections of their own kind only. Choose one of the same kind.',
  },
  'sectionId',
);
const NOTHING_TO_MOVE = new Refusal(
  'nothing-to-move',
  {
    vi: 'Bài đang ở đúng mục và địa chỉ ấy. Hãy chọn mục khác hoặc ghi chữ khác cho địa chỉ.',
    en: 'The item is there already. Choose another section, or other words for the address.',
  },
  'sectionId',
);
