/** The record of everything done: hash-chained per locality, append-only. */
export { appendAudit, type ChainVerdict, readChain, verifyChain } from './chain.ts';
export { auditRoom } from './room.ts';
