/**
 * A running button keeps its words and cannot send twice. It is never `disabled`: that would drop its own name and
 * value from the form and take the focus away.
 */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-once]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.running !== undefined) {
      event.preventDefault();
      return;
    }
    const button = (event as SubmitEvent).submitter;
    // Downloads, searches and previews leave the page where it is; only a POST that leads on is worth guarding.
    if (form.method !== 'post' || form.target === '_blank' || button?.hasAttribute('formtarget')) return;
    form.dataset.running = '';
    button?.setAttribute('aria-busy', 'true');
  });
}

// Coming back with the browser's own button shows the page as it was left: it can be sent again.
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-running]')) {
    delete form.dataset.running;
    form.querySelector('[aria-busy]')?.removeAttribute('aria-busy');
  }
});

export {};
