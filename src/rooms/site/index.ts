/** Public pages of a portal. */
export { ArticleBody } from './pages/article.tsx';
export { failurePage, frontDoor, missingPage, staleNotice } from './pages/failures.tsx';
export { type DescribedItem, itemElements } from './pages/item-metadata.ts';
export { siteRoom } from './room.ts';
export type { ListedRow } from './store.ts';
export { articlePath, fileAnchor, isFileAnchor, itemView, momentView } from './views.ts';
