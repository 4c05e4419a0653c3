/**
 * Asks the browser for a passkey and carries its answer into the form, which is then sent like any other. Nothing of this
 * shows where the browser has no passkeys; the page then says what to do instead.
 */
import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';

function ask(form: HTMLFormElement): Promise<object> {
  const options: unknown = JSON.parse(form.dataset.options ?? '');
  return form.dataset.passkey === 'create'
    ? startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON })
    : startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON });
}

function wire(form: HTMLFormElement): void {
  const answer = form.elements.namedItem('passkeyAnswer');
  const says = form.querySelector('[data-passkey-says]');
  if (!(answer instanceof HTMLInputElement)) return;
  form.hidden = false;
  let isRunning = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (isRunning) return;
    isRunning = true;
    if (says) says.textContent = '';
    try {
      answer.value = JSON.stringify(await ask(form));
      form.submit();
    } catch (error) {
      // the maker's names of errors (WebAuthn §5.1.3): the device holds one of yours already
      const isThere = error instanceof Error && error.name === 'InvalidStateError';
      if (says) says.textContent = (isThere ? form.dataset.exists : form.dataset.cancelled) ?? '';
    } finally {
      isRunning = false;
    }
  });
}

for (const line of document.querySelectorAll<HTMLElement>('[data-passkey-off]')) line.hidden = true;
const forms = document.querySelectorAll<HTMLFormElement>('form[data-passkey]');
if (browserSupportsWebAuthn()) for (const form of forms) wire(form);
else
  for (const line of document.querySelectorAll<HTMLElement>('[data-passkey-unsupported]'))
    line.hidden = false;
