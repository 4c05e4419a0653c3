import { deskPaths, PUBLIC_PATHS } from '../../platform/http/paths.ts';
import { publicRoute, staffRoute } from '../../platform/http/types.ts';
import type { Room } from '../../platform/room.ts';
import { CLICK_PATHS, takeClick } from './clicks.ts';
import { QUERY_NAMES } from './forms.ts';
import { catchUpEvery, INDEX_JOB, indexChanged, readFile } from './indexing.ts';
import { forgetMisses } from './misses.ts';
import { missesPage } from './misses-page.tsx';
import { searchPage } from './page.tsx';
import { permits } from './permits.ts';
import { words } from './words.ts';

const MISSES_PATH = '/tim-khong-thay';

/** Finding published items of a portal or of the whole locality, with and without diacritics. */
export const searchRoom: Room = {
  name: 'search',
  commands: [],
  permits,
  jobs: [indexChanged, readFile, catchUpEvery, forgetMisses],
  hears: { 'publishing.publicChanged': INDEX_JOB, 'library.validityChanged': INDEX_JOB },
  desk: [
    {
      label: { vi: words.vi.missesTitle, en: words.en.missesTitle },
      icon: 'search',
      path: MISSES_PATH,
      permit: 'search.readMisses',
      group: 'readers',
    },
  ],
  routes: (ports) => [
    publicRoute({
      name: 'search.results',
      method: 'GET',
      path: PUBLIC_PATHS.search,
      audience: 'public',
      query: QUERY_NAMES,
      perMinute: 120,
      handle: (context) => searchPage(ports, context),
    }),
    publicRoute({
      name: 'search.opened',
      method: 'POST',
      path: CLICK_PATHS,
      audience: 'anyone',
      perMinute: 60,
      handle: (context) => takeClick(ports, context),
    }),
    staffRoute({
      name: 'search.misses',
      method: 'GET',
      path: deskPaths(MISSES_PATH),
      permit: { permits, permit: 'search.readMisses' },
      handle: (context) => missesPage(ports, context),
    }),
  ],
};
