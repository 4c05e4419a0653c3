import type { Permits } from '../../rules/access/index.ts';

/** Who may do what in the law library. What is read there is public; what binds is decided by those who approve. */
export const permits = {
  'library.read': ['editor', 'checker', 'boardMember', 'head', 'overseer', 'contentAdmin'],
  'library.relate': ['checker', 'boardMember', 'head'],
  // the machine that reads what was published; no person holds it
  'library.take': [],
} as const satisfies Permits;
