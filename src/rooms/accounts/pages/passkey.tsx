import type { ComponentChildren } from 'preact';
import type { Lang } from '../../../rules/lang.ts';
import { Button, Buttons } from '../../../ui/index.ts';
import type { Asked } from '../passkeys.ts';
import { secondFactorWords } from '../second-factor-words.ts';

/** Fields of the form that holds the browser's answer. */
export const ANSWER_FIELD = 'passkeyAnswer';
export const CHALLENGE_FIELD = 'passkeyChallenge';

export interface PasskeyFormView {
  lang: Lang;
  ceremony: 'get' | 'create';
  action: string;
  hidden: Readonly<Record<string, string>>;
  asked: Asked<object>;
  label: string;
  kind: 'main' | 'second';
  children?: ComponentChildren;
}

/**
 * A button for a passkey. The island `passkey` puts it in the place of the sentence and carries the browser's answer into the
 * form, which is sent like any other; without JavaScript the sentence stays.
 */
export function PasskeyForm(view: PasskeyFormView) {
  const w = secondFactorWords(view.lang);
  return (
    <>
      <p class="note" data-passkey-off="">
        {w.passkeyNoScript}
      </p>
      <form
        method="post"
        action={view.action}
        noValidate
        hidden
        data-passkey={view.ceremony}
        data-options={JSON.stringify(view.asked.options)}
        data-cancelled={w.passkeyCancelled}
        data-exists={w.passkeyExists}
      >
        {Object.entries(view.hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name={CHALLENGE_FIELD} value={view.asked.token} />
        <input type="hidden" name={ANSWER_FIELD} value="" />
        {view.children}
        <Buttons>
          <Button kind={view.kind} icon="key-round">
            {view.label}
          </Button>
        </Buttons>
        <p class="note" role="status" data-passkey-says="" />
      </form>
      <p class="note" hidden data-passkey-unsupported="">
        {w.passkeyUnsupported}
      </p>
    </>
  );
}
