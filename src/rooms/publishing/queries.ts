import { scopeOf } from '../../platform/command/index.ts';
import type { Queryable, Transaction } from '../../platform/db/index.ts';
import type { Ports } from '../../platform/ports.ts';
import { isPermitted, lenderOf, type Person } from '../../rules/access/index.ts';
import { civilDateOf, type WorkingCalendar } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { type ContentKind, listStartEvents, type StartEvent } from '../../rules/profile/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import type { ClockView as ShownClock } from '../../ui/index.ts';
import {
  type Clock,
  calendarOf,
  clockView,
  drawnClock,
  findClock,
  listOpenClocks,
  type TraceSentence,
} from '../duties/index.ts';
import {
  listPortals,
  listRegulationPeriods,
  listSections,
  type PortalRow,
  portalName,
  type SectionRow,
} from '../portals/index.ts';
import { permits } from './permits.ts';
import { allowedFrom, authorsOf, MOVES, type Move, type MoveName } from './rules.ts';
import { requireStep } from './steps-commands.ts';
import { type Progress, progressOf, workflowOf } from './steps-rules.ts';
import { listProgress } from './steps-store.ts';
import { type EditionRow, findEdition, findItem, type ItemRow, listEditions } from './store.ts';
import { type Holder, listHolders } from './urgent-store.ts';

/** The portals whose items a person may read, with their names: those of his roles, all for overseers of the main one. */
export async function readablePortals(tx: Queryable, person: Person): Promise<PortalRow[]> {
  const portals = await listPortals(tx, person.localityId);
  const main = portals.find((portal) => portal.is_main);
  const oversees = person.grants.some((grant) => grant.role === 'overseer' && grant.portalId === main?.id);
  return portals.filter(
    ({ id }) =>
      person.portalIds.includes(id) && (oversees || isPermitted(person, permits, 'publishing.read', id)),
  );
}

/** Reads as the person: row-level security shows his portals and no others. */
export function reading<T>(ports: Ports, person: Person, read: (tx: Transaction) => Promise<T>): Promise<T> {
  return ports.database.transaction(scopeOf(person), read);
}

export interface LoadedItem {
  item: ItemRow;
  portal: PortalRow;
  section: SectionRow | undefined;
  sections: SectionRow[];
  editions: EditionRow[];
  /** Where each edition stands on its way, by its number. */
  progress: Map<number, EditionProgress>;
}

/** Where an edition stands on its way, and the last day of the step it waits for. */
export type EditionProgress = Progress & { dueOn: string | null };

/** An item with its editions, when the person may read it; undefined says nothing about whether it exists. */
export async function findReadableItem(
  tx: Queryable,
  person: Person,
  itemId: number | undefined,
): Promise<LoadedItem | undefined> {
  const item = itemId === undefined ? undefined : await findItem(tx, itemId);
  if (!item) return undefined;
  const portal = (await readablePortals(tx, person)).find(({ id }) => id === item.portal_id);
  if (!portal) return undefined;
  const sections = await listSections(tx, portal.id);
  const section = sections.find(({ id }) => id === item.section_id);
  const editions = await listEditions(tx, item.id);
  const stored = new Map(
    (
      await listProgress(
        tx,
        editions.map(({ id }) => id),
      )
    ).map((one) => [one.edition_id, one]),
  );
  const progress = new Map(
    editions.map((one) => {
      const own = stored.get(one.id);
      return [one.id, { ...progressOf(one.state, own, portal.workflow), dueOn: own?.due_on ?? null }];
    }),
  );
  return { item, portal, section, sections, editions, progress };
}

/** The way of one of the editions of an item. */
export function progressOfEdition(
  { progress }: Pick<LoadedItem, 'progress'>,
  editionId: number,
): EditionProgress {
  const found = progress.get(editionId);
  if (!found) throw new Error(`Edition ${editionId} is not one of this item.`);
  return found;
}

export interface LoadedEdition extends LoadedItem {
  edition: EditionRow;
}

export async function findReadableEdition(
  tx: Queryable,
  person: Person,
  itemId: number | undefined,
  editionId: number | undefined,
): Promise<LoadedEdition | undefined> {
  const edition = editionId === undefined ? undefined : await findEdition(tx, editionId);
  if (!edition || edition.item_id !== itemId) return undefined;
  const loaded = await findReadableItem(tx, person, itemId);
  return loaded && { ...loaded, edition };
}

export interface PossibleMove {
  name: Exclude<MoveName, 'publishDue'>;
  move: Move;
  /** The state and the permit fit, but the person wrote it, or whoever lent him the right (four eyes). */
  ownWork: boolean;
}

/** Who may be given work on items of a portal. */
export function listColleagues(tx: Queryable, portalId: number, now: Date): Promise<Holder[]> {
  return listHolders(tx, { portalId, roles: permits['publishing.write'], on: civilDateOf(now) });
}

/** The moves the person's permits, the state and the way of the edition leave open, as the commands decide. */
export function possibleMoves(person: Person, edition: EditionRow, progress: Progress): PossibleMove[] {
  const found: PossibleMove[] = [];
  const workflow = workflowOf(progress.steps);
  for (const [name, move] of Object.entries(MOVES) as [MoveName, Move][]) {
    if (name === 'publishDue') continue;
    if (!allowedFrom(name, workflow).includes(edition.state)) continue;
    if (!isPermitted(person, permits, move.permit, edition.portal_id)) continue;
    if (!isOnesStep(person, name, progress, edition.portal_id)) continue;
    const lender = lenderOf(person, permits, move.permit, edition.portal_id);
    const writers = authorsOf(edition);
    const ownWork =
      move.byAnother === true && [person.personId, lender?.personId].some((id) => id && writers.includes(id));
    found.push({ name, move, ownWork });
  }
  // where approval follows at once, checking is no step of its own
  return found.filter(({ name }) => name !== 'check' || workflow === 'check-then-approve');
}

function isOnesStep(person: Person, move: MoveName, progress: Progress, portalId: number): boolean {
  try {
    requireStep({ actor: person }, move, progress, portalId);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** The events this section's kind is counted from today, by the regulation in force. */
export async function startEventsFor(
  tx: Queryable,
  ports: Ports,
  portal: Pick<PortalRow, 'locality_id' | 'is_main'>,
  contentKind: string,
  now: Date,
): Promise<StartEvent[]> {
  const periods = await listRegulationPeriods(tx, portal.locality_id);
  return listStartEvents({
    profiles: ports.profiles,
    timeline: periods.map((period) => ({ profileCode: period.profile_code, validFrom: period.valid_from })),
    contentKind: contentKind as ContentKind,
    bodyRole: portal.is_main ? 'main' : 'member',
    on: civilDateOf(now),
  });
}

export interface ItemClock {
  shown: ShownClock;
  name: string;
  citation: string;
  due: string | undefined;
  dueAt: Date | undefined;
  trace: TraceSentence[];
}

function shown(clock: Clock, lang: Lang, now: Date, calendar: WorkingCalendar): ItemClock {
  const { name, citation, due, dueAt, trace, ...view } = clockView(clock, lang, now, calendar);
  return {
    shown: drawnClock({ name, citation, due, dueAt, trace, ...view }),
    name,
    citation,
    due,
    dueAt,
    trace,
  };
}

/** The clock of law of an item, in words; undefined when nothing is counted for it. */
export async function findItemClock(
  tx: Queryable,
  item: { id: number; portal_id: number },
  localityId: number,
  lang: Lang,
  now: Date,
): Promise<ItemClock | undefined> {
  const clock = await findClock(tx, { kind: 'item', id: item.id });
  return clock && shown(clock, lang, now, await calendarOf(tx, localityId));
}

const MOST_CLOCKS = 500;

/** Open clocks of items of the portals, by item. */
export async function itemClocks(
  tx: Queryable,
  person: Person,
  portalIds: readonly number[],
  lang: Lang,
  now: Date,
): Promise<Map<number, ItemClock>> {
  if (portalIds.length === 0) return new Map();
  const clocks = await listOpenClocks(tx, { portalIds, subjectKind: 'item', limit: MOST_CLOCKS });
  const calendar = await calendarOf(tx, person.localityId);
  return new Map(clocks.map((clock) => [clock.subject.id, shown(clock, lang, now, calendar)]));
}

export function namesOfPortals(portals: readonly PortalRow[], lang: Lang): Map<number, string> {
  return new Map(portals.map((portal) => [portal.id, portalName(portal, lang)]));
}
