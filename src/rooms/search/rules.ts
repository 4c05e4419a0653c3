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

/** Spans in which places of results are counted: first place, and the middle that stands for it in a mean. */
const SPANS: readonly { first: number; middle: number }[] = [
  { first: 1, middle: 1 },
  { first: 2, middle: 2 },
  { first: 3, middle: 3 },
  { first: 4, middle: 4.5 },
  { first: 6, middle: 8 },
  { first: 11, middle: 15.5 },
  // open above; the middle of the second page
  { first: 21, middle: 30.5 },
];

/** The span of a place among the results, by its first place; undefined for what is no place. */
export function placeOf(place: number): number | undefined {
  return Number.isInteger(place) ? SPANS.findLast(({ first }) => first <= place)?.first : undefined;
}

/**
 * How well results were placed that readers opened.
 *
 * @param places how often, by the first place of each span
 * @returns part opened at the first place, 0 to 1, and the mean place
 */
export function placingOf(places: Readonly<Record<string, number>>): { first: number; mean: number } {
  const times = ({ first }: { first: number }) => places[String(first)] ?? 0;
  const total = SPANS.reduce((sum, span) => sum + times(span), 0);
  const weighed = SPANS.reduce((sum, span) => sum + times(span) * span.middle, 0);
  return total === 0 ? { first: 0, mean: 0 } : { first: (places['1'] ?? 0) / total, mean: weighed / total };
}
