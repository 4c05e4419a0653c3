import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { NOT_PERMITTED } from '../../platform/command/index.ts';
import type { Ports } from '../../platform/ports.ts';
import { type Actor, isPermitted } from '../../rules/access/index.ts';
import { addMedia } from './commands.ts';
import { asKept, checkBoxes, checkWhole, detectKind } from './detection-rules.ts';
import {
  FILE_TYPES,
  type FileKind,
  FORM_FILE_BYTES,
  groupOf,
  isImageKind,
  KIND_GROUPS,
  MOST_BYTES,
} from './kind-rules.ts';
import { permits } from './permits.ts';
import { preparePicture } from './pictures.ts';
import { EMPTY_FILE, KIND_NOT_TAKEN, tooLarge } from './refusal-rules.ts';
import { keptName } from './rules.ts';
import { scanArriving } from './scanning.ts';
import { keepsOriginals } from './setting-store.ts';
import type { MediaRow, ScanState } from './store.ts';

type Intake = Pick<Ports, 'database' | 'files' | 'log' | 'perform' | 'scanner'>;

interface Arriving {
  portalId: number;
  name: string;
  folderId?: number | null;
}

export interface Upload extends Arriving {
  bytes: Uint8Array;
}

/** Of a long film the kind is seen in its beginning. */
const HEAD_BYTES = 4_096;

/**
 * Takes a file in: recognised by its content, scanned where there is a scanner, pictures prepared for pages, written and
 * synced to the store, then entered into the library.
 * @throws Refusal when it is no kind a portal shows. @throws FilesAway
 */
export async function uploadMedia(ports: Intake, actor: Actor, upload: Upload): Promise<MediaRow> {
  const { bytes, ...arriving } = upload;
  // before any work on the bytes of someone who may not
  if (!isPermitted(actor, permits, 'media.add', upload.portalId)) throw NOT_PERMITTED;
  if (bytes.length === 0) throw EMPTY_FILE;
  const found = detectKind(bytes, upload.name);
  if (!found) throw KIND_NOT_TAKEN;
  refuseTooLarge(found, bytes.length);
  checkWhole(found, bytes);
  const scan = await scanArriving(ports, one(bytes));
  if (isImageKind(found)) return takePicture(ports, actor, arriving, { kind: found, bytes, scan });
  const kept = asKept(found, bytes);
  const stored = await ports.files.put(kept.bytes);
  return enter(ports, actor, arriving, { ...stored, kind: kept.kind, scan });
}

/**
 * The same for a file on this machine, however long; what is short enough for memory is looked at whole. The file is gone
 * from its place afterwards.
 */
export async function uploadFile(
  ports: Intake,
  actor: Actor,
  { path, sizeBytes, ...arriving }: Arriving & { path: string; sizeBytes: number },
): Promise<MediaRow> {
  if (sizeBytes <= FORM_FILE_BYTES)
    return uploadMedia(ports, actor, { ...arriving, bytes: await readFile(path) });
  if (!isPermitted(actor, permits, 'media.add', arriving.portalId)) throw NOT_PERMITTED;
  const kind = await checkLong(path, sizeBytes, arriving.name);
  const scan = await scanArriving(ports, createReadStream(path));
  const stored = await ports.files.takeFile(path);
  return enter(ports, actor, arriving, { ...stored, kind, scan });
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function refuseTooLarge(kind: FileKind, sizeBytes: number): void {
  const group = groupOf(kind);
  const { mostBytes } = KIND_GROUPS[group];
  if (sizeBytes > mostBytes) throw tooLarge(group, mostBytes);
}

/** Only sound and film may be so long. */
async function checkLong(path: string, sizeBytes: number, name: string): Promise<FileKind> {
  if (sizeBytes > MOST_BYTES) throw tooLarge('film', MOST_BYTES);
  const handle = await open(path, 'r');
  try {
    const readAt = async (offset: number, length: number) => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    };
    const head = await readAt(0, HEAD_BYTES);
    // a zip or a text of this length is over the limit of its group, whatever is in it
    if (head[0] === 0x50 && head[1] === 0x4b) throw tooLarge('archive', KIND_GROUPS.archive.mostBytes);
    const kind = detectKind(head, name);
    if (!kind) throw KIND_NOT_TAKEN;
    refuseTooLarge(kind, sizeBytes);
    if (kind === 'mp4') await checkBoxes(sizeBytes, readAt);
    return kind;
  } finally {
    await handle.close();
  }
}

async function takePicture(
  ports: Intake,
  actor: Actor,
  arriving: Arriving,
  { kind, bytes, scan }: { kind: FileKind; bytes: Uint8Array; scan: ScanState },
): Promise<MediaRow> {
  const picture = await preparePicture(bytes);
  const { width, height } = picture;
  const stored = await ports.files.put(picture.bytes);
  const isKept = await ports.database.transaction({ as: 'system' }, (tx) =>
    keepsOriginals(tx, arriving.portalId),
  );
  const original = isKept
    ? { ...(await ports.files.put(bytes)), name: keptName(arriving.name, kind) }
    : undefined;
  return enter(ports, actor, arriving, {
    ...{ ...stored, kind: 'webp', width, height, scan },
    ...(original && { original }),
  });
}

interface Taken {
  hash: string;
  sizeBytes: number;
  kind: FileKind;
  scan: ScanState;
  width?: number;
  height?: number;
  original?: { hash: string; name: string; sizeBytes: number };
}

function enter(ports: Intake, actor: Actor, arriving: Arriving, taken: Taken): Promise<MediaRow> {
  const { portalId, name, folderId = null } = arriving;
  const { kind, hash, sizeBytes, scan, width = null, height = null, original } = taken;
  return ports.perform(actor, addMedia, {
    ...{ portalId, folderId, hash, sizeBytes, width, height, scan },
    ...{ name: keptName(name, kind), type: FILE_TYPES[kind] },
    ...(original && { original }),
  });
}
