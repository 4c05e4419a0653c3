import { freshDatabase } from '../tests/support/engines.ts';
import { fill } from './fill.ts';
import { type Row, serve } from './support.ts';

const HOST = 'www.laocai.localhost';
const ARTICLE = '/chi-dao/bai-so-1-1';
const BUDGET_BYTES = 80 * 1024;

/** Everything a first visit to an article without pictures brings over the wire: page, styles, fonts, icon, scripts. */
export async function measureBytes(): Promise<Row[]> {
  const database = await freshDatabase('pglite');
  await fill(database, { portals: 5, items: 100 });
  const { app } = await serve(database, 1024 * 1024);
  const take = async (url: string) => {
    const reply = await app.http.inject({ url, headers: { host: HOST, 'accept-encoding': 'br' } });
    if (reply.statusCode !== 200) throw new Error(`${url} answered ${reply.statusCode}`);
    return reply.rawPayload.length;
  };
  const text = async (url: string) => (await app.http.inject({ url, headers: { host: HOST } })).body;
  const page = await text(ARTICLE);
  const linked = [
    ...page.matchAll(
      /<link rel="(?:stylesheet|icon)"[^>]*href="([^"]+)"|<script type="module" src="([^"]+)"/g,
    ),
  ].map(([, href, src]) => href ?? src ?? '');
  const styles = linked.filter((href) => href.endsWith('.css'));
  const fonts = new Set<string>();
  for (const href of styles) {
    for (const [, font] of (await text(href)).matchAll(/url\(["']?([^"')]+\.woff2)/g)) fonts.add(font ?? '');
  }
  const sizes: [string, number][] = [['page', await take(ARTICLE)]];
  for (const href of [...linked, ...fonts]) sizes.push([href, await take(href)]);
  await app.stop();
  await database.close();
  const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
  return [
    ...sizes.map(([what, bytes]) => ({ what: `first visit: ${what}`, value: `${bytes} B` })),
    {
      what: 'first visit to an article without pictures, all in all',
      value: `${(total / 1024).toFixed(1)} KB`,
      goal: '≤ 80 KB',
      holds: total <= BUDGET_BYTES,
    },
  ];
}
