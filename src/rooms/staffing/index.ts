/** Who works on whose decision: the register, the review of rights, the hand-over of whoever leaves. */
export { beginHandOver } from './hand-over-commands.ts';
export { completeDecision, noteSent } from './register-commands.ts';
export { staffingRoom } from './room.ts';
export { type DecisionRow, listDecisions } from './store.ts';
