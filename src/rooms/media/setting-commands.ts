import type { Command } from '../../platform/command/index.ts';
import { permits } from './permits.ts';
import { saveKeepsOriginals } from './setting-store.ts';

/** Whether pictures are kept as they were sent, beside what pages show. */
export const keepOriginals: Command<{ localityId: number; portalId: number; isKept: boolean }, void> = {
  name: 'media.keepOriginals',
  permit: 'media.settings',
  permits,
  portal: (input) => input.portalId,
  async run({ tx, actor, now, record }, { localityId, portalId, isKept }) {
    const by = actor.kind === 'person' ? actor.personId : null;
    await saveKeepsOriginals(tx, { localityId, portalId, by, at: now }, isKept);
    record({ portalId, subject: { kind: 'setting', id: 'media.keepOriginals' }, payload: { isKept } });
  },
};
