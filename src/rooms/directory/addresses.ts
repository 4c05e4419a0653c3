import type { Words } from '../../rules/lang.ts';

/** The pages of this room, in both languages. */
export const DIRECTORY_PATHS = {
  structure: { vi: '/gioi-thieu/so-do-to-chuc', en: '/en/about/structure' },
  leaders: { vi: '/lanh-dao', en: '/en/leaders' },
} as const satisfies Record<string, Words>;

/** Below the desk: what the introduction still lacks. */
export const COVERAGE = '/gioi-thieu';
