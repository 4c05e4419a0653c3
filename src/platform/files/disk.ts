import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, constants, mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { type FileStore, HASH } from './types.ts';

/** Files in a folder of this machine, below the first four digits of their hash. */
export function createDiskStore(folder: string): FileStore {
  const placeOf = (hash: string) => path.join(folder, hash.slice(0, 2), hash.slice(2, 4), hash);
  const isThere = async (hash: string, sizeBytes: number) =>
    (await stat(placeOf(hash)).catch(() => undefined))?.size === sizeBytes;
  return {
    async put(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      if (await isThere(hash, bytes.length)) return { hash, sizeBytes: bytes.length };
      const place = placeOf(hash);
      await mkdir(path.dirname(place), { recursive: true });
      const temporary = `${place}.${randomUUID()}.part`;
      const handle = await open(temporary, 'wx');
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await moveTo(temporary, place);
      return { hash, sizeBytes: bytes.length };
    },
    async takeFile(file) {
      const { hash, sizeBytes } = await hashOfFile(file);
      if (await isThere(hash, sizeBytes)) {
        await rm(file, { force: true });
        return { hash, sizeBytes };
      }
      const place = placeOf(hash);
      await mkdir(path.dirname(place), { recursive: true });
      await syncFile(file);
      await moveTo(file, place);
      return { hash, sizeBytes };
    },
    async open(hash) {
      if (!HASH.test(hash)) return undefined;
      const place = placeOf(hash);
      const found = await stat(place).catch(() => undefined);
      if (!found?.isFile()) return undefined;
      return {
        sizeBytes: found.size,
        stream: (range) => createReadStream(place, range && { start: range.from, end: range.to }),
      };
    },
    async remove(hash) {
      if (HASH.test(hash)) await rm(placeOf(hash), { force: true });
    },
    async *list() {
      const all = await opendir(folder, { recursive: true }).catch(() => undefined);
      if (!all) return;
      for await (const entry of all) {
        if (!entry.isFile() || !HASH.test(entry.name)) continue;
        const { size } = await stat(path.join(entry.parentPath, entry.name));
        yield { hash: entry.name, sizeBytes: size };
      }
    },
    async check() {
      await mkdir(folder, { recursive: true });
      await access(folder, constants.W_OK | constants.X_OK);
    },
  };
}

/** SHA-256 and length of a file, read piece by piece. */
export async function hashOfFile(file: string): Promise<{ hash: string; sizeBytes: number }> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const chunk of createReadStream(file)) {
    hash.update(chunk as Buffer);
    sizeBytes += (chunk as Buffer).length;
  }
  return { hash: hash.digest('hex'), sizeBytes };
}

async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function moveTo(from: string, to: string): Promise<void> {
  await rename(from, to).catch(async (error) => {
    await rm(from, { force: true });
    throw error;
  });
}
