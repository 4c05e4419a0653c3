import type { StaffContext } from '../../../platform/http/types.ts';
import { bodyText } from '../../../rules/body-html/index.ts';
import { civilDateOf, formatDate } from '../../../rules/calendar/index.ts';
import { numberWords } from '../../../rules/gazette/index.ts';
import type { Refusal } from '../../../rules/refusal.ts';
import {
  Button,
  Buttons,
  dotted,
  Field,
  FieldRow,
  Fieldset,
  Form,
  FormSection,
  fieldsOf,
} from '../../../ui/index.ts';
import { CORRECTION_FIELDS, fieldNames } from '../forms.ts';
import { numberOf } from '../issue-store.ts';
import type { DeskIssue } from '../queries.ts';
import type { SendingRow } from '../sending-store.ts';
import { gazetteWords } from '../words.ts';
import { paths } from './desk-paths.ts';

/** A form that was refused, with what was typed. */
export interface Typed {
  form: URLSearchParams;
  refusal: Refusal;
  /** It was a step, not the form of the issue: that stands as it was saved. */
  isStep?: true;
}

export interface ComposeProps {
  context: StaffContext;
  view: DeskIssue;
  typed: Typed | undefined;
}

/** What the fields hold: what was typed, else what was saved. */
function draftOf({ context, view, typed }: ComposeProps): {
  read(name: string): string;
  chosen: ReadonlySet<string>;
} {
  if (typed && !typed.isStep) {
    const { form } = typed;
    return { read: (name) => form.get(name) ?? '', chosen: new Set(form.getAll('sending')) };
  }
  const { issue, entries, choices } = view;
  const saved = new Map<string, string>([
    ['issuedOn', issue?.issued_on ?? civilDateOf(context.now)],
    ['numbers', String(issue ? issue.last_number - issue.number + 1 : 1)],
  ]);
  for (const row of choices) saved.set(fieldNames.abstract(row.id), row.title);
  for (const { sending_id, abstract } of entries)
    if (sending_id !== null) saved.set(fieldNames.abstract(sending_id), abstract);
  const corrections = entries.filter(({ corrects_issue_id }) => corrects_issue_id !== null);
  for (const [at, one] of corrections.entries()) {
    saved.set(fieldNames.correctsIssue(at), String(one.corrects_issue_id));
    saved.set(fieldNames.correctsPosition(at), String(one.corrects_position));
    saved.set(fieldNames.correction(at), bodyText(one.body_html).replace(/\n/g, '\n\n'));
  }
  // a new issue begins with everything that waits
  const chosen = issue ? entries.flatMap(({ sending_id }) => sending_id ?? []) : choices.map(({ id }) => id);
  return { read: (name) => saved.get(name) ?? '', chosen: new Set(chosen.map(String)) };
}

/** Composes an issue: its day, its documents with their abstracts, its corrections. */
export function ComposeForm(props: ComposeProps) {
  const { context, view, typed } = props;
  const { lang, csrfToken } = context;
  const w = gazetteWords(lang);
  const { issue, choices } = view;
  const draft = draftOf(props);
  const errorOf = (name: string) => (typed?.refusal.field === name ? typed.refusal.words[lang] : undefined);
  const F = fieldsOf(lang, { issuedOn: draft.read('issuedOn'), numbers: draft.read('numbers') }, errorOf);
  return (
    <Form
      action={issue ? paths.one(lang, issue.id) : paths.begin(lang)}
      hidden={{ _token: csrfToken, version: String(issue?.version ?? 0) }}
    >
      <FieldRow>
        <F kind="date" name="issuedOn" label={w.desk.day} width="short" />
        <F kind="number" name="numbers" label={w.desk.numbers} help={w.desk.numbersHelp} width="short" />
      </FieldRow>
      <FormSection id="van-ban" title={w.desk.choose} note={w.desk.chooseHelp}>
        {choices.length === 0 && <p class="note">{w.desk.chooseNone}</p>}
        {choices.map((row) => (
          <Choice key={row.id} context={context} row={row} draft={draft} />
        ))}
      </FormSection>
      {view.issued.length > 0 && <Corrections {...props} read={draft.read} errorOf={errorOf} />}
      <Buttons>
        <Button>{w.desk.save}</Button>
      </Buttons>
    </Form>
  );
}

function Choice(props: { context: StaffContext; row: SendingRow; draft: ReturnType<typeof draftOf> }) {
  const { context, row, draft } = props;
  const { lang } = context;
  const w = gazetteWords(lang);
  const id = String(row.id);
  return (
    <div class="section">
      <Field
        kind="checkbox"
        lang={lang}
        id={`sending-${id}`}
        name="sending"
        value={id}
        checked={draft.chosen.has(id)}
        label={dotted(row.number || row.title, row.issuer)}
        help={row.issued_on ? formatDate(row.issued_on, lang, 'short') : undefined}
      />
      <Field
        kind="textarea"
        lang={lang}
        name={fieldNames.abstract(row.id)}
        label={w.desk.abstract(row.number || row.title)}
        value={draft.read(fieldNames.abstract(row.id))}
        rows={2}
        textLang="vi"
      />
    </div>
  );
}

function Corrections(
  props: ComposeProps & { read(name: string): string; errorOf(name: string): string | undefined },
) {
  const { context, view, read, errorOf } = props;
  const { lang } = context;
  const w = gazetteWords(lang);
  const isOpen = Array.from({ length: CORRECTION_FIELDS }, (_, at) =>
    [fieldNames.correctsIssue(at), fieldNames.correctsPosition(at), fieldNames.correction(at)].map(read),
  ).some((texts) => texts.some((text) => text !== ''));
  const issues = view.issued.map((row) => ({
    value: String(row.id),
    text: `${w.issueName(numberWords(numberOf(row)), row.year)}, ${formatDate(row.issued_on, lang, 'short')}`,
  }));
  return (
    <details class="trace" open={isOpen}>
      <summary>{w.desk.corrections}</summary>
      <p class="note">{w.desk.correctionHelp}</p>
      {Array.from({ length: CORRECTION_FIELDS }, (_, at) => {
        const field = (name: string) => ({
          lang,
          name,
          value: read(name),
          error: errorOf(name),
          optional: true,
        });
        return (
          <Fieldset key={at} legend={w.desk.correctionOf(at + 1)}>
            <FieldRow>
              <Field
                kind="select"
                {...field(fieldNames.correctsIssue(at))}
                label={w.desk.correctsIssue}
                empty={w.desk.nothing}
                choices={issues}
              />
              <Field
                kind="number"
                {...field(fieldNames.correctsPosition(at))}
                label={w.desk.correctsPosition}
                width="short"
              />
            </FieldRow>
            <Field
              kind="textarea"
              {...field(fieldNames.correction(at))}
              label={w.desk.correctionText}
              rows={4}
              textLang="vi"
            />
          </Fieldset>
        );
      })}
    </details>
  );
}
