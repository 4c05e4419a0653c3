import { connect } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';

/** What one run of the load asks for. Runs in a worker, so that it does not share the server's thread. */
export interface LoadOptions {
  port: number;
  host: string;
  paths: readonly string[];
  connections: number;
  durationMs: number;
  acceptEncoding: string;
}

export interface LoadResult {
  perSecond: number;
  answered: number;
  failed: number;
  medianMs: number;
}

/** Keep-alive connections, one request at a time on each, for a bounded time, to this machine only. */
async function run(options: LoadOptions): Promise<LoadResult> {
  const endAt = performance.now() + options.durationMs;
  const times: number[] = [];
  let failed = 0;
  const one = (offset: number) =>
    new Promise<void>((resolve) => {
      const socket = connect(options.port, '127.0.0.1');
      let next = offset;
      let sentAt = 0;
      let pending = Buffer.alloc(0);
      const send = () => {
        const path = options.paths[next++ % options.paths.length];
        sentAt = performance.now();
        socket.write(
          `GET ${path} HTTP/1.1\r\nhost: ${options.host}\r\naccept-encoding: ${options.acceptEncoding}\r\n\r\n`,
        );
      };
      socket.on('connect', send);
      socket.on('error', () => {
        failed++;
        resolve();
      });
      socket.on('close', () => resolve());
      socket.on('data', (chunk) => {
        pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
        const length = answerLength(pending);
        if (length === undefined || pending.length < length) return;
        if (!pending.subarray(9, 10).equals(Buffer.from('2'))) failed++;
        times.push(performance.now() - sentAt);
        pending = pending.subarray(length);
        if (performance.now() < endAt) send();
        else socket.end();
      });
    });
  const startAt = performance.now();
  await Promise.all(Array.from({ length: options.connections }, (_, i) => one(i)));
  const seconds = (performance.now() - startAt) / 1_000;
  times.sort((a, b) => a - b);
  return {
    perSecond: times.length / seconds,
    answered: times.length,
    failed,
    medianMs: times[Math.floor(times.length / 2)] ?? 0,
  };
}

/** Bytes of the first whole answer in the buffer: head plus content-length. */
function answerLength(buffer: Buffer): number | undefined {
  const end = buffer.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [, length] = /content-length: (\d+)/i.exec(buffer.toString('latin1', 0, end)) ?? [];
  return end + 4 + Number(length ?? 0);
}

parentPort?.postMessage(await run(workerData as LoadOptions));
