import { Editor } from '@tiptap/core';
import { startAutosave } from './parts/autosave.ts';
import { type Desk, run } from './parts/commands.ts';
import { takingIn } from './parts/dropping.ts';
import { inPlace } from './parts/notes-in-place.ts';
import { startPresence } from './parts/presence.ts';
import { type Recovery, startRecovery } from './parts/recovery.ts';
import { EXTENSIONS, keys } from './parts/schema.ts';
import { markTools, toolbarKeys } from './parts/tools.ts';
import { startUploads } from './parts/uploads.ts';

function escaped(text: string): string {
  const place = document.createElement('p');
  place.textContent = text;
  return place.innerHTML.replace(/\n/g, '<br>');
}

/** Plain text as the server reads it: an empty line begins a paragraph. */
function paragraphs(text: string): string {
  return text
    .split(/\n[ \t]*\n+/)
    .filter((one) => one.trim() !== '')
    .map((one) => `<p>${escaped(one.trim())}</p>`)
    .join('');
}

/** The textarea gives its place, its label and what describes it to the editor. */
function placeFor(form: HTMLFormElement, area: HTMLTextAreaElement, bar: HTMLElement) {
  const label = form.querySelector<HTMLLabelElement>('label[for=body]');
  const place = document.createElement('div');
  place.className = 'editor-place';
  area.before(place);
  bar.hidden = false;
  place.before(bar);
  const describedBy = area.getAttribute('aria-describedby') ?? '';
  const invalid = area.getAttribute('aria-invalid');
  if (label) label.id = 'body-ten';
  area.id = 'body-html';
  area.hidden = true;
  const attributes = {
    ...{ id: 'body', class: 'prose', role: 'textbox', 'aria-multiline': 'true', lang: area.lang },
    ...{ 'aria-labelledby': 'body-ten', 'aria-describedby': describedBy },
    ...(invalid ? { 'aria-invalid': invalid } : {}),
  };
  return { place, label, attributes };
}

function enhance(form: HTMLFormElement, area: HTMLTextAreaElement, bar: HTMLElement): void {
  const modes = document.querySelector<HTMLElement>('[data-body-mode]');
  const isText = modes?.querySelector<HTMLInputElement>('input[value=text]')?.checked ?? false;
  const { place, label, attributes } = placeFor(form, area, bar);
  const says = document.querySelector<HTMLElement>('[data-editor-says]');
  const say = (words: string) => {
    if (says) says.textContent = words;
  };
  const token = () => (form.elements.namedItem('_token') as HTMLInputElement).value;
  const { upload = '', portal = '' } =
    document.querySelector<HTMLElement>('dialog[data-upload]')?.dataset ?? {};
  const { uploading = '', failed = '', present } = bar.dataset;
  const uploads = startUploads({ href: upload, portal, token }, say, { uploading, failed });

  const editor = new Editor({
    element: place,
    extensions: [...EXTENSIONS, keys((command) => void run(command, desk))],
    injectCSS: false,
    content: isText ? paragraphs(area.value) : inPlace(area.value),
    editorProps: { attributes, ...takingIn(() => desk, say) },
  });
  label?.addEventListener('click', () => editor.commands.focus());
  // from here on the field holds HTML
  const html = modes?.querySelector<HTMLInputElement>('input[value=html]');
  if (html) html.checked = true;
  if (modes) modes.hidden = true;

  let sourceShown = false;
  const write = () => {
    if (!sourceShown) area.value = editor.isEmpty ? '' : editor.getHTML();
  };
  const recovery: { now?: Recovery } = {};
  const saving = startAutosave(form, write, {
    touched: () => recovery.now?.touch(),
    saved: (at) => recovery.now?.saved(at),
  });
  recovery.now = startRecovery(form, write, (fields) => {
    for (const [name, value] of fields) setField(form, name, value);
    editor.commands.setContent(area.value, { emitUpdate: true });
  });
  const desk: Desk = { editor, bar, uploads, saveNow: saving.now };
  editor.on('update', saving.touch);
  editor.on('transaction', () => markTools(bar, editor));
  markTools(bar, editor);
  if (present) startPresence(present, token);

  const showSource = () => {
    write();
    sourceShown = !sourceShown;
    if (!sourceShown) editor.commands.setContent(inPlace(area.value), { emitUpdate: true });
    area.hidden = !sourceShown;
    place.hidden = sourceShown;
    (sourceShown ? area : editor.view.dom).focus();
  };
  bar.addEventListener('click', (event) => {
    const command =
      (event.target as Element).closest<HTMLButtonElement>('[data-command]')?.dataset.command ?? '';
    if (command === 'source') showSource();
    else if (!sourceShown) void run(command, desk);
  });
  toolbarKeys(bar, () => editor.commands.focus());
  takeWordAtOnce(form);
}

/** One field of the form as it was kept; files are chosen again. */
function setField(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof RadioNodeList) {
    if ([...field].some((one) => one instanceof HTMLInputElement && one.type === 'radio'))
      field.value = value;
  } else if (
    field instanceof HTMLTextAreaElement ||
    field instanceof HTMLSelectElement ||
    (field instanceof HTMLInputElement && field.type !== 'file' && field.type !== 'checkbox')
  )
    field.value = value;
}

/** Choosing the Word file is enough; without script its button sends it. */
function takeWordAtOnce(form: HTMLFormElement): void {
  const part = form.querySelector<HTMLElement>('[data-word-file]');
  const button = part?.querySelector<HTMLButtonElement>('button');
  part?.querySelector('input[type=file]')?.addEventListener('change', ({ target }) => {
    if (button && (target as HTMLInputElement).files?.length) form.requestSubmit(button);
  });
}

/** The editor over the textarea `body`: the textarea stays the form's field, the editor writes into it. */
const form = document.querySelector<HTMLFormElement>('form[data-autosave]');
const area = document.querySelector<HTMLTextAreaElement>('textarea[name=body]');
const bar = document.querySelector<HTMLElement>('[data-editor-bar]');
if (form && area && bar) enhance(form, area, bar);
