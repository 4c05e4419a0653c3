import { deskPaths } from '../../platform/http/paths.ts';
import { type Reply, type StaffContext, staffRoute } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Room } from '../../platform/room.ts';
import { approveIssue, composeIssue, dropIssue, returnIssue, submitIssue } from './composing.ts';
import { giveBackIssue, issueApproved, issueJob } from './issuing.ts';
import { createKey, SEALED_KEYS } from './keys.ts';
import { sendOne, showBoard } from './pages/desk-board.tsx';
import { approveOne, dropOne, returnOne, saveOne, showNew, showOne, submitOne } from './pages/desk-issue.tsx';
import { BASE } from './pages/desk-paths.ts';
import { publicRoutes } from './pages/public-routes.ts';
import { permits } from './permits.ts';
import { NOTE_JOB, notePublished, noteSending, sendToGazette } from './sending.ts';
import { nameSendings } from './sending-store.ts';
import { listTasks } from './tasks.ts';
import { gazetteWords } from './words.ts';

type Handler = (ports: Ports, context: StaffContext) => Promise<Reply>;

/** Every page and form of the desk: name, method, address below the desk, handler, permit. */
const TABLE: readonly [string, 'GET' | 'POST', string, Handler, keyof typeof permits][] = [
  ['board', 'GET', BASE, (ports, context) => showBoard(ports, context), 'gazette.read'],
  ['send', 'POST', `${BASE}/gui`, sendOne, 'gazette.send'],
  ['new', 'GET', `${BASE}/so-moi`, (ports, context) => showNew(ports, context), 'gazette.compose'],
  ['begin', 'POST', `${BASE}/so-moi`, saveOne, 'gazette.compose'],
  ['one', 'GET', `${BASE}/so/:id`, (ports, context) => showOne(ports, context), 'gazette.read'],
  ['save', 'POST', `${BASE}/so/:id`, saveOne, 'gazette.compose'],
  ['submit', 'POST', `${BASE}/so/:id/trinh`, submitOne, 'gazette.compose'],
  ['approve', 'POST', `${BASE}/so/:id/duyet`, approveOne, 'gazette.approve'],
  ['return', 'POST', `${BASE}/so/:id/tra-lai`, returnOne, 'gazette.compose'],
  ['drop', 'POST', `${BASE}/so/:id/bo`, dropOne, 'gazette.compose'],
];

/** The gazette of the locality: what must be sent to it, its issues, and the key that signs them. */
export const gazetteRoom: Room = {
  name: 'gazette',
  routes: (ports) => [
    ...publicRoutes(ports),
    ...TABLE.map(([name, method, path, handle, permit]) =>
      staffRoute({
        ...{ name: `gazette.desk.${name}`, method, path: deskPaths(path), permit: { permits, permit } },
        handle: (context) => handle(ports, context),
      }),
    ),
  ],
  commands: [
    noteSending,
    sendToGazette,
    composeIssue,
    submitIssue,
    returnIssue,
    approveIssue,
    dropIssue,
    createKey,
    issueApproved,
    giveBackIssue,
  ],
  permits,
  jobs: [notePublished, issueJob],
  hears: { 'publishing.publicChanged': NOTE_JOB },
  sealed: [SEALED_KEYS],
  desk: [
    {
      label: { vi: gazetteWords('vi').desk.rail, en: gazetteWords('en').desk.rail },
      icon: 'book-open',
      path: BASE,
      permit: 'gazette.read',
      group: 'content',
    },
  ],
  clockSubjects: { gazetteSending: nameSendings },
  tasks: listTasks,
};
