import { addDays } from '../../rules/calendar/index.ts';

/** Level 3 of TCVN 14423:2026: an account not used for so long is closed; its owner is told twice before. */
export const IDLE_DAYS = 45;
export const IDLE_WARNINGS: readonly number[] = [30, 40];
/** The same text: rights are looked through at least every six months. */
export const REVIEW_EVERY_MONTHS = 6;
/** A review opens so long before it must be done: our figure, so that the months between two stay within the text's. */
export const REVIEW_DAYS = 30;

/** The same day so many months later, or the last day of that month. */
export function addMonths(on: string, months: number): string {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const first = `${String(toYear).padStart(4, '0')}-${String(toMonth).padStart(2, '0')}-01`;
  const nextIndex = index + 1;
  const next = `${String(Math.floor(nextIndex / 12)).padStart(4, '0')}-${String((nextIndex % 12) + 1).padStart(2, '0')}-01`;
  const last = addDays(next, -1);
  const wanted = addDays(first, day - 1);
  return wanted > last ? last : wanted;
}

/** By when the next review of a portal is done, counted from the end of the last one, or from its first right. */
export function reviewDueOn(lastOn: string): string {
  return addMonths(lastOn, REVIEW_EVERY_MONTHS);
}

/** Whether a review is to be opened today. */
export function opensReview(lastOn: string, todayOn: string): boolean {
  return todayOn >= addDays(reviewDueOn(lastOn), -REVIEW_DAYS);
}

export type IdleStep = { do: 'nothing' } | { do: 'warn'; days: number } | { do: 'close' };

/** What is due for an account last used on a day: nothing, a warning, or its closing. */
export function idleStep(lastUsedOn: string, todayOn: string): IdleStep {
  if (todayOn >= addDays(lastUsedOn, IDLE_DAYS)) return { do: 'close' };
  const days = IDLE_WARNINGS.filter((one) => todayOn >= addDays(lastUsedOn, one)).at(-1);
  return days === undefined ? { do: 'nothing' } : { do: 'warn', days };
}
