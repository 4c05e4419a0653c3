/** Time limits of the law: a due date is a fold over what happened to a matter. Pure. */
export { explainTrace, standingWords } from './explain.ts';
export { foldClock, isClockRefusal } from './fold.ts';
export { dayStrip, standing } from './standing.ts';
export type {
  ArticleRef,
  ClockEvent,
  ClockRefusal,
  ClockRefusalCode,
  ClockRule,
  ClockState,
  DayMark,
  Period,
  SkippedRun,
  Standing,
  Stretch,
  TraceStep,
  Unit,
} from './types.ts';
export { ANY_START_EVENT, articleText, periodText, START_EVENTS } from './words.ts';
