import type { CivilDate } from '../calendar/index.ts';

/**
 * How far a reading can be trusted: *certain* stands where the form of documents (NĐ 30/2020) puts it, *likely*
 * was taken from a second place or computed, *uncertain* is a guess that a person must confirm.
 */
export type Confidence = 'certain' | 'likely' | 'uncertain';

/** Where in the file a value was read. */
export type ReadFrom = 'letterhead' | 'body' | 'attachment' | 'webHeader' | 'signature' | 'number';

export type Reading<T> = {
  value: T;
  /** As it stands in the file. */
  printed: string;
  confidence: Confidence;
  /** Number of the line it came from. */
  line: number;
  from: ReadFrom;
};

export type DateReading = Reading<CivilDate>;

export function reading<T>(
  value: T,
  printed: string,
  line: number,
  from: ReadFrom,
  confidence: Confidence = 'certain',
): Reading<T> {
  return { value, printed, confidence, line, from };
}
