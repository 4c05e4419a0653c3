import type { Permits } from '../../rules/access/index.ts';
import { publishingPermits } from '../publishing/index.ts';

/** Whoever may write items of a portal may take files in as drafts. */
export const permits = {
  'publishing.write': publishingPermits['publishing.write'],
} as const satisfies Permits;
