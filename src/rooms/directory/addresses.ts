import { PUBLIC_PATHS } from '../../platform/http/paths.ts';
import type { Words } from '../../rules/lang.ts';

/** The pages of this room, in both languages. */
export const DIRECTORY_PATHS = {
  structure: PUBLIC_PATHS.structure,
  leaders: PUBLIC_PATHS.leaders,
} as const satisfies Record<string, Words>;

/** Below the desk: what the introduction still lacks. */
export const COVERAGE = '/gioi-thieu';
