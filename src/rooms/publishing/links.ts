import type { Queryable, Transaction } from '../../platform/db/index.ts';
import type { JobDefinition } from '../../platform/jobs/index.ts';
import type { Ports } from '../../platform/ports.ts';
import { type Face, findPortal, listMenusOfItem } from '../portals/index.ts';
import { itemIdOfPath } from './life-rules.ts';
import {
  type EditionLink,
  type LinkedEdition,
  type LinkRow,
  listEditionsForLinks,
  listHostsOf,
  listLinksToFile,
  listLinksToItem,
  listRedirectsTo,
  listUnreadEditions,
  replaceLinks,
  type UseOfFile,
} from './links-store.ts';

const HREF = /\s(?:href|src)="([^"]*)"/g;
const FILE = /^\/tep\/([0-9a-f]{64})(?:\/|$)/;

/**
 * What an edition leads to within the installation: items and files in its text, its attachments, its picture. Each once.
 *
 * @param hosts the names whose addresses are our own
 */
export function linksOf(edition: LinkedEdition, hosts: ReadonlySet<string>): EditionLink[] {
  const found = new Map<string, EditionLink>();
  const add = (link: Omit<EditionLink, 'editionId' | 'itemId' | 'portalId'>) => {
    const { id: editionId, item_id: itemId, portal_id: portalId } = edition;
    if (link.targetItemId === itemId) return;
    const key = `${link.place} ${link.targetItemId ?? link.targetHash}`;
    found.set(key, { editionId, itemId, portalId, ...link });
  };
  for (const [, address = ''] of edition.body_html.matchAll(HREF)) {
    const path = pathWithin(address.replaceAll('&amp;', '&'), hosts);
    const [, hash] = FILE.exec(path) ?? [];
    const targetItemId = hash ? undefined : itemIdOfPath(path);
    if (hash) add({ place: 'body', targetItemId: null, targetHash: hash });
    else if (targetItemId) add({ place: 'body', targetItemId, targetHash: null });
  }
  for (const { hash } of edition.attachments)
    add({ place: 'attachment', targetItemId: null, targetHash: hash });
  if (edition.picture_hash) add({ place: 'picture', targetItemId: null, targetHash: edition.picture_hash });
  return [...found.values()];
}

/** The path of an address of our own; empty for every other. */
function pathWithin(address: string, hosts: ReadonlySet<string>): string {
  if (address.startsWith('/') && !address.startsWith('//')) return address;
  const [, host = '', path = ''] = /^https?:\/\/([^/?#]+)(.*)$/i.exec(address) ?? [];
  return hosts.has(host.toLowerCase().replace(/:\d+$/, '')) ? path : '';
}

/** Reads what these editions lead to, as they are now, in place of what was read before. */
export async function readLinks(tx: Transaction, editionIds: readonly number[]): Promise<void> {
  if (editionIds.length === 0) return;
  const editions = await listEditionsForLinks(tx, editionIds);
  const hosts = new Set(await listHostsOf(tx, [...new Set(editions.map((one) => one.portal_id))]));
  await replaceLinks(
    tx,
    editionIds,
    editions.flatMap((edition) => linksOf(edition, hosts)),
  );
}

/** As many as one run takes; the next minute takes the rest. */
const MOST_AT_ONCE = 1_000;

/** Reads the links of editions that were written in bulk, or before links were kept. Safe to run twice. */
export const readLinksDue: JobDefinition<Ports> = {
  name: 'publishing.readLinks',
  retryLimit: 3,
  cron: '* * * * *',
  run: (ports) =>
    ports.database.transaction({ as: 'system' }, async (tx) =>
      readLinks(tx, await listUnreadEditions(tx, MOST_AT_ONCE)),
    ),
};

/** Everything that leads to an item, as far as who asks may see it. */
export interface ItemUses {
  links: LinkRow[];
  /** Taken-down items whose address leads here. */
  redirects: { item_id: number; title: string }[];
  /** Tasks of the home page that lead here. */
  tasks: Face['tasks'];
  /** Whether a line of the portal's menu leads here; it goes by itself when the item does. */
  isInMenu: boolean;
}

export async function usesOfItem(db: Queryable, item: { id: number; portal_id: number }): Promise<ItemUses> {
  const portal = await findPortal(db, item.portal_id);
  return {
    links: await listLinksToItem(db, item.id),
    isInMenu: (await listMenusOfItem(db, item.id)).length > 0,
    redirects: await listRedirectsTo(db, item.id),
    tasks: (portal?.face.tasks ?? []).filter(({ href }) =>
      [href.vi, href.en].some((path) => itemIdOfPath(path) === item.id),
    ),
  };
}

/**
 * Where a file of a portal's library is used: in drafts on their way and in what is public. A file that is used is not
 * to be removed.
 *
 * @param hash SHA-256 of the file
 */
export function usesOfFile(db: Queryable, portalId: number, hash: string): Promise<UseOfFile[]> {
  return listLinksToFile(db, portalId, hash);
}
