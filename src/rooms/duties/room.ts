import { scopeOf } from '../../platform/command/index.ts';
import { deskPath, deskPaths } from '../../platform/http/paths.ts';
import { staffRoute } from '../../platform/http/types.ts';
import type { Room, Task } from '../../platform/room.ts';
import { isPermitted } from '../../rules/access/index.ts';
import { startOfNextDay } from '../../rules/calendar/index.ts';
import { BOARD_WORDS } from './board-words.ts';
import { calendarOf } from './calendar.ts';
import { acceptProposals, addCalendarRow, confirmCalendar, retireCalendarRow } from './commands.ts';
import { calendarRoutes } from './desk-routes.tsx';
import { CALENDAR_WORDS } from './page-words.ts';
import { BOARD_PATH, showBoard } from './pages/board-page.tsx';
import { CALENDAR_PATH } from './pages/calendar-view.ts';
import { REGULATION_PATH } from './pages/regulation-page.tsx';
import { permits } from './permits.ts';
import { publicRoutes } from './public-routes.tsx';
import { redateJob } from './redating.ts';
import { switchRegulation } from './regulation-commands.ts';
import { regulationRoutes } from './regulation-routes.tsx';
import { REGULATION_WORDS } from './regulation-words.ts';
import { calendarWarning } from './rules.ts';
import { importNationalCalendar } from './seed-commands.ts';
import { findMainPortal } from './store.ts';

export const dutiesRoom: Room = {
  name: 'duties',
  routes: (ports) => [
    ...calendarRoutes(ports),
    ...regulationRoutes(ports),
    ...publicRoutes(ports),
    staffRoute({
      name: 'duties.board',
      method: 'GET',
      path: deskPaths(BOARD_PATH),
      permit: { permits, permit: 'duties.oversee' },
      handle: (context) => showBoard(ports, context),
    }),
  ],
  commands: [
    addCalendarRow,
    retireCalendarRow,
    acceptProposals,
    confirmCalendar,
    importNationalCalendar,
    switchRegulation,
  ],
  permits,
  jobs: [redateJob],
  desk: [
    {
      label: { vi: BOARD_WORDS.vi.rail, en: BOARD_WORDS.en.rail },
      icon: 'clock-alert',
      path: BOARD_PATH,
      permit: 'duties.oversee',
      group: 'portals',
    },
    {
      label: { vi: CALENDAR_WORDS.vi.desk, en: CALENDAR_WORDS.en.desk },
      icon: 'calendar-days',
      path: CALENDAR_PATH,
      permit: 'duties.read',
      group: 'portals',
    },
    {
      label: { vi: REGULATION_WORDS.vi.desk, en: REGULATION_WORDS.en.desk },
      icon: 'scale',
      path: REGULATION_PATH,
      permit: 'duties.read',
      group: 'portals',
    },
  ],
  /** The administrator of the main portal is asked to confirm the calendar before it runs out. */
  async tasks(ports, person, lang) {
    const found = await ports.database.transaction(scopeOf(person), async (tx) => {
      const main = await findMainPortal(tx, person.localityId);
      if (!main || !isPermitted(person, permits, 'duties.changeCalendar', main.id)) return undefined;
      return { main, calendar: await calendarOf(tx, person.localityId) };
    });
    const warning = found && calendarWarning(found.calendar, ports.now());
    if (!found || !warning) return [];
    const w = CALENDAR_WORDS[lang];
    const task: Task = {
      id: `duties:calendar:${found.main.id}`,
      room: 'duties',
      portalId: found.main.id,
      title: w.task,
      note: warning.words[lang],
      dueAt: startOfNextDay(found.calendar.confirmedThrough),
      action: { label: w.taskAction, href: deskPath(lang, CALENDAR_PATH) },
    };
    return [task];
  },
};
