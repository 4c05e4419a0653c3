import { deskPaths } from '../../../platform/http/paths.ts';
import { type AnyRoute, type Reply, type StaffContext, staffRoute } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { permits } from '../permits.ts';
import { showApproval } from './approval.tsx';
import { showArchive } from './archive.tsx';
import { showBrokenLinks } from './broken-links.tsx';
import { actOnCheck, showCheck } from './checking.tsx';
import { postComment, showComments } from './comments.tsx';
import { reviewTranslation, showCompare } from './compare.tsx';
import { convertNow, showConversion } from './conversion.tsx';
import { showEditor } from './editing.tsx';
import { guestRoutes } from './guest.tsx';
import { showItem } from './item.tsx';
import { saveKeepingForm, showKeeping } from './keeping.tsx';
import { showKeptCopy } from './kept-copy.tsx';
import { showLife } from './life.tsx';
import { changeLife } from './life-steps.ts';
import { showLinkTargets } from './link-targets.tsx';
import { exportList, showList } from './list.tsx';
import { doMany, showMany } from './many.tsx';
import { beginNew, showNew } from './new.tsx';
import { bePresent } from './presence.ts';
import { showPreview } from './preview.tsx';
import { decideProposal, showProposal } from './proposal.tsx';
import { showProposals } from './proposals.tsx';
import { showQueue } from './queue.tsx';
import { postReader } from './readers.tsx';
import { saveEditor } from './saving.tsx';
import { showSetTimes } from './set-times.tsx';
import { savePlan, showPlans } from './step-plans.tsx';
import { beginEdition, propose, takeStep } from './steps.ts';
import { showTranslations } from './translations.tsx';
import { saveUrgent, showUrgent } from './urgent.tsx';
import { decideUrgentOne, showUrgentOne } from './urgent-one.tsx';
import { postRestore, showVersions } from './versions.tsx';
import { showWithdrawal, takeDownItem } from './withdrawal.tsx';
import { postWork } from './work.tsx';

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
    ['present', 'POST', '/tin-bai/:id/sua/:editionId/co-mat', bePresent],
    ['linkTargets', 'GET', '/tin-bai/noi-den', showLinkTargets],
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
    ['setTimes', 'GET', '/tin-bai/lich-dang', showSetTimes],
    ['translations', 'GET', '/tin-bai/ban-dich', showTranslations],
    ['archive', 'GET', '/tin-bai/luu-tru', showArchive],
    ['brokenLinks', 'GET', '/tin-bai/cho-noi-hong', showBrokenLinks],
    ['keeping', 'GET', '/tin-bai/thoi-gian-dang', (ports, context) => showKeeping(ports, context)],
    ['saveKeeping', 'POST', '/tin-bai/thoi-gian-dang', saveKeepingForm],
    ['life', 'GET', '/tin-bai/:id/vong-doi', (ports, context) => showLife(ports, context)],
    ['changeLife', 'POST', '/tin-bai/:id/vong-doi', changeLife],
    ['compare', 'GET', '/tin-bai/:id/doi-chieu', (ports, context) => showCompare(ports, context)],
    ['reviewTranslation', 'POST', '/tin-bai/:id/doi-chieu', reviewTranslation],
    ['keptCopy', 'GET', '/tin-bai/:id/ban-luu/:copyId', showKeptCopy],
    ['withdrawal', 'GET', '/tin-bai/:id/go/:editionId', (ports, context) => showWithdrawal(ports, context)],
    ['takeDown', 'POST', '/tin-bai/:id/go/:editionId', takeDownItem],
    ['comments', 'GET', '/tin-bai/:id/gop-y/:editionId', (ports, context) => showComments(ports, context)],
    ['comment', 'POST', '/tin-bai/:id/gop-y/:editionId', postComment],
    ['work', 'POST', '/tin-bai/:id/viec', postWork],
    [
      'versions',
      'GET',
      '/tin-bai/:id/phien-ban/:editionId',
      (ports, context) => showVersions(ports, context),
    ],
    ['restoreVersion', 'POST', '/tin-bai/:id/phien-ban/:editionId', postRestore],
    ['readers', 'POST', '/tin-bai/:id/moi-doc/:editionId', postReader],
    ['many', 'GET', '/tin-bai/nhieu', (ports, context) => showMany(ports, context)],
    ['doMany', 'POST', '/tin-bai/nhieu', doMany],
    ['plans', 'GET', '/tin-bai/quy-trinh', (ports, context) => showPlans(ports, context)],
    ['setSteps', 'POST', '/tin-bai/quy-trinh', savePlan],
    ['urgent', 'GET', '/tin-bai/dang-khan', (ports, context) => showUrgent(ports, context)],
    ['setUrgent', 'POST', '/tin-bai/dang-khan', saveUrgent],
    ['urgentOne', 'GET', '/tin-bai/dang-khan/:id', (ports, context) => showUrgentOne(ports, context)],
    ['decideUrgent', 'POST', '/tin-bai/dang-khan/:id', decideUrgentOne],
    ['proposals', 'GET', '/de-nghi', showProposals],
    ['proposal', 'GET', '/de-nghi/:id', (ports, context) => showProposal(ports, context)],
    ['decideProposal', 'POST', '/de-nghi/:id', decideProposal],
  ];

export function publishingRoutes(ports: Ports): AnyRoute[] {
  const staff = TABLE.map(([name, method, path, handle, upload]) =>
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
  return [...staff, ...guestRoutes(ports)];
}
