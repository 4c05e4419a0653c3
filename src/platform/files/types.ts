import type { Readable } from 'node:stream';

/** A stretch of a file, both ends included, as HTTP counts. */
export interface ByteRange {
  from: number;
  to: number;
}

export interface StoredFile {
  sizeBytes: number;
  /** The bytes, or a stretch of them; each call reads anew. */
  stream(range?: ByteRange): Readable;
}

/** Content-addressed store: the address is the SHA-256 of the bytes, so a file is written once and never changed. */
export interface FileStore {
  /** Written and safe before it returns, so that a row that names the hash never points to nothing. */
  put(bytes: Uint8Array): Promise<{ hash: string; sizeBytes: number }>;
  /** The same for a file on this machine, however long; it is gone from its place afterwards. */
  takeFile(path: string): Promise<{ hash: string; sizeBytes: number }>;
  /** The file, or undefined when there is none. @throws FilesAway */
  open(hash: string): Promise<StoredFile | undefined>;
  /** Destroys the bytes. Only when no row names the hash any more; a file that is not there is no error. */
  remove(hash: string): Promise<void>;
  /** Every hash that is kept, for copying and counting. */
  list(): AsyncIterable<{ hash: string; sizeBytes: number }>;
  /** Rejects when the store does not answer or may not be written to. */
  check(): Promise<void>;
}

/** The store does not answer: what is kept there cannot be read or written now. */
export class FilesAway extends Error {
  override readonly name = 'FilesAway';
}

export const HASH = /^[0-9a-f]{64}$/;
