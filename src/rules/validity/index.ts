/** When a legal text, or a provision of it, is in force, and why. Pure. */
export { FALLING_RULES, type Fallen, type FallingRule, fallenWith, type Outcome } from './fallen.ts';
export { provisionStateOn, stateOn, timelineOf } from './timeline.ts';
export type { Dated, Reason, Relation, RelationKind, Span, ValidityState } from './types.ts';
export { addressText, fallenSentence, type Names, STATE_NAMES, spanSentence, stateName } from './words.ts';
