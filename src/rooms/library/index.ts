export { DocumentPage } from './pages/document.tsx';
export { DocumentListPage, findDocumentList, LIST_QUERY, readListQuery } from './pages/list.tsx';
export { type DocumentView, findDocumentView } from './queries.ts';
export { readItems } from './reading.ts';
export { relateDocuments } from './relating.ts';
export { libraryRoom } from './room.ts';
export { DOCUMENT_KINDS } from './rules.ts';
export { listByNumbers, type Placed } from './store.ts';
export { type LibraryFault, type LibraryVerdict, verifyLibrary } from './verifying.ts';
