import { deskPath } from '../../platform/http/paths.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Room, Task } from '../../platform/room.ts';
import { type Person, portalsPermitted } from '../../rules/access/index.ts';
import type { Lang } from '../../rules/lang.ts';
import * as bodies from './body-commands.ts';
import { listStale, reading } from './desk-queries.ts';
import { deskWords } from './desk-words.ts';
import { composeHome } from './home-commands.ts';
import { issuerCommands } from './issuer-commands.ts';
import { issuerWords } from './issuer-words.ts';
import { composeMenu } from './menu-commands.ts';
import { listDeadEntries } from './menu-store.ts';
import { menuWords } from './menu-words.ts';
import { listWaiting } from './name-store.ts';
import * as naming from './naming-commands.ts';
import { foundLocalityCommand, openPortal } from './opening-commands.ts';
import { issuerRoutes } from './pages/issuer-routes.ts';
import { hrefTo, PATHS } from './pages/parts.tsx';
import { portalRoutes } from './pages/routes.ts';
import { permits } from './permits.ts';
import * as sections from './section-commands.ts';

export const portalsRoom: Room = {
  name: 'portals',
  routes: (ports) => [...portalRoutes(ports), ...issuerRoutes(ports)],
  commands: [
    foundLocalityCommand,
    openPortal,
    naming.approveHostname,
    naming.changeHostname,
    naming.addHostname,
    naming.retireHostname,
    bodies.renameBody,
    bodies.closePortal,
    sections.addSection,
    sections.changeSection,
    sections.moveSection,
    sections.setUnit,
    sections.retireSection,
    sections.changeFace,
    sections.changeContact,
    sections.changeWorkflow,
    composeHome,
    composeMenu,
    ...issuerCommands,
  ],
  permits,
  jobs: [],
  desk: [
    {
      label: { vi: 'Các cổng', en: 'Portals' },
      icon: 'building-2',
      path: '/cong',
      permit: 'portals.read',
      group: 'portals',
    },
    {
      label: { vi: issuerWords('vi').title, en: issuerWords('en').title },
      icon: 'landmark',
      path: PATHS.issuers,
      permit: 'portals.manage',
      group: 'portals',
    },
  ],
  tasks: async (ports, person, lang) => [
    ...(await staleTasks(ports, person, lang)),
    ...(await nameTasks(ports, person, lang)),
    ...(await menuTasks(ports, person, lang)),
  ],
};

/** Writers are told which section has had nothing new for longer than its target. */
async function staleTasks(ports: Ports, person: Person, lang: Lang): Promise<Task[]> {
  const mine = portalsPermitted(person, permits, 'portals.freshen');
  if (mine.length === 0) return [];
  const w = deskWords(lang);
  return (await listStale(ports, person, mine)).map(({ section, portal, days }) => {
    const name = lang === 'vi' ? section.name_vi : section.name_en;
    const portalName = lang === 'vi' ? (portal.short_name ?? portal.name_vi) : portal.name_en;
    return {
      id: `portals:stale:${section.id}`,
      room: 'portals',
      portalId: portal.id,
      title: section.newest_at === null ? w.staleEmpty(name, days) : w.stale(name, days),
      note: w.staleNote(portalName, section.fresh_within_days ?? 0),
      action: {
        label: w.write,
        href: `${deskPath(lang, '/tin-bai/moi')}?cong=${portal.id}&muc=${section.id}`,
      },
    };
  });
}

/** The board is told which lines of its menu lead nowhere any more: readers do not see them. */
async function menuTasks(ports: Ports, person: Person, lang: Lang): Promise<Task[]> {
  const mine = portalsPermitted(person, permits, 'portals.compose');
  if (mine.length === 0) return [];
  const w = menuWords(lang);
  const dead = Map.groupBy(
    await reading(ports, person, (tx) => listDeadEntries(tx, mine)),
    (entry) => entry.portal_id,
  );
  return [...dead].map(([portalId, entries]) => ({
    id: `portals:menu:${portalId}`,
    room: 'portals',
    portalId,
    title: w.taskTitle(entries.length),
    note: entries.map(({ name }) => name).join('; '),
    action: { label: w.taskAction, href: hrefTo(lang, 'menu', { id: portalId }) },
  }));
}

/** Whoever can agree to a name is told that it waits. */
async function nameTasks(ports: Ports, person: Person, lang: Lang): Promise<Task[]> {
  const whole = person.grants.some((one) => one.role === 'technicalAdmin');
  const mine = whole ? person.portalIds : portalsPermitted(person, permits, 'portals.approveName');
  if (mine.length === 0) return [];
  const w = deskWords(lang);
  const waiting = await reading(ports, person, (tx) => listWaiting(tx, mine));
  return waiting.map((name) => ({
    id: `portals:name:${name.id}`,
    room: 'portals',
    portalId: name.portal_id,
    title: w.waiting(name.host),
    note: lang === 'vi' ? name.name_vi : name.name_en,
    action: { label: w.look, href: hrefTo(lang, 'portal', { id: name.portal_id }) },
  }));
}
