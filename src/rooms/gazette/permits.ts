import type { Permits } from '../../rules/access/index.ts';

/** Who may do what with the gazette. Only the main portal has one; every body sends its documents to it. */
export const permits = {
  'gazette.read': ['editor', 'checker', 'boardMember', 'head', 'overseer', 'contentAdmin'],
  'gazette.send': ['checker', 'boardMember', 'head'],
  'gazette.compose': ['editor', 'checker', 'boardMember', 'head'],
  'gazette.approve': ['boardMember', 'head'],
  // the machine that notes what must be sent, and signs what was approved; no person holds it
  'gazette.sign': [],
} as const satisfies Permits;
