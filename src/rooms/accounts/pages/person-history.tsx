import { formatInstant } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { DataTable, FormSection, Timeline } from '../../../ui/index.ts';
import type { PastLine, SessionLine } from '../history-store.ts';
import { historyWords } from '../history-words.ts';
import { IDLE_LIMIT_MS } from '../rules.ts';

interface HistoryProps {
  lang: Lang;
  sessions: readonly SessionLine[];
  past: readonly (PastLine & { title: string })[];
  now: Date;
}

/** What became of the rights of a person, and when he was last at work; nothing here can be changed. */
export function PersonHistory({ lang, sessions, past, now }: HistoryProps) {
  const w = historyWords(lang);
  return (
    <>
      {past.length > 0 && (
        <FormSection id="lich-su" title={w.past}>
          <Timeline
            entries={past.map((one) => ({
              moment: { at: one.at.toISOString(), text: formatInstant(one.at, lang) },
              title: w.lines[one.what](one.title),
              text: one.by_name ? w.by(one.by_name) : undefined,
            }))}
          />
        </FormSection>
      )}
      <FormSection id="phien" title={w.sessions}>
        <DataTable
          lang={lang}
          table={{
            caption: w.sessions,
            captionHidden: true,
            stacked: true,
            columns: [{ label: w.signedIn }, { label: w.lastSeen }, { label: w.state }],
            rows: sessions.map((one) => [
              formatInstant(one.created_at, lang),
              formatInstant(one.last_seen_at, lang),
              isOver(one, now) ? w.over : w.running,
            ]),
            empty: w.noSessions,
          }}
        />
      </FormSection>
    </>
  );
}

/** By the longest rest any session may have. */
function isOver({ ended_at, last_seen_at }: SessionLine, now: Date): boolean {
  return ended_at !== null || now.getTime() - last_seen_at.getTime() >= IDLE_LIMIT_MS;
}
