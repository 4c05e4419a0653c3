import { deskPath } from '../../../platform/http/paths.ts';
import { formatDate } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import type { Profile } from '../../../rules/profile/index.ts';
import {
  Button,
  Buttons,
  Callout,
  DataTable,
  DeskTitle,
  ErrorSummary,
  Field,
  FieldRow,
  Form,
  FormSection,
  KeyList,
  type KeyRow,
} from '../../../ui/index.ts';
import { REGULATION_WORDS } from '../regulation-words.ts';
import type { Attempt } from './calendar-view.ts';
import { regulationGroups, regulationName, type ValueGroup } from './regulation-view.ts';

/** Below the desk's base address. */
export const REGULATION_PATH = '/quy-che';

export interface RegulationView {
  lang: Lang;
  profile: Profile;
  fallback: Profile | undefined;
  isInForce: boolean;
  periods: { profileCode: string; validFrom: string; decision: string; name: string }[];
  /** Regulations the locality may switch to; undefined when the person may not. */
  choices: { value: string; text: string }[] | undefined;
  csrfToken: string;
  isSwitched: boolean;
  attempt: Attempt | undefined;
}

const hrefOf = (code: string, lang: Lang) => `${deskPath(lang, REGULATION_PATH)}?quy-che=${code}`;

/** The regulation as the program knows it, every value with its article; and the switch to another one. */
export function RegulationPage(view: RegulationView) {
  const { lang, profile, attempt } = view;
  const w = REGULATION_WORDS[lang];
  return (
    <>
      <DeskTitle eyebrow={view.isInForce ? w.title : undefined} title={regulationName(profile, lang)} />
      {attempt && (
        <ErrorSummary
          lang={lang}
          title={w.errors}
          errors={[{ href: `#${attempt.field}`, text: attempt.words[lang] }]}
        />
      )}
      {view.isSwitched && <Callout tone="good" title={w.switched} live />}
      <Facts view={view} />
      {regulationGroups(profile, lang).map((group) => (
        <Group key={group.title} lang={lang} group={group} />
      ))}
      <Periods view={view} />
      {view.choices && <Switch view={view} />}
    </>
  );
}

function Facts({ view: { lang, profile, fallback } }: { view: RegulationView }) {
  const w = REGULATION_WORDS[lang];
  const { instrument } = profile;
  const short = (on: string) => formatDate(on, lang, 'short');
  const until = instrument.inForceTo === undefined ? undefined : short(instrument.inForceTo);
  const rows: KeyRow[] = [
    { key: w.regulation, value: instrument.title[lang] },
    { key: w.issuer, value: instrument.issuer[lang] },
    { key: w.issued, value: short(instrument.issuedOn) },
    { key: w.inForce, value: w.until(short(instrument.inForceFrom), until) },
    { key: w.scope, value: instrument.scope[lang] },
  ];
  if (fallback) {
    const link = <a href={hrefOf(fallback.code, lang)}>{regulationName(fallback, lang)}</a>;
    rows.push({ key: w.fallback, value: link });
  }
  return <KeyList rows={rows} />;
}

function Group({ lang, group }: { lang: Lang; group: ValueGroup }) {
  const w = REGULATION_WORDS[lang];
  return (
    <DataTable
      lang={lang}
      table={{
        caption: group.title,
        columns: [w.value, w.term, w.start, w.article, w.dates, w.reading].map((label) => ({ label })),
        rows: group.lines.map((one) => [one.name, one.term, one.start, one.article, one.dates, one.reading]),
      }}
    />
  );
}

function Periods({ view: { lang, periods } }: { view: RegulationView }) {
  const w = REGULATION_WORDS[lang];
  return (
    <DataTable
      lang={lang}
      table={{
        caption: w.periods,
        columns: [w.regulation, w.from, w.decision].map((label) => ({ label })),
        rows: periods.map((period) => [
          <a key="link" href={hrefOf(period.profileCode, lang)}>
            {period.name}
          </a>,
          formatDate(period.validFrom, lang, 'short'),
          period.decision,
        ]),
      }}
    />
  );
}

function Switch({ view }: { view: RegulationView }) {
  const { lang, attempt, csrfToken, choices = [] } = view;
  const w = REGULATION_WORDS[lang];
  const value = (name: string) => attempt?.values.get(name) ?? '';
  const error = (name: string) => (attempt?.field === name ? attempt.words[lang] : undefined);
  return (
    <FormSection id="chuyen" title={w.switchTitle} note={w.switchNote}>
      <Form action={`${deskPath(lang, REGULATION_PATH)}/ap-dung`} hidden={{ _token: csrfToken }}>
        <Field
          lang={lang}
          kind="select"
          name="profile"
          label={w.profile}
          value={value('profile')}
          choices={choices}
          empty
          error={error('profile')}
        />
        <FieldRow>
          <Field
            lang={lang}
            kind="date"
            name="from"
            label={w.switchFrom}
            value={value('from')}
            error={error('from')}
          />
          <Field
            lang={lang}
            kind="text"
            name="decision"
            label={w.decision}
            value={value('decision')}
            error={error('decision')}
          />
        </FieldRow>
        <Buttons>
          <Button kind="danger">{w.switchGo}</Button>
        </Buttons>
      </Form>
    </FormSection>
  );
}
