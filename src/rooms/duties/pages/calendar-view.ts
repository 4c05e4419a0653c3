import type { CalendarRow } from '../../../rules/calendar/index.ts';
import type { Lang, Words } from '../../../rules/lang.ts';
import type { RedatingRow } from '../redating-store.ts';
import type { CalendarRowRecord } from '../store.ts';
import type { YearMonth } from './year.ts';

/** Below the desk's base address. */
export const CALENDAR_PATH = '/lich-lam-viec';

/** A form sent and refused: shown again with everything typed. */
export interface Attempt {
  values: URLSearchParams;
  field: string;
  words: Words;
}

export interface CalendarView {
  lang: Lang;
  year: number;
  years: number[];
  months: YearMonth[];
  rows: CalendarRowRecord[];
  confirmed: { from: string; through: string } | undefined;
  warning: Words | undefined;
  /** Statutory days of the year without a row. */
  proposals: CalendarRow[];
  /** Statutory days from the confirmation on that would have to be answered, for the boxes of the confirmation. */
  unanswered: CalendarRow[];
  redatings: RedatingRow[];
  mayChange: boolean;
  csrfToken: string;
  /** What was done last, from the address. */
  done: string | undefined;
  attempt: Attempt | undefined;
}
