import type { Room } from '../../platform/room.ts';
import { attachCaptions, choosePoster, detachCaptions } from './caption-commands.ts';
import { addMedia, describeMedia, removeFromLibrary, restoreToLibrary } from './commands.ts';
import { removeEmblem, setEmblem } from './emblem-commands.ts';
import { changeFolder, makeFolder, moveMedia, removeFolder } from './folder-commands.ts';
import { mediaRoutes } from './pages/routes.ts';
import { permits } from './permits.ts';
import { prepareJob, previewJob } from './rendering.ts';
import { rescanJob, scanCommands } from './scanning.ts';
import { keepOriginals } from './setting-commands.ts';
import { sweepJob } from './sweeping.ts';

export const mediaRoom: Room = {
  name: 'media',
  routes: mediaRoutes,
  commands: [
    ...[addMedia, describeMedia, moveMedia, removeFromLibrary, restoreToLibrary],
    ...[makeFolder, changeFolder, removeFolder],
    ...[attachCaptions, detachCaptions, choosePoster],
    ...[setEmblem, removeEmblem],
    ...[keepOriginals, ...scanCommands],
  ],
  permits,
  jobs: [prepareJob, previewJob, rescanJob, sweepJob],
  desk: [
    {
      label: { vi: 'Kho ảnh, tệp', en: 'Pictures and files' },
      icon: 'image',
      path: '/kho',
      permit: 'media.read',
      group: 'content',
    },
  ],
};
