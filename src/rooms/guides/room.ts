import { deskPaths } from '../../platform/http/paths.ts';
import { staffRoute } from '../../platform/http/types.ts';
import type { Room } from '../../platform/room.ts';
import { guideList, guidePage, guidePicture } from './pages.tsx';

/** Help where the question arises: the guides, inside the desk. */
export const guidesRoom: Room = {
  name: 'guides',
  commands: [],
  permits: {},
  jobs: [],
  routes: (ports) => [
    staffRoute({
      name: 'guides.list',
      method: 'GET',
      path: deskPaths('/huong-dan'),
      handle: (context) => guideList(ports, context),
    }),
    staffRoute({
      name: 'guides.guide',
      method: 'GET',
      path: deskPaths('/huong-dan/:guide'),
      handle: (context) => guidePage(ports, context),
    }),
    staffRoute({
      name: 'guides.picture',
      method: 'GET',
      path: deskPaths('/huong-dan/anh/:picture'),
      handle: guidePicture,
    }),
  ],
};
