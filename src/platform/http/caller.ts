import { isIP } from 'node:net';
import type { Caller } from '../../rules/audit/index.ts';

/** The part of a request that tells where it came from. */
interface Arrival {
  /** By the server's own reckoning: the forwarded address where the proxy is trusted. */
  ip: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  socket: { remoteAddress?: string | undefined; remotePort?: number | undefined };
}

/** What the server in front writes the source port of the client into; there is no settled name for it. */
const PORT_HEADER = 'x-real-port';

/**
 * Address and source port of whoever asks. Behind a trusted proxy that forwarded the request both are what it says, the
 * port null where it says none: the port of the proxy's own connection would be somebody else's.
 */
export function callerOf({ ip, headers, socket }: Arrival, trustsProxy: boolean): Caller | undefined {
  const forwarded = plainAddress(ip);
  if (trustsProxy && headers['x-forwarded-for'] !== undefined && forwarded)
    return { address: forwarded, port: readPort(headers[PORT_HEADER]) };
  const address = plainAddress(socket.remoteAddress ?? '');
  return address ? { address, port: socket.remotePort ?? null } : undefined;
}

/** Without zone, and IPv4 as IPv4; undefined when it is no address. */
function plainAddress(text: string): string | undefined {
  const plain = text.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(plain) > 0 ? plain : undefined;
}

function readPort(text: string | string[] | undefined): number | null {
  const port = typeof text === 'string' && /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : null;
}
