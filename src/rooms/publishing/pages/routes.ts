import { deskPaths } from '../../../platform/http/paths.ts';
import { type AnyRoute, type Reply, type StaffContext, staffRoute } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { permits } from '../permits.ts';
import { showApproval } from './approval.tsx';
import { actOnCheck, showCheck } from './checking.tsx';
import { convertNow, showConversion } from './conversion.tsx';
import { saveEditor, showEditor } from './editing.tsx';
import { showItem } from './item.tsx';
import { exportList, showList } from './list.tsx';
import { beginNew, showNew } from './new.tsx';
import { showPreview } from './preview.tsx';
import { decideProposal, showProposal } from './proposal.tsx';
import { showProposals } from './proposals.tsx';
import { showQueue } from './queue.tsx';
import { beginEdition, propose, takeStep } from './steps.ts';

type Handler = (ports: Ports, context: StaffContext) => Promise<Reply>;

/** Every page and form of the room: name, method, address below the desk, handler. */
const TABLE: readonly [name: string, method: 'GET' | 'POST', path: string, handle: Handler, upload?: true][] =
  [
    ['list', 'GET', '/tin-bai', showList],
    ['export', 'GET', '/tin-bai/xuat.csv', exportList],
    ['queue', 'GET', '/tin-bai/duyet', showQueue],
    ['new', 'GET', '/tin-bai/moi', showNew],
    ['begin', 'POST', '/tin-bai/moi', beginNew],
    ['item', 'GET', '/tin-bai/:id', (ports, context) => showItem(ports, context)],
    ['step', 'POST', '/tin-bai/:id/buoc', takeStep],
    ['newEdition', 'POST', '/tin-bai/:id/ban-moi', beginEdition],
    ['propose', 'POST', '/tin-bai/:id/de-nghi', propose],
    ['editor', 'GET', '/tin-bai/:id/sua/:editionId', showEditor],
    ['save', 'POST', '/tin-bai/:id/sua/:editionId', saveEditor, true],
    ['preview', 'GET', '/tin-bai/:id/xem/:editionId', showPreview],
    ['check', 'GET', '/tin-bai/:id/kiem-tra/:editionId', (ports, context) => showCheck(ports, context)],
    ['actOnCheck', 'POST', '/tin-bai/:id/kiem-tra/:editionId', actOnCheck],
    [
      'conversion',
      'GET',
      '/tin-bai/:id/chuyen-ma/:editionId',
      (ports, context) => showConversion(ports, context),
    ],
    ['convert', 'POST', '/tin-bai/:id/chuyen-ma/:editionId', convertNow],
    ['approval', 'GET', '/tin-bai/:id/duyet/:editionId', (ports, context) => showApproval(ports, context)],
    ['proposals', 'GET', '/de-nghi', showProposals],
    ['proposal', 'GET', '/de-nghi/:id', (ports, context) => showProposal(ports, context)],
    ['decideProposal', 'POST', '/de-nghi/:id', decideProposal],
  ];

export function publishingRoutes(ports: Ports): AnyRoute[] {
  return TABLE.map(([name, method, path, handle, upload]) =>
    staffRoute({
      name: `publishing.${name}`,
      method,
      path: deskPaths(path),
      // which portal is the handler's and the commands' to decide
      permit: { permits, permit: 'publishing.read' },
      ...(upload ? { upload } : {}),
      handle: (context) => handle(ports, context),
    }),
  );
}
