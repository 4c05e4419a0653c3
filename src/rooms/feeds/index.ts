/** Feeds for other programs. */
export { feedsRoom } from './room.ts';
export { type Feed, rssOf } from './rss.ts';
