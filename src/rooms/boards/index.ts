/** Boards of editors: who answers for what a portal publishes, by which decision, and what the public is told of it. */
export { addMember, foundBoard, type Seating, showBoard } from './commands.ts';
export { permits as boardsPermits } from './permits.ts';
export { boardsRoom } from './room.ts';
