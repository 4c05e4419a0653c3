import type { Permits } from '../../rules/access/index.ts';

export const permits = {
  'boards.read': ['technicalAdmin', 'contentAdmin', 'boardMember', 'head', 'overseer'],
  'boards.write': ['technicalAdmin', 'contentAdmin'],
  /** What the public is told of a board is decided by the board. */
  'boards.show': ['boardMember', 'head'],
} as const satisfies Permits;
