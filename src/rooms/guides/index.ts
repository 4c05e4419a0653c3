/** The guides for those who write, decide and administer, read inside the product. */
export { guidesRoom } from './room.ts';
