import type { Permits } from '../../rules/access/index.ts';

/** Everybody reads what concerns him; who answers for a portal's mails may send a failed one again. */
export const permits = {
  'notifications.read': [
    'technicalAdmin',
    'contentAdmin',
    'editor',
    'checker',
    'boardMember',
    'head',
    'overseer',
  ],
  'notifications.resend': ['contentAdmin', 'technicalAdmin'],
} as const satisfies Permits;
