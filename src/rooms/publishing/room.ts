import type { Room } from '../../platform/room.ts';
import {
  approveEdition,
  checkEdition,
  discardEdition,
  publishScheduled,
  recallEdition,
  sendBackEdition,
  withdrawEdition,
} from './deciding.ts';
import { checkLinks } from './link-checking.ts';
import { publishingRoutes } from './pages/routes.ts';
import { permits } from './permits.ts';
import { acceptProposal, proposeItem, refuseProposal } from './proposing.ts';
import { publishDue } from './scheduling.ts';
import { nameItems } from './store.ts';
import { convertEdition, overrideFinding, submitEdition } from './submitting.ts';
import { listTasks } from './tasks.ts';
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
    proposeItem,
    acceptProposal,
    refuseProposal,
  ],
  permits,
  clockSubjects: { item: nameItems },
  jobs: [publishDue, checkLinks],
  desk: [
    { label: { vi: 'Tin bài', en: 'Items' }, icon: 'newspaper', path: '/tin-bai', permit: 'publishing.read' },
    { label: { vi: 'Đề nghị', en: 'Proposals' }, icon: 'send', path: '/de-nghi', permit: 'publishing.read' },
  ],
  tasks: listTasks,
};
