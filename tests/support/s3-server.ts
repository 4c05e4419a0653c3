import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** What of a request is signed. */
export interface SignedRequest {
  method: string;
  /** As it goes over the wire. */
  path: string;
  /** Names in small letters, in any order. */
  query: readonly (readonly [string, string])[];
  headers: Readonly<Record<string, string>>;
  signedHeaders: readonly string[];
  payloadHash: string;
  /** `20130524T000000Z` */
  at: string;
  region: string;
  service: string;
}

const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** AWS Signature Version 4, computed from its description, apart from the library that is tested. */
export function signatureOf(request: SignedRequest, secretKey: string): string {
  const query = request.query
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  const headers = request.signedHeaders
    .map((name) => `${name}:${(request.headers[name] ?? '').trim()}\n`)
    .join('');
  const canonical = [
    ...[request.method, request.path, query, headers, request.signedHeaders.join(';'), request.payloadHash],
  ].join('\n');
  const day = request.at.slice(0, 8);
  const scope = `${day}/${request.region}/${request.service}/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', request.at, scope, sha256(canonical)].join('\n');
  const key = hmac(
    hmac(hmac(hmac(`AWS4${secretKey}`, day), request.region), request.service),
    'aws4_request',
  );
  return hmac(key, text).toString('hex');
}

export interface S3Server {
  endpoint: string;
  objects: Map<string, Buffer>;
  /** Refused signatures and bodies that are not what was signed. */
  refusals: string[];
  /** Every answer is 503 while it is set. */
  isAway: boolean;
  stop(): Promise<void>;
}

/** A small store that speaks S3 and checks every signature and every hash by its own computation. */
export async function startS3(keys: { accessKey: string; secretKey: string }): Promise<S3Server> {
  const server: S3Server = { endpoint: '', objects: new Map(), refusals: [], isAway: false, stop };
  const http = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const problem = server.isAway ? 'away' : problemOf(request, body, keys);
    if (problem) {
      if (!server.isAway) server.refusals.push(problem);
      return void response.writeHead(server.isAway ? 503 : 403).end();
    }
    const url = new URL(request.url ?? '/', 'http://x');
    const key = url.pathname.split('/').slice(2).join('/');
    if (!key) return void response.end(listOf(server.objects, url.searchParams));
    if (request.method === 'PUT') server.objects.set(key, body);
    if (request.method === 'DELETE') server.objects.delete(key);
    const found = server.objects.get(key);
    if (request.method === 'PUT' || request.method === 'DELETE') return void response.end();
    if (!found) return void response.writeHead(404).end();
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
    const part = from === undefined ? found : found.subarray(Number(from), Number(to) + 1);
    response.writeHead(from === undefined ? 200 : 206, { 'content-length': part.length });
    response.end(request.method === 'HEAD' ? undefined : part);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  server.endpoint = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  return server;

  async function stop(): Promise<void> {
    http.closeAllConnections();
    if (!http.listening) return;
    await new Promise<void>((resolve) => http.close(() => resolve()));
  }
}

/** Why the request is not let in; undefined when its signature and its body are what they should be. */
function problemOf(
  request: IncomingMessage,
  body: Buffer,
  keys: { accessKey: string; secretKey: string },
): string | undefined {
  const url = new URL(request.url ?? '/', 'http://x');
  const [, key, day, region, service, signed = '', given] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? '',
    ) ?? [];
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  const payloadHash = headers['x-amz-content-sha256'] ?? '';
  const at = headers['x-amz-date'] ?? '';
  if (key !== keys.accessKey || !region || !service || day !== at.slice(0, 8)) return 'no credential';
  const signature = signatureOf(
    {
      ...{ method: request.method ?? '', path: url.pathname, query: [...url.searchParams], headers },
      ...{ signedHeaders: signed.split(';'), payloadHash, at, region, service },
    },
    keys.secretKey,
  );
  if (signature !== given) return `signature of ${request.method} ${request.url}`;
  if (request.method === 'PUT' && payloadHash !== sha256(body)) return 'the body is not what was signed';
  return undefined;
}

const PAGE = 2;

/** Two objects a page, so that going on is tested. */
function listOf(objects: ReadonlyMap<string, Buffer>, query: URLSearchParams): string {
  const prefix = query.get('prefix') ?? '';
  const after = query.get('continuation-token') ?? '';
  const all = [...objects]
    .filter(([key]) => key.startsWith(prefix) && key > after)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const page = all.slice(0, PAGE);
  const isMore = all.length > PAGE;
  const contents = page.map(
    ([key, bytes]) => `<Contents><Key>${key}</Key><Size>${bytes.length}</Size></Contents>`,
  );
  return `<ListBucketResult><IsTruncated>${isMore}</IsTruncated>${contents.join('')}${
    isMore ? `<NextContinuationToken>${page.at(-1)?.[0]}</NextContinuationToken>` : ''
  }</ListBucketResult>`;
}
