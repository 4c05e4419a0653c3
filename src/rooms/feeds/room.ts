import { PUBLIC_PATHS } from '../../platform/http/paths.ts';
import { publicRoute } from '../../platform/http/types.ts';
import type { Room } from '../../platform/room.ts';
import { feedFile, feedsPage } from './pages.tsx';

/** What other programs read: RSS per section, and the page that lists the feeds. */
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
  ],
};
