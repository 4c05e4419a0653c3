import type { ComponentChildren } from 'preact';
import type { Lang } from '../rules/lang.ts';
import { Icon, type IconName } from './icons.tsx';
import { uiWords } from './words.ts';

/** One stroke of the vạch ngày: a day. */
export type DayMark = 'passed' | 'today' | 'open' | 'off' | 'due' | 'over';

/** The six states a clock can be in. */
export type ClockState = 'running' | 'urgent' | 'overdue' | 'paused' | 'done' | 'doneLate';

export interface ClockView {
  readonly state: ClockState;
  /** The whole truth in words: "còn 2 ngày làm việc". The strokes only repeat it. */
  readonly words: string;
  readonly marks: readonly DayMark[];
  /** "Hạn trả lời: thứ Ba 24/11/2026", where there is room for it. */
  readonly due?: string | undefined;
  readonly whyHref?: string | undefined;
}

const STATE_ICONS: Readonly<Record<ClockState, IconName>> = {
  running: 'clock',
  urgent: 'clock',
  overdue: 'circle-alert',
  paused: 'circle-pause',
  done: 'circle-check',
  doneLate: 'clock-alert',
};

export interface ClockWordsProps {
  readonly lang: Lang;
  readonly clock: ClockView;
  readonly icon?: boolean | undefined;
  /** In a line of small facts: strokes first, words plain. */
  readonly quiet?: boolean | undefined;
}

/** A clock in words, its strokes beside it, and the way to its reasons. */
export function ClockWords({ lang, clock, icon, quiet }: ClockWordsProps) {
  const strip = clock.marks.length > 0 && <DayStrip state={clock.state} marks={clock.marks} />;
  return (
    <span class={`clock clock-${clock.state}${quiet ? ' clock-quiet' : ''}`}>
      {quiet && strip} {clock.due && <span class="clock-due num">{clock.due} – </span>}
      <span class="clock-words num">
        {icon && <Icon name={STATE_ICONS[clock.state]} />}
        {clock.words}
      </span>{' '}
      {!quiet && strip}
      {clock.whyHref && (
        <>
          {' '}
          <a class="clock-why" href={clock.whyHref}>
            {uiWords(lang).why}
          </a>
        </>
      )}
    </span>
  );
}

const STEP = 8;

/** Strokes never get a second line: of a long clock the last 24 days are drawn. */
const MOST_MARKS = 24;

/**
 * The vạch ngày: one stroke a day; solid = passed, tall = today, open = left, dot = day off, black bar = the due
 * date, red = beyond. Drawn as SVG, so that it prints and keeps its meaning in forced colours. Hidden from screen
 * readers: the words beside it say the same.
 */
export function DayStrip({ state, marks }: { state: ClockState; marks: readonly DayMark[] }) {
  const shown = marks.slice(-MOST_MARKS);
  const width = Math.max(shown.length * STEP, STEP);
  return (
    <svg
      class={`strip strip-${state}`}
      viewBox={`0 0 ${width} 18`}
      width={width}
      height="18"
      aria-hidden="true"
    >
      {shown.map((mark, i) => (
        <Stroke key={i} mark={mark} x={i * STEP} />
      ))}
    </svg>
  );
}

function Stroke({ mark, x }: { mark: DayMark; x: number }) {
  if (mark === 'off') return <circle class="s-off" cx={x + 3} cy="15" r="1.3" />;
  if (mark === 'due') return <rect class="s-due" x={x + 2} y="0" width="2" height="17" />;
  if (mark === 'open') return <rect class="s-open" x={x + 0.75} y="3.75" width="4.5" height="12.5" rx="1" />;
  const top = mark === 'today' ? 0 : 3;
  return <rect class={`s-${mark}`} x={x} y={top} width="6" height={17 - top} rx="1" />;
}

export interface PeriodView {
  /** "còn 10 ngày" */
  readonly left: string;
  /** "Đến hết thứ Hai 30/11/2026" */
  readonly until: string;
  /** Part of the period that has passed, 0 to 1. */
  readonly passed: number;
}

/** Longer, calendar-day periods: a ruler with a notch where today is. */
export function PeriodRuler({ period }: { period: PeriodView }) {
  const at = Math.round(Math.min(1, Math.max(0, period.passed)) * 146) + 1;
  return (
    <p class="period">
      <strong class="num">{period.left}</strong>{' '}
      <svg class="ruler" viewBox="0 0 150 12" width="150" height="12" aria-hidden="true">
        <path class="ruler-all" d="M0 10h150" />
        <path class="ruler-passed" d={`M0 9.5h${at}V1`} />
      </svg>{' '}
      <span class="num">{period.until}</span>
    </p>
  );
}

export interface DayCell {
  /** "Thứ Ba" */
  readonly weekday: string;
  /** "24/11" */
  readonly day: string;
  /** "Ngày 5, hạn" */
  readonly note?: string | undefined;
  readonly kind: 'start' | 'passed' | 'today' | 'open' | 'off' | 'due' | 'over';
}

/** The days of a clock as a strip of cells, in words: read in order by everyone. */
export function DayTable({ label, cells }: { label: string; cells: readonly DayCell[] }) {
  return (
    <ol class="day-table" aria-label={label}>
      {cells.map((cell) => (
        <li
          key={cell.day}
          class={`day-${cell.kind}`}
          aria-current={cell.kind === 'today' ? 'date' : undefined}
        >
          <span class="day-name">{cell.weekday}</span> <strong class="num">{cell.day}</strong>{' '}
          {cell.note && <span class="day-note num">{cell.note}</span>}
        </li>
      ))}
    </ol>
  );
}

export interface TraceStep {
  readonly text: ComponentChildren;
  /** The article the step rests on. */
  readonly source?: string | undefined;
}

/** "Vì sao là ngày này?": the steps that led to a date, numbered, each with its article. */
export function Trace(props: {
  lang: Lang;
  steps: readonly TraceStep[];
  open?: boolean | undefined;
  title?: string | undefined;
  id?: string | undefined;
}) {
  return (
    <details class="trace" open={props.open} id={props.id}>
      <summary>{props.title ?? uiWords(props.lang).whyThisDay}</summary>
      <ol>
        {props.steps.map((step, i) => (
          <li key={i}>
            <div>{step.text}</div>
            {step.source && <p class="note">{step.source}</p>}
          </li>
        ))}
      </ol>
    </details>
  );
}
