import { Readable } from 'node:stream';
import { scopeOf } from '../../platform/command/index.ts';
import { FilesAway, type StoredFile } from '../../platform/files/index.ts';
import { publicRoute, type Reply, type RequestContext } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import { FILE_TYPES, isShownInline } from './kind-rules.ts';
import { findRendition } from './rendition-store.ts';
import { readRendition } from './rules.ts';
import { findOwnFile, findPublicFile, type ServedFile } from './store.ts';

const HASH = /^[0-9a-f]{64}$/;

/** Stored files by their hash: for all while something published shows them, else for those whose library has them. */
export function fileRoute(ports: Ports) {
  return publicRoute({
    name: 'media.file',
    method: 'GET',
    path: { vi: '/tep/:hash/:name', en: '/en/tep/:hash/:name' },
    audience: 'anyone',
    handle: async (context) => {
      try {
        return await serveFile(ports, context);
      } catch (error) {
        if (!(error instanceof FilesAway)) throw error;
        // the page around it goes on without it
        const headers = { 'retry-after': '60', 'cache-control': 'no-store' };
        return { kind: 'text', type: 'text/plain; charset=utf-8', text: '', status: 503, headers };
      }
    },
  });
}

interface Found extends ServedFile {
  portal_id: number;
  isPublic: boolean;
}

async function findServed(ports: Ports, context: RequestContext, hash: string): Promise<Found | undefined> {
  const { site, person } = context;
  const open = await ports.database.publicly((db) =>
    findPublicFile(db, site.localityId, site.portalId, hash),
  );
  if (open) return { ...open, isPublic: true };
  if (!person) return undefined;
  const own = await ports.database.transaction(scopeOf(person), (tx) => findOwnFile(tx, hash));
  return own && { ...own, isPublic: false };
}

async function serveFile(ports: Ports, context: RequestContext): Promise<Reply> {
  const hash = context.params.hash ?? '';
  if (!HASH.test(hash)) return { kind: 'missing' };
  const found = await findServed(ports, context, hash);
  if (!found) return { kind: 'missing' };
  const made = await findMade(ports, context, found, hash);
  const stored = await ports.files.open(made?.hash ?? hash);
  if (!stored) return { kind: 'missing' };
  const headers = {
    etag: `"${made?.hash ?? hash}"`,
    // no-cache: asked again each time, so that taking something down acts at once
    'cache-control': found.isPublic ? 'no-cache' : 'private, no-store',
    'content-disposition': dispositionOf(found),
    ...(context.query.size > 0 && { vary: 'accept' }),
  };
  return storedReply(made ? FILE_TYPES[made.format] : found.type, stored, context.headers, headers);
}

/** What was made of the file in the size the address asks for; until then the file itself is sent. */
async function findMade(ports: Ports, context: RequestContext, found: Found, baseHash: string) {
  const size = readRendition(context.query);
  if (!size) return undefined;
  const asked = { ...size, readsAvif: context.headers.accept?.includes('image/avif') ?? false };
  const of = { portalId: found.portal_id, baseHash };
  const { person } = context;
  return found.isPublic || !person
    ? ports.database.publicly((db) => findRendition(db, of, asked))
    : ports.database.transaction(scopeOf(person), (tx) => findRendition(tx, of, asked));
}

/** A stored file that never changes, whole or in part; nothing where the browser has it by its `etag`. */
export function storedReply(
  type: string,
  stored: StoredFile,
  asked: RequestContext['headers'],
  headers: Record<string, string> & { etag: string },
): Reply {
  if (asked['if-none-match']?.includes(headers.etag))
    return { kind: 'stream', type, stream: Readable.from([]), status: 304, headers };
  return part(type, stored, asked.range, { ...headers, 'accept-ranges': 'bytes' });
}

function part(
  type: string,
  stored: StoredFile,
  range: string | undefined,
  headers: Record<string, string>,
): Reply {
  const { sizeBytes } = stored;
  const asked = readRange(range, sizeBytes);
  if (asked === undefined) return { kind: 'stream', type, stream: stored.stream(), sizeBytes, headers };
  if (asked === 'outside') {
    const beyond = { ...headers, 'content-range': `bytes */${sizeBytes}` };
    return { kind: 'stream', type, stream: Readable.from([]), status: 416, headers: beyond };
  }
  const { from, to } = asked;
  return {
    kind: 'stream',
    type,
    stream: stored.stream({ from, to }),
    sizeBytes: to - from + 1,
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${from}-${to}/${sizeBytes}` },
  };
}

/** One range of bytes (RFC 9110 §14): undefined when none was asked for or it is several, which are sent whole. */
export function readRange(
  header: string | undefined,
  sizeBytes: number,
): { from: number; to: number } | 'outside' | undefined {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || (!first && !last)) return undefined;
  const from = first ? Number(first) : Math.max(0, sizeBytes - Number(last));
  const to = first && last ? Math.min(Number(last), sizeBytes - 1) : sizeBytes - 1;
  if (first && last && Number(last) < Number(first)) return undefined;
  return from > to ? 'outside' : { from, to };
}

/** RFC 6266: the name in full for browsers that read it, a plain one for those that do not. */
export function dispositionOf({ name, type }: ServedFile): string {
  const plain =
    name
      .replace(/đ/g, 'd')
      .replace(/Đ/g, 'D')
      .normalize('NFD')
      .replace(/[^\x20-\x7e]|["\\%]/g, '') || 'tep';
  const full = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return `${isShownInline(type) ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${full}`;
}
