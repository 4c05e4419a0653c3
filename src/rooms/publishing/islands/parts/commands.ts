import { Editor } from '@tiptap/core';
import { ask, askFile, askLink, askText, findDialog, part, tell } from './dialogs.ts';
import { joinFigures, NOTE_EXTENSIONS } from './schema.ts';
import type { LibraryFile, Uploads } from './uploads.ts';

/** What the tools work on. */
export interface Desk {
  editor: Editor;
  bar: HTMLElement;
  uploads: Uploads;
  saveNow(): void;
}

/** Does what a tool or a key says. */
export async function run(command: string, desk: Desk): Promise<void> {
  const { editor, bar } = desk;
  const chain = editor.chain().focus();
  const plain: Record<string, () => unknown> = {
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
    headerColumn: () => chain.toggleHeaderColumn().run(),
    addRow: () => chain.addRowAfter().run(),
    addColumn: () => chain.addColumnAfter().run(),
    dropRow: () => chain.deleteRow().run(),
    dropColumn: () => chain.deleteColumn().run(),
    dropTable: () => chain.deleteTable().run(),
    gallery: () => joinFigures(editor),
    save: () => desk.saveNow(),
    keys: () => tell('keys'),
    toolbar: () => bar.querySelector<HTMLButtonElement>('button:not([hidden])')?.focus(),
    link: () => setLink(editor),
    note: () => setNote(editor),
    caption: () => setCaption(editor),
    quoteSource: () => setQuoteSource(editor),
    words: () => setWords(desk),
    image: () => insertChosen(desk, 'image'),
    media: () => insertChosen(desk, 'media'),
    file: () => insertChosen(desk, 'file'),
  };
  await plain[command]?.();
}

async function setLink(editor: Editor): Promise<void> {
  const chosen = await askLink(String(editor.getAttributes('link').href ?? ''));
  if (!chosen) return;
  const { href, title } = chosen;
  const chain = editor.chain().focus().extendMarkRange('link');
  if (href === '') chain.unsetLink().run();
  else if (editor.state.selection.empty && !editor.isActive('link'))
    chain
      .insertContent({ type: 'text', text: title || href, marks: [{ type: 'link', attrs: { href } }] })
      .run();
  else chain.setLink({ href }).run();
}

async function setCaption(editor: Editor): Promise<void> {
  const caption = await askText('caption', String(editor.getAttributes('table').caption ?? ''));
  if (caption !== undefined) editor.chain().focus().updateAttributes('table', { caption }).run();
}

/** A note has an editor of its own in its dialog, so that links in it stay links. */
async function setNote(editor: Editor): Promise<void> {
  const dialog = findDialog('note');
  const place = part<HTMLElement>(dialog, '[data-note]');
  place.replaceChildren();
  const isThere = editor.isActive('footnote');
  const label = place.dataset.label ?? '';
  const note = new Editor({
    element: place,
    extensions: NOTE_EXTENSIONS,
    injectCSS: false,
    content: isThere ? String(editor.getAttributes('footnote').html) : '',
    editorProps: {
      attributes: { class: 'prose', role: 'textbox', 'aria-multiline': 'true', 'aria-labelledby': label },
    },
  });
  const asked = ask(dialog, () => note.getHTML());
  note.commands.focus('end');
  const html = await asked;
  const text = note.getText().trim();
  note.destroy();
  if (html === undefined) return;
  const inline = html.replace(/^<p>|<\/p>$/g, '').replace(/<\/p><p>/g, '<br>');
  const chain = editor.chain().focus();
  if (text === '') {
    if (isThere) chain.deleteSelection().run();
  } else if (isThere) chain.updateAttributes('footnote', { html: inline }).run();
  else chain.insertContentAt(editor.state.selection.to, { type: 'footnote', attrs: { html: inline } }).run();
}

async function setQuoteSource(editor: Editor): Promise<void> {
  const source = await askText('quoteSource', '');
  if (!source) return;
  const { $from } = editor.state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.name !== 'blockquote') continue;
    if ($from.node(depth - 1).type.name === 'quotation') return;
    const { quotation, quoteSource } = editor.schema.nodes;
    if (!quotation || !quoteSource) return;
    const below = quoteSource.create(null, editor.schema.text(source));
    const from = $from.before(depth);
    const whole = quotation.create(null, [$from.node(depth), below]);
    editor.view.dispatch(editor.state.tr.replaceWith(from, $from.after(depth), whole));
    return;
  }
}

interface InWords {
  name: string;
  html: string;
}

/** The content of a picture in words, or what is said in a video: one paragraph a line. */
async function setWords({ editor, bar }: Desk): Promise<void> {
  const { words, medium } = editor.getAttributes('figure') as { words: InWords | null; medium: string };
  const text = await askText('words', words ? linesOf(words.html) : '');
  if (text === undefined || (words && text === linesOf(words.html))) return;
  const name = words?.name || (medium === 'img' ? bar.dataset.wordsName : bar.dataset.transcriptName) || '';
  editor
    .chain()
    .focus()
    .updateAttributes('figure', { words: text === '' ? null : { name, html: paragraphsOf(text) } })
    .run();
}

function linesOf(html: string): string {
  const inert = new DOMParser().parseFromString(html.replace(/<\/(?:p|li|tr)>/g, '\n'), 'text/html');
  return (inert.body.textContent ?? '').replace(/\n{2,}/g, '\n').trim();
}

function paragraphsOf(text: string): string {
  const place = document.createElement('p');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      place.textContent = line.trim();
      return `<p>${place.innerHTML}</p>`;
    })
    .join('');
}

async function insertChosen(desk: Desk, name: 'image' | 'media' | 'file'): Promise<void> {
  const chosen = await askFile(name, desk.uploads.send);
  if (!chosen) return;
  const { file, alt, caption } = chosen;
  desk.editor
    .chain()
    .focus()
    .insertContent(blockOf(desk.bar, file, { alt, caption }))
    .run();
}

/** A file of the library as a block of the text: a picture, a video, a sound, or a card to fetch it by. */
export function blockOf(
  bar: HTMLElement,
  file: LibraryFile,
  { alt = '', caption = '' }: { alt?: string; caption?: string } = {},
): object {
  const content = caption ? [{ type: 'text', text: caption }] : [];
  const [medium = ''] = file.type.split('/');
  if (medium === 'image') {
    const { href: src, width, height } = file;
    return { type: 'figure', attrs: { medium: 'img', src, alt, width, height }, content };
  }
  if (medium === 'video' || medium === 'audio') {
    const tracks = (file.captions ?? []).map(({ href, lang, label }) => ({
      ...{ src: href, srclang: lang, label, kind: 'captions', isDefault: false },
    }));
    const words = file.transcript
      ? { name: bar.dataset.transcriptName ?? '', html: paragraphsOf(file.transcript) }
      : null;
    return { type: 'figure', attrs: { medium, src: file.href, tracks, words }, content };
  }
  const name = caption || file.name.replace(/\.[^.]+$/, '');
  return {
    type: 'fileCard',
    attrs: { href: file.href, facts: file.facts },
    content: [{ type: 'text', text: name }],
  };
}
