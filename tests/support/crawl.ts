import { ROOMS } from '../../src/rooms.ts';
import type { World } from './world.ts';

export interface CrawledPage {
  address: string;
  status: number;
  /** Head and body. */
  text: string;
}

const MOST_PAGES = 5_000;
/** Not for the public: the desk, and what only a demo has. */
const OUTSIDE = /^\/(ban-lam-viec|en\/desk|dev|en\/dev|assets)(\/|$)/;

/** Every public page of some hosts that a link leads to, from every route that needs no number. */
export async function crawl(
  world: World,
  hosts: readonly string[],
  more: readonly string[],
): Promise<CrawledPage[]> {
  const routes = ROOMS.flatMap((room) => room.routes(world.app.ports)).filter(
    ({ method, audience }) => method === 'GET' && audience !== 'staff',
  );
  const starts = [...routes.flatMap(({ path }) => [path.vi, path.en]), ...more].filter(
    (path) => !path.includes(':') && !OUTSIDE.test(path),
  );
  const left = hosts.flatMap((host) => ['/', '/en', ...starts].map((path) => `http://${host}${path}`));
  const seen = new Set(left);
  const pages: CrawledPage[] = [];
  for (let address = left.shift(); address && pages.length < MOST_PAGES; address = left.shift()) {
    const { host, pathname, search } = new URL(address);
    const reply = await world.app.http.inject({
      ...{ method: 'GET', url: pathname + search, headers: { host } },
      // as many readers as pages: none of them is too quick
      remoteAddress: `127.${(pages.length >> 14) & 127}.${(pages.length >> 7) & 127}.${(pages.length & 127) + 1}`,
    });
    pages.push({
      address,
      status: reply.statusCode,
      text: `${JSON.stringify(reply.headers)}\n${reply.body}`,
    });
    for (const next of linksOf(reply.body, String(reply.headers.location ?? ''), address, hosts)) {
      if (seen.has(next)) continue;
      seen.add(next);
      left.push(next);
    }
  }
  return pages;
}

function linksOf(body: string, location: string, from: string, hosts: readonly string[]): string[] {
  const found = [...body.matchAll(/(?:href|src|action)="([^"#]+)"|<link>([^<]+)<\/link>/g)].map(
    ([, attribute, element]) => (attribute ?? element ?? '').replaceAll('&amp;', '&'),
  );
  return [...found, location].filter(Boolean).flatMap((link) => {
    const url = URL.parse(link, from);
    if (!url || !hosts.includes(url.hostname) || OUTSIDE.test(url.pathname)) return [];
    return [`http://${url.hostname}${url.pathname}${url.search}`];
  });
}
