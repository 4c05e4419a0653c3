import type { IncomingMessage, ServerResponse } from 'node:http';
import { readView, VIEW_COOKIE, withNotice, withView } from '../../rules/view.ts';
import { bodyOf, type CachedPage, chooseEncoding, type PageCache } from '../cache/index.ts';
import { SECURE_HEADERS, STRICT_TRANSPORT } from './headers.ts';

const VIEW_PATTERN = new RegExp(`(?:^|;\\s*)${VIEW_COOKIE}=([a-z0-9.-]*)`);

/** Address of a page in the cache: host, path, the query parameters that count, the reader's view. */
export function cacheAddress(host: string, path: string, search: string, view: string): string {
  return `${host} ${path}${search} ${view}`;
}

export function viewOf(cookieHeader: string | undefined): string {
  return cookieHeader ? readView(VIEW_PATTERN.exec(cookieHeader)?.[1]) : '';
}

/** Finishes a rendered page for the reader's view. */
export function finishPage(html: string, view: string): Buffer {
  return Buffer.from(withView(html, view));
}

/** The page with a sentence at its top that says since when it has not been made anew. */
export function noticedPage(page: CachedPage, notice: string): CachedPage {
  const { br: _br, gzip: _gzip, ...rest } = page;
  return { ...rest, html: Buffer.from(withNotice(page.html.toString('utf8'), notice)), etag: '' };
}

/** Sends a cached page: 304 when the reader has it, else the body in the best encoding. */
export function sendCached(
  request: IncomingMessage,
  response: ServerResponse,
  page: CachedPage,
  secure: boolean,
): void {
  const encoding = chooseEncoding(request.headers['accept-encoding']);
  const { etag } = page;
  const headers: Record<string, string | number> = {
    ...SECURE_HEADERS,
    'content-type': page.type,
    vary: 'accept-encoding, cookie',
    'cache-control': 'no-cache',
    ...page.headers,
  };
  if (etag) headers.etag = etag;
  if (secure) headers['strict-transport-security'] = STRICT_TRANSPORT;
  const known = request.headers['if-none-match'];
  if (etag && known?.split(/,\s*/).includes(etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  const body = bodyOf(page, encoding);
  if (encoding !== 'identity') headers['content-encoding'] = encoding;
  headers['content-length'] = body.length;
  response.writeHead(page.status, headers);
  if (request.method === 'HEAD') response.end();
  else response.end(body);
}

/**
 * The quick way: a GET whose page is in the cache under its plain address is answered before routing.
 * Addresses with a query go the long way, where the parameters that count are known.
 */
export function quickAnswer(options: {
  cache: PageCache;
  now: () => number;
  isHealthy: () => boolean;
  trustProxy: boolean;
  onHit(status: number): void;
}) {
  const { cache, now, isHealthy, trustProxy, onHit } = options;
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const { method, url, headers } = request;
    if ((method !== 'GET' && method !== 'HEAD') || !url || url.includes('?') || !isHealthy()) return false;
    const host = headers.host;
    if (!host) return false;
    const page = cache.find(cacheAddress(host, url, '', viewOf(headers.cookie)), now());
    if (!page) return false;
    sendCached(request, response, page, trustProxy && headers['x-forwarded-proto'] === 'https');
    onHit(response.statusCode);
    return true;
  };
}
