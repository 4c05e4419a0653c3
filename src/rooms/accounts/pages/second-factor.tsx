import type { Lang } from '../../../rules/lang.ts';
import type { Refusal } from '../../../rules/refusal.ts';
import {
  Button,
  Buttons,
  Callout,
  DataTable,
  DeskTitle,
  ErrorSentence,
  ErrorSummary,
  Field,
  Form,
  FormSection,
  KeyList,
  LinkButton,
  Tag,
} from '../../../ui/index.ts';
import { oidcWords } from '../oidc-words.ts';
import type { Asked } from '../passkeys.ts';
import { qrPath } from '../second-factor-code.ts';
import { secondFactorWords } from '../second-factor-words.ts';
import { accountWords } from '../words.ts';
import { PasskeyForm } from './passkey.tsx';

export interface ProofView {
  lang: Lang;
  action: string;
  hidden: Readonly<Record<string, string>>;
  /** What may be typed. */
  asks: 'code' | 'recovery' | 'password';
  passkey?: Asked<object> | undefined;
  /** Why the last attempt led nowhere. */
  sentence?: string | undefined;
}

/** One field and one button, or the passkey: proving that it is you. */
export function ProofForm({ lang, action, hidden, asks, passkey, sentence }: ProofView) {
  const w = secondFactorWords(lang);
  const isPassword = asks === 'password';
  const button = passkey && (
    <PasskeyForm
      {...{ lang, action, hidden, asked: passkey, label: w.passkeyUse }}
      ceremony="get"
      kind={asks === 'recovery' ? 'main' : 'second'}
    />
  );
  return (
    <>
      {sentence && <ErrorSentence>{sentence}</ErrorSentence>}
      {asks === 'recovery' && button}
      <Form action={action} hidden={hidden}>
        <Field
          lang={lang}
          kind={isPassword ? 'password' : 'text'}
          name={isPassword ? 'password' : 'code'}
          label={isPassword ? w.freshPassword : asks === 'code' ? w.code : w.codeOnly}
          help={isPassword ? undefined : asks === 'code' ? w.codeHelp : w.recoveryHelp}
          autocomplete={isPassword ? 'current-password' : 'one-time-code'}
          width="half"
          maxLength={isPassword ? undefined : 40}
        />
        <Buttons>
          <Button kind={asks === 'recovery' && passkey ? 'second' : 'main'}>{w.confirm}</Button>
        </Buttons>
      </Form>
      {asks !== 'recovery' && button}
    </>
  );
}

export interface SecondStepView extends ProofView {
  title: string;
  lead: string;
  startHref: string;
}

/** Between the first factor and the session. */
export function SecondStep({ title, lead, startHref, ...proof }: SecondStepView) {
  const w = secondFactorWords(proof.lang);
  return (
    <>
      <h1>{title}</h1>
      <p>{lead}</p>
      <ProofForm {...proof} />
      <p class="note">{w.lost}</p>
      <p>
        <a href={startHref}>{w.startAgain}</a>
      </p>
    </>
  );
}

export interface SetUpView {
  lang: Lang;
  action: string;
  hidden: Readonly<Record<string, string>>;
  uri: string;
  groups: string;
  account: string;
  backHref: string;
  refusal?: Refusal | undefined;
}

/** The secret as a picture and as letters: both say the same, and neither needs a script. */
export function SetUpCode({ lang, action, hidden, uri, groups, account, backHref, refusal }: SetUpView) {
  const w = secondFactorWords(lang);
  const { path, size } = qrPath(uri);
  return (
    <>
      <DeskTitle title={w.setUpTitle} />
      {refusal && (
        <ErrorSummary
          lang={lang}
          title={accountWords(lang).errors(1)}
          errors={[{ href: '#code', text: refusal.words[lang] }]}
        />
      )}
      <div class="prose">
        <ol>
          {w.setUpSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </div>
      <svg
        class="qr"
        viewBox={`0 0 ${size} ${size}`}
        width="240"
        height="240"
        role="img"
        aria-label={w.qrLabel}
      >
        <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
        <path fill="#000" shape-rendering="crispEdges" d={path} />
      </svg>
      <KeyList
        rows={[
          { key: w.secret, value: <code class="num">{groups}</code> },
          { key: w.secretAccount, value: account },
        ]}
      />
      <Form action={action} hidden={hidden}>
        <Field
          lang={lang}
          kind="text"
          name="code"
          label={w.setUpCode}
          inputMode="numeric"
          autocomplete="one-time-code"
          width="short"
          maxLength={12}
          error={refusal?.words[lang]}
        />
        <Buttons>
          <Button kind="main">{w.confirm}</Button>
          <LinkButton kind="light" href={backHref}>
            {w.setUpCancel}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  );
}

export interface RecoveryCodesView {
  lang: Lang;
  codes: readonly string[];
  owner: string;
  nextHref: string;
  notice?: string | undefined;
}

/** Ten codes, shown once, on a page that prints as it is. */
export function RecoveryCodes({ lang, codes, owner, nextHref, notice }: RecoveryCodesView) {
  const w = secondFactorWords(lang);
  return (
    <>
      <DeskTitle title={w.codesTitle} />
      {notice && <Callout tone="good" live title={notice} />}
      <p>{w.codesLead}</p>
      <p class="note">{owner}</p>
      <ol class="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p>{w.codesEach}</p>
      <Buttons>
        <LinkButton kind="main" href={nextHref}>
          {w.codesDone}
        </LinkButton>
      </Buttons>
    </>
  );
}

export interface ProtectionView {
  lang: Lang;
  csrfToken: string;
  isProtected: boolean;
  /** Why a second factor must be set up, if it must. */
  demand?: { sentence: string; isDue: boolean } | undefined;
  notice?: string | undefined;
  refusal?: Refusal | undefined;
  code?: { since: string; used: string } | undefined;
  passkeys: readonly {
    id: number;
    name: string;
    made: string;
    used: string;
    at: string;
    isBackedUp: boolean;
  }[];
  recoveryLeft: number;
  newPasskey: Asked<object>;
  /** Another provider of identities, where the operator named one. */
  identity?:
    | {
        name: string;
        linked: string | undefined;
        error: string | undefined;
        linkHref: string;
        unlinkAction: string;
      }
    | undefined;
  hrefs: Readonly<
    Record<'setUp' | 'removeCode' | 'addPasskey' | 'removePasskey' | 'recovery' | 'account', string>
  >;
}

/** One's own second factor: what there is, how to add one, how to take one away. */
export function Protection(view: ProtectionView) {
  const { lang } = view;
  const w = secondFactorWords(lang);
  return (
    <>
      <DeskTitle title={w.title} />
      {view.notice && <Callout tone="good" live title={view.notice} />}
      {view.identity?.error && <ErrorSentence>{view.identity.error}</ErrorSentence>}
      {view.refusal && <ErrorSentence>{view.refusal.words[lang]}</ErrorSentence>}
      {view.demand && <Callout tone={view.demand.isDue ? 'bad' : 'warn'} title={view.demand.sentence} />}
      <p>
        <Tag
          tone={view.isProtected ? 'good' : 'warn'}
          icon={view.isProtected ? 'circle-check' : 'triangle-alert'}
        >
          {view.isProtected ? w.protected : w.unprotected}
        </Tag>
      </p>
      <p>{w.lead}</p>
      <AppPart {...view} />
      <PasskeyPart {...view} />
      <RecoveryPart {...view} />
      {view.identity && <IdentityPart {...view} identity={view.identity} />}
      <p>
        <a href={view.hrefs.account}>{accountWords(lang).accountTitle}</a>
      </p>
    </>
  );
}

function AppPart({ lang, code, isProtected, hrefs, csrfToken }: ProtectionView) {
  const w = secondFactorWords(lang);
  return (
    <FormSection id="ung-dung" title={w.appTitle} note={w.appLead}>
      {code && (
        <p>
          {code.since}, {code.used}.
        </p>
      )}
      <Buttons>
        <LinkButton kind={isProtected ? 'second' : 'main'} icon="key-round" href={hrefs.setUp}>
          {code ? w.appChange : w.appSetUp}
        </LinkButton>
      </Buttons>
      {code && (
        <Form action={hrefs.removeCode} hidden={{ _token: csrfToken }}>
          <Button kind="light">{w.appRemove}</Button>
        </Form>
      )}
    </FormSection>
  );
}

function PasskeyPart({ lang, passkeys, newPasskey, hrefs, csrfToken }: ProtectionView) {
  const w = secondFactorWords(lang);
  return (
    <FormSection id="khoa-truy-cap" title={w.passkeysTitle} note={w.passkeysLead}>
      {passkeys.length === 0 ? (
        <p>{w.passkeysNone}</p>
      ) : (
        <DataTable
          lang={lang}
          table={{
            caption: w.passkeysOf,
            stacked: true,
            columns: [
              { label: w.passkeyName },
              { label: w.passkeyFor },
              { label: w.passkeyMade },
              { label: w.passkeyLast },
              { label: w.passkeyRemove },
            ],
            rows: passkeys.map((one) => [
              <>
                {one.name}
                {one.isBackedUp && <span class="note"> ({w.passkeySynced})</span>}
              </>,
              one.at,
              one.made,
              one.used,
              <Form
                key={one.id}
                action={hrefs.removePasskey}
                hidden={{ _token: csrfToken, passkey: String(one.id) }}
                label={w.passkeyRemoveOf(one.name)}
              >
                <Button kind="light">
                  {w.passkeyRemove}
                  <span class="unseen"> {one.name}</span>
                </Button>
              </Form>,
            ]),
          }}
        />
      )}
      <PasskeyForm
        {...{ lang, action: hrefs.addPasskey, hidden: { _token: csrfToken }, asked: newPasskey }}
        ceremony="create"
        label={w.passkeyAdd}
        kind="second"
      >
        <Field
          lang={lang}
          kind="text"
          name="passkeyName"
          label={w.passkeyName}
          help={w.passkeyNameHelp}
          autocomplete="off"
          width="half"
          maxLength={60}
          optional
        />
      </PasskeyForm>
    </FormSection>
  );
}

function RecoveryPart({ lang, isProtected, recoveryLeft, hrefs, csrfToken }: ProtectionView) {
  const w = secondFactorWords(lang);
  return (
    <FormSection id="du-phong" title={w.recoveryTitle}>
      <p>{isProtected ? w.recoveryLeft(recoveryLeft) : w.recoveryNone}</p>
      {isProtected && (
        <Form action={hrefs.recovery} hidden={{ _token: csrfToken }}>
          <p class="note">{w.recoveryRenewHelp}</p>
          <Buttons>
            <Button kind="second">{w.recoveryRenew}</Button>
          </Buttons>
        </Form>
      )}
    </FormSection>
  );
}

function IdentityPart({
  lang,
  csrfToken,
  identity,
}: Pick<ProtectionView, 'lang' | 'csrfToken'> & { identity: NonNullable<ProtectionView['identity']> }) {
  const w = oidcWords(lang);
  return (
    <FormSection id="lien-ket" title={identity.name} note={w.lead(identity.name)}>
      {identity.linked ? (
        <>
          <p>{identity.linked}.</p>
          <Form action={identity.unlinkAction} hidden={{ _token: csrfToken }}>
            <Button kind="light">{w.unlink}</Button>
          </Form>
        </>
      ) : (
        <Buttons>
          <LinkButton kind="second" icon="external-link" href={identity.linkHref}>
            {w.link(identity.name)}
          </LinkButton>
        </Buttons>
      )}
    </FormSection>
  );
}
