import { scopeOf } from '../../platform/command/index.ts';
import type { Queryable, Transaction } from '../../platform/db/index.ts';
import type { Ports } from '../../platform/ports.ts';
import { type Person, portalsPermitted } from '../../rules/access/index.ts';
import { civilDateOf } from '../../rules/calendar/index.ts';
import type { Profile } from '../../rules/profile/index.ts';
import { localityPortals, type PortalRow, profileInForce } from '../portals/index.ts';
import { permits } from './permits.ts';
import {
  answersFor,
  type BoardFinding,
  boardRules,
  findingsOf,
  ruleOf,
  type StandingBoard,
} from './rules.ts';
import { showingOf, tellsTheSame } from './showing-rules.ts';
import * as store from './store.ts';

export function reading<T>(
  ports: Pick<Ports, 'database'>,
  person: Person,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return ports.database.transaction(scopeOf(person), work);
}

/** A board with its members and what is shown of it. */
export interface BoardView {
  row: store.BoardRow;
  members: store.MemberRow[];
  showing: store.ShowingRow | undefined;
  /** What would be shown were it approved now. */
  next: ReturnType<typeof showingOf>;
  shown: StandingBoard['shown'];
}

export interface PortalBoards {
  portal: PortalRow;
  boards: BoardView[];
  findings: BoardFinding[];
}

/** Portals whose boards the person reads: his own, and all of the locality from the technical or overseeing office. */
export function portalsToRead(person: Person): number[] {
  const own = portalsPermitted(person, permits, 'boards.read');
  const seesAll = person.grants.some(({ role }) => role === 'technicalAdmin' || role === 'overseer');
  return seesAll ? [...new Set([...own, ...person.portalIds])] : own;
}

/** The boards of every portal the person reads, or of those named, each held against the regulation. */
export async function listPortalBoards(
  ports: Ports,
  person: Person,
  only?: readonly number[],
): Promise<PortalBoards[]> {
  const readable = new Set(portalsToRead(person));
  const portals = (await localityPortals(ports, person.localityId)).filter(
    ({ id }) => readable.has(id) && (!only || only.includes(id)),
  );
  if (portals.length === 0) return [];
  const todayOn = civilDateOf(ports.now());
  const profile = await profileInForce(ports, person.localityId, todayOn);
  return reading(ports, person, (tx) => readPortalBoards(tx, portals, profile, todayOn));
}

async function readPortalBoards(
  tx: Queryable,
  portals: readonly PortalRow[],
  profile: Profile,
  todayOn: string,
): Promise<PortalBoards[]> {
  const ids = portals.map(({ id }) => id);
  const rows = Map.groupBy(await store.listBoards(tx, ids), (row) => row.portal_id);
  const boardIds = [...rows.values()].flat().map(({ id }) => id);
  const members = Map.groupBy(await store.listMembers(tx, boardIds, todayOn), (one) => one.board_id);
  const showings = new Map((await store.listShowings(tx, ids)).map((one) => [one.board_id, one]));
  const approvers = Map.groupBy(await store.listApprovers(tx, ids, todayOn), (one) => one.portal_id);
  return portals.map((portal) => {
    const boards = (rows.get(portal.id) ?? []).map((row) =>
      viewOf(row, members.get(row.id) ?? [], showings.get(row.id), {
        profile,
        isMain: portal.is_main,
        todayOn,
      }),
    );
    const findings = findingsOf({
      rules: boardRules(profile, portal.is_main, todayOn).filter((rule) => 'members' in rule),
      boards: boards.map(standingOf),
      approvers: (approvers.get(portal.id) ?? []).map((one) => ({
        personId: one.person_id,
        fullName: one.full_name,
      })),
      todayOn,
    });
    return { portal, boards, findings };
  });
}

function viewOf(
  row: store.BoardRow,
  members: store.MemberRow[],
  showing: store.ShowingRow | undefined,
  { profile, isMain, todayOn }: { profile: Profile; isMain: boolean; todayOn: string },
): BoardView {
  const next = showingOf(row, members, ruleOf(profile, row.code, isMain, todayOn));
  const shown = showing && (tellsTheSame(showing.content, next) ? 'current' : 'old');
  return { row, members, showing, next, shown };
}

function standingOf({ row, members, shown }: BoardView): StandingBoard {
  return {
    ...{ id: row.id, code: row.code, shown },
    hasDecision: row.issuer !== null && row.has_file,
    seats: members
      .filter(({ left_on }) => left_on === null)
      .map((one) => ({
        ...{ id: one.id, place: one.place, fullName: one.full_name, office: one.office },
        ...{ personId: one.person_id, toOn: one.to_on, roles: one.roles, isClosed: one.is_closed },
      })),
  };
}

/** Whoever heads the board that answers for what the portal publishes. */
export function chairOf(boards: readonly BoardView[]): store.MemberRow | undefined {
  return boards
    .filter(({ row }) => answersFor(row.code))
    .flatMap(({ members }) => members)
    .find(({ place, left_on }) => place === 'chair' && left_on === null);
}
