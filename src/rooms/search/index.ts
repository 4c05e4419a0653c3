/** Search over what is published. */

export type { Facets, Found, SearchAnswer, SearchEngine, SearchFilters, SearchRequest } from './engine.ts';
export { type FileCount, forgetRefusals, readMissingFiles } from './file-reading.ts';
export { indexMissing, rebuildIndex } from './indexing.ts';
export { searchAnswers } from './queries.ts';
export { searchRoom } from './room.ts';
export { sqlEngine } from './sql-engine.ts';
