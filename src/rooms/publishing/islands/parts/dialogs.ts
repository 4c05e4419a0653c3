/** What the picture dialog gives back. */
export interface ChosenPicture {
  src: string;
  alt: string;
  caption: string;
  width: number | null;
  height: number | null;
}

interface LibraryFile {
  id: number;
  href: string;
  name: string;
  width: number | null;
  height: number | null;
}

function part<T extends Element>(dialog: Element, selector: string): T {
  const found = dialog.querySelector<T>(selector);
  if (!found) throw new Error(`The dialog has no ${selector}`);
  return found;
}

export function findDialog(name: string): HTMLDialogElement {
  return part(document.body, `dialog[data-dialog="${name}"]`);
}

/** Opens a dialog and waits until it is applied or left. `read` returns undefined to keep it open. */
function ask<T>(dialog: HTMLDialogElement, read: () => T | undefined): Promise<T | undefined> {
  return new Promise((resolve) => {
    const apply = () => {
      const value = read();
      if (value !== undefined) finish(value);
    };
    const onKey = (event: KeyboardEvent) => {
      if (
        event.key !== 'Enter' ||
        !(event.target instanceof HTMLInputElement) ||
        event.target.type !== 'text'
      )
        return;
      // Enter in a dialog's field must not send the form around it
      event.preventDefault();
      apply();
    };
    const leave = () => finish(undefined);
    const finish = (value: T | undefined) => {
      part(dialog, '[data-apply]').removeEventListener('click', apply);
      part(dialog, '[data-cancel]').removeEventListener('click', leave);
      dialog.removeEventListener('keydown', onKey);
      dialog.removeEventListener('close', leave);
      dialog.close();
      resolve(value);
    };
    part(dialog, '[data-apply]').addEventListener('click', apply);
    part(dialog, '[data-cancel]').addEventListener('click', leave);
    dialog.addEventListener('keydown', onKey);
    dialog.addEventListener('close', leave);
    dialog.showModal();
  });
}

/** Asks for one line of text; undefined when left without applying. */
export function askText(name: string, value: string): Promise<string | undefined> {
  const dialog = findDialog(name);
  const input = part<HTMLInputElement>(dialog, '[data-value]');
  input.value = value;
  return ask(dialog, () => input.value.trim());
}

/** Asks for a picture of the library, or takes a new one in. */
export async function askPicture(token: string): Promise<ChosenPicture | undefined> {
  const dialog = findDialog('image');
  const { library = '', upload = '', portal = '', none = '', choose = '' } = dialog.dataset;
  const place = part<HTMLElement>(dialog, '[data-pictures]');
  const alt = part<HTMLInputElement>(dialog, '[data-alt]');
  const caption = part<HTMLInputElement>(dialog, '[data-caption]');
  const problem = part<HTMLElement>(dialog, '[data-problem]');
  const fresh = part<HTMLInputElement>(dialog, '[data-new-picture]');
  alt.value = '';
  caption.value = '';
  problem.textContent = '';
  let files = await fetchFiles(library).catch(() => [] as LibraryFile[]);
  show(place, files, none);

  const takeNew = async () => {
    const [file] = fresh.files ?? [];
    if (!file) return;
    const form = new FormData();
    form.set('_token', token);
    form.set('cong', portal);
    form.set('files', file);
    const answer = await fetch(upload, {
      method: 'POST',
      body: form,
      headers: { accept: 'application/json' },
    });
    const body = (await answer.json()) as { files: LibraryFile[]; problems: string[] };
    problem.textContent = body.problems.join(' ');
    files = [...body.files, ...files];
    show(place, files, none);
    place.querySelector<HTMLInputElement>('input')?.click();
    fresh.value = '';
  };
  const onNew = () => void takeNew().catch(() => (problem.textContent = choose));
  fresh.addEventListener('change', onNew);
  const chosen = await ask(dialog, () => {
    const id = place.querySelector<HTMLInputElement>('input:checked')?.value;
    const file = files.find((one) => String(one.id) === id);
    if (file && alt.value.trim()) {
      const { href: src, width, height } = file;
      return { src, width, height, alt: alt.value.trim(), caption: caption.value.trim() };
    }
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
      input.name = 'anh-kho';
      input.value = String(file.id);
      const picture = document.createElement('img');
      picture.src = file.href;
      picture.alt = '';
      picture.loading = 'lazy';
      const name = document.createElement('span');
      name.textContent = file.name;
      label.append(input, picture, name);
      return label;
    }),
  );
}
