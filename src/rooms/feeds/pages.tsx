import { homePath, PUBLIC_PATHS } from '../../platform/http/paths.ts';
import type { Reply, RequestContext } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import { civilDateOf } from '../../rules/calendar/index.ts';
import { Breadcrumb, IconLinks, PageTitle } from '../../ui/index.ts';
import {
  creditOf,
  portalFacts,
  portalName,
  profileInForce,
  publicFrame,
  sectionHref,
  sectionName,
} from '../portals/index.ts';
import { articlePath } from '../site/index.ts';
import { OAI_PATH } from './oai-pages.ts';
import { rssOf } from './rss.ts';
import { listNewest } from './store.ts';
import { words } from './words.ts';

const MOST_ITEMS = 30;

/** The newest items of a section, or of the whole portal, as RSS 2.0 (a mandatory standard of TT 39/2017). */
export async function feedFile(ports: Ports, context: RequestContext): Promise<Reply> {
  const { site, lang, params } = context;
  const { portal, sections } = await portalFacts(ports, site.portalId);
  const slug = params.section;
  const section =
    slug === undefined
      ? undefined
      : sections.find((one) => (lang === 'vi' ? one.slug_vi : one.slug_en) === slug);
  if (slug !== undefined && !section) return { kind: 'missing' };
  const ids = section
    ? [section.id, ...sections.filter((one) => one.parent_id === section.id).map((one) => one.id)]
    : undefined;
  const rows = await ports.database.publicly((db) => listNewest(db, site.portalId, ids, lang, MOST_ITEMS));
  const name = portalName(portal, lang);
  const profile = await profileInForce(ports, site.localityId, civilDateOf(context.now));
  const link = site.origin + (section ? sectionHref(section, lang) : homePath(lang));
  const text = rssOf({
    title: section ? `${sectionName(section, lang)} – ${name}` : name,
    link,
    selfLink: site.origin + context.path,
    description: words[lang].description(section ? sectionName(section, lang) : name),
    language: lang,
    copyright: creditOf(profile, portal, lang),
    items: rows.map((row) => ({
      title: row.title,
      link: site.origin + articlePath(row, lang),
      description: row.summary,
      category: lang === 'vi' ? row.section_vi : row.section_en,
      publishedAt: row.first_published_at,
      updatedAt: row.published_at,
    })),
  });
  return {
    kind: 'text',
    type: 'application/rss+xml; charset=utf-8',
    text,
    keys: [
      `portal:${site.portalId}`,
      `portal-facts:${site.portalId}`,
      ...(ids ?? []).map((id) => `section:${id}`),
    ],
  };
}

/** The page that lists one feed for each section. */
export async function feedsPage(ports: Ports, context: RequestContext): Promise<Reply> {
  const { site, lang } = context;
  const w = words[lang];
  const { portal, sections } = await portalFacts(ports, site.portalId);
  const framed = await publicFrame(
    ports,
    context,
    {
      title: w.title,
      canonicalPath: PUBLIC_PATHS.feeds[lang],
      otherHref: PUBLIC_PATHS.feeds[lang === 'vi' ? 'en' : 'vi'],
    },
    <>
      <Breadcrumb lang={lang} links={[{ href: homePath(lang), text: w.home }]} here={w.title} />
      <PageTitle title={w.title}>{w.lead}</PageTitle>
      <IconLinks
        links={[
          {
            href: lang === 'vi' ? '/rss.xml' : '/en/rss.xml',
            text: w.whole(portalName(portal, lang)),
            icon: 'rss',
          },
          ...sections.map((section) => ({
            href: `${sectionHref(section, lang)}/rss.xml`,
            text: sectionName(section, lang),
            icon: 'rss' as const,
          })),
          { href: `${OAI_PATH[lang]}?verb=Identify`, text: w.oai, icon: 'library' as const },
        ]}
      />
    </>,
  );
  return { kind: 'page', html: framed.html, keys: framed.keys };
}
