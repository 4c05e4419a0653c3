import { scopeOf } from '../../platform/command/index.ts';
import type { Queryable, Transaction } from '../../platform/db/index.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Sealer } from '../../platform/seal/index.ts';
import { isPermitted, type Person, portalsPermitted } from '../../rules/access/index.ts';
import type { Lang } from '../../rules/lang.ts';
import {
  type ClockChoices,
  type ClockView,
  calendarOf,
  clockChoices,
  clockView,
  findClock,
} from '../duties/index.ts';
import { agreedSubject, clockSubject, noticeSubject } from './moving.ts';
import { permits } from './permits.ts';
import { allowedMoves, isOpen, MOVES, type Move, type MoveName } from './rules.ts';
import { type AnswerContent, type Asker, type Content, digestOfCode, openJson, openText } from './sealed.ts';
import {
  type AnswerRow,
  type EventRow,
  findAnswer,
  findByCode,
  findInquiry,
  type InquiryRow,
  listChildren,
  listEvents,
  listFiles,
  listJoined,
  listParts,
  type PartRow,
} from './store.ts';

/** Reads as the person: row-level security shows the inquiries he handles and no others. */
export function reading<T>(ports: Ports, person: Person, read: (tx: Transaction) => Promise<T>): Promise<T> {
  return ports.database.transaction(scopeOf(person), read);
}

/** Portals whose inquiries the person handles. */
export function handledPortals(person: Person): number[] {
  return portalsPermitted(person, permits, 'inquiries.read');
}

export interface OpenedEvent extends Omit<EventRow, 'note'> {
  note: string | undefined;
}

export interface OpenedFile {
  id: number;
  name: string;
  type: string;
  sizeBytes: number;
  fromAsker: boolean;
}

/** An inquiry as its officers see it, with everything opened that is not forgotten. */
export interface Casefile {
  row: InquiryRow;
  /** The portal the person acts for on it. */
  actingFor: number;
  /** Whether his body has it, or was asked to contribute, or only had it before. */
  part: 'lead' | 'co' | 'watcher';
  asker: Asker | undefined;
  content: Content | undefined;
  events: OpenedEvent[];
  parts: (Omit<PartRow, 'contribution'> & { contribution: string | undefined })[];
  answer: (Omit<AnswerRow, 'content'> & { content: AnswerContent | undefined }) | undefined;
  files: OpenedFile[];
  children: InquiryRow[];
  merged: InquiryRow[];
  clock: ClockView | undefined;
  /** The clock of the answer, when another day was stated since. */
  firstClock: ClockView | undefined;
  /** The clock of the first word to the asker, where one is owed. */
  noticeClock: ClockView | undefined;
  /** What the rule of the clock that binds still allows, and by which article. */
  choices: ClockChoices | undefined;
  /** Moves that the state, the clock and the person's rights allow. */
  moves: MoveName[];
}

/** Permits of the moves a person makes; those of the asker are not among them. */
export const MOVE_PERMITS: Readonly<Partial<Record<MoveName, keyof typeof permits>>> = {
  accept: 'inquiries.triage',
  reclassify: 'inquiries.triage',
  refuse: 'inquiries.triage',
  forward: 'inquiries.triage',
  giveBack: 'inquiries.triage',
  sendOut: 'inquiries.triage',
  assign: 'inquiries.triage',
  askBodies: 'inquiries.triage',
  merge: 'inquiries.triage',
  split: 'inquiries.triage',
  promise: 'inquiries.triage',
  extend: 'inquiries.triage',
  contribute: 'inquiries.answer',
  askBack: 'inquiries.answer',
  goOn: 'inquiries.answer',
  draft: 'inquiries.answer',
  submit: 'inquiries.answer',
  check: 'inquiries.check',
  sendBack: 'inquiries.check',
  sign: 'inquiries.sign',
};

/** Undefined: there is none, or it is not his; which of the two nobody learns. */
export async function findCasefile(
  ports: Ports,
  person: Person,
  inquiryId: number,
  lang: Lang,
): Promise<Casefile | undefined> {
  return reading(ports, person, async (tx) => {
    const row = await findInquiry(tx, inquiryId);
    const role = row && roleIn(row, person);
    if (!row || !role) return undefined;
    // what was passed on still has its clock on the other body's board
    await tx.alsoSee(row.portal_id);
    const clocks = await clocksOf(ports, tx, row, lang);
    const { seal } = ports;
    const answer = await findAnswer(tx, row.id);
    return {
      row,
      ...role,
      ...opened(seal, row),
      ...clocks,
      events: (await listEvents(tx, row.id)).map((event) => openEvent(seal, row, event)),
      parts: (await listParts(tx, row.id)).map((part) => ({
        ...part,
        contribution: openText(seal, row.code_digest, 'contribution', part.contribution),
      })),
      answer: answer && {
        ...answer,
        content: openJson<AnswerContent>(seal, row.code_digest, 'answer', answer.content),
      },
      files: await openedFiles(tx, seal, row),
      children: await listChildren(tx, row.id),
      merged: await listJoined(tx, row.id),
      moves: movesFor(row, person, role, clocks.choices),
    };
  });
}

/** Whether the person's body has the inquiry, was asked, or only received it; undefined: it is none of his. */
export function roleIn(row: InquiryRow, person: Person): Pick<Casefile, 'actingFor' | 'part'> | undefined {
  const permit = row.confidential ? 'inquiries.readConfidential' : 'inquiries.read';
  const may = (portalId: number) => isPermitted(person, permits, permit, portalId);
  if (may(row.portal_id)) return { actingFor: row.portal_id, part: 'lead' };
  const co = row.co_portal_ids.find(may);
  if (co !== undefined) return { actingFor: co, part: 'co' };
  const before = [row.received_portal_id, row.last_portal_id].find((id) => id !== null && may(id));
  return before ? { actingFor: before, part: 'watcher' } : undefined;
}

function movesFor(
  row: InquiryRow,
  person: Person,
  role: Pick<Casefile, 'actingFor' | 'part'>,
  choices: ClockChoices | undefined,
): MoveName[] {
  return allowedMoves(row.state).filter((move) => {
    const permit = MOVE_PERMITS[move];
    if (!permit || !isPermitted(person, permits, permit, role.actingFor)) return false;
    if (move === 'giveBack' && row.sent_by_portal_id === null) return false;
    if (move === 'promise' && !choices?.promise) return false;
    if (move === 'extend' && !choices?.extension) return false;
    return role.part === 'lead' ? move !== 'contribute' : role.part === 'co' && move === 'contribute';
  });
}

function opened(seal: Sealer, row: InquiryRow): Pick<Casefile, 'asker' | 'content'> {
  return {
    asker: openJson<Asker>(seal, row.code_digest, 'asker', row.asker),
    content: openJson<Content>(seal, row.code_digest, 'content', row.content),
  };
}

function openEvent(seal: Sealer, row: InquiryRow, event: EventRow): OpenedEvent {
  return { ...event, note: openText(seal, row.code_digest, 'note', event.note) };
}

export async function openedFiles(db: Queryable, seal: Sealer, row: InquiryRow): Promise<OpenedFile[]> {
  const files = await listFiles(db, row.id);
  return files.flatMap((file) => {
    const name = openText(seal, row.code_digest, 'fileName', file.name);
    if (name === undefined || file.hash === null) return [];
    return [{ id: file.id, name, type: file.type, sizeBytes: file.size_bytes, fromAsker: file.from_asker }];
  });
}

async function clocksOf(
  { profiles, now }: Ports,
  tx: Transaction,
  row: InquiryRow,
  lang: Lang,
): Promise<Pick<Casefile, 'clock' | 'firstClock' | 'noticeClock' | 'choices'>> {
  const at = now();
  const calendar = await calendarOf(tx, row.locality_id);
  const first = await findClock(tx, clockSubject(row.id));
  const agreed = await findClock(tx, agreedSubject(row.id));
  const notice = await findClock(tx, noticeSubject(row.id));
  const view = (clock: typeof first) => clock && clockView(clock, lang, at, calendar);
  const binding = agreed ?? first;
  return {
    clock: view(binding),
    firstClock: agreed && view(first),
    noticeClock: view(notice),
    choices: binding && clockChoices(binding, calendar, profiles, at),
  };
}

/** What the asker sees with his code: where it stands, by when, what was said to him. */
export interface AskersView {
  row: InquiryRow;
  /** The inquiry his was joined to: its state, its body and its time are his too. */
  joinedTo: InquiryRow | undefined;
  content: Content | undefined;
  /** Steps he may know of; notes only where they were meant for him. */
  events: OpenedEvent[];
  files: OpenedFile[];
  /** The signed answer: his own, or that of the inquiry his was joined to. */
  answer: { content: AnswerContent; row: AnswerRow; by: InquiryRow } | undefined;
  children: AskersView[];
  clock: ClockView | undefined;
  firstClock: ClockView | undefined;
  /** The clock of the first word to the asker, where one is owed. */
  noticeClock: ClockView | undefined;
  /** What he may do now. */
  mayAdd: boolean;
  mayReply: boolean;
  mayWithdraw: boolean;
}

/** By the code alone, in the locality it was sent to; undefined says nothing about whether such a code exists. */
export async function findForAsker(
  ports: Ports,
  localityId: number,
  code: string,
  lang: Lang,
): Promise<AskersView | undefined> {
  return ports.database.transaction({ as: 'system' }, async (tx) => {
    const row = await findByCode(tx, digestOfCode(ports.seal, code));
    if (row?.locality_id !== localityId || row.forgotten_at !== null) return undefined;
    return viewForAsker(ports, tx, row, lang);
  });
}

async function viewForAsker(ports: Ports, tx: Transaction, row: InquiryRow, lang: Lang): Promise<AskersView> {
  const { seal } = ports;
  const children = await listChildren(tx, row.id);
  const views: AskersView[] = [];
  for (const child of children) views.push(await viewForAsker(ports, tx, child, lang));
  const open = isOpen(row.state);
  const joinedTo = row.merged_into_id === null ? undefined : await findInquiry(tx, row.merged_into_id);
  const { clock, firstClock, noticeClock } = await clocksOf(ports, tx, joinedTo ?? row, lang);
  return {
    ...{ row, joinedTo },
    content: opened(seal, row).content,
    events: await eventsForAsker(tx, seal, row, joinedTo),
    files: (await openedFiles(tx, seal, row)).filter((file) => isForAsker(file.fromAsker, row)),
    answer: await signedAnswer(tx, seal, row, joinedTo ?? row),
    children: views,
    clock,
    firstClock,
    noticeClock,
    mayAdd: open && row.state !== 'waitingForAsker',
    mayReply: row.state === 'waitingForAsker',
    mayWithdraw: open,
  };
}

/**
 * His own steps, with the notes that were meant for him, and since it was joined to another those of the other that
 * concern all, with the notes that all may read. How both came to another body stands among his own.
 */
async function eventsForAsker(
  tx: Transaction,
  seal: Sealer,
  row: InquiryRow,
  joinedTo: InquiryRow | undefined,
): Promise<OpenedEvent[]> {
  const told = async (of: InquiryRow, reads: (event: EventRow) => boolean) =>
    (await listEvents(tx, of.id)).map((event) =>
      openEvent(seal, of, event.note_for_asker && reads(event) ? event : { ...event, note: null }),
    );
  const concerns = (move: MoveName) => (MOVES[move] as Move).concernsJoined;
  const own = await told(row, () => true);
  const joined = own.findLast(({ move }) => move === 'merge' || move === 'rejoin');
  if (!joinedTo || !joined) return own;
  const common = (await told(joinedTo, ({ move }) => concerns(move) === 'note')).filter(
    ({ id, move, facts }) => id > joined.id && concerns(move) && facts.toPortalId === undefined,
  );
  return [...own, ...common].sort((a, b) => a.id - b.id);
}

/** His own files at any time; what the body enclosed when it has answered. */
export function isForAsker(fromAsker: boolean, { state }: Pick<InquiryRow, 'state'>): boolean {
  return fromAsker || state === 'answered';
}

/** @param by the inquiry that was answered: his own, or the one his was joined to */
async function signedAnswer(
  tx: Transaction,
  seal: Sealer,
  row: InquiryRow,
  by: InquiryRow,
): Promise<AskersView['answer']> {
  if (by.state !== 'answered') return undefined;
  const answer = await findAnswer(tx, by.id);
  const content = answer && openJson<AnswerContent>(seal, by.code_digest, 'answer', answer.content);
  if (!answer || !content) return undefined;
  // what was said to the other asker alone stays with him
  return { row: answer, by, content: by.id === row.id ? content : { ...content, aside: '' } };
}
