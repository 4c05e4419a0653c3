import { homePath, PUBLIC_PATHS } from '../../../platform/http/paths.ts';
import { formatDate, formatInstant, type WorkingCalendar } from '../../../rules/calendar/index.ts';
import { ANY_START_EVENT, periodText, START_EVENTS } from '../../../rules/clock/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import {
  Breadcrumb,
  Button,
  Buttons,
  Callout,
  type Choice,
  DayTable,
  ErrorSummary,
  Field,
  FieldRow,
  Form,
  KeyList,
  PageTitle,
  Trace,
} from '../../../ui/index.ts';
import { dayCells } from '../clock-view.ts';
import type { Deadline, DeadlineChoice } from '../deadline-queries.ts';
import { DEADLINE_WORDS } from '../page-words.ts';

export interface DeadlinesView {
  lang: Lang;
  /** As typed. */
  values: { duty: string; from: string; time: string };
  errors: { field: string; text: string }[];
  choices: Choice[];
  regulation: string;
  calendar: Pick<WorkingCalendar, 'confirmedFrom' | 'confirmedThrough'>;
  result: Deadline | undefined;
}

/** "Đăng tin tuyên truyền, phổ biến pháp luật: 12 ngày làm việc (Khoản 2 Điều 10 …)". */
export function choiceText({ found }: DeadlineChoice, citation: string, lang: Lang): string {
  const { value, unit } = found.rule.period;
  return `${found.duty.name[lang]}: ${periodText(value, unit, lang)} (${citation})`;
}

/** A time limit worked out for anybody: form above, answer with its reasons below. */
export function DeadlinesPage(view: DeadlinesView) {
  const { lang, values, errors, choices, calendar, result } = view;
  const w = DEADLINE_WORDS[lang];
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text;
  const span = [calendar.confirmedFrom, calendar.confirmedThrough].map((on) => formatDate(on, lang, 'short'));
  return (
    <>
      <Breadcrumb lang={lang} links={[{ href: homePath(lang), text: w.home }]} here={w.title} />
      <PageTitle title={w.title}>
        <p>{w.lead}</p>
      </PageTitle>
      <ErrorSummary
        lang={lang}
        title={w.errors(errors.length)}
        errors={errors.map((error) => ({ href: `#${error.field}`, text: error.text }))}
      />
      <Form action={PUBLIC_PATHS.deadlines[lang]} method="get" label={w.form}>
        <Field
          lang={lang}
          kind="select"
          name="duty"
          label={w.duty}
          help={w.dutyHelp(view.regulation)}
          value={values.duty}
          choices={choices}
          empty
          error={errorOf('duty')}
        />
        <FieldRow>
          <Field
            lang={lang}
            kind="date"
            name="from"
            label={w.from}
            help={w.fromHelp}
            value={values.from}
            error={errorOf('from')}
            width="half"
          />
          <Field
            lang={lang}
            kind="time"
            name="time"
            label={w.time}
            help={w.timeHelp}
            value={values.time}
            error={errorOf('time')}
            optional
            width="short"
          />
        </FieldRow>
        <Buttons>
          <Button>{w.go}</Button>
        </Buttons>
      </Form>
      {result && <Answer lang={lang} result={result} />}
      <Callout>
        <p>{w.calendar(span[0] ?? '', span[1] ?? '')}</p>
        <p>{w.note}</p>
      </Callout>
    </>
  );
}

function Answer({ lang, result }: { lang: Lang; result: Deadline }) {
  const w = DEADLINE_WORDS[lang];
  const event = (START_EVENTS[result.startEvent] ?? ANY_START_EVENT)[lang];
  return (
    <section class="section" aria-labelledby="ngay-han">
      <h2 id="ngay-han">{w.due(formatDate(result.dueOn, lang))}</h2>
      <KeyList
        rows={[
          { key: w.duty, value: result.name },
          { key: w.period, value: periodText(result.period.value, result.period.unit, lang) },
          { key: w.basis, value: result.citation },
          { key: w.start, value: `${event}, ${formatInstant(result.startedAt, lang)}` },
        ]}
      />
      <DayTable label={w.days} cells={dayCells(result.marks, lang, false)} />
      <Trace lang={lang} title={w.why} steps={result.trace} open />
    </section>
  );
}
