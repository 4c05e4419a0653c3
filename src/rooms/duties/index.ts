/** The law's time: working calendars, regulations by date, and the clocks that run by both. */
export { calendarOf } from './calendar.ts';
export { clocksOfMany } from './clock-lines.ts';
export {
  findClockById,
  listClocksOf,
  listLiveClocks,
  listOpenClocks,
  type OpenClockFilter,
} from './clock-store.ts';
export {
  type ClockSnapshot,
  type ClockView,
  clockSnapshot,
  clockView,
  dayCells,
  drawnClock,
  snapshotTrace,
  type TraceSentence,
} from './clock-view.ts';
export {
  type ClockStart,
  cancelClock,
  changeClockStart,
  findClock,
  meetClock,
  profileOf,
  recordClockEvent,
  startClock,
  startSameClocks,
  timelineOf,
} from './clocks.ts';
export { acceptProposals, addCalendarRow, confirmCalendar, retireCalendarRow } from './commands.ts';
export {
  computeDeadline,
  countDeadline,
  type Deadline,
  type DeadlineChoice,
  type DeadlineQuestion,
  findDeadline,
  listDeadlineChoices,
  parseMoment,
} from './deadline-queries.ts';
export {
  type ClockChoices,
  clockChoices,
  forwardClock,
  reclassifyClock,
  startAgreedClock,
} from './matters.ts';
export { permits as dutiesPermits } from './permits.ts';
export { REDATE_JOB, redate } from './redating.ts';
export { regulationKey, switchRegulation } from './regulation-commands.ts';
export { dutiesRoom } from './room.ts';
export {
  type Clock,
  CONFIRMED_AHEAD_DAYS,
  calendarWarning,
  citationOf,
  type KeptState,
  type Subject,
} from './rules.ts';
export { type ImportedCalendar, seedCalendar, shippedCalendar } from './seed-commands.ts';
