import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What is being sent, as whoever sends it announced it. */
export interface Announced {
  /** Who may go on with it. */
  personId: number;
  portalId: number;
  folderId: number | null;
  name: string;
  sizeBytes: number;
}

/** How it ended; kept for a while, so that a lost answer can be asked for again. */
export type Settled = { mediaId: number } | { code: string; words: { vi: string; en: string } };

export interface Spooled extends Announced {
  id: string;
  /** Bytes that are here and safe. */
  receivedBytes: number;
  settled: Settled | undefined;
}

/** Files on their way in, piece by piece; none of them is in any library yet. */
export interface Spool {
  /** Begins, or finds what was begun under this id by the same person. */
  begin(id: string, announced: Announced): Promise<Spooled>;
  find(id: string): Promise<Spooled | undefined>;
  /** Adds a piece at its place and syncs it. @returns bytes here now; undefined when the place is another */
  append(id: string, offset: number, bytes: Uint8Array): Promise<number | undefined>;
  /** Where the bytes lie. */
  placeOf(id: string): string;
  /** One after the other for each id. */
  alone<T>(id: string, work: () => Promise<T>): Promise<T>;
  /** Notes how it ended and lets the bytes go. */
  settle(id: string, settled: Settled): Promise<void>;
  remove(id: string): Promise<void>;
  /** Removes what nobody has touched since. @returns how many */
  sweep(before: Date): Promise<number>;
  freeBytes(): Promise<number>;
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isSpoolId(text: string): boolean {
  return ID.test(text);
}

/** A folder of this machine: for each id the announcement and the bytes beside it. */
export function createSpool(folder: string): Spool {
  const factsOf = (id: string) => path.join(folder, `${id}.json`);
  const placeOf = (id: string) => path.join(folder, `${id}.bytes`);

  const find: Spool['find'] = async (id) => {
    if (!ID.test(id)) return undefined;
    try {
      const facts = JSON.parse(await readFile(factsOf(id), 'utf8')) as Announced & { settled?: Settled };
      const bytes = await stat(placeOf(id)).catch(() => undefined);
      return { ...facts, id, settled: facts.settled, receivedBytes: bytes?.size ?? 0 };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  };
  const write = async (id: string, facts: object) => {
    const temporary = path.join(folder, `${id}.${randomUUID()}.part`);
    await writeFile(temporary, JSON.stringify(facts), { mode: 0o600, flush: true });
    await rename(temporary, factsOf(id));
  };
  return {
    find,
    placeOf,
    async begin(id, announced) {
      if (!ID.test(id)) throw new Error('An upload has a UUID for its id.');
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const known = await find(id);
      if (known) return known;
      await writeFile(placeOf(id), '', { mode: 0o600 });
      await write(id, announced);
      return { ...announced, id, receivedBytes: 0, settled: undefined };
    },
    async append(id, offset, bytes) {
      const handle = await open(placeOf(id), 'r+');
      try {
        const { size } = await handle.stat();
        if (size !== offset) return undefined;
        await handle.write(bytes, 0, bytes.length, offset);
        await handle.datasync();
        return size + bytes.length;
      } finally {
        await handle.close();
      }
    },
    alone: createLanes(),
    async settle(id, settled) {
      const known = await find(id);
      if (!known) return;
      const { id: _id, receivedBytes: _received, settled: _before, ...announced } = known;
      await write(id, { ...announced, settled });
      await rm(placeOf(id), { force: true });
    },
    async remove(id) {
      if (!ID.test(id)) return;
      await rm(factsOf(id), { force: true });
      await rm(placeOf(id), { force: true });
    },
    async sweep(before) {
      const names = await readdir(folder).catch(() => []);
      let removed = 0;
      for (const name of names) {
        const touched = await lastTouched(folder, name);
        if (touched === undefined || touched >= before.getTime()) continue;
        await rm(path.join(folder, name), { force: true });
        if (name.endsWith('.json')) removed++;
      }
      return removed;
    },
    async freeBytes() {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    },
  };
}

/** Work on one id follows work on the same id; different ids do not wait for each other. */
function createLanes(): Spool['alone'] {
  const atWork = new Map<string, Promise<unknown>>();
  return async (id, work) => {
    const mine = (atWork.get(id) ?? Promise.resolve()).then(work);
    const quiet = mine.catch(() => undefined);
    atWork.set(id, quiet);
    try {
      return await mine;
    } finally {
      if (atWork.get(id) === quiet) atWork.delete(id);
    }
  };
}

/** Of the announcement or of its bytes, whichever was touched last. */
async function lastTouched(folder: string, name: string): Promise<number | undefined> {
  const stem = name.split('.')[0] ?? '';
  const times = await Promise.all(
    [name, `${stem}.bytes`, `${stem}.json`].map((one) => stat(path.join(folder, one)).catch(() => undefined)),
  );
  const [own] = times;
  return own && Math.max(...times.map((one) => one?.mtimeMs ?? 0));
}
