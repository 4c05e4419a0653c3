/** "Việc của tôi" and what belongs to no single room of the desk. */
export { findDeskPlace } from './queries.ts';
export { deskRoom } from './room.ts';
