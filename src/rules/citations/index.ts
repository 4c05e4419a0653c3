// What legal texts cite: provisions and documents, their roles, links. Pure.
export { findCitations } from './find.ts';
export { citationsIn, type PlacedCitation } from './in-structure.ts';
export { linkCitations } from './link.ts';
export type { Citation, CitationRole, DocumentCited, SelfCited } from './model.ts';
