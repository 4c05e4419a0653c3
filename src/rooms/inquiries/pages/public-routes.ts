import { type AnyRoute, publicRoute, type RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { INQUIRY_PATHS } from '../addresses.ts';
import { FILE_BYTES_MOST, FILES_READ } from '../enclosing.ts';
import { findSimilar } from '../public-queries.ts';
import { createAsking } from './public-asking.tsx';
import { faceRoutes } from './public-faces.tsx';
import { inquiriesHome } from './public-home.tsx';
import { MinuteCount } from './public-limits.ts';
import { showReceipt } from './public-receipt.tsx';
import { createTracking, WRONG_CODES_PER_MINUTE } from './public-tracking.tsx';
import { rightsRoutes } from './rights-routes.ts';

/** Requests of one address in a minute. Many people may share one, so these only slow a machine down. */
const PAGES_PER_MINUTE = 120;
const FORMS_PER_MINUTE = 60;

/** What the public opens and sends. Forms and everything with a code are seen by one and kept by nobody. */
export function publicRoutes(ports: Ports): AnyRoute[] {
  const asking = createAsking(ports);
  const wrongCodes = new MinuteCount(WRONG_CODES_PER_MINUTE);
  const tracking = createTracking(ports, wrongCodes);
  const open = (
    name: string,
    method: 'GET' | 'POST',
    path: keyof typeof INQUIRY_PATHS,
    handle: AnyRoute['handle'],
    more: Partial<AnyRoute> = {},
  ) =>
    publicRoute({
      ...{ name: `inquiries.${name}`, method, path: INQUIRY_PATHS[path], audience: 'anyone', handle },
      perMinute: method === 'GET' ? PAGES_PER_MINUTE : FORMS_PER_MINUTE,
      ...more,
    });
  return [
    publicRoute({
      ...{ name: 'inquiries.home', method: 'GET', path: INQUIRY_PATHS.home, audience: 'public' },
      query: ['co-quan', 'linh-vuc', 'q', 'truoc'],
      handle: (context) => inquiriesHome(ports, context),
    }),
    open('ask', 'GET', 'ask', asking.showForm),
    open('send', 'POST', 'ask', asking.takeForm, {
      upload: true,
      uploadLimits: { files: FILES_READ, bytes: FILE_BYTES_MOST + 1 },
    }),
    open('received', 'GET', 'received', (context) => showReceipt(ports, context)),
    open('track', 'GET', 'track', tracking.showForm),
    open('findByCode', 'POST', 'track', tracking.takeCode),
    open('private', 'GET', 'private', tracking.show),
    open('follow', 'POST', 'private', tracking.take),
    open('file', 'GET', 'file', tracking.showFile),
    open('similar', 'GET', 'similar', (context) => tellSimilar(ports, context)),
    ...rightsRoutes(ports, wrongCodes),
    ...(ports.settings.demo ? faceRoutes(ports) : []),
  ];
}

/** Answered questions for the words of the query, for the island. Nothing of the query is kept. */
async function tellSimilar(ports: Ports, { site, lang, query }: RequestContext) {
  const found = await findSimilar(ports, site, lang, query.get('q') ?? '');
  const items = found.map(({ href, title, body }) => ({ href, title, body }));
  return {
    kind: 'text' as const,
    type: 'application/json; charset=utf-8',
    text: JSON.stringify(items),
    headers: { 'x-robots-tag': 'noindex' },
  };
}
