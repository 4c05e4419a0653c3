import { deskPath } from '../../../platform/http/paths.ts';
import { formatDate, formatInstant, type Weekday, weekdayName } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Button, Callout, Chips, DataTable, DeskTitle, ErrorSummary, Form } from '../../../ui/index.ts';
import { CALENDAR_WORDS } from '../page-words.ts';
import type { CalendarRowRecord } from '../store.ts';
import { CalendarForms } from './calendar-forms.tsx';
import { CALENDAR_PATH, type CalendarView } from './calendar-view.ts';
import { dayText, weeksOf, type YearDay, type YearMonth } from './year.ts';

/** The working calendar: the year by month, its rows, and for the administrator everything that changes it. */
export function CalendarPage(view: CalendarView) {
  const { lang, year, confirmed, warning, attempt, mayChange } = view;
  const w = CALENDAR_WORDS[lang];
  const done = view.done === undefined ? undefined : w.done[view.done];
  const [latest] = view.redatings;
  const here = deskPath(lang, CALENDAR_PATH);
  return (
    <>
      <DeskTitle title={w.title(year)} />
      {attempt && (
        <ErrorSummary
          lang={lang}
          title={w.errors}
          errors={[{ href: `#${attempt.field}`, text: attempt.words[lang] }]}
        />
      )}
      {done && (
        <Callout tone="good" title={done} live>
          {latest && (
            <p>
              <a href={`${here}/dinh-lai/${latest.id}`}>{w.seeMoves}</a>
            </p>
          )}
        </Callout>
      )}
      {warning && <Callout tone="warn" title={warning[lang]} />}
      {confirmed && (
        <p>{w.confirmed(formatDate(confirmed.from, lang, 'short'), formatDate(confirmed.through, lang))}</p>
      )}
      {(confirmed === undefined || confirmed.through < `${year}-12-31`) && (
        <p class="note">{w.notConfirmed}</p>
      )}
      <Chips
        label={w.years}
        chips={view.years.map((one) => ({
          href: `${here}?nam=${one}`,
          text: String(one),
          current: one === year,
        }))}
      />
      <Overview view={view} />
      <div class="month-days">
        {view.months.map((month) => (
          <MonthGrid key={month.month} lang={lang} year={year} month={month} />
        ))}
      </div>
      <Rows view={view} />
      <p class="note">{mayChange ? w.nationalNote : w.readOnly}</p>
      {mayChange && <CalendarForms view={view} />}
      <Redatings view={view} />
    </>
  );
}

function Overview({ view: { lang, year, months } }: { view: CalendarView }) {
  const w = CALENDAR_WORDS[lang];
  const sum = (of: 'workingDays' | 'offDays') => months.reduce((total, month) => total + month[of], 0);
  return (
    <DataTable
      lang={lang}
      table={{
        caption: w.overview(year),
        columns: [
          { label: w.month },
          { label: w.workingDays, numeric: true },
          { label: w.offDays, numeric: true },
          { label: w.departures },
        ],
        rows: months.map((month) => [
          <span key="name" class="nobreak">
            {w.monthName(month.month, year)}
          </span>,
          month.workingDays,
          month.offDays,
          month.departures.map((day) => dayText(day, lang)).join('; ') || w.none,
        ]),
        foot: [String(year), sum('workingDays'), sum('offDays'), ''],
      }}
    />
  );
}

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** A month day by day: a row a week, a column a weekday; each cell says what the day is. */
function MonthGrid({ lang, year, month }: { lang: Lang; year: number; month: YearMonth }) {
  const w = CALENDAR_WORDS[lang];
  const title = w.monthGrid(w.monthName(month.month, year));
  const cell = (day: YearDay | undefined) => {
    if (!day) return '';
    const number = Number(day.on.slice(8));
    return day.kind === 'ordinary' ? number : `${number} ${day.name?.[lang] ?? ''} (${w.kinds[day.kind]})`;
  };
  return (
    <details>
      <summary>{title}</summary>
      <DataTable
        lang={lang}
        table={{
          caption: title,
          captionHidden: true,
          columns: [{ label: w.week }, ...WEEKDAYS.map((weekday) => ({ label: weekdayName(weekday, lang) }))],
          rows: weeksOf(month.days).map((week) => {
            const first = week.find((day) => day !== undefined);
            return [first ? formatDate(first.on, lang, 'dayMonth') : '', ...week.map(cell)];
          }),
        }}
      />
    </details>
  );
}

function Rows({ view }: { view: CalendarView }) {
  const { lang, rows, mayChange, csrfToken, year } = view;
  const w = CALENDAR_WORDS[lang];
  const step = (row: CalendarRowRecord) =>
    row.locality_id === null ? (
      ''
    ) : (
      <Form
        action={`${deskPath(lang, CALENDAR_PATH)}/ngay/${row.id}/bo`}
        hidden={{ _token: csrfToken, nam: String(year) }}
        label={`${w.retire}: ${formatDate(row.on_date, lang, 'short')}`}
      >
        <Button kind="light" icon="x">
          {w.retire}
          <span class="unseen">: {formatDate(row.on_date, lang, 'short')}</span>
        </Button>
      </Form>
    );
  const hasSteps = mayChange && rows.some((row) => row.locality_id !== null);
  const cells = (row: CalendarRowRecord) => [
    formatDate(row.on_date, lang),
    row.swap_with === null
      ? w.kindChoices[row.kind]
      : `${w.kindChoices[row.kind]} ↔ ${formatDate(row.swap_with, lang, 'short')}`,
    lang === 'vi' ? row.name_vi : row.name_en,
    <span key="scope" class="nobreak">
      {row.locality_id === null ? w.national : w.local}
    </span>,
    ...(hasSteps ? [step(row)] : []),
  ];
  return (
    <DataTable
      lang={lang}
      table={{
        caption: w.rows,
        columns: [w.day, w.kind, w.name, w.scope, ...(hasSteps ? [w.step] : [])].map((label) => ({ label })),
        rows: [],
        groups: [...bySource(rows, lang)].map(([source, list]) => ({
          title: `${w.source}: ${source}`,
          rows: list.map(cells),
        })),
        empty: w.noRows,
      }}
    />
  );
}

/** The rows by the provision they rest on, which is said once; provisions and rows in the order of their days. */
function bySource(rows: readonly CalendarRowRecord[], lang: Lang): Map<string, CalendarRowRecord[]> {
  const groups = new Map<string, CalendarRowRecord[]>();
  for (const row of rows) {
    const source = lang === 'vi' ? row.source_vi : row.source_en;
    groups.set(source, [...(groups.get(source) ?? []), row]);
  }
  return groups;
}

function Redatings({ view: { lang, redatings } }: { view: CalendarView }) {
  const w = CALENDAR_WORDS[lang];
  return (
    <DataTable
      lang={lang}
      table={{
        caption: w.redatings,
        columns: [
          { label: w.redating },
          { label: w.at },
          { label: w.seen, numeric: true },
          { label: w.moved, numeric: true },
        ],
        rows: redatings.map((one) => [
          <a key="link" href={`${deskPath(lang, CALENDAR_PATH)}/dinh-lai/${one.id}`}>
            {lang === 'vi' ? one.cause_vi : one.cause_en}
          </a>,
          formatInstant(one.started_at, lang),
          one.finished_at === null ? `${one.clocks_seen} (${w.running})` : one.clocks_seen,
          one.clocks_moved,
        ]),
        empty: w.noRedatings,
      }}
    />
  );
}
