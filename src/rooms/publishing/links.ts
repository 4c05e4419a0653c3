import type { Queryable, Transaction } from '../../platform/db/index.ts';
import type { JobDefinition } from '../../platform/jobs/index.ts';
import { readOutsideAddress } from '../../platform/outside/index.ts';
import type { Ports } from '../../platform/ports.ts';
import { type Face, findPortal, listMenusOfItem } from '../portals/index.ts';
import { itemIdOfPath } from './life-rules.ts';
import {
  type EditionLink,
  type LinkedEdition,
  type LinkRow,
  listEditionsForLinks,
  listHostsOf,
  listLinksToItem,
  listRedirectsTo,
  listUnreadEditions,
  replaceLinks,
} from './links-store.ts';

const HREF = /\s(?:href|src)="([^"]*)"/g;
const FILE = /^\/tep\/([0-9a-f]{64})(?:\/|$)/;

/**
 * What an edition leads to: items and files of the installation in its text, its attachments, its picture; addresses outside in
 * its text and as its source. Each once.
 *
 * @param hosts the names whose addresses are our own
 */
export function linksOf(edition: LinkedEdition, hosts: ReadonlySet<string>): EditionLink[] {
  const found = new Map<string, EditionLink>();
  const none = { targetItemId: null, targetHash: null, targetAddress: null };
  const add = (link: Pick<EditionLink, 'place'> & Partial<EditionLink>) => {
    const { id: editionId, item_id: itemId, portal_id: portalId } = edition;
    if (link.targetItemId === itemId) return;
    const key = `${link.place} ${link.targetItemId ?? link.targetHash ?? link.targetAddress}`;
    found.set(key, { editionId, itemId, portalId, ...none, ...link });
  };
  const addOutside = (place: EditionLink['place'], address: string) => {
    const targetAddress = readOutsideAddress(address);
    if (targetAddress && pathWithin(address, hosts) === undefined) add({ place, targetAddress });
  };
  for (const [, escaped = ''] of edition.body_html.matchAll(HREF)) {
    const address = escaped.replaceAll('&amp;', '&');
    const path = pathWithin(address, hosts) ?? '';
    const [, targetHash] = FILE.exec(path) ?? [];
    const targetItemId = targetHash ? undefined : itemIdOfPath(path);
    if (targetHash) add({ place: 'body', targetHash });
    else if (targetItemId) add({ place: 'body', targetItemId });
    else addOutside('body', address);
  }
  addOutside('source', edition.source_url);
  for (const { hash } of edition.attachments) add({ place: 'attachment', targetHash: hash });
  if (edition.picture_hash) add({ place: 'picture', targetHash: edition.picture_hash });
  return [...found.values()];
}

/** The path of an address of our own; undefined for every other. */
function pathWithin(address: string, hosts: ReadonlySet<string>): string | undefined {
  if (address.startsWith('/') && !address.startsWith('//')) return address;
  const [, host = '', path = ''] = /^https?:\/\/([^/?#]+)(.*)$/i.exec(address) ?? [];
  return hosts.has(host.toLowerCase().replace(/:\d+$/, '')) ? path : undefined;
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
