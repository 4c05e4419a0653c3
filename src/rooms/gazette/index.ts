/** The gazette (công báo): issues of signed documents that nobody changes once they are out. */

export { approveIssue, composeIssue, submitIssue } from './composing.ts';
export { findPlaceOf, type GazettePlace } from './entry-store.ts';
export { issueGazette } from './issuing.ts';
export { listKeys } from './key-store.ts';
export { createKey } from './keys.ts';
export { gazetteLink } from './pages/place.ts';
export { gazetteRoom } from './room.ts';
export { noteItems, sendToGazette } from './sending.ts';
export { type GazetteFault, type GazetteVerdict, verifyGazette } from './verifying.ts';
export { HELD_FAULTS } from './words.ts';
