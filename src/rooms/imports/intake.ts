import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { NOT_PERMITTED, scopeOf } from '../../platform/command/index.ts';
import { DatabaseAway } from '../../platform/db/index.ts';
import {
  DEFAULT_LIMITS,
  type Extracted,
  type ExtractLimits,
  extractFile,
  type Outside,
} from '../../platform/extract/index.ts';
import type { Ports } from '../../platform/ports.ts';
import { type Actor, isPermitted } from '../../rules/access/index.ts';
import type { Words } from '../../rules/lang.ts';
import { type ContentKind, listStartEvents } from '../../rules/profile/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { detectKind, FILE_TYPES, keptName } from '../media/index.ts';
import { findPortal, listRegulationPeriods } from '../portals/index.ts';
import type { Facts } from '../publishing/index.ts';
import { DUPLICATE, refuseSameFile, refuseSameNumber, takeInDocument } from './commands.ts';
import { FOLDER_LIMITS, listFolder } from './folder.ts';
import { permits } from './permits.ts';
import { draftOf, keptText } from './rules.ts';
import { findSection } from './store.ts';
import { OUTCOME_WORDS } from './words.ts';

/** Where files are taken in, and how. */
export interface ImportTarget {
  portalId: number;
  sectionId: number;
  /** Starts the clock of law at the day of issue where the regulation counts from it; true when left out. */
  startClocks?: boolean;
  /** Instant after which no further file is begun. */
  until?: Date;
  limits?: Partial<ExtractLimits>;
  /** Lets programs of the machine read old Word files and scans; only where somebody waits at a shell. */
  outside?: Outside;
  /** Called after each file. */
  onProgress?(done: number, total: number, outcome: Outcome): void;
}

/** A file as it was given: on disk, or uploaded. */
export type Source = { name: string } & ({ path: string } | { bytes: Uint8Array });

/** What became of one file. */
export type Outcome =
  | {
      file: string;
      outcome: 'taken';
      itemId: number;
      editionId: number;
      title: string;
      facts: Facts;
      notes: Words[];
    }
  | { file: string; outcome: 'duplicate' | 'refused' | 'failed'; code: string; words: Words };

export interface ImportReport {
  outcomes: Outcome[];
  taken: number;
  duplicates: number;
  /** Refused and failed. */
  notTaken: number;
}

interface Prepared {
  ports: Ports;
  actor: Actor;
  target: ImportTarget;
  countsFromIssue: (issuedOn: string) => boolean;
}

/**
 * Takes the files of a folder in as drafts, one after the other; see the README for bounds and duplicates. What cannot be
 * read is told and passed over. @throws Refusal when the actor may not write there, or the folder or section is missing.
 */
export async function importFolder(
  ports: Ports,
  actor: Actor,
  target: ImportTarget & { folder: string },
): Promise<ImportReport> {
  const prepared = await prepare(ports, actor, target);
  const { files, passedOver } = await listFolder(target.folder, FOLDER_LIMITS);
  const report = await takeAll(prepared, files);
  const passed: Outcome[] = passedOver.map(({ name, words }) => ({
    file: name,
    outcome: 'refused',
    code: 'passed-over',
    words,
  }));
  return reportOf([...report, ...passed]);
}

/** Takes uploaded files in, by the same path as a folder. */
export async function importFiles(
  ports: Ports,
  actor: Actor,
  target: ImportTarget,
  sources: readonly Source[],
): Promise<ImportReport> {
  return reportOf(await takeAll(await prepare(ports, actor, target), sources));
}

function reportOf(outcomes: Outcome[]): ImportReport {
  const count = (...kinds: Outcome['outcome'][]) =>
    outcomes.filter(({ outcome }) => kinds.includes(outcome)).length;
  return {
    outcomes,
    taken: count('taken'),
    duplicates: count('duplicate'),
    notTaken: count('refused', 'failed'),
  };
}

/** Checks once what holds for all files: the permit, the section, and from which event its kind is counted. */
async function prepare(ports: Ports, actor: Actor, target: ImportTarget): Promise<Prepared> {
  const { portalId, sectionId, startClocks = true } = target;
  if (!isPermitted(actor, permits, 'publishing.write', portalId)) throw NOT_PERMITTED;
  const countsFromIssue = await countingIn(ports, portalId, sectionId);
  return { ports, actor, target, countsFromIssue: (on) => startClocks && countsFromIssue(on) };
}

/**
 * Whether what is issued on a day and stands in this section has a time limit counted from that day.
 * @throws Refusal `section-missing`
 */
export async function countingIn(
  ports: Ports,
  portalId: number,
  sectionId: number,
): Promise<(issuedOn: string) => boolean> {
  const { portal, section, periods } = await ports.database.publicly(async (db) => {
    const found = await findPortal(db, portalId);
    return {
      portal: found,
      section: await findSection(db, portalId, sectionId),
      periods: found ? await listRegulationPeriods(db, found.locality_id) : [],
    };
  });
  if (!portal || !section) throw new Refusal('section-missing', OUTCOME_WORDS.sectionMissing, 'section');
  const asked = {
    profiles: ports.profiles,
    timeline: periods.map((period) => ({ profileCode: period.profile_code, validFrom: period.valid_from })),
    contentKind: section.content_kind as ContentKind,
    bodyRole: portal.is_main ? ('main' as const) : ('member' as const),
  };
  return (on) => listStartEvents({ ...asked, on }).includes('issued');
}

async function takeAll(prepared: Prepared, sources: readonly Source[]): Promise<Outcome[]> {
  const { ports, target } = prepared;
  const outcomes: Outcome[] = [];
  for (const source of sources) {
    const isLate = target.until !== undefined && Date.now() > target.until.getTime();
    const outcome = isLate ? late(source) : await takeOne(prepared, source);
    outcomes.push(outcome);
    target.onProgress?.(outcomes.length, sources.length, outcome);
    if (outcome.outcome === 'failed' && outcome.code === 'away') {
      ports.log.warn(
        { done: outcomes.length, of: sources.length },
        'an import stopped: the database is away',
      );
      break;
    }
  }
  return outcomes;
}

function late({ name }: Source): Outcome {
  return { file: name, outcome: 'refused', code: 'out-of-time', words: OUTCOME_WORDS.outOfTime };
}

/** One file from bytes to draft; whatever happens to it is an outcome. */
async function takeOne(prepared: Prepared, source: Source): Promise<Outcome> {
  const { name: file } = source;
  try {
    return await takeIn(prepared, source);
  } catch (error) {
    if (error instanceof Refusal) {
      const outcome = error.code === DUPLICATE ? 'duplicate' : 'refused';
      return { file, outcome, code: error.code, words: error.words };
    }
    if (error instanceof DatabaseAway)
      return { file, outcome: 'failed', code: 'away', words: OUTCOME_WORDS.away };
    prepared.ports.log.error({ err: error }, 'a file could not be taken in');
    return { file, outcome: 'failed', code: 'failed', words: OUTCOME_WORDS.failed };
  }
}

async function takeIn(prepared: Prepared, source: Source): Promise<Outcome> {
  const { ports, actor, target, countsFromIssue } = prepared;
  const { portalId, sectionId } = target;
  const bytes = await bytesOf(source, target.limits);
  if (bytes) {
    const hash = fileId(bytes);
    await ports.database.transaction(scopeOf(actor), (tx) => refuseSameFile(tx, portalId, hash));
  }
  const extracted = await extractFile({
    ...(bytes ? { bytes } : 'path' in source ? { path: source.path } : { bytes: source.bytes }),
    fileName: source.name,
    ...(target.limits && { limits: target.limits }),
    ...(target.outside && { outside: target.outside }),
  });
  if (!extracted.ok || !bytes) {
    const { code, vi, en } = extracted as Extract<typeof extracted, { ok: false }>;
    throw new Refusal(code, { vi, en }, 'files');
  }
  const { content, notes } = draftOf(extracted, source.name, countsFromIssue);
  // what is kept of an old Word file is another file: by this it is known again
  if (extracted.converted) content.facts.sourceId = fileId(bytes);
  const number = content.facts.number;
  await ports.database.transaction(scopeOf(actor), (tx) => refuseSameNumber(tx, portalId, number));
  const original = extracted.converted ?? bytes;
  const kept = keptAs(extracted, source.name, original);
  // the file before the row that names it
  const stored = await ports.files.put(original);
  const taken = await ports.perform(actor, takeInDocument, {
    portalId,
    sectionId,
    language: 'vi',
    file: { ...stored, ...kept, width: null, height: null },
    content,
  });
  const { itemId, editionId } = taken;
  return {
    file: source.name,
    outcome: 'taken',
    itemId,
    editionId,
    title: content.title,
    facts: content.facts,
    notes,
  };
}

function fileId(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The bytes when there are any and not too many; otherwise the reader of files refuses by size alone. */
async function bytesOf(source: Source, limits?: Partial<ExtractLimits>): Promise<Uint8Array | undefined> {
  const most = limits?.inputBytes ?? DEFAULT_LIMITS.inputBytes;
  if ('bytes' in source)
    return source.bytes.length > 0 && source.bytes.length <= most ? source.bytes : undefined;
  const { size } = await stat(source.path);
  return size > 0 && size <= most ? readFile(source.path) : undefined;
}

/** Name and type of the original in the library. @throws Refusal when the library does not take it (macros). */
export function keptAs(
  extracted: Extracted,
  fileName: string,
  bytes: Uint8Array,
): { name: string; type: string } {
  const { format, encoding = 'utf-8' } = extracted;
  if (format === 'html' || format === 'txt') return keptText(fileName, format, encoding);
  const kind = detectKind(bytes, `tep.${format}`) ?? format;
  return { name: keptName(fileName, kind), type: FILE_TYPES[kind] };
}
