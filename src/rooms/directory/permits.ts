import type { Permits } from '../../rules/access/index.ts';

/** Whoever writes or answers for a portal sees what its introduction lacks. */
export const permits = {
  'directory.read': ['contentAdmin', 'editor', 'checker', 'boardMember', 'head', 'overseer'],
} as const satisfies Permits;
