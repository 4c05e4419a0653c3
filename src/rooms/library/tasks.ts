import { scopeOf } from '../../platform/command/index.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Task } from '../../platform/room.ts';
import { type Person, portalsPermitted } from '../../rules/access/index.ts';
import { civilDateOf } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { drawnClock } from '../duties/index.ts';
import { owedLines } from './desk-queries.ts';
import { fallenWords, paths } from './pages/desk-board.tsx';
import { permits } from './permits.ts';
import { listFallen } from './relation-store.ts';
import { listOwed } from './scope-store.ts';
import { libraryWords } from './words.ts';

const MOST_TASKS = 100;

/** What rests on a text that has ended waits for those who may take it down or keep it (LX-044); so does what a portal owes its readers. */
export async function listTasks(ports: Ports, person: Person, lang: Lang): Promise<Task[]> {
  const portalIds = portalsPermitted(person, permits, 'library.relate');
  if (portalIds.length === 0) return [];
  const w = libraryWords(lang);
  const now = ports.now();
  const { localityId } = person;
  const { rows, owed } = await ports.database.transaction(scopeOf(person), async (tx) => ({
    rows: await listFallen(tx, { portalIds, on: civilDateOf(now), limit: MOST_TASKS }),
    owed: await owedLines(tx, await listOwed(tx, portalIds, MOST_TASKS), { localityId, lang, now }),
  }));
  const fallen = rows.map((row) => ({
    id: `library:fallen:${row.item_id}:${row.relation_id}`,
    room: w.desk.rail,
    portalId: row.portal_id,
    title: row.title,
    note: fallenWords(row, lang, w),
    action: { label: w.desk.open, href: `${paths.one(lang, row.basis_item_id)}#dua-vao` },
  }));
  return [
    ...fallen,
    ...owed.map(({ row, clock }) => ({
      id: `library:owed:${row.id}`,
      room: w.desk.rail,
      portalId: row.portal_id,
      title: row.title,
      note: [row.number, w.desk.owed].filter(Boolean).join(' · '),
      ...(clock?.dueAt ? { dueAt: clock.dueAt } : {}),
      ...(clock ? { clockId: clock.id, clock: drawnClock(clock) } : {}),
      action: { label: w.desk.showHere, href: `${paths.board(lang)}#phai-dang-${row.id}` },
    })),
  ];
}
