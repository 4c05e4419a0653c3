import { createHash } from 'node:crypto';
import { NOT_PERMITTED, scopeOf } from '../../../platform/command/index.ts';
import {
  FilesAway,
  hashOfFile,
  isSpoolId,
  type Settled,
  type Spooled,
} from '../../../platform/files/index.ts';
import { readId } from '../../../platform/http/ids.ts';
import { deskPaths } from '../../../platform/http/paths.ts';
import { type AnyRoute, type Reply, type StaffContext, staffRoute } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted } from '../../../rules/access/index.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { fileAnswers } from '../answers.ts';
import { uploadFile } from '../intake.ts';
import { MOST_BYTES } from '../kind-rules.ts';
import { permits } from '../permits.ts';
import { DAMAGED_ON_THE_WAY, EMPTY_FILE, tooLarge } from '../refusal-rules.ts';
import { listMediaByIds } from '../store.ts';
import { uploadWords } from '../upload-words.ts';

/**
 * Files in pieces, after the draft "Resumable Uploads for HTTP" (httpbis): one request begins an upload, further ones add
 * pieces at their place, and whoever lost the connection asks how much has arrived. Nothing of it is in a library before
 * the last piece came and the whole was looked at.
 */

/** Left free on the disk of the server, whatever is announced. */
const KEPT_FREE_BYTES = 512 * 1024 * 1024;
const NAME_LENGTH = 300;

export function uploadRoutes(ports: Ports): AnyRoute[] {
  const shared = { permit: { permits, permit: 'media.add' }, pieces: true } as const;
  const one = deskPaths('/kho/tai-len/:uploadId');
  return [
    staffRoute({
      ...{ name: 'media.uploadToken', method: 'GET', path: deskPaths('/kho/tai-len'), ...shared },
      handle: async (context) => json({ token: context.csrfToken, person: context.person.personId }),
    }),
    staffRoute({
      ...{ name: 'media.beginUpload', method: 'POST', path: deskPaths('/kho/tai-len'), ...shared },
      handle: (context) => refusing(context, () => begin(ports, context)),
    }),
    staffRoute({
      ...{ name: 'media.uploadState', method: 'GET', path: one, ...shared },
      handle: (context) => refusing(context, () => tellState(ports, context)),
    }),
    staffRoute({
      ...{ name: 'media.addPiece', method: 'PATCH', path: one, ...shared },
      handle: (context) => refusing(context, () => addPiece(ports, context)),
    }),
    staffRoute({
      ...{ name: 'media.cancelUpload', method: 'DELETE', path: one, ...shared },
      handle: (context) => refusing(context, () => cancel(ports, context)),
    }),
  ];
}

function json(value: object, status = 200, headers: Record<string, string> = {}): Reply {
  return {
    ...{ kind: 'text', type: 'application/json; charset=utf-8', text: JSON.stringify(value), status },
    headers,
  };
}

/** To a script every refusal is JSON with the sentence in the language of the page. */
async function refusing({ lang }: StaffContext, work: () => Promise<Reply>): Promise<Reply> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FilesAway)
      return json({ code: 'store-away', problem: uploadWords(lang).storeAway }, 503);
    if (!(error instanceof Refusal)) throw error;
    const status = error === NOT_PERMITTED ? 403 : 422;
    return json({ code: error.code, problem: error.words[lang] }, status);
  }
}

async function begin(ports: Ports, { form, person, lang, path }: StaffContext): Promise<Reply> {
  const id = form.get('id') ?? '';
  const portalId = readId(form.get('cong')) ?? 0;
  const sizeBytes = readId(form.get('size'));
  const name = (form.get('name') ?? '').slice(0, NAME_LENGTH);
  if (!isSpoolId(id) || sizeBytes === undefined || !name) return json({ code: 'bad-request' }, 400);
  if (!isPermitted(person, permits, 'media.add', portalId)) throw NOT_PERMITTED;
  if (sizeBytes === 0) throw EMPTY_FILE;
  if (sizeBytes > MOST_BYTES) throw tooLarge('film', MOST_BYTES);
  if ((await ports.spool.freeBytes()) < sizeBytes + KEPT_FREE_BYTES)
    return json({ code: 'full', problem: uploadWords(lang).serverFull }, 507);
  const { personId } = person;
  const folderId = readId(form.get('thu-muc')) ?? null;
  const spooled = await ports.spool.begin(id, { personId, portalId, folderId, name, sizeBytes });
  if (spooled.personId !== personId || spooled.sizeBytes !== sizeBytes)
    return json({ code: 'other-upload' }, 409);
  return json({ id, offset: spooled.receivedBytes }, 201, {
    location: `${path}/${id}`,
    'upload-offset': String(spooled.receivedBytes),
    'upload-complete': '?0',
  });
}

/** The upload of this person; of anybody else's nothing is said, not even that it is there. */
async function findOwn(ports: Ports, { params, person }: StaffContext): Promise<Spooled | undefined> {
  const found = await ports.spool.find(params.uploadId ?? '');
  return found?.personId === person.personId ? found : undefined;
}

const UNKNOWN = { code: 'unknown-upload' };

async function tellState(ports: Ports, context: StaffContext): Promise<Reply> {
  const found = await findOwn(ports, context);
  if (!found) return json(UNKNOWN, 404);
  if (found.settled) return settledAnswer(ports, context, found, found.settled);
  return json({ offset: found.receivedBytes, size: found.sizeBytes }, 200, {
    'upload-offset': String(found.receivedBytes),
    'upload-complete': '?0',
  });
}

async function settledAnswer(
  ports: Ports,
  { person, lang }: StaffContext,
  upload: Spooled,
  settled: Settled,
): Promise<Reply> {
  const headers = { 'upload-offset': String(upload.sizeBytes), 'upload-complete': '?1' };
  if ('code' in settled) return json({ code: settled.code, problem: settled.words[lang] }, 422, headers);
  const [file] = await ports.database.transaction(scopeOf(person), async (tx) =>
    fileAnswers(tx, await listMediaByIds(tx, [settled.mediaId]), lang),
  );
  return json({ file }, 200, headers);
}

function addPiece(ports: Ports, context: StaffContext): Promise<Reply> {
  const id = context.params.uploadId ?? '';
  return ports.spool.alone(id, async () => {
    const upload = await findOwn(ports, context);
    if (!upload) return json(UNKNOWN, 404);
    // the answer to the last piece was lost on the way
    if (upload.settled) return settledAnswer(ports, context, upload, upload.settled);
    const { piece = Buffer.alloc(0), headers } = context;
    const offset = Number(headers['upload-offset'] ?? Number.NaN);
    const here = upload.receivedBytes;
    if (!isWhole(createHash('sha256').update(piece).digest(), headers['content-digest']))
      return json({ code: 'piece-damaged', offset: here }, 400);
    if (offset + piece.length > upload.sizeBytes) return json({ code: 'too-long', offset: here }, 400);
    const received = offset === here ? await ports.spool.append(id, offset, piece) : undefined;
    if (received === undefined)
      return json({ code: 'offset', offset: here }, 409, { 'upload-offset': String(here) });
    if (received < upload.sizeBytes)
      return json({ offset: received }, 200, { 'upload-offset': String(received), 'upload-complete': '?0' });
    return finish(ports, context, upload);
  });
}

/** Whether what came has the digest that was sent with it (RFC 9530), when one was. */
function isWhole(found: Buffer, digest: string | undefined): boolean {
  const [, sent] = /^sha-256=:([A-Za-z0-9+/=]+):$/.exec(digest ?? '') ?? [];
  return sent === undefined || found.toString('base64') === sent;
}

/** Everything is here: looked at, and entered into the library. What is refused is refused for good. */
async function finish(ports: Ports, context: StaffContext, upload: Spooled): Promise<Reply> {
  const { id, portalId, folderId, name, sizeBytes } = upload;
  let settled: Settled;
  try {
    const path = ports.spool.placeOf(id);
    const digest = context.headers['repr-digest'];
    if (digest && !isWhole(Buffer.from((await hashOfFile(path)).hash, 'hex'), digest))
      throw DAMAGED_ON_THE_WAY;
    const media = await uploadFile(ports, context.person, { portalId, folderId, name, path, sizeBytes });
    settled = { mediaId: media.id };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    settled = { code: error.code, words: { ...error.words } };
  }
  await ports.spool.settle(id, settled);
  return settledAnswer(ports, context, upload, settled);
}

async function cancel(ports: Ports, context: StaffContext): Promise<Reply> {
  const found = await findOwn(ports, context);
  if (!found) return json(UNKNOWN, 404);
  await ports.spool.alone(found.id, () => ports.spool.remove(found.id));
  return json({});
}
