import type { Room } from '../../platform/room.ts';
import { chooseDigest, readNotices, resendMail, sendDigests, stopDigest } from './commands.ts';
import { sendDigestsJob } from './digest.ts';
import { TELL_OWNER_JOB, tellOwner, tellOwnerJob } from './owner.ts';
import { notificationRoutes } from './pages/routes.tsx';
import { permits } from './permits.ts';
import { SEALED_TABLES } from './seal-store.ts';
import { forgetMail, sendMail, sweepMail } from './sending.ts';
import { failedMailLabel, noticesLabel } from './words.ts';

export const notificationsRoom: Room = {
  name: 'notifications',
  routes: notificationRoutes,
  commands: [readNotices, chooseDigest, stopDigest, resendMail, sendDigests, tellOwner],
  permits,
  sealed: SEALED_TABLES,
  jobs: [sendMail, sweepMail, sendDigestsJob, forgetMail, tellOwnerJob],
  hears: { 'accounts.ownerTold': TELL_OWNER_JOB },
  desk: [
    { label: noticesLabel, icon: 'bell', path: '/thong-bao', permit: 'notifications.read', group: 'work' },
    {
      label: failedMailLabel,
      icon: 'mail',
      path: '/thu-gui',
      permit: 'notifications.resend',
      group: 'upkeep',
    },
  ],
};
