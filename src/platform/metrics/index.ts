import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { PageCache } from '../cache/index.ts';

export interface Metrics {
  countHit(status: number): void;
  countJobFailure(): void;
  observe(http: FastifyInstance): void;
  /** Prometheus text format. */
  text(): Promise<string>;
  contentType: string;
}

export function createMetrics({ cache }: { cache: PageCache }): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const duration = new Histogram({
    name: 'cong_lang_request_seconds',
    help: 'Time to answer a request that was not in the page cache, by route and status.',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  });
  const hits = new Counter({
    name: 'cong_lang_cache_answers_total',
    help: 'Requests answered from the page cache, by status.',
    labelNames: ['status'],
    registers,
  });
  const jobFailures = new Counter({
    name: 'cong_lang_job_failures_total',
    help: 'Runs of jobs that failed.',
    registers,
  });
  new Gauge({
    name: 'cong_lang_cache_bytes',
    help: 'Bytes the page cache holds.',
    registers,
    collect() {
      this.set(cache.size.bytes);
    },
  });
  return {
    countHit: (status) => hits.inc({ status }),
    countJobFailure: () => jobFailures.inc(),
    observe(http) {
      http.addHook('onResponse', async (request, reply) => {
        const route =
          (request.routeOptions.config as { routeName?: string } | undefined)?.routeName ?? 'other';
        duration.observe({ route, status: reply.statusCode }, reply.elapsedTime / 1_000);
        request.log.info({ route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered');
      });
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
