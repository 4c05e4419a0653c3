/** Shows what a form would make as soon as it changes; without it, the button "Xem thử" does the same when pressed. */
const AFTER_MS = 600;

for (const button of document.querySelectorAll<HTMLButtonElement>('button[formtarget]')) {
  const { form } = button;
  if (!form) continue;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const show = () => form.requestSubmit(button);
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, AFTER_MS);
  });
  show();
}

export {};
