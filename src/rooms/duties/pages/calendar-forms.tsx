import { deskPath } from '../../../platform/http/paths.ts';
import { type CalendarRow, formatDate } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Button, Buttons, Field, FieldRow, Form, FormSection } from '../../../ui/index.ts';
import { CALENDAR_WORDS } from '../page-words.ts';
import { CALENDAR_PATH, type CalendarView } from './calendar-view.ts';

/** Reads what was typed, and the error of a field, from the form that was refused. */
function typed({ attempt, lang }: CalendarView) {
  return {
    value: (name: string) => attempt?.values.get(name) ?? '',
    all: (name: string) => attempt?.values.getAll(name) ?? [],
    error: (name: string) => (attempt?.field === name ? attempt.words[lang] : undefined),
    isSent: (name: string) => attempt?.values.has(name) ?? false,
  };
}

const proposalText = (row: CalendarRow, lang: Lang) => `${formatDate(row.on, lang)}: ${row.name[lang]}`;

/** The three ways to change the calendar: take in proposals, add a day, confirm. */
export function CalendarForms({ view }: { view: CalendarView }) {
  return (
    <>
      <Proposals view={view} />
      <AddDay view={view} />
      <Confirm view={view} />
    </>
  );
}

function Proposals({ view }: { view: CalendarView }) {
  const { lang, year, proposals, csrfToken } = view;
  const w = CALENDAR_WORDS[lang];
  const t = typed(view);
  if (proposals.length === 0) return <p>{w.noProposals(year)}</p>;
  return (
    <FormSection id="de-xuat" title={w.proposals(year)} note={w.proposalsNote}>
      <Form
        action={`${deskPath(lang, CALENDAR_PATH)}/de-xuat`}
        hidden={{ _token: csrfToken, nam: String(year), form: 'proposals' }}
      >
        <Field
          lang={lang}
          kind="checks"
          name="proposals"
          label={w.proposalsField}
          values={t.value('form') === 'proposals' ? t.all('proposals') : proposals.map((row) => row.on)}
          choices={proposals.map((row) => ({ value: row.on, text: proposalText(row, lang) }))}
          error={t.error('proposals')}
        />
        <Buttons>
          <Button>{w.proposalsGo}</Button>
        </Buttons>
      </Form>
    </FormSection>
  );
}

const KINDS = ['off', 'work', 'halfMorning', 'halfAfternoon'] as const;

function AddDay({ view }: { view: CalendarView }) {
  const { lang, year, csrfToken } = view;
  const w = CALENDAR_WORDS[lang];
  const t = typed(view);
  const line = (
    name: string,
    label: string,
    kind: 'date' | 'text',
    more: { help?: string; optional?: boolean } = {},
  ) => (
    <Field
      lang={lang}
      kind={kind}
      name={name}
      label={label}
      value={t.value(name)}
      error={t.error(name)}
      {...more}
    />
  );
  return (
    <FormSection id="them-ngay" title={w.add}>
      <Form
        action={`${deskPath(lang, CALENDAR_PATH)}/ngay`}
        hidden={{ _token: csrfToken, nam: String(year), form: 'add' }}
      >
        <FieldRow>
          {line('on', w.on, 'date')}
          <Field
            lang={lang}
            kind="select"
            name="kind"
            label={w.kind}
            value={t.value('kind') || 'off'}
            choices={KINDS.map((kind) => ({ value: kind, text: w.kindChoices[kind] }))}
          />
          {line('swapWith', w.swapWith, 'date', { help: w.swapHelp, optional: true })}
        </FieldRow>
        <FieldRow>
          {line('nameVi', w.nameVi, 'text')}
          {line('nameEn', w.nameEn, 'text', { optional: true })}
        </FieldRow>
        <FieldRow>
          {line('sourceVi', w.sourceVi, 'text', { help: w.sourceHelp })}
          {line('sourceEn', w.sourceEn, 'text', { optional: true })}
          {line('announcedOn', w.announcedOn, 'date', { optional: true })}
        </FieldRow>
        <Buttons>
          <Button>{w.addGo}</Button>
        </Buttons>
      </Form>
    </FormSection>
  );
}

function Confirm({ view }: { view: CalendarView }) {
  const { lang, year, unanswered, csrfToken } = view;
  const w = CALENDAR_WORDS[lang];
  const t = typed(view);
  return (
    <FormSection id="xac-nhan" title={w.confirm} note={w.confirmNote}>
      <Form
        action={`${deskPath(lang, CALENDAR_PATH)}/xac-nhan`}
        hidden={{ _token: csrfToken, nam: String(year), form: 'confirm' }}
      >
        <Field
          lang={lang}
          kind="date"
          name="through"
          label={w.through}
          value={t.value('through')}
          error={t.error('through')}
          width="half"
        />
        <Field
          lang={lang}
          kind="text"
          name="source"
          label={w.confirmSource}
          help={w.sourceHelp}
          value={t.value('source')}
          error={t.error('source')}
        />
        {unanswered.length > 0 && (
          <>
            <Field
              lang={lang}
              kind="checks"
              name="declined"
              label={w.declined}
              help={w.declinedHelp}
              values={t.all('declined')}
              choices={unanswered.map((row) => ({ value: row.on, text: proposalText(row, lang) }))}
              optional
            />
            <Field
              lang={lang}
              kind="text"
              name="declineReason"
              label={w.declineReason}
              value={t.value('declineReason')}
              error={t.error('declineReason')}
              optional
            />
          </>
        )}
        <Buttons>
          <Button>{w.confirmGo}</Button>
        </Buttons>
      </Form>
    </FormSection>
  );
}
