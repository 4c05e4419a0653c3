import type { Lang } from '../../../rules/lang.ts';
import type { Refusal } from '../../../rules/refusal.ts';
import { Button, Buttons, ErrorSentence, ErrorSummary, Form, fieldsOf } from '../../../ui/index.ts';
import { accountWords } from '../words.ts';

export interface PasswordView {
  lang: Lang;
  action: string;
  csrfToken: string;
  /** Asked for where one is signed in; an invitation stands for it otherwise. */
  asksCurrent: boolean;
  /** Why it was not saved. */
  refusal?: Refusal | undefined;
  /** A sentence that belongs to no field. */
  sentence?: string | undefined;
}

type Passwords = Partial<Record<'currentPassword' | 'newPassword' | 'repeatPassword', never>>;

/** Fields of a new password. Nothing typed here is shown again: a page must not hold a password. */
export function PasswordForm({ lang, action, csrfToken, asksCurrent, refusal, sentence }: PasswordView) {
  const w = accountWords(lang);
  const field = refusal?.field ?? 'newPassword';
  const PasswordField = fieldsOf<Passwords>(lang, {}, (name) =>
    refusal && field === name ? refusal.words[lang] : undefined,
  );
  return (
    <>
      {sentence && <ErrorSentence>{sentence}</ErrorSentence>}
      {refusal && (
        <ErrorSummary
          lang={lang}
          title={w.errors(1)}
          errors={[{ href: `#${field}`, text: refusal.words[lang] }]}
        />
      )}
      {(refusal || sentence) && <p>{w.passwordTypedAgain}</p>}
      <Form action={action} hidden={{ _token: csrfToken }}>
        {asksCurrent && (
          <PasswordField
            kind="password"
            name="currentPassword"
            label={w.currentPassword}
            autocomplete="current-password"
            width="half"
          />
        )}
        <PasswordField
          kind="password"
          name="newPassword"
          label={w.newPassword}
          autocomplete="new-password"
          width="half"
          help={
            <ul>
              {w.passwordRules.map((rule) => (
                <li key={rule}>{rule}</li>
              ))}
            </ul>
          }
        />
        <PasswordField
          kind="password"
          name="repeatPassword"
          label={w.repeatPassword}
          autocomplete="new-password"
          width="half"
        />
        <Buttons>
          <Button kind="main">{w.savePassword}</Button>
        </Buttons>
      </Form>
    </>
  );
}
