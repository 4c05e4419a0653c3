import type { Room } from '../../platform/room.ts';
import { moveItemTo } from './addressing.ts';
import { giveWork, releaseWork, takeWork } from './claim-commands.ts';
import { addComment, settleComment, takeSuggestion } from './comment-commands.ts';
import { markCorrection, showOldWording } from './correction-commands.ts';
import {
  approveEdition,
  checkEdition,
  discardEdition,
  publishScheduled,
  recallEdition,
  sendBackEdition,
} from './deciding.ts';
import { expireItem, setExpiry, setReview } from './expiring.ts';
import { handsOver } from './handing-over.ts';
import { setKeeping } from './keeping.ts';
import { expireDue, remindOfReviews, remindReviews } from './life-jobs.ts';
import { checkLinks } from './link-checking.ts';
import { readLinksDue } from './links.ts';
import { moveToSection } from './move-commands.ts';
import { askOutside } from './outside-asking.ts';
import { publishingRoutes } from './pages/routes.ts';
import { permits } from './permits.ts';
import { acceptProposal, proposeItem, refuseProposal } from './proposing.ts';
import { endLink, remarkByLink, showToReader, visitByLink } from './reader-commands.ts';
import { rescheduleEdition } from './rescheduling.ts';
import { bringBackEdition, restoreEdition } from './restoring.ts';
import { publishDue } from './scheduling.ts';
import { setSteps } from './steps-commands.ts';
import { nameItems } from './store.ts';
import { convertEdition, overrideFinding, submitEdition } from './submitting.ts';
import { listTasks } from './tasks.ts';
import { confirmTranslation } from './translating.ts';
import { approveUrgent, publishUrgent, refuseUrgent, setUrgent } from './urgent-commands.ts';
import { restoreVersion } from './version-commands.ts';
import { withdrawEdition } from './withdrawing.ts';
import { createItem, saveEdition, startEdition } from './writing.ts';

export const publishingRoom: Room = {
  name: 'publishing',
  routes: publishingRoutes,
  commands: [
    createItem,
    saveEdition,
    startEdition,
    submitEdition,
    overrideFinding,
    convertEdition,
    recallEdition,
    checkEdition,
    approveEdition,
    publishScheduled,
    sendBackEdition,
    discardEdition,
    withdrawEdition,
    markCorrection,
    showOldWording,
    moveItemTo,
    restoreEdition,
    bringBackEdition,
    setExpiry,
    setReview,
    expireItem,
    remindOfReviews,
    setKeeping,
    confirmTranslation,
    rescheduleEdition,
    proposeItem,
    acceptProposal,
    refuseProposal,
    addComment,
    settleComment,
    takeSuggestion,
    publishUrgent,
    approveUrgent,
    refuseUrgent,
    setUrgent,
    setSteps,
    takeWork,
    giveWork,
    releaseWork,
    restoreVersion,
    showToReader,
    endLink,
    visitByLink,
    remarkByLink,
    moveToSection,
  ],
  permits,
  clockSubjects: { item: nameItems },
  handsOver,
  jobs: [publishDue, askOutside, checkLinks, readLinksDue, expireDue, remindReviews],
  desk: [
    {
      label: { vi: 'Tin bài', en: 'Items' },
      icon: 'newspaper',
      path: '/tin-bai',
      permit: 'publishing.read',
      group: 'content',
      first: true,
    },
    {
      label: { vi: 'Đề nghị', en: 'Proposals' },
      icon: 'send',
      path: '/de-nghi',
      permit: 'publishing.read',
      group: 'content',
    },
  ],
  tasks: listTasks,
};
