import type { Permits } from '../../rules/access/index.ts';
import { publishingPermits } from '../publishing/index.ts';

/** Whoever may write items of a portal may take files in as drafts; a holding is published by who may approve. */
export const permits = {
  'publishing.write': publishingPermits['publishing.write'],
  'publishing.approve': publishingPermits['publishing.approve'],
} as const satisfies Permits;
