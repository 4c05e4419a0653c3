import type { Transaction } from '../../platform/db/index.ts';
import type { Ports } from '../../platform/ports.ts';
import { isPermitted, type Person, portalsPermitted, type Role } from '../../rules/access/index.ts';
import { civilDateOf } from '../../rules/calendar/index.ts';
import type { Lang } from '../../rules/lang.ts';
import { type InquiryRules, inquiryRules, nationalOn } from '../../rules/profile/index.ts';
import { type Clock, type ClockView, calendarOf, clockView, listLiveClocks } from '../duties/index.ts';
import { localityPortals, type PortalRow, profileInForce } from '../portals/index.ts';
import {
  type BoardFilter,
  type BoardRow,
  countBoard,
  findFileOf,
  listBoard,
  listOfficers,
  listSameKind,
  namesOfPeople,
  type OfficerRow,
} from './board-store.ts';
import { type NextStep, nextStepOf } from './desk-rules.ts';
import { type KeptByLaw, keptByLaw } from './forgetting.ts';
import { permits } from './permits.ts';
import { type Casefile, findCasefile, handledPortals, reading, roleIn } from './queries.ts';
import { type Content, openFile, openJson, openText } from './sealed.ts';
import { findInquiry, type InquiryRow } from './store.ts';

/** One line of a list of inquiries. */
export interface BoardLine {
  row: BoardRow;
  title: string | undefined;
  clock: ClockView | undefined;
  /** What waits for this very person. */
  next: NextStep | undefined;
  officer: string | undefined;
}

export interface BoardPage {
  lines: BoardLine[];
  more: boolean;
  counts: { open: number; passed: number };
}

/** Kinds of clocks something is owed by, each binding over those before it; the first word only until it was given. */
const BINDING: readonly string[] = ['inquiry', 'inquiryPromise', 'inquiryNotice'];

const binds = ({ subject, state }: Clock) =>
  subject.kind !== 'inquiryNotice' || state === 'running' || state === 'undated';

/** The clock that binds of each inquiry, with one query; what other bodies have is looked for on their boards. */
export async function bindingClocks(
  tx: Transaction,
  rows: readonly Pick<InquiryRow, 'id' | 'portal_id'>[],
  own: readonly number[],
): Promise<Map<number, Clock>> {
  const foreign = new Set(rows.map(({ portal_id }) => portal_id).filter((id) => !own.includes(id)));
  for (const portalId of foreign) await tx.alsoSee(portalId);
  const clocks = await listLiveClocks(
    tx,
    BINDING,
    rows.map(({ id }) => id),
  );
  const found = new Map<number, Clock>();
  const rank = ({ subject }: Clock) => BINDING.indexOf(subject.kind);
  for (const clock of clocks.filter(binds)) {
    const known = found.get(clock.subject.id);
    if (!known || rank(clock) > rank(known)) found.set(clock.subject.id, clock);
  }
  return found;
}

/** Rows with their words, clocks and next steps; three queries however many there are. */
export async function linesOf(
  { seal, now }: Ports,
  tx: Transaction,
  person: Person,
  rows: readonly BoardRow[],
  lang: Lang,
): Promise<BoardLine[]> {
  if (rows.length === 0) return [];
  const clocks = await bindingClocks(tx, rows, person.portalIds);
  const calendar = await calendarOf(tx, person.localityId);
  const names = await namesOfPeople(
    tx,
    rows.map((row) => row.officer_id),
  );
  return rows.map((row) => {
    const clock = clocks.get(row.id);
    return {
      row,
      title: openJson<Content>(seal, row.code_digest, 'content', row.content)?.title,
      clock: clock && clockView(clock, lang, now(), calendar),
      next: nextStepOf(row, person),
      officer: row.officer_id === null ? undefined : names.get(row.officer_id),
    };
  });
}

/** A page of the officer's board. */
export function findBoard(
  ports: Ports,
  person: Person,
  filter: Omit<BoardFilter, 'localityId' | 'mine'>,
  lang: Lang,
): Promise<BoardPage> {
  const mine = handledPortals(person);
  return reading(ports, person, async (tx) => {
    const counts = await countBoard(tx, mine);
    const rows = await listBoard(tx, {
      ...filter,
      ...{ mine, localityId: person.localityId, limit: filter.limit + 1 },
    });
    const lines = await linesOf(ports, tx, person, rows.slice(0, filter.limit), lang);
    return { lines, more: rows.length > filter.limit, counts };
  });
}

/** A case with everything its page shows. */
export interface CaseView {
  casefile: Casefile;
  /** Open portals of the locality, the main one first. */
  portals: readonly PortalRow[];
  rules: InquiryRules;
  /** Who may be put in charge. */
  officers: OfficerRow[];
  /** What it may be joined to. */
  sameKind: { id: number; title: string | undefined }[];
  /** A text has it kept until a day to come, however much somebody wants it gone. */
  kept: KeptByLaw | undefined;
  /** People of the history whom this person may know by name. */
  names: ReadonlyMap<number, string>;
}

const MOST_TO_JOIN = 100;
/** Roles that may answer. */
export const ANSWERING: readonly Role[] = permits['inquiries.answer'];

export async function findCase(
  ports: Ports,
  person: Person,
  inquiryId: number,
  lang: Lang,
): Promise<CaseView | undefined> {
  const casefile = await findCasefile(ports, person, inquiryId, lang);
  if (!casefile) return undefined;
  const { row, moves, events, answer } = casefile;
  const on = civilDateOf(ports.now());
  const profile = await profileInForce(ports, row.locality_id, on);
  const roles = row.confidential ? permits['inquiries.readConfidential'] : ANSWERING;
  const found = await reading(ports, person, async (tx) => ({
    officers: moves.includes('assign') ? await listOfficers(tx, { portalId: row.portal_id, roles, on }) : [],
    same: moves.includes('merge') ? await listSameKind(tx, row, MOST_TO_JOIN) : [],
    kept: row.closed_at === null ? undefined : await keptByLaw(tx, row, on, ports.profiles),
    names: await namesOfPeople(tx, [
      row.officer_id,
      ...events.map((event) => event.person_id),
      ...(answer ? [...answer.writers, answer.checked_by, answer.signed_by] : []),
    ]),
  }));
  return {
    casefile,
    portals: await localityPortals(ports, row.locality_id),
    rules: inquiryRules(profile, nationalOn(ports.profiles, profile, on), on),
    officers: found.officers,
    sameKind: found.same.map((one) => ({
      id: one.id,
      title: openJson<Content>(ports.seal, one.code_digest, 'content', one.content)?.title,
    })),
    kept: found.kept,
    names: found.names,
  };
}

export interface HandedFile {
  name: string;
  type: string;
  bytes: Buffer;
}

/** A file of an inquiry, opened for somebody who may read the inquiry; undefined for everyone else. */
export async function findHandedFile(
  ports: Ports,
  person: Person,
  inquiryId: number,
  fileId: number,
): Promise<HandedFile | undefined> {
  const found = await reading(ports, person, async (tx) => {
    const row = await findInquiry(tx, inquiryId);
    if (!row || !roleIn(row, person)) return undefined;
    const file = await findFileOf(tx, inquiryId, fileId);
    const name = openText(ports.seal, row.code_digest, 'fileName', file?.name ?? null);
    return file?.hash && name !== undefined
      ? { name, type: file.type, hash: file.hash, digest: row.code_digest }
      : undefined;
  });
  const stored = found && (await ports.files.open(found.hash));
  if (!found || !stored) return undefined;
  const chunks: Buffer[] = [];
  for await (const chunk of stored.stream()) chunks.push(chunk as Buffer);
  const { name, type, digest } = found;
  return { name, type, bytes: openFile(ports.seal, digest, Buffer.concat(chunks)) };
}

/** Portals for which the person may answer. */
export function answeringPortals(person: Person): number[] {
  return portalsPermitted(person, permits, 'inquiries.answer');
}

/** Whether the person may change how long things are kept in his locality: on its main portal. */
export function mayChangeKeeping(person: Person, main: PortalRow | undefined): boolean {
  return main !== undefined && isPermitted(person, permits, 'inquiries.changeKeeping', main.id);
}
