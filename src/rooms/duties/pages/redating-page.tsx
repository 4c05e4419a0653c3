import { deskPath } from '../../../platform/http/paths.ts';
import { formatDate, formatInstant } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { DataTable, DeskTitle, LinkButton } from '../../../ui/index.ts';
import { CALENDAR_WORDS, REDATING_WORDS } from '../page-words.ts';
import type { MoveRow, RedatingRow } from '../redating-store.ts';
import { CALENDAR_PATH } from './calendar-view.ts';

export interface RedatingView {
  lang: Lang;
  redating: RedatingRow;
  moves: MoveRow[];
  nextHref: string | undefined;
}

/** What one change of the calendar moved. */
export function RedatingPage({ lang, redating, moves, nextHref }: RedatingView) {
  const w = REDATING_WORDS[lang];
  const due = (on: string | null) => (on === null ? w.undated : formatDate(on, lang));
  const finished = redating.finished_at !== null;
  return (
    <>
      <DeskTitle
        eyebrow={`${CALENDAR_WORDS[lang].redating}: ${formatInstant(redating.started_at, lang)}`}
        title={w.title}
      />
      <p>{lang === 'vi' ? redating.cause_vi : redating.cause_en}</p>
      <p role="status">{w.state(redating.clocks_seen, redating.clocks_moved, finished)}</p>
      <DataTable
        lang={lang}
        table={{
          caption: w.caption,
          columns: [w.duty, w.portal, w.before, w.after].map((label) => ({ label })),
          rows: moves.map((move) => [
            `${lang === 'vi' ? move.duty_vi : move.duty_en} (${move.duty}, ${w.subject(move.subject_kind, move.subject_id)})`,
            lang === 'vi' ? move.portal_vi : move.portal_en,
            due(move.due_before),
            due(move.due_after),
          ]),
          empty: w.none,
        }}
      />
      <p>
        {nextHref && <LinkButton href={nextHref}>{w.more}</LinkButton>}{' '}
        <a href={deskPath(lang, CALENDAR_PATH)}>{w.back}</a>
      </p>
    </>
  );
}
