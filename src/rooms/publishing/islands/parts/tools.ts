import type { Editor } from '@tiptap/core';

/** WAI-ARIA toolbar: one stop for Tab, arrows inside, Esc back to the text. */
export function toolbarKeys(bar: HTMLElement, backToText: () => void): void {
  const buttons = () => [...bar.querySelectorAll<HTMLButtonElement>('button:not([hidden])')];
  buttons().forEach((button, i) => {
    button.tabIndex = i === 0 ? 0 : -1;
  });
  bar.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') backToText();
    const all = buttons();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const to = {
      ArrowRight: (at + 1) % all.length,
      ArrowLeft: (at - 1 + all.length) % all.length,
      Home: 0,
      End: all.length - 1,
    }[event.key];
    if (to === undefined || at === -1) return;
    event.preventDefault();
    const next = all[to];
    for (const button of all) button.tabIndex = button === next ? 0 : -1;
    next?.focus();
  });
}

const ACTIVE: Record<string, [string, object?]> = {
  h2: ['heading', { level: 2 }],
  h3: ['heading', { level: 3 }],
  bold: ['bold'],
  italic: ['italic'],
  bullets: ['bulletList'],
  numbers: ['orderedList'],
  quote: ['blockquote'],
  link: ['link'],
  note: ['footnote'],
};

/** Which tools are on at the cursor; those of tables, figures and quotations only inside one. */
export function markTools(bar: HTMLElement, editor: Editor): void {
  const places: Record<string, boolean> = {
    table: editor.isActive('table'),
    figure: editor.isActive('figure'),
    quote: editor.isActive('blockquote') && !editor.isActive('quotation'),
  };
  let isStopThere = false;
  for (const button of bar.querySelectorAll<HTMLButtonElement>('[data-command]')) {
    const state = ACTIVE[button.dataset.command ?? ''];
    if (state) button.setAttribute('aria-pressed', String(editor.isActive(state[0], state[1])));
    const { only } = button.dataset;
    if (only) button.hidden = !places[only];
    if (button.tabIndex === 0 && !button.hidden) isStopThere = true;
  }
  // the tool that was the stop for Tab has gone with its place
  const first = bar.querySelector<HTMLButtonElement>('button:not([hidden])');
  if (!isStopThere && first) first.tabIndex = 0;
}
