import { setImmediate as turn } from 'node:timers/promises';
import { NOT_PERMITTED, scopeOf } from '../../platform/command/index.ts';
import { DatabaseAway } from '../../platform/db/index.ts';
import type { Ports } from '../../platform/ports.ts';
import { type Actor, isPermitted } from '../../rules/access/index.ts';
import type { Words } from '../../rules/lang.ts';
import { Refusal } from '../../rules/refusal.ts';
import {
  type PreparedDocument,
  prepareDocument,
  publishLines,
  type TakenLine,
  takeInLines,
} from './bulk-commands.ts';
import { isLongTitle, keysOf, readLine } from './line-rules.ts';
import { LINE_WORDS } from './line-words.ts';
import { permits } from './permits.ts';
import { findSection, listKnownDocuments } from './store.ts';
import { DRAFT_WORDS, OUTCOME_WORDS } from './words.ts';

/** A line of the file, counted from 1: its text, or why it could not be read as one. */
export type BulkLine = { line: number } & ({ text: string } | { refused: Words });

export interface BulkTarget {
  portalId: number;
  sectionId: number;
  /** Publishes by this decision of the board, the actor being the person who approves; drafts without it. */
  decision?: string;
  /** Called after each batch. */
  onProgress?(soFar: BulkReport): void;
}

/** A line that was not taken in, or was taken in with something to look at. */
export interface LineNote {
  line: number;
  /** The `id` of the line, where it could be read. */
  id?: string;
  outcome: 'taken' | 'duplicate' | 'refused' | 'failed';
  code: string;
  words: Words;
}

export interface BulkReport {
  lines: number;
  taken: number;
  published: number;
  duplicates: number;
  refused: number;
  /** Lines on which the machine failed. */
  failed: number;
  /** The first {@link MOST_NOTES}; the counts above are of all. */
  notes: LineNote[];
  /** The database went away; what follows was not read. */
  stopped: boolean;
}

/** Documents and characters of one transaction: enough to share its cost, few enough to be done again in parts. */
const BATCH = { documents: 200, characters: 2_000_000 };
export const MOST_NOTES = 1_000;

/** A line as it was read: its document ready to be written, or why it cannot be. */
type Read = { line: number } & (PreparedDocument | { refusal: Refusal });
type Pending = Extract<Read, PreparedDocument>;

interface Run {
  ports: Ports;
  actor: Actor;
  target: BulkTarget;
  report: BulkReport;
  known: Set<string>;
  knownUpTo: number;
}

/**
 * Takes a holding in, one document a line; a line that cannot be taken is told and passed over. Running it again takes
 * nothing in twice. While the database writes one batch, the next is read. @throws Refusal when the actor may not, the section is missing, or the decision says nothing
 */
export async function importLines(
  ports: Ports,
  actor: Actor,
  target: BulkTarget,
  lines: AsyncIterable<BulkLine>,
): Promise<BulkReport> {
  const run = await begin(ports, actor, target);
  let writing = Promise.resolve();
  let batch: Read[] = [];
  let characters = 0;
  const hand = async () => {
    const full = batch;
    [batch, characters] = [[], 0];
    await writing;
    if (!run.report.stopped) writing = takeBatch(run, full);
    // one that fails is heard of at the next wait
    writing.catch(() => {});
  };
  try {
    for await (const line of lines) {
      const read = readOne(line);
      if (!read) continue;
      batch.push(read);
      if ('document' in read) characters += read.document.bodyHtml.length;
      // the answers of the database are heard between two lines
      await turn();
      if (batch.length < BATCH.documents && characters < BATCH.characters) continue;
      await hand();
      if (run.report.stopped) break;
    }
    await hand();
  } finally {
    await writing;
  }
  run.report.notes.sort((a, b) => a.line - b.line);
  return run.report;
}

async function begin(ports: Ports, actor: Actor, target: BulkTarget): Promise<Run> {
  const { portalId, sectionId, decision } = target;
  const isPublishing = decision !== undefined;
  const { permit } = isPublishing ? publishLines : takeInLines;
  if (isPublishing && actor.kind !== 'person') throw NOT_PERMITTED;
  if (!isPermitted(actor, permits, permit, portalId)) throw NOT_PERMITTED;
  return ports.database.transaction(scopeOf(actor), async (tx) => {
    if (!(await findSection(tx, portalId, sectionId)))
      throw new Refusal('section-missing', OUTCOME_WORDS.sectionMissing, 'section');
    const documents = await listKnownDocuments(tx, portalId, 0);
    const report = {
      lines: 0,
      taken: 0,
      published: 0,
      duplicates: 0,
      refused: 0,
      failed: 0,
      notes: [],
      stopped: false,
    };
    return {
      ...{ ports, actor, target, report },
      known: new Set(documents.flatMap(keysOf)),
      knownUpTo: documents.at(-1)?.edition_id ?? 0,
    };
  });
}

function tell({ report }: Run, note: LineNote): void {
  if (report.notes.length < MOST_NOTES) report.notes.push(note);
}

/** Reads and prepares a line; undefined where it is blank. */
function readOne(line: BulkLine): Read | undefined {
  const { line: number } = line;
  if ('refused' in line) return { line: number, refusal: new Refusal('line-unread', line.refused) };
  if (line.text.trim() === '') return undefined;
  try {
    return { line: number, ...prepareDocument(readLine(line.text)) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { line: number, refusal: error };
  }
}

/** Counts a line. @returns whether its document is to be taken: one that was read, and is not there already */
function admit(run: Run, read: Read): read is Pending {
  run.report.lines += 1;
  const { line } = read;
  if ('refusal' in read) {
    run.report.refused += 1;
    const { code, words } = read.refusal;
    tell(run, { line, outcome: 'refused', code, words });
    return false;
  }
  const { document } = read;
  const { id } = document;
  const keys = keysOf(document);
  if (keys.some((key) => run.known.has(key))) {
    noteSame(run, line, id);
    return false;
  }
  for (const key of keys) run.known.add(key);
  if (isLongTitle(document))
    tell(run, { line, id, outcome: 'taken', code: 'title-long', words: DRAFT_WORDS.titleLong });
  return true;
}

function noteSame(run: Run, line: number, id: string): void {
  run.report.duplicates += 1;
  tell(run, { line, id, outcome: 'duplicate', code: 'line-same', words: LINE_WORDS.same });
}

async function takeBatch(run: Run, read: readonly Read[]): Promise<void> {
  await take(
    run,
    read.filter((one) => admit(run, one)),
  );
  run.target.onProgress?.(run.report);
}

/** One transaction for all; when it is refused, one for each half, down to the line that is refused by itself. */
async function take(run: Run, batch: readonly Pending[]): Promise<void> {
  if (batch.length === 0 || run.report.stopped || (await attempt(run, batch))) return;
  const half = Math.ceil(batch.length / 2);
  await take(run, batch.slice(0, half));
  await take(run, batch.slice(half));
}

/** @returns false when several were tried and refused together, so that fewer are to be tried */
async function attempt(run: Run, batch: readonly Pending[]): Promise<boolean> {
  const { ports, actor, target, report, knownUpTo } = run;
  const { portalId, sectionId, decision } = target;
  const input = { portalId, sectionId, knownUpTo, documents: batch };
  try {
    const taken: TakenLine[] =
      decision === undefined
        ? await ports.perform(actor, takeInLines, input)
        : await ports.perform(actor, publishLines, { ...input, decision });
    taken.forEach((one, index) => {
      const { line = 0, document } = batch[index] ?? {};
      if (!one) noteSame(run, line, document?.id ?? '');
      else run.knownUpTo = Math.max(run.knownUpTo, one.editionId);
    });
    const count = taken.filter((one) => one !== undefined).length;
    report.taken += count;
    if (decision !== undefined) report.published += count;
    return true;
  } catch (error) {
    return giveUp(run, batch, error);
  }
}

function giveUp(run: Run, batch: readonly Pending[], error: unknown): boolean {
  const [first] = batch;
  if (error instanceof DatabaseAway) {
    run.report.stopped = true;
    tell(run, { line: first?.line ?? 0, outcome: 'failed', code: 'away', words: OUTCOME_WORDS.away });
    return true;
  }
  if (error instanceof Refusal && error.code === 'decision-short') throw error;
  if (batch.length > 1 || !first) return false;
  for (const key of keysOf(first.document)) run.known.delete(key);
  const isRefusal = error instanceof Refusal;
  if (!isRefusal) run.ports.log.error({ err: error }, 'a line could not be taken in');
  run.report[isRefusal ? 'refused' : 'failed'] += 1;
  tell(run, {
    ...{ line: first.line, id: first.document.id, outcome: isRefusal ? 'refused' : 'failed' },
    code: isRefusal ? error.code : 'failed',
    words: isRefusal ? error.words : LINE_WORDS.failed,
  });
  return true;
}
