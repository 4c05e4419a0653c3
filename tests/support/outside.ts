import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createOutside, type Outside, type OutsideParts } from '../../src/platform/outside/index.ts';

/** What a page of the stand-in answers: a status, a status with headers, or anything it does with the request itself. */
export type Behaviour = number | [number, Record<string, string>] | ((asked: Asked) => void);

export interface Asked {
  request: IncomingMessage;
  response: ServerResponse;
}

/** A stand-in for the internet on this machine: names, their addresses, and what their pages answer. */
export interface StandInInternet {
  outside: Outside;
  /** By address without scheme: `host/path`. What is not named answers 404; a host that is not named is nobody's. */
  pages: Map<string, Behaviour>;
  /** IP addresses of a name that are not the usual public one. */
  names: Map<string, string[]>;
  /** `METHOD host/path`, in order. */
  asked: string[];
  /** Of the last request. */
  lastHeaders: () => http.IncomingHttpHeaders;
  /** Every IP address that was to be connected to. */
  reached: string[];
  stop(): Promise<void>;
}

/** Public, and everybody's resolver on the internet; only its name is used, no packet goes there. */
const SOMEWHERE = '9.9.9.9';

export async function startInternet(parts: Partial<OutsideParts> = {}): Promise<StandInInternet> {
  const pages: StandInInternet['pages'] = new Map();
  const names: StandInInternet['names'] = new Map();
  const asked: string[] = [];
  const reached: string[] = [];
  let headers: http.IncomingHttpHeaders = {};
  const server = http.createServer((request, response) => {
    const page = `${request.headers.host}${request.url}`;
    asked.push(`${request.method} ${page}`);
    headers = request.headers;
    const behaviour = pages.get(page) ?? 404;
    if (typeof behaviour === 'function') return behaviour({ request, response });
    const [status, more] = typeof behaviour === 'number' ? [behaviour, {}] : behaviour;
    response.writeHead(status, more).end('nội dung');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const outside = createOutside({
    resolve: async (host) => {
      const known = names.get(host);
      if (known) return known;
      if ([...pages.keys()].some((page) => page.startsWith(`${host}/`) || page.startsWith(`${host}:`)))
        return [SOMEWHERE];
      throw Object.assign(new Error(`nobody is called ${host}`), { code: 'ENOTFOUND' });
    },
    reach: (address) => {
      reached.push(address);
      return { host: '127.0.0.1', port };
    },
    hopMs: 300,
    pace: { atOnce: 4, gapMs: 0 },
    ...parts,
  });
  return {
    ...{ outside, pages, names, asked, reached },
    lastHeaders: () => headers,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
