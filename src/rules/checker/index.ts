// The checker: what is worth mending in a text before it is submitted, each with its place. Pure.
export { checkContent, findingKey } from './check.ts';
export {
  type CheckCode,
  type CheckGroup,
  checkCodes,
  checkGroups,
  groupOf,
  type Weight,
  weights,
} from './codes.ts';
export { type Conversion, type ConvertedPassage, convertContent } from './conversion.ts';
export { anchorOf, markBody, type Numbered } from './marking.ts';
export type {
  CheckContext,
  CheckedContent,
  CheckedField,
  Correction,
  Finding,
  LinkStanding,
  Place,
} from './model.ts';
export { defaultWeight } from './weights.ts';
export { CHECK_WORDS, GROUP_WORDS } from './words.ts';
