/** The record of everything done: hash-chained per locality, append-only. */
export { appendAudit, type ChainVerdict, verifyChain, walkChain } from './chain.ts';
export { auditRoom } from './room.ts';
export { csvLine } from './rules.ts';
