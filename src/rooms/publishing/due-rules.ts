import {
  CalendarUnconfirmedError,
  type CivilDate,
  civilDateOf,
  startOfNextDay,
  type WorkingCalendar,
} from '../../rules/calendar/index.ts';

/** A last day, and the instant at which it is over. */
export interface Due {
  dueOn: CivilDate;
  dueAt: Date;
}

/**
 * The last day of a period of working days that begins after the day of an event; its end is the end of that day. The
 * calendar may not be confirmed that far: then no day is guessed.
 */
export function workingDue(calendar: WorkingCalendar, from: Date, workingDays: number): Due | undefined {
  try {
    const dueOn = calendar.addWorkingDays(civilDateOf(from), workingDays);
    return { dueOn, dueAt: startOfNextDay(dueOn) };
  } catch (error) {
    if (error instanceof CalendarUnconfirmedError) return undefined;
    throw error;
  }
}
