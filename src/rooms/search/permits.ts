import type { Permits } from '../../rules/access/index.ts';

/** Who writes for a portal sees what its readers looked for in vain. */
export const permits = {
  'search.readMisses': ['contentAdmin', 'editor', 'checker', 'boardMember'],
} as const satisfies Permits;
