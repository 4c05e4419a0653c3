import type { CivilDate } from '../../rules/calendar/index.ts';
import { findPersonalData } from '../../rules/personal-data/index.ts';
import { foldVietnamese } from '../../rules/text/index.ts';
import type { ForceState } from './engine.ts';

/** Longest query that is read; longer ones are cut, not refused. A question of law may be long. */
export const QUERY_MAX = 400;
/** Longest query that is kept when it found nothing. */
const MISS_MAX = 80;

/** A query as it is asked: one line, at most {@link QUERY_MAX} characters. */
export function cleanQuery(text: string | null): string {
  return (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, QUERY_MAX);
}

/** Where a document stands on a day; undefined when its days are not known. */
export function forceStateOf(
  days: { effective_on: CivilDate | null; expires_on: CivilDate | null },
  today: CivilDate,
): ForceState | undefined {
  if (days.expires_on && days.expires_on <= today) return 'ended';
  if (!days.effective_on) return undefined;
  return days.effective_on <= today ? 'inForce' : 'notYet';
}

/**
 * What may be kept of a query that found nothing: without marks and signs, no numbers of more than four figures, nothing
 * that looks like personal data (LC-009). Undefined when nothing may.
 */
export function missOf(query: string): string | undefined {
  if (findPersonalData(query).length > 0 || /@|https?:|\d{5,}/i.test(query)) return undefined;
  const folded = foldVietnamese(query)
    .replace(/[^\p{L}\p{N}/-]+/gu, ' ')
    .trim();
  return folded.length > 1 && folded.length <= MISS_MAX ? folded : undefined;
}
