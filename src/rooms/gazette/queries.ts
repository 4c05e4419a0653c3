import { scopeOf } from '../../platform/command/index.ts';
import type { Queryable, Transaction } from '../../platform/db/index.ts';
import type { StaffContext } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import { type Person, portalsPermitted } from '../../rules/access/index.ts';
import { type IssueContent, parseStatement } from '../../rules/gazette/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { type ClockView, clocksOfMany } from '../duties/index.ts';
import { listPortals, type PortalRow } from '../portals/index.ts';
import { type CorrectionPlace, type EntryRow, listCorrectionsOf, listEntries } from './entry-store.ts';
import {
  findContent,
  findIssue,
  findIssued,
  findOpenIssue,
  type IssueRow,
  listIssued,
  listYears,
} from './issue-store.ts';
import { findKeyBy, type KeyRow } from './key-store.ts';
import { permits } from './permits.ts';
import { listSendings, listUnsent, listWaiting, type SendingRow } from './sending-store.ts';

/** Rows of a list on the desk. */
const MOST_ROWS = 200;

export interface GazetteList {
  years: readonly number[];
  year: number;
  issues: readonly (IssueRow & { entries: number })[];
}

/** The issues of a year; the newest with any when none is asked for. */
export async function findGazetteList(
  db: Queryable,
  localityId: number,
  asked: { year: number | undefined; thisYear: number },
): Promise<GazetteList> {
  const years = await listYears(db, localityId);
  const year = asked.year ?? years[0] ?? asked.thisYear;
  return { years, year, issues: await listIssued(db, localityId, year) };
}

export interface IssueView {
  row: IssueRow;
  content: IssueContent;
  key: KeyRow | undefined;
  corrections: readonly CorrectionPlace[];
}

/** An issue that is out, as it was signed. */
export async function findIssueView(
  db: Queryable,
  localityId: number,
  of: { year: number; number: number },
): Promise<IssueView | undefined> {
  const row = await findIssued(db, localityId, of);
  const text = row && (await findContent(db, row.id));
  if (!row || text === undefined) return undefined;
  const fingerprint = parseStatement(row.statement ?? '')?.key;
  return {
    row,
    content: JSON.parse(text) as IssueContent,
    key: fingerprint === undefined ? undefined : await findKeyBy(db, fingerprint),
    corrections: await listCorrectionsOf(db, row.id),
  };
}

/** A document that is to be sent, with its clock. */
export interface OwedSending {
  row: SendingRow;
  clock: ClockView | undefined;
}

/** What these portals have still to send, in the words of a language. */
export async function owedSendings(
  tx: Transaction,
  portalIds: readonly number[],
  asked: { localityId: number; lang: Lang; now: Date },
): Promise<OwedSending[]> {
  const rows = await listUnsent(tx, portalIds, MOST_ROWS);
  const ids = rows.map(({ id }) => id);
  const clocks = await clocksOfMany(tx, { kind: 'gazetteSending', ids }, asked);
  return rows.map((row) => ({ row, clock: clocks.get(row.id) }));
}

export interface GazetteBoard {
  owed: readonly OwedSending[];
  portals: readonly PortalRow[];
  /** The main portal, when the person has a part in it: the gazette is made there. */
  main: PortalRow | undefined;
  open: IssueRow | undefined;
  waiting: readonly SendingRow[];
  issued: readonly (IssueRow & { entries: number })[];
}

/** The gazette as the person has a part in it. */
export async function findBoard(ports: Ports, { person, lang, now }: StaffContext): Promise<GazetteBoard> {
  const { localityId } = person;
  const mine = portalsPermitted(person, permits, 'gazette.read');
  return ports.database.transaction(scopeOf(person), async (tx) => {
    const portals = (await listPortals(tx, localityId)).filter(({ id }) => mine.includes(id));
    const main = portals.find((one) => one.is_main);
    const [year] = await listYears(tx, localityId);
    return {
      ...{ portals, main, owed: await owedSendings(tx, mine, { localityId, lang, now }) },
      open: main && (await findOpenIssue(tx, main.id)),
      waiting: main ? await listWaiting(tx, localityId, MOST_ROWS) : [],
      issued: year === undefined ? [] : await listIssued(tx, localityId, year),
    };
  });
}

/** An issue on the desk of those who make it. */
export interface DeskIssue {
  main: PortalRow;
  /** Undefined while a new one is begun. */
  issue: IssueRow | undefined;
  entries: readonly EntryRow[];
  /** What can be chosen: what it holds, and what waits. */
  choices: readonly SendingRow[];
  /** Issues that can be corrected, newest first. */
  issued: readonly IssueRow[];
}

/** @param issueId undefined for a new one. @returns undefined when the person has no part in it */
export async function findDeskIssue(
  ports: Ports,
  person: Person,
  issueId: number | undefined,
): Promise<DeskIssue | undefined> {
  const { localityId } = person;
  const mine = portalsPermitted(person, permits, 'gazette.read');
  return ports.database.transaction(scopeOf(person), async (tx) => {
    const main = (await listPortals(tx, localityId)).find((one) => one.is_main);
    const issue = issueId === undefined ? undefined : await findIssue(tx, issueId);
    if (!main || !mine.includes(main.id) || (issueId !== undefined && issue?.portal_id !== main.id))
      return undefined;
    const entries = issue ? await listEntries(tx, issue.id) : [];
    const held = await listSendings(
      tx,
      entries.flatMap(({ sending_id }) => sending_id ?? []),
    );
    const choices = [...held, ...(await listWaiting(tx, localityId, MOST_ROWS))];
    const issued: IssueRow[] = [];
    for (const year of await listYears(tx, localityId))
      if (issued.length < MOST_ROWS) issued.push(...(await listIssued(tx, localityId, year)));
    return { main, issue, entries, choices, issued };
  });
}
