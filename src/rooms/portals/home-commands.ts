import type { Command } from '../../platform/command/index.ts';
import { checkHome, type HomeWishes } from './home-layout.ts';
import { getOpenPortal } from './naming-commands.ts';
import { permits } from './permits.ts';
import { purgeSections } from './section-commands.ts';
import { listSections } from './store.ts';
import { saveFace } from './structure-store.ts';

/** Puts the parts of the first page in order, and its links together. */
export const composeHome: Command<HomeWishes & { portalId: number }, void> = {
  name: 'portals.composeHome',
  permit: 'portals.compose',
  permits,
  portal: (input) => input.portalId,
  async run(context, { portalId, ...wishes }) {
    const { tx } = context;
    const portal = await getOpenPortal(context, portalId);
    const kept = checkHome(portal, await listSections(tx, portalId), wishes);
    await saveFace(tx, portalId, kept);
    purgeSections(context, portal);
    context.record({
      portalId,
      subject: { kind: 'portal', id: portalId },
      payload: { home: kept.home, links: kept.links.map(({ href }) => href.vi) },
    });
  },
};
