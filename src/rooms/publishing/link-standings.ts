import type { Queryable } from '../../platform/db/index.ts';
import { readOutsideAddress } from '../../platform/outside/index.ts';
import { type BodyNode, isElement, parseTree } from '../../rules/body-html/index.ts';
import type { LinkStanding } from '../../rules/checker/index.ts';
import { filesThere, hostsOf, standingsOfItems } from './broken-link-store.ts';
import { SAID_FOR_DAYS } from './outside-rules.ts';
import { listBrokenAddresses } from './outside-store.ts';
import { brokenWords } from './outside-words.ts';

/** Links of one text that are looked up; a list of a thousand links is a list of another kind. */
const MOST_LINKS = 500;

/** What a link inside the installation leads to: an item by its number, a file by its hash. */
type Target = { item: number } | { hash: string };

/** Every address a body links to or shows. */
export function hrefsOf(html: string): string[] {
  const found: string[] = [];
  const walk = (nodes: readonly BodyNode[]) => {
    for (const node of nodes) {
      if (!isElement(node)) continue;
      const href = node.tag === 'a' ? node.attributes.href : undefined;
      if (href) found.push(href);
      walk(node.children);
    }
  };
  walk(parseTree(html));
  return [...new Set(found)];
}

/** The path of an address inside the installation; undefined for other sites. */
function ownPath(href: string, hosts: ReadonlySet<string>): string | undefined {
  if (/^\/(?!\/)/.test(href)) return href;
  if (!/^https?:\/\//i.test(href) || !URL.canParse(href)) return undefined;
  const { host, pathname } = new URL(href);
  return hosts.has(host) ? pathname : undefined;
}

function targetOf(path: string): Target | undefined {
  const plain = path.replace(/[?#].*$/, '').replace(/\/luu$/, '');
  const hash = /^\/tep\/([0-9a-f]{64})(?:\/|$)/.exec(plain)?.[1];
  if (hash) return { hash };
  // as the public pages read it: /chuyen-muc/ten-bai-12, /en/section/name-12, /bai/12
  const number = /^(?:\/en)?\/(?:bai\/|[^/]+\/(?:[^/]*-)?)(\d{1,15})$/.exec(plain)?.[1];
  return number === undefined ? undefined : { item: Number(number) };
}

export interface LinkedText {
  portalId: number;
  localityId: number;
  bodyHtml: string;
  /** Where what was taken from elsewhere is read; empty when nothing was. */
  sourceUrl: string;
}

const DAY_MS = 86_400_000;

/**
 * Where the links of a text lead. Outside the installation only what did not open on several days is known; what is inside and
 * neither an item nor a file is not.
 */
export async function linkStandings(
  db: Queryable,
  { portalId, localityId, bodyHtml, sourceUrl }: LinkedText,
  now: Date,
): Promise<(href: string) => LinkStanding> {
  const hrefs = [...hrefsOf(bodyHtml), ...(sourceUrl ? [sourceUrl] : [])].slice(0, MOST_LINKS);
  if (hrefs.length === 0) return () => undefined;
  const needsHosts = hrefs.some((href) => /^https?:/i.test(href));
  const hosts = new Set(needsHosts ? await hostsOf(db, localityId) : []);
  const targets = new Map<string, Target>();
  const outside = new Map<string, string>();
  for (const href of hrefs) {
    const path = ownPath(href, hosts);
    const target = path === undefined ? undefined : targetOf(path);
    if (target) targets.set(href, target);
    const address = path === undefined ? readOutsideAddress(href) : undefined;
    if (address) outside.set(href, address);
  }
  const all = [...targets.values()];
  const items = all.flatMap((one) => ('item' in one ? [one.item] : []));
  const hashes = all.flatMap((one) => ('hash' in one ? [one.hash] : []));
  const standings = items.length > 0 ? await standingsOfItems(db, items) : undefined;
  const files = hashes.length > 0 ? await filesThere(db, portalId, hashes) : undefined;
  const unreachable = await unreachableOf(db, localityId, outside, now);
  return (href) => {
    const target = targets.get(href);
    if (target === undefined) return unreachable.get(href);
    if ('hash' in target) return files?.has(target.hash) ? 'there' : 'missing';
    return standings?.get(target.item) ?? 'missing';
  };
}

/** @param outside the address asked, by the link as it stands in the text */
async function unreachableOf(
  db: Queryable,
  localityId: number,
  outside: ReadonlyMap<string, string>,
  now: Date,
): Promise<Map<string, LinkStanding>> {
  if (outside.size === 0) return new Map();
  const after = new Date(now.getTime() - SAID_FOR_DAYS * DAY_MS);
  const asked = { localityId, addresses: [...new Set(outside.values())], after };
  const broken = new Map((await listBrokenAddresses(db, asked)).map((one) => [one.address, one]));
  return new Map(
    [...outside].flatMap(([href, address]) => {
      const found = broken.get(address);
      return found ? [[href, { unreachable: brokenWords(found) }] as const] : [];
    }),
  );
}
