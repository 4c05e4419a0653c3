/** Texts that exist already: as drafts from folders and uploads, and whole holdings line by line. */
export {
  type BulkLine,
  type BulkReport,
  type BulkTarget,
  importLines,
  type LineNote,
} from './bulk.ts';
export { DUPLICATE, type TakeInDocument, type TakenIn, takeInDocument } from './commands.ts';
export { FOLDER_LIMITS } from './folder.ts';
export {
  type ImportReport,
  type ImportTarget,
  importFiles,
  importFolder,
  type Outcome,
  type Source,
} from './intake.ts';
export { LINE_WORDS } from './line-words.ts';
export { importsRoom } from './room.ts';
