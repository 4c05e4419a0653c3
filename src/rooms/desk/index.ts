/** "Việc của tôi" and what belongs to no single room of the desk. */
export { deskRoom } from './room.ts';
