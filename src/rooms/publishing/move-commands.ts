import type { Command } from '../../platform/command/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { permits } from './permits.ts';
import { findItem, findSectionFacts, listEditions, moveItem } from './store.ts';
import { ANSWERS_ARE_SIGNED, NO_SUCH_ITEM, SECTION_MISSING } from './writing.ts';

const PUBLIC_ONCE = new Refusal('was-public', {
  vi: 'Bài đã từng đăng nên không chuyển mục được ở đây: địa chỉ và hạn của bài gắn với mục cũ.',
  en: 'The item was public before, so it is not moved here: its address and its deadline belong to its section.',
});

/** Moves an item that was never public to another section of its portal. */
export const moveToSection: Command<{ portalId: number; itemId: number; sectionId: number }, void> = {
  name: 'publishing.moveToSection',
  permit: 'publishing.write',
  permits,
  portal: (input) => input.portalId,
  async run({ tx, record }, { portalId, itemId, sectionId }) {
    const item = await findItem(tx, itemId);
    if (item?.portal_id !== portalId) throw NO_SUCH_ITEM;
    const section = await findSectionFacts(tx, sectionId);
    if (section?.portal_id !== portalId) throw SECTION_MISSING;
    if (section.content_kind === 'questions') throw ANSWERS_ARE_SIGNED;
    const editions = await listEditions(tx, itemId);
    if (editions.some(({ state }) => ['published', 'superseded', 'withdrawn'].includes(state)))
      throw PUBLIC_ONCE;
    if (section.content_kind !== item.kind && editions.some((one) => one.start_event !== null))
      throw CLOCK_RUNS;
    await moveItem(tx, itemId, section.id, section.content_kind, item.slug);
    record({
      portalId,
      subject: { kind: 'item', id: itemId },
      payload: { before: item.section_id, after: section.id },
    });
  },
};

const CLOCK_RUNS = new Refusal('clock-runs', {
  vi: 'Thời hạn của bài đang đếm theo loại bài hiện tại. Hãy đổi chuyên mục trong bản thảo để đặt lại thời hạn.',
  en: 'A deadline runs for the item by its present kind. Change the section in the draft, where the deadline is set anew.',
});
