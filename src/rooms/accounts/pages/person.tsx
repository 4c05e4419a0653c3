import type { ComponentChildren } from 'preact';
import type { Lang } from '../../../rules/lang.ts';
import {
  Button,
  type ButtonKind,
  Callout,
  type Choice,
  DataTable,
  DeskTitle,
  Field,
  Form,
  FormSection,
  KeyList,
  LinkButton,
  StatePill,
} from '../../../ui/index.ts';
import type { AppointmentDraft, FieldErrors } from '../forms.ts';
import type { PastLine, SessionLine } from '../history-store.ts';
import { proposalWords } from '../proposal-words.ts';
import { accountWords } from '../words.ts';
import { AppointmentFields, Faults, type PersonLine } from './people.tsx';
import { PersonHistory } from './person-history.tsx';

export interface HeldView {
  grantId: number;
  portalId: number;
  portal: string;
  role: string;
  validity: string;
  decision: string;
  mayRevoke: boolean;
}

export interface PersonView {
  lang: Lang;
  /** Address of this page; the steps stand below it. */
  base: string;
  portalId: string;
  fullName: string;
  username: string;
  email: string | null;
  state: PersonLine['state'];
  held: HeldView[];
  /** Roles that wait for a second person. */
  waiting: readonly string[];
  proposalsHref: string;
  /** Portals and roles one may give here; empty when none. */
  grant: { portals: Choice[]; roles: Choice[]; draft: AppointmentDraft; errors: FieldErrors } | undefined;
  /** What may be done with the account as a whole. */
  account: 'own' | 'beyond' | { disabled: boolean; locked: boolean; hasFactor: boolean };
  history: { sessions: readonly SessionLine[]; past: readonly (PastLine & { title: string })[]; now: Date };
  csrfToken: string;
  notice?: string | undefined;
  refusal?: string | undefined;
  historyHref?: string | undefined;
  backHref: string;
}

export function PersonPage(view: PersonView) {
  const { lang } = view;
  const w = accountWords(lang);
  return (
    <>
      <DeskTitle title={view.fullName}>
        <LinkButton kind="light" icon="arrow-left" href={view.backHref}>
          {w.backToPeople}
        </LinkButton>
      </DeskTitle>
      {view.notice && <Callout tone="good" live title={view.notice} />}
      {view.refusal && <Callout tone="bad" live title={view.refusal} />}
      {view.grant && <Faults lang={lang} errors={view.grant.errors} />}
      <KeyList
        rows={[
          { key: w.username, value: view.username },
          { key: w.email, value: view.email ?? w.noneYet },
          { key: w.state, value: <StatePill tone={view.state.tone}>{view.state.text}</StatePill> },
        ]}
      />
      <Held {...view} />
      <Waiting {...view} />
      <Grant {...view} />
      <FormSection id="tai-khoan" title={w.accountPart}>
        <Account {...view} />
      </FormSection>
      <PersonHistory lang={lang} {...view.history} />
      {view.historyHref && (
        <p>
          <a href={view.historyHref}>{w.history}</a>
        </p>
      )}
    </>
  );
}

function Held({ lang, held, fullName, base, csrfToken }: PersonView) {
  const w = accountWords(lang);
  if (held.length === 0) return <Callout tone="info" title={w.noneHeld} />;
  return (
    <DataTable
      lang={lang}
      table={{
        caption: w.rolesOf(fullName),
        columns: [
          { label: w.roles },
          { label: w.portal },
          { label: w.validity },
          { label: w.decision },
          { label: w.revoke },
        ],
        rows: held.map((one) => [
          one.role,
          one.portal,
          one.validity,
          one.decision,
          one.mayRevoke && (
            <Form
              key="thu"
              action={`${base}/thu-quyen`}
              hidden={{ _token: csrfToken, cong: String(one.portalId), grantId: String(one.grantId) }}
            >
              <Button kind="danger">
                {w.revoke}
                <span class="unseen">
                  : {one.role}, {one.portal}
                </span>
              </Button>
            </Form>
          ),
        ]),
      }}
    />
  );
}

function Waiting({ lang, waiting, proposalsHref }: PersonView) {
  const w = proposalWords(lang);
  if (waiting.length === 0) return null;
  return (
    <Callout tone="info" title={w.waiting}>
      <ul>
        {waiting.map((role) => (
          <li key={role}>{w.waitingNote(role)}</li>
        ))}
      </ul>
      <p>
        <a href={proposalsHref}>{w.toList}</a>
      </p>
    </Callout>
  );
}

function Grant({ lang, grant, base, csrfToken, portalId }: PersonView) {
  const w = accountWords(lang);
  if (!grant) return null;
  return (
    <FormSection id="giao-quyen" title={w.grantTitle}>
      <Form
        action={`${base}/giao-quyen`}
        hidden={{ _token: csrfToken, ...(grant.portals.length > 1 ? {} : { cong: portalId }) }}
      >
        {grant.portals.length > 1 && (
          <Field
            lang={lang}
            kind="select"
            name="cong"
            label={w.portal}
            value={portalId}
            choices={grant.portals}
            error={grant.errors.cong?.[lang]}
          />
        )}
        <AppointmentFields lang={lang} draft={grant.draft} errors={grant.errors} roles={grant.roles} />
        <Button kind="main">{w.grant}</Button>
      </Form>
    </FormSection>
  );
}

function Account({ lang, account, base, csrfToken, portalId }: PersonView) {
  const w = accountWords(lang);
  if (account === 'own') return <p>{w.accountOwn}</p>;
  if (account === 'beyond') return <p>{w.accountElsewhere}</p>;
  const step = (path: string, kind: ButtonKind, text: string, help?: ComponentChildren) => (
    <Form action={`${base}/${path}`} hidden={{ _token: csrfToken, cong: portalId }}>
      {help && <p class="help">{help}</p>}
      <Button kind={kind}>{text}</Button>
    </Form>
  );
  if (account.disabled) return step('mo-tai-khoan', 'second', w.enable);
  return (
    <>
      {account.locked && step('go-cho', 'second', w.unlock)}
      {step('moi-lai', 'second', w.inviteAgain, w.inviteAgainHelp)}
      {account.hasFactor && step('dat-lai-bao-ve', 'second', w.resetFactor, w.resetFactorHelp)}
      {step('khoa-tai-khoan', 'danger', w.disable, w.disableHelp)}
    </>
  );
}
