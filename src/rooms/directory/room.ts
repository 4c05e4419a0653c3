import { deskPaths } from '../../platform/http/paths.ts';
import { publicRoute, staffRoute } from '../../platform/http/types.ts';
import type { Room } from '../../platform/room.ts';
import { COVERAGE, DIRECTORY_PATHS } from './addresses.ts';
import { showCoverage } from './pages/coverage-page.tsx';
import { showLeaders } from './pages/leaders-page.tsx';
import { showStructure } from './pages/structure-page.tsx';
import { permits } from './permits.ts';
import { directoryWords } from './words.ts';

/** Who is who: the chart of bodies and the leaders, by day; what an introduction still lacks. */
export const directoryRoom: Room = {
  name: 'directory',
  commands: [],
  permits,
  jobs: [],
  routes: (ports) => [
    publicRoute({
      ...{ name: 'directory.structure', method: 'GET', path: DIRECTORY_PATHS.structure, audience: 'public' },
      query: ['ngay'],
      handle: (context) => showStructure(ports, context),
    }),
    publicRoute({
      ...{ name: 'directory.leaders', method: 'GET', path: DIRECTORY_PATHS.leaders, audience: 'public' },
      query: ['ngay'],
      handle: (context) => showLeaders(ports, context),
    }),
    staffRoute({
      ...{ name: 'directory.coverage', method: 'GET', path: deskPaths(COVERAGE) },
      permit: { permits, permit: 'directory.read' },
      handle: (context) => showCoverage(ports, context),
    }),
  ],
  desk: [
    {
      label: { vi: directoryWords('vi').coverage, en: directoryWords('en').coverage },
      icon: 'landmark',
      path: COVERAGE,
      permit: 'directory.read',
      group: 'content',
    },
  ],
};
