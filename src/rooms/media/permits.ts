import type { Permits } from '../../rules/access/index.ts';

/** Who may look into the library of a portal, and who may add to it. */
export const permits = {
  'media.read': ['contentAdmin', 'editor', 'checker', 'boardMember', 'head', 'overseer'],
  'media.add': ['contentAdmin', 'editor', 'checker', 'boardMember', 'head'],
} as const satisfies Permits;
