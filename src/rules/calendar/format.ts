import type { Lang, Words } from '../lang.ts';
import { type CivilDate, civilDateOf, dayNumberOf, timeOf, type Weekday, weekdayOf } from './civil.ts';
import { MONTHS_EN, WEEKDAYS } from './words.ts';

/**
 * How a date is written:
 * - long: "thứ Ba 24/11/2026", "Tuesday 24 November 2026"
 * - short: "19/11/2026", "19 Nov 2026"
 * - dayMonth: "21/11", "21 November"
 * - weekdayDayMonth: "thứ Bảy 21/11", "Saturday 21 November"
 */
export type DateStyle = 'long' | 'short' | 'dayMonth' | 'weekdayDayMonth';

/** The name of a weekday inside a sentence: "thứ Ba", "Chủ nhật", "Tuesday". */
export function weekdayName(weekday: Weekday, lang: Lang): string {
  return WEEKDAYS[lang][weekday - 1] ?? '';
}

/** A date in the words and order of the language; throws CivilDateError when it is no date. */
export function formatDate(on: CivilDate, lang: Lang, style: DateStyle = 'long'): string {
  dayNumberOf(on);
  const [year = '', month = '', day = ''] = on.split('-');
  const monthEn = MONTHS_EN[Number(month) - 1] ?? '';
  const dayMonth = lang === 'vi' ? `${day}/${month}` : `${Number(day)} ${monthEn}`;
  if (style === 'dayMonth') return dayMonth;
  if (style === 'short')
    return lang === 'vi' ? `${dayMonth}/${year}` : `${Number(day)} ${monthEn.slice(0, 3)} ${year}`;
  const withWeekday = `${weekdayName(weekdayOf(on), lang)} ${dayMonth}`;
  if (style === 'weekdayDayMonth') return withWeekday;
  return lang === 'vi' ? `${withWeekday}/${year}` : `${withWeekday} ${year}`;
}

/** An instant in the words of the language, Việt Nam time: "14:05 thứ Năm 19/11/2026". */
export function formatInstant(instant: Date, lang: Lang): string {
  return `${timeOf(instant)} ${formatDate(civilDateOf(instant), lang, 'long')}`;
}

/** A date in both languages, for sentences that are made in both at once. */
export function dateWords(on: CivilDate, style: DateStyle = 'long'): Words {
  return { vi: formatDate(on, 'vi', style), en: formatDate(on, 'en', style) };
}
