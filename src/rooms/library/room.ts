import { deskPaths } from '../../platform/http/paths.ts';
import { type Reply, type StaffContext, staffRoute } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Room } from '../../platform/room.ts';
import { BASE, showLibrary } from './pages/desk-board.tsx';
import { addRelation, endRelation, keepItem, setScope, showDocument } from './pages/desk-one.tsx';
import { showHere } from './pages/desk-scope.tsx';
import { permits } from './permits.ts';
import { catchUpEvery, READ_JOB, readPublished, takeIntoRegister } from './reading.ts';
import { keepAfterReview, relateDocuments, removeRelation } from './relating.ts';
import { nameScopes } from './scope-store.ts';
import { scopeDocument, showDocumentHere, startScopes, startScopesJob } from './scoping.ts';
import { listTasks } from './tasks.ts';
import { libraryWords } from './words.ts';

type Handler = (ports: Ports, context: StaffContext) => Promise<Reply>;

/** Every page and form of the desk: name, method, address below the desk, handler, permit. */
const TABLE: readonly [string, 'GET' | 'POST', string, Handler, keyof typeof permits][] = [
  ['board', 'GET', BASE, showLibrary, 'library.read'],
  ['document', 'GET', `${BASE}/:id`, (ports, context) => showDocument(ports, context), 'library.read'],
  ['addRelation', 'POST', `${BASE}/:id/quan-he`, addRelation, 'library.relate'],
  ['removeRelation', 'POST', `${BASE}/:id/quan-he/bo`, endRelation, 'library.relate'],
  ['scope', 'POST', `${BASE}/:id/pham-vi`, setScope, 'library.relate'],
  ['showHere', 'POST', `${BASE}/hien`, showHere, 'library.relate'],
  ['keep', 'POST', `${BASE}/:id/giu-lai`, keepItem, 'library.relate'],
];

/** Signed texts: what they are, what they cite, what they do to each other, and what rests on them. */
export const libraryRoom: Room = {
  name: 'library',
  routes: (ports) =>
    TABLE.map(([name, method, path, handle, permit]) =>
      staffRoute({
        name: `library.${name}`,
        method,
        path: deskPaths(path),
        permit: { permits, permit },
        handle: (context) => handle(ports, context),
      }),
    ),
  commands: [
    takeIntoRegister,
    relateDocuments,
    removeRelation,
    keepAfterReview,
    scopeDocument,
    startScopes,
    showDocumentHere,
  ],
  permits,
  jobs: [readPublished, catchUpEvery, startScopesJob],
  hears: { 'publishing.publicChanged': READ_JOB },
  desk: [
    {
      label: { vi: libraryWords('vi').desk.rail, en: libraryWords('en').desk.rail },
      icon: 'library',
      path: BASE,
      permit: 'library.read',
      group: 'content',
    },
  ],
  clockSubjects: { documentScope: nameScopes },
  tasks: listTasks,
};
