import { Icon } from './icons.tsx';

export interface SessionEndView {
  /** Milliseconds of rest after which the session ends, and those left to its end however busy. */
  readonly restMs: number;
  readonly endMs: number;
  /** Asked to keep it. */
  readonly stayHref: string;
  readonly words: {
    readonly title: string;
    readonly rest: string;
    readonly end: string;
    readonly over: string;
    readonly stay: string;
  };
}

/** Shown by the island `session-end` shortly before; without script a form sent too late is carried through signing in. */
export function SessionEnd({ restMs, endMs, stayHref, words }: SessionEndView) {
  return (
    <div
      class="session-end callout callout-warn"
      role="status"
      hidden
      data-session-end=""
      data-rest={restMs}
      data-end={endMs}
      data-stay={stayHref}
    >
      <p class="callout-title">
        <Icon name="clock-alert" /> {words.title}
      </p>
      <p data-when="rest" hidden>
        {words.rest}
      </p>
      <p data-when="end" hidden>
        {words.end}
      </p>
      <p data-when="over" hidden>
        {words.over}
      </p>
      <button class="button second" type="button" hidden>
        {words.stay}
      </button>
    </div>
  );
}
