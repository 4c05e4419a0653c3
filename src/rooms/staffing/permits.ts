import { type Permits, type Person, portalsPermitted, ROLES } from '../../rules/access/index.ts';

export const permits = {
  /** The register of decisions and rights; from the technical or overseeing office that of the whole locality. */
  'staffing.read': ['technicalAdmin', 'contentAdmin', 'boardMember', 'head', 'overseer'],
  'staffing.keep': ['contentAdmin', 'head'],
  'staffing.review': ['contentAdmin', 'head'],
  'staffing.handOver': ['contentAdmin', 'head'],
  /** Whoever hands over or takes over has his part in it. */
  'staffing.part': [...ROLES],
  /** Held by no role: the jobs. */
  'staffing.run': [],
} as const satisfies Permits;

/** Portals whose register the person reads (LX-014: the office that manages those appointed reads all). */
export function portalsToRead(person: Person): number[] {
  const own = portalsPermitted(person, permits, 'staffing.read');
  const seesAll = person.grants.some(({ role }) => role === 'technicalAdmin' || role === 'overseer');
  return seesAll ? [...new Set([...own, ...person.portalIds])] : own;
}
