import { deskPaths, PUBLIC_PATHS } from '../../platform/http/paths.ts';
import {
  type AnyRoute,
  publicRoute,
  type Reply,
  type RequestContext,
  staffRoute,
} from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Room } from '../../platform/room.ts';
import { LIST_QUERY } from '../library/index.ts';
import { PREVIEW_PATHS, portalsPermits } from '../portals/index.ts';
import { articlePage } from './pages/article.tsx';
import { itemByNumber, savedArticle } from './pages/article-files.ts';
import { faceFile } from './pages/face.ts';
import { previewHome, previewTheme } from './pages/face-preview.tsx';
import { homePage } from './pages/home.tsx';
import { NO_ADS } from './pages/kind-home.tsx';
import { articleElements, homeElements, metadataFile, sectionElements } from './pages/metadata-files.ts';
import { ownPage, saveOwnPage } from './pages/own-page.tsx';
import { sectionPage } from './pages/section.tsx';
import { accessibilityPage, standardsPage } from './pages/standards.tsx';
import { contactPage, membersPage, sitemapPage, termsPage } from './pages/standing.tsx';
import { saveView, viewPage } from './pages/view.tsx';
import { robotsFile, sitemapFile } from './pages/xml.ts';

/** What has its metadata as a file, by the address the file lies below. */
const DESCRIBED = { '': homeElements, '/:section': sectionElements, '/:section/:article': articleElements };

type Handler = (ports: Ports, context: RequestContext) => Promise<Reply>;

/** What everyone reads: home, sections, articles and the standing pages of a portal. */
export const siteRoom: Room = {
  name: 'site',
  commands: [],
  permits: {},
  jobs: [],
  routes: (ports) => {
    const page = (
      name: string,
      path: { vi: string; en: string },
      handler: Handler,
      query?: readonly string[],
    ) =>
      publicRoute({
        name: `site.${name}`,
        method: 'GET',
        path,
        audience: 'public',
        ...(query ? { query } : {}),
        handle: (context) => handler(ports, context),
      });
    return [
      page('home', PUBLIC_PATHS.home, homePage, [NO_ADS.name]),
      page('contact', PUBLIC_PATHS.contact, contactPage),
      page('sitemap', PUBLIC_PATHS.sitemap, sitemapPage),
      page('members', PUBLIC_PATHS.members, membersPage, ['ten', 'chu']),
      page('terms', PUBLIC_PATHS.terms, termsPage),
      page('accessibility', PUBLIC_PATHS.accessibility, accessibilityPage),
      page('standards', PUBLIC_PATHS.standards, standardsPage),
      ...ownRoutes(ports),
      ...previewRoutes(ports),
      page('face', { vi: '/giao-dien/:file', en: '/en/face/:file' }, faceFile),
      page('sitemapFile', { vi: '/sitemap.xml', en: '/en/sitemap.xml' }, sitemapFile),
      page('robots', { vi: '/robots.txt', en: '/en/robots.txt' }, robotsFile),
      page('itemByNumber', { vi: '/bai/:number', en: '/en/bai/:number' }, itemByNumber),
      page('section', { vi: '/:section', en: '/en/:section' }, sectionPage, [...LIST_QUERY, 'luu-tru']),
      page('article', { vi: '/:section/:article', en: '/en/:section/:article' }, articlePage, ['ngay']),
      ...(['xml', 'json'] as const).flatMap((format) =>
        Object.entries(DESCRIBED).map(([below, describe]) =>
          page(
            `metadata.${format}`,
            { vi: `${below}/dc.${format}`, en: `/en${below}/dc.${format}` },
            metadataFile(describe, format),
          ),
        ),
      ),
      page('savedArticle', { vi: '/:section/:article/luu', en: '/en/:section/:article/luu' }, savedArticle),
    ];
  },
};

/** What a reader chooses for himself: pages of his own, never kept for others. */
function ownRoutes(ports: Ports): AnyRoute[] {
  return [
    publicRoute({
      name: 'site.view',
      method: 'GET',
      path: PUBLIC_PATHS.view,
      audience: 'anyone',
      handle: (context) => viewPage(ports, context),
    }),
    publicRoute({
      name: 'site.saveView',
      method: 'POST',
      path: PUBLIC_PATHS.view,
      audience: 'anyone',
      perMinute: 60,
      handle: (context) => saveView(ports, context),
    }),
    publicRoute({
      name: 'site.ownPage',
      method: 'GET',
      path: PUBLIC_PATHS.own,
      audience: 'anyone',
      perMinute: 60,
      handle: (context) => ownPage(ports, context),
    }),
    publicRoute({
      name: 'site.saveOwnPage',
      method: 'POST',
      path: PUBLIC_PATHS.own,
      audience: 'anyone',
      perMinute: 60,
      handle: (context) => saveOwnPage(ports, context),
    }),
  ];
}

/** The first page as a form at the desk would make it. */
function previewRoutes(ports: Ports): AnyRoute[] {
  return [
    staffRoute({
      name: 'site.previewHome',
      method: 'POST',
      path: deskPaths(PREVIEW_PATHS.page),
      permit: { permits: portalsPermits, permit: 'portals.compose' },
      handle: (context) => previewHome(ports, context),
    }),
    staffRoute({
      name: 'site.previewTheme',
      method: 'GET',
      path: deskPaths(PREVIEW_PATHS.theme),
      permit: { permits: portalsPermits, permit: 'portals.compose' },
      handle: (context) => previewTheme(ports, context),
    }),
  ];
}
