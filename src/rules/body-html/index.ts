export type { BodyFinding } from './findings.ts';
export { isNoteId, isNoteMark, NOTE, notesInPlace } from './notes.ts';
export { type SanitisedBody, sanitiseBody } from './sanitise.ts';
export { allowedHref, BODY_TAGS, isExternalHref, isOwnFileAddress } from './subset.ts';
export { bodyText, excerpt, fileAddresses, wordCount } from './text.ts';
export {
  type BodyElement,
  type BodyNode,
  type BodyText,
  escapeText,
  innerText,
  isElement,
  parseTree,
  writeTree,
} from './tree.ts';
export { BODY_FINDING_WORDS, type BodyFindingCode } from './words.ts';
