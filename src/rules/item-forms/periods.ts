import { type CivilDate, isCivilDate } from '../calendar/index.ts';

/** Days from and to, the last one counted in; without `to` it has not ended. */
export interface Period {
  readonly from: CivilDate;
  readonly to: CivilDate | undefined;
}

/** A period as it is kept, `2026-11-01/2026-11-30` or `2026-11-01/`; undefined for anything else. */
export function periodOf(value: string | undefined): Period | undefined {
  const [from = '', to = ''] = (value ?? '').split('/');
  if (!isCivilDate(from)) return undefined;
  if (to === '') return { from, to: undefined };
  return isCivilDate(to) && to >= from ? { from, to } : undefined;
}

/** Whether a day lies within a period as it is kept; false for what is no period. */
export function isWithin(value: string | undefined, on: CivilDate): boolean {
  const period = periodOf(value);
  return period !== undefined && period.from <= on && (period.to === undefined || on <= period.to);
}

/** Whether a period as it is kept was over before a day. */
export function isOver(value: string | undefined, on: CivilDate): boolean {
  const to = periodOf(value)?.to;
  return to !== undefined && to < on;
}
