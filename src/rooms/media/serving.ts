import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { scopeOf } from '../../platform/command/index.ts';
import { publicRoute, type Reply, type RequestContext } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import { isShownInline } from './rules.ts';
import { findOwnFile, findPublicFile, type ServedFile } from './store.ts';

const HASH = /^[0-9a-f]{64}$/;

/** Stored files by their hash: for all while something published shows them, else for those whose library has them. */
export function fileRoute(ports: Ports) {
  return publicRoute({
    name: 'media.file',
    method: 'GET',
    path: { vi: '/tep/:hash/:name', en: '/en/tep/:hash/:name' },
    audience: 'anyone',
    handle: (context) => serveFile(ports, context),
  });
}

interface Found extends ServedFile {
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
  const stored = found && (await ports.files.open(hash));
  if (!found || !stored) return { kind: 'missing' };
  const etag = `"${hash}"`;
  const headers = {
    etag,
    // no-cache: asked again each time, so that taking something down acts at once
    'cache-control': found.isPublic ? 'no-cache' : 'private, no-store',
    'content-disposition': disposition(found),
  };
  return storedReply(found.type, stored, context.headers, headers);
}

type Stored = { stream: () => Readable; sizeBytes: number; path: string };

/** A stored file that never changes, whole or in part; nothing where the browser has it by its `etag`. */
export function storedReply(
  type: string,
  stored: Stored,
  asked: RequestContext['headers'],
  headers: Record<string, string> & { etag: string },
): Reply {
  if (asked['if-none-match']?.includes(headers.etag))
    return { kind: 'stream', type, stream: Readable.from([]), status: 304, headers };
  return part(type, stored, asked.range, { ...headers, 'accept-ranges': 'bytes' });
}

function part(
  type: string,
  stored: Stored,
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
    stream: createReadStream(stored.path, { start: from, end: to }),
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
function disposition({ name, type }: ServedFile): string {
  const plain =
    name
      .replace(/đ/g, 'd')
      .replace(/Đ/g, 'D')
      .normalize('NFD')
      .replace(/[^\x20-\x7e]|["\\%]/g, '') || 'tep';
  const full = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return `${isShownInline(type) ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${full}`;
}
