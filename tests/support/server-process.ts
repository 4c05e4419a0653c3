import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type IncomingHttpHeaders, request } from 'node:http';
import path from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The product as an operator starts it, in a process of its own. */
export interface ServerProcess {
  process: ChildProcess;
  port: number;
  /** What it wrote on its outputs after the line that says it listens. */
  lines: string[];
  /** Ends it as a supervisor does, and waits. */
  stop(): Promise<void>;
  /** Ends it in the middle of whatever it does. */
  kill(): Promise<void>;
}

/** @throws with what it wrote when it ends before it listens */
export async function startServer(env: Record<string, string>): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['--import', './tools/hook.mjs', 'src/main.ts', 'start', '--json'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...withoutSettings(), ...env },
  });
  const lines: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => lines.push(line));
  const said = createInterface({ input: child.stdout });
  const port = await new Promise<number>((resolve, reject) => {
    said.on('line', (line) => {
      lines.push(line);
      const { url } = line.startsWith('{"url"') ? (JSON.parse(line) as { url: string }) : {};
      if (url) resolve(Number(new URL(url).port));
    });
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${lines.join('\n')}`)));
  });
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  return { process: child, port, lines, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

/** Settings of whoever runs the tests are not those of the server. */
function withoutSettings(): NodeJS.ProcessEnv {
  const { PATH, HOME, NODE_COMPILE_CACHE, TZ } = process.env;
  return { PATH, HOME, NODE_COMPILE_CACHE, TZ };
}

export interface Fetched {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Fetching {
  port: number;
  host: string;
  path: string;
  headers?: Record<string, string>;
  /** Makes it a POST. */
  body?: string | Buffer;
  /** The address it comes from: 127.0.0.x. */
  from?: string;
  timeoutMs?: number;
}

/** One request with a Host header and an address of its own. */
export function fetchFrom({
  port,
  host,
  path: url,
  headers,
  body,
  from,
  timeoutMs = 20_000,
}: Fetching): Promise<Fetched> {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        ...{ host: '127.0.0.1', port, path: url, method: body === undefined ? 'GET' : 'POST', agent: false },
        ...(from && { localAddress: from }),
        headers: {
          host,
          ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
          ...headers,
        },
      },
      async (response) => {
        try {
          const parts: Buffer[] = [];
          for await (const part of response) parts.push(part as Buffer);
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts).toString('utf8'),
          });
        } catch (error) {
          reject(error);
        }
      },
    );
    asked.setTimeout(timeoutMs, () => asked.destroy(new Error('no answer in time')));
    asked.on('error', reject);
    asked.end(body);
  });
}
