import type { LibraryFile } from './uploads.ts';

/** What a dialog of the library gives back. */
export interface ChosenFile {
  file: LibraryFile;
  alt: string;
  caption: string;
}

export function part<T extends Element>(dialog: Element, selector: string): T {
  const found = dialog.querySelector<T>(selector);
  if (!found) throw new Error(`The dialog has no ${selector}`);
  return found;
}

export function findDialog(name: string): HTMLDialogElement {
  return part(document.body, `dialog[data-dialog="${name}"]`);
}

/** Opens a dialog and waits until it is applied or left. `read` returns undefined to keep it open. */
export function ask<T>(dialog: HTMLDialogElement, read: () => T | undefined): Promise<T | undefined> {
  return new Promise((resolve) => {
    const apply = () => {
      const value = read();
      if (value !== undefined) finish(value);
    };
    const onKey = (event: KeyboardEvent) => {
      if (
        event.key !== 'Enter' ||
        !(event.target instanceof HTMLInputElement) ||
        !['text', 'search'].includes(event.target.type)
      )
        return;
      // Enter in a dialog's field must not send the form around it
      event.preventDefault();
      apply();
    };
    const leave = () => finish(undefined);
    const finish = (value: T | undefined) => {
      dialog.querySelector('[data-apply]')?.removeEventListener('click', apply);
      part(dialog, '[data-cancel]').removeEventListener('click', leave);
      dialog.removeEventListener('keydown', onKey);
      dialog.removeEventListener('close', leave);
      dialog.close();
      resolve(value);
    };
    dialog.querySelector('[data-apply]')?.addEventListener('click', apply);
    part(dialog, '[data-cancel]').addEventListener('click', leave);
    dialog.addEventListener('keydown', onKey);
    dialog.addEventListener('close', leave);
    dialog.showModal();
  });
}

/** Asks for one line of text; undefined when left without applying. */
export function askText(name: string, value: string): Promise<string | undefined> {
  const dialog = findDialog(name);
  const input = part<HTMLInputElement | HTMLTextAreaElement>(dialog, '[data-value]');
  input.value = value;
  return ask(dialog, () => input.value.trim());
}

/** Shows a dialog that only tells something. */
export function tell(name: string): Promise<undefined> {
  return ask(findDialog(name), () => undefined);
}

/** Asks for a file of the library, or takes a new one in. */
export async function askFile(
  name: 'image' | 'media' | 'file',
  send: (file: File) => Promise<LibraryFile | undefined>,
): Promise<ChosenFile | undefined> {
  const dialog = findDialog(name);
  const { library = '', none = '', choose = '', kind = '' } = dialog.dataset;
  const place = part<HTMLElement>(dialog, '[data-pictures]');
  const alt = dialog.querySelector<HTMLInputElement>('[data-alt]');
  const caption = part<HTMLInputElement>(dialog, '[data-caption]');
  const problem = part<HTMLElement>(dialog, '[data-problem]');
  const fresh = part<HTMLInputElement>(dialog, '[data-new-picture]');
  if (alt) alt.value = '';
  caption.value = '';
  problem.textContent = '';
  const isOffered = (file: LibraryFile) => kind !== 'media' || /^(?:video|audio)\//.test(file.type);
  let files = (await fetchFiles(library).catch(() => [] as LibraryFile[])).filter(isOffered);
  show(place, files, none);

  const takeNew = async () => {
    const [file] = fresh.files ?? [];
    const kept = file && (await send(file));
    fresh.value = '';
    if (!kept) {
      problem.textContent = document.querySelector('[data-editor-says]')?.textContent || choose;
      return;
    }
    problem.textContent = '';
    files = [kept, ...files.filter(({ id }) => id !== kept.id)];
    show(place, files, none);
    place.querySelector<HTMLInputElement>('input')?.click();
  };
  const onNew = () => void takeNew();
  fresh.addEventListener('change', onNew);
  const chosen = await ask(dialog, () => {
    const id = place.querySelector<HTMLInputElement>('input:checked')?.value;
    const file = files.find((one) => String(one.id) === id);
    if (file && (!alt || alt.value.trim()))
      return { file, alt: alt?.value.trim() ?? '', caption: caption.value.trim() };
    problem.textContent = choose;
    return undefined;
  });
  fresh.removeEventListener('change', onNew);
  return chosen;
}

async function fetchFiles(library: string): Promise<LibraryFile[]> {
  const answer = await fetch(library, { headers: { accept: 'application/json' } });
  return ((await answer.json()) as { files: LibraryFile[] }).files;
}

function show(place: HTMLElement, files: readonly LibraryFile[], none: string): void {
  if (files.length === 0) {
    place.textContent = none;
    return;
  }
  place.replaceChildren(
    ...files.map((file) => {
      const label = document.createElement('label');
      const input = document.createElement('input');
      input.type = 'radio';
      input.name = 'tep-kho';
      input.value = String(file.id);
      const name = document.createElement('span');
      name.textContent = file.width ? file.name : `${file.name} (${file.facts})`;
      label.append(input, ...(file.width ? [thumbnail(file)] : []), name);
      return label;
    }),
  );
}

function thumbnail(file: LibraryFile): HTMLImageElement {
  const picture = document.createElement('img');
  picture.src = file.href;
  picture.alt = '';
  picture.loading = 'lazy';
  return picture;
}

interface Target {
  href: string;
  title: string;
  facts: string;
}

/** A moment of rest in typing, so that not every letter asks the server. */
const REST_MS = 250;

/** Asks for an address, or for a published item by words of its title. */
export async function askLink(value: string): Promise<{ href: string; title: string } | undefined> {
  const dialog = findDialog('link');
  const { targets = '', none = '' } = dialog.dataset;
  const input = part<HTMLInputElement>(dialog, '[data-value]');
  const find = part<HTMLInputElement>(dialog, '[data-find]');
  const found = part<HTMLElement>(dialog, '[data-found]');
  input.value = value;
  find.value = '';
  found.replaceChildren();
  let title = '';
  let waiting: number | undefined;
  const search = async () => {
    const text = find.value.trim();
    if (text === '') {
      found.replaceChildren();
      return;
    }
    const answer = await fetch(`${targets}&q=${encodeURIComponent(text)}`, {
      headers: { accept: 'application/json' },
    });
    const { items } = (await answer.json()) as { items: Target[] };
    if (items.length === 0) found.textContent = none;
    else found.replaceChildren(...items.map((one) => choiceOf(one, choose)));
  };
  const choose = (one: Target) => {
    input.value = one.href;
    title = one.title;
  };
  const onFind = () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void search().catch(() => undefined), REST_MS);
  };
  find.addEventListener('input', onFind);
  const href = await ask(dialog, () => input.value.trim());
  find.removeEventListener('input', onFind);
  return href === undefined ? undefined : { href, title: href.includes('/bai/') ? title : '' };
}

function choiceOf(one: Target, choose: (one: Target) => void): HTMLElement {
  const label = document.createElement('label');
  const radio = document.createElement('input');
  radio.type = 'radio';
  radio.name = 'noi-bai';
  radio.addEventListener('change', () => choose(one));
  const title = document.createElement('span');
  title.textContent = one.title;
  const facts = document.createElement('span');
  facts.className = 'note';
  facts.textContent = ` ${one.facts}`;
  label.append(radio, title, facts);
  return label;
}
