import type { Lang } from '../../../rules/lang.ts';
import {
  Button,
  Buttons,
  Callout,
  type Choice,
  DataTable,
  DeskTitle,
  EmptyState,
  ErrorSummary,
  Field,
  FieldRow,
  FilterBar,
  Form,
  fieldsOf,
  KeyList,
  LANGUAGE_NAMES,
  LinkButton,
  type LinkView,
  StatePill,
  type TagTone,
} from '../../../ui/index.ts';
import type { AppointmentDraft, FieldErrors, InviteDraft } from '../forms.ts';
import { proposalWords } from '../proposal-words.ts';
import { accountWords } from '../words.ts';

export interface PersonLine {
  href: string;
  fullName: string;
  username: string;
  roles: string;
  state: { text: string; tone: TagTone };
}

export interface PeopleView {
  lang: Lang;
  action: string;
  portals: Choice[];
  portalId: string;
  portalName: string;
  people: PersonLine[];
  inviteHref: string;
  /** Pages beside this one: proposed rights, lent rights. */
  ways: readonly LinkView[];
}

export function PeoplePage(view: PeopleView) {
  const { lang, people } = view;
  const w = accountWords(lang);
  return (
    <>
      <DeskTitle title={w.peopleTitle}>
        <LinkButton kind="main" icon="plus" href={view.inviteHref}>
          {w.invite}
        </LinkButton>
        {view.ways.map(({ href, text }) => (
          <LinkButton key={href} kind="second" href={href}>
            {text}
          </LinkButton>
        ))}
      </DeskTitle>
      {view.portals.length > 1 && (
        <FilterBar lang={lang} action={view.action} result={w.peopleCount(people.length, view.portalName)}>
          <Field
            lang={lang}
            kind="select"
            name="cong"
            label={w.choosePortal}
            value={view.portalId}
            choices={view.portals}
          />
        </FilterBar>
      )}
      {people.length === 0 ? (
        <EmptyState title={w.noPeople} />
      ) : (
        <DataTable
          lang={lang}
          table={{
            caption: w.peopleCount(people.length, view.portalName),
            captionHidden: view.portals.length > 1,
            columns: [{ label: w.fullName }, { label: w.username }, { label: w.roles }, { label: w.state }],
            rows: people.map((person) => [
              <a key="ten" href={person.href}>
                {person.fullName}
              </a>,
              person.username,
              person.roles,
              <StatePill key="tinh-trang" tone={person.state.tone}>
                {person.state.text}
              </StatePill>,
            ]),
          }}
        />
      )}
    </>
  );
}

/** On top of a form: how many places are wrong, each leading to its field. */
export function Faults({ lang, errors }: { lang: Lang; errors: FieldErrors }) {
  const list = Object.entries(errors).map(([field, words]) => ({ href: `#${field}`, text: words[lang] }));
  return <ErrorSummary lang={lang} title={accountWords(lang).errors(list.length)} errors={list} />;
}

const draftFields = <Draft extends object>(lang: Lang, draft: Draft, errors: FieldErrors) =>
  fieldsOf(lang, draft, (name) => errors[name]?.[lang]);

interface AppointmentFieldsProps {
  lang: Lang;
  draft: AppointmentDraft;
  errors: FieldErrors;
  roles: Choice[];
}

/** Roles, dates and the decision they rest on. */
export function AppointmentFields({ lang, draft, errors, roles }: AppointmentFieldsProps) {
  const w = accountWords(lang);
  const DraftField = draftFields(lang, draft, errors);
  return (
    <>
      <DraftField
        kind="checks"
        name="roles"
        label={w.roles}
        help={w.rolesHelp}
        values={draft.roles}
        choices={roles}
      />
      <FieldRow>
        <DraftField kind="text" name="decision" label={w.decision} help={w.decisionHelp} maxLength={100} />
        <DraftField kind="date" name="decidedOn" label={w.decidedOn} />
      </FieldRow>
      <FieldRow>
        <DraftField kind="date" name="validFrom" label={w.validFrom} />
        <DraftField kind="date" name="validTo" label={w.validTo} help={w.validToHelp} optional />
      </FieldRow>
    </>
  );
}

export interface InviteView {
  lang: Lang;
  action: string;
  csrfToken: string;
  portalId: string;
  portalName: string;
  roles: Choice[];
  draft: InviteDraft;
  errors: FieldErrors;
  /** Set when the user name in the draft is the system's proposal. */
  isProposed: boolean;
}

export function InvitePage(view: InviteView) {
  const { lang, draft, errors } = view;
  const w = accountWords(lang);
  const DraftField = draftFields(lang, draft, errors);
  return (
    <>
      <DeskTitle eyebrow={view.portalName} title={w.invitePersonTitle} />
      <p>{w.invitePersonLead}</p>
      <Faults lang={lang} errors={errors} />
      {view.isProposed && <Callout tone="info" live title={w.usernameProposed} />}
      <Form action={view.action} hidden={{ _token: view.csrfToken, cong: view.portalId }}>
        <DraftField kind="text" name="fullName" label={w.fullName} autocomplete="off" maxLength={100} />
        <DraftField kind="email" name="email" label={w.email} optional autocomplete="off" maxLength={200} />
        <AppointmentFields lang={lang} draft={draft} errors={errors} roles={view.roles} />
        <DraftField
          kind="text"
          name="username"
          label={w.username}
          help={w.usernameHelp}
          optional
          autocomplete="off"
          width="half"
          maxLength={40}
        />
        <DraftField
          kind="radios"
          name="language"
          label={w.language}
          choices={(['vi', 'en'] as const).map((one) => ({ value: one, text: LANGUAGE_NAMES[one] }))}
        />
        <Buttons>
          <Button kind="main">{w.sendInvite}</Button>
          <Button kind="second" name="buoc" value="de-nghi">
            {w.suggest}
          </Button>
        </Buttons>
      </Form>
    </>
  );
}

export interface InvitedView {
  lang: Lang;
  fullName: string;
  username: string;
  link: string;
  until: string;
  /** Roles that wait for a second person. */
  waiting: readonly string[];
  backHref: string;
}

/** The link, once. It stands in the answer to the form and at no address, so that no history or log keeps it. */
export function InvitedPage({ lang, fullName, username, link, until, waiting, backHref }: InvitedView) {
  const w = accountWords(lang);
  return (
    <>
      <DeskTitle title={w.invitedTitle} />
      <Callout tone="warn" live title={w.invitedLead(fullName)}>
        <p>{w.invitedUntil(until)}</p>
      </Callout>
      <KeyList
        rows={[
          { key: w.username, value: username },
          { key: w.invitedLink, value: <code>{link}</code> },
        ]}
      />
      {waiting.map((role) => (
        <Callout key={role} tone="info" title={proposalWords(lang).waitingNote(role)} />
      ))}
      <LinkButton kind="second" icon="arrow-left" href={backHref}>
        {w.backToPeople}
      </LinkButton>
    </>
  );
}
