import type { Command } from '../../platform/command/index.ts';
import { civilDateOf } from '../../rules/calendar/index.ts';
import { keepsGazette } from '../../rules/gazette/index.ts';
import { lawOn } from './law-queries.ts';
import { type ComposedMenu, checkMenu, isSameMenu, keyOf, type Menu, usualMenu } from './menu-rules.ts';
import { listMenuTargets, saveMenu } from './menu-store.ts';
import { getOpenPortal } from './naming-commands.ts';
import { permits } from './permits.ts';
import { purgeSections } from './section-commands.ts';
import { listSections } from './store.ts';

/**
 * Puts the menu at the head and the columns at the foot together. A part that is as it is usual is not kept: it goes on
 * following the sections of the portal.
 */
export const composeMenu: Command<Menu & { portalId: number }, ComposedMenu> = {
  name: 'portals.composeMenu',
  permit: 'portals.compose',
  permits,
  portal: (input) => input.portalId,
  async run(context, { portalId, ...wanted }) {
    const { tx, now, profiles } = context;
    const portal = await getOpenPortal(context, portalId);
    const entries = [...wanted.head, ...wanted.foot.flatMap((column) => column.entries)];
    const itemIds = entries.flatMap(({ target }) => (target.kind === 'item' ? [target.itemId] : []));
    const checked = checkMenu(wanted, await listMenuTargets(tx, portalId, itemIds));
    const { profile } = await lawOn(tx, portal.locality_id, civilDateOf(now), profiles);
    const usual = usualMenu(await listSections(tx, portalId), {
      hasGazette: portal.is_main && keepsGazette(profile),
    });
    const composed: ComposedMenu = {
      ...(isSameMenu(checked.head, usual.head) ? {} : { head: checked.head }),
      ...(isSameMenu(checked.foot, usual.foot) ? {} : { foot: checked.foot }),
    };
    await saveMenu(tx, portalId, composed);
    purgeSections(context, portal);
    const told = (list: Menu['head']) =>
      list.map(({ target }) => (target.kind === 'address' ? target.href.vi : keyOf(target)));
    context.record({
      portalId,
      subject: { kind: 'portal', id: portalId },
      payload: {
        head: composed.head ? told(composed.head) : 'usual',
        foot: composed.foot ? composed.foot.map((column) => told(column.entries)) : 'usual',
      },
    });
    return composed;
  },
};
