/** Items and editions: written, checked, approved by another, published, proposed to other portals. */

export { moveItemTo } from './addressing.ts';
export {
  createItems,
  type ItemBatch,
  type PreparedItem,
  prepareItem,
  publishItems,
} from './bulk-commands.ts';
export { checkContent } from './checks.ts';
export { markCorrection, showOldWording } from './correction-commands.ts';
export {
  approveEdition,
  checkEdition,
  discardEdition,
  publishScheduled,
  publishSigned,
  recallEdition,
  type SignedItem,
  sendBackEdition,
} from './deciding.ts';
export { setExpiry, setReview } from './expiring.ts';
export { EMPTY_CONTENT, textToHtml } from './forms.ts';
export { CAUSE_WORDS, type Cause as WithdrawalCause, type Way as WithdrawalWay } from './life-rules.ts';
export { outsideSummary } from './outside-store.ts';
export { outsideNews } from './outside-words.ts';
export { permits as publishingPermits } from './permits.ts';
export { acceptProposal, proposeItem, refuseProposal } from './proposing.ts';
export { type Published, publicationKeys } from './publication-commands.ts';
export type { Picture } from './publication-store.ts';
export { listColleagues, readablePortals } from './queries.ts';
export { bringBackEdition, restoreEdition } from './restoring.ts';
export { publishingRoom } from './room.ts';
export { MOVES, STATE_WORDS, type State } from './rules.ts';
export type { Attachment, EditionContent, Facts } from './store.ts';
export { convertEdition, overrideFinding, submitEdition } from './submitting.ts';
export { confirmTranslation } from './translating.ts';
export { publishUrgent } from './urgent-commands.ts';
export type { Holder } from './urgent-store.ts';
export { type CopiesVerdict, type CopyFault, verifyPublications } from './verifying.ts';
export { type WithdrawEdition, withdrawEdition } from './withdrawing.ts';
export { createItem, saveEdition, startEdition } from './writing.ts';
