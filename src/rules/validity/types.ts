import type { CivilDate } from '../calendar/index.ts';

/** What one document does to another; `fromId` is the one that does it. */
export type RelationKind =
  | 'replaces'
  | 'amends'
  | 'repeals'
  | 'suspends'
  | 'resumes'
  | 'guides'
  | 'basedOn'
  | 'corrects'
  | 'consolidates'
  | 'refersTo';

export interface Relation {
  kind: RelationKind;
  fromId: number;
  toId: number;
  /** Addresses of provisions of the target; none: the whole of it. */
  provisions: readonly string[];
  /** First day of effect; undefined: the day the doing document comes into force. Never earlier than that day. */
  on: CivilDate | undefined;
  /** Last day of a suspension, where its text sets one. */
  until?: CivilDate;
}

export interface Dated {
  id: number;
  issuedOn: CivilDate;
  effectiveOn: CivilDate | undefined;
  /** First day on which it no longer applies, where its own text or an announcement sets one. */
  expiresOn: CivilDate | undefined;
}

/**
 * Where a document, or a provision, stands on a day. `partly`: parts of it were repealed, replaced or suspended;
 * an amendment alone leaves it `inForce`. `unknown`: its day of effect is not recorded.
 */
export type ValidityState = 'unknown' | 'notYet' | 'inForce' | 'partly' | 'suspended' | 'expired';

export interface Reason {
  kind: RelationKind | 'effect' | 'expiry';
  /** The document that did it; absent where the document's own dates say so. */
  byId?: number;
  /** First day of it. */
  on: CivilDate;
  /** Addresses concerned; none: the whole. */
  provisions: readonly string[];
}

/** A stretch of time in which nothing changes; `undefined` is without beginning, without end. */
export interface Span {
  from: CivilDate | undefined;
  /** Exclusive. */
  to: CivilDate | undefined;
  state: ValidityState;
  reasons: readonly Reason[];
}
