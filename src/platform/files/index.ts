/** Where files lie: on a disk of this machine or in a store that speaks S3, and those on their way in. */
import path from 'node:path';
import { createDiskStore } from './disk.ts';
import { createS3Store, type S3Place } from './s3.ts';
import type { FileStore } from './types.ts';

export { createDiskStore, hashOfFile } from './disk.ts';
export { createS3Store, type S3Place } from './s3.ts';
export { createSpool, isSpoolId, type Settled, type Spool, type Spooled } from './spool.ts';
export { type ByteRange, type FileStore, FilesAway, HASH, type StoredFile } from './types.ts';

/** The store on disk, in this folder. */
export function createFileStore(folder: string): FileStore {
  return createDiskStore(folder);
}

/** The store of an installation: the bucket where one is set, else the folder in its data. */
export function openFileStore(dataDir: string, bucket: S3Place | undefined): FileStore {
  return bucket ? createS3Store(bucket) : createDiskStore(path.join(dataDir, 'files'));
}

/** Everything of a stored file; for files whose length is bounded. */
export async function readStored(stored: { stream(): AsyncIterable<unknown> }): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stored.stream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
