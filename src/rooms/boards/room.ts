import type { Ports } from '../../platform/ports.ts';
import type { Room, Task } from '../../platform/room.ts';
import { isPermitted, type Person, portalsPermitted } from '../../rules/access/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { portalName } from '../portals/index.ts';
import { boardCommands } from './commands.ts';
import { hrefTo } from './pages/parts.tsx';
import { deskRoutes } from './pages/routes.ts';
import { permits } from './permits.ts';
import { publicRoutes } from './public.tsx';
import { listPortalBoards } from './queries.ts';
import { boardsLabel, boardWords } from './words.ts';

export const boardsRoom: Room = {
  name: 'boards',
  routes: (ports) => [...deskRoutes(ports), ...publicRoutes(ports)],
  commands: boardCommands,
  permits,
  jobs: [],
  desk: [
    { label: boardsLabel, icon: 'landmark', path: '/ban-bien-tap', permit: 'boards.read', group: 'people' },
  ],
  tasks: listTasks,
};

/** Whoever keeps the boards is told what must be mended; whoever decides what is shown, what waits for his word. */
async function listTasks(ports: Ports, person: Person, lang: Lang): Promise<Task[]> {
  const writes = portalsPermitted(person, permits, 'boards.write');
  const shows = portalsPermitted(person, permits, 'boards.show');
  const portals = [...new Set([...writes, ...shows])];
  if (portals.length === 0) return [];
  const w = boardWords(lang);
  const found = await listPortalBoards(ports, person, portals);
  return found.flatMap(({ portal, boards, findings }) => {
    const must = findings.filter(({ weight }) => weight === 'must').length;
    const base = { room: 'boards', portalId: portal.id };
    const mend: Task = {
      ...{ ...base, id: `boards:mend:${portal.id}`, title: w.taskTitle(portalName(portal, lang)) },
      note: w.count(must, findings.length - must),
      action: { label: w.taskAction, href: hrefTo(lang, 'portal', { id: portal.id }) },
    };
    const waiting = boards.filter(
      ({ row, shown, next }) =>
        shown !== 'current' && next.members.length > 0 && row.changed_by !== person.personId,
    );
    return [
      ...(must > 0 && boards.length > 0 && writes.includes(portal.id) ? [mend] : []),
      ...(isPermitted(person, permits, 'boards.show', portal.id)
        ? waiting.map(({ row }) => ({
            ...{ ...base, id: `boards:show:${row.id}`, note: w.taskShowNote },
            title: w.taskShow(lang === 'vi' ? row.name_vi : row.name_en),
            action: {
              label: w.taskAction,
              href: `${hrefTo(lang, 'board', { id: portal.id, board: row.id })}#cong-bo`,
            },
          }))
        : []),
    ];
  });
}
