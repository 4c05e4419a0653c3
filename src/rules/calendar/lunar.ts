import { LunarDate } from '@nghiavuive/lunar_date_vi';
import type { CivilDate } from './civil.ts';

/**
 * The civil date of a day of the Vietnamese lunar calendar (UTC+7, not China's), never of a leap
 * month. Only the direction lunar → civil of the library is used: it reads no clock and its result
 * does not depend on the time zone of the process (a test runs it in several). Years 1900–2198.
 */
export function civilDateOfLunar(year: number, month: number, day: number): CivilDate {
  const lunar = new LunarDate({ year, month, day, leap_month: false });
  lunar.init();
  const civil = lunar.toSolarDate().get();
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${civil.year}-${pad(civil.month)}-${pad(civil.day)}`;
}
