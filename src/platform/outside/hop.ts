import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { hostOf } from './address.ts';

/** An address to connect to: an IP address, never a name that would be looked up again. */
export interface Place {
  host: string;
  port: number;
}

/** The head of an answer. The rest is not read. */
export interface HopAnswer {
  status: number;
  location: string | undefined;
}

export interface Hop {
  url: URL;
  method: 'HEAD' | 'GET';
  userAgent: string;
  place: Place;
  signal: AbortSignal;
}

/** One request, over a connection of its own, broken off as soon as the head of the answer is there. */
export function requestHop({ url, method, userAgent, place, signal }: Hop): Promise<HopAnswer> {
  const isSecure = url.protocol === 'https:';
  const host = hostOf(url);
  return new Promise((resolve, reject) => {
    const request = (isSecure ? https : http).request({
      ...{ host: place.host, port: place.port, method, path: `${url.pathname}${url.search}` },
      ...{ agent: false, signal, setHost: false },
      // the name goes into the certificate's check though an address is dialled
      ...(isSecure && { servername: net.isIP(host) ? '' : host }),
      headers: {
        ...{ host: url.host, 'user-agent': userAgent, accept: '*/*', connection: 'close' },
        ...(method === 'GET' && { range: 'bytes=0-0' }),
      },
    });
    request.once('response', (response) => {
      const { statusCode = 0, headers } = response;
      resolve({ status: statusCode, location: headers.location });
      request.destroy();
    });
    request.on('error', reject);
    request.end();
  });
}
