import { FilesAway } from '../../../platform/files/index.ts';
import type { Reply, RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { deriveTheme } from '../../../rules/theme/index.ts';
import { archIconSvg, type SceneName, themeCss } from '../../../ui/index.ts';
import { storedReply } from '../../media/index.ts';
import {
  emblemHref,
  iconHref,
  localityPortals,
  type PortalRow,
  portalFacts,
  portalFactsKey,
  themeHref,
} from '../../portals/index.ts';

const FOREVER = { 'cache-control': 'public, max-age=31536000, immutable' };

/** The portal's own colours as a stylesheet, its emblem, and its icon; their addresses change with the face. */
export async function faceFile(ports: Ports, context: RequestContext): Promise<Reply> {
  const { path } = context;
  const portal = await portalNamed(ports, context);
  if (!portal) return { kind: 'missing' };
  const keys = [portalFactsKey(portal.id)];
  const theme = deriveTheme(portal.face.colour);
  if (path === themeHref(portal)) {
    return { kind: 'text', type: 'text/css; charset=utf-8', text: themeCss(theme), keys, headers: FOREVER };
  }
  const { emblem } = portal;
  if (emblem && path === emblemHref(portal, emblem))
    return pictureReply(ports, context, 'image/webp', emblem.hash);
  if (path === iconHref(portal)) {
    if (emblem?.icon_hash) return pictureReply(ports, context, 'image/png', emblem.icon_hash);
    return {
      kind: 'text',
      type: 'image/svg+xml',
      text: archIconSvg(portal.face.scene as SceneName, portal.face.colour),
      keys,
      headers: FOREVER,
    };
  }
  return { kind: 'missing' };
}

/** The portal whose face the address names: one of the locality, since a desk shows those of members as well. */
async function portalNamed(ports: Ports, { site, path }: RequestContext): Promise<PortalRow | undefined> {
  const [, number] = /^\/giao-dien\/(\d{1,15})\./.exec(path) ?? [];
  if (Number(number) === site.portalId) return (await portalFacts(ports, site.portalId)).portal;
  return (await localityPortals(ports, site.localityId)).find(({ id }) => id === Number(number));
}

async function pictureReply(
  ports: Ports,
  { headers }: RequestContext,
  type: string,
  hash: string,
): Promise<Reply> {
  try {
    const stored = await ports.files.open(hash);
    return stored
      ? storedReply(type, stored, headers, { ...FOREVER, etag: `"${hash}"` })
      : { kind: 'missing' };
  } catch (error) {
    if (!(error instanceof FilesAway)) throw error;
    // the page around it goes on without it
    return {
      ...{ kind: 'text', type: 'text/plain; charset=utf-8', text: '', status: 503 },
      headers: { 'retry-after': '60', 'cache-control': 'no-store' },
    };
  }
}
