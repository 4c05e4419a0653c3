import { scopeOf } from '../../platform/command/index.ts';
import type { Transaction } from '../../platform/db/index.ts';
import { readId } from '../../platform/http/ids.ts';
import type { StaffContext } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import { type Person, portalsPermitted } from '../../rules/access/index.ts';
import { type CivilDate, civilDateOf } from '../../rules/calendar/index.ts';
import type { Register } from '../../rules/issuers/index.ts';
import type { Lang } from '../../rules/lang.ts';
import type { RelationKind } from '../../rules/validity/index.ts';
import { type ClockView, clocksOfMany } from '../duties/index.ts';
import { issuersOf, listPortals, type PortalRow } from '../portals/index.ts';
import { listMissing, listOfPortals, type MissingRow } from './list-store.ts';
import { permits } from './permits.ts';
import { type DocumentView, findDocumentView } from './queries.ts';
import { type FallenRow, listFallen } from './relation-store.ts';
import { addressIn, BINDING_KINDS, KIND_OF_ROLE } from './rules.ts';
import { listOwed, type ScopeRow } from './scope-store.ts';
import { type CitationRow, type DocumentRow, listByNumbers, listCitationsOf, type Placed } from './store.ts';

/** Rows of a list on the desk. */
export const MOST_ROWS = 200;

/** A relation that the machine reads in the text and nobody has put on record. */
export interface Proposal {
  kind: RelationKind;
  other: Placed;
  /** Addresses in the other document; none: the whole. */
  provisions: readonly string[];
  /** Where it is said, as printed. */
  places: readonly { address: string; printed: string }[];
}

export interface DeskDocument extends DocumentView {
  portal: PortalRow;
  proposals: readonly Proposal[];
  fallen: readonly FallenRow[];
}

/** What the machine proposes for a document. */
export function proposalsOf(
  view: Pick<DocumentView, 'outgoing' | 'held'>,
  citations: readonly CitationRow[],
): Proposal[] {
  const found = new Map<string, Proposal & { provisions: string[]; places: Proposal['places'][number][] }>();
  for (const { role, number_key, name, target, provision, printed } of citations) {
    const kind = KIND_OF_ROLE[role];
    const other = view.held.get(number_key);
    if (!kind || !other || !BINDING_KINDS.concat('guides').includes(kind)) continue;
    const key = `${kind} ${other.item_id}`;
    const one = found.get(key) ?? { kind, other, provisions: [], places: [] };
    const place = addressIn(other.addresses, target, name !== '');
    if (place && !one.provisions.includes(place)) one.provisions.push(place);
    one.places.push({ address: provision, printed });
    found.set(key, one);
  }
  const stands = ({ kind, other }: Proposal) =>
    view.outgoing.some(({ row }) => row.kind === kind && row.to_item_id === other.item_id);
  return [...found.values()].filter((one) => !stands(one));
}

/** A document of one of the person's portals, with what there is to decide; undefined otherwise. */
async function findDeskDocument(
  tx: Transaction,
  person: Person,
  asked: { itemId: number; day: CivilDate; issuers: Register },
): Promise<DeskDocument | undefined> {
  const { itemId, day, issuers } = asked;
  const mine = portalsPermitted(person, permits, 'library.read');
  const view = await findDocumentView(tx, { itemId, lang: 'vi', day, issuers });
  if (!view || !mine.includes(view.document.portal_id)) return undefined;
  const portal = (await listPortals(tx, person.localityId)).find(({ id }) => id === view.document.portal_id);
  if (!portal) return undefined;
  const citations = await listCitationsOf(tx, itemId, view.document.language);
  return {
    ...view,
    portal,
    proposals: proposalsOf(view, citations),
    fallen: await listFallen(tx, { portalIds: mine, on: day, basisItemId: itemId, limit: MOST_ROWS }),
  };
}

/** The document the address of a page names, as the person may see it. */
export async function documentAsked(
  ports: Ports,
  { person, params, now }: StaffContext,
): Promise<DeskDocument | undefined> {
  const itemId = readId(params.id);
  if (itemId === undefined) return undefined;
  const issuers = await issuersOf(ports, person.localityId);
  return ports.database.transaction(scopeOf(person), (tx) =>
    findDeskDocument(tx, person, { itemId, day: civilDateOf(now), issuers }),
  );
}

/** A body that owes its readers a text, with its clock. */
export interface OwedLine {
  row: ScopeRow;
  clock: ClockView | undefined;
}

/** The clocks of these duties, in the words of a language. */
export async function owedLines(
  tx: Transaction,
  rows: readonly ScopeRow[],
  asked: { localityId: number; lang: Lang; now: Date },
): Promise<OwedLine[]> {
  const ids = rows.map(({ id }) => id);
  const clocks = await clocksOfMany(tx, { kind: 'documentScope', ids }, asked);
  return rows.map((row) => ({ row, clock: clocks.get(row.id) }));
}

export interface LibraryBoard {
  /** What portals of the person owe their readers, next due first. */
  owed: readonly OwedLine[];
  portals: readonly PortalRow[];
  documents: readonly (DocumentRow & { proposals: number })[];
  missing: readonly MissingRow[];
  fallen: readonly FallenRow[];
}

/** The library as the person has a part in it. */
export async function findLibraryBoard(
  tx: Transaction,
  person: Person,
  asked: { lang: Lang; now: Date },
): Promise<LibraryBoard> {
  const { lang, now } = asked;
  const day = civilDateOf(now);
  const mine = portalsPermitted(person, permits, 'library.read');
  const portals = (await listPortals(tx, person.localityId)).filter(({ id }) => mine.includes(id));
  const documents = await listOfPortals(tx, mine, MOST_ROWS);
  const { localityId } = person;
  const owed = await owedLines(tx, await listOwed(tx, mine, MOST_ROWS), { localityId, lang, now });
  return {
    portals,
    owed: owed.sort((a, b) => dueOf(a) - dueOf(b)),
    documents,
    missing: await listMissing(tx, person.localityId, mine, { limit: MOST_ROWS, offset: 0 }),
    fallen: await listFallen(tx, { portalIds: mine, on: day, limit: MOST_ROWS }),
  };
}

const dueOf = ({ clock }: OwedLine) => clock?.dueAt?.getTime() ?? Number.POSITIVE_INFINITY;

/** The document of that number in the library of a locality. */
export async function findNumbered(
  tx: Transaction,
  localityId: number,
  key: string,
): Promise<Placed | undefined> {
  const [found] = await listByNumbers(tx, localityId, [key], 'vi');
  return found;
}
