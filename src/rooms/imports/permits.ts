import type { Permits } from '../../rules/access/index.ts';
import { portalsPermits } from '../portals/index.ts';
import { publishingPermits } from '../publishing/index.ts';

/** Whoever may write items of a portal may take files in as drafts; a holding is published by who may approve. */
export const permits = {
  'publishing.write': publishingPermits['publishing.write'],
  'publishing.approve': publishingPermits['publishing.approve'],
  /** Keys of other systems: as the other settings of the portal. */
  'imports.manageKeys': portalsPermits['portals.arrange'],
  /** Held by no role: a machine that came with a key. */
  'imports.receive': [],
} as const satisfies Permits;
