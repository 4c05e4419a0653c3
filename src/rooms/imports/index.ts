/** Texts that exist already, taken in as drafts from folders and uploads. */
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
export { importsRoom } from './room.ts';
