import type { FastifyInstance } from 'fastify';
import { chooseEncoding } from '../cache/index.ts';
import type { Database } from '../db/index.ts';
import type { Health } from '../health/index.ts';
import type { Metrics } from '../metrics/index.ts';

/** A finished file of the house: stylesheet, script, font. */
export interface StandingFile {
  readonly type: string;
  readonly body: Buffer;
  readonly gzip?: Buffer | undefined;
  readonly brotli?: Buffer | undefined;
}

const FOREVER = 'public, max-age=31536000, immutable';

/** Files whose address holds their hash: sent compressed, kept by browsers for good. */
export function registerAssets(http: FastifyInstance, files: ReadonlyMap<string, StandingFile>): void {
  http.get('/assets/*', (request, reply) => {
    const file = files.get(request.url.split('?')[0] ?? '');
    if (!file) return reply.code(404).type('text/plain; charset=utf-8').send('Not found');
    const encoding = chooseEncoding(request.headers['accept-encoding']);
    const compressed = encoding === 'br' ? file.brotli : encoding === 'gzip' ? file.gzip : undefined;
    if (compressed) reply.header('content-encoding', encoding);
    return reply
      .type(file.type)
      .headers({ 'cache-control': FOREVER, vary: 'accept-encoding' })
      .send(compressed ?? file.body);
  });
}

/** `/healthz`: the process runs. `/readyz`: it can serve. `/metrics`: Prometheus, from this machine only. */
export function registerProbes(
  http: FastifyInstance,
  { health, metrics, database }: { health: Health; metrics: Metrics; database: Database },
): void {
  http.get('/healthz', (_request, reply) => reply.send({ status: 'ok' }));
  http.get('/readyz', async (_request, reply) => {
    const ready = await database.ping(1_000).then(
      () => true,
      () => false,
    );
    return reply
      .code(ready ? 200 : 503)
      .send({ status: ready ? 'ready' : 'database away', servingFromCache: !health.isHealthy() });
  });
  http.get('/metrics', async (request, reply) => {
    if (!/^(127\.|::1$|::ffff:127\.)/.test(request.socket.remoteAddress ?? ''))
      return reply.code(403).send('Only from this machine');
    return reply.type(metrics.contentType).send(await metrics.text());
  });
}
