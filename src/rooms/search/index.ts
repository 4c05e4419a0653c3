/** Search over what is published. */
export { searchRoom } from './room.ts';
export { type FoundRow, findPublished } from './store.ts';
