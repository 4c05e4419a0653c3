import type { Room } from '../../platform/room.ts';
import { checkAnswerOf, draftAnswer, sendBackAnswer, signAnswer, submitAnswer } from './answering.ts';
import { askBodies, contributeToInquiry } from './bodies.ts';
import { ROOM_WORDS } from './desk-words.ts';
import { rememberErasure } from './erasures.ts';
import {
  changeKeeping,
  destroyFiles,
  forgetInquiry,
  forgetOld,
  forgetOrdered,
  orderForgetting,
} from './forgetting.ts';
import { handsOver } from './handing-over.ts';
import { mergeInquiry, splitInquiry } from './joining.ts';
import { deskRoutes } from './pages/desk-routes.ts';
import { figuresRoutes } from './pages/figures.tsx';
import { remarkRoutes } from './pages/public-remark.tsx';
import { publicRoutes } from './pages/public-routes.ts';
import { permits } from './permits.ts';
import { REMARK_LABEL } from './public-words.ts';
import { addToInquiry, receiveInquiry, remarkAsUnit, replyToInquiry, withdrawInquiry } from './receiving.ts';
import {
  askForLink,
  attachCertificate,
  correctAsker,
  liftRestriction,
  openLink,
  restrictInquiry,
  withdrawConsent,
} from './rights-commands.ts';
import { mailLink, sendLink } from './rights-mailing.ts';
import { SEALED_TABLES } from './seal-store.ts';
import {
  acceptInquiry,
  assignOfficer,
  forwardInquiry,
  giveBackInquiry,
  reclassifyInquiry,
  refuseInquiry,
  sendOutInquiry,
} from './sorting.ts';
import { tellOfficers } from './staff-news.ts';
import { followSuccessors } from './succession.ts';
import { listTasks } from './tasks.ts';
import { tellAsker } from './telling.ts';
import { askBack, extendInquiry, goOnWithoutReply, promiseAnswer } from './timing.ts';
import { warnOfficers } from './warnings.ts';

export const inquiriesRoom: Room = {
  name: 'inquiries',
  routes: (ports) => [
    ...publicRoutes(ports),
    ...remarkRoutes(ports),
    ...figuresRoutes(ports),
    ...deskRoutes(ports),
  ],
  handsOver,
  tasks: listTasks,
  commands: [
    receiveInquiry,
    askForLink,
    sendLink,
    openLink,
    correctAsker,
    restrictInquiry,
    liftRestriction,
    withdrawConsent,
    attachCertificate,
    remarkAsUnit,
    withdrawInquiry,
    addToInquiry,
    replyToInquiry,
    acceptInquiry,
    reclassifyInquiry,
    refuseInquiry,
    forwardInquiry,
    giveBackInquiry,
    sendOutInquiry,
    assignOfficer,
    askBodies,
    contributeToInquiry,
    askBack,
    goOnWithoutReply,
    promiseAnswer,
    extendInquiry,
    mergeInquiry,
    splitInquiry,
    draftAnswer,
    submitAnswer,
    checkAnswerOf,
    sendBackAnswer,
    signAnswer,
    orderForgetting,
    forgetInquiry,
    changeKeeping,
  ],
  permits,
  sealed: SEALED_TABLES,
  jobs: [
    mailLink,
    tellAsker,
    followSuccessors,
    tellOfficers,
    warnOfficers,
    forgetOrdered,
    rememberErasure,
    destroyFiles,
    forgetOld,
  ],
  desk: [
    {
      label: ROOM_WORDS,
      icon: 'message-circle-question-mark',
      path: '/thu-hoi-dap',
      permit: 'inquiries.read',
      group: 'readers',
    },
    { label: REMARK_LABEL, icon: 'megaphone', path: '/gop-y', permit: 'inquiries.remark', group: 'readers' },
  ],
};
