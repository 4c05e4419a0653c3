/** Public pages of a portal. */
export { ArticleBody } from './pages/article.tsx';
export { failurePage, frontDoor, missingPage, staleNotice } from './pages/failures.tsx';
export { siteRoom } from './room.ts';
export type { ListedRow } from './store.ts';
export { articlePath, itemView, momentView } from './views.ts';
