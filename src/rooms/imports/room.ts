import type { Room } from '../../platform/room.ts';
import { publishLines, takeInLines } from './bulk-commands.ts';
import { takeInDocument } from './commands.ts';
import { importRoutes } from './pages/routes.tsx';
import { permits } from './permits.ts';
import { importWords } from './words.ts';

export const importsRoom: Room = {
  name: 'imports',
  routes: importRoutes,
  commands: [takeInDocument, takeInLines, publishLines],
  permits,
  jobs: [],
  desk: [
    {
      label: { vi: importWords('vi').rail, en: importWords('en').rail },
      icon: 'file-stack',
      path: '/nhap',
      permit: 'publishing.write',
    },
  ],
};
