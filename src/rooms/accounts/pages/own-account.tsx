import type { Lang } from '../../../rules/lang.ts';
import {
  Button,
  Buttons,
  Callout,
  DataTable,
  DeskTitle,
  Field,
  Form,
  FormSection,
  KeyList,
  LANGUAGE_NAMES,
  LinkButton,
  Tag,
} from '../../../ui/index.ts';
import { devicesWords } from '../devices-words.ts';
import { secondFactorWords } from '../second-factor-words.ts';
import { accountWords } from '../words.ts';

export interface OwnAccountView {
  lang: Lang;
  fullName: string;
  username: string;
  email: string | null;
  language: Lang;
  rights: { portal: string; role: string; validity: string; decision: string }[];
  csrfToken: string;
  action: string;
  passwordHref: string;
  protectionHref: string;
  devicesHref: string;
  /** How well the account is protected, in a word. */
  protection: { text: string; isGood: boolean };
  signOutAction: string;
  notice?: string | undefined;
}

export function OwnAccountPage(view: OwnAccountView) {
  const { lang } = view;
  const w = accountWords(lang);
  return (
    <>
      <DeskTitle title={w.accountTitle} />
      {view.notice && <Callout tone="good" live title={view.notice} />}
      <KeyList
        rows={[
          { key: w.fullName, value: view.fullName },
          { key: w.username, value: view.username },
          { key: w.email, value: view.email ?? w.noneYet },
          {
            key: secondFactorWords(lang).title,
            value: (
              <Tag
                tone={view.protection.isGood ? 'good' : 'warn'}
                icon={view.protection.isGood ? 'circle-check' : 'triangle-alert'}
              >
                {view.protection.text}
              </Tag>
            ),
          },
        ]}
      />
      {view.rights.length === 0 ? (
        <Callout tone="warn" title={w.noRoles} />
      ) : (
        <DataTable
          lang={lang}
          table={{
            caption: w.roles,
            columns: [{ label: w.roles }, { label: w.portal }, { label: w.validity }, { label: w.decision }],
            rows: view.rights.map((right) => [right.role, right.portal, right.validity, right.decision]),
          }}
        />
      )}
      <Form action={view.action} hidden={{ _token: view.csrfToken }}>
        <Field
          lang={lang}
          kind="radios"
          name="language"
          label={w.language}
          value={view.language}
          choices={(['vi', 'en'] as const).map((one) => ({ value: one, text: LANGUAGE_NAMES[one] }))}
        />
        <Buttons>
          <Button kind="second">{w.save}</Button>
        </Buttons>
      </Form>
      <FormSection id="an-toan" title={w.security}>
        <Buttons>
          <LinkButton kind="second" icon="key-round" href={view.passwordHref}>
            {w.passwordTitle}
          </LinkButton>
          <LinkButton kind="second" icon="badge-check" href={view.protectionHref}>
            {secondFactorWords(lang).title}
          </LinkButton>
          <LinkButton kind="second" icon="clock" href={view.devicesHref}>
            {devicesWords(lang).title}
          </LinkButton>
        </Buttons>
        <Form action={view.signOutAction} hidden={{ _token: view.csrfToken }}>
          <Button kind="light" icon="log-out">
            {w.signOut}
          </Button>
        </Form>
      </FormSection>
    </>
  );
}
