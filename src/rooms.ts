import type { Room } from './platform/room.ts';
import { accountsRoom } from './rooms/accounts/index.ts';
import { auditRoom } from './rooms/audit/index.ts';
import { boardsRoom } from './rooms/boards/index.ts';
import { deskRoom } from './rooms/desk/index.ts';
import { directoryRoom } from './rooms/directory/index.ts';
import { dutiesRoom } from './rooms/duties/index.ts';
import { feedsRoom } from './rooms/feeds/index.ts';
import { gazetteRoom } from './rooms/gazette/index.ts';
import { guidesRoom } from './rooms/guides/index.ts';
import { importsRoom } from './rooms/imports/index.ts';
import { inquiriesRoom } from './rooms/inquiries/index.ts';
import { libraryRoom } from './rooms/library/index.ts';
import { mediaRoom } from './rooms/media/index.ts';
import { notificationsRoom } from './rooms/notifications/index.ts';
import { planningRoom } from './rooms/planning/index.ts';
import { portalsRoom } from './rooms/portals/index.ts';
import { publishingRoom } from './rooms/publishing/index.ts';
import { searchRoom } from './rooms/search/index.ts';
import { siteRoom } from './rooms/site/index.ts';
import { staffingRoom } from './rooms/staffing/index.ts';

/**
 * The rooms, in the order of dependency: a room opens only the doors of rooms that stand before it here.
 * tests/house.test.ts holds the imports to this order.
 */
export const ROOMS: readonly Room[] = [
  auditRoom,
  accountsRoom,
  portalsRoom,
  dutiesRoom,
  mediaRoom,
  notificationsRoom,
  boardsRoom,
  staffingRoom,
  publishingRoom,
  directoryRoom,
  planningRoom,
  libraryRoom,
  gazetteRoom,
  inquiriesRoom,
  siteRoom,
  searchRoom,
  feedsRoom,
  importsRoom,
  guidesRoom,
  deskRoom,
];
