import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** Content-addressed store on disk: the address is the SHA-256 of the bytes, so a file is written once and never changed. */
export interface FileStore {
  /** Writes and syncs before it returns, so that a row that names the hash never points to nothing. */
  put(bytes: Uint8Array): Promise<{ hash: string; sizeBytes: number }>;
  /** A stream of the file, or undefined when there is none. */
  open(hash: string): Promise<{ stream: () => ReadStream; sizeBytes: number; path: string } | undefined>;
  /** Destroys the bytes. Only when no row names the hash any more; a file that is not there is no error. */
  remove(hash: string): Promise<void>;
}

const HASH = /^[0-9a-f]{64}$/;

export function createFileStore(folder: string): FileStore {
  const placeOf = (hash: string) => path.join(folder, hash.slice(0, 2), hash.slice(2, 4), hash);
  return {
    async put(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      const place = placeOf(hash);
      const existing = await stat(place).catch(() => undefined);
      if (existing?.size === bytes.length) return { hash, sizeBytes: bytes.length };
      await mkdir(path.dirname(place), { recursive: true });
      const temporary = `${place}.${randomUUID()}.part`;
      const handle = await open(temporary, 'wx');
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(temporary, place).catch(async (error) => {
        await rm(temporary, { force: true });
        throw error;
      });
      return { hash, sizeBytes: bytes.length };
    },
    async open(hash) {
      if (!HASH.test(hash)) return undefined;
      const place = placeOf(hash);
      const found = await stat(place).catch(() => undefined);
      return found?.isFile()
        ? { stream: () => createReadStream(place), sizeBytes: found.size, path: place }
        : undefined;
    },
    async remove(hash) {
      if (HASH.test(hash)) await rm(placeOf(hash), { force: true });
    },
  };
}
