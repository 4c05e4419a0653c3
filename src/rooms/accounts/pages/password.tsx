import type { Lang } from '../../../rules/lang.ts';
import type { Refusal } from '../../../rules/refusal.ts';
import { Button, Buttons, ErrorSummary, Field, Form } from '../../../ui/index.ts';
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

/** Fields of a new password. Nothing typed here is shown again: a page must not hold a password. */
export function PasswordForm({ lang, action, csrfToken, asksCurrent, refusal, sentence }: PasswordView) {
  const w = accountWords(lang);
  const field = refusal?.field ?? 'newPassword';
  const errorAt = (name: string) => (refusal && field === name ? refusal.words[lang] : undefined);
  return (
    <>
      {sentence && (
        <div class="error-summary" role="alert" tabindex={-1} autofocus>
          <p>{sentence}</p>
        </div>
      )}
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
          <Field
            lang={lang}
            kind="password"
            name="currentPassword"
            label={w.currentPassword}
            autocomplete="current-password"
            width="half"
            error={errorAt('currentPassword')}
          />
        )}
        <Field
          lang={lang}
          kind="password"
          name="newPassword"
          label={w.newPassword}
          autocomplete="new-password"
          width="half"
          error={errorAt('newPassword')}
          help={
            <ul>
              {w.passwordRules.map((rule) => (
                <li key={rule}>{rule}</li>
              ))}
            </ul>
          }
        />
        <Field
          lang={lang}
          kind="password"
          name="repeatPassword"
          label={w.repeatPassword}
          autocomplete="new-password"
          width="half"
          error={errorAt('repeatPassword')}
        />
        <Buttons>
          <Button kind="main">{w.savePassword}</Button>
        </Buttons>
      </Form>
    </>
  );
}
