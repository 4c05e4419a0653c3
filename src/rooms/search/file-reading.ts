import { DEFAULT_LIMITS, extractFile } from '../../platform/extract/index.ts';
import { readStored } from '../../platform/files/index.ts';
import type { Ports } from '../../platform/ports.ts';
import { keptText } from './file-rules.ts';
import {
  type AttachedFile,
  dropRefusals,
  giveBack,
  listUnread,
  saveReading,
  takeFile,
} from './file-store.ts';

/** A reading that has not ended by then died with its process: longer than the longest scan may take. */
const LOST_AFTER_MS = 4 * 3_600_000;
/** A file that ends its reader so often is let alone. */
const MOST_TRIES = 3;
const FAILED = 'failed';
/** Files looked up at once. */
const BATCH = 50;

const SYSTEM = { as: 'system' } as const;

/** What came of the files that were tried. */
export interface FileCount {
  read: number;
  /** Could not be read; remembered, and not tried again by this reader. */
  refused: number;
}

/**
 * Reads one file of something public and keeps its text, or why there is none. Read once, whoever else wants it; the
 * reading itself is outside every transaction.
 *
 * @returns undefined when it was not to be read: read already, being read, or public no longer
 * @throws what failed in the machine itself; the file is then given back
 */
export async function readFileText(
  ports: Ports,
  file: AttachedFile,
): Promise<'read' | 'refused' | undefined> {
  const { database } = ports;
  const now = ports.now();
  const tries = await database.transaction(SYSTEM, (tx) =>
    takeFile(tx, file, { now, staleBefore: staleBefore(now) }),
  );
  if (tries === undefined) return undefined;
  const keep = (code: string | null, text = '') =>
    database.transaction(SYSTEM, (tx) => saveReading(tx, file, { ...keptText(text), code, at: ports.now() }));
  try {
    const answer = await extract(ports, file);
    if (answer === 'busy') {
      await database.transaction(SYSTEM, (tx) => giveBack(tx, file, { isCounted: false }));
      return undefined;
    }
    await (answer.ok ? keep(null, answer.text) : keep(answer.code));
    return answer.ok ? 'read' : 'refused';
  } catch (error) {
    if (tries >= MOST_TRIES) await keep(FAILED);
    else await database.transaction(SYSTEM, (tx) => giveBack(tx, file, { isCounted: true }));
    throw error;
  }
}

async function extract({ files }: Ports, { hash, name: fileName }: AttachedFile) {
  const stored = await files.open(hash);
  if (!stored) return { ok: false as const, code: 'notFound' };
  // by its length alone, before a byte is read
  if (stored.sizeBytes > DEFAULT_LIMITS.inputBytes) return { ok: false as const, code: 'tooLarge' };
  const answer = await extractFile({ bytes: await readStored(stored), fileName, outside: {} });
  return !answer.ok && answer.code === 'tooBusy' ? 'busy' : answer;
}

const staleBefore = (now: Date) => new Date(now.getTime() - LOST_AFTER_MS);

/** Files that are to be read, of these items or of all. */
export function findUnread(ports: Ports, most: number, itemIds?: readonly number[]): Promise<AttachedFile[]> {
  const stale = staleBefore(ports.now());
  return ports.database.transaction(SYSTEM, (tx) =>
    listUnread(tx, { staleBefore: stale, limit: most, itemIds }),
  );
}

/**
 * Reads what nobody has read yet, one file after the other; one that fails is left for another time.
 *
 * @param most files tried at most
 */
export async function readMissingFiles(
  ports: Ports,
  most = Number.POSITIVE_INFINITY,
  tell: (count: FileCount) => void = () => {},
): Promise<FileCount> {
  const count: FileCount = { read: 0, refused: 0 };
  const tried = new Set<string>();
  for (;;) {
    const found = await findUnread(ports, tried.size + BATCH);
    const files = found.filter(({ localityId, hash }) => !tried.has(`${localityId} ${hash}`));
    if (files.length === 0) return count;
    for (const file of files) {
      if (tried.size >= most) return count;
      tried.add(`${file.localityId} ${file.hash}`);
      try {
        const outcome = await readFileText(ports, file);
        if (outcome) count[outcome] += 1;
      } catch (error) {
        ports.log.warn({ err: error, hash: file.hash }, 'a file could not be read for the search');
      }
      tell(count);
    }
  }
}

/** Tries files again that could not be read, for when a program that reads them has been installed. */
export async function forgetRefusals(ports: Ports): Promise<number> {
  return ports.database.transaction(SYSTEM, dropRefusals);
}
