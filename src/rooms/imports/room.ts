import type { Room } from '../../platform/room.ts';
import { publishLines, takeInLines } from './bulk-commands.ts';
import { takeInDocument } from './commands.ts';
import { endKey, makeKey } from './key-commands.ts';
import { apiRoutes } from './pages/api-routes.ts';
import { keyRoutes } from './pages/keys-routes.tsx';
import { importRoutes } from './pages/routes.tsx';
import { permits } from './permits.ts';
import { receiveDocument, refuseSecret } from './receiving-commands.ts';
import { importWords } from './words.ts';

export const importsRoom: Room = {
  name: 'imports',
  routes: (ports) => [...importRoutes(ports), ...keyRoutes(ports), ...apiRoutes(ports)],
  commands: [takeInDocument, takeInLines, publishLines, makeKey, endKey, receiveDocument, refuseSecret],
  permits,
  jobs: [],
  desk: [
    {
      label: { vi: importWords('vi').rail, en: importWords('en').rail },
      icon: 'file-stack',
      path: '/nhap',
      permit: 'publishing.write',
      group: 'content',
    },
  ],
};
