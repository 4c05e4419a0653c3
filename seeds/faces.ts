import { chooseEmblem, uploadMedia } from '../src/rooms/media/index.ts';
import { composeMenu, type MenuEntry } from '../src/rooms/portals/index.ts';
import type { Role } from '../src/rules/access/index.ts';
import type { Words } from '../src/rules/lang.ts';
import type { OpenedPlace, StaffedPortal } from './opening.ts';
import type { PastPorts } from './past.ts';
import { drawEmblem } from './pictures.ts';

// What a board made of the face of its portal: an emblem at the head, a menu of its own.

type PageName = Extract<MenuEntry['target'], { kind: 'page' }>['page'];

/** A line of a menu: a section by its code, a page, a portal by its host, or an address; and another name for it. */
export type MenuLineText = (
  | { section: string }
  | { page: PageName }
  | { portal: string }
  | { href: Words; name: Words }
) & { name?: Words };

export interface MenuText {
  head: readonly MenuLineText[];
  foot: readonly { title: Words; lines: readonly MenuLineText[] }[];
}

const OWN_NAME: Words = { vi: '', en: '' };

/** Puts up the emblem and the menu of every portal of the place that has one. */
export async function tellFaces(past: PastPorts, place: OpenedPlace): Promise<void> {
  for (const portal of place.portals) {
    const { emblem, menu } = portal.text;
    const { ports } = past;
    const { portalId } = portal;
    if (emblem) {
      const actor = holder(portal, 'contentAdmin');
      const { id } = await uploadMedia(ports, actor, {
        ...{ portalId, name: 'bieu-trung.png', bytes: await drawEmblem(portal.text.colour) },
      });
      await chooseEmblem(ports, actor, { portalId, mediaId: id });
    }
    if (menu)
      await ports.perform(holder(portal, 'boardMember'), composeMenu, {
        portalId,
        head: menu.head.map((line) => entryOf(line, portal, place)),
        foot: menu.foot.map(({ title, lines }) => ({
          title,
          entries: lines.map((line) => entryOf(line, portal, place)),
        })),
      });
  }
}

function entryOf(line: MenuLineText, portal: StaffedPortal, place: OpenedPlace): MenuEntry {
  const { name = OWN_NAME } = line;
  if ('section' in line)
    return { target: { kind: 'section', sectionId: portal.sectionId(line.section) }, name };
  if ('page' in line) return { target: { kind: 'page', page: line.page }, name };
  if ('href' in line) return { target: { kind: 'address', href: line.href }, name };
  const other = place.portals.find(({ text }) => text.host === line.portal);
  if (!other) throw new Error(`The menu of ${portal.text.host} leads to ${line.portal}, which is not there.`);
  return { target: { kind: 'portal', portalId: other.portalId }, name };
}

function holder({ people, text }: StaffedPortal, role: Role) {
  const found = people.find((one) => one.actor.grants.some((grant) => grant.role === role));
  if (!found) throw new Error(`${text.host} has nobody who is ${role}.`);
  return found.actor;
}
