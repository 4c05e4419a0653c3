import type { Lang } from '../../../rules/lang.ts';
import { Button, Buttons, Callout, ErrorSentence, Field, Form, LinkButton } from '../../../ui/index.ts';
import { CARRIED_FIELD, type Carried, writeCarried } from '../carried.ts';
import { oidcWords } from '../oidc-words.ts';
import type { Asked } from '../passkeys.ts';
import { secondFactorWords } from '../second-factor-words.ts';
import { accountWords } from '../words.ts';
import { PasskeyForm } from './passkey.tsx';

export interface SignInView {
  lang: Lang;
  portalName: string;
  action: string;
  csrfToken: string;
  /** Where to go afterwards. */
  back: string;
  username: string;
  /** Why the last attempt led nowhere. */
  refusal?: string | undefined;
  notice?: string | undefined;
  carried?: Carried | undefined;
  passkey: { asked: Asked<object>; action: string };
  /** Another provider of identities, where the operator named one. */
  provider?: { name: string; href: string } | undefined;
  providerOutHref?: string | undefined;
}

/**
 * LX-016 forbids keeping account names in the browser: the name is marked `autocomplete="off"`, and nothing offers to
 * remember anyone. Browsers may still save passwords at their user's wish; no page can forbid that, and blocking
 * pasting or password stores would only lead to weaker passwords, so the password says what it is.
 */
export function SignIn(view: SignInView) {
  const { lang, carried } = view;
  const w = accountWords(lang);
  const hidden = {
    _token: view.csrfToken,
    ve: view.back,
    ...(carried ? { [CARRIED_FIELD]: writeCarried(carried) } : {}),
  };
  return (
    <>
      <h1>{carried ? w.sessionEndedTitle : w.signInTitle}</h1>
      {carried ? <p>{w.sessionEndedFiles}</p> : <p>{w.signInLead(view.portalName)}</p>}
      {view.notice && <Callout tone="good" live title={view.notice} />}
      {view.provider && view.providerOutHref && (
        <p>
          <a href={view.providerOutHref}>{oidcWords(lang).signedOutToo(view.provider.name)}</a>
        </p>
      )}
      {view.refusal && <ErrorSentence>{view.refusal}</ErrorSentence>}
      <Form action={view.action} hidden={hidden}>
        <Field
          lang={lang}
          kind="text"
          name="username"
          label={w.username}
          value={view.username}
          autocomplete="off"
          width="half"
          maxLength={100}
        />
        <Field
          lang={lang}
          kind="password"
          name="password"
          label={w.password}
          autocomplete="current-password"
          width="half"
        />
        <Buttons>
          <Button kind="main">{w.signIn}</Button>
        </Buttons>
      </Form>
      <section class="section" aria-labelledby="cach-khac">
        <h2 id="cach-khac">{secondFactorWords(lang).passkeyOr}</h2>
        <PasskeyForm
          {...{ lang, action: view.passkey.action, hidden, asked: view.passkey.asked }}
          ceremony="get"
          label={secondFactorWords(lang).passkeySignIn}
          kind="second"
        />
        {/* a form in hand cannot go to another site and back */}
        {view.provider && !carried && (
          <Buttons>
            <LinkButton kind="second" icon="external-link" href={view.provider.href}>
              {oidcWords(lang).signInWith(view.provider.name)}
            </LinkButton>
          </Buttons>
        )}
      </section>
    </>
  );
}

export interface ResumeView {
  lang: Lang;
  carried: Carried;
  csrfToken: string;
  deskHref: string;
}

/** Signed in again with a form in hand: it is sent by the person's own press, never by itself. */
export function Resume({ lang, carried, csrfToken, deskHref }: ResumeView) {
  const w = accountWords(lang);
  return (
    <>
      <h1>{w.resumeTitle}</h1>
      <p>{w.resumeLead}</p>
      <Form action={carried.to} hidden={{ _token: csrfToken }}>
        {carried.fields.map(([name, value], i) => (
          <input key={`${i}`} type="hidden" name={name} value={value} />
        ))}
        <Buttons>
          <Button kind="main">{w.resume}</Button>
          <LinkButton kind="light" href={deskHref}>
            {w.discard}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  );
}
