import { Editor } from '@tiptap/core';
import { startAutosave } from './parts/autosave.ts';
import { askPicture, askText } from './parts/dialogs.ts';
import { EXTENSIONS } from './parts/schema.ts';

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

function enhance(form: HTMLFormElement, area: HTMLTextAreaElement, bar: HTMLElement): void {
  const modes = document.querySelector<HTMLElement>('[data-body-mode]');
  const isText = modes?.querySelector<HTMLInputElement>('input[value=text]')?.checked ?? false;
  const label = form.querySelector<HTMLLabelElement>('label[for=body]');
  const place = document.createElement('div');
  place.className = 'editor-place';
  area.before(place);
  bar.hidden = false;
  place.before(bar);
  const described = area.getAttribute('aria-describedby') ?? '';
  const invalid = area.getAttribute('aria-invalid');
  if (label) label.id = 'body-ten';
  area.id = 'body-html';
  area.hidden = true;
  label?.addEventListener('click', () => editor.commands.focus());

  const editor = new Editor({
    element: place,
    extensions: EXTENSIONS,
    injectCSS: false,
    content: isText ? paragraphs(area.value) : area.value,
    editorProps: {
      attributes: {
        id: 'body',
        class: 'prose',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': 'body-ten',
        'aria-describedby': described,
        ...(invalid ? { 'aria-invalid': invalid } : {}),
        lang: area.lang,
      },
    },
  });
  // from here on the field holds HTML
  const html = modes?.querySelector<HTMLInputElement>('input[value=html]');
  if (html) html.checked = true;
  if (modes) modes.hidden = true;

  let sourceShown = false;
  const write = () => {
    if (!sourceShown) area.value = editor.isEmpty ? '' : editor.getHTML();
  };
  const saving = startAutosave(form, write);
  editor.on('update', saving.touch);
  editor.on('selectionUpdate', () => mark(bar, editor));
  editor.on('transaction', () => mark(bar, editor));
  mark(bar, editor);

  const showSource = () => {
    write();
    sourceShown = !sourceShown;
    if (!sourceShown) editor.commands.setContent(area.value, { emitUpdate: true });
    area.hidden = !sourceShown;
    place.hidden = sourceShown;
    (sourceShown ? area : editor.view.dom).focus();
  };
  bar.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('[data-command]');
    const command = button?.dataset.command ?? '';
    if (command === 'source') showSource();
    else if (!sourceShown) void run(command, editor, form);
  });
  arrowKeys(bar);
}

/** WAI-ARIA toolbar: one stop for Tab, arrows inside. */
function arrowKeys(bar: HTMLElement): void {
  const buttons = () => [...bar.querySelectorAll<HTMLButtonElement>('button:not([hidden])')];
  buttons().forEach((button, i) => {
    button.tabIndex = i === 0 ? 0 : -1;
  });
  bar.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const all = buttons();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    if (step === undefined || at === -1) return;
    event.preventDefault();
    const next = all[(at + step + all.length) % all.length];
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
};

/** Which tools are on at the cursor; those of tables only inside one. */
function mark(bar: HTMLElement, editor: Editor): void {
  const inTable = editor.isActive('table');
  for (const button of bar.querySelectorAll<HTMLButtonElement>('[data-command]')) {
    const state = ACTIVE[button.dataset.command ?? ''];
    if (state) button.setAttribute('aria-pressed', String(editor.isActive(state[0], state[1])));
    if (button.dataset.inTable !== undefined) button.hidden = !inTable;
  }
}

async function run(command: string, editor: Editor, form: HTMLFormElement): Promise<void> {
  const chain = editor.chain().focus();
  const plain: Record<string, () => boolean> = {
    h2: () => chain.toggleHeading({ level: 2 }).run(),
    h3: () => chain.toggleHeading({ level: 3 }).run(),
    bold: () => chain.toggleBold().run(),
    italic: () => chain.toggleItalic().run(),
    bullets: () => chain.toggleBulletList().run(),
    numbers: () => chain.toggleOrderedList().run(),
    quote: () => chain.toggleBlockquote().run(),
    table: () => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
    undo: () => chain.undo().run(),
    redo: () => chain.redo().run(),
    header: () => chain.toggleHeaderRow().run(),
    addRow: () => chain.addRowAfter().run(),
    addColumn: () => chain.addColumnAfter().run(),
    dropRow: () => chain.deleteRow().run(),
    dropColumn: () => chain.deleteColumn().run(),
    dropTable: () => chain.deleteTable().run(),
  };
  if (plain[command]) plain[command]();
  else if (command === 'link') await setLink(editor);
  else if (command === 'caption') await setCaption(editor);
  else if (command === 'image') await insertPicture(editor, form);
}

async function setLink(editor: Editor): Promise<void> {
  const href = await askText('link', String(editor.getAttributes('link').href ?? ''));
  if (href === undefined) return;
  const chain = editor.chain().focus().extendMarkRange('link');
  if (href === '') chain.unsetLink().run();
  else if (editor.state.selection.empty && !editor.isActive('link'))
    chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run();
  else chain.setLink({ href }).run();
}

async function setCaption(editor: Editor): Promise<void> {
  const caption = await askText('caption', String(editor.getAttributes('table').caption ?? ''));
  if (caption !== undefined) editor.chain().focus().updateAttributes('table', { caption }).run();
}

async function insertPicture(editor: Editor, form: HTMLFormElement): Promise<void> {
  const token = (form.elements.namedItem('_token') as HTMLInputElement).value;
  const picture = await askPicture(token);
  if (!picture) return;
  const { caption, ...attrs } = picture;
  const content = caption ? [{ type: 'text', text: caption }] : [];
  editor.chain().focus().insertContent({ type: 'figure', attrs, content }).run();
}

/** The editor over the textarea `body`: the textarea stays the form's field, the editor writes into it. */
const form = document.querySelector<HTMLFormElement>('form[data-autosave]');
const area = document.querySelector<HTMLTextAreaElement>('textarea[name=body]');
const bar = document.querySelector<HTMLElement>('[data-editor-bar]');
if (form && area && bar) enhance(form, area, bar);
