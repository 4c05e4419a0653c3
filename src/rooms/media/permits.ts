import type { Permits } from '../../rules/access/index.ts';

const WORKERS = ['contentAdmin', 'editor', 'checker', 'boardMember', 'head'] as const;

/** Who may look into the library of a portal, add to it, say what its files are, and keep its order. */
export const permits = {
  'media.read': [...WORKERS, 'overseer'],
  'media.add': WORKERS,
  'media.describe': WORKERS,
  'media.order': WORKERS,
  'media.remove': ['contentAdmin', 'boardMember', 'head', 'editor'],
  'media.settings': ['contentAdmin', 'head'],
  // machines alone
  'media.scan': [],
} as const satisfies Permits;
