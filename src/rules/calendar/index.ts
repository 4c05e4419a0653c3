/** The working calendar of a locality: civil dates, days off, working hours. Pure. */
export {
  addDays,
  type CivilDate,
  CivilDateError,
  civilDateOf,
  civilDateOfDay,
  compare,
  type DayNumber,
  dayNumberAt,
  dayNumberOf,
  daysBetween,
  instantOf,
  isCivilDate,
  minutesOf,
  startOfDayMs,
  startOfNextDay,
  type TimeOfDay,
  timeOf,
  type Weekday,
  weekdayOf,
  weekdayOfDay,
} from './civil.ts';
export { type CalendarFile, CalendarFileError, parseCalendarFile } from './file.ts';
export { type DateStyle, dateWords, formatDate, formatInstant, weekdayName } from './format.ts';
export { proposeHolidays } from './holidays.ts';
export {
  buildCalendar,
  type CalendarDay,
  type CalendarOptions,
  type CalendarRow,
  CalendarUnconfirmedError,
  type DayKind,
  DEFAULT_WORKING_HOURS,
  type TimeSpan,
  type WorkingCalendar,
  type WorkingHours,
} from './working.ts';
