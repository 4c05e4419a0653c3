import {
  isPermitted,
  type Permits,
  type Person,
  portalsPermitted,
  type Role,
} from '../../rules/access/index.ts';

export const permits = {
  'audit.read': ['technicalAdmin', 'contentAdmin', 'boardMember', 'head', 'overseer'],
} as const satisfies Permits;

/** Offices that, held on the main portal, read the record of the whole locality (QN-058: oversight without a hand in it). */
const WHOLE_LOCALITY: readonly Role[] = ['technicalAdmin', 'overseer'];

/**
 * The portals whose record a person reads. Row-level security shows an editor's portal too, so the permit is asked for
 * each portal and not only once. `ofLocality`: entries of the locality itself, for who reads the main portal's.
 */
export function readablePortals(
  person: Person,
  mainPortalId: number | undefined,
): { portalIds: number[]; ofLocality: boolean } {
  const whole = person.grants.some(
    ({ role, portalId }) => portalId === mainPortalId && WHOLE_LOCALITY.includes(role),
  );
  const portalIds = whole ? [...person.portalIds] : portalsPermitted(person, permits, 'audit.read');
  const ofLocality = mainPortalId !== undefined && isPermitted(person, permits, 'audit.read', mainPortalId);
  return { portalIds, ofLocality };
}

/**
 * Portals of which a person sees from where people signed in: technical administrators alone, of the main portal for the
 * whole locality. Addresses are personal data, so whoever only oversees is not shown them.
 */
export function callerPortals(person: Person, mainPortalId: number | undefined): number[] {
  const own = person.grants.filter(({ role }) => role === 'technicalAdmin').map(({ portalId }) => portalId);
  return mainPortalId !== undefined && own.includes(mainPortalId) ? [...person.portalIds] : own;
}

/** Signs that make a spreadsheet take a cell for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** One line of CSV (RFC 4180). A cell that a spreadsheet would run gets an apostrophe before it. */
export function csvLine(cells: readonly string[]): string {
  const quoted = cells.map((cell) => `"${(FORMULA.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`);
  return `${quoted.join(',')}\r\n`;
}
