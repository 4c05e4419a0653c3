import { PUBLIC_PATHS } from '../../../platform/http/paths.ts';
import type { Reply, RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { portalFacts, portalFactsKey, sectionHref } from '../../portals/index.ts';
import { listForSitemap } from '../store.ts';
import { articlePath } from '../views.ts';

/** The site map for search engines (sitemaps.org protocol 0.9). */
export async function sitemapFile(ports: Ports, { site }: RequestContext): Promise<Reply> {
  const { sections } = await portalFacts(ports, site.portalId);
  const rows = await ports.database.publicly((db) => listForSitemap(db, site.portalId));
  const standing = (['home', 'contact', 'sitemap', 'members', 'deadlines', 'terms'] as const).flatMap(
    (name) => [PUBLIC_PATHS[name].vi, PUBLIC_PATHS[name].en],
  );
  const addresses = [
    ...standing.map((path) => ({ path, on: undefined })),
    ...sections.flatMap((section) => [
      { path: sectionHref(section, 'vi'), on: undefined },
      { path: sectionHref(section, 'en'), on: undefined },
    ]),
    ...rows.map((row) => ({
      path: articlePath({ ...row, section_slug_vi: row.slug_vi, section_slug_en: row.slug_en }, row.language),
      on: row.published_at.toISOString(),
    })),
  ];
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${addresses.map(({ path, on }) => `<url><loc>${site.origin}${path}</loc>${on ? `<lastmod>${on}</lastmod>` : ''}</url>`).join('\n')}
</urlset>
`;
  return {
    kind: 'text',
    type: 'application/xml; charset=utf-8',
    text,
    keys: [portalFactsKey(site.portalId), `portal:${site.portalId}`],
  };
}

export async function robotsFile(_ports: Ports, { site }: RequestContext): Promise<Reply> {
  const text = `User-agent: *
Disallow: /ban-lam-viec
Disallow: /en/desk
Disallow: /tim-kiem
Disallow: /en/search
Sitemap: ${site.origin}/sitemap.xml
`;
  return { kind: 'text', type: 'text/plain; charset=utf-8', text };
}
