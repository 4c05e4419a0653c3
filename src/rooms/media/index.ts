/** Pictures and files of portals: taken in, kept by their content, shown to the public while something published shows them. */
export { type FileAnswer, fileAnswers } from './answers.ts';
export { type AddMedia, addMedia } from './commands.ts';
export { detectKind } from './detection-rules.ts';
export { chooseEmblem, draftEmblem } from './emblem-commands.ts';
export { EMBLEM_HEIGHT_PX } from './emblem-rules.ts';
export { type Upload, uploadMedia } from './intake.ts';
export { FILE_TYPES } from './kind-rules.ts';
export { emblemDraftHref } from './pages/emblem-routes.ts';
export { permits as mediaPermits } from './permits.ts';
export { mediaRoom } from './room.ts';
export { fileHref, keptName, pictureSet, TEXT_SIZES, withPictureSets } from './rules.ts';
export { countScans } from './scan-store.ts';
export { storedReply } from './serving.ts';
export { findMediaById, findMediaIn, listMedia, listMediaByIds, type MediaRow } from './store.ts';
export { fileFacts, sizeWords } from './words.ts';
