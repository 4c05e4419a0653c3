import type { Permits } from '../../rules/access/index.ts';

/** Who plans: whoever writes; what sections are to bring is the content administrator's. */
export const permits = {
  'planning.read': ['contentAdmin', 'editor', 'checker', 'boardMember', 'head', 'overseer'],
  'planning.plan': ['contentAdmin', 'editor', 'checker', 'boardMember', 'head'],
  'planning.target': ['contentAdmin'],
} as const satisfies Permits;
