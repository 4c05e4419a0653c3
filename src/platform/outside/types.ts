/** What was heard when an address was asked. */
export const OUTSIDE_REASONS = [
  /** It opened. */
  'opened',
  /** Its host says that it is not there (404, 410). */
  'not-there',
  /** Its host says that it cannot (5xx). */
  'error',
  /** No answer in time. */
  'silent',
  /** The host takes no connection, or breaks it off. */
  'refused',
  /** Nobody has this name. */
  'no-host',
  /** The certificate has run out, or is another's: a reader is warned off. */
  'certificate',
  /** There, but not shown to machines (401, 403, 429 …). */
  'closed',
  /** Redirected more often than is followed; sites that want cookies do that. */
  'circle',
  /** The certificate or the answer is one that browsers may still take. */
  'odd',
  /** Not asked: it lies on this machine or in its house, or is no address of the web. */
  'inside',
] as const;
export type OutsideReason = (typeof OUTSIDE_REASONS)[number];

export interface OutsideAnswer {
  reason: OutsideReason;
  /** Of HTTP, where the host got as far as that. */
  status: number | null;
  /** Who gave this answer, or none: the host asked, or the one it led to. */
  host: string;
}

/** What an answer tells of a link: it opens, it does not, or a machine cannot tell. */
export function verdictOf(reason: OutsideReason): 'opens' | 'fails' | 'unclear' {
  if (reason === 'opened') return 'opens';
  return ['closed', 'circle', 'odd', 'inside'].includes(reason) ? 'unclear' : 'fails';
}

/** Who asks for which addresses, and how long in all. */
export interface Round {
  addresses: readonly string[];
  /** Who asks, in ASCII. */
  userAgent: string;
  allMs: number;
}

export interface Outside {
  /** Asks for one address. Never throws for what the other side does. */
  ask(address: string, userAgent: string): Promise<OutsideAnswer>;
  /** Asks for many, gently. @returns what was heard, by address; what was not asked is not in it */
  askAll(round: Round): Promise<Map<string, OutsideAnswer>>;
}

export interface Pace {
  /** Hosts asked side by side. */
  atOnce: number;
  /** Between two addresses of one host. */
  gapMs: number;
}
