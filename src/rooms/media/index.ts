/** Pictures and files of portals: taken in, kept by their content, shown to the public while something published shows them. */
export { type AddMedia, addMedia, type Upload, uploadMedia } from './commands.ts';
export { permits as mediaPermits } from './permits.ts';
export { mediaRoom } from './room.ts';
export { detectKind, FILE_TYPES, fileHref, keptName } from './rules.ts';
export { storedReply } from './serving.ts';
export { findMediaById, findMediaIn, listMedia, listMediaByIds, type MediaRow } from './store.ts';
export { fileFacts, sizeWords } from './words.ts';
