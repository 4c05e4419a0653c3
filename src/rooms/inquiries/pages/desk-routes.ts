import { deskPaths } from '../../../platform/http/paths.ts';
import { type AnyRoute, type Reply, type StaffContext, staffRoute } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { permits } from '../permits.ts';
import { forgetOne, saveDraft, sendFile, takeMove } from './desk-acting.ts';
import { showBoard } from './desk-board.tsx';
import { showCase } from './desk-case.tsx';
import { changeYears, showKeeping } from './desk-keeping.tsx';
import { BASE } from './desk-parts.tsx';
import { carryOut, showRights } from './rights-desk.tsx';

type Handler = (ports: Ports, context: StaffContext) => Promise<Reply>;

/** Every page and form of the officers' side: name, method, address below the desk, handler, permit. */
const TABLE: readonly [
  name: string,
  method: 'GET' | 'POST',
  path: string,
  handle: Handler,
  permit?: keyof typeof permits,
][] = [
  ['board', 'GET', BASE, showBoard],
  ['keeping', 'GET', `${BASE}/luu-giu`, showKeeping, 'inquiries.changeKeeping'],
  ['changeKeeping', 'POST', `${BASE}/luu-giu`, changeYears, 'inquiries.changeKeeping'],
  ['case', 'GET', `${BASE}/:id`, (ports, context) => showCase(ports, context)],
  ['move', 'POST', `${BASE}/:id/buoc`, takeMove],
  ['draft', 'POST', `${BASE}/:id/tra-loi`, saveDraft],
  ['forget', 'POST', `${BASE}/:id/xoa-du-lieu`, forgetOne],
  ['rights', 'GET', `${BASE}/:id/du-lieu`, showRights, 'inquiries.carryOutRights'],
  ['carryOut', 'POST', `${BASE}/:id/du-lieu`, carryOut, 'inquiries.carryOutRights'],
  ['file', 'GET', `${BASE}/:id/tep/:fileId`, sendFile],
];

export function deskRoutes(ports: Ports): AnyRoute[] {
  return TABLE.map(([name, method, path, handle, permit = 'inquiries.read']) =>
    staffRoute({
      name: `inquiries.desk.${name}`,
      method,
      path: deskPaths(path),
      // which inquiries is the handler's and the database's to decide
      permit: { permits, permit },
      handle: (context) => handle(ports, context),
    }),
  );
}
