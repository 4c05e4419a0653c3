import { Readable } from 'node:stream';
import type { Reply, RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { storedReply } from '../../media/index.ts';
import { FILE_TYPES, type FileKind, fileName, gazetteKey } from '../addresses.ts';
import { findContent } from '../issue-store.ts';
import { findKeyBy } from '../key-store.ts';
import type { IssueView } from '../queries.ts';
import { issueAsked } from './public-issue.tsx';

const isKind = (text: string): text is FileKind => text in FILE_TYPES;

/** The printed issue, its content, its statement and its signature, by their names. */
export async function sendFile(ports: Ports, context: RequestContext): Promise<Reply> {
  const { params } = context;
  const name = params.file ?? '';
  const kind = name.slice(name.lastIndexOf('.') + 1);
  const view = isKind(kind) ? await issueAsked(ports, context) : undefined;
  if (!view || !isKind(kind) || name !== fileName(view.content, kind)) return { kind: 'missing' };
  const headers = {
    'content-disposition': `${kind === 'pdf' ? 'inline' : 'attachment'}; filename="${name}"`,
  };
  if (kind === 'pdf') return printed(ports, context, view, headers);
  if (kind === 'sig')
    return {
      ...{ kind: 'stream', type: FILE_TYPES.sig, headers },
      stream: Readable.from([Buffer.from(view.row.signature ?? '', 'base64')]),
    };
  const text =
    kind === 'txt'
      ? (view.row.statement ?? '')
      : ((await ports.database.publicly((db) => findContent(db, view.row.id))) ?? '');
  return {
    ...{ kind: 'text', type: FILE_TYPES[kind], text, headers },
    keys: [gazetteKey(context.site.localityId)],
  };
}

async function printed(
  ports: Ports,
  { headers: asked }: RequestContext,
  { row }: IssueView,
  headers: Record<string, string>,
): Promise<Reply> {
  const hash = row.pdf_hash ?? '';
  const stored = await ports.files.open(hash);
  if (!stored) return { kind: 'missing' };
  return storedReply(FILE_TYPES.pdf, stored, asked, { ...headers, etag: `"${hash}"` });
}

/** A public key, by its fingerprint. */
export async function sendKey(ports: Ports, { site, params }: RequestContext): Promise<Reply> {
  const [, fingerprint] = /^([0-9a-f]{64})\.pem$/.exec(params.file ?? '') ?? [];
  const key =
    fingerprint === undefined ? undefined : await ports.database.publicly((db) => findKeyBy(db, fingerprint));
  if (key?.locality_id !== site.localityId) return { kind: 'missing' };
  return {
    ...{ kind: 'text', type: 'application/x-pem-file', text: key.public_key },
    headers: { 'content-disposition': `attachment; filename="cong-bao-${key.fingerprint.slice(0, 16)}.pem"` },
    keys: [gazetteKey(site.localityId)],
  };
}
