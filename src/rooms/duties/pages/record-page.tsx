import { homePath, PUBLIC_PATHS } from '../../../platform/http/paths.ts';
import { civilDateOf, formatDate } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Breadcrumb, DataTable, EmptyState, Figures, Pager, PageTitle, Tag } from '../../../ui/index.ts';
import { RECORD_WORDS } from '../page-words.ts';
import type { DutyCount, RecordRow } from '../record-store.ts';

export interface RecordView {
  lang: Lang;
  portalName: string;
  counts: DutyCount[];
  rows: (RecordRow & { href: string })[];
  newerHref: string | undefined;
  olderHref: string | undefined;
}

/** Everyone can see what was published in time and what was late. */
export function RecordPage({ lang, portalName, counts, rows, newerHref, olderHref }: RecordView) {
  const w = RECORD_WORDS[lang];
  const total = (of: 'in_time' | 'late') => counts.reduce((sum, count) => sum + count[of], 0);
  return (
    <>
      <Breadcrumb lang={lang} links={[{ href: homePath(lang), text: w.home }]} here={w.title} />
      <PageTitle title={w.title}>
        <p>{w.lead(portalName)}</p>
      </PageTitle>
      {counts.length === 0 ? (
        <EmptyState title={w.none} links={[{ href: PUBLIC_PATHS.deadlines[lang], text: w.deadlines }]} />
      ) : (
        <>
          <Figures
            figures={[
              { value: String(total('in_time')), words: w.figures.inTime },
              { value: String(total('late')), words: w.figures.late },
            ]}
          />
          <DataTable
            lang={lang}
            table={{
              caption: w.byDuty,
              columns: [
                { label: w.duty },
                { label: w.basis },
                { label: w.inTime, numeric: true },
                { label: w.late, numeric: true },
              ],
              rows: counts.map((count) => [count.name, count.article, count.in_time, count.late]),
            }}
          />
          <DataTable lang={lang} table={listTable(rows, lang)} />
          <Pager lang={lang} newerHref={newerHref} olderHref={olderHref} />
          <p>
            <a href={PUBLIC_PATHS.deadlines[lang]}>{w.deadlines}</a>
          </p>
        </>
      )}
    </>
  );
}

function listTable(rows: RecordView['rows'], lang: Lang) {
  const w = RECORD_WORDS[lang];
  const short = (on: string) => formatDate(on, lang, 'short');
  return {
    caption: w.list,
    columns: [w.item, w.event, w.due, w.published, w.verdict].map((label) => ({ label })),
    rows: rows.map(({ href, title, language, clock, first_published_at }) => [
      <a key="link" href={href} lang={language === lang ? undefined : language}>
        {title}
      </a>,
      short(civilDateOf(new Date(clock.startedAt))),
      clock.dueOn === null ? w.noDue : short(clock.dueOn),
      short(civilDateOf(clock.metAt === null ? first_published_at : new Date(clock.metAt))),
      <Tag
        key="tag"
        tone={clock.inTime ? 'good' : 'bad'}
        icon={clock.inTime ? 'circle-check' : 'clock-alert'}
      >
        {clock.inTime ? w.inTime : w.late}
      </Tag>,
    ]),
  };
}
