import type { Command, CommandContext, Recorded } from '../../platform/command/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { permits } from './permits.ts';
import { findItem, lockEdition } from './store.ts';
import { contentOfVersion } from './version-rules.ts';
import { findVersion } from './version-store.ts';
import { NO_SUCH_ITEM, saveEdition } from './writing.ts';

export interface RestoreVersion {
  portalId: number;
  editionId: number;
  versionId: number;
}

/** Puts an earlier version into the draft, as a save of whoever restores it: nothing that came between is lost. */
export const restoreVersion: Command<RestoreVersion, { itemId: number }> = {
  name: 'publishing.restoreVersion',
  permit: 'publishing.write',
  permits,
  portal: (input) => input.portalId,
  async run(context, input) {
    const { tx } = context;
    const edition = await lockEdition(tx, input.editionId);
    const version = await findVersion(tx, input.versionId);
    if (edition?.portal_id !== input.portalId || version?.edition_id !== edition.id) throw NO_SUCH_ITEM;
    const item = await findItem(tx, edition.item_id);
    if (!item) throw NO_SUCH_ITEM;
    if (edition.state !== 'draft') {
      throw new Refusal('not-a-draft', {
        vi: 'Chỉ khôi phục được vào bản thảo. Hãy rút lại để sửa, hoặc mở bản mới, rồi khôi phục.',
        en: 'Only a draft takes an earlier version. Take it back or open a new edition first, then restore.',
      });
    }
    const saved: Recorded[] = [];
    // the effect of a save, recorded as what it is here
    const inside = Object.assign(Object.create(context) as CommandContext, {
      record: (entry: Recorded) => void saved.push(entry),
    });
    await saveEdition.run(inside, {
      ...{ portalId: input.portalId, editionId: edition.id, version: edition.version },
      ...{ sectionId: item.section_id, content: contentOfVersion(version.content) },
    });
    context.record({
      portalId: input.portalId,
      subject: { kind: 'edition', id: edition.id },
      payload: { ...saved[0]?.payload, restored: version.id },
    });
    return { itemId: item.id };
  },
};
