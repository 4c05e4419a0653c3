import { createHash } from 'node:crypto';

/** One entry of the record, as it is hashed. `at` is an ISO 8601 instant with milliseconds, UTC. */
export interface AuditRecord {
  localityId: number;
  seq: number;
  portalId: number | null;
  personId: number | null;
  actor: string;
  command: string;
  subjectKind: string;
  subjectId: string;
  payload: unknown;
  at: string;
}

/**
 * From where somebody came over the network. Kept beside an entry and never hashed with it: it is personal data that is
 * deleted after its time.
 */
export interface Caller {
  /** IPv4 or IPv6. */
  address: string;
  /** Source port; null when it is not known. */
  port: number | null;
}

/** JSON with sorted keys, so that the same content always gives the same bytes (after RFC 8785). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one ?? null)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, one]) => one !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** SHA-256 over the previous hash and the entry: changing, dropping or inserting one breaks all that follow. */
export function chainHash(prevHash: string, record: AuditRecord): string {
  return createHash('sha256').update(prevHash).update('\n').update(canonicalJson(record)).digest('hex');
}

/** The first break in a run of entries, or undefined when it holds. Entries must come in order of `seq`. */
export function findBreak(
  entries: Iterable<AuditRecord & { prevHash: string; hash: string }>,
  start: { seq: number; hash: string },
): { seq: number; reason: 'gap' | 'prev' | 'hash' } | undefined {
  let { seq, hash } = start;
  for (const { prevHash, hash: stored, ...record } of entries) {
    if (record.seq !== seq + 1) return { seq: seq + 1, reason: 'gap' };
    if (prevHash !== hash) return { seq: record.seq, reason: 'prev' };
    if (chainHash(prevHash, record) !== stored) return { seq: record.seq, reason: 'hash' };
    seq = record.seq;
    hash = stored;
  }
  return undefined;
}
