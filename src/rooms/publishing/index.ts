/** Items and editions: written, checked, approved by another, published, proposed to other portals. */
export {
  createItems,
  type ItemBatch,
  type PreparedItem,
  prepareItem,
  publishItems,
} from './bulk-commands.ts';
export { checkContent } from './checks.ts';
export {
  approveEdition,
  checkEdition,
  discardEdition,
  publishScheduled,
  publishSigned,
  recallEdition,
  type SignedItem,
  sendBackEdition,
  withdrawEdition,
} from './deciding.ts';
export { EMPTY_CONTENT, textToHtml } from './forms.ts';
export { permits as publishingPermits } from './permits.ts';
export { acceptProposal, proposeItem, refuseProposal } from './proposing.ts';
export { type Published, publicationKeys } from './publication-commands.ts';
export type { Picture } from './publication-store.ts';
export { publishingRoom } from './room.ts';
export { MOVES, STATE_WORDS, type State } from './rules.ts';
export type { Attachment, EditionContent, Facts } from './store.ts';
export { convertEdition, overrideFinding, submitEdition } from './submitting.ts';
export { type CopiesVerdict, type CopyFault, verifyPublications } from './verifying.ts';
export { createItem, saveEdition, startEdition } from './writing.ts';
