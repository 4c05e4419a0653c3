import { PUBLIC_PATHS } from '../../platform/http/paths.ts';
import { publicRoute } from '../../platform/http/types.ts';
import type { Room } from '../../platform/room.ts';
import { searchPage } from './page.tsx';

/** Finding published items of a portal or of the whole locality, with and without diacritics. */
export const searchRoom: Room = {
  name: 'search',
  commands: [],
  permits: {},
  jobs: [],
  routes: (ports) => [
    publicRoute({
      name: 'search.results',
      method: 'GET',
      path: PUBLIC_PATHS.search,
      audience: 'public',
      query: ['q', 'o', 'trang'],
      perMinute: 120,
      handle: (context) => searchPage(ports, context),
    }),
  ],
};
