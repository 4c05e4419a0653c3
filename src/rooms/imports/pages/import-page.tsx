import { deskPath } from '../../../platform/http/paths.ts';
import { formatDate, isCivilDate } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import {
  Button,
  Callout,
  DataTable,
  DeskTitle,
  EmptyState,
  ErrorSummary,
  Field,
  Form,
  FormSection,
  Tag,
  type TagTone,
} from '../../../ui/index.ts';
import type { ImportReport, Outcome } from '../intake.ts';
import { type ImportWords, importWords } from '../words.ts';

export interface SectionOption {
  portalId: number;
  sectionId: number;
  text: string;
}

export interface ImportFormProps {
  lang: Lang;
  action: string;
  token: string;
  sections: readonly SectionOption[];
  chosen: string;
  noClock: boolean;
  errors: readonly { field: string; text: string }[];
  /** Under a report, which has the title of the page. */
  isBelow: boolean;
}

/** Files and the section they go into. */
export function ImportForm({
  lang,
  action,
  token,
  sections,
  chosen,
  noClock,
  errors,
  isBelow,
}: ImportFormProps) {
  const w = importWords(lang);
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text;
  if (sections.length === 0) return <EmptyState title={w.noPortal} />;
  const form = (
    <Form action={action} files hidden={{ _token: token }} label={w.title}>
      <Field
        kind="select"
        lang={lang}
        name="section"
        label={w.section}
        value={chosen}
        empty
        choices={sections.map(({ sectionId, text }) => ({ value: String(sectionId), text }))}
        error={errorOf('section')}
      />
      <Field
        kind="file"
        lang={lang}
        name="files"
        label={w.files}
        help={w.filesHelp}
        multiple
        accept=".docx,.odt,.pdf,.html,.htm,.txt"
        error={errorOf('files')}
      />
      <Field
        kind="checkbox"
        lang={lang}
        name="noClock"
        label={w.noClock}
        help={w.noClockHelp}
        checked={noClock}
        optional
      />
      <Button icon="file-stack">{w.send}</Button>
    </Form>
  );
  if (isBelow) {
    return (
      <FormSection id="nhap-tiep" title={w.title}>
        {form}
      </FormSection>
    );
  }
  return (
    <>
      <DeskTitle title={w.title} />
      <p>{w.lead}</p>
      <ErrorSummary
        lang={lang}
        title={w.errors}
        errors={errors.map(({ field, text }) => ({ href: `#${field}`, text }))}
      />
      {form}
    </>
  );
}

const TONES: Readonly<Record<Outcome['outcome'], TagTone>> = {
  taken: 'good',
  duplicate: 'plain',
  refused: 'warn',
  failed: 'bad',
};

/** What became of each file. */
export function ImportResult({ lang, report }: { lang: Lang; report: ImportReport }) {
  const w = importWords(lang);
  return (
    <>
      <DeskTitle title={w.reportTitle} />
      <Callout
        tone={report.notTaken > 0 ? 'warn' : 'good'}
        live
        title={w.summary(report.taken, report.duplicates, report.notTaken)}
      />
      <DataTable
        lang={lang}
        table={{
          caption: w.reportTitle,
          captionHidden: true,
          columns: [w.columns.file, w.columns.outcome, w.columns.text].map((label) => ({ label })),
          rows: report.outcomes.map((one) => [
            one.file,
            <Tag key="tag" tone={TONES[one.outcome]}>
              {w.outcomes[one.outcome]}
            </Tag>,
            <Told key="told" lang={lang} w={w} one={one} />,
          ]),
        }}
      />
    </>
  );
}

function Told({ lang, w, one }: { lang: Lang; w: ImportWords; one: Outcome }) {
  if (one.outcome !== 'taken') return <p>{one.words[lang]}</p>;
  const facts = Object.entries(one.facts).map(
    ([name, value]) =>
      `${w.facts[name] ?? name}: ${isCivilDate(value) ? formatDate(value, lang, 'short') : value}`,
  );
  return (
    <>
      <p>
        <a href={deskPath(lang, `/tin-bai/${one.itemId}`)}>{one.title}</a>
      </p>
      {facts.length > 0 && <p class="note">{facts.join('; ')}</p>}
      {one.notes.length > 0 && (
        <ul>
          {one.notes.map((note, i) => (
            <li key={i}>{note[lang]}</li>
          ))}
        </ul>
      )}
    </>
  );
}
