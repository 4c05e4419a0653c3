import net from 'node:net';

/** Longer ones lead nowhere a reader goes, and fit into no index. */
const MOST_CHARS = 2_000;

/**
 * Networks that are nobody's on the internet: of this machine, of its house, of its provider, of documents (RFC 6890, IANA
 * special-purpose registries). An address in one of them is never asked.
 */
const CLOSED = new net.BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  CLOSED.addSubnet(network, prefix, 'ipv4');
// of IPv6 only 2000::/3 is given out; within it: tunnels that carry an IPv4 address, and documents
const GIVEN_OUT = new net.BlockList();
GIVEN_OUT.addSubnet('2000::', 3, 'ipv6');
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  CLOSED.addSubnet(network, prefix, 'ipv6');

/** Whether an IP address is one of the internet, where everybody's requests may go. */
export function isPublicAddress(address: string): boolean {
  const family = net.isIP(address);
  if (family === 4) return !CLOSED.check(address, 'ipv4');
  return family === 6 && GIVEN_OUT.check(address, 'ipv6') && !CLOSED.check(address, 'ipv6');
}

/** Ports of the web, and those above the ones that other services have. */
const WEB_PORTS = new Set([80, 443]);
const FIRST_FREE_PORT = 1_024;

/** The host name as a resolver takes it, without the brackets of an IPv6 address. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

export function portOf(url: URL): number {
  return Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
}

/** Whether an address is of the web, names nobody's password, and does not lead to another service of its host. */
export function isAskable(url: URL): boolean {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return false;
  if (url.username !== '' || url.password !== '') return false;
  const port = portOf(url);
  return WEB_PORTS.has(port) || port >= FIRST_FREE_PORT;
}

/**
 * An address as it is asked and remembered: in the one way URLs are written, without the place within the page.
 *
 * @returns undefined for what is no address of the web, or too long to be one
 */
export function readOutsideAddress(href: string): string | undefined {
  const text = href.trim();
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  url.hash = '';
  return url.href.length <= MOST_CHARS && isAskable(url) ? url.href : undefined;
}
