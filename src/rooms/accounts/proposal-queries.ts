import type { Queryable } from '../../platform/db/index.ts';
import type { Ports } from '../../platform/ports.ts';
import { type Person, portalsPermitted } from '../../rules/access/index.ts';
import { civilDateOf, formatDate, formatInstant } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { placeOf } from './authority.ts';
import { confirmFault, mayConfirmOn } from './proposal-rules.ts';
import { listProposals, type ProposalRow } from './proposal-store.ts';
import { proposalWords } from './proposal-words.ts';
import { decisionText, readAs, validityText } from './queries.ts';
import { permits } from './rules.ts';
import { findMainPortalId, listPortalFacts, type PortalFacts } from './store.ts';
import { findProfile, roleTitle } from './titles.ts';

const MOST = 200;
const MOST_SETTLED = 30;

/** What the person can do about a proposal. */
export type Stand = 'decide' | 'ownProposal' | 'ownRight' | 'other';

export interface ProposalLine {
  row: ProposalRow;
  portal: PortalFacts;
  stand: Stand;
  title: string;
  portalName: string;
  validity: string;
  basis: string;
  proposedAt: string;
}

interface Desk {
  portals: Map<number, PortalFacts>;
  mainPortalId: number | undefined;
}

/** Portals on which the person proposes rights or is asked for his word. */
async function readDesk(tx: Queryable, person: Person): Promise<Desk> {
  const mainPortalId = await findMainPortalId(tx, person.localityId);
  const proposes = new Set(portalsPermitted(person, permits, 'accounts.propose'));
  const portals = (await listPortalFacts(tx, person.portalIds)).filter(
    (one) => proposes.has(one.id) || mayConfirmOn(person, placeOf(one), mainPortalId),
  );
  return { portals: new Map(portals.map((one) => [one.id, one])), mainPortalId };
}

/** Whose word it waits for, seen from one person. */
function standOf(person: Person, row: ProposalRow, portal: PortalFacts, mainPortalId?: number): Stand {
  const fault = confirmFault(person, row, placeOf(portal), mainPortalId);
  if (!fault) return 'decide';
  if (row.proposed_by === person.personId) return 'ownProposal';
  return row.person_id === person.personId ? 'ownRight' : 'other';
}

/** Proposals somebody may see: those that wait for his word, his own, and those for himself. */
export async function readProposals(
  tx: Queryable,
  ports: Pick<Ports, 'profiles'>,
  person: Person,
  { isOpen, now, lang }: { isOpen: boolean; now: Date; lang: Lang },
): Promise<ProposalLine[]> {
  const { portals, mainPortalId } = await readDesk(tx, person);
  if (portals.size === 0) return [];
  const todayOn = civilDateOf(now);
  const profile = await findProfile(tx, ports.profiles, person.localityId, todayOn);
  const limit = isOpen ? MOST : MOST_SETTLED;
  const rows = await listProposals(tx, { portalIds: [...portals.keys()], isOpen, limit });
  return rows.flatMap((row) => {
    const portal = portals.get(row.portal_id);
    if (!portal) return [];
    const stand = standOf(person, row, portal, mainPortalId);
    const administers = mayConfirmOn(person, placeOf(portal), mainPortalId);
    if (stand === 'other' && !administers) return [];
    return [
      {
        ...{ row, portal, stand },
        title: roleTitle(profile, row.role, portal.is_main, todayOn)[lang],
        portalName: lang === 'vi' ? portal.name_vi : portal.name_en,
        validity: validityText(row, lang),
        basis: basisText(row, lang),
        proposedAt: formatInstant(row.proposed_at, lang),
      },
    ];
  });
}

/** The decision a right rests on, or whose it is and why it is lent. */
export function basisText(
  row: {
    decision: string | null;
    decided_on: string | null;
    lender_name: string | null;
    lent_reason: string | null;
  },
  lang: Lang,
): string {
  if (row.lent_reason !== null) return proposalWords(lang).lent(row.lender_name ?? '', row.lent_reason);
  return decisionText(row, lang);
}

export const dayText = (on: string, lang: Lang) => formatDate(on, lang, 'short');

export function loadProposals(
  ports: Pick<Ports, 'database' | 'profiles'>,
  person: Person,
  now: Date,
  lang: Lang,
): Promise<{ open: ProposalLine[]; settled: ProposalLine[] }> {
  return readAs(ports, person, async (tx) => ({
    open: await readProposals(tx, ports, person, { isOpen: true, now, lang }),
    settled: await readProposals(tx, ports, person, { isOpen: false, now, lang }),
  }));
}

/** The portal whose permit a word on a proposal rests on. */
export function portalForWord(person: Person, portalId: number, mainPortalId: number | undefined): number {
  const own = portalsPermitted(person, permits, 'accounts.confirm');
  return own.includes(portalId) ? portalId : (mainPortalId ?? portalId);
}
