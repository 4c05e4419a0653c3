import { deskPaths } from '../../platform/http/paths.ts';
import { staffRoute } from '../../platform/http/types.ts';
import type { Room } from '../../platform/room.ts';
import { ROLES } from '../../rules/access/index.ts';
import { failedJobsPage, retryJob } from './jobs-page.tsx';
import { deskSearchPage, tasksFile, tasksPage } from './pages.tsx';
import { words } from './words.ts';

const permits = {
  'desk.open': ROLES,
  'desk.failedJobs': ['technicalAdmin'],
} as const;

/** The desk opens on what needs me, by when. */
export const deskRoom: Room = {
  name: 'desk',
  commands: [],
  permits,
  jobs: [],
  desk: [
    {
      label: { vi: words.vi.title, en: words.en.title },
      icon: 'list-checks',
      path: '',
      permit: 'desk.open',
      group: 'work',
      first: true,
    },
    {
      label: { vi: words.vi.jobsTitle, en: words.en.jobsTitle },
      icon: 'triangle-alert',
      path: '/viec-may',
      permit: 'desk.failedJobs',
      group: 'upkeep',
    },
  ],
  routes: (ports) => [
    staffRoute({
      name: 'desk.tasks',
      method: 'GET',
      path: deskPaths(),
      handle: (context) => tasksPage(ports, context),
    }),
    staffRoute({
      name: 'desk.tasksFile',
      method: 'GET',
      path: deskPaths('/viec.csv'),
      handle: (context) => tasksFile(ports, context),
    }),
    staffRoute({
      name: 'desk.search',
      method: 'GET',
      path: deskPaths('/tim'),
      handle: (context) => deskSearchPage(ports, context),
    }),
    staffRoute({
      name: 'desk.failedJobs',
      method: 'GET',
      path: deskPaths('/viec-may'),
      permit: { permits, permit: 'desk.failedJobs' },
      handle: (context) => failedJobsPage(ports, context),
    }),
    staffRoute({
      name: 'desk.retryJob',
      method: 'POST',
      path: deskPaths('/viec-may'),
      permit: { permits, permit: 'desk.failedJobs' },
      handle: (context) => retryJob(ports, context),
    }),
  ],
};
