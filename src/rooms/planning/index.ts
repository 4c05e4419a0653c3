/** What a board means to publish, and how much of it each section is to bring. */
export { planTopic, setTarget } from './commands.ts';
export { planningRoom } from './room.ts';
