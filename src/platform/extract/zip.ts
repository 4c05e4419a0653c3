/**
 * Reads a zip by its directory and unpacks each part against a shared budget, so that a bomb is refused after the
 * budget, whatever sizes its headers claim.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { Refused, refusal, sizeWords } from './answers.ts';
import type { ExtractLimits } from './limits.ts';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
/** The end record has 22 bytes and a comment of at most 65,535. */
const END_SEARCH_BYTES = 22 + 65_535;

type Entry = {
  name: string;
  method: number;
  flags: number;
  crc: number;
  packedBytes: number;
  localOffset: number;
};
export type Zip = {
  names: string[];
  isEncrypted: boolean;
  read(name: string): Uint8Array | undefined;
  readAll(): void;
};

/** Opens a zip; throws `Refused` when it is broken or has too many parts. */
export function openZip(bytes: Uint8Array, limits: ExtractLimits): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view, limits);
  const unpacked = new Map<string, Uint8Array>();
  let budget = limits.unpackedBytes;
  const read = (name: string): Uint8Array | undefined => {
    const entry = entries.get(name);
    if (!entry) return undefined;
    const known = unpacked.get(name);
    if (known) return known;
    const content = unpack(bytes, view, entry, budget, limits);
    budget -= content.length;
    unpacked.set(name, content);
    return content;
  };
  return {
    names: [...entries.keys()],
    isEncrypted: [...entries.values()].some(({ flags }) => (flags & 1) === 1),
    read,
    readAll: () => {
      for (const entry of entries.values()) {
        if (unpacked.has(entry.name) || entry.name.endsWith('/')) continue;
        budget -= unpack(bytes, view, entry, budget, limits).length;
      }
    },
  };
}

function broken(cause?: unknown): Refused {
  return new Refused(refusal('brokenFile'), cause);
}

function readDirectory(bytes: Uint8Array, view: DataView, limits: ExtractLimits): Map<string, Entry> {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > limits.parts || count === 0xffff)
    throw new Refused(refusal('tooMuchInside', String(limits.parts)));
  const entries = new Map<string, Entry>();
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw broken();
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    // Two parts of one name are read differently by different programs: a way to smuggle.
    if (entries.has(name)) throw broken();
    entries.set(name, {
      name,
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedBytes: view.getUint32(at + 20, true),
      localOffset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, view.byteLength - END_SEARCH_BYTES); at -= 1)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  throw broken();
}

function unpack(
  bytes: Uint8Array,
  view: DataView,
  entry: Entry,
  budget: number,
  limits: ExtractLimits,
): Uint8Array {
  const at = entry.localOffset;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL_HEADER) throw broken();
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + entry.packedBytes > bytes.length) throw broken();
  const content = inflate(bytes.subarray(start, start + entry.packedBytes), entry.method, budget, limits);
  if (crc32(content) !== entry.crc) throw broken();
  return content;
}

function inflate(packed: Uint8Array, method: number, budget: number, limits: ExtractLimits): Uint8Array {
  const tooMuch = () => new Refused(refusal('tooMuchInside', sizeWords(limits.unpackedBytes)));
  if (method === 0) {
    if (packed.length > budget) throw tooMuch();
    return packed;
  }
  if (method !== 8) throw broken();
  if (budget <= 0) throw tooMuch();
  try {
    return inflateRawSync(packed, { maxOutputLength: budget });
  } catch (error) {
    if (error instanceof RangeError || (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw tooMuch();
    throw broken(error);
  }
}
