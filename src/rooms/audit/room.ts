import type { Room } from '../../platform/room.ts';
import { forgetCallers } from './forgetting.ts';
import { recordRoutes } from './record-routes.tsx';
import { permits } from './rules.ts';
import { recordLabel } from './words.ts';

export const auditRoom: Room = {
  name: 'audit',
  routes: recordRoutes,
  commands: [],
  permits,
  jobs: [forgetCallers],
  desk: [{ label: recordLabel, icon: 'history', path: '/nhat-ky', permit: 'audit.read', group: 'upkeep' }],
};
