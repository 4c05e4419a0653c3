import { PUBLIC_PATHS } from '../../platform/http/paths.ts';
import { publicRoute } from '../../platform/http/types.ts';
import type { Room } from '../../platform/room.ts';
import { OAI_PATH, oaiAnswer } from './oai-pages.ts';
import { feedFile, feedsPage } from './pages.tsx';

/** Posted harvests from one address in a minute; the cache does not stand before them. */
const HARVESTS_PER_MINUTE = 120;

/** What other programs read: RSS per section, the page that lists the feeds, and metadata for harvesters. */
export const feedsRoom: Room = {
  name: 'feeds',
  commands: [],
  permits: {},
  jobs: [],
  routes: (ports) => [
    publicRoute({
      name: 'feeds.list',
      method: 'GET',
      path: PUBLIC_PATHS.feeds,
      audience: 'public',
      handle: (context) => feedsPage(ports, context),
    }),
    publicRoute({
      name: 'feeds.portal',
      method: 'GET',
      path: { vi: '/rss.xml', en: '/en/rss.xml' },
      audience: 'public',
      handle: (context) => feedFile(ports, context),
    }),
    publicRoute({
      name: 'feeds.section',
      method: 'GET',
      path: { vi: '/:section/rss.xml', en: '/en/:section/rss.xml' },
      audience: 'public',
      handle: (context) => feedFile(ports, context),
    }),
    publicRoute({
      name: 'feeds.oai',
      method: 'GET',
      path: OAI_PATH,
      audience: 'public',
      query: 'all',
      handle: (context) => oaiAnswer(ports, context, context.query),
    }),
    // a harvester may post its arguments instead (OAI-PMH 2.0 §3.1.1)
    publicRoute({
      name: 'feeds.oaiPosted',
      method: 'POST',
      path: OAI_PATH,
      audience: 'anyone',
      perMinute: HARVESTS_PER_MINUTE,
      handle: (context) => oaiAnswer(ports, context, context.form),
    }),
  ],
};
