import { type Engine, freshDatabase } from '../tests/support/engines.ts';
import { fill } from './fill.ts';
import { load, median, type Row, serve, serveBare } from './support.ts';

const HOST = 'www.laocai.localhost';
const ROUNDS = 5;
const ROUND_MS = 2_000;
const CONNECTIONS = 32;
/** Smaller than any page: nothing is kept. */
const NO_CACHE_BYTES = 1;
const CACHE_BYTES = 64 * 1024 * 1024;

const ARTICLE = '/chi-dao/bai-so-1-1';

function request(port: number, paths: readonly string[]) {
  return { port, host: HOST, paths, connections: CONNECTIONS, durationMs: ROUND_MS, acceptEncoding: 'br' };
}

/** A cached article against Node's own server sending the same bytes: goal at least 0.7 of it. */
export async function measureCached(): Promise<Row[]> {
  const database = await freshDatabase('postgres');
  await fill(database, { portals: 5, items: 100 });
  const { app, port } = await serve(database, CACHE_BYTES);
  await load({ ...request(port, [ARTICLE]), durationMs: 500 });
  const same = await app.http.inject({ url: ARTICLE, headers: { host: HOST, 'accept-encoding': 'br' } });
  if (same.statusCode !== 200) throw new Error(`${ARTICLE} answered ${same.statusCode}`);
  const headers = Object.fromEntries(
    Object.entries(same.headers).map(([name, value]) => [name, String(value)]),
  );
  delete headers['content-length'];
  const bare = await serveBare(same.rawPayload, headers);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push((await load(request(port, [ARTICLE]))).perSecond);
    theirs.push((await load(request(bare.port, ['/']))).perSecond);
  }
  bare.stop();
  await app.stop();
  await database.close();
  const ratio = median(ours) / median(theirs);
  return [
    { what: 'cached article, requests a second', value: median(ours).toFixed(0) },
    { what: 'bare node:http with the same bytes and headers', value: median(theirs).toFixed(0) },
    { what: 'cached page against bare server', value: ratio.toFixed(2), goal: '≥ 0.70', holds: ratio >= 0.7 },
  ];
}

async function uncachedOn(engine: Engine, paths: readonly string[]): Promise<number> {
  const database = await freshDatabase(engine);
  await fill(database, { portals: 5, items: 100 });
  const { app, port } = await serve(database, NO_CACHE_BYTES);
  await load({ ...request(port, paths), durationMs: 1_000 });
  const rates: number[] = [];
  for (let round = 0; round < 3; round++) {
    const result = await load({ ...request(port, paths), durationMs: 3_000 });
    if (result.failed > 0) throw new Error(`${result.failed} requests failed on ${engine}`);
    rates.push(result.perSecond);
  }
  await app.stop();
  await database.close();
  return median(rates);
}

/** Pages made anew for every request: an article, on both engines, and the home page. */
export async function measureUncached(): Promise<Row[]> {
  const articles = Array.from({ length: 30 }, (_, i) => i * 3 + 3).map((n) => `/tin-tuc/bai-so-${n}-${n}`);
  const postgres = await uncachedOn('postgres', articles);
  const pglite = await uncachedOn('pglite', articles);
  const home = await uncachedOn('postgres', ['/']);
  return [
    {
      what: 'uncached article on PostgreSQL, a second',
      value: postgres.toFixed(0),
      goal: '≥ 1,000',
      holds: postgres >= 1_000,
    },
    { what: 'uncached article on PGlite, a second', value: pglite.toFixed(0) },
    { what: 'uncached home on PostgreSQL, a second', value: home.toFixed(0) },
  ];
}

/** 200 portals × 500 items against 5 × 100: pages must not know how large the installation is. */
export async function measureScale(): Promise<Row[]> {
  const small = await freshDatabase('postgres');
  const large = await freshDatabase('postgres');
  await fill(small, { portals: 5, items: 100 });
  await fill(large, { portals: 200, items: 500 });
  const few = await serve(small, NO_CACHE_BYTES);
  const many = await serve(large, NO_CACHE_BYTES);
  const rows: Row[] = [];
  for (const [what, path] of [
    ['home', '/'],
    ['section', '/tin-tuc'],
    ['article', '/tin-tuc/bai-so-3-3'],
  ] as const) {
    const times = { few: [] as number[], many: [] as number[] };
    for (let round = 0; round < ROUNDS; round++) {
      times.few.push((await load({ ...request(few.port, [path]), connections: 1 })).medianMs);
      times.many.push((await load({ ...request(many.port, [path]), connections: 1 })).medianMs);
    }
    const ratio = median(times.many) / median(times.few);
    rows.push({
      what: `uncached ${what}: 200 portals × 500 items against 5 × 100, median time`,
      value: `${median(times.many).toFixed(1)} ms / ${median(times.few).toFixed(1)} ms = ${ratio.toFixed(2)}`,
      goal: '≤ 1.25',
      holds: ratio <= 1.25,
    });
  }
  await few.app.stop();
  await many.app.stop();
  await small.close();
  await large.close();
  return rows;
}
