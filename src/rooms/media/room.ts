import type { Room } from '../../platform/room.ts';
import { addMedia } from './commands.ts';
import { mediaRoutes } from './pages/routes.ts';
import { permits } from './permits.ts';

export const mediaRoom: Room = {
  name: 'media',
  routes: mediaRoutes,
  commands: [addMedia],
  permits,
  jobs: [],
  desk: [
    {
      label: { vi: 'Kho ảnh, tệp', en: 'Pictures and files' },
      icon: 'image',
      path: '/kho',
      permit: 'media.read',
    },
  ],
};
