import type { Reply, RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { deriveTheme } from '../../../rules/theme/index.ts';
import { archIconSvg, type SceneName, themeCss } from '../../../ui/index.ts';
import { iconHref, portalFacts, portalFactsKey, themeHref } from '../../portals/index.ts';

const FOREVER = { 'cache-control': 'public, max-age=31536000, immutable' };

/** The portal's own colours as a stylesheet, and its arch as an icon; their addresses change with the face. */
export async function faceFile(ports: Ports, { site, path }: RequestContext): Promise<Reply> {
  const { portal } = await portalFacts(ports, site.portalId);
  const keys = [portalFactsKey(site.portalId)];
  const theme = deriveTheme(portal.face.colour);
  if (path === themeHref(portal)) {
    return { kind: 'text', type: 'text/css; charset=utf-8', text: themeCss(theme), keys, headers: FOREVER };
  }
  if (path === iconHref(portal)) {
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
