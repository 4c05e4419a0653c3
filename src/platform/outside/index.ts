/**
 * Pages of other sites, asked whether they are there: politely, one at a time for each host, and never anything on this machine
 * or in its house, whatever a name or a redirect says.
 */
import dns from 'node:dns/promises';
import net from 'node:net';
import { hostOf, isAskable, isPublicAddress, portOf } from './address.ts';
import { type HopAnswer, type Place, requestHop } from './hop.ts';
import { askRound } from './round.ts';
import type { Outside, OutsideAnswer, OutsideReason, Pace } from './types.ts';

export { isPublicAddress, readOutsideAddress } from './address.ts';
export { OUTSIDE_REASONS, type Outside, type OutsideAnswer, type OutsideReason, verdictOf } from './types.ts';

export interface OutsideParts {
  /** The IP addresses of a host name. */
  resolve(host: string): Promise<string[]>;
  /** Where to connect for an address that was found to be public: there. Tests stand in for the internet here. */
  reach(address: string, port: number): Place;
  /** For one request, until its head is there. */
  hopMs: number;
  pace: Pace;
}

const PARTS: OutsideParts = {
  resolve: async (host) => (await dns.lookup(host, { all: true })).map(({ address }) => address),
  reach: (host, port) => ({ host, port }),
  hopMs: 10_000,
  pace: { atOnce: 4, gapMs: 2_000 },
};
const MOST_REDIRECTS = 5;

export function createOutside(parts: Partial<OutsideParts> = {}): Outside {
  const all = { ...PARTS, ...parts };
  const ask: Outside['ask'] = async (address, userAgent) => {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (!url) return { reason: 'inside', status: null, host: '' };
    // many servers answer HEAD wrongly or not at all: only what opens is believed
    const asked = await follow(all, url, 'HEAD', userAgent);
    const isSettled = asked.reason === 'opened' || asked.reason === 'no-host' || asked.reason === 'inside';
    return isSettled || asked.status === 429 ? asked : follow(all, url, 'GET', userAgent);
  };
  return { ask, askAll: (round) => askRound(ask, round, all.pace) };
}

/** Asks, and is led on; every address on the way is looked at as the first one was. */
async function follow(
  parts: OutsideParts,
  first: URL,
  method: 'HEAD' | 'GET',
  userAgent: string,
): Promise<OutsideAnswer> {
  let url = first;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const { host } = url;
    const answer = await askHop(parts, url, method, userAgent);
    if (typeof answer === 'string') return { reason: answer, status: null, host };
    const { status, location } = answer;
    const isLedOn = status >= 300 && status < 400 && location !== undefined;
    if (!isLedOn) return { reason: reasonOf(status), status, host };
    if (!URL.canParse(location, url)) return { reason: 'odd', status, host };
    url = new URL(location, url);
  }
  return { reason: 'circle', status: null, host: first.host };
}

async function askHop(
  { resolve, reach, hopMs }: OutsideParts,
  url: URL,
  method: 'HEAD' | 'GET',
  userAgent: string,
): Promise<HopAnswer | OutsideReason> {
  if (!isAskable(url)) return 'inside';
  try {
    const signal = AbortSignal.timeout(hopMs);
    const host = hostOf(url);
    const addresses = net.isIP(host) ? [host] : await withinTime(resolve(host), signal);
    // one name with an address inside is enough: it may be the one that is used
    if (!addresses.every(isPublicAddress)) return 'inside';
    const address = addresses.find((one) => one.includes('.')) ?? addresses[0];
    if (address === undefined) return 'no-host';
    // asked at the address that was looked at: the name is not looked up again
    return await requestHop({ url, method, userAgent, signal, place: reach(address, portOf(url)) });
  } catch (error) {
    return reasonOfError(error);
  }
}

function withinTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    }),
  ]);
}

function reasonOf(status: number): OutsideReason {
  if (status >= 200 && status < 300) return 'opened';
  if (status === 404 || status === 410) return 'not-there';
  if (status >= 500) return 'error';
  // 304 to nobody's condition, 3xx without an address; 4xx: there, but not for us
  return status < 400 ? 'odd' : 'closed';
}

const NO_HOST = new Set(['ENOTFOUND', 'ENODATA', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME']);
const REFUSED = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN']);
const UNTRUE = new Set(['CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID']);

function reasonOfError(error: unknown): OutsideReason {
  const { code = '', name = '' } = error as { code?: string; name?: string };
  if (NO_HOST.has(code)) return 'no-host';
  if (REFUSED.has(code)) return 'refused';
  if (UNTRUE.has(code)) return 'certificate';
  if (code === 'ETIMEDOUT' || name === 'TimeoutError' || name === 'AbortError') return 'silent';
  // a chain that is not whole, an old protocol, a head that is none: browsers may be more patient than we
  return 'odd';
}
