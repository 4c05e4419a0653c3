import { createServer } from 'node:http';
import { Worker } from 'node:worker_threads';
import type { App } from '../src/app.ts';
import { createApp } from '../src/app.ts';
import { shippedProfiles } from '../src/rules/profile/index.ts';
import { loadAssets } from '../src/ui/index.ts';
import type { FreshDatabase } from '../tests/support/engines.ts';
import type { LoadOptions, LoadResult } from './load.ts';

/** One line of the table: what was measured, what it was, what is wanted. */
export interface Row {
  what: string;
  value: string;
  goal?: string;
  holds?: boolean;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Runs the load in a thread of its own. */
export function load(options: LoadOptions): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./load.ts', import.meta.url), { workerData: options });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

const assets = loadAssets();

/** The application on a database, listening on a free port of this machine. A tiny cache makes every page anew. */
export async function serve(
  database: FreshDatabase,
  pageCacheBytes: number,
): Promise<{ app: App; port: number }> {
  const app = await createApp({
    config: {
      dataDir: '/nonexistent',
      demo: true,
      logLevel: 'silent',
      pageCacheBytes,
      secretKey: Buffer.alloc(32, 1),
      trustProxy: false,
    },
    opened: database,
    profiles: shippedProfiles(),
    assets: await assets,
  });
  await app.listen('127.0.0.1', 0);
  const address = app.http.server.address();
  if (!address || typeof address === 'string') throw new Error('The server has no port.');
  return { app, port: address.port };
}

/** The measure of everything: Node's own server sending the same bytes and headers. */
export async function serveBare(
  body: Buffer,
  headers: Record<string, string>,
): Promise<{ port: number; stop(): void }> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { ...headers, 'content-length': body.length });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The server has no port.');
  return {
    port: address.port,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
